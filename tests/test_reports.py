"""Every report gives the expected rows on the curated data.

``REGENERATE=1 python -m pytest tests/test_reports.py`` writes ``tests/expected/`` anew; read the difference.
"""

from __future__ import annotations

import os

import pytest

import talentmoves
from talentmoves.formats.delimited import write_csv
from talentmoves.reports import metadata
from tests.conftest import ROOT

EXPECTED = ROOT / "tests" / "expected"
NAMES = metadata.names()


@pytest.mark.parametrize("name", NAMES)
def test_it_gives_the_expected_rows_on_the_curated_data(name: str) -> None:
    found = write_csv(talentmoves.report(name)).replace("\r\n", "\n")
    file = EXPECTED / f"{name}.csv"
    if os.environ.get("REGENERATE"):
        EXPECTED.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_every_expectation_is_of_a_report_and_holds_rows() -> None:
    assert sorted(file.stem for file in EXPECTED.iterdir()) == NAMES
    for file in EXPECTED.iterdir():
        assert len(file.read_text(encoding="utf-8").splitlines()) > 2, file.name


@pytest.mark.parametrize("name", NAMES)
def test_every_row_opens_down_to_what_is_behind_it(name: str) -> None:
    report = metadata.find(name)
    behind = [column.name for column in report.columns if column.name in ("move", "moves", "claims", "things", "source")]
    assert behind
    assert {column.type for column in report.columns if column.name in behind} <= {"iri", "iris", "integer"}


@pytest.mark.parametrize("name", NAMES)
def test_before_anything_was_known_there_is_nothing_to_report(name: str) -> None:
    rows = talentmoves.report(name, asOf="1990-01-01").records()
    if name == "coverage":  # companies, people and sources lack things on any day
        rows = [row for row in rows if not row["gap"].startswith(("the founding", "a move of a person", "the publication"))]
    assert rows == []
