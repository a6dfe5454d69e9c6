"""What single claims say: their values, and which of them other claims contradict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from ...formats.cells import visible
from ...vocabulary import TM
from ..knowledge import Knowledge
from . import disagreements
from .reading import Reader

#: What a claim may give of the thing that it is about, in the order in which pages show it.
ENTITIES = (
    "tm:fromCompany",
    "tm:fromRole",
    "tm:toCompany",
    "tm:toRole",
    "tm:moveKind",
    "tm:companyKind",
    "tm:partOf",
    "tm:founder",
    "tm:acquiredBy",
    "tm:roleAt",
    "tm:roleFunction",
    "tm:seniority",
    "tm:worksOn",
    "tm:reportsTo",
    "tm:madeBy",
    "tm:ledBy",
    "tm:concerns",
)
DATES = ("tm:left", "tm:joined", "tm:announced", "tm:founded", "tm:acquired", "tm:period")
#: What bounds a number from above, by what bounds it from below.
UPPER = {"tm:minSize": "tm:maxSize", "tm:minShare": "tm:maxShare"}
_WORDS = ("tm:title", "tm:grade", "tm:namedAs")
_YES_OR_NO = ("tm:partTime", "tm:destinationUnknown")
#: What stands in a row of its own; an upper bound stands in the row of its lower one.
ROWS = (*ENTITIES, *DATES, *UPPER, "tm:durationMonths", *_WORDS, *_YES_OR_NO)
_UNPUBLISHED = "9999"


class Cell(NamedTuple):
    """What one claim gives in one row of a comparison."""

    claim: str
    #: ``contradicted``, ``other`` (not what the thing itself is given, but no contradiction) or nothing.
    mark: str
    given: bool


class Comparison(NamedTuple):
    """Claims side by side, a column each."""

    claims: list[str]
    rows: list[tuple[str, list[Cell]]]
    #: The properties on which claims contradict each other.
    matters: list[str]


def about(knowledge: Knowledge, thing: str) -> list[str]:
    """Return the claims about a thing, the earliest known first."""
    return sorted(set(knowledge.to(thing, "tm:about")), key=lambda claim: (knowledge.one(claim, "tm:knownBy") or _UNPUBLISHED, claim))


def source(knowledge: Knowledge, claim: str) -> str:
    """Return the source of a claim."""
    return knowledge.one(claim, "tm:source")


def giving(knowledge: Knowledge, claims: Sequence[str], predicate: str, value: str) -> list[str]:
    """Return the sources of those claims that give a value."""
    return [source(knowledge, claim) for claim in claims if value in knowledge.all(claim, predicate)]


def compare(knowledge: Knowledge, thing: str, claims: list[str]) -> Comparison:
    """Set claims about a thing side by side."""
    found = disagreements.among(knowledge, claims)
    contradicted = {(matter, claim) for matter, *both in found for claim in both}
    rows = []
    present = {predicate for claim in claims for predicate in knowledge.facts[claim]}
    for predicate in ("tm:stance", *ROWS, "tm:says"):
        upper = UPPER.get(predicate, predicate)
        if predicate not in present and upper not in present:
            continue
        own = {*knowledge.all(thing, predicate), *knowledge.all(thing, upper)}
        cells = []
        for claim in claims:
            given = {*knowledge.all(claim, predicate), *knowledge.all(claim, upper)}
            mark = "contradicted" if (predicate, claim) in contradicted else "other" if own and given - own else ""
            cells.append(Cell(claim, mark, bool(given)))
        if any(cell.given for cell in cells) and (predicate != "tm:says" or any(cell.mark == "contradicted" for cell in cells)):
            rows.append((predicate, cells))
    return Comparison(claims, rows, list(dict.fromkeys(matter for matter, _, _ in found)))


def disputed(comparison: Comparison) -> Comparison:
    """Return only what claims contradict each other on, and only the claims that do."""
    rows = [(predicate, cells) for predicate, cells in comparison.rows if predicate in comparison.matters]
    kept = {cell.claim for _, cells in rows for cell in cells if cell.mark == "contradicted"}
    return Comparison(
        [claim for claim in comparison.claims if claim in kept],
        [(predicate, [cell for cell in cells if cell.claim in kept]) for predicate, cells in rows],
        comparison.matters,
    )


def shown(reader: Reader, thing: str, predicate: str) -> Markup:
    """Write the values that a claim, or a thing itself, has of a property."""
    knowledge = reader.knowledge
    if predicate == "tm:stance":
        return reader.badge[knowledge.one(thing, predicate)]
    if predicate == "tm:says":
        return reader.text(thing, predicate)
    if predicate in UPPER:
        return escape(bounds(reader, knowledge.one(thing, predicate), knowledge.one(thing, UPPER[predicate]), predicate == "tm:minShare"))
    values = knowledge.all(thing, predicate)
    if predicate in DATES:
        return Markup("<br>".join(reader.date[value] for value in values))
    if predicate in _YES_OR_NO:
        return escape(reader.texts["ent_yes" if values[:1] == ["true"] else "ent_no"] if values else "")
    if predicate == "tm:title":
        return reader.text(thing, predicate)
    if predicate in ENTITIES:
        return Markup("<br>".join(reader.link[value] for value in values))
    return escape("; ".join(visible(value) for value in values))


def bounds(reader: Reader, least: str, most: str, share: bool) -> str:
    """Write a number of people, or a share, as far as it is bounded."""

    def number(value: str) -> str:
        return f"{float(value) * 100:.3g}%" if share else value

    if least and most:
        return number(least) if least == most else reader.texts["ent_bounds"].format(number(least), number(most))
    if least:
        return reader.texts["ent_at_least"].format(number(least))
    return reader.texts["ent_at_most"].format(number(most)) if most else ""


def stances(knowledge: Knowledge, claims: Sequence[str]) -> list[tuple[str, int]]:
    """Count claims by their stance, the firmest first."""
    found = [knowledge.one(claim, "tm:stance") for claim in claims]
    order = [TM + name for name in ("confirms", "reports", "rumours", "denies")]
    return [(stance, found.count(stance)) for stance in order if stance in found]
