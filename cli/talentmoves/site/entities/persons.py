"""What the page of a person shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from ..knowledge import Knowledge
from . import claims, timeline
from .claims import Comparison
from .dates import Moment, Span
from .moves import Known, Move
from .reading import Reader
from .references import References
from .timeline import Bar, Mark


class Tenure(NamedTuple):
    """A stay at one topmost company."""

    company: str
    start: Move | None
    end: Move | None
    came: Moment | None
    went: Moment | None


class Person(NamedTuple):
    """A person with what is known of their career."""

    iri: str
    moves: list[Move]
    tenures: list[Tenure]
    disputes: dict[str, Comparison]
    founded: list[str]
    #: Roles whose holder reports to the person.
    reports: list[str]
    spoken: list[str]
    led: list[str]
    claims: list[str]
    history: list[tuple[Known, Move]]
    references: References
    matches: list[str]


def gather(knowledge: Knowledge, iri: str, moves: Mapping[str, Move]) -> Person:
    """Gather what the page of a person shows."""
    own = sorted((moves[move] for move in knowledge.to(iri, "tm:person")), key=lambda move: move.order)
    return Person(
        iri,
        own,
        _tenures(knowledge, iri, moves),
        {move.iri: claims.disputed(move.comparison) for move in own if move.comparison.matters},
        sorted(thing for thing in set(knowledge.to(iri, "tm:founder")) if knowledge.kind(thing) == "Company"),
        sorted(thing for thing in set(knowledge.to(iri, "tm:reportsTo")) if knowledge.kind(thing) == "Role"),
        sorted(knowledge.to(iri, "tm:speaker")),
        sorted({knowledge.one(claim, "tm:about") for claim in knowledge.to(iri, "tm:ledBy")} - {""}),
        claims.about(knowledge, iri),
        sorted(((known, move) for move in own for known in move.history), key=lambda pair: (pair[0].since, pair[1].iri)),
        References(),
        knowledge.all(iri, "skos:exactMatch"),
    )


def picture(reader: Reader, person: Person, until: str) -> Markup:
    """Draw the career."""
    knowledge = reader.knowledge
    bars: list[Bar] = []
    rows: dict[str, list[int]] = {}
    told = []
    for tenure in person.tenures:
        start = tenure.start.into if tenure.start else None
        end = tenure.end.out if tenure.end else None
        rows.setdefault(tenure.company, []).append(len(bars))
        bars.append(Bar(reader.plain[tenure.company], start, end, tenure.end is not None))
        told.append(
            reader.texts["ent_stay"].format(
                company=reader.plain[tenure.company],
                came=reader.when[tenure.came].striptags() if tenure.start else reader.texts["ent_start_unknown"],
                went=reader.when[tenure.went].striptags() if tenure.end else reader.texts["ent_no_end"],
            )
        )
    marks = []
    for move in person.moves:
        company, span, moment = (move.to, move.into, move.entry) if move.to else (move.frm, move.out, move.exit)
        at = _row(rows.get(knowledge.one(company, "tm:topCompany"), []), bars, span)
        if span and at is not None:
            when = reader.when[moment].striptags()
            marks.append(Mark(at, span, f"{reader.way(move.frm, move.to, reader.plain).unescape()}, {when}"))
    texts = timeline.Texts(reader.texts["ent_timeline_of"].format(reader.plain[person.iri]), " ".join(told), reader.texts["ent_undated"])
    return timeline.draw(bars, marks, texts, until)


def _tenures(knowledge: Knowledge, iri: str, moves: Mapping[str, Move]) -> list[Tenure]:
    found = []
    for tenure in sorted(set(knowledge.to(iri, "org:member"))):
        start = moves.get(knowledge.one(tenure, "tm:startMove"))
        end = moves.get(knowledge.one(tenure, "tm:endMove"))
        company = knowledge.one(tenure, "org:organization")
        found.append(Tenure(company, start, end, start.entry if start else None, end.exit if end else None))
    return sorted(
        found, key=lambda tenure: (tenure.start.order if tenure.start else tenure.end.order if tenure.end else ("", "", ""), tenure.company)
    )


def _row(candidates: list[int], bars: list[Bar], span: Span | None) -> int | None:
    """Return the bar that a move belongs to: of several stays at one company, the one that its days fall into."""
    if span is None or not candidates:
        return None
    for at in candidates:
        start, end = bars[at].start, bars[at].end
        if (start is None or start.first <= span.last) and (end is None or span.first <= end.last):
            return at
    return candidates[0]
