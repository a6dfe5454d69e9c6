"""pySHACL as the reference: its validation results in a form that ours can be compared with.

Both sides are brought into the same form: terms as N-Triples, paths as SPARQL property paths with every
bracket written. pySHACL is given exactly the terms that the store holds, so that the store's own form
of a literal (``01`` becomes ``1``) is no difference between the two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store
from pyshacl import Validator
from pyshacl.graph_abstraction import DataGraph
from pyshacl.monkey import apply_patches
from rdflib import Graph
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import BNode, Node, URIRef
from rdflib.term import Literal as RdflibLiteral

from talentmoves.rdflib_bridge import to_graph
from talentmoves.shacl import Result

_SPARQL = str(SH.SPARQLConstraintComponent)
_TOKEN = re.compile(r"\s*(<[^<>]*>|[\^/|()*+?])")


class Key(NamedTuple):
    """What two engines must agree on in one validation result."""

    focus: str
    path: str
    value: str | None
    component: str
    shape: str
    severity: str
    #: Of shapes and constraints that have a sh:message; the wording of others is up to the engine.
    messages: tuple[tuple[str, str], ...] = ()


def read(turtle: str) -> Store:
    """Return a store with the triples of a text."""
    store = Store()
    store.load(turtle.encode(), format=RdfFormat.TURTLE, base_iri="http://example.org/")
    return store


def by_pyshacl(data: Store, shapes: Store) -> Counter[Key]:
    """Return pySHACL's validation results as a multiset.

    :raises Exception: whatever pySHACL raises on shapes that it refuses
    """
    apply_patches()
    shapes_graph = to_graph(shapes, (None,))
    validator = _Collecting(
        DataGraph.from_rdflib(to_graph(data, (None,))), shacl_graph=shapes_graph, options={"advanced": (None, SH.target, None) in shapes_graph}
    )
    _, results, _ = validator.run()
    # Among the triples of a result of sh:node are those of the results that explain it.
    return _once(_key(shapes_graph, [triple for triple in triples if triple[0] == node]) for _, node, triples in results)


class _Collecting(Validator):
    """Keeps the results as they are: the report would hold copies of blank nodes, which takes exponential time where they form a cycle."""

    @classmethod
    def create_validation_report(cls, sg: Any, conforms: bool, results: Any) -> Any:
        assert conforms == (not results)
        return results, ""


def ours(results: Iterable[Result], shapes: Store) -> Counter[Key]:
    """Return our results as a multiset in the same form."""
    graph = to_graph(shapes, (None,))
    return _once(own_key(result, _messages(graph, _from_ntriples(result.shape), result.component, set(result.messages))) for result in results)


def _once(keys: Iterable[Key]) -> Counter[Key]:
    """Count them; equal results of a query as one, because pySHACL does. By the standard each solution is a result (5.3.2)."""
    found = Counter(keys)
    return Counter({key: number if key.component.startswith(str(SH)) and key.component != _SPARQL else 1 for key, number in found.items()})


def own_key(result: Result, messages: tuple[tuple[str, str], ...] = ()) -> Key:
    """Return one of our results in the form that is compared."""
    return Key(result.focus, with_brackets(result.path), result.value, result.component, result.shape, result.severity, messages)


def _key(shapes: Graph, triples: list[tuple[Node, Node, Any]]) -> Key:
    told: dict[Node, Any] = {predicate: value[1] if isinstance(value, tuple) else value for _, predicate, value in triples}
    path = told.get(SH.resultPath)
    value = told.get(SH.value)
    component = str(told[SH.sourceConstraintComponent])
    messages = {(text.language or "", str(text)) for _, predicate, text in triples if predicate == SH.resultMessage}
    return Key(
        focus=ntriples(told[SH.focusNode]),
        path="" if path is None else path_text(shapes, path),
        value=None if value is None else ntriples(value),
        component=component,
        shape=ntriples(told[SH.sourceShape]),
        severity=str(told[SH.resultSeverity]),
        messages=_messages(shapes, told[SH.sourceShape], component, messages),
    )


def _messages(shapes: Graph, shape: Node, component: str, told: set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    if not component.startswith(str(SH)):
        return ()  # of a constraint component: pySHACL gives the shape's messages and the validator's together
    if component != _SPARQL:
        return tuple(sorted(told)) if (shape, SH.message, None) in shapes else ()
    if any((constraint, SH.message, None) in shapes for constraint in shapes.objects(shape, SH.sparql)):
        return tuple(sorted(("", text) for _, text in told))  # pySHACL drops the language of these
    return ()


def ntriples(term: Node) -> str:
    """Return the N-Triples form of an rdflib term as the store has it."""
    if isinstance(term, URIRef):
        return str(NamedNode(str(term)))
    if isinstance(term, BNode):
        return str(BlankNode(str(term)))
    assert isinstance(term, RdflibLiteral)
    if term.language:
        literal = Literal(str(term), language=term.language)
    else:
        literal = Literal(str(term), datatype=NamedNode(str(term.datatype))) if term.datatype else Literal(str(term))
    store = Store()
    store.add(Quad(NamedNode("http://example.org/"), NamedNode("http://example.org/"), literal))
    return str(next(iter(store)).object)


def _from_ntriples(text: str) -> Node:
    return BNode(text[2:]) if text.startswith("_:") else URIRef(text[1:-1])


def path_text(graph: Graph, node: Node) -> str:
    """Return a SHACL property path as a SPARQL property path with every bracket.

    :param graph: the shapes graph that the path stands in
    """
    if isinstance(node, URIRef):
        return ntriples(node)
    if (node, RDF.first, None) in graph:
        return "(" + "/".join(path_text(graph, member) for member in Collection(graph, node)) + ")"
    for predicate, sign in ((SH.zeroOrMorePath, "*"), (SH.oneOrMorePath, "+"), (SH.zeroOrOnePath, "?")):
        if (inner := graph.value(node, predicate)) is not None:
            return f"({path_text(graph, inner)}){sign}"
    if (inner := graph.value(node, SH.inversePath)) is not None:
        return f"^({path_text(graph, inner)})"
    members = graph.value(node, SH.alternativePath)
    assert members is not None, node
    return "(" + "|".join(path_text(graph, member) for member in Collection(graph, members)) + ")"


def with_brackets(path: str) -> str:
    """Return a SPARQL property path with every bracket written, so that equal paths are equal texts.

    >>> with_brackets("^<p>/(<q>|<r>)*")
    '(^(<p>)/((<q>|<r>))*)'
    """
    if not path:
        return ""
    tokens = _TOKEN.findall(path)
    assert "".join(tokens) == path.replace(" ", ""), f"not a property path: {path}"
    text = _choice(tokens)
    assert not tokens, f"not a property path: {path}"
    return text


def _choice(tokens: list[str]) -> str:
    members = [_sequence(tokens)]
    while tokens[:1] == ["|"]:
        tokens.pop(0)
        members.append(_sequence(tokens))
    return "(" + "|".join(members) + ")" if members[1:] else members[0]


def _sequence(tokens: list[str]) -> str:
    members = [_element(tokens)]
    while tokens[:1] == ["/"]:
        tokens.pop(0)
        members.append(_element(tokens))
    return "(" + "/".join(members) + ")" if members[1:] else members[0]


def _element(tokens: list[str]) -> str:
    token = tokens.pop(0)
    if token == "^":
        return f"^({_element(tokens)})"
    if token == "(":
        token = _choice(tokens)
        assert tokens.pop(0) == ")"
    if tokens and tokens[0] in "*+?":
        return f"({token}){tokens.pop(0)}"
    return token
