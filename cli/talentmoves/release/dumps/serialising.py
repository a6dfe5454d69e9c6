"""Write a data set in the RDF formats, always the same bytes for the same data."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from ...vocabulary import CURATED, DERIVED, ONTOLOGY, PREFIXES, SHAPES
from ..edition import Edition
from ..staging import Staging

GRAPHS = (CURATED, DERIVED, ONTOLOGY, SHAPES)
_APART = "with the curated, the derived, the ontology and the shapes graph apart"


def write(edition: Edition, staging: Staging) -> None:
    """Write the dumps.

    Formats that cannot name graphs hold the union of the curated, the derived and the ontology graph; each graph is there alone as well.
    """
    staging.write("talent-moves.nq", edition.nquads, "application/n-quads", f"N-Quads, {_APART}")
    quads = edition.statements()
    staging.write("talent-moves.trig", to_bytes(quads, RdfFormat.TRIG), "application/trig", f"TriG, {_APART}")
    merged = list(dict.fromkeys(quad.triple for quad in quads if quad.graph_name.value != SHAPES))  # type: ignore[union-attr]
    staging.write("talent-moves.nt", to_bytes(merged, RdfFormat.N_TRIPLES), "application/n-triples", "N-Triples, all facts merged")
    staging.write("talent-moves.ttl", to_bytes(merged, RdfFormat.TURTLE), "text/turtle", "Turtle, all facts merged")
    for graph in GRAPHS:
        name = graph.rsplit("/", 1)[-1]
        own = [quad.triple for quad in quads if quad.graph_name == NamedNode(graph)]
        staging.write(f"{name}.ttl", to_bytes(own, RdfFormat.TURTLE), "text/turtle", f"Turtle, the {name} graph alone")


def to_bytes(statements: Iterable[Quad] | Iterable[Triple], rdf_format: RdfFormat) -> bytes:
    """Return the statements in one format, with the prefixes of the project where the format has any."""
    prefixes = PREFIXES if rdf_format in (RdfFormat.TURTLE, RdfFormat.TRIG) else None
    content = serialize(statements, format=rdf_format, prefixes=prefixes)
    assert content is not None
    return content if content.endswith(b"\n") else content + b"\n"
