"""Every report file tells what it is, in lines that grlc reads too, and is SPARQL that every engine reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from pyoxigraph import Literal, NamedNode
from rdflib.plugins.sparql import prepareQuery

from talentmoves import places
from talentmoves.errors import QueryError
from talentmoves.reports import metadata
from talentmoves.reports.binding import bind
from talentmoves.sparql import tokens
from talentmoves.vocabulary import XSD

FILES = places.report_files()
REPORTS = metadata.catalogue()
BY_NAME = pytest.mark.parametrize("report", REPORTS, ids=metadata.names())
BY_FILE = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
WANTED = {
    "latest", "flows", "net-flow", "boomerangs", "founder-exits", "group-moves", "shelters",
    "departures-by-month", "tenures", "alumni", "contradictions", "sources", "theses", "coverage",
}  # fmt: skip
#: What grlc takes for a parameter (https://github.com/CLARIAH/grlc, gquery.py).
GRLC = re.compile(r"\?[_]{1,2}(?P<name>[a-zA-Z0-9]+)(?:_(?P<type>iri|number|literal|integer|[a-zA-Z0-9]+_[a-zA-Z0-9]+))?\b")


def test_the_reports_that_were_promised_are_there() -> None:
    assert set(metadata.names()) >= WANTED


def header(file: Path) -> dict[str, object]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("#+")]
    about = yaml.safe_load("\n".join(line[2:].removeprefix(" ") for line in lines))
    assert isinstance(about, dict)
    return about


@BY_FILE
def test_its_description_is_yaml_with_the_keys_of_grlc_and_ours(file: Path) -> None:
    about = header(file)
    assert about["method"] == "GET"
    assert isinstance(about["tags"], list) and about["tags"]
    assert set(about) <= {"summary", "description", "tags", "method", "defaults", "enumerate", "parameters", "columns", "order", "caveat", "chart"}


@BY_NAME
def test_it_tells_what_it_is_and_what_to_beware_of(report: metadata.Report) -> None:
    for text in (report.summary, report.description, report.caveat):
        assert len(text) > 15 and "\n" not in text
    assert not report.summary.endswith(".") and report.description.endswith(".") and report.caveat.endswith(".")


@BY_NAME
def test_its_columns_are_what_it_selects(report: metadata.Report) -> None:
    select = re.search(r"^SELECT ((?:\?\w+ ?)+)$", report.query, re.MULTILINE)
    assert select
    assert [column.name for column in report.columns] == [name.removeprefix("?") for name in select[1].split()]
    names = {column.name for column in report.columns}
    for column in report.columns:
        assert len(column.summary) >= 3, column.name
        assert not column.shown or column.shown in names
    assert {key.removeprefix("-") for key in report.order} <= names
    if report.chart:
        assert set(report.chart.label) | set(report.chart.values) <= names


@BY_NAME
def test_its_parameters_have_a_type_a_default_and_a_summary(report: metadata.Report) -> None:
    assert "asOf" in {parameter.name for parameter in report.parameters}
    for parameter in report.parameters:
        assert len(parameter.summary) > 15 and parameter.default
        if parameter.type == "choice":
            assert parameter.default in parameter.choices
        elif parameter.type == "integer":
            assert int(parameter.default) > 0
        elif parameter.type == "date":
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", parameter.default)
        else:
            assert parameter.default.startswith("http")


@BY_FILE
def test_it_describes_no_parameter_that_it_does_not_have(file: Path) -> None:
    about = header(file)
    has = {parameter.name for parameter in metadata.read(file).parameters}
    for key in ("parameters", "defaults", "enumerate"):
        entries = about.get(key, [])
        assert isinstance(entries, list)
        assert {name for entry in entries for name in entry} <= has, key


@BY_NAME
def test_grlc_finds_the_same_parameters(report: metadata.Report) -> None:
    datatypes = {"iri": "iri", "integer": "integer", "date": "xsd_date", "choice": None}
    found = {match["name"]: match["type"] for match in GRLC.finditer(report.query)}
    assert found == {parameter.name: datatypes[parameter.type] for parameter in report.parameters}


def bound(report: metadata.Report) -> str:
    terms: dict[str, NamedNode | Literal] = {}
    for parameter in report.parameters:
        datatype = {"integer": "integer", "date": "date"}.get(parameter.type, "string")
        value = parameter.default
        terms[parameter.variable] = NamedNode(value) if parameter.type == "iri" else Literal(value, datatype=NamedNode(XSD + datatype))
    return bind(report.query, terms)


@BY_NAME
def test_rdflib_reads_it_with_its_parameters_bound(report: metadata.Report) -> None:
    text = bound(report)
    assert not re.search(r"\?_\w", text)
    assert prepareQuery(text).algebra.name == "SelectQuery"


@BY_NAME
def test_it_declares_every_prefix_that_it_uses(report: metadata.Report) -> None:
    found = tokens(report.query)
    used = {token["prefix"] for token in found if token["prefix"]}
    assert used <= set(re.findall(r"^PREFIX (\w+):", report.query, re.MULTILINE))


@BY_NAME
def test_it_keeps_to_what_every_engine_gets_right(report: metadata.Report) -> None:
    words = {(token["word"] or "").upper() for token in tokens(report.query)}
    assert not words & {"ORDER", "LIMIT", "SERVICE", "VIRTUOSO"}
    # Virtuoso takes `<=` before a bound date for `<`.
    assert not re.search(r"<=\s*\?_\w+_xsd_date", report.query)
    for inner in _not_exists(report.query):
        assert "FILTER" not in inner, inner


def _not_exists(query: str) -> list[str]:
    found = []
    for start in re.finditer(r"NOT\s+EXISTS\s*\{", query):
        depth, at = 1, start.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(query[at], 0)
            at += 1
        found.append(query[start.end() : at])
    return found


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("SELECT * {}", "no description"),
        ("#+ just words\nSELECT * {}", "no description"),
        ("#+ summary: a: b\nSELECT * {}", "not YAML"),
        ("#+ summary: S\nSELECT * { ?s ?p ?_who_iri }", "no default or no summary"),
        ("#+ summary: S\n#+ columns:\n#+   - {name: s, type: colour}\nSELECT ?s {}", "unknown type 'colour'"),
    ],
)
def test_a_report_that_does_not_tell_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(QueryError, match=complaint):
        metadata.read(file)


def test_a_value_never_becomes_syntax() -> None:
    text = bind('ASK { ?s ?p ?_name . # ?_name\n FILTER(?p != "?_name") }', {"_name": Literal('x" } ; DROP ALL #')})
    assert text == 'ASK { ?s ?p "x\\" } ; DROP ALL #" . # ?_name\n FILTER(?p != "?_name") }'
