"""The pages of moves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from markupsafe import Markup, escape

from ...vocabulary import TM
from . import claims, dates, moves
from .moves import Move
from .pages import Pages
from .reading import Reader
from .references import References


def write(pages: Pages, all_moves: Mapping[str, Move]) -> None:
    """Write the page of every move."""
    for move in all_moves.values():
        references = References()
        known = [(state, move) for state in move.history]
        for reader in pages.readers:
            sentence = moves.sentence(reader, move)
            pages.write(
                reader,
                "move",
                move.iri,
                references,
                f"{sentence.striptags()} {_counted(reader, move)}",
                move=move,
                moves=all_moves,
                known=known,
                sentence=sentence,
                notes=reader.notes(move.iri),
                allowed=partial(_allowed, reader, move),
                exit_basis=_basis(reader, move, "exit", "left"),
                entry_basis=_basis(reader, move, "entry", "joined"),
                status_means=reader.text(move.status, "skos:definition"),
                counted=_counted(reader, move),
                size=claims.shown(reader, move.iri, "tm:minSize"),
                size_sources=_bounding(move, pages, "tm:minSize", "tm:maxSize"),
                share=claims.shown(reader, move.iri, "tm:minShare"),
                share_sources=_bounding(move, pages, "tm:minShare", "tm:maxShare"),
            )


def _bounding(move: Move, pages: Pages, *predicates: str) -> list[str]:
    """Return the sources that give a bound of the size of a group."""
    return [source for predicate in predicates for _, sources in move.values(predicate) for source in sources]


def _counted(reader: Reader, move: Move) -> str:
    """Say on how many claims the status rests."""
    found = [f"{reader.plain[stance]} {number}" for stance, number in claims.stances(reader.knowledge, move.claims)]
    return (
        reader.count("ent_rests_on", len(move.claims))
        + (reader.texts["ent_aside"].format(what=reader.texts["ent_comma"].join(found)) if found else "")
        + reader.texts["ent_stop"]
    )


def _allowed(reader: Reader, move: Move, predicate: str) -> Markup:
    """Say which days a reported date allows."""
    first, last = (reader.knowledge.one(move.iri, predicate + end) for end in ("Earliest", "Latest"))
    if first == last:
        return escape(reader.texts["ent_that_day"])
    return reader.say("ent_any_day", first=reader.date[first], last=reader.date[last])


def _basis(reader: Reader, move: Move, side: str, own: str) -> Markup:
    """Say what the time of leaving or joining rests on, where it is not the date of that name."""
    basis = reader.knowledge.one(move.state, f"tm:{side}Basis").removeprefix(TM) if move.state else ""
    if basis in ("", own):
        return Markup()
    days, announced = (dates.span(reader.knowledge, move.state, name) for name in (side, "announced"))
    if basis == "announced" and days and days != announced:
        one = "_day" if days.first == days.last else ""
        return reader.say(f"ent_basis_announced_left{one}", first=reader.date[days.first], last=reader.date[days.last])
    return escape(reader.texts[f"ent_basis_{basis}"])
