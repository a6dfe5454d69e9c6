"""Differences of random data sets: OLD and the patch make NEW, by hash, whatever statements they hold."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad
from rdflib import Dataset

from talentmoves.comparing import as_json, layouts, patch
from talentmoves.comparing.changes import changes
from talentmoves.comparing.delta import compare
from talentmoves.errors import MovesError
from talentmoves.release.edition import canonical_lines
from talentmoves.vocabulary import BASE, CURATED, DERIVED, ONTOLOGY, PREFIXES, RDF_TYPE, SHAPES, TM, XSD

# Every escape of N-Quads, characters that turn the direction of text, and what looks like other parts of a statement.
_AWKWARD = [
    "\\",
    '"',
    "\n",
    "\r",
    "\t",
    "\b",
    "\f",
    "\0",
    "\x7f",
    "\x85",
    "\u2028",
    "\u202e",
    "\ufeff",
    "_:c14n0",
    " .",
    "#",
    "<a>",
    "@en",
    "😀",
    "周畅",
]
_TEXT = st.lists(st.one_of(st.sampled_from(_AWKWARD), st.text(st.characters(exclude_categories=("Cs",)), max_size=3)), max_size=4).map("".join)
_IRIS = st.sampled_from([f"{BASE}{kind}/{name}" for kind in ("person", "company", "move", "claim", "source") for name in "abc"])
_NODES = st.one_of(_IRIS.map(NamedNode), st.sampled_from("xyz").map(BlankNode))
_LITERALS = st.one_of(
    _TEXT.map(Literal),
    st.builds(lambda text, language: Literal(text, language=language), _TEXT, st.sampled_from(["en", "zh", "zh-hant-tw"])),
    st.builds(
        lambda text, name: Literal(text, datatype=NamedNode(name)), _TEXT, st.sampled_from([XSD + "date", XSD + "gYear", "http://a.example/t"])
    ),
)
_NAMES = ["about", "person", "source", "says", "left", "toCompany", "status"]
_PREDICATES = st.sampled_from([*(TM + name for name in _NAMES), PREFIXES["rdfs"] + "label", "http://a.example/\u00fc"]).map(NamedNode)
_GRAPHS = st.sampled_from([*map(NamedNode, (CURATED, CURATED, DERIVED, ONTOLOGY, SHAPES, "http://a.example/g")), BlankNode("g"), DefaultGraph()])
_CLASSES = st.sampled_from([TM + name for name in ("Person", "Company", "Move", "GroupMove", "Claim", "Thesis", "Source", "Role")]).map(NamedNode)
_KINDS = st.builds(lambda thing, kind: Quad(NamedNode(thing), NamedNode(RDF_TYPE), kind, NamedNode(CURATED)), _IRIS, _CLASSES)
_QUADS = st.one_of(_KINDS, st.builds(Quad, _NODES, _PREDICATES, st.one_of(_NODES, _LITERALS), _GRAPHS))
#: Two states that have some statements in common.
_STATES = st.tuples(*[st.lists(_QUADS, max_size=12)] * 3).map(
    lambda three: (canonical_lines([*three[0], *three[1]]), canonical_lines([*three[0], *three[2]]))
)


@settings(max_examples=100, deadline=None)
@given(_STATES)
def test_old_and_the_patch_make_new_and_the_reverse_goes_back(states: tuple[bytes, bytes]) -> None:
    old, new = states
    for before, after in ((old, new), (new, old)):
        delta = compare(before, after).delta
        content = patch.write(delta)
        read = patch.read(content)
        assert read.removed.keys() == set(delta.removed) and read.added.keys() == set(delta.added)
        made = patch.apply(read, before)
        assert made == after
        assert hashlib.sha256(made).hexdigest() == delta.new_hash == read.new_hash


@settings(max_examples=100, deadline=None)
@given(_STATES)
def test_a_state_does_not_differ_from_itself(states: tuple[bytes, bytes]) -> None:
    for state in states:
        comparison = compare(state, state)
        assert (comparison.delta.removed, comparison.delta.added) == ([], [])
        assert changes(comparison).changes == []


@settings(max_examples=60, deadline=None)
@given(_STATES)
def test_whatever_changed_it_can_be_told(states: tuple[bytes, bytes]) -> None:
    found = changes(compare(*states))
    for language in ("en", "zh"):
        for told in (layouts.text(found, "a", "b", language), layouts.markdown(found, "a", "b", language)):
            assert not set(told) & set("\u202e\ufeff\0\x7f\x85")
    assert "\u202e" not in as_json.write(found, "a", "b")


@settings(max_examples=60, deadline=None)
@given(_STATES)
def test_over_a_removal_the_patch_still_makes_new_and_quotes_nothing_that_goes(states: tuple[bytes, bytes]) -> None:
    old, kept = states
    tombstone = f"<{BASE}removal/2026-01-05-0a1b2c3d> <{RDF_TYPE}> <{TM}Removal> <{CURATED}> .\n".encode()
    new = b"".join(sorted({*kept.splitlines(keepends=True), tombstone}))
    comparison = compare(old, new)
    content = patch.write(comparison.delta)
    assert not any(line.startswith(b"D ") for line in content.split(b"\n"))
    assert patch.apply(patch.read(content), old) == new
    with pytest.raises(MovesError):
        compare(new, old)


@settings(max_examples=60, deadline=None)
@given(_STATES, st.data())
def test_a_patch_that_was_altered_is_refused(states: tuple[bytes, bytes], data: st.DataObject) -> None:
    old, new = states
    content = patch.write(compare(old, new).delta)
    lines = content.decode().split("\n")[:-1]
    at = data.draw(st.integers(0, len(lines) - 1))
    altered = data.draw(
        st.sampled_from([[*lines[:at], *lines[at + 1 :]], [*lines[: at + 1], *lines[at:]], [*lines[:at], lines[at][:-1], *lines[at + 1 :]]])
    )
    try:
        made = patch.apply(patch.read("\n".join([*altered, ""]).encode()), old)
    except MovesError:
        return
    # Only the names of the states can go without doing harm.
    assert made == new and lines[at].startswith(("H id", "H prev "))


_PLAIN = st.one_of(
    _KINDS,
    st.builds(
        Quad,
        _IRIS.map(NamedNode),
        _PREDICATES,
        st.one_of(_IRIS.map(NamedNode), _TEXT.map(lambda text: Literal(text.replace("\0", "")))),
        st.just(NamedNode(CURATED)),
    ),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_PLAIN, max_size=6), st.lists(_PLAIN, max_size=6))
def test_another_tool_makes_the_same_of_the_patch(one: list[Quad], other: list[Quad]) -> None:
    old, new = canonical_lines(one), canonical_lines(other)
    applied, expected = Dataset(), Dataset()
    applied.parse(data=old.decode(), format="nquads")
    applied.parse(data=patch.write(compare(old, new).delta).decode(), format="patch")
    expected.parse(data=new.decode(), format="nquads")
    assert set(applied.quads()) == set(expected.quads())
