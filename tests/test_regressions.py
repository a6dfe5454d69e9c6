"""What once went wrong and shall not again."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest

from talentmoves.formats.registry import writer
from talentmoves.table import Column, Table
from talentmoves.validation.running import validate
from talentmoves.vocabulary import CURATED
from tests.conftest import Run
from tests.servers import answer, drip, serving
from tests.small import claim, data_set, move, rows
from tests.test_cli_input import refused
from tests.test_endpoint_errors import failed


def test_a_span_of_years_is_possible_in_the_years_between_too(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", left="2021/2023"))
    assert len(rows("departures-by-month", file, "month")) == 36


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
        assert time.monotonic() - start < 10  # busy machines start programs slowly


def test_triples_that_break_off_between_two_statements_are_no_answer(moves: Run) -> None:
    yes, cut = answer(200, b'{"head": {}, "boolean": true}'), answer(200, b"<urn:a> <urn:b> <urn:c> .\n", "text/turtle", length=500)
    with serving(lambda request: (cut if "turtle" in request.headers["Accept"] else yes)(request)) as url:
        assert moves("query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "--endpoint", url).returncode == 3


def test_an_empty_query_text(moves: Run) -> None:
    assert "The query is empty." in refused(moves, "query", "")


def test_an_undeclared_prefix_in_a_query_is_named(moves: Run) -> None:
    told = refused(moves, "query", "ASK { ?s foo:bar ?o }")
    assert "foo" in told and "FDCF" not in told


def test_an_offer_is_in_the_script_of_what_was_typed(moves: Run) -> None:
    assert "Did you mean Google" in refused(moves, "report", "latest", "--company", "Gogle")


def test_a_from_clause_is_heeded(moves: Run) -> None:
    one = moves("query", f"SELECT (COUNT(*) AS ?n) FROM <{CURATED}> {{ ?s ?p ?o }}", "-f", "csv").stdout
    assert one == moves("query", f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{CURATED}> {{ ?s ?p ?o }} }}", "-f", "csv").stdout


def test_a_list_of_names_can_be_taken_apart_again() -> None:
    (row,) = list(csv.reader(io.StringIO(writer("csv")(Table((Column("a", "strings"),), [(("Light Years", "Nova"),)])))))[1:]
    assert row == ["Light Years; Nova"]


def test_reports_can_be_asked_of_a_merged_release_too(moves: Run, sample_release: Path, sample: Path) -> None:
    done = moves("report", "boomerangs", "-f", "csv", "--data", sample_release / "talent-moves.ttl")  # does not end in 120 s
    assert done.stdout == moves("report", "boomerangs", "-f", "csv", "--data", sample).stdout


def test_a_cache_that_lost_a_file_is_not_trusted(moves: Run, tmp_path: Path) -> None:
    whole = moves("report", "latest", "-f", "csv", TALENT_MOVES_CACHE=str(tmp_path)).stdout
    (lost,) = tmp_path.rglob("*stateOf.nq")
    lost.unlink()
    assert moves("report", "latest", "-f", "csv", TALENT_MOVES_CACHE=str(tmp_path)).stdout == whole


def test_a_query_without_braces_is_a_query(moves: Run) -> None:
    assert "ns#Person" in moves("query", "DESCRIBE person:zhou-chang").stdout


@pytest.mark.parametrize(("kind", "told"), [("a tm:Persn ;", "is declared as tm:Persn"), ("", "does not say what it is")])
def test_an_entry_whose_kind_is_wrong_is_not_to_be_added_again(tmp_path: Path, kind: str, told: str) -> None:
    file = data_set(tmp_path, f'person:zoe {kind} rdfs:label "Zoe"@en .\n', move("zoe-1", person="zoe", frm="star", left="2024-07"))
    (found,) = [finding for finding in validate([file]) if finding.code == "TM046"]
    assert f"person:zoe (Zoe) {told}" in found.message
    assert "nothing needs to be added" in found.repair
    assert found.block == ""
    (note,) = found.notes
    assert note.location is not None
    assert file.read_text(encoding="utf-8").splitlines()[note.location.line - 1].startswith("person:zoe")


def test_a_contribution_of_thousands_of_wrong_entries_is_checked_in_seconds(moves: Run, tmp_path: Path) -> None:
    entries = "".join(f'person:p{number} a tm:Person ; rdfs:label "P{number}"@en ; tm:foo{number} "y" .\n' for number in range(8000))
    file = data_set(tmp_path, entries, cast="")
    start = time.monotonic()
    assert "8000 errors" in moves("validate", str(file)).stdout
    assert time.monotonic() - start < 15  # on a busy machine; once it was half a minute


@pytest.mark.parametrize(
    "text",
    [
        *("13800138000", "电话13800138000", "138-0013-8000", "138 0013 8000", "138–0013–8000", "Tel.13800138000"),
        *("(86) 138-0013-8000", "86-13800138000", "8613800138000", "008613800138000", "+86 138 0013 8000"),
        *("１３８００１３８０００", "１３８－００１３－８０００", "d@adept.example", "d＠adept.example", "ｄ＠ａｄｅｐｔ．ｅｘａｍｐｌｅ"),
        *("身份证 110101199003074514", "11010119900307451X", "１１０１０１１９９００３０７４５１Ｘ"),
    ],
)
def test_contact_details_are_found_as_the_chinese_write_them(tmp_path: Path, text: str) -> None:
    file = data_set(tmp_path, f'person:zoe a tm:Person ; rdfs:label "Zoe {text}"@en .\n', cast="")
    assert "TM012" in {one.code for one in validate([file])}


@pytest.mark.parametrize(
    "text",
    [
        *("175B", "2023-10-11", "arXiv:2310.12345", "1,300,000,000", "1300000000", "138001380001", "Q13800138", "20240101", "@zoe"),
        *("0.13800138000", "¥13800138000", "13800138000元", "10.1038/s41586-023-06747-5", "ISBN 978-1-3456-7890-1", "2023-10-11T13:00:00"),
    ],
)
def test_other_numbers_are_no_contact_details(tmp_path: Path, text: str) -> None:
    file = data_set(tmp_path, f'person:zoe a tm:Person ; rdfs:label "Zoe {text}"@en .\n', cast="")
    assert "TM012" not in {one.code for one in validate([file])}


_CODES = (
    *("0000", "007F", "00AD", "061C", "115F", "1160", "180E", "200B", "202E", "2028", "2029", "3164", "FEFF", "FFA0"),
    *("FFF9", "FFFA", "FFFB", "FFFE", "FFFF", "E0000", "E0041", "E007F"),
)


@pytest.mark.parametrize("code", _CODES)
def test_a_character_that_cannot_be_seen_is_found_and_taken_away(tmp_path: Path, code: str) -> None:
    file = data_set(tmp_path, f'person:zoe a tm:Person ; rdfs:label "Zoe\\U{code:0>8}Zed"@en .\n', cast="")
    (found,) = [one for one in validate([file]) if one.code == "TM140"]
    assert found.edit is not None and found.edit.replacement == ('"Zoe Zed"@en' if code in ("2028", "2029") else '"ZoeZed"@en')


def test_the_repair_takes_away_all_that_the_rule_forbids_at_once(moves: Run, tmp_path: Path) -> None:
    hidden = "".join(f"\\U{code:0>8}" for code in _CODES)
    file = data_set(tmp_path, f'person:zoe a tm:Person ; rdfs:label "Z{hidden}oé 𠮷"@en .\n', cast="")
    moves("validate", "--fix", str(file))
    assert '"Z oé 𠮷"@en' in file.read_text(encoding="utf-8")
    assert "TM140" not in {one.code for one in validate([file])}


def test_an_address_that_is_to_be_changed_itself_is_not_offered(tmp_path: Path) -> None:
    broken = move("ann-moon", person="ann", to="star").replace("move:ann-moon a ", "move:Ann_moon a ", 1)
    found = validate([data_set(tmp_path, broken)])
    assert "TM002" in {one.code for one in found}
    assert [one.code for one in found if "Ann_moon" in one.repair + one.block] == []
    (unclaimed,) = [one for one in found if one.code == "TM120"]
    assert unclaimed.block.startswith("claim:ann-moon-fill-in") and "tm:about move:ann-moon ;" in unclaimed.block


def test_a_malformed_company_that_a_claim_gives_is_not_offered(tmp_path: Path) -> None:
    given = move("ann-1", person="ann", to="star", claims=(claim(frm="nova", to="Star_x"),))
    found = validate([data_set(tmp_path, given, 'company:Star_x a tm:Company ; rdfs:label "Star X"@en ; tm:companyKind tm:startUp .\n')])
    assert {"TM002", "TM121"} <= {one.code for one in found}
    assert [one.code for one in found if "Star_x" in one.repair + one.block + (one.edit.replacement if one.edit else "")] == []


def test_a_heading_in_chinese_calls_people_and_companies_by_their_chinese_names(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("ann-beta", person="ann", frm="star", to="beta", left="2024-08", joined="2024-01"))
    (found,) = [one for one in validate([file], language="zh") if one.code == "TM101"]
    assert found.label == "安: Star → 贝塔"


def test_moves_that_name_each_other_as_people_have_headings_in_chinese(tmp_path: Path) -> None:
    file = data_set(tmp_path, "move:one a tm:Move ; tm:person move:two . move:two a tm:Move ; tm:person move:one .")
    assert {"move/two: … → …", "move/one: … → …"} <= {one.label for one in validate([file], language="zh")}


def test_a_message_in_chinese_calls_a_role_s_company_by_its_chinese_name(tmp_path: Path) -> None:
    role = 'role:beta-partner a tm:Role ; tm:roleAt company:beta ; tm:title "Partner"@en ; tm:roleFunction tm:engineering .\n'
    file = data_set(tmp_path, role, move("ann-star", person="ann", to="star", toRole="role:beta-partner"))
    told = {one.message for one in validate([file], language="zh") if one.code == "TM117"}
    assert told and all("Partner, 贝塔" in message and "Beta" not in message for message in told)


def test_a_heading_in_chinese_calls_a_source_by_its_chinese_names(tmp_path: Path) -> None:
    source = 'source:news a tm:Source ; dcterms:title "A move"@en, "一次流动"@zh ; tm:publisherName "News"@en, "新闻"@zh .\n'
    assert "新闻: 一次流动" in {one.label for one in validate([data_set(tmp_path, source)], language="zh")}
