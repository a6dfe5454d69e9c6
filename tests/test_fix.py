"""``--fix`` makes the repairs that are certain and leaves every other byte of the files alone."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from talentmoves.errors import InputError
from talentmoves.validation import offsets
from talentmoves.validation.findings import Edit, Finding, Level, Location
from talentmoves.validation.fixing import apply, apply_all, fix
from tests import repair_cases
from tests.conftest import CASES


def finding(file: Path, line: int, column: int, length: int, replacement: str, certain: bool = True) -> Finding:
    place = Location(file, line, column, length)
    return Finding("TM011", Level.ERROR, place, "", "", "", "", "", edit=Edit(place, replacement, certain))


def validate(file: Path) -> list[Finding]:
    """The findings of a file as far as mending them goes."""
    return [
        Finding(found.rule.code, found.rule.level, None, found.result.focus, "", "", "", "", edit=found.repair.edit)
        for found in repair_cases.findings(file)
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"one two\r\nthree four\r\n",
        b"one two\nthree four",
        b"one two\r\n\r\n  three four",
        "一 two\nthree four\n\U0001f600".encode(),
        b"\xef\xbb\xbfone two\nthree four\t\n\n",
        b"one two\rsame line\nthree four\x0c\x85".decode("latin-1").encode(),
    ],
)
def test_nothing_else_changes(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.ttl"
    file.write_bytes(content)
    lines = re.split(r"\r\n?|\n", content.decode())
    where = next((number, line.index("four")) for number, line in enumerate(lines, 1) if "four" in line)
    two = lines[0].index("two")
    assert apply([finding(file, 1, two + 1, 3, "2"), finding(file, where[0], where[1] + 1, 4, "vier\r\nund")]) == [file]
    assert file.read_bytes() == content.replace(b"two", b"2").replace(b"four", b"vier\r\nund")


def test_a_location_can_run_over_the_ends_of_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_bytes(b'x "a\r\nb" y\n')
    assert fix([finding(file, 1, 3, 6, '"c"')]) == {file: 'x "c" y\n'}
    assert file.read_bytes() == b'x "a\r\nb" y\n'


def test_only_what_is_certain_is_mended(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("one two")
    assert fix([finding(file, 1, 1, 3, "1", certain=False)]) == {}


def test_of_edits_that_overlap_the_first_is_made(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("one two three")
    assert fix([finding(file, 1, 5, 3, "2"), finding(file, 1, 1, 7, "12"), finding(file, 1, 9, 5, "3"), finding(file, 1, 9, 5, "3")]) == {
        file: "one 2 3"
    }


def test_a_file_with_two_names_is_one_file_and_links_stay_links(tmp_path: Path) -> None:
    file, link = tmp_path / "a.ttl", tmp_path / "b.ttl"
    file.write_text("one two")
    link.symlink_to(file)
    assert apply([finding(link, 1, 1, 3, "1"), finding(file, 1, 5, 3, "2")]) == [file]
    assert link.is_symlink()
    assert link.read_text() == file.read_text() == "1 2"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.ttl", "b.ttl"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_stay(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("one two")
    file.chmod(mode)
    apply([finding(file, 1, 1, 3, "1")])
    assert file.stat().st_mode & 0o777 == mode


def test_a_file_without_permission_to_write_is_refused_and_no_other_is_mended(tmp_path: Path) -> None:
    # A file is mended by putting another one in its place, which its own permissions do not forbid.
    first, file, link = tmp_path / "a.ttl", tmp_path / "b.ttl", tmp_path / "c.ttl"
    first.write_text("one two")
    file.write_text("one two")
    link.symlink_to(file)
    file.chmod(0o444)
    for named in (file, link):
        with pytest.raises(InputError, match=r"b\.ttl: is write-protected, so it cannot be mended\.\n  .*chmod u\+w"):
            apply([finding(first, 1, 1, 3, "1"), finding(named, 1, 1, 3, "1")])
    assert first.read_text() == file.read_text() == "one two"
    assert file.stat().st_mode & 0o777 == 0o444


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("one two")
    found = [finding(file, 1, 1, 3, "1")]
    with pytest.raises(InputError, match=r"a\.ttl: changed while it was being checked"):
        apply(found, {file: "one 2"})
    with pytest.raises(InputError, match=r"a\.ttl: changed while it was being checked"):
        apply([finding(file, 3, 1, 3, "1")])
    assert file.read_text() == "one two"
    file.unlink()
    with pytest.raises(InputError, match=r"a\.ttl: cannot be read"):
        apply(found)


def test_a_file_that_is_edited_during_the_validation_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("one two")

    def edited() -> list[Finding]:
        file.write_text("eins zwei")
        return [finding(file, 1, 1, 3, "1")]

    with pytest.raises(InputError, match="changed while"):
        apply_all(edited, [file])
    assert file.read_text() == "eins zwei"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_to_write_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("one two")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(InputError, match="cannot be written"):
            apply([finding(file, 1, 1, 3, "1")])
    finally:
        tmp_path.chmod(0o700)


def test_repairs_go_on_until_nothing_certain_is_left(tmp_path: Path) -> None:
    # A property that is misspelt hides a date of the wrong kind; the sources are named by their address.
    text = offsets.read(CASES / "TM071-claim-source-known" / "bad.ttl")
    wrong = text.replace('tm:joined "2024-09-02"^^xsd:date', 'tm:joinde "2024-09-02"').replace("@en ;", "@en-US ;")
    file = tmp_path / "a.ttl"
    file.write_text(wrong, newline="\r\n")
    remaining, files = apply_all(lambda: validate(file), [file])
    assert files == [file]
    assert remaining == []
    right = text.replace("tm:source <https://times.example/ada> ;", "tm:source source:example-times-ada-2024-09-03 ;")
    assert file.read_bytes() == right.replace("\n", "\r\n").encode()
