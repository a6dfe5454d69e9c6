"""Tables and lists that pages of several kinds share, made once for each."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from . import claims
from .claims import Comparison
from .moves import Known, Move
from .reading import Reader

#: So many sources stand in the row of a move; its own page has all.
_CITED = 3
#: So many claims stand open under each move of a person.
_SHOWN = 3


def comparison(reader: Reader, found: Comparison, caption: str) -> Markup:
    """Write claims side by side, a column each; where they differ it says so in words."""
    if not found.rows:
        return Markup("")
    marks = {mark: f' <small class="mark">{escape(reader.texts[f"ent_mark_{mark}"])}</small>' for mark in ("contradicted", "other")}
    opening = {mark: f'<td class="{mark}">' if mark else "<td>" for mark in ("", *marks)}
    nothing = f'<td><span class="quiet">{escape(reader.texts["ent_not_given"])}</span></td>'
    head = "".join(f'<th scope="col">{reader.column[claim]}</th>' for claim in found.claims)
    rows = []
    for predicate, cells in found.rows:
        written = [
            f"{opening[cell.mark]}{claims.shown(reader, cell.claim, predicate)}{marks.get(cell.mark, '')}</td>" if cell.given else nothing
            for cell in cells
        ]
        rows.append(f'<tr><th scope="row">{reader.label[predicate]}</th>{"".join(written)}</tr>\n')
    first = f'<tr><th scope="col">{escape(reader.texts["ent_property"])}</th>{head}</tr>'
    return _table("side-by-side", caption, first, rows)


def said(reader: Reader, found: Sequence[str]) -> Markup:
    """Write what claims say, one an item."""
    return Markup(f'<ul class="said">\n{_items(reader, found)}</ul>' if found else "")


def said_in_short(reader: Reader, found: Sequence[str]) -> Markup:
    """Write what claims say; of many, the first stand there and the others open at a click."""
    if len(found) <= _SHOWN + 1:
        return said(reader, found)
    rest = escape(reader.count("ent_further", len(found) - _SHOWN))
    return Markup(f"{said(reader, found[:_SHOWN])}\n<details><summary>{rest}</summary>\n{said(reader, found[_SHOWN:])}\n</details>")


def history(reader: Reader, rows: Sequence[tuple[Known, Move]], with_move: bool) -> Markup:
    """Write what was known when, a row for each day on which something new came out.

    :param with_move: whether the rows are of several moves
    """
    texts = reader.texts
    heads = ["ent_since", *(["ent_move"] if with_move else []), "ent_status", "ent_as_known", "ent_new_sources"]
    lines = []
    for known, move in rows:
        out = f"{escape(texts['ent_out'])} {reader.when[known.exit]}" if known.exit else ""
        back = f"{escape(texts['ent_in'])} {reader.when[known.entry]}" if known.entry else ""
        times = texts["ent_semicolon"].join(filter(None, (out, back)))
        way = f"{reader.way(known.frm, known.to, reader.name)}{f' <small>{times}</small>' if times else ''}"
        fresh = texts["ent_comma"].join(dict.fromkeys(reader.sayer[claim] for claim in known.fresh))
        link = f"<td>{reader.link[move.iri]}</td>" if with_move else ""
        lines.append(
            f'<tr><th scope="row">{reader.date[known.since]}</th>{link}<td>{reader.badge[known.status]}</td><td>{way}</td><td>{fresh}</td></tr>\n'
        )
    head = "".join(f'<th scope="col">{escape(texts[key])}</th>' for key in heads)
    caption = texts["ent_history_caption"]
    return _table("history", caption, f"<tr>{head}</tr>", lines)


def crossing(reader: Reader, direction: str, moves: Sequence[Move], caption: str) -> Markup:
    """Write the moves of a company in one direction, a row each.

    :param direction: ``came``, ``left`` or ``inside``
    """
    texts = reader.texts
    keys = ["ent_person", *(["ent_from"] if direction != "left" else []), *(["ent_to"] if direction != "came" else [])]
    head = "".join(f'<th scope="col">{escape(texts[key])}</th>' for key in (*keys, "ent_when", "ent_status", "sources"))
    lines = []
    for move in moves:
        ends = [end for end, side in ((move.frm, "left"), (move.to, "came")) if direction != side]
        companies = "".join(f"<td>{reader.link[end] if end else '…'}</td>" for end in ends)
        when = reader.when[(move.entry if direction == "came" else move.exit) or move.when]
        more = f" {escape(reader.count('ent_more', len(move.sources) - _CITED))}" if len(move.sources) > _CITED else ""
        sources = f"{'; '.join(reader.publisher[source] for source in move.sources[:_CITED])}{more}"
        status = f"{reader.badge[move.status]} {reader.page(move.iri, reader.t.ent_move)}"
        lines.append(f'<tr><th scope="row">{reader.link[move.person]}</th>{companies}<td>{when}</td><td>{status}</td><td>{sources}</td></tr>\n')
    return _table("crossing", caption, f"<tr>{head}</tr>", lines)


def cited(reader: Reader, sources: Sequence[str]) -> Markup:
    """Write the sources of a page, in the order of their numbers."""
    if not sources:
        return Markup("")
    items = "".join(f'<li id="s{number}">{reader.citation[source]}</li>\n' for number, source in enumerate(sources, 1))
    return Markup(f'<h2 id="sources">{escape(reader.texts["ent_sources"])}</h2>\n<ol class="sources">\n{items}</ol>\n')


def unmarked(reader: Reader, key: str) -> Markup:
    """Say in short on what a fact rests that no source gives by itself; the policy explains it."""
    link = Markup('<a href="../policy.html">{}</a>').format(reader.texts[key])
    return Markup('<small class="quiet">{}</small>').format(reader.say("ent_aside", what=link))


def _table(css: str, caption: str, head: str, rows: Sequence[str]) -> Markup:
    """Put a wide table into a frame that scrolls by itself and that the keyboard reaches."""
    name = escape(caption)
    return Markup(
        f'<section class="wide" aria-label="{name}" tabindex="0">\n<table class="{css}">\n<caption>{name}</caption>\n'
        f"<thead>{head}</thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n</section>"
    )


def _items(reader: Reader, found: Sequence[str]) -> str:
    return "".join(f"<li>{reader.saying[claim]}</li>\n" for claim in found)
