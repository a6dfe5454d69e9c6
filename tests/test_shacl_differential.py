"""Our SHACL engine and pySHACL give the same results on generated graphs, and on our own shapes with damaged examples.

``HYPOTHESIS_PROFILE=long python -m pytest tests/test_shacl_differential.py`` tries fifty times as many, new ones every time.
"""

from __future__ import annotations

import pytest
from hypothesis import assume, event, given, note
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store
from pyshacl.errors import ReportableRuntimeError

from talentmoves.shacl import validate
from talentmoves.validation.data_graph import DataGraph
from talentmoves.vocabulary import CURATED
from tests.conftest import CASES
from tests.rule_cases import PARTS, merged, shapes_of, without_messages
from tests.shacl_graphs import ILL_FORMED, LITERALS, PREFIXES, graphs, profile
from tests.shacl_reference import by_pyshacl, ours, read

SH = "http://www.w3.org/ns/shacl#"

pytestmark = pytest.mark.filterwarnings("ignore:Parsing weird boolean")


@profile(250)
@given(graphs())
def test_generated_graphs(drawn: tuple[str, str]) -> None:
    data, shapes = drawn
    note(data)
    note(shapes)
    data_store, shapes_store = read(data), read(shapes)
    try:
        theirs = by_pyshacl(data_store, shapes_store)
    except ReportableRuntimeError as error:
        assert "to compare a BlankNode" in error.message  # see test_shacl_by_hand.py
        assume(False)
    for key in theirs:
        event(key.component.removeprefix(SH))
    assert ours(validate(data_store, shapes_store), shapes_store) == theirs


FOLDERS = sorted(folder for folder in CASES.iterdir() if folder.is_dir())
RULES = [folder.name[:5] for folder in FOLDERS]


@profile(12)
@given(st.data())
def test_our_shapes_on_damaged_examples(data: st.DataObject) -> None:
    folder = data.draw(st.sampled_from(FOLDERS))
    rules = {folder.name[:5], *data.draw(st.lists(st.sampled_from(RULES), min_size=2, max_size=6))}
    graph = DataGraph([folder / data.draw(st.sampled_from(["bad.ttl", "good.ttl"]))])
    damage(graph.store, data)
    graph.derive()
    for part, names in PARTS.items():
        shapes, store = shapes_of(part, rules), merged(graph.store, names)
        found = ours(validate(store, shapes), shapes)
        for key in found:
            event(key.component.removeprefix(SH))
        assert without_messages(found) == without_messages(by_pyshacl(store, shapes)), part


def damage(store: Store, data: st.DataObject) -> None:
    """Drop a statement, give it another object, or give its subject another property."""
    quads = sorted(store.quads_for_pattern(None, None, None, NamedNode(CURATED)), key=str)
    for _ in range(data.draw(st.integers(1, 4))):
        quad, other = data.draw(st.sampled_from(quads)), data.draw(st.sampled_from(quads))
        kind = data.draw(st.sampled_from(["drop", "other object", "literal", "more"]))
        note(f"{kind}: {quad} {other}")
        if kind != "more":
            store.remove(quad)
        if kind == "other object":
            store.add(Quad(quad.subject, quad.predicate, other.object, quad.graph_name))
        elif kind == "literal":
            store.add(Quad(quad.subject, quad.predicate, term(data.draw(st.sampled_from(LITERALS + ILL_FORMED))), quad.graph_name))
        elif kind == "more":
            store.add(Quad(quad.subject, other.predicate, other.object, quad.graph_name))


def term(turtle: str) -> Literal | NamedNode:
    """A term as Turtle writes it."""
    (quad,) = read(f"{PREFIXES} ex:s ex:p {turtle} .")
    assert isinstance(quad.object, Literal | NamedNode)
    return quad.object
