"""What was known on which day: status, companies, dates, and the days on which somebody came and went."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small import claim, data_set, facts, move


@pytest.mark.parametrize(
    ("stances", "status"),
    [
        (("confirms",), "confirmed"),
        (("reports",), "reported"),
        (("rumours",), "rumoured"),
        (("denies",), "denied"),
        (("rumours", "reports"), "reported"),
        (("rumours", "confirms"), "confirmed"),
        (("reports", "denies"), "disputed"),
        (("rumours", "denies"), "disputed"),
        (("confirms", "denies"), "disputed"),
    ],
)
@pytest.mark.parametrize("turn", [1, -1])
def test_the_status_follows_from_the_claims_in_whatever_order(tmp_path: Path, stances: tuple[str, ...], status: str, turn: int) -> None:
    claims = tuple(claim(stance) for stance in stances[::turn])
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", claims=claims))
    assert facts(file, "move:any", "status") == {status}


def test_a_move_without_a_claim_has_no_status(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", to="alpha", claims=()))
    assert facts(file, "move:any", "status") == set()


def test_each_day_with_news_begins_a_state_that_lasts_until_the_next(tmp_path: Path) -> None:
    claims = (claim("rumours", "2024-05-01"), claim("denies", "2024-06-01"), claim("confirms", "2024-08-01"))
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", claims=claims))
    states = ["move:any/known/2024-05-01", "move:any/known/2024-06-01", "move:any/known/2024-08-01"]
    assert [facts(file, state, "knownUntil") for state in states] == [{"2024-06-01"}, {"2024-08-01"}, {"9999-12-31"}]
    assert [facts(file, state, "status") for state in states] == [{"rumoured"}, {"disputed"}, {"disputed"}]


def test_claims_of_one_day_make_one_state(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", to="alpha", claims=(claim("rumours", "2024-05-01"), claim("confirms", "2024-05-01"))))
    assert facts(file, "move:any/known/2024-05-01", "status") == {"confirmed"}


def _two_steps(tmp_path: Path) -> Path:
    first = claim(published="2024-05-01", frm="star")
    second = claim(published="2024-09-01", frm="star", to="alpha", left="2024-04-30")
    return data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", left="2024-04-30", claims=(first, second)))


def test_a_company_or_date_not_yet_claimed_is_not_known(tmp_path: Path) -> None:
    file = _two_steps(tmp_path)
    early, late = "move:any/known/2024-05-01", "move:any/known/2024-09-01"
    assert (facts(file, early, "fromCompany"), facts(file, early, "toCompany"), facts(file, early, "left")) == ({"star"}, set(), set())
    assert (facts(file, late, "toCompany"), facts(file, late, "left")) == ({"alpha"}, {"2024-04-30"})
    assert facts(file, early, "exitEarliest") == set()
    assert facts(file, late, "exitEarliest") == {"2024-04-30"}


def test_until_the_curated_value_is_claimed_another_stands_in(tmp_path: Path) -> None:
    wrong = claim(published="2024-05-01", frm="star", to="nova", joined="2024-06")
    right = claim(published="2024-09-01", frm="star", to="alpha", joined="2024-08")
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", joined="2024-08", claims=(wrong, right)))
    early, late = "move:any/known/2024-05-01", "move:any/known/2024-09-01"
    assert (facts(file, early, "toCompany"), facts(file, late, "toCompany")) == ({"nova"}, {"alpha"})
    assert (facts(file, early, "joined"), facts(file, late, "joined")) == ({"2024-06"}, {"2024-08"})


def test_of_several_stand_in_dates_the_whole_span_is_known_and_of_companies_one(tmp_path: Path) -> None:
    claims = (
        claim(published="2024-05-01", frm="star", to="nova", joined="2024-06"),
        claim(published="2024-05-01", frm="star", to="beta", joined="2024-07-03"),
    )
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", joined="2024-08", claims=claims))
    state = "move:any/known/2024-05-01"
    assert facts(file, state, "joined") == {"2024-06", "2024-07-03"}
    assert (facts(file, state, "entryEarliest"), facts(file, state, "entryLatest")) == ({"2024-06-01"}, {"2024-07-03"})
    assert facts(file, state, "toCompany") == {"beta"}


def test_a_denial_gives_no_values(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", claims=(claim("denies", frm="star", to="alpha"), claim(frm="star"))))
    assert facts(file, "move:any/known/2025-01-01", "toCompany") == set()


@pytest.mark.parametrize(
    ("dates", "exit_days", "entry_days"),
    [
        ({"left": "2024-06", "joined": "2024-08"}, ("2024-06-01", "2024-06-30", "left"), ("2024-08-01", "2024-08-31", "joined")),
        ({"left": "2024-06"}, ("2024-06-01", "2024-06-30", "left"), ("2024-06-01", "2024-06-30", "left")),
        ({"joined": "2024-08"}, ("2024-08-01", "2024-08-31", "joined"), ("2024-08-01", "2024-08-31", "joined")),
        ({"announced": "2024-07-18"}, ("2024-07-18", "2024-07-18", "announced"), ("2024-07-18", "2024-07-18", "announced")),
        ({"joined": "2024-08", "announced": "2024-07-18"}, ("2024-07-18", "2024-08-31", "joined"), ("2024-08-01", "2024-08-31", "joined")),
        ({"left": "2024-06", "announced": "2024-07-18"}, ("2024-06-01", "2024-06-30", "left"), ("2024-06-01", "2024-07-18", "announced")),
        ({"left": "2024-09", "announced": "2024-07-18"}, ("2024-09-01", "2024-09-30", "left"), ("2024-09-01", "2024-09-30", "announced")),
    ],
)
def test_days_of_going_and_coming_rest_on_the_best_date(
    tmp_path: Path, dates: dict[str, str], exit_days: tuple[str, ...], entry_days: tuple[str, ...]
) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", **dates))
    state = "move:any/known/2025-01-01"
    for side, days in (("exit", exit_days), ("entry", entry_days)):
        found = [facts(file, state, side + part) for part in ("Earliest", "Latest", "Basis")]
        assert found == [{day} for day in days], side


@pytest.mark.parametrize(
    ("dates", "exit_text", "entry_text"),
    [
        ({"announced": "2024-07-18"}, "2024-07 announced", "2024-07 announced"),
        ({"left": "2024-01-31", "announced": "2024-02"}, "2024-01", "2024-02 announced"),
        ({"left": "2024", "announced": "2024-12-10"}, "2024-01/2024-12", "2024-12 announced"),
        ({"left": "2024-09", "announced": "2024-07/2024-08"}, "2024-09", "2024-07/2024-08 announced"),
        ({"joined": "2024-08", "announced": "2024-07-18"}, "2024-08 or before", "2024-08"),
        ({"left": "2024-06"}, "2024-06", "2024-06 or after"),
    ],
)
def test_an_announcement_is_shown_as_it_was_reported(tmp_path: Path, dates: dict[str, str], exit_text: str, entry_text: str) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", **dates))
    state = "move:any/known/2025-01-01"
    assert (facts(file, state, "exitShown"), facts(file, state, "entryShown")) == ({exit_text}, {entry_text})


def test_without_a_company_nobody_goes_out_of_it_or_into_it(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("gone", person="ann", frm="star", left="2024"),
        move("come", person="ben", to="alpha", joined="2024"),
        move("when", person="cat", frm="star"),
    )
    assert facts(file, "move:gone/known/2025-01-01", "entryEarliest") == set()
    assert facts(file, "move:come/known/2025-01-01", "exitEarliest") == set()
    assert facts(file, "move:when/known/2025-01-01", "exitEarliest") == set()


@pytest.mark.parametrize(("stance", "firm"), [("confirms", "true"), ("reports", "true"), ("rumours", "false")])
def test_only_what_is_confirmed_or_reported_is_firm(tmp_path: Path, stance: str, firm: str) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha-team", claims=(claim(stance),)))
    assert facts(file, "move:any/known/2025-01-01", "firm") == {firm}


def test_what_is_denied_is_counted_by_nothing(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha-team", claims=(claim("denies"),)))
    state = "move:any/known/2025-01-01"
    assert facts(file, state, "status") == {"denied"}
    assert [facts(file, state, name) for name in ("firm", "least", "most", "fromTop", "toTop")] == [set()] * 5


def test_states_know_the_topmost_companies(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="alpha-team", to="star"))
    state = "move:any/known/2025-01-01"
    assert (facts(file, state, "fromTop"), facts(file, state, "toTop"), facts(file, state, "least")) == ({"alpha"}, {"star"}, {"1"})
