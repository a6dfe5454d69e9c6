"""The light reader of SPARQL patterns against rdflib's parser, and the queries written anew from what it read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from pyoxigraph import Store
from pyparsing import ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from talentmoves.shacl.compiling import Check
from talentmoves.shacl.evaluating import StoreSource
from talentmoves.shacl.hierarchy import Subclasses
from talentmoves.shacl.influence import influences
from talentmoves.shacl.model import Query, Shape
from talentmoves.shacl.nesting import nest
from talentmoves.shacl.patterns import Group, Pattern, read_groups
from talentmoves.sparql import declared, tokens
from talentmoves.validation.data_graph import DataGraph
from talentmoves.validation.rules import rulebook
from tests.conftest import CASES


def _queries(shape: Shape) -> Iterator[tuple[str, str]]:
    for constraint in shape.constraints:
        if constraint.kind == "property":
            yield from _queries(constraint.argument)
        elif isinstance(constraint.argument, Query):
            yield str(shape.node).rpartition("/")[2].strip(">"), constraint.argument.text


#: Every query that is written in the shapes, by the name of its shape.
WRITTEN = [pair for part in rulebook.PARTS for shape in rulebook.shapes(part) for pair in _queries(shape)]
CHECKS = [check for part in rulebook.PARTS for check in rulebook.checks(part, Subclasses([]))]
#: What the shapes do not use, and what is easily mistaken.
FURTHER = [
    "SELECT ?this { ?this a <x:y> ; <x:p> ?a , ?b ; . ?a <x:q> 'a. { ?b <x:r> ?c }' }",
    "SELECT ?this { ?this <x:p>/^<x:q>|!<x:r> ?a . ?a (<x:p>|^<x:q>)+/<x:r>? 15 }",
    "SELECT ?this { ?this <x:p>* ?a FILTER(?a > 1 && NOT EXISTS { ?a <x:q> ?b . FILTER EXISTS { ?b <x:r> true } } || ?a < 0) ?a <x:s> ?d }",
    "SELECT ?this { { ?this <x:p> ?a } UNION { ?this <x:q> ?a } UNION { ?a <x:r> ?this } OPTIONAL { ?a <x:s> 'x'@en-GB } MINUS { ?a a <x:t> } }",
    "SELECT ?this { ?this ?p ?o # not a pattern: ?a <x:q> ?b\n BIND(STR(?o) AS ?text) { SELECT ?this { ?this <x:p> '1'^^<x:t> } GROUP BY ?this } }",
    "SELECT ?this { ?this <x:p> ?a . VALUES (?a ?b) { (<x:a> UNDEF) ('1' 2) } ?a <x:q> ?b }",
]


def _in_tree(part: object) -> Iterator[tuple[str, ...]]:
    """Yield the patterns in what rdflib has parsed; its algebra loses some that are in conditions within conditions."""
    if isinstance(part, CompValue):
        for name, value in part.items():
            if name == "triples":
                for flat in value:  # several patterns in a row
                    yield from (tuple(map(repr, flat[at : at + 3])) for at in range(0, len(flat), 3))
            else:
                yield from _in_tree(value)
    elif isinstance(part, (list, tuple, ParseResults)):
        for one in part:
            yield from _in_tree(one)


def _by_rdflib(text: str) -> set[tuple[str, ...]]:
    return set(_in_tree(parseQuery(text)))


def _patterns(group: Group) -> Iterator[Pattern]:
    yield from group.patterns
    for inner in group.groups:
        yield from _patterns(inner)


def _by_ours(text: str) -> set[tuple[str, ...]]:
    top = read_groups(text)
    assert top is not None
    header = " ".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in declared(tokens(text)).items())
    found: set[tuple[str, ...]] = set()
    for pattern in set(_patterns(top)):  # one by one, so that a path is written as rdflib writes it
        one = _by_rdflib(f"{header} SELECT * {{ {' '.join(pattern)} }}")
        assert len(one) == 1, pattern
        found |= one
    return found


@pytest.mark.parametrize(
    "text", [text for _, text in WRITTEN] + FURTHER, ids=[name for name, _ in WRITTEN] + [f"further-{n}" for n in range(len(FURTHER))]
)
def test_the_patterns_of_a_query_are_those_that_a_parser_finds(text: str) -> None:
    assert _by_ours(text) == _by_rdflib(text) != set()


def test_the_patterns_of_every_compiled_check_are_those_that_a_parser_finds() -> None:
    # What differs in names alone is read once.
    texts = sorted({check.text for check in CHECKS})
    assert len(texts) > 100
    for text in texts:
        assert _by_ours(text) == _by_rdflib(text) != set(), text


@pytest.mark.parametrize("text", ["SELECT ?this { ?this <x:p> [ <x:q> 1 ] }", "SELECT ?this { ?this <x:p> (1 2) }", "SELECT ?this { ?this <x:p> ?a"])
def test_what_is_not_understood_is_said(text: str) -> None:
    assert read_groups(text) is None and influences(text, {}) is None and nest(text) == text


@pytest.mark.parametrize("check", CHECKS, ids=[f"{n}-{str(check.shape.node).rpartition('/')[2].strip('>')}" for n, check in enumerate(CHECKS)])
def test_every_pattern_of_a_check_has_a_way_to_the_focus_node(check: Check) -> None:
    assert influences(check.text, {})


def test_a_pattern_without_a_way_to_the_focus_node_is_told() -> None:
    assert influences("SELECT ?this { ?this a <x:y> . ?a <x:p> ?b }", {}) is None


@pytest.fixture(scope="module")
def wrong() -> StoreSource:
    """All that the wrong examples say, together."""
    graph = DataGraph(sorted(CASES.glob("*/bad.ttl")))
    graph.derive()
    return graph.everything


def _rows(source: StoreSource, text: str) -> Counter[tuple[tuple[str, str], ...]]:
    return Counter(tuple(sorted((name, str(term)) for name, term in row.items())) for row in source.select(text))


#: Without TM119, which takes Oxigraph twelve seconds as it is written.
NESTED = [(name, text) for name, text in WRITTEN if nest(text) != text and name != "TM119"]


def test_some_queries_are_nested() -> None:
    assert len(NESTED) > 5


@pytest.mark.parametrize(("name", "text"), NESTED, ids=[name for name, _ in NESTED])
def test_a_nested_query_gives_the_same_rows(name: str, text: str, wrong: StoreSource) -> None:
    assert _rows(wrong, nest(text)) == _rows(wrong, text)


def test_filters_in_what_is_nested_hold_where_their_variables_are_bound() -> None:
    store = Store()
    store.update("INSERT DATA { <x:a> <x:p> 1 . <x:b> <x:p> 2 . <x:a> <x:q> 2 . <x:b> <x:q> 2 . <x:c> <x:q> 3 }")
    text = "SELECT ?this { ?this <x:q> ?high FILTER NOT EXISTS { ?this <x:p> ?low . ?other <x:p> ?low . ?other <x:q> ?same FILTER(?low < ?high) } }"
    assert nest(text) != text
    assert [row["this"].value for row in sorted(StoreSource(store).select(nest(text)), key=str)] == ["x:b", "x:c"]
