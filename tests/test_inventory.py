"""Every row of the seed article's inventory is in the graph, and its conflicts stay visible."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode

import talentmoves
from talentmoves.vocabulary import BASE, CURATED, TM
from tests.conftest import ROOT

INVENTORY = (ROOT / "data" / "inventory.md").read_text(encoding="utf-8")
#: The rows of the inventory that the project started from; 6, 31 and 43 were never given out.
WANTED = {*range(1, 6), *range(7, 31), *range(32, 43), *range(44, 63)}


def numbers(cell: str) -> set[int]:
    """The rows of a cell such as ``1``, ``7–9`` or ``12, 13``.

    >>> sorted(numbers("1, 7–9"))
    [1, 7, 8, 9]
    """
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:\s*[–-]\s*(\d+))?", cell):
        found.update(range(int(first), int(last or first) + 1))
    return found


def _table(text: str) -> list[tuple[set[int], str, str]]:
    rows = [re.split(r"\s*\|\s*", line.strip().strip("|").strip()) for line in text.splitlines() if re.match(r"\|\s*\d", line)]
    return [(numbers(row[0]), row[1], row[-1]) for row in rows]


HELD, _, NOT_HELD = INVENTORY.partition("## Not representable")


def _cited() -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for quad in talentmoves.store().quads_for_pattern(None, NamedNode(TM + "inventoryRow"), None, NamedNode(CURATED)):
        assert isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        found.setdefault(int(quad.object.value), set()).add(quad.subject.value)
    return found


def test_the_inventory_lists_every_row_of_the_article() -> None:
    listed = [number for rows, _, _ in _table(INVENTORY) for number in rows]
    assert sorted(listed) == sorted(WANTED)


@pytest.mark.parametrize("number", sorted(WANTED))
def test_each_row_is_held_by_a_claim_or_given_a_reason(number: int) -> None:
    reasons = {row: reason for rows, _, reason in _table(NOT_HELD) for row in rows}
    assert number in _cited() or reasons.get(number, "").strip()


def test_the_claims_that_the_inventory_names_are_those_that_cite_the_row() -> None:
    cited = _cited()
    for rows, _, held_by in _table(HELD):
        named = {BASE + name.replace(":", "/", 1) for name in re.findall(r"`(claim:[^`]+)`", held_by)}
        assert named
        for number in rows:
            assert named == cited[number], number


def test_no_claim_cites_a_row_that_there_is_not() -> None:
    assert set(_cited()) <= WANTED


@pytest.fixture(scope="module")
def conflicts() -> list[dict[str, Any]]:
    return talentmoves.report("contradictions").records()


def _on(conflicts: list[dict[str, Any]], about: str, matter: str) -> list[set[str]]:
    return [{row["oneValue"], row["otherValue"]} for row in conflicts if row["about"] == BASE + about and row["matter"] == matter]


def test_the_share_of_adept_s_staff_is_disputed(conflicts: list[dict[str, Any]]) -> None:
    found = _on(conflicts, "move/adept-team-amazon-2024", "share of the staff")
    # Almost all (the article), two thirds, one third.
    assert {"0.66", "at least 0.9"} in found
    assert {"0.33", "at least 0.9"} in found
    assert {"0.33", "0.66"} in found


def test_what_became_of_zhang_qianchuan_is_disputed(conflicts: list[dict[str, Any]]) -> None:
    about = "move/zhang-qianchuan-leaves-minimax-2024"
    assert _on(conflicts, about, "whether it happened") == [{"yes", "no"}]
    assert _on(conflicts, about, "kind of move") == [{"departure", "internal change"}]


def test_the_month_in_which_zhou_chang_left_is_disputed(conflicts: list[dict[str, Any]]) -> None:
    assert {"2024-07", "2024-08"} in _on(conflicts, "move/zhou-chang-bytedance-2024", "left")


@pytest.mark.parametrize(
    ("about", "values"),
    [("move/character-ai-team-google-2024", {"2024-05", "2024-08-02"}), ("move/inflection-team-microsoft-2024", {"2024-05", "2024-03-19"})],
)
def test_in_may_this_year_is_disputed(conflicts: list[dict[str, Any]], about: str, values: set[str]) -> None:
    assert values in _on(conflicts, about, "announced")


def test_the_hop_of_qin_yujia_that_the_article_misses_is_disputed(conflicts: list[dict[str, Any]]) -> None:
    found = _on(conflicts, "move/qin-yujia-bytedance-llm-institute-2024", "from company")
    assert found == [{"ModelBest 面壁智能", "Xuzhi Technology 序智科技"}]


def test_each_conflict_names_its_claims_and_who_made_them(conflicts: list[dict[str, Any]]) -> None:
    assert len(conflicts) > 30
    for row in conflicts:
        assert len(row["claims"]) >= 2 and row["oneSources"] and row["otherSources"], row
