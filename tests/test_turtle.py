"""The Turtle reader: where the words of every triple stand, and what it refuses."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from talentmoves.turtle.errors import TurtleError
from talentmoves.turtle.reader import MAX_DEPTH, read
from talentmoves.turtle.statements import Statements

HERE = Path(__file__).with_name("turtle")
PREFIX = "@prefix : <http://e/> .\n"


def placed(text: str, base: str | None = None) -> list[str]:
    """The triples with the text at each of the three places, and the offset of each."""
    lines = []
    for triple in read(text, base):
        words = [f"{text[start:end]}@{start}" for start, end in triple[3:]]
        line = " | ".join((*triple[:3], *words)).replace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:")
        lines.append(line.replace("\n", "⏎").replace("\r", "␍"))
    return lines


@pytest.mark.parametrize("file", sorted(HERE.glob("*.ttl")), ids=lambda file: file.stem)
def test_every_construct_has_its_places(file: Path) -> None:
    expected = file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert placed(file.read_bytes().decode("utf-8"), "http://base/a/b") == expected


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        (":a :b :c .", 0, "the prefix : has not been declared"),
        (PREFIX + ":a :b x:c .", 30, "the prefix x: has not been declared"),
        (PREFIX + ":a :b <c> .", 30, "relative"),
        (PREFIX + ":a :b :c", 32, "ends within a statement"),
        (PREFIX + ':a :b "c .', 30, "no end"),
        (PREFIX + ':a :b """c" .', 30, "no end"),
        (PREFIX + ':a "b" :c .', 27, "a property"),
        (PREFIX + '"a" :b :c .', 24, "the subject"),
        (PREFIX + ":a _:b :c .", 27, "a property"),
        (PREFIX + ":a :b :c :d .", 33, "';', ','"),
        (PREFIX + ":a :b ( :c .", 35, "not expected"),
        (PREFIX + ":a :b [ :c :d .", 38, "';', ','"),
        (PREFIX + ":a :b :c ] .", 33, "';', ','"),
        (PREFIX + "[] .", 27, "not expected"),
        (PREFIX + ":a :b TRUE .", 30, "not expected"),
        (PREFIX + ':a :b "\\uD800" .', 30, "not an escape"),
        (PREFIX + ':a :b "\\U00110000" .', 30, "not an escape"),
        (PREFIX + ":a :b <http://e/\\u0020> .", 30, "no address may have"),
        (PREFIX + ":a :b << :a :b :c >> .", 30, "angle brackets"),
        (PREFIX + ":a :b :c {| :d :e |} .", 33, "';', ','"),
        ("@prefix : <http://e/> :a :b :c .", 24, "full stop"),
        ("@prefix x <http://e/> .", 9, "colon"),
        ("@prefix", 7, "colon"),
        ("@base", 5, "angle brackets"),
        ("@prefix x:", 10, "angle brackets"),
        ("\ufeff" + PREFIX, 0, "not expected"),
    ],
)
def test_what_is_no_turtle_is_refused_with_its_place(text: str, offset: int, message: str) -> None:
    with pytest.raises(TurtleError, match=message) as caught:
        list(read(text))
    assert caught.value.offset == offset


def test_a_label_that_is_written_is_never_given_to_another_node() -> None:
    written = [str(next(read(PREFIX + ":a :b [] .")).object)]
    for _ in range(3):  # take the labels that the reader would give, and look again
        text = PREFIX + ":a :b [] , " + ", ".join(written) + " ."
        given = next(read(text)).object
        assert given not in written
        written.append(given)


@pytest.mark.parametrize(("opening", "closing"), [("( ", ") "), ("[ :b ", "] ")])
def test_deep_nesting_is_read_and_refused_beyond_the_limit(opening: str, closing: str) -> None:
    depth = 20_000
    nested = PREFIX + ":a :b " + opening * depth + ":c " + closing * depth + "."
    assert sum(1 for _ in read(nested)) == (2 * depth + 1 if opening == "( " else depth + 1)
    with pytest.raises(TurtleError, match="brackets are open"):
        list(read(PREFIX + ":a :b " + opening * (MAX_DEPTH + 1)))


def work(text: str) -> None:
    try:
        for _ in read(text):
            pass
    except TurtleError:
        pass
    Statements(text).about("<http://e/a>")


UNITS = [
    '"',
    "'",
    "<",
    "[",
    "(",
    "#",
    "\\",
    ".",
    "a",
    "a.",
    "a:",
    ":",
    "@",
    "1",
    "1.",
    "-",
    "%",
    "^",
    " ",
    '"\\',
    '"a"^^',
    '"a" ',
    '"""a',
    "'''\"\"\"",
]


@pytest.mark.parametrize("unit", [*UNITS, "<a", "_:a.", "a.a:b ", "#\n", ":a;", "[:b ", '""', "<<", "{|", "é", "\r", "@prefix "])
def test_hostile_text_takes_time_in_proportion_to_its_length(unit: str) -> None:
    # A way that takes the square would need minutes here.
    begin = time.process_time()
    work(PREFIX + ":a :b " + unit * (300_000 // len(unit)))
    assert time.process_time() - begin < 5


@pytest.mark.parametrize("text", ['"{}"', '"""{}"""', "<http://e/{}>", ":{}"])
def test_one_word_of_megabytes(text: str) -> None:
    word = text.format("x" * 5_000_000)
    (triple,) = read(PREFIX + ":a :b " + word + " .")
    assert triple.object_span == (30, 30 + len(word))


def test_many_prefixes_need_no_copy_for_each() -> None:
    text = "".join(f"@prefix p{at}: <http://e/{at}> . p{at}:a p0:b p{at}:c .\n" for at in range(5_000))
    begin = time.process_time()
    statements = Statements(text)
    assert [triple.object for at in range(0, 5_000, 500) for triple in statements.about(f"<http://e/{at}a>")] == [
        f"<http://e/{at}c>" for at in range(0, 5_000, 500)
    ]
    assert time.process_time() - begin < 5
