"""Differences between two states of the data: told by move, as RDF Patch, as JSON."""
