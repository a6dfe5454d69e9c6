"""Every rule finds its wrong example, is content with the right one, and says so in so many words.

``REGENERATE=1 python -m pytest tests/test_rules.py`` writes the expected texts anew; read the difference.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, parse
from rdflib import Graph
from rdflib.namespace import SH
from rdflib.term import Literal, URIRef

from talentmoves import places
from talentmoves.dataset.derivation import derivations
from talentmoves.shacl.hierarchy import Subclasses
from talentmoves.sparql import declared, tokens
from talentmoves.validation.data_graph import DERIVATIONS
from talentmoves.validation.rules import rulebook
from talentmoves.validation.rules.catalogue import catalogue
from talentmoves.vocabulary import TM
from tests.conftest import CASES
from tests.rule_cases import Cases, code

FOLDERS = sorted(folder for folder in CASES.iterdir() if folder.is_dir())
NAMES = [folder.name for folder in FOLDERS]
PARTS = rulebook.PARTS


@cache
def shapes_graph(part: str) -> Graph:
    graph = Graph()
    for file in places.shape_files(part):
        graph.parse(file)
    return graph


@pytest.fixture(scope="module")
def cases(request: pytest.FixtureRequest) -> Iterator[Cases]:
    """The outcomes of the cases that the selected tests are about."""
    selected = {item.callspec.params.get("folder") for item in request.session.items if hasattr(item, "callspec")}
    found = Cases([folder for folder in FOLDERS if folder in selected])
    yield found
    found.close()


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_wrong_example_breaks_just_this_rule_and_says_so(folder: Path, cases: Cases) -> None:
    outcome = cases.wrong(folder)
    assert set(outcome.codes) == {code(folder)}
    assert outcome.located
    expected = folder / "expected.txt"
    if os.environ.get("REGENERATE"):
        expected.write_text(outcome.printed, encoding="utf-8")
    assert outcome.printed == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_right_example_breaks_no_rule(folder: Path, cases: Cases) -> None:
    assert cases.right(folder) == []


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert sorted(map(code, FOLDERS)) == sorted(catalogue())


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_a_case_holds_nothing_but_its_three_files(folder: Path) -> None:
    assert {file.name for file in folder.iterdir()} == {"bad.ttl", "good.ttl", "expected.txt"}


@pytest.mark.parametrize("part", PARTS)
def test_every_shape_with_a_target_tells_people_what_is_wrong(part: str) -> None:
    shapes = shapes_graph(part)
    targeted = (
        set(shapes.subjects(SH.targetClass))
        | set(shapes.subjects(SH.targetNode))
        | set(shapes.subjects(SH.targetSubjectsOf))
        | set(shapes.subjects(SH.targetObjectsOf))
    )
    assert len(targeted) > 30
    for shape in targeted:
        assert isinstance(shape, URIRef)
        assert re.fullmatch(r"TM[0-9]{3}", str(shapes.value(shape, URIRef(TM + "ruleCode")))), shape
        assert shapes.value(shape, SH.severity) in (SH.Violation, SH.Warning, SH.Info), shape
        for predicate in (URIRef(TM + "ruleTitle"), SH.message, URIRef(TM + "repair")):
            languages = sorted(str(text.language) for text in shapes.objects(shape, predicate) if isinstance(text, Literal))
            assert languages == ["en", "zh"], (shape, predicate)


@pytest.mark.parametrize("part", PARTS)
def test_no_shape_is_a_blank_node(part: str) -> None:
    shapes = shapes_graph(part)
    for predicate in (SH.property, SH.sparql, SH.node, SH.qualifiedValueShape, SH.declare):
        assert all(isinstance(node, URIRef) for node in shapes.objects(None, predicate)), predicate


def test_shapes_that_share_a_code_share_title_level_and_repair() -> None:
    for part in PARTS:
        shapes = shapes_graph(part)
        told: dict[str, set[str]] = {}
        for shape, rule in shapes.subject_objects(URIRef(TM + "ruleCode")):
            parts = (shapes.value(shape, SH.severity), *sorted(shapes.objects(shape, URIRef(TM + "ruleTitle"))))
            told.setdefault(str(rule), set()).add(str(parts))
        assert {rule for rule, texts in told.items() if len(texts) > 1} == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_the_compiled_shapes_give_what_pyshacl_gives(folder: Path, cases: Cases) -> None:
    outcome = cases.wrong(folder)
    assert outcome.ours == outcome.theirs != set()


@pytest.mark.parametrize("part", PARTS)
def test_every_query_of_the_shapes_is_asked_once_for_all(part: str) -> None:
    """A query that had to be asked node by node would be slow, and impossible on an endpoint."""
    checks = rulebook.checks(part, Subclasses([]))
    assert [str(check.shape.node) for check in checks if check.each is not None] == []


def test_what_shapes_ask_for_is_derived() -> None:
    """Validation runs only the derivations that shapes need, and they are all that shapes need."""
    derived = {quad.subject.value for quad in parse(path=str(places.derived_vocabulary())) if isinstance(quad.subject, NamedNode)}
    asked = {iri for check in rulebook.checks("consistency", Subclasses([])) for iri in derived if iri in absolute(check.text)}
    made: set[str] = set()
    for one in derivations():
        if one.name in DERIVATIONS:
            made |= {iri for iri in derived if iri in absolute(f"{one.header} ASK {one.template} {one.pattern}")}
    assert asked
    assert asked <= made


def absolute(query: str) -> set[str]:
    """The addresses in a query."""
    found = tokens(query)
    prefixes = declared(found)
    return {token["iri"] or prefixes.get(token["prefix"] or "", "") + (token["local"] or "") for token in found if token["iri"] or token["local"]}
