"""The one layout of curated Turtle: texts are read into trees with their comments, put into order and written."""
