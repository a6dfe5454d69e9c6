"""Canonical N-Quads as lines: the parts of a data set without an object for every term, which takes ten times as long.

The lines are sorted by code point and a graph's name stands last, so what is left of the lines of one graph, or
of several, is in order without sorting: where two lines differ they do so before the graph, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from pyoxigraph import RdfFormat, parse

from ..edition import canonical_lines

#: A predicate and an object as they stand in a line.
Statement: TypeAlias = tuple[bytes, bytes]

_PIECE = 1 << 20
_BLANK = re.compile(rb"_:|<[^>]*> <[^>]*> _:")


class Lines:
    """The graphs of a data set as lines without a graph and a full stop, some thousand at a time.

    :param nquads: canonical N-Quads
    """

    def __init__(self, nquads: bytes) -> None:
        self._nquads = nquads

    def pieces(self, *graphs: str) -> Iterator[list[bytes]]:
        r"""Yield the lines of the union of some graphs, none twice.

        >>> nquads = b'<a:s> <a:p> "1" <a:g> .\n<a:s> <a:p> "1" <a:h> .\n<a:s> <a:p> "2" <a:i> .\n'
        >>> list(Lines(nquads).pieces("a:g", "a:h"))
        [[b'<a:s> <a:p> "1"']]
        """
        endings = tuple(f" <{graph}> .".encode() for graph in graphs)
        last = b""
        for lines in self.split():
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

    def ntriples(self, *graphs: str) -> Iterator[bytes]:
        """Yield the canonical N-Triples of the union of some graphs, in pieces.

        Blank nodes get the labels that they have where the union is the only graph there is.
        """
        if self.with_blank_nodes.isdisjoint(graphs):
            yield from map(_as_ntriples, self.pieces(*graphs))
            return
        plain: list[bytes] = []
        blank: list[bytes] = []
        for piece in self.pieces(*graphs):
            for line in piece:
                (blank if _BLANK.match(line) else plain).append(line)
        # Their place in the order follows from their labels.
        named = canonical_lines(parse(_as_ntriples(blank), format=RdfFormat.N_QUADS)).split(b"\n")
        yield _as_ntriples(sorted([*plain, *(line.removesuffix(b" .") for line in named if line)]))

    def subjects(self, *graphs: str) -> Iterator[tuple[bytes, list[Statement]]]:
        """Yield each subject of the union of some graphs with what is stated of it, in the order of the lines."""
        return by_subject(line for piece in self.pieces(*graphs) for line in piece)

    def split(self) -> Iterator[list[bytes]]:
        """Yield the lines as they are, with an empty one at the end of each piece."""
        return (text.split(b"\n") for text in self._texts())

    @cached_property
    def with_blank_nodes(self) -> set[str]:
        """The graphs that have blank nodes."""
        # Hardly a piece has any.
        lines = (line for text in self._texts() if b"_:" in text for line in text.split(b"\n") if b"_:" in line)
        return {line.rpartition(b" <")[2][:-3].decode() for line in lines if _BLANK.match(line)}

    def _texts(self) -> Iterator[bytes]:
        start = 0
        while start < len(self._nquads):
            end = self._nquads.find(b"\n", min(start + _PIECE, len(self._nquads) - 1)) + 1 or len(self._nquads)
            yield self._nquads[start:end]
            start = end


def by_subject(lines: Iterable[bytes]) -> Iterator[tuple[bytes, list[Statement]]]:
    """Yield each subject of sorted lines with what is stated of it."""
    current, statements = b"", list[Statement]()
    for line in lines:
        subject, predicate, value = line.split(b" ", 2)
        if subject != current:
            if statements:
                yield current, statements
            current, statements = subject, []
        statements.append((predicate, value))
    if statements:
        yield current, statements


def _as_ntriples(lines: list[bytes]) -> bytes:
    return b" .\n".join(lines) + b" .\n" if lines else b""
