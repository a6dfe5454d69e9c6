"""The data set: curated Turtle, the ontology, and what is derived from both, in one store."""
