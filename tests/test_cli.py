"""The program as a user meets it: help, exit codes, streams, formats."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest

from talentmoves.main import COMMANDS, main
from talentmoves.reports import metadata
from tests.conftest import CASES, ROOT, Run

BAD = CASES / "TM101-joined-before-left" / "bad.ttl"
WARNING = CASES / "TM103-announced-late" / "bad.ttl"
GOOD = CASES / "TM101-joined-before-left" / "good.ttl"


def test_help_lists_every_command(moves: Run) -> None:
    done = moves("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for name, summary in COMMANDS.items():
        assert f"  {name}" in done.stdout and summary in done.stdout
    assert moves("-h").stdout == done.stdout


def _commands() -> list[tuple[str, click.Command]]:
    context = click.Context(main)
    found = [(name, main.get_command(context, name)) for name in COMMANDS]
    reports = dict(found)["report"]
    assert isinstance(reports, click.Group)
    found += [(f"report {name}", reports.get_command(context, name)) for name in metadata.names()]
    return [(name, command) for name, command in found if command is not None]


@pytest.mark.parametrize(("name", "command"), _commands(), ids=[name for name, _ in _commands()])
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    assert command.help and len(command.help) > 40
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help and len(parameter.help) > 10, parameter.name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_page(moves: Run, name: str) -> None:
    done = moves(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: moves {name}")


def test_a_report_s_help_tells_columns_parameters_and_caveat(moves: Run) -> None:
    text = moves("report", "shelters", "--help").stdout
    report = metadata.find("shelters")
    words = " ".join(text.split())
    for column in report.columns:
        assert f"{column.name} ({column.type})" in words
    for parameter in report.parameters:
        assert parameter.option in words
    assert "[default: 12]" in words and " ".join(report.caveat.split()) in words


def test_version_and_module(moves: Run) -> None:
    done = moves("--version")
    assert done.returncode == 0 and done.stdout.startswith("moves 0.")
    beside = Path(sys.executable).with_name("moves")
    assert subprocess.run([beside, "--version"], capture_output=True, text=True, check=True).stdout == done.stdout


def test_the_catalogue_lists_every_report(moves: Run) -> None:
    lines = moves("report").stdout.splitlines()
    assert [line.split()[0] for line in lines] == metadata.names()


def test_a_report_in_every_format(moves: Run) -> None:
    found = {name: moves("report", "flows", "-f", name, "--limit", "3") for name in ("csv", "tsv", "json", "markdown", "html", "svg", "table")}
    assert {done.returncode for done in found.values()} == {0} and {done.stderr for done in found.values()} == {""}
    rows = list(csv.DictReader(io.StringIO(found["csv"].stdout, newline="")))
    records = json.loads(found["json"].stdout)["rows"]
    assert len(rows) == len(records) == 3
    assert [row["certain"] for row in rows] == [str(record["certain"]) for record in records]
    assert [row["moves"].split() for row in rows] == [record["moves"] for record in records]
    assert len(found["tsv"].stdout.splitlines()) == 4
    assert found["markdown"].stdout.count("\n|") == 5
    assert found["html"].stdout.count("<tr>") == 4
    assert ElementTree.fromstring(found["svg"].stdout).tag.endswith("svg")


def test_output_goes_to_a_file_that_is_written_whole(moves: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    done = moves("report", "latest", "-f", "csv", "-o", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert file.read_text(encoding="utf-8").replace("\r", "") == moves("report", "latest", "-f", "csv").stdout.replace("\r", "")
    assert list(tmp_path.iterdir()) == [file]
    assert oct(file.stat().st_mode & 0o777) == oct(0o666 & ~_umask())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize("command", ["report latest -f csv", "report theses -f html", "query 'SELECT * { ?s ?p ?o }' -f csv", "explain"])
def test_a_reader_who_goes_away_is_no_error(command: str) -> None:
    line = f"set -o pipefail; {sys.executable} -m talentmoves {command} | head -1 >/dev/null"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_output_is_utf_8_whatever_the_locale(moves: Run) -> None:
    usual = moves("report", "latest", "-f", "csv").stdout
    assert "周畅" in usual
    assert moves("report", "latest", "-f", "csv", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0").stdout == usual


@pytest.mark.parametrize(
    "name",
    [
        "Noam Shazeer",
        "noam-shazeer",
        "person/noam-shazeer",
        "person:noam-shazeer",
        "NOAM SHAZEER",
        "https://w3id.org/talent-moves/person/noam-shazeer",
    ],
)
def test_an_entity_goes_by_any_of_its_names(moves: Run, name: str) -> None:
    assert moves("show", name).stdout.splitlines()[:2] == ["Noam Shazeer", "person/noam-shazeer"]


def test_a_name_in_chinese_finds_what_the_english_one_finds(moves: Run) -> None:
    assert moves("show", "字节跳动").stdout == moves("show", "ByteDance").stdout != ""
    one = moves("report", "latest", "--company", "字节跳动", "-f", "csv").stdout
    assert one == moves("report", "latest", "--company", "ByteDance", "-f", "csv").stdout and len(one.splitlines()) > 5


def test_a_dossier_opens_a_move_down_to_its_sources(moves: Run) -> None:
    text = moves("show", "noam-shazeer-google-deepmind-2024").stdout
    for expected in ("Character.AI", "announced 2024-08-02", "confirms", "reports", "https://gptnb.com", "L12.s5"):
        assert expected in text, expected


def test_validating_tells_by_its_exit_code(moves: Run) -> None:
    clean = moves("validate", "--data", GOOD)
    assert (clean.returncode, clean.stdout) == (0, "Clean: no findings.\n")
    bad = moves("validate", "--data", BAD, cwd=ROOT)
    assert bad.returncode == 1
    # The rule's own expected text names no data set in its next step; the command names the one that it was given.
    expected = (BAD.parent / "expected.txt").read_text(encoding="utf-8")
    assert bad.stdout == expected.replace("validate again", f"validate --data {BAD} again")
    assert moves("validate", "--data", WARNING).returncode == 0
    assert moves("validate", "--data", WARNING, "--fail-on", "warning").returncode == 1


def test_validating_shows_levels_and_languages(moves: Run) -> None:
    assert "warning[TM103]" in moves("validate", "--data", WARNING).stdout
    assert moves("validate", "--data", WARNING, "--level", "error").stdout.startswith("Clean: nothing that needs mending. (1 lighter")
    assert "错误[TM101]" in moves("validate", "--data", BAD, "--lang", "zh").stdout


def test_findings_as_json(moves: Run) -> None:
    (finding,) = json.loads(moves("validate", "--data", BAD, "-f", "json", cwd=ROOT).stdout)["findings"]
    assert finding["code"] == "TM101" and finding["level"] == "error" and finding["file"] == str(BAD.relative_to(ROOT))
    line = BAD.read_text(encoding="utf-8").splitlines()[finding["line"] - 1]
    assert line[finding["column"] - 1 :][: finding["length"]] == '"2024-09-02"^^xsd:date'
    assert finding["page"] == "https://w3id.org/talent-moves/rule/TM101"


def test_a_contribution_is_checked_in_the_context_of_the_data(moves: Run, tmp_path: Path) -> None:
    head = "".join(line for line in GOOD.read_text(encoding="utf-8").splitlines(True) if line.startswith("@prefix"))
    file = tmp_path / "new.ttl"
    file.write_text(
        head
        + "\nmove:ada-leaves\n  a tm:Move ;\n  tm:person person:ada-example ;\n"
        + "  tm:fromCompany company:sample-systems ;\n  tm:moveKind tm:departure .\n"
    )
    done = moves("validate", "--data", GOOD, file)
    assert done.returncode == 1
    assert "error[TM120]" in done.stdout  # nobody claims it, but person and company are known
    assert done.stdout.count("error[") == 1
    assert "error[TM120]" in moves("validate", "--data", GOOD, "--data", file).stdout


def test_one_file_of_the_data_set_can_be_checked_alone(moves: Run) -> None:
    done = moves("validate", "data/persons.ttl")
    assert done.returncode == 0 and done.stdout.startswith("Clean: nothing that needs mending.")


def test_explaining_shows_a_wrong_and_a_right_example(moves: Run) -> None:
    text = moves("explain", "tm101").stdout
    assert text.startswith("TM101: Joined before leaving")
    assert '"2024-10"^^xsd:gYearMonth' in text and '"2024-07"^^xsd:gYearMonth' in text
    assert "如何修正" in moves("explain", "TM101", "--lang", "zh").stdout


def _on_a_terminal(*arguments: str | Path, **environment: str) -> str:
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100", **environment}
    process = subprocess.Popen([sys.executable, "-m", "talentmoves", *map(str, arguments)], cwd=ROOT, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    chunks = []
    try:
        while chunk := os.read(ours, 4096):
            chunks.append(chunk)
    except OSError:  # Linux tells the end of a terminal so
        pass
    os.close(ours)
    process.wait(timeout=60)
    return b"".join(chunks).decode("utf-8")


def test_colour_only_on_a_terminal_that_wants_it(moves: Run) -> None:
    assert "\x1b[" in _on_a_terminal("validate", "--data", BAD, NO_COLOR="")
    assert "\x1b[" not in _on_a_terminal("validate", "--data", BAD, NO_COLOR="1")
    assert "\x1b[" not in _on_a_terminal("validate", "--data", BAD, TERM="dumb", NO_COLOR="")
    assert "\x1b[" not in moves("validate", "--data", BAD).stdout


def test_a_query_from_a_file_from_standard_input_and_from_the_command_line(moves: Run, tmp_path: Path) -> None:
    query = "SELECT ?name { person:noam-shazeer rdfs:label ?name }"
    file = tmp_path / "q.rq"
    file.write_text("\ufeff# a comment\n" + query, encoding="utf-8")
    for arguments, stdin in (((file,), None), (("-",), query), ((query,), None)):
        done = moves("query", *arguments, "-f", "csv", stdin=stdin)
        assert done.stdout.split("\n")[:2] == ["name", "Noam Shazeer"]


def test_the_four_forms_of_query(moves: Run) -> None:
    assert json.loads(moves("query", "ASK { ?s a tm:Move }", "-f", "json").stdout) == {"head": {}, "boolean": True}
    answer = json.loads(moves("query", "SELECT ?n ?x { person:zhou-chang rdfs:label ?n FILTER(LANG(?n) = 'zh') }", "-f", "json").stdout)
    assert answer == {"head": {"vars": ["n", "x"]}, "results": {"bindings": [{"n": {"type": "literal", "value": "周畅", "xml:lang": "zh"}}]}}
    assert "person:zhou-chang a tm:Person" in moves("query", "CONSTRUCT { ?p a tm:Person } { ?p a tm:Person }", "-f", "turtle").stdout
    assert "ns#Person" in moves("query", "DESCRIBE ?p { ?p rdfs:label '周畅'@zh }").stdout


def test_counts(moves: Run) -> None:
    rows = dict(csv.reader(io.StringIO(moves("stats", "--data", GOOD, "-f", "csv").stdout)))
    assert (rows["people"], rows["companies"], rows["moves of one person"], rows["moves, reported"], rows["sources"]) == ("1", "2", "1", "1", "1")
    assert (rows["theses"], rows["moves, denied"]) == ("0", "0")
