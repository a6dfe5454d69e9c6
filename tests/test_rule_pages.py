"""The pages of the rules are those that the shapes and the cases make, and ``moves explain`` says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from talentmoves import places
from talentmoves.validation.findings import LANGUAGES
from talentmoves.validation.rules import pages
from talentmoves.validation.rules.catalogue import catalogue
from talentmoves.validation.rules.examples import example
from talentmoves.validation.rules.explanation import explain, overview
from talentmoves.validation.rules.groups import groups
from tests.conftest import Run

CODES = sorted(catalogue())


def test_no_page_is_stale() -> None:
    stale = pages.stale()
    assert not stale, f"{len(stale)} pages in docs/rules are not what shapes/ and tests/cases/ make, such as {stale[0]}. Run: {pages.COMMAND}"


def test_a_missing_an_old_and_a_needless_page_are_found_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "folder", lambda: tmp_path)
    wanted = pages.pages()
    assert sorted(pages.write()) == sorted(wanted)
    assert pages.stale() == []
    (tmp_path / "TM001.md").unlink()
    (tmp_path / "zh" / "TM002.md").write_text("old")
    (tmp_path / "TM999.md").write_text("needless")
    assert pages.stale() == ["TM001.md", "TM999.md", "zh/TM002.md"]
    assert pages.write() == ["TM001.md", "TM999.md", "zh/TM002.md"]
    assert {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.md")} == set(wanted)


def test_every_link_between_the_pages_leads_somewhere() -> None:
    wanted = pages.pages()
    assert len(wanted) == 2 * (len(CODES) + 3)  # and the index, and TM000 and TM141, which no shape enforces
    for path, text in wanted.items():
        for target in re.findall(r"\]\(([^)#]+\.md)\)", text):
            parts = [*path.split("/")[:-1], *target.split("/")]
            while ".." in parts:
                at = parts.index("..")
                del parts[at - 1 : at + 1]
            assert "/".join(parts) in wanted, (path, target)


@pytest.mark.parametrize("code", CODES)
def test_a_page_and_the_explanation_tell_what_the_rule_tells(code: str) -> None:
    rule = catalogue()[code]
    shown = example(code)
    assert shown is not None
    for language in LANGUAGES:
        for text in (pages.page(rule, language), explain(rule, language)):
            told = [
                rule.title[language],
                rule.message[language],
                rule.repair[language],
                rule.page,
                *shown.wrong.splitlines(),
                *shown.right.splitlines(),
            ]
            assert all(line.strip() in text for line in told)
            assert f"[{code}]: " in text


@pytest.mark.parametrize("code", CODES)
def test_an_example_is_short_and_shows_the_line_that_is_wrong(code: str) -> None:
    shown = example(code)
    assert shown is not None
    assert shown.wrong != shown.right
    assert len(shown.wrong.splitlines()) <= 26
    assert shown.printed
    # The line that the program prints is in the wrong example.
    (printed, *_) = re.findall(r"^\d+ \| (.*)$", shown.printed, re.MULTILINE)
    assert printed.strip().removesuffix("…").rstrip() in shown.wrong


def test_every_file_of_shapes_is_a_group_and_every_rule_in_one() -> None:
    files = {f"{file.parent.name}/{file.stem}" for part in ("entities", "consistency") for file in places.shape_files(part)}
    empty = {"shapes/prefixes", "entities/parts"}
    for language in LANGUAGES:
        assert len(groups(language)) == len(files - empty)
        assert sorted(rule.code for rules in groups(language).values() for rule in rules) == CODES
        assert all(code in overview(language) for code in CODES)


def test_the_program_explains_in_both_languages_and_offers_near_codes(moves: Run) -> None:
    assert moves("explain", "tm012").stdout == explain(catalogue()["TM012"])
    assert moves("explain", "TM012", "--lang", "zh").stdout == explain(catalogue()["TM012"], "zh")
    assert moves("explain").stdout == overview()
    done = moves("explain", "TM0121")
    assert (done.returncode, done.stdout) == (2, "")
    assert "TM012" in done.stderr
