"""Latest, group moves, contradictions, sources, coverage and theses on small data sets, worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.small import Claim, claim, claim_block, data_set, date, move, rows

ANY = move("any", person="ann", frm="star", to="alpha", joined="2024-08")


def test_the_latest_move_comes_first_and_the_undated_last(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("none", person="ann", frm="star"),
        move("old", person="ann", to="alpha", joined="2019"),
        move("new", person="ann", frm="alpha", to="beta", joined="2024-08-02"),
        move("month", person="ben", frm="alpha", left="2024-08"),
    )
    assert rows("latest", file, "when", "move") == [
        (date_of("2024-08-31"), "month"),
        (date_of("2024-08-02"), "new"),
        (date_of("2019-12-31"), "old"),
        (None, "none"),
    ]


def date_of(text: str) -> Any:
    from datetime import date

    return date.fromisoformat(text)


def test_copies_of_one_original_are_one_source_and_denials_none(tmp_path: Path) -> None:
    claims = (claim(source="a"), claim(source="b", derives="a"), claim(source="c"), claim("denies", source="d"))
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", claims=claims))
    assert rows("latest", file, "status", "sources") == [("disputed", 2)]


def test_dates_are_shown_as_reported(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", left="2024-07", joined="2024-07/2024-12", announced="2024-11-19"))
    assert rows("latest", file, "left", "joined", "announced") == [(("2024-07",), ("2024-07/2024-12",), ("2024-11-19",))]


def test_the_latest_of_a_person_a_company_and_a_time(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("one", person="ann", frm="star", to="alpha-lab", joined="2023"),
        move("two", person="ben", frm="alpha", to="nova", joined="2024"),
    )
    assert rows("latest", file, "move", person="安") == [("one",)]
    assert rows("latest", file, "move", company="Alpha") == [("two",), ("one",)]
    assert rows("latest", file, "move", company="alpha-lab") == [("one",)]
    assert rows("latest", file, "move", since="2023-12-31") == [("two",), ("one",)]
    assert rows("latest", file, "move", since="2024-01-01") == [("two",)]


def test_a_group_is_shown_by_its_own_name(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("The team", frm="star", to="alpha").replace("move:The team", "move:team"))
    assert rows("latest", file, "person", "name", "move") == [(None, "The team", "team")]


def test_the_latest_as_of_a_day(tmp_path: Path) -> None:
    first, second = claim("rumours", "2024-05-01", frm="star", to="nova"), claim(published="2024-06-01")
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", joined="2024-06", claims=(first, second)))
    shown = ("toCompany", "joined", "status", "sources")
    assert rows("latest", file, *shown, asOf="2024-04-30") == []
    assert rows("latest", file, *shown, asOf="2024-05-31") == [("nova", (), "rumoured", 1)]
    assert rows("latest", file, *shown) == [("alpha", ("2024-06",), "reported", 2)]


GROUP = ("group", "when", "members", "named", "sizeLeast", "sizeMost", "shareLeast", "shareMost", "status", "moves")


def test_a_group_with_its_members_sizes_and_shares(tmp_path: Path) -> None:
    members = [move(f"{name}-1", person=name, group="team", frm="star", to="alpha") for name in ("ann", "ben")]
    claims = (claim(minSize=5, maxSize=8, minShare=0.5), claim(minSize=10, maxShare=0.75))
    file = data_set(
        tmp_path,
        move("team", frm="star", to="alpha", announced="2024-06", claims=(*claims, claim(frm="star", to="alpha", announced="2024-06"))),
        *members,
    )
    # Each bound is missing from one of the claims, so neither holds.
    expected = ("team", date_of("2024-06-30"), ("Ann 安", "Ben"), 2, 5, None, Decimal("0.5"), None, "reported", ("ann-1", "ben-1", "team"))
    assert rows("group-moves", file, *GROUP) == [expected]


def test_a_group_of_which_little_is_known(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("team", frm="star", to="alpha"), move("other", frm="nova", to="beta"))
    assert rows("group-moves", file, *GROUP, company="Star") == [("team", None, (), 0, None, None, None, None, "reported", ("team",))]


def test_a_member_or_size_not_yet_known_is_not_shown(tmp_path: Path) -> None:
    late = "2025-06-01"
    file = data_set(
        tmp_path,
        move("team", frm="star", to="alpha", claims=(Claim(), claim(published=late, minSize=9))),
        move("ann-1", person="ann", group="team", frm="star", to="alpha", claims=(claim(published=late),)),
    )
    assert rows("group-moves", file, "members", "named", "sizeLeast", asOf="2025-05-31") == [((), 0, None)]
    assert rows("group-moves", file, "members", "named", "sizeLeast", asOf=late) == [(("Ann 安",), 1, 9)]


CONFLICT = ("about", "matter", "oneValue", "otherValue")


def _claimed(tmp_path: Path, one: dict[str, Any], other: dict[str, Any], about: str = "any") -> Path:
    claims = (claim(source="a", **one), claim(source="b", **other))
    return data_set(tmp_path, move(about, person="ann", frm="star", to="alpha", claims=claims))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"left": "2024-07"}, {"left": "2024-07-18"}),
        ({"left": "2024"}, {"left": "2024-07"}),
        ({"left": "2024-07/2024-12"}, {"left": "2024-12-31"}),
        ({"left": "2024-07"}, {"joined": "2024-08"}),
        ({"to": "alpha"}, {"to": "alpha-team"}),
        ({"frm": "alpha"}, {"to": "beta"}),
        ({"minSize": 5, "maxSize": 8}, {"minSize": 8}),
        ({"minShare": 0.5}, {"minShare": 0.9}),
    ],
)
def test_what_can_both_be_true_is_no_contradiction(tmp_path: Path, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert rows("contradictions", _claimed(tmp_path, one, other), *CONFLICT) == []


@pytest.mark.parametrize(
    ("one", "other", "matter", "values"),
    [
        ({"left": "2024-07"}, {"left": "2024-08"}, "left", ("2024-07", "2024-08")),
        ({"joined": "2025"}, {"joined": "2024-12-31"}, "joined", ("2024-12-31", "2025")),
        ({"announced": "2024-07/2024-09"}, {"announced": "2024-10-01"}, "announced", ("2024-07/2024-09", "2024-10-01")),
        ({"to": "alpha"}, {"to": "beta"}, "to company", ("Alpha", "Beta 贝塔")),
        ({"frm": "alpha-lab"}, {"frm": "nova"}, "from company", ("Alpha Lab", "Nova")),
        ({"kind": "hire"}, {"kind": "acquiHire"}, "kind of move", ("acqui-hire", "hire")),
        ({"minSize": 5, "maxSize": 8}, {"minSize": 10}, "size", ("5 to 8", "at least 10")),
        ({"maxSize": 8}, {"minSize": 9, "maxSize": 9}, "size", ("at most 8", "9")),
        ({"minShare": 0.33, "maxShare": 0.33}, {"minShare": 0.9}, "share of the staff", ("0.33", "at least 0.9")),
    ],
)
def test_what_cannot_both_be_true_is_one(tmp_path: Path, one: dict[str, Any], other: dict[str, Any], matter: str, values: tuple[str, str]) -> None:
    file = _claimed(tmp_path, one, other)
    assert rows("contradictions", file, *CONFLICT) == [("any", matter, *values)]
    (sources,) = rows("contradictions", file, "oneSources", "otherSources")
    assert {*sources} == {("Paper a",), ("Paper b",)}


def test_a_denial_contradicts_what_it_denies(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", claims=(claim(source="a"), claim("denies", source="b"))))
    assert rows("contradictions", file, *CONFLICT, "oneSources", "otherSources") == [
        ("any", "whether it happened", "yes", "no", ("Paper a",), ("Paper b",))
    ]


def test_sources_that_give_the_same_value_stand_together(tmp_path: Path) -> None:
    claims = (claim(source="a", left="2024-07"), claim(source="b", left="2024-07"), claim(source="c", left="2024-08"))
    file = data_set(tmp_path, move("any", person="ann", frm="star", claims=claims))
    assert rows("contradictions", file, "oneSources", "otherSources") == [(("Paper a", "Paper b"), ("Paper c",))]


def test_claims_about_companies_and_roles_contradict_too(tmp_path: Path) -> None:
    one, other = claim(source="a", founded=date("2021")), claim(source="b", founded=date("2022"))
    boss = [claim_block("role:r", claim(source=source, reportsTo=f"person:{name}")) for source, name in (("c", "ben"), ("d", "cat"))]
    file = data_set(tmp_path, ANY, claim_block("company:nova", one), claim_block("company:nova", other), *boss)
    assert rows("contradictions", file, *CONFLICT) == [("r", "reports to", "Ben", "Cat"), ("nova", "founded", "2021", "2022")]
    assert rows("contradictions", file, "about", about="Nova") == [("nova",)]
    assert rows("contradictions", file, "about", about="any") == []


def test_a_contradiction_is_one_once_both_sides_are_known(tmp_path: Path) -> None:
    claims = (claim(published="2024-08-01", left="2024-07"), claim(published="2024-09-01", left="2024-08"))
    file = data_set(tmp_path, move("any", person="ann", frm="star", claims=claims))
    assert [len(rows("contradictions", file, "about", asOf=day)) for day in ("2024-08-31", "2024-09-01")] == [0, 1]


def test_what_each_source_supports_and_supports_alone(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("alone", person="ann", to="alpha", claims=(claim(source="a"), claim(source="copy", derives="a"))),
        move("both", person="ben", to="alpha", claims=(claim(source="a"), claim(source="b"))),
        move("doubt", person="cat", to="alpha", claims=(claim(source="b"), claim("denies", source="c"))),
    )
    assert rows("sources", file, "source", "claims", "moves", "soleMoves", "original") == [
        ("a", 2, ("alone", "both"), ("alone",), "a"),
        ("b", 2, ("both", "doubt"), ("doubt",), "b"),
        ("c", 1, (), (), "c"),
        ("copy", 1, ("alone",), ("alone",), "a"),
    ]


def test_what_is_missing(tmp_path: Path) -> None:
    full = {"frm": "star", "to": "alpha", "left": "2024-07", "joined": "2024-08", "fromRole": "role:a", "toRole": "role:b"}
    file = data_set(
        tmp_path,
        move("full", person="ann", frm="star", to="alpha", left="2024-07", joined="2024-08", claims=(claim("confirms", **full), claim())),
        move("bare", person="ben", frm="star"),
        move("year", person="cat", frm="star", to="beta", left="2024"),
    )
    found = {row[0]: row[1:] for row in rows("coverage", file, "gap", "missing", "total", "share", "things")}
    assert found == {
        "a second independent source": (2, 3, Decimal("0.67"), ("bare", "year")),
        "any date of the move": (1, 3, Decimal("0.33"), ("bare",)),
        "the date of leaving": (1, 3, Decimal("0.33"), ("bare",)),
        "the date of joining": (1, 2, Decimal("0.5"), ("year",)),
        "a day or month of leaving or joining": (2, 3, Decimal("0.67"), ("bare", "year")),
        "the destination of a departure": (1, 3, Decimal("0.33"), ("bare",)),
        "the role left": (2, 3, Decimal("0.67"), ("bare", "year")),
        "the role taken up": (1, 2, Decimal("0.5"), ("year",)),
        "a confirmation by a party": (2, 3, Decimal("0.67"), ("bare", "year")),
        "the founding date of a company": (2, 3, Decimal("0.67"), ("alpha", "beta")),
        "the publication date of a source": (0, 4, Decimal("0"), ()),
        "a claim": (0, 3, Decimal("0"), ()),
        "the founding date of a company that appears twice": (0, 1, Decimal("0"), ()),
        "the whole path since 2015": (3, 3, Decimal("1"), ("ann", "ben", "cat")),
    }


def thesis(*facts: str) -> str:
    return (
        'claim:t a tm:Thesis ; tm:source source:t ; tm:stance tm:reports ; tm:says "They go back."@en, "他们回去了。"@zh ;'
        f' tm:checked "2026-01-01"^^xsd:date ; {" ; ".join(facts)} .\n'
        'source:t a tm:Source ; dcterms:title "T"@en ; tm:publisherName "P"@en ; tm:published "2024-11-19"^^xsd:date .\n'
    )


FIGURE = ("figure", "certain", "possible", "moves")
IN = "people from start-ups to big tech"
OUT = "people from big tech to start-ups"
HALF = 'tm:period "2024-07/2024-12"^^edtf:EDTF'


def test_a_thesis_on_flows_counts_those_of_its_period(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        thesis("tm:testedBy report:flows", HALF),
        move("within", person="ann", frm="star", to="alpha", left="2024-07", joined="2024-12"),
        move("across", person="ben", frm="star", to="alpha", left="2024-06", joined="2024-08"),
        move("before", person="cat", frm="star", to="alpha", joined="2023"),
        move("rumour", person="dan", frm="nova", to="beta", joined="2024-09", claims=(claim("rumours"),)),
        move("within2", person="ann", frm="alpha", to="star", joined="2024-12-31"),
    )
    assert rows("theses", file, *FIGURE) == [(OUT, 1, 1, ("within2",)), (IN, 1, 3, ("across", "rumour", "within"))]


def test_a_thesis_without_a_case_shows_noughts(tmp_path: Path) -> None:
    reports = ", ".join(f"report:{name}" for name in ("boomerangs", "founder-exits", "group-moves", "shelters"))
    file = data_set(tmp_path, thesis(f"tm:testedBy {reports}", "tm:durationMonths 6"), move("any", person="ben", to="alpha"))
    assert rows("theses", file, "report", *FIGURE) == [
        ("boomerangs", "people who went back to big tech", 0, 0, ()),
        ("founder-exits", "founders who left their company", 0, 0, ()),
        ("group-moves", "teams that moved together", 0, 0, ()),
        ("shelters", "people who went over a start-up to a rival within 6 months", 0, 0, ()),
    ]


def test_theses_on_people_count_each_person_once(tmp_path: Path) -> None:
    reports = ", ".join(f"report:{name}" for name in ("boomerangs", "founder-exits", "group-moves", "shelters"))
    file = data_set(
        tmp_path,
        thesis(f"tm:testedBy {reports}", "tm:durationMonths 6"),
        move("out", person="ann", frm="alpha-lab", to="star", left="2023-01-10"),
        move("back", person="ann", frm="star", to="beta", joined="2023-07-10"),
        move("team", frm="star", to="alpha", announced="2024-01"),
        move("cat-1", person="cat", frm="nova", to="uni"),
    )
    assert rows("theses", file, "report", *FIGURE) == [
        ("boomerangs", "people who went back to big tech", 1, 1, ("back", "out")),
        ("founder-exits", "founders who left their company", 1, 1, ("back",)),
        ("group-moves", "teams that moved together", 1, 1, ("team",)),
        ("shelters", "people who went over a start-up to a rival within 6 months", 1, 1, ("back", "out")),
    ]


def test_a_thesis_on_named_companies_is_tested_on_those_alone(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        thesis("tm:testedBy report:alumni, report:flows", "tm:concerns company:star"),
        move("this", person="ann", frm="star", to="alpha", joined="2024"),
        move("that", person="ben", frm="nova", to="alpha", joined="2024"),
    )
    assert rows("theses", file, "report", *FIGURE) == [
        ("alumni", "people here altogether", 2, 2, ("that", "this")),
        ("alumni", "people here who passed through the company named", 1, 1, ("this",)),
        ("flows", OUT, 0, 0, ()),
        ("flows", IN, 1, 1, ("this",)),
    ]


def test_a_thesis_that_nothing_tests_says_why(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        ANY,
        thesis('tm:notTestable "An opinion."@en, "一种看法。"@zh', "tm:speaker speaker:x"),
        'speaker:x a tm:UnnamedSpeaker ; rdfs:label "An engineer"@en .\n',
    )
    assert rows("theses", file, "says", "speaker", "figure", "certain", "notTestable") == [
        ("They go back.", "An engineer", None, None, "An opinion.")
    ]


def test_a_thesis_is_there_from_the_day_on_which_it_was_said(tmp_path: Path) -> None:
    file = data_set(tmp_path, ANY, thesis("tm:testedBy report:flows"))
    assert [len(rows("theses", file, "thesis", asOf=day)) for day in ("2024-11-18", "2024-11-19")] == [0, 2]
