"""Evaluate the shapes: SHACL Core with pySHACL, SPARQL constraints as one query each.

The shapes under ``shapes/entities`` see what people wrote and the ontology, so that a derived fact
written by hand is caught; those under ``shapes/consistency`` see what is derived as well.

pySHACL asks each SPARQL constraint once for every focus node, which takes minutes where one query
for all of them takes milliseconds. Our constraints are written so that both give the same: they
leave ``$this`` free to be any node, and a test compares the two on every case.

SHACL: https://www.w3.org/TR/shacl/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, RdfFormat, Store
from rdflib import Graph, URIRef
from rdflib.namespace import RDFS, SH
from rdflib.term import Literal as RdflibLiteral
from rdflib.term import Node

from .. import places
from ..rdflib_bridge import to_graph
from ..vocabulary import CURATED, DERIVED, ONTOLOGY

PARTS = {"entities": (CURATED, ONTOLOGY), "consistency": (CURATED, ONTOLOGY, DERIVED)}
_PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")


class Result(NamedTuple):
    """One SHACL validation result."""

    focus: str
    #: The path, where it is a single property.
    path: str | None
    #: The value in N-Triples form and for people.
    value: str | None
    value_text: str | None
    shape: str
    #: Messages as pairs of language and text.
    messages: tuple[tuple[str, str], ...]


@cache
def shapes_graph(part: str) -> Graph:
    """Return the shapes of one part as an rdflib graph, not to be changed."""
    store = Store()
    for file in places.shape_files(part):
        store.load(path=str(file), format=RdfFormat.TURTLE)
    return to_graph(store, (None,))  # three times as fast as rdflib's own parser


@cache
def _core(part: str) -> Graph:
    shapes = Graph()
    for triple in shapes_graph(part):
        if triple[1] != SH.sparql:
            shapes.add(triple)
    return shapes


def evaluate(store: Store) -> list[Result]:
    """Return every validation result of every shape.

    :param store: with the curated, the ontology and the derived graph
    """
    results: dict[Result, None] = {}
    for part, graphs in PARTS.items():
        shapes = shapes_graph(part)
        for shape, constraint in sorted(shapes.subject_objects(SH.sparql)):
            results.update(dict.fromkeys(_ask(store, graphs, shapes, shape, constraint)))
        results.update(dict.fromkeys(by_pyshacl(to_graph(store, graphs), _core(part))))
    return list(results)


def by_pyshacl(data: Graph, shapes: Graph) -> Iterator[Result]:
    """Yield the validation results of pySHACL."""
    import pyshacl  # takes most of a second

    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False, meta_shacl=False)
    assert isinstance(report, Graph)
    # Not every ValidationResult: those of sh:node hang below the result that they explain.
    for node in report.objects(None, SH.result):
        path = report.value(node, SH.resultPath)
        value = report.value(node, SH.value)
        messages = [message for message in report.objects(node, SH.resultMessage) if isinstance(message, RdflibLiteral)]
        yield Result(
            focus=str(report.value(node, SH.focusNode)),
            path=str(path) if isinstance(path, URIRef) else None,
            value=None if value is None else value.n3(),
            value_text=None if value is None else str(value),
            shape=str(report.value(node, SH.sourceShape)),
            messages=tuple(sorted((message.language, str(message)) for message in messages if message.language)),
        )


def _ask(store: Store, graphs: tuple[str, ...], shapes: Graph, shape: Node, constraint: Node) -> Iterator[Result]:
    targets = _targets(store, shapes, shape)
    messages = [message for message in shapes.objects(constraint, SH.message) if isinstance(message, RdflibLiteral)]
    messages = messages or [message for message in shapes.objects(shape, SH.message) if isinstance(message, RdflibLiteral)]
    own_path = shapes.value(shape, SH.path)
    answer = store.query(_text(shapes, constraint, own_path), default_graph=[NamedNode(graph) for graph in graphs])
    assert isinstance(answer, QuerySolutions)
    variables = {variable.value for variable in answer.variables}
    for row in answer:
        focus = row["this"]
        if not isinstance(focus, NamedNode) or focus.value not in targets:
            continue
        path = row["path"] if "path" in variables else None
        # SHACL 5.3.2: without a ?value a node shape reports its focus node.
        value = row["value"] if "value" in variables else (focus if own_path is None else None)
        yield Result(
            focus=focus.value,
            path=path.value if isinstance(path, NamedNode) else (None if own_path is None else str(own_path)),
            value=None if value is None else str(value),
            value_text=value.value if isinstance(value, (NamedNode, Literal)) else None,
            shape=str(shape),
            messages=tuple(sorted((message.language, _filled(str(message), row, variables)) for message in messages if message.language)),
        )


def _targets(store: Store, shapes: Graph, shape: Node) -> set[str]:
    found: set[str] = set()
    for target in shapes.objects(shape, SH.targetClass):
        query = f"SELECT ?node {{ ?node a ?class . ?class <{RDFS.subClassOf}>* {target.n3()} }}"
        answer = store.query(query, use_default_graph_as_union=True)
        assert isinstance(answer, QuerySolutions)
        found.update(row["node"].value for row in answer if isinstance(row["node"], NamedNode))
    return found


def _text(shapes: Graph, constraint: Node, path: Node | None) -> str:
    lines = []
    for prefixes in shapes.objects(constraint, SH.prefixes):
        for declared in shapes.objects(prefixes, SH.declare):
            lines.append(f"PREFIX {shapes.value(declared, SH.prefix)}: <{shapes.value(declared, SH.namespace)}>")
    query = str(shapes.value(constraint, SH.select))
    if path is not None:  # SHACL 5.3.1
        query = re.sub(r"\$PATH\b", lambda _: path.n3(), query)
    return "\n".join([*sorted(lines), query])


def _filled(message: str, row: QuerySolution, variables: set[str]) -> str:
    def text(match: re.Match[str]) -> str:
        term = row[match[1]] if match[1] in variables else None
        return term.value if isinstance(term, (NamedNode, Literal)) else match[0]

    return _PLACEHOLDER.sub(text, message)
