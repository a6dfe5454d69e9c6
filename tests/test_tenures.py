"""One person's times at one company, from consecutive moves."""

from __future__ import annotations

from pathlib import Path

from tests.small import claim, data_set, facts, move


def tenure(file: Path, slug: str) -> tuple[set[str], ...]:
    return tuple(facts(file, f"tenure:{slug}", name) for name in ("startMove", "endMove"))


def test_a_tenure_runs_from_the_move_in_to_the_first_move_out(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("in", person="ann", frm="beta", to="star", joined="2022"),
        move("out", person="ann", frm="star", to="alpha", left="2024"),
    )
    assert tenure(file, "in") == ({"in"}, {"out"})
    assert tenure(file, "out") == ({"out"}, set())  # at alpha, and still there
    assert tenure(file, "before-in") == (set(), {"in"})  # at beta, since nobody knows when


def test_who_comes_back_has_two_tenures_at_the_company(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("first", person="ann", to="alpha", joined="2015"),
        move("out", person="ann", frm="alpha", to="star", left="2021"),
        move("back", person="ann", frm="star", to="alpha-lab", joined="2024"),
        move("gone", person="ann", frm="alpha", to="nova", left="2026"),
    )
    assert tenure(file, "first") == ({"first"}, {"out"})
    assert tenure(file, "back") == ({"back"}, {"gone"})
    assert tenure(file, "out") == ({"out"}, {"back"})


def test_a_move_inside_the_company_does_not_end_a_tenure(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("in", person="ann", to="alpha-team", joined="2015"),
        move("up", person="ann", frm="alpha-team", to="alpha", kind="internal", joined="2018"),
        move("out", person="ann", frm="alpha", to="star", left="2021"),
    )
    assert tenure(file, "in") == ({"in"}, {"out"})
    assert tenure(file, "up") == tenure(file, "before-up") == (set(), set())


def test_a_denied_move_begins_and_ends_nothing(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("in", person="ann", to="star", joined="2022"),
        move("out", person="ann", frm="star", to="alpha", left="2024", claims=(claim("denies"),)),
    )
    assert tenure(file, "in") == ({"in"}, set())
    assert tenure(file, "out") == tenure(file, "before-out") == (set(), set())


def test_one_person_s_exit_does_not_end_another_s_tenure(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("in", person="ann", to="star", joined="2022"), move("out", person="ben", frm="star", left="2024"))
    assert tenure(file, "in") == ({"in"}, set())
    assert tenure(file, "before-out") == (set(), {"out"})


def test_an_exit_before_the_entry_does_not_end_it(tmp_path: Path) -> None:
    file = data_set(
        tmp_path, move("out", person="ann", frm="alpha", to="star", left="2015"), move("back", person="ann", frm="star", to="alpha", joined="2020")
    )
    assert tenure(file, "back") == ({"back"}, set())
    assert tenure(file, "before-out") == (set(), {"out"})


def test_groups_have_no_tenures(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("team", frm="star", to="alpha", joined="2024"))
    assert tenure(file, "team") == tenure(file, "before-team") == (set(), set())
