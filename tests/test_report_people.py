"""Boomerangs, founder exits, shelters, tenures and alumni on small data sets, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small import Claim, claim, data_set, move, rows

BACK = ("person", "leftCompany", "left", "startUps", "backCompany", "back", "same", "certain")


def _there_and_back(*extra: str, to: str = "alpha", claims: tuple[Claim, ...] = (Claim(),), **dates: str) -> list[str]:
    out = move("out", person="ann", frm="alpha-lab", to="star", left=dates.get("out", "2021-05"))
    back = move("back", person="ann", frm="star", to=to, joined=dates.get("back", "2024-08-02"), claims=claims)
    return [out, back, *extra]


def test_who_comes_back_to_the_same_big_company_is_a_boomerang(tmp_path: Path) -> None:
    file = data_set(tmp_path, *_there_and_back())
    assert rows("boomerangs", file, *BACK, "moves") == [("ann", "alpha", "2021-05", ("Star",), "alpha", "2024-08", True, True, ("back", "out"))]


def test_so_is_who_goes_to_another_big_company(tmp_path: Path) -> None:
    file = data_set(tmp_path, *_there_and_back(to="beta"))
    assert rows("boomerangs", file, *BACK) == [("ann", "alpha", "2021-05", ("Star",), "beta", "2024-08", False, True)]


def test_all_start_ups_in_between_are_named(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("out", person="ann", frm="alpha", to="star", left="2021-05"),
        move("on", person="ann", frm="star", to="nova", joined="2022-05"),
        move("back", person="ann", frm="nova", to="alpha", joined="2024-08"),
    )
    assert rows("boomerangs", file, "startUps", "moves") == [(("Nova", "Star"), ("back", "on", "out"))]


def test_a_job_elsewhere_may_lie_in_between(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("out", person="ann", frm="alpha", to="uni", left="2019-05"),
        move("in", person="ann", frm="uni", to="star", joined="2021-05"),
        move("back", person="ann", frm="star", to="beta", joined="2024-08"),
    )
    assert rows("boomerangs", file, "leftCompany", "left", "startUps", "backCompany") == [("alpha", "2019-05", ("Star",), "beta")]


def test_who_leaves_twice_starts_each_return_from_the_last_departure(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("out1", person="ann", frm="alpha", to="star", left="2010-05"),
        move("back1", person="ann", frm="star", to="beta", joined="2012-08"),
        move("out2", person="ann", frm="beta", to="nova", left="2018-05"),
        move("back2", person="ann", frm="nova", to="alpha", joined="2024-08"),
    )
    assert rows("boomerangs", file, "leftCompany", "startUps", "backCompany", "back", "moves") == [
        ("beta", ("Nova",), "alpha", "2024-08", ("back2", "out2")),
        ("alpha", ("Star",), "beta", "2012-08", ("back1", "out1")),
    ]


@pytest.mark.parametrize(
    ("dates", "claims"),
    [
        ({"out": "2024"}, (Claim(),)),  # it could have been after the return
        ({}, (Claim("rumours"),)),
        ({}, (Claim(), Claim("denies"))),
    ],
)
def test_a_return_in_doubt_is_not_certain(tmp_path: Path, dates: dict[str, str], claims: tuple[Claim, ...]) -> None:
    file = data_set(tmp_path, *_there_and_back(claims=claims, **dates))
    assert rows("boomerangs", file, "person", "certain") == [("ann", False)]


@pytest.mark.parametrize(
    "moves",
    [
        _there_and_back(claims=(claim("denies", frm="star", to="alpha"),)),
        [move("in", person="ann", frm="star", to="alpha", joined="2024")],
        [move("a", person="ann", frm="alpha", to="beta", joined="2020"), move("b", person="ann", frm="beta", to="alpha", joined="2024")],
        [move("a", person="ann", frm="alpha", to="uni", joined="2020"), move("b", person="ann", frm="uni", to="alpha", joined="2024")],
        [move("a", person="ann", frm="alpha", to="star", joined="2024"), move("b", person="ann", frm="nova", to="alpha", joined="2020")],
        [move("a", person="ann", frm="alpha", to="star", joined="2020"), move("b", person="ben", frm="star", to="alpha", joined="2024")],
    ],
    ids=["denied", "never left", "big to big", "over a university", "the other way round", "two people"],
)
def test_what_is_no_boomerang(tmp_path: Path, moves: list[str]) -> None:
    assert rows("boomerangs", data_set(tmp_path, *moves), *BACK) == []


def test_boomerangs_of_a_company_and_as_of_a_day(tmp_path: Path) -> None:
    file = data_set(tmp_path, *_there_and_back(to="beta", claims=(claim(published="2025-03-01"),)))
    assert [len(rows("boomerangs", file, "person", company=name)) for name in ("Alpha", "alpha-lab", "贝塔", "alpha-team")] == [1, 1, 1, 0]
    assert [len(rows("boomerangs", file, "person", asOf=day)) for day in ("2025-02-28", "2025-03-01")] == [0, 1]


EXIT = ("person", "company", "left", "monthsLeast", "monthsMost", "toCompany", "status")


@pytest.mark.parametrize(
    ("left", "shown", "least", "most"),
    [
        ("2024-03-14", "2024-03", 23, 23),
        ("2024-03-15", "2024-03", 24, 24),
        ("2024-03", "2024-03", 23, 24),
        ("2024", "2024-01/2024-12", 21, 33),
    ],
)
def test_months_between_founding_and_leaving_span_what_the_dates_allow(tmp_path: Path, left: str, shown: str, least: int, most: int) -> None:
    file = data_set(tmp_path, move("out", person="ann", frm="star", to="alpha-lab", left=left))  # founded on 2022-03-15
    assert rows("founder-exits", file, *EXIT) == [("ann", "star", shown, least, most, "alpha-lab", "reported")]


def test_without_dates_there_are_no_months(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("out", person="ann", frm="star", kind="departure"))
    assert rows("founder-exits", file, *EXIT) == [("ann", "star", None, None, None, None, "reported")]


def test_only_a_founder_s_own_exit_counts(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("staff", person="ben", frm="star", to="alpha", left="2024"),
        move("other", person="ann", frm="nova", to="alpha", left="2024"),
        move("inside", person="ann", frm="star", to="star-lab", kind="internal", left="2023"),
        move("no", person="ann", frm="star", to="beta", claims=(claim("denies", frm="star", to="beta"),)),
        'company:star-lab a tm:Company ; rdfs:label "Star Lab"@en ; tm:companyKind tm:unit ; tm:partOf company:star .\n',
    )
    assert rows("founder-exits", file, "move") == []


def test_a_founder_who_leaves_a_unit_or_a_company_that_was_sold_leaves_it(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("out", person="ann", frm="star", to="alpha-lab", left="2024"), "company:star tm:partOf company:alpha .\n")
    assert rows("founder-exits", file, "company", "toCompany") == [("star", "alpha-lab")]
    assert rows("founder-exits", file, "company", company="Alpha") == [("star",)]
    assert rows("founder-exits", file, "company", company="Nova") == []


SHELTER = ("person", "leftCompany", "startUp", "founded", "rival", "monthsLeast", "monthsMost", "certain")


def _shelter(
    person: str = "ann", left: str = "2023-01-10", joined: str = "2023-07-10", rival: str = "beta", claims: tuple[Claim, ...] = (Claim(),)
) -> list[str]:
    return [
        move("in", person=person, frm="alpha-lab", to="star", left=left, joined="2023-02-01"),
        move("on", person=person, frm="star", to=rival, joined=joined, claims=claims),
    ]


@pytest.mark.parametrize(
    ("left", "joined", "least", "most", "certain"),
    [
        ("2023-01-10", "2023-07-09", 5, 5, True),
        ("2023-01-10", "2023-07-10", 6, 6, True),
        ("2023-01", "2023-07", 5, 6, True),
        ("2023-01-10", "2024-01-10", 12, 12, True),
        ("2023-01-10", "2024-02-09", 12, 12, True),
        ("2023-01-10", "2024", 11, 23, False),
        ("2023", "2023", 0, 11, True),
    ],
)
def test_months_run_from_leaving_the_one_to_joining_the_other(tmp_path: Path, left: str, joined: str, least: int, most: int, certain: bool) -> None:
    file = data_set(tmp_path, *_shelter(left=left, joined=joined))
    assert rows("shelters", file, *SHELTER) == [("ann", "alpha", "star", True, "beta", least, most, certain)]


def test_the_limit_is_in_whole_months(tmp_path: Path) -> None:
    file = data_set(tmp_path, *_shelter(person="ben"))
    assert rows("shelters", file, "monthsLeast", "founded", months=6) == [(6, False)]
    assert rows("shelters", file, "monthsLeast", months=5) == []


def test_a_rumour_is_no_certain_shelter(tmp_path: Path) -> None:
    assert rows("shelters", data_set(tmp_path, *_shelter(claims=(claim("rumours"),))), "certain") == [(False,)]


@pytest.mark.parametrize(
    "moves",
    [
        _shelter(rival="alpha"),
        _shelter(rival="alpha-team"),
        _shelter(joined="2022-06"),
        _shelter(joined="2026"),
        _shelter(claims=(claim("denies", frm="star", to="beta"),)),
    ],
    ids=["back", "back to a unit", "before", "too late", "denied"],
)
def test_what_is_no_shelter(tmp_path: Path, moves: list[str]) -> None:
    assert rows("shelters", data_set(tmp_path, *moves), *SHELTER) == []


def test_shelters_of_a_company(tmp_path: Path) -> None:
    file = data_set(tmp_path, *_shelter())
    assert [len(rows("shelters", file, "person", company=name)) for name in ("Alpha", "Alpha Lab", "Beta")] == [1, 1, 0]


STAY = ("person", "company", "start", "end", "monthsLeast", "monthsMost", "retained")


@pytest.mark.parametrize(
    ("joined", "left", "least", "most", "retained"),
    [
        ("2020-01-10", "2022-01-10", 24, 24, "yes"),
        ("2020-01-10", "2022-01-09", 23, 23, "no"),
        ("2020", "2022", 12, 35, "unclear"),
        ("2020-01", "2022-02", 24, 25, "yes"),
        ("2020-01", "2022-01", 23, 24, "unclear"),
        ("2020-01-10", "", 59, 59, "yes"),  # the last news is of 2025-01-01
        ("2024-06-15", "", 6, 6, "too early"),
    ],
)
def test_whether_somebody_was_still_there_after_two_years(tmp_path: Path, joined: str, left: str, least: int, most: int, retained: str) -> None:
    moves = [move("in", person="ann", to="star", joined=joined)]
    if left:
        moves.append(move("out", person="ann", frm="star", kind="departure", left=left))
    found = rows("tenures", data_set(tmp_path, *moves), "company", "monthsLeast", "monthsMost", "retained")
    assert found == [("star", least, most, retained)]


def test_a_tenure_whose_start_nobody_tells(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("out", person="ann", frm="star", kind="departure", left="2024-06"))
    assert rows("tenures", file, *STAY, "moves") == [("ann", "star", None, "2024-06", None, None, "start unknown", ("out",))]


def test_a_departure_without_a_date_leaves_it_unclear(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("in", person="ann", to="star", joined="2020-01-10"), move("out", person="ann", frm="star", kind="departure"))
    assert rows("tenures", file, *STAY) == [("ann", "star", "2020-01", None, None, None, "unclear")]


def test_retention_after_other_months_at_one_company(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("in", person="ann", to="alpha-lab", joined="2020-01-10"),
        move("up", person="ann", frm="alpha-lab", to="alpha", kind="internal", joined="2020-06"),
        move("out", person="ann", frm="alpha", to="star", left="2021-01-10", joined="2021-02-10"),
    )
    assert rows("tenures", file, *STAY, months=12, company="Alpha") == [("ann", "alpha", "2020-01", "2021-01", 12, 12, "yes")]
    assert rows("tenures", file, "retained", months=13, company="Alpha") == [("no",)]


def test_before_the_departure_was_known_the_tenure_went_on(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("in", person="ann", to="star", joined="2020-01-10", claims=(claim(published="2020-02-01"),)),
        move("out", person="ann", frm="star", kind="departure", left="2023-01", claims=(claim(published="2023-05-01"),)),
    )
    assert rows("tenures", file, *STAY, asOf="2023-04-30") == [("ann", "star", "2020-01", None, 0, 0, "too early")]
    assert rows("tenures", file, "end", asOf="2023-05-01") == [("2023-01",)]
    assert rows("tenures", file, "end", asOf="2020-01-31") == []


GONE = ("company", "person", "left", "nextCompany", "founded", "nowCompany", "status")


def test_alumni_and_where_they_went_next_and_last(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("out", person="ann", frm="alpha-lab", to="star", left="2022-02"),
        move("on", person="ann", frm="star", to="beta", joined="2024"),
        move("home", person="ben", frm="alpha", kind="departure", left="2023-05"),
        move("up", person="cat", frm="alpha-lab", to="alpha", kind="internal"),
    )
    assert rows("alumni", file, *GONE, company="Alpha") == [
        ("alpha", "ben", "2023-05", None, False, None, "reported"),
        ("alpha-lab", "ann", "2022-02", "star", True, "beta", "reported"),
    ]
    assert rows("alumni", file, "person", company="Alpha Lab") == [("ann",)]
    assert rows("alumni", file, "company", "nowCompany", company="Star") == [("star", "beta")]


def test_a_denied_departure_makes_no_alumni(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("out", person="ann", frm="alpha", to="star", claims=(claim("denies", frm="alpha", to="star"),)))
    assert rows("alumni", file, *GONE) == []


def test_as_of_a_day_alumni_are_where_they_were_known_to_be(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("out", person="ann", frm="alpha", to="star", left="2022-02", claims=(claim(published="2022-03-01"),)),
        move("on", person="ann", frm="star", to="beta", joined="2024", claims=(claim(published="2024-06-01"),)),
    )
    assert rows("alumni", file, "nowCompany", company="Alpha", asOf="2024-05-31") == [("star",)]
    assert rows("alumni", file, "nowCompany", company="Alpha", asOf="2024-06-01") == [("beta",)]
