"""What the curated data has reached, it keeps: these floors are raised, never lowered."""

from __future__ import annotations

import pytest

import talentmoves
from talentmoves.trend import figures

FLOORS = {
    "people": 640,
    "companies": 505,
    "moves": 1430,
    "claims": 3350,
    "sources": 1790,
    "twoSources": 0.62,
    "wholePaths": 0.5,
    "founded": 0.95,
}


@pytest.fixture(scope="module")
def reached() -> dict[str, float]:
    return figures()


@pytest.mark.parametrize("name", FLOORS)
def test_the_data_does_not_fall_behind(reached: dict[str, float], name: str) -> None:
    assert reached[name] >= FLOORS[name], f"{name}: mend the data; a removal lowers a floor only together with its tombstone"


def test_the_floors_are_those_of_the_contract() -> None:
    assert FLOORS["moves"] >= 400 and FLOORS["people"] >= 300 and FLOORS["companies"] >= 150
    assert FLOORS["twoSources"] >= 0.6 and FLOORS["wholePaths"] >= 0.5


def test_every_move_has_a_claim_and_every_unit_an_owner() -> None:
    missing = {row["gap"]: row["missing"] for row in talentmoves.report("coverage").records()}
    assert missing["a claim"] == 0 and missing["the owner of a unit"] == 0
