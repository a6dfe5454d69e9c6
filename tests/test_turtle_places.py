"""The source map and the locator: files in, places out."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from talentmoves.turtle.source_map import Place, SourceMap
from talentmoves.turtle.terms import stored
from talentmoves.validation.locating import Locator

XSD = "http://www.w3.org/2001/XMLSchema#"
ONE = (
    "@prefix : <http://e/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\r\n"
    ':a :p "01"^^xsd:integer , 2 ;\r\n  :q :b .\r:c a :C ; :p """1\u2028\n2""" ; :p "z" , "z" .\n'
    "# :d :p 1 .\n"
    '<http://e/a> a :A ; :p "3.50"^^xsd:decimal .\n'
    ':\\-x :r [ :p :b ] ; :s _:k , "罗福莉😀" , :b .\n'
)
TWO = '<http://e/a> <http://e/p> "four" .\n<http://e/only> <http://e/p> <http://e/b> .\n'


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    one, two, other, broken = (tmp_path / name for name in ("one.ttl", "two.nt", "three.trig", "broken.ttl"))
    one.write_bytes(ONE.encode())
    two.write_bytes(TWO.encode())
    other.write_text("{ <http://e/t> <http://e/p> 1 }")
    broken.write_bytes(b"\xff<http://e/a> a 1 .")
    return [one, two, other, broken, tmp_path / "missing.ttl"]


def said(place: Place | None) -> tuple[str, int, int, str] | None:
    """File, line and column of a place, and what the file has there."""
    if place is None:
        return None
    lines = place.file.read_bytes().decode().replace("\r\n", "\n\x00").replace("\r", "\n").split("\n")
    rest = "\n".join(lines[place.line - 1 :])[place.column - 1 + (place.line > 1 and lines[place.line - 1][:1] == "\x00") :]
    return place.file.name, place.line, place.column, rest[: place.length]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (("a",), ("one.ttl", 7, 1, "<http://e/a>")),  # where its type is, not its first block
        (("only",), ("two.nt", 2, 1, "<http://e/only>")),
        (("a", "p"), ("one.ttl", 2, 4, ":p")),
        (("a", "q"), ("one.ttl", 3, 3, ":q")),
        (("a", "q", "b"), ("one.ttl", 3, 6, ":b")),
        (("a", "p", f'"1"^^<{XSD}integer>'), ("one.ttl", 2, 7, '"01"^^xsd:integer')),
        (("a", "p", f'"01"^^<{XSD}integer>'), ("one.ttl", 2, 7, '"01"^^xsd:integer')),
        (("a", "p", f'"2"^^<{XSD}integer>'), ("one.ttl", 2, 27, "2")),
        (("a", "p", f'"3.5"^^<{XSD}decimal>'), ("one.ttl", 7, 24, '"3.50"^^xsd:decimal')),
        (("a", "p", '"four"'), ("two.nt", 1, 27, '"four"')),
        (("a", None, '"four"'), ("two.nt", 1, 27, '"four"')),
        (("c", "p"), ("one.ttl", 4, 11, ":p")),
        (("-x", "s", "b"), ("one.ttl", 8, 39, ":b")),
        (("-x", "s", '"罗福莉😀"'), ("one.ttl", 8, 30, '"罗福莉😀"')),
        (("d",), None),
        (("t",), None),
        (("a", "none"), None),
        (("a", "p", '"none"'), None),
    ],
)
def test_finding(files: list[Path], question: tuple[str | None, ...], answer: tuple[str, int, int, str] | None) -> None:
    terms = [word if word is None or word[0] == '"' else f"<http://e/{word}>" for word in question]
    assert said(SourceMap(files).find(terms[0] or "", *terms[1:])) == answer


def test_a_text_over_two_lines_has_its_whole_length(files: list[Path]) -> None:
    place = SourceMap(files).find("<http://e/c>", "<http://e/p>", '"1\u2028\\n2"')
    assert place == Place(files[0], 4, 14, 10)


def test_blank_nodes_come_in_the_order_of_the_text(files: list[Path]) -> None:
    assert [said(node.place) for node in SourceMap(files).blank_nodes()] == [("one.ttl", 8, 9, "["), ("one.ttl", 8, 24, "_:k")]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (f'"+01"^^<{XSD}integer>', f'"1"^^<{XSD}integer>'),
        (f'"1.50"^^<{XSD}decimal>', f'"1.5"^^<{XSD}decimal>'),
        (f'"1"^^<{XSD}boolean>', f'"true"^^<{XSD}boolean>'),
        (f'"2024-01-01+00:00"^^<{XSD}date>', f'"2024-01-01Z"^^<{XSD}date>'),
        (f'"no date"^^<{XSD}date>', f'"no date"^^<{XSD}date>'),
        ('"01"', '"01"'),
        ('"01"@en', '"01"@en'),
        ("<http://e/01>", "<http://e/01>"),
    ],
)
def test_a_term_as_a_store_holds_it(written: str, kept: str) -> None:
    assert stored(written) == kept
    store = Store()
    store.load(f"<a:a> <a:a> {written} .", format=RdfFormat.N_TRIPLES)
    assert str(next(iter(store)).object) == kept


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (("http://e/a",), (7, 1)),
        (("http://e/a", "http://e/p"), (2, 4)),
        (("http://e/a", "http://e/none"), (7, 1)),
        (("http://e/a", "http://e/p", f'"2"^^<{XSD}integer>'), (2, 27)),
        (("http://e/a", "http://e/p", f'"1"^^<{XSD}integer>'), (2, 7)),
        (("http://e/a", "http://e/p", f'"01"^^<{XSD}integer>'), (2, 7)),
        (("http://e/a", "http://e/p", f'"3.5"^^<{XSD}decimal>'), (7, 24)),
        (("http://e/a", "http://e/p", '"none"'), (2, 4)),
        (("http://e/a", None, "<http://e/b>"), (3, 6)),
        (("http://e/a", None, "<http://e/q>"), (3, 3)),  # the property itself as the value
        (("_:f00", "http://e/p", "<http://e/b>"), (8, 14)),
        (("f00",), (8, 9)),
        (("http://e/none",), None),
    ],
)
def test_the_locator(files: list[Path], question: tuple[str, ...], answer: tuple[int, int] | None) -> None:
    location = Locator(files).find(*question)
    assert (location and location[1:3]) == answer


def test_each_blank_node_of_a_store_has_a_place_of_its_own(files: list[Path]) -> None:
    locator = Locator(files)
    assert [location and location.column for location in map(locator.find, ["_:f00", "_:f01", "_:f00"])] == [9, 24, 9]
