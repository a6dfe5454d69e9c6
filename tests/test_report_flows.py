"""Flows, net flow and departures by month on small data sets, with figures counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small import Claim, claim, data_set, move, rows

FLOW = ("fromCompany", "toCompany", "certain", "possible")
NET = ("company", "inCertain", "outCertain", "net", "inPossible", "outPossible")
MONTH = ("month", "outCertain", "outPossible", "inCertain", "inPossible")


def test_who_goes_the_same_way_twice_counts_once(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("once", person="ann", frm="star", to="alpha", joined="2018"),
        move("twice", person="ann", frm="star", to="alpha-lab", joined="2024"),
        move("other", person="ben", frm="star", to="alpha", joined="2024"),
    )
    assert rows("flows", file, *FLOW, "moves") == [("star", "alpha", 2, 2, ("once", "other", "twice"))]
    assert rows("net-flow", file, *NET) == [("alpha", 2, 0, 2, 2, 0), ("star", 0, 2, -2, 0, 2)]


@pytest.mark.parametrize(
    ("claims", "certain", "possible"),
    [
        ((Claim("confirms"),), 1, 1),
        ((Claim("rumours"),), 0, 1),
        ((Claim("reports"), Claim("denies")), 0, 1),
    ],
)
def test_a_rumoured_or_disputed_move_is_only_possible(tmp_path: Path, claims: tuple[Claim, ...], certain: int, possible: int) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", left="2024-06", joined="2024-06", claims=claims))
    assert rows("flows", file, *FLOW) == [("star", "alpha", certain, possible)]
    assert rows("net-flow", file, *NET) == [("alpha", certain, 0, certain, possible, 0), ("star", 0, certain, -certain, 0, possible)]
    assert rows("departures-by-month", file, *MONTH) == [("2024-06", certain, possible, 0, 0)]


def test_a_denied_move_counts_nowhere(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", joined="2024-06", claims=(claim("denies", frm="star", to="alpha"),)))
    assert [rows(name, file, "moves") for name in ("flows", "net-flow", "departures-by-month")] == [[], [], []]


def test_a_promotion_or_a_move_between_units_is_no_flow(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("up", person="ann", frm="star", to="star", kind="internal", joined="2024-06", left="2024-06"),
        move("across", person="ben", frm="alpha-lab", to="alpha", kind="internal", joined="2024-06", left="2024-06"),
    )
    assert [rows(name, file, "moves") for name in ("flows", "net-flow", "departures-by-month")] == [[], [], []]
    assert rows("departures-by-month", file, "moves", kind="bigTech") == []


def test_units_roll_up_unless_told_otherwise(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("one", person="ann", frm="star", to="alpha-lab"),
        move("two", person="ben", frm="star", to="alpha-team"),
        move("three", person="cat", frm="alpha-team", to="alpha-lab", kind="internal"),
    )
    assert rows("flows", file, *FLOW) == [("star", "alpha", 2, 2)]
    units = [("alpha-team", "alpha-lab", 1, 1), ("star", "alpha-lab", 1, 1), ("star", "alpha-team", 1, 1)]
    assert rows("flows", file, *FLOW, level="unit") == units
    assert rows("net-flow", file, *NET, level="unit") == [("alpha-lab", 2, 0, 2, 2, 0), ("alpha-team", 1, 1, 0, 1, 1), ("star", 0, 2, -2, 0, 2)]
    assert rows("net-flow", file, "company", level="unit", kind="startUp") == [("star",)]


def test_a_group_counts_its_unnamed_and_each_named_member_once(tmp_path: Path) -> None:
    members = [move(f"{name}-1", person=name, group="team", frm="star", to="alpha", left="2024-06", joined="2024-07") for name in ("ann", "ben")]
    file = data_set(tmp_path, move("team", frm="star", to="alpha", left="2024-06", joined="2024-07", minSize=5, maxSize=8), *members)
    assert rows("flows", file, *FLOW, "moves") == [("star", "alpha", 5, 8, ("ann-1", "ben-1", "team"))]
    assert rows("net-flow", file, *NET) == [("alpha", 5, 0, 5, 8, 0), ("star", 0, 5, -5, 0, 8)]
    assert rows("departures-by-month", file, *MONTH) == [("2024-06", 5, 8, 0, 0)]


def test_a_group_of_unknown_size_counts_as_two(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("team", frm="star", to="alpha"))
    assert rows("flows", file, *FLOW) == [("star", "alpha", 2, 2)]


def test_a_member_who_goes_elsewhere_leaves_the_rest_of_the_group(tmp_path: Path) -> None:
    member = move("ann-1", person="ann", group="team", frm="star", to="beta")
    file = data_set(tmp_path, move("team", frm="star", to="alpha", minSize=3, maxSize=3), member)
    assert rows("flows", file, *FLOW) == [("star", "alpha", 2, 2), ("star", "beta", 1, 1)]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024-01-01", "2024-12-31", [("star", "alpha", 1, 1)]),
        ("2024-03-01", "2024-12-31", [("star", "alpha", 0, 1)]),
        ("2024-01-01", "2024-12-30", [("star", "alpha", 0, 1)]),
        ("2024-12-31", "2030-01-01", [("star", "alpha", 0, 1)]),
        ("2025-01-01", "2030-01-01", []),
        ("2020-01-01", "2023-12-31", []),
        ("2020-01-01", "2024-01-01", [("star", "alpha", 0, 1)]),
    ],
)
def test_a_year_is_certain_only_in_a_time_that_holds_all_of_it(tmp_path: Path, since: str, until: str, expected: list[tuple[str, ...]]) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", joined="2024"))
    assert rows("flows", file, *FLOW, since=since, until=until) == expected
    assert [row[0] for row in rows("net-flow", file, *NET, since=since, until=until)] == (["alpha", "star"] if expected else [])


def test_an_undated_move_counts_only_where_no_time_is_asked_for(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha"))
    assert rows("flows", file, *FLOW) == [("star", "alpha", 1, 1)]
    assert rows("flows", file, *FLOW, since="1990-01-01", until="1990-01-31") == []
    assert rows("net-flow", file, *NET, since="1990-01-01", until="1990-01-31") == []
    assert rows("departures-by-month", file, *MONTH, since="0001-01-01") == []


def test_flows_of_one_company_hold_its_units(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("one", person="ann", frm="star", to="alpha-lab"),
        move("two", person="ben", frm="alpha", to="nova"),
        move("three", person="cat", frm="star", to="nova"),
    )
    assert rows("flows", file, *FLOW, company="Alpha") == [("alpha", "nova", 1, 1), ("star", "alpha", 1, 1)]
    assert rows("flows", file, *FLOW, company="alpha-lab") == [("star", "alpha", 1, 1)]


def test_as_of_a_day_only_what_was_out_by_then_counts(tmp_path: Path) -> None:
    later = claim(published="2024-09-10", frm="star", to="alpha")
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", claims=(claim("rumours", "2024-05-01", frm="star"), later)))
    assert rows("flows", file, *FLOW, asOf="2024-09-09") == []
    assert rows("net-flow", file, *NET, asOf="2024-09-09") == [("star", 0, 0, 0, 0, 1)]
    assert rows("flows", file, *FLOW, asOf="2024-09-10") == [("star", "alpha", 1, 1)]
    assert rows("net-flow", file, *NET, asOf="2024-04-30") == []


def test_a_departure_to_nobody_knows_where_goes_out(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", kind="departure", left="2024-06"))
    assert rows("flows", file, *FLOW) == []
    assert rows("net-flow", file, *NET) == [("star", 0, 1, -1, 0, 1)]
    assert rows("departures-by-month", file, *MONTH) == [("2024-06", 1, 1, 0, 0)]


def test_who_leaves_and_comes_back_is_no_gain(tmp_path: Path) -> None:
    file = data_set(
        tmp_path, move("out", person="ann", frm="alpha", to="star", joined="2022"), move("back", person="ann", frm="star", to="alpha", joined="2024")
    )
    assert rows("net-flow", file, *NET, kind="bigTech") == [("alpha", 1, 1, 0, 1, 1)]


def test_a_year_is_possible_in_each_of_its_months(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", left="2024"))
    assert rows("departures-by-month", file, *MONTH) == [(f"2024-{month:02}", 0, 1, 0, 0) for month in range(1, 13)]


def test_only_the_date_of_the_same_name_makes_a_month_certain(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("said", person="ann", frm="star", to="alpha", announced="2024-05-02"),
        move("came", person="ben", frm="alpha", to="star", joined="2024-06-30"),
        move("went", person="cat", frm="star", to="alpha", left="2024-07"),
    )
    assert rows("departures-by-month", file, *MONTH, "moves") == [
        ("2024-05", 0, 1, 0, 0, ("said",)),
        ("2024-06", 0, 0, 1, 1, ("came",)),
        ("2024-07", 1, 1, 0, 0, ("went",)),
    ]
    assert rows("departures-by-month", file, *MONTH, kind="bigTech") == [("2024-05", 0, 0, 0, 1), ("2024-06", 0, 1, 0, 0), ("2024-07", 0, 0, 0, 1)]


def test_an_interval_over_new_year_is_possible_in_its_months(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", left="2023-11/2024-02"))
    assert rows("departures-by-month", file, "month", "outPossible") == [("2023-11", 1), ("2023-12", 1), ("2024-01", 1), ("2024-02", 1)]


def test_between_two_start_ups_a_move_counts_both_ways(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="nova", left="2024-06", joined="2024-06"))
    assert rows("departures-by-month", file, *MONTH) == [("2024-06", 1, 1, 1, 1)]


def test_months_outside_the_time_asked_for_are_left_out(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", left="2024"))
    found = rows("departures-by-month", file, "month", since="2024-03-31", until="2024-05-01")
    assert found == [("2024-03",), ("2024-04",), ("2024-05",)]
