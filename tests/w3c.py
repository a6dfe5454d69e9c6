"""The W3C's SHACL test suite: its manifests, read into test cases with the validation results they expect.

https://w3c.github.io/data-shapes/data-shapes-test-suite/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple
from pyoxigraph import parse as parse_rdf
from rdflib.term import BNode, URIRef

from talentmoves.rdflib_bridge import to_graph
from tests.shacl_reference import Key, path_text

_MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_SHT = "http://www.w3.org/ns/shacl-test#"
_SH = "http://www.w3.org/ns/shacl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class Case(NamedTuple):
    """One sht:Validate."""

    name: str
    data: Path
    shapes: Path
    manifest: Path
    entry: NamedNode


class Loaded(NamedTuple):
    """The graphs of a case. A file that is asked for twice is read once, so that its blank nodes are the same."""

    data: Store
    #: As they are parsed: a store would write "1"^^xsd:boolean as true, which a test tells apart.
    shapes: list[Triple]
    #: Nothing stands for a failure.
    expected: Counter[Key] | None


def cases(suite: Path) -> Iterator[Case]:
    """Yield the cases of a suite in the order of its manifests.

    :param suite: the folder with the topmost manifest.ttl
    """
    yield from _cases(suite.resolve(), suite.resolve() / "manifest.ttl")


def _cases(suite: Path, manifest: Path) -> Iterator[Case]:
    store = _store(_parse(manifest))
    # In the order of the names: a store keeps none.
    for included in sorted(_file(quad.object) for quad in store.quads_for_pattern(None, NamedNode(_MF + "include"), None)):
        yield from _cases(suite, included)
    for quad in store.quads_for_pattern(None, NamedNode(_MF + "entries"), None):
        for entry in _items(store, quad.object):
            assert _value(store, entry, _RDF + "type") == NamedNode(_SHT + "Validate"), f"{entry}: not a kind of test that we know"
            action = _value(store, entry, _MF + "action")
            yield Case(
                name=_file(entry).relative_to(suite).as_posix(),
                data=_file(_value(store, action, _SHT + "dataGraph")),
                shapes=_file(_value(store, action, _SHT + "shapesGraph")),
                manifest=manifest,
                entry=entry,
            )


def load(case: Case) -> Loaded:
    """Read the files of a case."""
    parsed = {file: list(_parse(file)) for file in {case.data, case.shapes, case.manifest}}
    manifest = _store(parsed[case.manifest])
    result = _value(manifest, case.entry, _MF + "result")
    expected = None
    if result != NamedNode(_SHT + "Failure"):
        expected = Counter(_expected(manifest, quad.object) for quad in manifest.quads_for_pattern(result, NamedNode(_SH + "result"), None))
        if case.manifest not in (case.data, case.shapes):
            # Else they would have to be compared up to isomorphism.
            assert not any("_:" in (key.focus, key.value or "", key.shape) for key in expected), f"{case.name}: blank nodes from another file"
    return Loaded(_store(parsed[case.data]), parsed[case.shapes], expected)


def _expected(store: Store, node: object) -> Key:
    def text(name: str) -> str | None:
        found = [quad.object for quad in store.quads_for_pattern(node, NamedNode(_SH + name), None)]
        assert len(found) <= 1, f"{node}: more than one {name}"
        if not found:
            return None
        if name == "resultPath":
            term = found[0]
            return path_text(to_graph(store, (None,)), URIRef(term.value) if isinstance(term, NamedNode) else BNode(term.value))
        return found[0].value if name in ("sourceConstraintComponent", "resultSeverity") else str(found[0])

    messages = (quad.object for quad in store.quads_for_pattern(node, NamedNode(_SH + "resultMessage"), None))
    return Key(
        focus=text("focusNode") or "",
        path=text("resultPath") or "",
        value=text("value"),
        component=text("sourceConstraintComponent") or "",
        shape=text("sourceShape") or "",
        severity=text("resultSeverity") or "",
        messages=tuple(sorted((message.language or "", message.value) for message in messages)),
    )


def rewritten(case: Case) -> bool:
    """Tell whether a store writes a literal of the case's files in another form than the file."""
    triples = [triple for file in {case.data, case.shapes, case.manifest} for triple in _parse(file)]
    return {triple.object for triple in triples} != {quad.object for quad in _store(triples)}


def _parse(file: Path) -> Iterator[Triple]:
    for quad in parse_rdf(path=str(file), format=RdfFormat.TURTLE, base_iri=file.as_uri()):
        yield quad.triple


def _store(triples: Iterable[Triple]) -> Store:
    store = Store()
    store.extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return store


def _file(node: object) -> Path:
    assert isinstance(node, NamedNode)
    return Path(unquote(urlsplit(node.value).path))


def _value(store: Store, subject: object, predicate: str) -> object:
    (quad,) = store.quads_for_pattern(subject, NamedNode(predicate), None)
    return quad.object


def _items(store: Store, node: object) -> Iterator[object]:
    while node != NamedNode(_RDF + "nil"):
        yield _value(store, node, _RDF + "first")
        node = _value(store, node, _RDF + "rest")
