"""Engines that answer SPARQL: the embedded store and any SPARQL 1.1 endpoint."""
