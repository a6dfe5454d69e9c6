"""Write a dossier for reading."""

from __future__ import annotations

from ..formats.cells import visible
from ..formats.text import terminal_width, wrap
from ..vocabulary import BASE
from .dossier import Claim, Dossier, Move

_WIDEST = 100


def write(dossier: Dossier) -> str:
    """Return the dossier as text, oldest move first, every claim with its source."""
    room = min(terminal_width(), _WIDEST)
    lines = [visible(dossier.name), dossier.iri.removeprefix(BASE), ""]
    size = max((len(heading) for heading, _ in dossier.facts), default=0)
    for heading, text in dossier.facts:
        lines += _hanging(f"{heading:<{size}}  ", text, room)
    if dossier.facts:
        lines.append("")
    if dossier.kind == "Company":
        lines += _company(dossier, room)
    else:
        for move in dossier.moves:
            lines += [*_move(move, room), ""]
    if dossier.claims:
        lines.append("What sources say of it otherwise")
        for claim in dossier.claims:
            lines += _claim(claim, room)
        lines.append("")
    if not dossier.moves and not dossier.claims:
        lines += ["No moves and no claims are recorded.", ""]
    return "\n".join(lines)


def _company(dossier: Dossier, room: int) -> list[str]:
    # A company has too many moves to open all of them down to their claims: each has its own dossier.
    lines = []
    for move in dossier.moves:
        who = move.person or move.name
        way = f"{move.from_company or '…'} → {move.to_company or '…'}" if move.person else ""
        # As reported: the day that moves are sorted by would claim too much.
        date = move.joined or move.left or move.announced or "undated"
        what = f"{who}: {way}" if way else who
        lines += _hanging(f"{date:<17}", f"{what} ({move.kind}, {move.status}, {_sources(move)}) [{_slug(move.iri)}]", room)
    return [*lines, "", "moves show NAME opens a move down to its sources.", ""] if lines else []


def _sources(move: Move) -> str:
    count = len({claim.original or claim.publisher for claim in move.claims})
    return f"{count} source" if count == 1 else f"{count} sources"


def _move(move: Move, room: int) -> list[str]:
    who = f"{move.person}: " if move.person else ""
    heading = f"{who}{_side(move.from_company, move.from_roles)} → {_side(move.to_company, move.to_roles)}"
    dates = [f"{name} {value}" for name, value in (("left", move.left), ("joined", move.joined), ("announced", move.announced)) if value]
    about = [move.kind, move.status, *(dates or ["no date known"])]
    lines = _hanging("● ", heading, room)
    lines += _hanging("  ", f"{', '.join(about)}  [{_slug(move.iri)}]", room)
    if move.group:
        lines += _hanging("  ", f"part of: {move.group}", room)
    for note in move.notes:
        lines += _hanging("  ", f"Editor's note: {note}", room)
    for claim in move.claims:
        lines += _claim(claim, room)
    if not move.claims:
        lines.append("    No claim is recorded.")
    return lines


def _side(company: str, roles: str) -> str:
    return f"{company or '…'} ({roles})" if roles else company or "…"


def _claim(claim: Claim, room: int) -> list[str]:
    speaker = f" (by {claim.speaker})" if claim.speaker else ""
    original = f", after {claim.original}" if claim.original else ""
    dated = claim.published or "undated"
    place = f", {claim.locator}" if claim.locator else ""
    lines = _hanging("    – ", f"{claim.publisher} {claim.stance}{speaker}: {claim.says}", room)
    lines += _hanging("      ", f"{dated}, {claim.tier}{original}{place}", room)
    if claim.address:
        lines.append(f"      {visible(claim.address)}")
    return lines


def _hanging(lead: str, text: str, room: int) -> list[str]:
    wrapped = wrap(visible(text), max(room - len(lead), 20))
    return [lead + wrapped[0], *(" " * len(lead) + line for line in wrapped[1:])]


def _slug(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]
