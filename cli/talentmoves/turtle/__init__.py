"""Turtle with positions: where the subject, predicate and object of every triple stand.

``tokens`` has the grammar's words, ``terms`` what they mean, ``reader`` puts triples together, and
``source_map`` finds the place of a statement without reading the whole of a large file
(``statements`` cuts it up, ``lines`` counts).
"""
