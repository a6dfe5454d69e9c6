"""What the page of a company shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...vocabulary import TM
from ..knowledge import Knowledge
from . import claims
from .claims import Comparison
from .dates import Span
from .moves import Move
from .persons import Person, Tenure
from .references import References
from .yearly import Year

#: From so many moves on, a table is cut into years that open one by one.
_LONG = 40
_NEVER = Span("", "")
_FIRM = (TM + "confirmed", TM + "reported")


class Part(NamedTuple):
    """Some moves of a company: those of a year, or all where they are few."""

    #: Nothing for all, or for those whose year is not certain.
    year: str
    moves: list[Move]
    open: bool


class Crossing(NamedTuple):
    """Moves in one direction."""

    name: str
    moves: list[Move]
    parts: list[Part]


class Company(NamedTuple):
    """A company with everybody who came and went."""

    iri: str
    crossings: list[Crossing]
    groups: list[Move]
    years: list[Year]
    #: Moves of which the year is not certain, and how many are too weakly supported to be counted.
    uncertain: int
    weak: int
    present: list[tuple[str, Tenure]]
    chain: list[str]
    units: list[str]
    bought: list[str]
    roles: list[str]
    products: list[str]
    theses: list[str]
    claims: list[str]
    comparison: Comparison
    references: References
    matches: list[str]


def gather(knowledge: Knowledge, iri: str, moves: Mapping[str, Move], people: Mapping[str, Person]) -> Company:
    """Gather what the page of a company shows."""
    tree = {iri, *knowledge.to(iri, "tm:within")}
    touching = {move for unit in tree for predicate in ("tm:fromCompany", "tm:toCompany") for move in knowledge.to(unit, predicate) if move in moves}
    came: list[Move] = []
    left: list[Move] = []
    inside: list[Move] = []
    groups: list[Move] = []
    for move in _newest_first(moves[one] for one in touching):
        target = groups if not move.person else inside if move.frm in tree and move.to in tree else came if move.to in tree else left
        target.append(move)
    years, uncertain, weak = _years(came, left)
    own = claims.about(knowledge, iri)
    return Company(
        iri,
        [Crossing(name, found, _parts(name, found)) for name, found in (("came", came), ("left", left), ("inside", inside)) if found],
        groups,
        years,
        uncertain,
        weak,
        _present(knowledge, iri, people),
        _chain(knowledge, iri),
        sorted(unit for unit in tree - {iri} if knowledge.one(unit, "tm:partOf") == iri),
        sorted(thing for thing in set(knowledge.to(iri, "tm:acquiredBy")) if knowledge.kind(thing) == "Company"),
        sorted({role for unit in tree for role in knowledge.to(unit, "tm:roleAt") if knowledge.kind(role) == "Role"}),
        sorted({thing for thing in knowledge.to(iri, "tm:madeBy") if knowledge.kind(thing) == "Product"}),
        sorted(set(knowledge.to(iri, "tm:concerns"))),
        own,
        claims.compare(knowledge, iri, own),
        References(),
        knowledge.all(iri, "skos:exactMatch"),
    )


def sources(knowledge: Knowledge, company: Company, predicate: str) -> list[str]:
    """Return the sources of a fact of a company: those of the claims that give it, or else those of the entry as a whole."""
    given = [source for value in knowledge.all(company.iri, predicate) for source in claims.giving(knowledge, company.claims, predicate, value)]
    return given or knowledge.all(company.iri, "dcterms:source")


def sources_of(knowledge: Knowledge, thing: str, predicate: str, value: str) -> list[str]:
    """Return the sources of one value of another thing, such as the whole that a unit is part of."""
    return claims.giving(knowledge, claims.about(knowledge, thing), predicate, value) or knowledge.all(thing, "dcterms:source")


def _newest_first(moves: Iterable[Move]) -> list[Move]:
    """Sort moves, the newest first and undated ones last."""
    return sorted(sorted(moves, key=lambda move: move.iri), key=lambda move: move.days or _NEVER, reverse=True)


def _year(move: Move, side: str) -> str:
    """Return the year of a move as far as it touches one side, if it is certain."""
    days = (move.into if side == "came" else move.out) or move.days
    return days.first[:4] if days and days.first[:4] == days.last[:4] else ""


def _parts(side: str, moves: list[Move]) -> list[Part]:
    if len(moves) <= _LONG:
        return [Part("", moves, True)]
    found: dict[str, list[Move]] = {}
    for move in moves:
        found.setdefault(_year(move, side), []).append(move)
    years = sorted(found, key=lambda year: year or "0", reverse=True)
    return [Part(year, found[year], place == 0) for place, year in enumerate(years)]


def _years(came: list[Move], left: list[Move]) -> tuple[list[Year], int, int]:
    counts = {"came": Counter[str](), "left": Counter[str]()}
    uncertain = weak = 0
    for side, moves in (("came", came), ("left", left)):
        for move in moves:
            if move.status not in _FIRM:
                weak += 1
            elif year := _year(move, side):
                counts[side][year] += 1
            else:
                uncertain += 1
    years = sorted(counts["came"].keys() | counts["left"].keys())
    return [Year(int(year), counts["came"][year], counts["left"][year]) for year in years], uncertain, weak


def _present(knowledge: Knowledge, iri: str, people: Mapping[str, Person]) -> list[tuple[str, Tenure]]:
    """Return the people whose stay has no known end, by name."""
    members = {knowledge.one(tenure, "org:member") for tenure in knowledge.to(iri, "org:organization")}
    found = [
        (member, tenure)
        for member in members
        if member in people
        for tenure in people[member].tenures
        if tenure.company == iri and tenure.end is None
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1].start.iri if pair[1].start else ""))


def _chain(knowledge: Knowledge, iri: str) -> list[str]:
    """Return what the company is part of, the nearest first."""
    found: list[str] = []
    at = knowledge.one(iri, "tm:partOf")
    while at and at not in found and at != iri:
        found.append(at)
        at = knowledge.one(at, "tm:partOf")
    return found
