"""The flat tables: their metadata holds, CSV and Parquet agree with each other and with the store, hostile text is harmless."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb
import pandas
import pytest
import uritemplate
from csvw import CSVW
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from talentmoves.dataset.opening import Dataset
from talentmoves.engines.embedded import EmbeddedEngine
from talentmoves.formats.cells import visible
from talentmoves.release.edition import Edition, edition
from talentmoves.release.staging import Staging
from talentmoves.release.tables import files
from talentmoves.release.tables.columns import Column, Datatype, TableDefinition
from talentmoves.release.tables.definitions import TABLES
from talentmoves.reports.running import run
from talentmoves.vocabulary import BASE, CURATED, RDF_TYPE, TM, XSD
from tests.conftest import CASES

NAMES = [definition.name for definition in TABLES]
GOOD = CASES / "TM101-joined-before-left" / "good.ttl"


@pytest.fixture(scope="module")
def made(sample: Path) -> Edition:
    return edition([sample])


@pytest.fixture(scope="module")
def good() -> Edition:
    return edition([GOOD])


def copy(made: Edition) -> Edition:
    """Return the same with a store that may be altered."""
    store = Store()
    store.load(input=made.nquads, format=RdfFormat.N_QUADS)
    return made._replace(store=store)


@pytest.fixture(scope="module")
def folder(made: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(made, tmp_path_factory.mktemp("tables"))


def written(made: Edition, folder: Path) -> Path:
    files.write(made, Staging(folder))
    return folder / "tables"


def table(name: str) -> TableDefinition:
    return next(definition for definition in TABLES if definition.name == name)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def parquet(folder: Path, name: str) -> list[dict[str, Any]]:
    relation = duckdb.sql(f"SELECT * FROM '{folder / name}.parquet'")
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def ask(made: Edition, query: str) -> int:
    prefixes = {"tm": TM, "xsd": XSD, "person": BASE + "person/", "org": "http://www.w3.org/ns/org#"}
    for solution in made.store.query(query, prefixes=prefixes, use_default_graph_as_union=True):  # type: ignore[union-attr]
        return int(solution[0].value)  # type: ignore[index, union-attr]
    raise AssertionError


def test_a_validator_finds_the_tables_as_the_metadata_says(folder: Path) -> None:
    group = CSVW(str(folder / "csv-metadata.json"), validate=True, strict=True)
    assert group.is_valid, [str(warning.message) for warning in group.warnings]
    assert [table.local_name for table in group.tables] == [f"{name}.csv" for name in NAMES]


def test_a_validator_finds_what_is_altered(folder: Path, tmp_path: Path) -> None:
    for file in folder.glob("*.*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    claims = tmp_path / "claims.csv"
    source = rows(folder, "claims")[0]["source"]
    claims.write_bytes(claims.read_bytes().replace(f",{source},".encode(), b",no-such-source,", 1))
    group = CSVW(str(tmp_path / "csv-metadata.json"), validate=True, strict=True)
    with pytest.raises(ValueError, match="no-such-source"):
        assert group.is_valid


@pytest.mark.parametrize("definition", TABLES, ids=NAMES)
def test_every_column_has_a_title_and_a_meaning_in_both_languages(definition: TableDefinition) -> None:
    assert len({column.name for column in definition.columns}) == len(definition.columns)
    for column in definition.columns:
        for text in (column.title, column.description):
            assert text.en and text.zh
            assert any("\u4e00" <= character <= "\u9fff" for character in text.zh) or text.zh in ("IRI",)


@pytest.mark.parametrize("definition", TABLES, ids=NAMES)
def test_there_is_one_row_for_each_thing(made: Edition, folder: Path, definition: TableDefinition) -> None:
    classes = " ".join(f"tm:{name}" for name in definition.classes)
    things = ask(made, f"SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ ?s a ?class VALUES ?class {{ {classes} }} }}")
    found = rows(folder, definition.name)
    assert len(found) == things > 10
    assert [row["id"] for row in found] == sorted({row["id"] for row in found})
    assert all(row["iri"] == f"{BASE}{definition.kind}/{row['id']}" and row["page"] == row["iri"] + ".html" for row in found)


@pytest.mark.parametrize(
    ("name", "column", "property_"),
    [
        ("moves", "left", "left"),
        ("moves", "joined_latest", "joinedLatest"),
        ("moves", "from_company", "fromCompany"),
        ("moves", "max_share", "maxShare"),
        ("claims", "source", "source"),
        ("claims", "speaker", "speaker"),
        ("claims", "announced", "announced"),
        ("people", "path_checked", "pathChecked"),
        ("companies", "acquired_by", "acquiredBy"),
        ("sources", "published_earliest", "publishedEarliest"),
        ("sources", "truncated", "truncated"),
    ],
)
def test_a_cell_is_filled_where_the_store_has_a_value(made: Edition, folder: Path, name: str, column: str, property_: str) -> None:
    classes = " ".join(f"tm:{class_}" for class_ in table(name).classes)
    expected = ask(made, f"SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ ?s a ?class ; tm:{property_} ?value VALUES ?class {{ {classes} }} }}")
    assert sum(bool(row[column]) for row in rows(folder, name)) == expected > 0


@pytest.mark.parametrize("name", NAMES)
def test_csv_and_parquet_hold_the_same(folder: Path, name: str) -> None:
    found = parquet(folder, name)
    expected = rows(folder, name)
    assert len(found) == len(expected)
    for typed, text in zip(found, expected, strict=True):
        assert {column.name: as_text(column, typed[column.name]) for column in table(name).columns} == text


def as_text(column: Column, value: Any) -> str:
    if column.many:
        return column.separator.join(map(str, value)).replace("\r", "\\u000d")
    if value is None:
        return ""
    if column.datatype is Datatype.BOOLEAN:
        return str(value).lower()
    return f"{value:g}" if column.datatype is Datatype.DECIMAL else visible(str(value))


@pytest.mark.parametrize("name", NAMES)
def test_pandas_and_duckdb_read_the_same_from_both(folder: Path, name: str) -> None:
    frame = pandas.read_parquet(folder / f"{name}.parquet")
    text = pandas.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
    relation = duckdb.read_csv(str(folder / f"{name}.csv"), header=True, all_varchar=True)
    assert list(frame.columns) == list(text.columns) == relation.columns
    assert len(frame) == len(text) == len(relation.fetchall())
    for column in table(name).columns:
        filled = int((text[column.name] != "").sum())
        held = frame[column.name].map(len).gt(0).sum() if column.many else frame[column.name].notna().sum()
        assert filled == int(held), column.name


def test_parquet_has_days_numbers_truth_values_and_lists_as_such(folder: Path) -> None:
    types = {row[0]: row[1] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{folder / 'moves.parquet'}'").fetchall()}
    assert (types["left"], types["left_earliest"], types["claims"]) == ("VARCHAR", "DATE", "VARCHAR[]")
    assert (types["claim_count"], types["max_share"], types["firm"]) == ("BIGINT", "DOUBLE", "BOOLEAN")
    earlier = duckdb.sql(f"SELECT count(*) FROM '{folder / 'moves.parquet'}' WHERE left_latest < DATE '2024-07-01'").fetchall()
    assert earlier[0][0] == sum("" < row["left_latest"] < "2024-07-01" for row in rows(folder, "moves")) > 0


def test_dates_stay_as_they_were_reported(folder: Path) -> None:
    lengths = Counter(len(row["joined"]) for row in rows(folder, "moves"))
    assert lengths[4] and lengths[7] and lengths[10]
    for row in rows(folder, "moves"):
        if len(row["joined"]) == 7:
            assert row["joined_earliest"] == f"{row['joined']}-01" and row["joined_latest"].startswith(row["joined"])


def test_independent_sources_are_counted_as_the_reports_count_them(sample: Path, folder: Path) -> None:
    report = {str(row["move"]): row["sources"] for row in run("latest", EmbeddedEngine(Dataset([sample]))).records()}
    found = {row["iri"]: int(row["independent_sources"]) for row in rows(folder, "moves")}
    assert {move: found[move] for move in report} == report
    assert max(found.values()) > 1


def test_a_current_company_is_one_that_the_report_on_tenures_shows_as_going_on(sample: Path, folder: Path) -> None:
    going_on: dict[str, set[str]] = {}
    for row in run("tenures", EmbeddedEngine(Dataset([sample]))).records():
        if not row["end"] and row["firm"]:
            going_on.setdefault(str(row["person"]), set()).add(str(row["company"]))
    named = [row for row in rows(folder, "people") if row["current_company"]]
    moves = {row["id"]: row for row in rows(folder, "moves")}
    assert len(named) > 10
    for row in named:
        assert f"{BASE}company/{row['current_company']}" in going_on[row["iri"]]
        assert moves[row["current_move"]]["to_top_company"] == row["current_company"]
        assert moves[row["current_move"]]["status"] == row["current_status"] in ("confirmed", "reported")


def test_nobody_is_said_to_be_where_two_tenures_could_go_on(tmp_path: Path) -> None:
    text = GOOD.read_text(encoding="utf-8").replace("  tm:fromCompany company:example-labs ;\n", "")
    other = text[text.index("\nmove:ada") : text.index("\nsource:")].replace("sample-systems", "example-labs")
    (tmp_path / "one.ttl").write_text(text, encoding="utf-8")
    (tmp_path / "two.ttl").write_text(f"{text}\n{other}", encoding="utf-8")
    assert current(tmp_path / "one.ttl") == "sample-systems"
    assert current(tmp_path / "two.ttl") == ""


def current(data: Path) -> str:
    folder = data.with_suffix("")
    folder.mkdir()
    return rows(written(edition([data]), folder), "people")[0]["current_company"]


def test_rdf_made_of_the_tables_says_nothing_but_what_the_dump_says(made: Edition, folder: Path) -> None:
    dump = {(quad.subject, quad.predicate, lexical(quad.object)) for quad in made.store}
    found = list(csv_to_rdf(folder))
    assert {statement for statement in found if statement not in dump} == set()
    assert len(found) > 5_000
    said = {predicate.value.removeprefix(TM) for _, predicate, _ in found if isinstance(predicate, NamedNode)}
    assert {"fromCompany", "left", "leftLatest", "status", "exitBasis", "says", "source", "url", "founded", "topCompany", "speaker"} <= said


def lexical(term: Any) -> Any:
    # A date keeps its precision in a datatype of ours instead of three of XSD and one of EDTF.
    partial = (XSD + "gYear", XSD + "gYearMonth", XSD + "date", "http://id.loc.gov/datatypes/edtf/EDTF")
    if isinstance(term, Literal) and term.datatype.value in partial:
        return term.value
    # A template of RFC 6570 makes a URI of an IRI.
    return NamedNode(quote(term.value, safe="%/:=&?~#+!$,;'@()*[]")) if isinstance(term, NamedNode) else term


def csv_to_rdf(folder: Path) -> Iterator[tuple[NamedNode, NamedNode, Any]]:
    """Convert as the standard says (https://www.w3.org/TR/csv2rdf/, minimal mode), as far as our metadata goes."""
    group = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    for described in group["tables"]:
        schema = described["tableSchema"]
        with (folder / described["url"]).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in schema["columns"]:
                    cell = row.get(column["name"], "")
                    if column.get("suppressOutput") or not (cell or column.get("virtual")):
                        continue
                    subject = NamedNode(uritemplate.expand(column.get("aboutUrl", schema["aboutUrl"]), row))
                    for value in cell.split(column["separator"]) if "separator" in column else [cell]:
                        yield subject, NamedNode(column["propertyUrl"]), lexical(term(column, row, value))


def term(column: dict[str, Any], row: dict[str, str], cell: str) -> Any:
    if "valueUrl" in column:
        return NamedNode(uritemplate.expand(column["valueUrl"], row))
    if "lang" in column:
        return Literal(cell, language=column["lang"])
    datatype = column["datatype"]
    if isinstance(datatype, dict):
        assert re.fullmatch(datatype["format"], cell)
        return cell if "@id" in datatype else Literal(cell)
    return Literal(cell, datatype=NamedNode(XSD + datatype))


HOSTILE = {
    "=cmd|'/C calc'!A0": "'=cmd|'/C calc'!A0",
    "@SUM(A1:A9)": "'@SUM(A1:A9)",
    "+1": "'+1",
    "-1": "'-1",
    "\tx": "'\tx",
    'a "quoted", and\ntwo lines': 'a "quoted", and\ntwo lines',
    "a\rb": "a\\u000db",
    "\r=1": "\\u000d=1",
    "evil\u202egnp.exe": "evil\\u202egnp.exe",
    "\u2066isolated\u2069 \u061cx": "\\u2066isolated\\u2069 \\u061cx",
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "nul\x00l": "nul\\u0000l",
}


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_does_no_harm_in_csv_and_stays_as_it_is_in_parquet(good: Edition, text: str, tmp_path: Path) -> None:
    made = copy(good)
    person, label = NamedNode(BASE + "person/ada-example"), NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    other = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    for quad in list(made.store.quads_for_pattern(person, label, None, None)):
        made.store.remove(quad)
    for predicate in (label, other):
        made.store.add(Quad(person, predicate, Literal(text, language="en"), NamedNode(CURATED)))
    folder = written(made, tmp_path)
    assert rows(folder, "people")[0]["name"] == HOSTILE[text]
    assert rows(folder, "people")[0]["other_names"] == HOSTILE[text]
    assert rows(folder, "moves")[0]["person_name"] == HOSTILE[text]
    assert parquet(folder, "people")[0]["name"] == text
    assert parquet(folder, "people")[0]["other_names"] == [text]
    assert len(rows(folder, "people")) == 1
    assert CSVW(str(folder / "csv-metadata.json"), validate=True, strict=True).is_valid


def test_a_text_with_the_separator_stays_one_member_of_its_list(good: Edition, tmp_path: Path) -> None:
    made = copy(good)
    other = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    for text in ("a | b", "c"):
        made.store.add(Quad(NamedNode(BASE + "person/ada-example"), other, Literal(text, language="en"), NamedNode(CURATED)))
    folder = written(made, tmp_path)
    assert rows(folder, "people")[0]["other_names"].split(" | ") == ["a / b", "c"]
    assert parquet(folder, "people")[0]["other_names"] == ["a | b", "c"]


def test_csv_is_utf_8_without_a_mark_and_ends_lines_as_the_standard_says(folder: Path) -> None:
    for name in NAMES:
        content = (folder / f"{name}.csv").read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
        assert len(list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))) == 1 + len(rows(folder, name))


def test_the_same_data_gives_the_same_bytes_anywhere(sample: Path, folder: Path, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from talentmoves.release import edition, staging; from talentmoves.release.tables import files; "
        "files.write(edition.edition([pathlib.Path(sys.argv[1])]), staging.Staging(pathlib.Path(sys.argv[2])))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", program, str(sample), str(tmp_path)], check=True, env=environment, cwd=tmp_path)
    again = tmp_path / "tables"
    assert sorted(file.name for file in again.iterdir()) == sorted(file.name for file in folder.iterdir())
    for file in folder.iterdir():
        assert (again / file.name).read_bytes() == file.read_bytes(), file.name


def test_tables_without_rows_have_their_columns(good: Edition, tmp_path: Path) -> None:
    made = copy(good)
    for quad in list(made.store.quads_for_pattern(None, NamedNode(RDF_TYPE), NamedNode(TM + "Claim"), None)):
        made.store.remove(quad)
    folder = written(made, tmp_path)
    assert rows(folder, "claims") == parquet(folder, "claims") == []
    described = [row[0] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{folder / 'claims.parquet'}'").fetchall()]
    assert described == [column.name for column in table("claims").columns]


def test_the_address_of_the_release_is_that_of_the_pages(good: Edition, tmp_path: Path) -> None:
    folder = written(good._replace(address="https://mirror.example/tm/"), tmp_path)
    assert rows(folder, "people")[0]["page"] == "https://mirror.example/tm/person/ada-example.html"
    assert rows(folder, "people")[0]["iri"] == BASE + "person/ada-example"
