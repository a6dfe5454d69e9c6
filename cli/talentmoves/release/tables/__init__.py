"""Flat tables, for people without RDF: CSV with CSVW metadata, and Parquet."""
