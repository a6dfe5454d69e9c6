"""Canonical N-Quads as lines: the parts of a data set without an object for every term.

The lines are sorted by code point and a graph's name stands last, so what is left of the lines of one graph, or
of several, is in order without sorting: where two lines differ they do so before the graph, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import RdfFormat, parse

from ..edition import canonical_lines

_PIECE = 1 << 20
_BLANK = re.compile(rb"_:|<[^>]*> <[^>]*> _:")


def pieces(nquads: bytes, *graphs: str) -> Iterator[list[bytes]]:
    r"""Yield the lines of the union of some graphs without the graph and the full stop, none twice, some thousand at a time.

    >>> list(pieces(b'<a:s> <a:p> "1" <a:g> .\n<a:s> <a:p> "1" <a:h> .\n<a:s> <a:p> "2" <a:i> .\n', "a:g", "a:h"))
    [[b'<a:s> <a:p> "1"']]
    """
    endings = tuple(f" <{graph}> .".encode() for graph in graphs)
    start, last = 0, b""
    while start < len(nquads):
        end = nquads.find(b"\n", min(start + _PIECE, len(nquads) - 1)) + 1 or len(nquads)
        lines = nquads[start:end].split(b"\n")
        if len(graphs) == 1:
            length = -len(endings[0])
            found = [line[:length] for line in lines if line.endswith(endings)]
        else:
            found = list(dict.fromkeys([line.rpartition(b" <")[0] for line in lines if line.endswith(endings)]))
            if found and found[0] == last:
                del found[0]
        if found:
            last = found[-1]
            yield found
        start = end


def ntriples(nquads: bytes, *graphs: str) -> Iterator[bytes]:
    """Yield the canonical N-Triples of the union of some graphs, in pieces.

    Blank nodes get the labels that they have where the union is the only graph there is.
    """
    blank = {line for piece in pieces(nquads, *graphs) for line in _with_blank_nodes(piece)}
    if not blank:
        for piece in pieces(nquads, *graphs):
            yield as_ntriples(piece)
        return
    # Their place in the order follows from their labels.
    kept = [line for piece in pieces(nquads, *graphs) for line in piece if line not in blank]
    named = canonical_lines(parse(as_ntriples(sorted(blank)), format=RdfFormat.N_QUADS)).split(b"\n")
    yield as_ntriples(sorted([*kept, *(line.removesuffix(b" .") for line in named if line)]))


def as_ntriples(lines: list[bytes]) -> bytes:
    """Return N-Triples of lines without a full stop."""
    return b" .\n".join(lines) + b" .\n"


def _with_blank_nodes(lines: list[bytes]) -> list[bytes]:
    # Hardly a piece has any, and most of those that may have some have them in a text.
    return [line for line in lines if b"_:" in line and _BLANK.match(line)]
