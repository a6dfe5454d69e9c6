"""The Turtle reader says what pyoxigraph says, and the source map what the reader says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, Store, parse

from talentmoves.turtle.lines import Lines
from talentmoves.turtle.reader import PlacedTriple, read
from talentmoves.turtle.source_map import Place, SourceMap
from talentmoves.turtle.statements import Statements
from talentmoves.turtle.terms import RDF, stored

from .conftest import ROOT
from .turtle_texts import texts

BASE = "http://example.org/base/"
Terms = list[tuple[str, ...]]
quick = settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def theirs(text: str) -> Terms:
    return [(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in parse(text.encode(), format=RdfFormat.TURTLE, base_iri=BASE)]


def ours(text: str) -> Terms:
    return [triple[:3] for triple in read(text, BASE)]


def canonical(triples: Iterable[tuple[str, ...]]) -> list[str]:
    """The triples with the labels that RDFC-1.0 gives: equal for isomorphic graphs."""
    text = "".join(" ".join(triple) + " .\n" for triple in triples)
    dataset = Dataset(parse(text.encode(), format=RdfFormat.N_TRIPLES))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, dataset))


@pytest.mark.parametrize("folder", ["data", "ontology", "shapes", "tests"])
def test_they_agree_on_every_file_of_the_project(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.ttl"))
    assert files
    for file in files:
        text = file.read_bytes().decode("utf-8")
        own, other = ours(text), theirs(text)
        assert len(own) == len(other), file
        assert own == other or canonical(own) == canonical(other), file


@quick
@given(texts)
def test_they_agree_on_generated_texts(text: str) -> None:
    try:
        expected = theirs(text)
    except SyntaxError:
        assume(False)
    own = ours(text)
    assert len(own) == len(expected)
    assert canonical(own) == canonical(expected)


@quick
@given(texts)
def test_every_place_holds_the_word_of_its_term(text: str) -> None:
    try:
        theirs(text)
    except SyntaxError:
        assume(False)
    # A word that is read alone, under the prefixes that held there, is the term again.
    for triple in read("@prefix w: <http://w/> . " + text, BASE):
        for term, (start, end) in zip(triple[:3], triple[3:], strict=True):
            word = ("@prefix w: <http://w/> . " + text)[start:end]
            assert start < end
            if term[0] == '"':
                assert word[0] in "\"'+-.0123456789tf"
            elif term.startswith("_:anon0"):
                assert word[0] in "[(\"'+-.0123456789<_:tfeaé"
            elif term[0] == "_":
                assert word == term or word in ("[", "(") or term.startswith("_:anon")


def found_by_reading(file: Path, text: str, subject: str, predicate: str | None, value: str | None) -> Place | None:
    """What the source map is to find, from all triples."""
    lines = Lines(text)

    def place(span: tuple[int, int]) -> Place:
        return Place(file, *lines.position(span[0]), span[1] - span[0])

    triples: list[PlacedTriple] = [triple for triple in read(text, BASE) if triple.subject == subject]
    if predicate is None:
        typed = [triple for triple in triples if triple.predicate == f"<{RDF}type>"]
        return place((typed or triples)[0].subject_span) if triples else None
    triples = [triple for triple in triples if triple.predicate == predicate]
    if value is None:
        return place(triples[0].predicate_span) if triples else None
    return next((place(triple.object_span) for triple in triples if stored(triple.object) == stored(value)), None)


@quick
@given(texts)
def test_the_source_map_finds_without_reading_all_what_a_full_reading_finds(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    try:
        store = Store()
        store.load(text, format=RdfFormat.TURTLE, base_iri=BASE)
    except SyntaxError:
        assume(False)
    file = tmp_path_factory.getbasetemp() / "random.ttl"
    file.write_bytes(text.encode("utf-8"))
    sources = SourceMap([file], BASE)
    for quad in store:
        subject, predicate, value = str(quad.subject), str(quad.predicate), str(quad.object)
        if subject[0] == "_":
            continue
        for question in ((subject, None, None), (subject, predicate, None), (subject, predicate, value)):
            if value[0] == "_" and question[2]:
                continue
            place = sources.find(*question)
            assert place is not None
            assert place == found_by_reading(file, text, *question)


@quick
@given(texts, st.data())
def test_no_cut_text_makes_the_source_map_fail(text: str, data: st.DataObject) -> None:
    cut = text[: data.draw(st.integers(0, len(text)))] + data.draw(st.text(max_size=3))
    statements = Statements(cut, BASE)
    for subject in statements.subjects:
        statements.about(subject)
