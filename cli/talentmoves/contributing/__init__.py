"""Contributions of people who do not write Turtle: what they say becomes blocks, and blocks find their file."""
