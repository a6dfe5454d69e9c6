"""Write a data set in the RDF formats, always the same bytes for the same data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from ..vocabulary import CURATED, DERIVED, ONTOLOGY, PREFIXES

GRAPHS = (CURATED, DERIVED, ONTOLOGY)


class Dump(NamedTuple):
    """One file of a release with data in it."""

    name: str
    media_type: str
    title: str
    content: bytes


_FORMATS = (
    ("nq", RdfFormat.N_QUADS, "application/n-quads", "N-Quads, with the curated, the derived and the ontology graph apart"),
    ("trig", RdfFormat.TRIG, "application/trig", "TriG, with the curated, the derived and the ontology graph apart"),
    ("jsonld", RdfFormat.JSON_LD, "application/ld+json", "JSON-LD, with the curated, the derived and the ontology graph apart"),
    ("nt", RdfFormat.N_TRIPLES, "application/n-triples", "N-Triples, all graphs merged"),
    ("ttl", RdfFormat.TURTLE, "text/turtle", "Turtle, all graphs merged"),
)


def dumps(store: Store) -> Iterable[Dump]:
    """Yield the data set in every format, statements in a fixed order.

    Formats that cannot name graphs hold the union of all three; each graph is there alone as well. There are no blank nodes, so order
    is all that decides the bytes.
    """
    quads = sorted(store, key=_order)
    triples = sorted({Triple(quad.subject, quad.predicate, quad.object) for quad in quads}, key=_order)
    for ending, rdf_format, media_type, title in _FORMATS:
        statements: list[Quad] | list[Triple] = quads if rdf_format.supports_datasets else triples
        yield Dump(f"talent-moves.{ending}", media_type, title, to_bytes(statements, rdf_format))
    for graph in GRAPHS:
        name = graph.rsplit("/", 1)[-1]
        own = sorted((Triple(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(None, None, None, NamedNode(graph))), key=_order)
        yield Dump(f"{name}.ttl", "text/turtle", f"Turtle, the {name} graph alone", to_bytes(own, RdfFormat.TURTLE))


def to_bytes(statements: Iterable[Quad] | Iterable[Triple], rdf_format: RdfFormat) -> bytes:
    """Return the statements in one format, with the prefixes of the project where the format has any."""
    prefixes = PREFIXES if rdf_format in (RdfFormat.TURTLE, RdfFormat.TRIG) else None
    content = serialize(statements, format=rdf_format, prefixes=prefixes)
    assert content is not None
    return content if content.endswith(b"\n") else content + b"\n"


def _order(statement: Quad | Triple) -> tuple[str, ...]:
    graph = str(statement.graph_name) if isinstance(statement, Quad) else ""
    return (graph, str(statement.subject), str(statement.predicate), str(statement.object))
