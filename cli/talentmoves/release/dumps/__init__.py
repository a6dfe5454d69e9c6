"""The data set in the RDF formats."""
