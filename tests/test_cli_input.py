"""Input that cannot be used: one clear message that names the place and the next step, exit code 2, no traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.small import data_set, move

GOOD = move("any", person="ann", frm="star", to="alpha", joined="2024")


def refused(moves: Run, *arguments: str | Path, stdin: str | None = None, cwd: Path | None = None) -> str:
    done = moves(*arguments, stdin=stdin, **({} if cwd is None else {"cwd": cwd}))  # type: ignore[arg-type]
    assert (done.returncode, done.stdout) == (2, ""), (done.stdout, done.stderr)
    return done.stderr


def test_malformed_turtle_is_shown_with_its_place(moves: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.ttl"
    file.write_text('@prefix tm: <https://w3id.org/talent-moves/ns#> .\n\ntm:x a tm:Person ;\n  tm:title "周畅" "two" .\n', encoding="utf-8")
    for command in (("stats", "--data"), ("report", "latest", "--data")):
        lines = refused(moves, *command, "bad.ttl", cwd=tmp_path).splitlines()
        assert lines[0].startswith("moves: bad.ttl:4:17: not well-formed:")
        assert lines[1] == '  |   tm:title "周畅" "two" .'
        assert lines[2].startswith("  | ") and lines[2].endswith("^")


def test_an_undeclared_prefix_and_a_file_that_ends_too_early(moves: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.ttl"
    file.write_text("foo:x a <y> .\n")
    assert "bad.ttl:1:1: not well-formed: The prefix foo: has not been declared." in refused(moves, "stats", "--data", file)
    file.write_text("<x> <y> ;\n")
    assert "not well-formed" in refused(moves, "stats", "--data", file)


@pytest.mark.parametrize("command", [("stats", "--data"), ("validate", "--data"), ("validate",), ("report", "latest", "--data")])
def test_a_missing_file(moves: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    message = refused(moves, *command, tmp_path / "gone.ttl")
    assert "gone.ttl: no such file or directory." in message and len(message.splitlines()) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file_or_folder(moves: Run, tmp_path: Path) -> None:
    file = data_set(tmp_path, GOOD)
    file.chmod(0)
    assert "cannot be read (Permission denied)" in refused(moves, "stats", "--data", file)
    file.chmod(0o644)
    tmp_path.chmod(0o300)
    assert "cannot be listed (Permission denied)" in refused(moves, "stats", "--data", tmp_path)
    tmp_path.chmod(0o700)


@pytest.mark.parametrize(("encoding", "message"), [("gb18030", "not UTF-8 (byte 0x"), ("utf-16", "not UTF-8 (byte 0xFF)"), ("latin-1", "not UTF-8")])
def test_another_encoding(moves: Run, tmp_path: Path, encoding: str, message: str) -> None:
    file = data_set(tmp_path, GOOD)
    text = file.read_text(encoding="utf-8")
    if encoding == "latin-1":
        text = text.replace("安", "é").replace("贝塔", "é")
    file.write_bytes(text.encode(encoding))
    told = refused(moves, "stats", "--data", file)
    assert message in told and "Save the file in the encoding UTF-8." in told


def test_the_place_of_a_wrong_byte_is_told(moves: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.ttl"
    file.write_bytes(b"<http://x> <http://y> <http://z> .\n" + '<http://x> <http://y> "安'.encode() + b'\xb0" .\n')
    assert "bad.ttl:2:25: not UTF-8 (byte 0xB0)." in refused(moves, "stats", "--data", file)


def test_a_byte_order_mark(moves: Run, tmp_path: Path) -> None:
    file = data_set(tmp_path, GOOD)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert ":1:1: the file starts with a byte order mark." in refused(moves, "stats", "--data", file)


def test_nothing_to_work_on(moves: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.ttl"
    empty.touch()
    assert "no moves in this data set." in refused(moves, "stats", "--data", empty)
    assert "nothing in here." in refused(moves, "validate", "--data", empty)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "notes.txt").write_text("no Turtle")
    for command in ("stats", "validate"):
        assert "folder: no RDF file here." in refused(moves, command, "--data", folder)


def test_people_without_moves_are_no_data_set(moves: Run, tmp_path: Path) -> None:
    assert "no moves in this data set." in refused(moves, "report", "latest", "--data", data_set(tmp_path))


@pytest.mark.parametrize(("name", "content"), [("x.jsonld", "{"), ("x.rdf", "<rdf"), ("x.nt", "<a"), ("x.trig", "<a> {"), ("x.nq", "?")])
def test_other_rdf_that_is_malformed(moves: Run, tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    assert f"{name}:" in refused(moves, "stats", "--data", tmp_path / name)


@pytest.mark.parametrize(
    ("arguments", "messages"),
    [
        (("report", "bomerangs"), ("There is no report 'bomerangs'.", "Did you mean boomerangs?")),
        (("report", "qqqq"), ("There is no report 'qqqq'.", "moves report lists the reports.")),
        (("valdate",), ("There is no command 'valdate'. Did you mean validate",)),
        (("xyzzy",), ("There is no command 'xyzzy'. moves --help lists the commands.",)),
        (("report", "latest", "--sinse", "2024-01-01"), ("--sinse", "--since")),
        (("report", "latest", "more"), ("unexpected extra argument (more)",)),
        (("explain", "TM9999"), ("There is no rule 'TM9999'.",)),
        (("explain", "hello"), ("There is no rule 'hello'.", "moves explain lists the rules.")),
        (("show", "Noam Shazer"), ("There is no person, company or move 'Noam Shazer'.", "Did you mean Noam Shazeer")),
        (("show",), ("Missing argument 'PERSON|COMPANY|MOVE'",)),
        (("report", "latest", "--company", "字节跳"), ("There is no company '字节跳'.", "字节跳动")),
        (("report", "latest", "--person", "Google"), ("There is no person 'Google'.",)),
        (("report", "latest", "--as-of", "2024-02-30"), ("--as-of: '2024-02-30' is not a day.", "2024-11-17")),
        (("report", "latest", "--since", "2024"), ("--since: '2024' is not a day.",)),
        (("report", "latest", "--since", "yesterday"), ("--since: 'yesterday' is not a day.",)),
        (("report", "shelters", "--months", "six"), ("--months: 'six' is not a whole number.",)),
        (("report", "shelters", "--months", "-1"), ("--months: '-1' is not a whole number.",)),
        (("report", "shelters", "--months", "１２"), ("--months: '１２' is not a whole number.",)),
        (("report", "flows", "--level", "team"), ("--level: 'team' is not one of its values.", "Give one of top, unit, kind.")),
        (("report", "latest", "--limit", "0"), ("--limit", "0 is not in the range x>=1")),
        (("report", "latest", "-f", "pdf"), ("'pdf' is not one of",)),
        (("report", "latest", "-f", "svg"), ("This report has no picture.", "table, csv, tsv, json, markdown or html")),
        (("query", "SELECT * { ?s ?p"), ("Not a well-formed SPARQL query",)),
        (("query", "gone.rq"), ("gone.rq: no such file, and not a SPARQL query either.",)),
        (("query", "-"), ("standard input: the query is empty.",)),
        (("query", "ASK {}", "-f", "turtle"), ("Only CONSTRUCT and DESCRIBE answer with triples.",)),
        (("query", "SELECT * { GRAPH ?g { ?s foo:bar ?o } }"), ("uses the prefix foo: and does not declare it",)),
        (("report", "latest", "--data", "data", "--endpoint", "http://localhost/x"), ("--data and --endpoint exclude each other.",)),
        (("stats", "--timeout", "0"), ("--timeout",)),
        (("validate", "--fail-on", "never"), ("'never' is not one of 'error', 'warning', 'info'",)),
        (("report", "latest", "-o", "no/such/folder.csv"), ("no/such/folder.csv: cannot be written (No such file or directory).",)),
        (("report", "latest", "-o", "data"), ("'data' is a directory",)),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_wrong_use(moves: Run, arguments: tuple[str, ...], messages: tuple[str, ...]) -> None:
    told = refused(moves, *arguments, stdin="")
    for message in messages:
        assert message in told


@pytest.mark.parametrize(
    "update", ["DROP ALL", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "DELETE WHERE { ?s ?p ?o }", "CLEAR DEFAULT", "LOAD <file:///etc/passwd>"]
)
def test_an_update_is_refused(moves: Run, tmp_path: Path, update: str) -> None:
    file = tmp_path / "update.rq"
    file.write_text(update)
    assert "Queries are SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE." in refused(moves, "query", file)


def test_a_query_reads_no_file_and_no_web_page(moves: Run, tmp_path: Path) -> None:
    secret = data_set(tmp_path, GOOD)
    done = moves("query", f"SELECT * FROM <{secret.as_uri()}> {{ ?s ?p ?o }}", "-f", "csv")
    assert "company/star" not in done.stdout
    assert moves("query", f"SELECT * {{ SERVICE <{secret.as_uri()}> {{ ?s ?p ?o }} }}").returncode == 2


def test_a_query_in_another_encoding(moves: Run, tmp_path: Path) -> None:
    file = tmp_path / "query.rq"
    file.write_bytes('ASK { ?s ?p "周畅"@zh }'.encode("gb18030"))
    assert "query.rq: not UTF-8 (byte" in refused(moves, "query", file)


INJECTIONS = ["x> } DROP", '"; DROP ALL #', "> } ; DROP ALL #", "{ ?s ?p ?o }", "\\", "'", "%00", "\u202e", "a\nb", "<script>", "x" * 5000]


@pytest.mark.parametrize("text", INJECTIONS, ids=range(len(INJECTIONS)))
def test_what_looks_like_sparql_in_a_name_is_just_an_unknown_name(moves: Run, text: str) -> None:
    assert "There is no company '" in refused(moves, "report", "latest", "--company", text)


@pytest.mark.parametrize("option", ["--as-of", "--since"])
def test_what_looks_like_sparql_in_a_date_is_no_date(moves: Run, option: str) -> None:
    assert "is not a day." in refused(moves, "report", "latest", option, '2024-01-01"^^xsd:date) } #')
