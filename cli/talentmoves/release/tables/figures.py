"""The figures in the tables that no single property gives."""

from __future__ import annotations

from ...vocabulary import TM
from .facts import Facts

_DENIED = TM + "denied"


def independent_sources(facts: Facts, move: str) -> int:
    """Count who first reported a move, as the reports do: repetitions of one original are one, denials are none."""
    return len(_origins(facts, facts.all(move, "^tm:about")))


def independent_sources_of_person(facts: Facts, person: str) -> int:
    """Count who first reported any move of a person."""
    return len(_origins(facts, [claim for move in facts.all(person, "^tm:person") for claim in facts.all(move, "^tm:about")]))


def moves_in(facts: Facts, company: str) -> int:
    """Count the moves to a company or a part of it from elsewhere that are not denied."""
    return _across(facts, company, "tm:toCompany", "tm:fromCompany")


def moves_out(facts: Facts, company: str) -> int:
    """Count the moves from a company or a part of it to elsewhere that are not denied."""
    return _across(facts, company, "tm:fromCompany", "tm:toCompany")


def find_current(facts: Facts) -> None:
    """File the move that led people where they work now under ``current``."""
    for person in facts.entities(["Person"]):
        move = _current_move(facts, person)
        if move:
            facts.add(person, "current", move)


def _origins(facts: Facts, claims: list[str]) -> set[str]:
    said = (claim for claim in claims if facts.one(claim, "tm:stance") != TM + "denies")
    return {origin for claim in said for source in facts.all(claim, "tm:source") for origin in facts.all(source, "tm:origin")}


def _across(facts: Facts, company: str, here: str, there: str) -> int:
    parts = facts.all(company, "^tm:within")
    inside = set(parts)
    moves = {move for part in parts for move in facts.all(part, f"^{here}") if facts.all(move, "state")}
    return sum(facts.one(move, "tm:status") != _DENIED and not inside.intersection(facts.all(move, there)) for move in moves)


def _current_move(facts: Facts, person: str) -> str | None:
    """Return the move that leads to the one firm tenure of a person of which no end is known.

    A later firm job elsewhere speaks against a tenure, as in the report on tenures, though no source tells of its end.
    Where tenures at two companies are left, nobody can say which of them goes on.
    """
    firm = [state for move in facts.all(person, "^tm:person") if facts.one(state := facts.one(move, "state"), "tm:firm") == "true"]
    entries = [(facts.one(state, "tm:toTop"), facts.one(state, "tm:entryEarliest")) for state in firm]
    going_on: list[tuple[str, str, str]] = []
    for tenure in facts.all(person, "^org:member"):
        move = facts.one(tenure, "tm:startMove")
        state = facts.one(move, "state")
        if not move or facts.all(tenure, "tm:endMove") or facts.one(state, "tm:firm") != "true":
            continue
        company, last = facts.one(tenure, "org:organization"), facts.one(state, "tm:entryLatest")
        if not last or all(other == company or day <= last for other, day in entries):
            going_on.append((company, last, move))
    # Of two ways into one company the later is the one that still holds.
    return max(going_on)[2] if len({company for company, _, _ in going_on}) == 1 else None
