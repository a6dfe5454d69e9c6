"""Baselines: known findings are accepted, new ones fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from talentmoves.errors import InputError
from talentmoves.validation import baseline
from talentmoves.validation.findings import Location
from tests.conftest import CASES, Run
from tests.findings import finding

BAD = CASES / "TM101-joined-before-left" / "bad.ttl"
GOOD = CASES / "TM101-joined-before-left" / "good.ttl"

HEAD = '{"format": "talent-moves baseline", "version": 1, '
ENTRY = '{"code": "TM101", "focus": "f", "path": "", "value": "", "shape": "", "count": 1}'


def test_what_a_baseline_holds_neither_fails_nor_shows_and_what_is_gone_is_told(moves: Run, tmp_path: Path) -> None:
    data, file = tmp_path / "moves.ttl", tmp_path / "known.json"
    data.write_bytes(BAD.read_bytes())
    written = moves("validate", "--data", data, "--write-baseline", file)
    assert (written.returncode, written.stdout) == (0, "")
    assert written.stderr == f"moves: 1 finding in {file}; --baseline {file} leaves out what it holds.\n"

    data.write_text("# a line more\n\n" + BAD.read_text(encoding="utf-8"), encoding="utf-8")
    done = moves("validate", "--data", data, "--baseline", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Clean: no findings. (1 in the baseline, not shown.)\n"

    data.write_bytes(GOOD.read_bytes())
    done = moves("validate", "--data", data, "--baseline", file)
    assert done.returncode == 0
    again = f"moves validate --write-baseline {file} --data {data}"
    assert done.stderr == f"moves: gone: 1 finding of the baseline; {again} leaves out what is gone.\n"


def test_a_damaged_baseline_stops_before_anything_is_checked(moves: Run, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text('{"format":\n "talent-moves', encoding="utf-8")
    done = moves("validate", "--data", BAD, "--baseline", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"moves: {file}:2:2: this is not a baseline: ")
    assert done.stderr.endswith(f"  Write it anew: moves validate --write-baseline {file}\n")


def test_a_second_one_that_is_the_same_is_new(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    first = finding(Location(tmp_path / "a.ttl", 3, 1, 1))
    second = first._replace(location=Location(tmp_path / "a.ttl", 9, 1, 1), message="in other words", label="or by another name")
    baseline.write([first], file)
    known = baseline.read(file)
    assert baseline.split([first], known) == ([], [first], 0)
    assert baseline.split([second], known) == ([], [second], 0)
    assert baseline.split([first, second], known) == ([second], [first], 0)
    assert baseline.split([], known) == ([], [], 1)
    baseline.write([first, second], file)
    assert baseline.split([first], baseline.read(file)) == ([], [first], 1)


@pytest.mark.parametrize("change", ["code", "focus", "path", "value", "shape"])
def test_another_rule_entity_property_value_or_shape_is_new(tmp_path: Path, change: str) -> None:
    file = tmp_path / "known.json"
    baseline.write([finding(None)], file)
    other = finding(None, **{change: "https://x.example/other"})
    assert baseline.split([other], baseline.read(file)) == ([other], [], 1)


def test_blank_nodes_are_the_same_under_another_label(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    baseline.write([finding(None, focus="n1", value="_:n1")], file)
    assert baseline.split([finding(None, focus="_:b7", value="_:b7")], baseline.read(file))[0] == []


def test_the_file_is_sorted_and_the_same_whatever_the_order(tmp_path: Path) -> None:
    findings = [finding(None, code=f"TM10{at}", focus=f"https://x.example/雪{at}") for at in range(5)]
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    baseline.write(findings, one)
    baseline.write([*findings[::-1]], other)
    assert one.read_bytes() == other.read_bytes()
    content = json.loads(one.read_text(encoding="utf-8"))
    assert (content["format"], content["version"], len(content["findings"])) == ("talent-moves baseline", 1, 5)
    assert list(content["findings"][0]) == ["code", "focus", "path", "value", "shape", "count"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Expecting value"),
        (b"\xff\xfe", "it is not UTF-8"),
        (b"[" * 100_000, "it is no JSON that can be read"),
        (b"[]", 'it lacks "format"'),
        (b'{"findings": []}', 'it lacks "format"'),
        (b'{"format": "talent-moves baseline", "version": 2, "findings": []}', "it has version 2, and this program reads version 1"),
        (b'{"format": "talent-moves baseline", "version": "\\u001b[2J", "findings": []}', "it has version \\u001b[2J"),
        (HEAD.encode() + b'"findings": {}}', '"findings" is no list'),
        (HEAD.encode() + b'"findings": [3]}', "finding 1 is no object"),
        (HEAD.encode() + f'"findings": [{ENTRY}, {{}}]}}'.encode(), 'finding 2 has no "code"'),
        (HEAD.encode() + f'"findings": [{ENTRY.replace(": 1", ": 0")}]}}'.encode(), 'the "count" of finding 1'),
        (HEAD.encode() + f'"findings": [{ENTRY.replace(": 1", ": true")}]}}'.encode(), 'the "count" of finding 1'),
        (HEAD.encode() + f'"findings": [{ENTRY.replace(": 1", ": " + "9" * 5000)}]}}'.encode(), "it is no JSON that can be read"),
    ],
    ids=range(13),
)
def test_damage_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(content)
    with pytest.raises(InputError) as raised:
        baseline.read(file)
    assert reason in raised.value.message and str(file) in raised.value.message
    assert "\x1b" not in str(raised.value) and "--write-baseline" in raised.value.hint


def test_a_baseline_that_cannot_be_read_or_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such baseline"):
        baseline.read(tmp_path / "none.json")
    with pytest.raises(InputError, match="cannot be read"):
        baseline.read(tmp_path)
    with pytest.raises(InputError, match="cannot be written"):
        baseline.write([], tmp_path / "none" / "known.json")
