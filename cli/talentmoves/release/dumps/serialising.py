"""Write a data set in the RDF formats, always the same bytes for the same data.

All formats are made from the sorted lines of the canonical N-Quads, which takes a fraction of the time that an object
for every term takes, and one is finished before the next is begun, so that memory never holds more than two.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ...vocabulary import GRAPHS as MERGED
from ...vocabulary import SHAPES
from ..edition import Edition
from ..staging import Staging
from . import rdfxml, turtle
from .compressing import SMALL, Compressing
from .context import Context, as_json
from .hashes import DATASET, PARTS, graph_hashes
from .jsonld import Compactor
from .lines import Lines

GRAPHS = (*MERGED, SHAPES)
_NAME = "talent-moves"
_APART = "with the curated, the derived, the ontology and the shapes graph apart"
_TOGETHER = "all facts merged"
_TURTLE = "text/turtle"


def write(edition: Edition, staging: Staging) -> None:
    """Write the dumps, each plain and compressed, and with them each graph alone, the JSON-LD context and the hashes.

    Formats that cannot name graphs hold the union of the curated, the derived and the ontology graph.

    :raises DataError: if something in the data cannot be said in one of the formats
    """
    lines = Lines(edition.nquads)
    context = Context(edition.store)
    with Compressing(staging) as dumps:
        dumps.write(f"{_NAME}.nq", edition.nquads, "application/n-quads", f"N-Quads, {_APART}", SMALL)
        dumps.write(f"{_NAME}.nt", b"".join(lines.ntriples(*MERGED)), "application/n-triples", f"N-Triples, {_TOGETHER}")
        dumps.write(f"{_NAME}.rdf", _rdf_xml(lines), "application/rdf+xml", f"RDF/XML, {_TOGETHER}")
        dumps.write(f"{_NAME}.ttl", _turtle(lines, *MERGED), _TURTLE, f"Turtle, {_TOGETHER}")
        dumps.write(f"{_NAME}.trig", _trig(lines, staging), "application/trig", f"TriG, {_APART}")
        dumps.write(f"{_NAME}.jsonld", b"".join(_json_ld(lines, context)), "application/ld+json", f"JSON-LD, {_APART}")
    content = json.dumps(as_json(context.definitions), indent=2).encode() + b"\n"
    staging.write("context.jsonld", content, "application/ld+json", "The JSON-LD context alone")
    staging.write("graphs.json", _hashes(edition), "application/json", "The hashes of the graphs (RDFC-1.0)")


def _turtle(lines: Lines, *graphs: str) -> bytes:
    writer = turtle.Turtle()
    body = b"\n".join([writer.block(subject, statements) for subject, statements in lines.subjects(*graphs)])
    return turtle.header(writer.used) + body


def _trig(lines: Lines, staging: Staging) -> bytes:
    """Return the graphs one after the other; each alone is written as Turtle on the way, which is what stands in its braces."""
    used: set[str] = set()
    blocks: list[bytes] = []
    for graph in GRAPHS:
        writer = turtle.Turtle()
        body = b"\n".join([writer.block(subject, statements) for subject, statements in lines.subjects(graph)])
        name = graph.rsplit("/", 1)[-1]
        staging.write(f"{name}.ttl", turtle.header(writer.used) + body, _TURTLE, f"Turtle, the {name} graph alone")
        blocks.append(b"".join((f"<{graph}> {{\n".encode(), body, b"}\n")))
        used |= writer.used
    return turtle.header(used) + b"\n".join(blocks)


def _json_ld(lines: Lines, context: Context) -> Iterator[bytes]:
    """Yield the graphs with their nodes, a node a line.

    The context stands in the document: whoever reads it, from wherever they have it, needs no other.
    """
    yield b'{\n"@context": ' + json.dumps(context.definitions).encode() + b',\n"@graph": ['
    for graph in GRAPHS:
        compactor = Compactor(context)
        nodes = [b"{" + b", ".join(compactor.node(subject, statements)) + b"}" for subject, statements in lines.subjects(graph)]
        yield b'%b\n{"id": "%b", "@graph": [\n' % (b"" if graph == GRAPHS[0] else b",", graph.encode())
        yield b",\n".join(nodes)
        yield b"\n]}"
    yield b"\n]\n}\n"


def _rdf_xml(lines: Lines) -> bytes:
    writer = rdfxml.RdfXml()
    body = b"".join([writer.element(subject, statements) for subject, statements in lines.subjects(*MERGED)])
    return b"".join((rdfxml.header(writer.used), body, rdfxml.FOOTER))


def _hashes(edition: Edition) -> bytes:
    files = {name: f"{name}.ttl" for name in PARTS} | {"merged": f"{_NAME}.nt", DATASET: f"{_NAME}.nq"}
    hashes = {
        name: {
            "graphs": PARTS.get(name, GRAPHS),
            "file": files[name],
            "statements": hashed.statements,
            "sha256": hashed.sha256,
        }
        for name, hashed in graph_hashes(edition).items()
    }
    content = {
        "canonicalization": {"name": "RDFC-1.0", "specification": "https://www.w3.org/TR/rdf-canon/"},
        "hash": {"name": "SHA-256", "specification": "https://doi.org/10.6028/NIST.FIPS.180-4"},
        "note": "A hash is that of the canonical N-Quads: of a graph alone as a default graph, of the data set with its graphs named.",
        "hashes": hashes,
    }
    return json.dumps(content, indent=2).encode() + b"\n"
