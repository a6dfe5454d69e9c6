"""Tests of defects that are not yet mended; each belongs into the module named above it."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest
from rdflib import URIRef

import talentmoves
from talentmoves.formats.registry import writer
from talentmoves.reports.metadata import Column
from talentmoves.table import Table
from talentmoves.vocabulary import BASE, CURATED, TM
from tests.conftest import Run
from tests.servers import answer, drip, serving
from tests.small import data_set, move, rows
from tests.test_cli_input import refused
from tests.test_endpoint_errors import failed, HEAD

# tests/test_report_flows.py
def test_a_span_of_years_is_possible_in_the_years_between_too(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", left="2021/2023"))
    assert len(rows("departures-by-month", file, "month")) == 36




# tests/test_endpoint_errors.py
def test_no_web_server(moves: Run) -> None:
    with serving(drip(b"", first=b"220 mail.example ESMTP\r\n")) as url:
        assert "cannot be reached" in failed(moves, url)



@pytest.mark.parametrize(("code", "exit_code"), [(500, 3), (404, 3), (401, 3), (400, 2)])
def test_an_error_s_text_is_shown_as_text(moves: Run, code: int, exit_code: int) -> None:
    with serving(answer(code, "磁盘已满 disk full".encode(), "text/plain")) as url:
        assert "磁盘已满 disk full" in failed(moves, url, code=exit_code)


def test_an_endpoint_whose_headers_drip_is_given_up_in_time(moves: Run) -> None:
    with serving(drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")) as url:
        start = time.monotonic()
        failed(moves, url, "--timeout", "2")
        assert time.monotonic() - start < 4.5


def test_triples_that_break_off_between_two_statements_are_no_answer(moves: Run) -> None:
    yes, cut = answer(200, b'{"head": {}, "boolean": true}'), answer(200, b"<urn:a> <urn:b> <urn:c> .\n", "text/turtle", length=500)
    with serving(lambda request: (cut if "turtle" in request.headers["Accept"] else yes)(request)) as url:
        assert moves("query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "--endpoint", url).returncode == 3


# tests/test_cli_input.py
def test_an_empty_query_text(moves: Run) -> None:
    assert "the query is empty." in refused(moves, "query", "")


def test_an_undeclared_prefix_in_a_query_is_named(moves: Run) -> None:
    told = refused(moves, "query", "ASK { ?s foo:bar ?o }")
    assert "foo" in told and "FDCF" not in told


def test_an_offer_is_in_the_script_of_what_was_typed(moves: Run) -> None:
    assert "Did you mean Google" in refused(moves, "report", "latest", "--company", "Gogle")


# tests/test_cli.py
def test_a_from_clause_is_heeded(moves: Run) -> None:
    one = moves("query", f"SELECT (COUNT(*) AS ?n) FROM <{CURATED}> {{ ?s ?p ?o }}", "-f", "csv").stdout
    assert one == moves("query", f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{CURATED}> {{ ?s ?p ?o }} }}", "-f", "csv").stdout


# tests/test_python.py
def test_a_decimal_keeps_its_noughts(tmp_path: Path) -> None:
    graph = talentmoves.graph(data=[data_set(tmp_path, move("any", person="ann", to="alpha"), "move:any tm:minShare 0.50 .\n")])
    assert str(graph.value(URIRef(BASE + "move/any"), URIRef(TM + "minShare"))) == "0.50"


# tests/test_formats.py
def test_a_list_of_names_can_be_taken_apart_again() -> None:
    (row,) = list(csv.reader(io.StringIO(writer("csv")(Table((Column("a", "strings"),), [(("Light Years", "Nova"),)])))))[1:]
    assert row == ["Light Years; Nova"]


# tests/test_release.py
def test_reports_can_be_asked_of_a_merged_release_too(moves: Run, release: Path) -> None:
    done = moves("report", "boomerangs", "-f", "csv", "--data", release / "talent-moves.ttl")  # does not end in 120 s
    assert done.stdout == moves("report", "boomerangs", "-f", "csv").stdout


# tests/test_cache.py: add "a file gone" to the harms of test_a_damaged_entry_is_no_problem
#    elif harm == "a file gone":
#        next(file for file in files if "stateOf" in file.name).unlink()

# tests/test_cli.py
def test_a_query_without_braces_is_a_query(moves: Run) -> None:
    assert "tm:Person" in moves("query", "DESCRIBE person:zhou-chang").stdout

# tests/test_rules.py: empty WAITING (TM008, TM016)
