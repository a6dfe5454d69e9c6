"""What the README shows is what the program prints."""

from __future__ import annotations

import re

from tests.conftest import ROOT, Run


def test_the_boomerangs_report_is_the_real_one(moves: Run) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- report boomerangs -->\n```text\n(.*?)```\n<!-- end -->", text, re.DOTALL)
    assert shown is not None
    assert shown[1] == moves("report", "boomerangs", COLUMNS="130").stdout


def test_every_report_is_named(moves: Run) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = text[text.index("Reports: ") :].split(".")[0].removeprefix("Reports: ").replace("\n", " ").split(", ")
    assert sorted(listed) == sorted(line.split()[0] for line in moves("report").stdout.splitlines())


def test_every_folder_has_a_short_readme() -> None:
    for folder in ("ontology", "data", "shapes", "queries", "cli", "tests", "bench"):
        lines = (ROOT / folder / "README.md").read_text(encoding="utf-8").splitlines()
        assert 1 < len(lines) <= 15, folder
