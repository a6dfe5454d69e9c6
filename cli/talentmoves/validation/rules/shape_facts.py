"""What the shapes say beside what they check: the lists that they hold, and the texts for people."""

from __future__ import annotations

from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode

from ...shacl.graph import Term
from ...shacl.vocabulary import SH
from .rulebook import PARTS, shapes_graph


def _objects(subject: str, predicate: str) -> list[Term]:
    return sorted({value for part in PARTS for value in shapes_graph(part).objects(NamedNode(subject), predicate)}, key=str)


def all_of(shape: str, predicate: str) -> list[str]:
    """Return the values of a property of a shape, in a fixed order."""
    return [value.value for value in _objects(shape, predicate) if not isinstance(value, BlankNode)]


def texts(node: str, predicate: str) -> dict[str, str]:
    """Return the texts of a property of a shape or a constraint, by language."""
    return {value.language: value.value for value in _objects(node, predicate) if isinstance(value, Literal) and value.language}


def listed(shape: str, predicate: str) -> list[str]:
    """Return the addresses in the list that is the value of a property of a shape, in their order."""
    lists = (shapes_graph(part).items(head) for part in PARTS for head in shapes_graph(part).objects(NamedNode(shape), predicate))
    return [item.value for item in next(lists, None) or () if isinstance(item, NamedNode)]


@cache
def choices(predicate: str) -> list[str]:
    """Return the addresses that a property may have, in the order of its list; none if it has no list."""
    nodes = (
        node for part in PARTS for node in shapes_graph(part).subjects() if NamedNode(predicate) in shapes_graph(part).objects(node, SH + "path")
    )
    shapes = sorted({node.value for node in nodes if isinstance(node, NamedNode)})
    return next((found for shape in shapes if (found := listed(shape, SH + "in"))), [])
