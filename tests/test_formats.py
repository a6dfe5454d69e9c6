"""What is written can be read back, and hostile text stays text in every format."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

import talentmoves
from talentmoves.errors import ParameterError
from talentmoves.formats.registry import REPORT_FORMATS, writer
from talentmoves.reports.metadata import Chart, Column
from talentmoves.table import Table
from talentmoves.vocabulary import BASE
from tests.small import data_set, move

COLUMNS = (
    Column("person", "iri", "Who", shown="personName"),
    Column("personName", "string"),
    Column("moves", "iris"),
    Column("names", "strings"),
    Column("number", "integer"),
    Column("share", "decimal"),
    Column("day", "date"),
    Column("sure", "boolean"),
)
HOSTILE = '<script>alert("1")</script> | `x` *b* [a](javascript:alert(1)) & \\'
ROW = (BASE + "person/ann", HOSTILE, (BASE + "move/a", BASE + "move/b"), ("Ann", "Ben"), 12, Decimal("0.5"), date(2024, 2, 29), True)
EMPTY = (None, None, (), (), None, None, None, None)
TABLE = Table(COLUMNS, [ROW, EMPTY], "A <title>", "A | caveat.", Chart(("personName",), ("number",)))
HEAD = [column.name for column in COLUMNS]


def test_csv_reads_back() -> None:
    text = writer("csv")(TABLE)
    assert text.count("\r\n") == 3
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        HEAD,
        [
            BASE + "person/ann",
            HOSTILE,
            f"{BASE}move/a {BASE}move/b",
            *next(csv.reader(io.StringIO(text.split("\r\n")[1])))[3:4],
            "12",
            "0.5",
            "2024-02-29",
            "true",
        ],
        [""] * 8,
    ]


def test_csv_keeps_commas_quotes_and_line_breaks() -> None:
    table = Table((Column("a"),), [('x, "y"\nz',)])
    assert list(csv.reader(io.StringIO(writer("csv")(table), newline=""))) == [["a"], ['x, "y"\nz']]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    for name in ("csv", "tsv"):
        cell = writer(name)(Table((Column("a"),), [(text,)])).split("\n", 1)[1]
        assert cell.lstrip('"').startswith("'")


def test_a_negative_number_stays_a_number() -> None:
    assert writer("csv")(Table((Column("n", "integer"),), [(-3,)])) == "n\r\n-3\r\n"


def test_tsv_has_one_line_a_row() -> None:
    text = writer("tsv")(Table((Column("a"), Column("b")), [("x\ty\nz", None), ("周畅", 1)]))
    assert text == "a\tb\nx y z\t\n周畅\t1\n"


def test_json_reads_back_with_types() -> None:
    document = json.loads(writer("json")(TABLE))
    assert document["title"] == "A <title>" and document["caveat"] == "A | caveat."
    assert [column["type"] for column in document["columns"]] == [column.type for column in COLUMNS]
    expected = [BASE + "person/ann", HOSTILE, [BASE + "move/a", BASE + "move/b"], ["Ann", "Ben"], 12, 0.5, "2024-02-29", True]
    assert document["rows"] == [dict(zip(HEAD, expected, strict=True)), dict(zip(HEAD, [None, None, [], [], None, None, None, None], strict=True))]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_escapes_what_people_wrote() -> None:
    page = _Page()
    page.feed(writer("html")(TABLE))
    assert page.open == [] and "script" not in page.seen
    assert HOSTILE in page.text and "A <title>" in page.text
    assert page.links == [BASE + "move/a", BASE + "move/b"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", 'https://x/" onclick="y', "https://x/<script>"])
def test_an_address_cannot_break_out_of_a_link(address: str) -> None:
    table = Table((Column("a", "iri"),), [(address,)])
    page = _Page()
    page.feed(writer("html")(table))
    assert page.links in ([], [address]) and "script" not in page.seen
    assert not page.links or address.startswith("https://")
    assert "](javascript" not in writer("markdown")(table)


def test_markdown_keeps_its_columns() -> None:
    lines = writer("markdown")(TABLE).splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == 4
    # A pipe that is not escaped would begin another column.
    assert {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in table} == {8}
    assert "\\<script\\>" in lines[4] and "<script>" not in lines[4]
    assert lines[0] == "## A \\<title\\>" and lines[-1] == "A \\| caveat."


def test_markdown_puts_a_value_with_line_breaks_into_one_row() -> None:
    text = writer("markdown")(Table((Column("a"),), [("x\ny\r\nz",)]))
    assert len(text.splitlines()) == 3


def test_svg_is_well_formed_and_says_what_it_shows() -> None:
    root = ElementTree.fromstring(writer("svg")(TABLE))
    name = "{http://www.w3.org/2000/svg}"
    assert root.tag == name + "svg" and root.get("role") == "img" and root.get("aria-label") == "A <title>"
    texts = [element.text for element in root.iter(name + "text")]
    assert HOSTILE in texts and "12" in texts
    assert not list(root.iter(name + "script"))


@pytest.mark.parametrize("values", [[], [0], [-3, 5], [-3, -4], [10**6]])
def test_svg_draws_bars_inside_the_picture(values: list[int]) -> None:
    table = Table((Column("a"), Column("n", "integer")), [("x", value) for value in values], "T", "", Chart(("a",), ("n",)))
    root = ElementTree.fromstring(writer("svg")(table))
    width = float(root.get("width", "0"))
    for bar in root.iter("{http://www.w3.org/2000/svg}rect"):
        left, size = float(bar.get("x", "0")), float(bar.get("width", "0"))
        assert size >= 0 and left >= 0 and left + size <= width


def test_a_report_without_a_chart_has_no_picture() -> None:
    with pytest.raises(ParameterError, match="no picture"):
        writer("svg")(TABLE._replace(chart=None))


def columns_of(text: str) -> int:
    """The terminal columns of a line, by the definition of UAX 11 and not by the program's."""
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize("room", [60, 80, 160])
def test_columns_line_up_in_any_script(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    monkeypatch.setenv("COLUMNS", str(room))
    names = ["周畅 Zhou Chang", "Karén Simonyan 卡伦·西蒙扬", "e\u0301", "ＡＢＣ", "穆斯塔法·苏莱曼穆斯塔法·苏莱曼穆斯塔法·苏莱曼"]
    table = Table((Column("name"), Column("count", "integer"), Column("end")), [(name, 7, "│") for name in names])
    lines = writer("table")(table).splitlines()
    rule = next(line for line in lines if set(line) <= {"─", " "} and line)
    place = columns_of(rule[: rule.rindex(" ") + 1])
    ends = [line for line in lines if line.endswith("│")]
    assert len(ends) == len(names)
    assert {columns_of(line[:-1]) for line in ends} == {place}
    assert max(map(columns_of, lines)) <= room


@pytest.mark.parametrize("room", [40, 79, 120])
@pytest.mark.parametrize("name", ["latest", "flows", "coverage"])
def test_a_table_of_real_rows_is_cut_nowhere(monkeypatch: pytest.MonkeyPatch, name: str, room: int) -> None:
    monkeypatch.setenv("COLUMNS", str(room))
    table = talentmoves.report(name)
    text = writer("table")(table._replace(rows=table.rows[:20]))
    letters = "".join(text.split())
    for row in table.rows[:20]:
        for value, column in zip(row, table.columns, strict=True):
            if column.type == "integer" and value is not None:
                assert str(value) in letters


def test_characters_that_deceive_the_eye_are_made_visible() -> None:
    table = Table((Column("a"),), [("a\u202eb\x1b[31mc\u200bd",)])
    for name in ("table", "markdown", "html"):
        text = writer(name)(table)
        assert not re.search("[\u202e\x1b\u200b]", text), name
        assert "202e" in text


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_a_report_without_rows_is_still_written(name: str) -> None:
    text = writer(name)(TABLE._replace(rows=[]))
    assert text.endswith("\n")
    if name in ("table", "svg"):
        assert "No rows." in text


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_hostile_labels_in_the_data_come_through_as_text(tmp_path: Path, name: str) -> None:
    label = '<script>alert(1)</script> | =1+1 \\" \\\\ \\u202E'
    file = data_set(tmp_path, move("any", person="eve", frm="star", to="alpha"), f'person:eve a tm:Person ; rdfs:label "{label}"@en .\n')
    text = writer(name)(talentmoves.report("flows" if name == "svg" else "latest", data=[file]))
    if name in ("html", "svg"):
        assert "<script>" not in text
    if name == "json":
        assert '<script>alert(1)</script> | =1+1 " \\ \u202e' in json.loads(text)["rows"][0]["name"]
