"""Labels of blank nodes that stay the same from one state of the data to the next.

Canonical labels number all blank nodes of a data set in a row, so that one rule more gives most of the others new
labels. Here a label is made of the hash of what hangs together with the blank node, and of its canonical number
within that: it changes when that changes, and not otherwise.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from pyoxigraph import BlankNode, Quad, RdfFormat, parse, serialize

from ..release.edition import canonical, canonical_lines

# As the subject, the object or the graph; a text may hold anything, so a quotation mark ends the search.
_BLANK = re.compile(rb'_:|<[^>]*> <[^>]*> _:|.* _:[^ "<>]+ \.$')


def stable_lines(nquads: bytes) -> set[bytes]:
    """Return the statements of canonical N-Quads as lines without their end, blank nodes with labels that last."""
    plain, blank = divided(nquads.split(b"\n"))
    return plain | _renamed(blank)


def canonical_again(lines: Iterable[bytes]) -> bytes:
    """Return canonical N-Quads of statements whose blank nodes have any labels."""
    plain, blank = divided(lines)
    named = canonical_lines(parse(b"\n".join(blank), format=RdfFormat.N_QUADS)).split(b"\n") if blank else []
    return b"".join(line + b"\n" for line in sorted({*plain, *named} - {b""}))


def divided(lines: Iterable[bytes]) -> tuple[set[bytes], set[bytes]]:
    """Return the statements without blank nodes and those with any."""
    plain = set(lines)
    plain.discard(b"")
    blank = {line for line in plain if b"_:" in line and _BLANK.match(line)}
    return plain - blank, blank


def _renamed(lines: set[bytes]) -> set[bytes]:
    if not lines:
        return set()
    made: list[Quad] = []
    copies: dict[str, int] = {}
    for component in _components(list(parse(b"\n".join(sorted(lines)), format=RdfFormat.N_QUADS))):
        named = list(canonical(component))
        digest = hashlib.sha256(canonical_lines(named)).hexdigest()[:16]
        copies[digest] = copies.get(digest, 0) + 1
        stem = f"b{digest}x{copies[digest]}n"
        made += [_with_labels(quad, stem) for quad in named]
    content = serialize(made, format=RdfFormat.N_QUADS)
    assert content is not None
    return set(content.split(b"\n")) - {b""}


def _components(quads: list[Quad]) -> list[list[Quad]]:
    """Return the statements that hang together over blank nodes, group by group."""
    leader: dict[BlankNode, BlankNode] = {}

    def find(node: BlankNode) -> BlankNode:
        leader.setdefault(node, node)
        while leader[node] != node:
            leader[node] = node = leader[leader[node]]
        return node

    for quad in quads:
        first, *others = _blank_nodes(quad)
        for other in others:
            leader[find(other)] = find(first)
    groups: dict[BlankNode, list[Quad]] = {}
    for quad in quads:
        groups.setdefault(find(_blank_nodes(quad)[0]), []).append(quad)
    return list(groups.values())


def _blank_nodes(quad: Quad) -> list[BlankNode]:
    return [term for term in (quad.subject, quad.object, quad.graph_name) if isinstance(term, BlankNode)]


def _with_labels(quad: Quad, stem: str) -> Quad:
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    return Quad(
        _labelled(subject, stem) if isinstance(subject, BlankNode) else subject,
        quad.predicate,
        _labelled(value, stem) if isinstance(value, BlankNode) else value,
        _labelled(graph, stem) if isinstance(graph, BlankNode) else graph,
    )


def _labelled(node: BlankNode, stem: str) -> BlankNode:
    return BlankNode(stem + node.value.removeprefix("c14n"))
