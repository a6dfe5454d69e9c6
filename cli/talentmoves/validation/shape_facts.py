"""What the shapes say beside what they check: the lists that they hold, and the texts for people."""

from __future__ import annotations

from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store

from .. import places

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SH = "http://www.w3.org/ns/shacl#"

_Term = NamedNode | Literal | BlankNode


@cache
def _shapes() -> Store:
    store = Store()
    for part in ("entities", "consistency"):
        for file in places.shape_files(part):
            store.load(path=str(file), format=RdfFormat.TURTLE)
    return store


def _objects(subject: NamedNode | BlankNode, predicate: str) -> list[_Term]:
    quads = _shapes().quads_for_pattern(subject, NamedNode(predicate), None, None)
    return sorted({quad.object for quad in quads if isinstance(quad.object, (NamedNode, Literal, BlankNode))}, key=str)


def all_of(shape: str, predicate: str) -> list[str]:
    """Return the values of a property of a shape, in a fixed order."""
    return [value.value for value in _objects(NamedNode(shape), predicate) if not isinstance(value, BlankNode)]


def texts(node: str, predicate: str) -> dict[str, str]:
    """Return the texts of a property of a shape or a constraint, by language."""
    return {value.language: value.value for value in _objects(NamedNode(node), predicate) if isinstance(value, Literal) and value.language}


def listed(shape: str, predicate: str) -> list[str]:
    """Return the addresses in the list that is the value of a property of a shape, in their order."""
    found: list[str] = []
    rest = _objects(NamedNode(shape), predicate)
    while rest and isinstance(rest[0], BlankNode):
        found += [value.value for value in _objects(rest[0], _RDF + "first") if isinstance(value, NamedNode)]
        rest = _objects(rest[0], _RDF + "rest")
    return found


def choices(predicate: str) -> list[str]:
    """Return the addresses that a property may have, in the order of its list; none if it has no list."""
    for quad in sorted(_shapes().quads_for_pattern(None, NamedNode(_SH + "path"), NamedNode(predicate), None), key=str):
        if isinstance(quad.subject, NamedNode) and (found := listed(quad.subject.value, _SH + "in")):
            return found
    return []
