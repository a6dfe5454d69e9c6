"""Small Turtle in, derived facts out: days, companies, sources, groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small import claim, data_set, facts, move

ANY = move("any", person="ann", to="alpha")


@pytest.mark.parametrize(
    ("literal", "first", "last"),
    [
        ('"2024-07-18"^^xsd:date', "2024-07-18", "2024-07-18"),
        ('"2024-02"^^xsd:gYearMonth', "2024-02-01", "2024-02-29"),
        ('"2023-02"^^xsd:gYearMonth', "2023-02-01", "2023-02-28"),
        ('"2000-02"^^xsd:gYearMonth', "2000-02-01", "2000-02-29"),
        ('"1900-02"^^xsd:gYearMonth', "1900-02-01", "1900-02-28"),
        ('"2024-04"^^xsd:gYearMonth', "2024-04-01", "2024-04-30"),
        ('"2024-12"^^xsd:gYearMonth', "2024-12-01", "2024-12-31"),
        ('"2024"^^xsd:gYear', "2024-01-01", "2024-12-31"),
        ('"2024-07/2024-12"^^edtf:EDTF', "2024-07-01", "2024-12-31"),
        ('"2023/2024-02"^^edtf:EDTF', "2023-01-01", "2024-02-29"),
        ('"2024-03-05/2024-03-09"^^edtf:EDTF', "2024-03-05", "2024-03-09"),
    ],
)
def test_a_date_allows_the_days_of_its_precision(tmp_path: Path, literal: str, first: str, last: str) -> None:
    file = data_set(tmp_path, ANY, f"move:any tm:left {literal} .\n")
    assert (facts(file, "move:any", "leftEarliest"), facts(file, "move:any", "leftLatest")) == ({first}, {last})


@pytest.mark.parametrize(
    "literal",
    [
        '"2023-02-29"^^xsd:date',
        '"2024-13"^^xsd:gYearMonth',
        '"2024-00"^^xsd:gYearMonth',
        '"24"^^xsd:gYear',
        '"summer 2024"',
        '"2024-07/"^^edtf:EDTF',
        '"/2024-07"^^edtf:EDTF',
        '"2024-07/.."^^edtf:EDTF',
        '"2024-07/2024-13"^^edtf:EDTF',
        '"2024-07/2024-08/2024-09"^^edtf:EDTF',
        "<https://example.org/2024>",
    ],
)
def test_what_is_no_date_allows_no_day(tmp_path: Path, literal: str) -> None:
    file = data_set(tmp_path, ANY, f"move:any tm:left {literal} .\n")
    assert facts(file, "move:any", "leftEarliest") | facts(file, "move:any", "leftLatest") == set()


@pytest.mark.parametrize(
    ("subject", "predicate"), [("company:nova", "founded"), ("company:nova", "acquired"), ("source:old", "published"), ("claim:t", "period")]
)
def test_every_partial_date_gets_its_days(tmp_path: Path, subject: str, predicate: str) -> None:
    file = data_set(tmp_path, ANY, f'{subject} tm:{predicate} "2020-06"^^xsd:gYearMonth .\n')
    assert facts(file, subject, predicate + "Earliest") == {"2020-06-01"}
    assert facts(file, subject, predicate + "Latest") == {"2020-06-30"}


def test_a_unit_is_within_every_company_above_it_and_has_one_topmost(tmp_path: Path) -> None:
    file = data_set(tmp_path, ANY)
    assert facts(file, "company:alpha-team", "within") == {"alpha-team", "alpha-lab", "alpha"}
    assert facts(file, "company:alpha-team", "topCompany") == {"alpha"}
    assert facts(file, "company:alpha", "within") == facts(file, "company:alpha", "topCompany") == {"alpha"}


def test_a_cycle_of_parts_has_no_topmost_company_and_ends(tmp_path: Path) -> None:
    file = data_set(tmp_path, ANY, "company:alpha tm:partOf company:alpha-team .\n")
    assert facts(file, "company:alpha-team", "topCompany") == set()
    assert facts(file, "company:alpha-team", "within") == {"alpha-team", "alpha-lab", "alpha"}


def test_a_copy_of_a_copy_goes_back_to_the_original(tmp_path: Path) -> None:
    claims = (claim(source="first"), claim(source="second", derives="first"), claim(source="third", derives="second"))
    file = data_set(tmp_path, move("any", person="ann", to="alpha", claims=claims))
    assert facts(file, "source:third", "originalSource") == {"first"}
    assert facts(file, "source:first", "originalSource") == {"first"}


def test_a_copy_of_two_originals_goes_back_to_both(tmp_path: Path) -> None:
    claims = (claim(source="one"), claim(source="two"), claim(source="both", derives="one"))
    file = data_set(tmp_path, move("any", person="ann", to="alpha", claims=claims), "source:both tm:derivesFrom source:two .\n")
    assert facts(file, "source:both", "originalSource") == {"one", "two"}


@pytest.mark.parametrize(
    ("published", "checked", "known"),
    [
        ("2024-05-03", "2026-01-01", "2024-05-03"),
        ("2024-05", "2026-01-01", "2024-05-31"),  # only by its end it was certainly out
        ("2026", "2026-01-01", "2026-01-01"),  # whoever read it then knew it
        ("", "2026-01-01", "2026-01-01"),
    ],
)
def test_a_claim_is_known_when_its_source_was_certainly_out(tmp_path: Path, published: str, checked: str, known: str) -> None:
    file = data_set(tmp_path, move("any", person="ann", to="alpha", claims=(claim(published=published, checked=checked),)))
    assert facts(file, f"move:any/known/{known}", "stateOf") == {"any"}
    assert facts(file, f"move:any/known/{known}", "knownUntil") == {"9999-12-31"}


def _people(tmp_path: Path, *blocks: str) -> tuple[set[str], set[str]]:
    file = data_set(tmp_path, *blocks)
    state = "move:team/known/2025-01-01"
    return facts(file, state, "least"), facts(file, state, "most")


def test_a_group_counts_its_size_less_the_members_with_moves_of_their_own(tmp_path: Path) -> None:
    members = [move(f"{name}-1", person=name, group="team", frm="star", to="alpha") for name in ("ann", "ben")]
    assert _people(tmp_path, move("team", frm="star", to="alpha", minSize=5, maxSize=8), *members) == ({"3"}, {"6"})


def test_a_group_of_unknown_size_is_two_people_or_more(tmp_path: Path) -> None:
    assert _people(tmp_path, move("team", frm="star", to="alpha")) == ({"2"}, set())


def test_a_group_counts_with_the_least_that_any_claim_allows(tmp_path: Path) -> None:
    claims = (claim(minSize=11, frm="star", to="alpha"), claim(minSize=10, maxSize=10))
    assert _people(tmp_path, move("team", frm="star", to="alpha", minSize=11, claims=claims)) == ({"10"}, set())


def test_a_group_whose_members_are_all_named_counts_nobody_twice(tmp_path: Path) -> None:
    members = [move(f"{name}-1", person=name, group="team", frm="star", to="alpha") for name in ("ann", "ben", "cat")]
    assert _people(tmp_path, move("team", frm="star", to="alpha", minSize=2, maxSize=3), *members) == ({"0"}, {"0"})


def test_a_member_not_yet_known_is_still_one_of_the_unnamed(tmp_path: Path) -> None:
    member = move("ann-1", person="ann", group="team", frm="star", to="alpha", claims=(claim(published="2025-06-01"),))
    later = claim(published="2025-03-01")
    team = move("team", frm="star", to="alpha", minSize=5, maxSize=8, claims=(claim(), later))
    assert _people(tmp_path, team, member) == ({"5"}, {"8"})
    assert facts(tmp_path / "data.ttl", "move:team/known/2025-03-01", "least") == {"4"}


def test_names_for_showing_hold_english_and_chinese(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="beta", claims=(claim(source="s"),)))
    assert facts(file, "person:ann", "displayName") == {"Ann 安"}
    assert facts(file, "move:any", "displayName") == {"Ann: Beta → …"}
    assert facts(file, "source:s", "displayName") == {"Paper s: T"}
