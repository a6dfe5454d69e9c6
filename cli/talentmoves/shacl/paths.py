"""Property paths: from their RDF form (SHACL 2.3.1) to SPARQL's notation.

https://www.w3.org/TR/shacl/#property-paths
"""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import NamedNode

from .errors import ill_formed
from .graph import Graph, Node, Term
from .vocabulary import RDF, SH

_REPEATED = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


class Path(NamedTuple):
    """A property path."""

    #: In SPARQL's notation.
    text: str
    #: The predicate, where the path is nothing more.
    predicate: str | None
    #: Whether it can lead from a node to that node itself over no triple at all.
    may_be_empty: bool


def read_path(graph: Graph, node: Term, shape: Node) -> Path:
    """Return the path that a node of the shapes graph describes.

    :raises ShapesError: if it is not a well-formed SHACL property path
    """
    return _read(graph, node, shape, ())


def _read(graph: Graph, node: Term, shape: Node, above: tuple[Term, ...]) -> Path:
    if isinstance(node, NamedNode):
        if node.value == RDF + "nil":
            raise ill_formed(shape, "sh:path is an empty list")
        return Path(f"<{node.value}>", node.value, False)
    if node in above:
        raise ill_formed(shape, "sh:path leads back into itself")
    above = (*above, node)
    about = graph.about(node)
    if RDF + "first" in about:
        return _joined(graph, node, shape, above, "/")
    if len(about) != 1:
        raise ill_formed(shape, "sh:path is neither a predicate nor a path with one operator")
    operator, operands = next(iter(about.items()))
    if len(operands) != 1:
        raise ill_formed(shape, "a path in sh:path has several operands")
    name = operator.removeprefix(SH)
    if name == "alternativePath":
        return _joined(graph, operands[0], shape, above, "|")
    if name == "inversePath":
        inner = _read(graph, operands[0], shape, above)
        return Path(f"^({inner.text})" if inner.predicate is None else f"^{inner.text}", None, inner.may_be_empty)
    if name in _REPEATED and operator.startswith(SH):
        inner = _read(graph, operands[0], shape, above)
        return Path(f"({inner.text}){_REPEATED[name]}", None, inner.may_be_empty or name != "oneOrMorePath")
    raise ill_formed(shape, f"sh:path uses the unknown operator <{operator}>")


def _joined(graph: Graph, head: Term, shape: Node, above: tuple[Term, ...], operator: str) -> Path:
    members = graph.items(head)
    if members is None or len(members) < 2:
        raise ill_formed(shape, "a list in sh:path is not a well-formed list of two or more paths")
    parts = [_read(graph, member, shape, above) for member in members]
    text = operator.join(part.text if part.predicate else f"({part.text})" for part in parts)
    empty = [part.may_be_empty for part in parts]
    return Path(text if operator == "/" else f"({text})", None, all(empty) if operator == "/" else any(empty))
