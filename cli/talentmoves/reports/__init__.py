"""Reports: named SPARQL queries with a description of their parameters and columns."""
