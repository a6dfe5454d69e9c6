"""The hashes that two parties compare to know that they have the same graph, whatever syntax they got it in.

A hash is the SHA-256 of the canonical N-Quads that RDF Dataset Canonicalization makes (RDFC-1.0,
https://www.w3.org/TR/rdf-canon/). A graph alone is hashed as a default graph, which is what any implementation
gives for ``curated.ttl``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...vocabulary import CURATED, DERIVED, GRAPHS, ONTOLOGY, SHAPES
from ..edition import Edition
from .lines import Lines

#: What a hash is of: the graphs by the name of their file, the merged facts, and the data set with its graphs apart.
PARTS: dict[str, tuple[str, ...]] = {
    "curated": (CURATED,),
    "derived": (DERIVED,),
    "ontology": (ONTOLOGY,),
    "shapes": (SHAPES,),
    "merged": GRAPHS,
}
#: The key of the data set with its graphs apart.
DATASET = "dataset"


class Hashed(NamedTuple):
    """A graph, or several, by its hash."""

    #: SHA-256 of its canonical N-Quads, in hexadecimal digits.
    sha256: str
    #: How many statements it holds.
    statements: int


def graph_hashes(edition: Edition) -> dict[str, Hashed]:
    """Return the hash of every graph alone, of the merged facts and of the whole data set.

    :returns: by ``curated``, ``derived``, ``ontology``, ``shapes``, ``merged`` and ``dataset``, in this order
    """
    return hashes_of(edition.nquads)


@lru_cache(maxsize=2)  # descriptions and reports ask again, of one edition or of two that are compared
def hashes_of(nquads: bytes) -> dict[str, Hashed]:
    """Return the hashes of a data set, as :func:`graph_hashes` does.

    :param nquads: its canonical N-Quads, such as :func:`talentmoves.release.edition.canonical_lines` returns
    """
    lines = Lines(nquads)
    digests = {name: hashlib.sha256() for name in PARTS}
    counts = dict.fromkeys(PARTS, 0)
    for name, piece in _pieces(lines):
        digests[name].update(piece)
        counts[name] += piece.count(b"\n")
    found = {name: Hashed(digests[name].hexdigest(), counts[name]) for name in PARTS}
    return found | {DATASET: Hashed(hashlib.sha256(nquads).hexdigest(), nquads.count(b"\n"))}


def _pieces(lines: Lines) -> Iterator[tuple[str, bytes]]:
    """Yield the canonical N-Triples of every part, in pieces."""
    for name, graphs in PARTS.items():
        if len(graphs) > 1 or not lines.with_blank_nodes.isdisjoint(graphs):
            yield from ((name, piece) for piece in lines.ntriples(*graphs))
    # The others in one pass over the lines: nothing is left to do but to take the graph off each.
    alone = {name: f" <{graphs[0]}> .\n".encode() for name, graphs in PARTS.items() if len(graphs) == 1}
    alone = {name: ending for name, ending in alone.items() if lines.with_blank_nodes.isdisjoint(PARTS[name])}
    for split in lines.split():
        for name, ending in alone.items():
            own = [line for line in split if line.endswith(ending[:-1])]
            if own:
                yield name, (b"\n".join(own) + b"\n").replace(ending, b" .\n")
