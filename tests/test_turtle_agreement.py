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
quick = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


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


def with_marker(triple: PlacedTriple, span: tuple[int, int]) -> tuple[str, str, str]:
    """The triple once the word at a place is another one. The terms that stand for brackets are no words."""
    stands_for_item = triple.predicate_span in (triple.subject_span, triple.object_span)
    return (
        MARKER if triple.subject_span == span and not triple.subject.startswith(FRESH) else triple.subject,
        MARKER if triple.predicate_span == span and not stands_for_item else triple.predicate,
        MARKER if triple.object_span == span and not triple.object.startswith(FRESH) else triple.object,
    )


MARKER = "<http://marker/>"
#: What the labels of brackets begin with, beside the labels that the texts have.
FRESH = "_:anon0"


@quick
@given(texts, st.data())
def test_another_word_at_a_place_changes_the_terms_that_stand_there_and_no_others(text: str, data: st.DataObject) -> None:
    text += "\n_:anon <http://e/a> 1 ."
    try:
        theirs(text)
    except SyntaxError:
        assume(False)
    triples = list(read(text, BASE))
    spans = sorted({span for triple in triples for span in triple[3:] if text[span[0]] not in "[()"})
    start, end = span = data.draw(st.sampled_from(spans))
    changed = text[:start] + MARKER + text[end:]
    assert canonical(theirs(changed)) == canonical(with_marker(triple, span) for triple in triples)


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
