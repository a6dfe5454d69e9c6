"""Lines of source with a mark under a part of them, for a terminal.

The layout is that of rustc, https://rustc-dev-guide.rust-lang.org/diagnostics.html.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ...formats.cells import visible, width
from ..findings import Edit, Location
from .sources import Sources

_TAB = "    "
_CUT = "…"
#: How many lines of a change are shown.
_MOST_LINES = 12
# What visible() leaves in place, and a terminal or a reader may take for the end of a line, or for nothing.
_MORE = re.compile("[\n\t\u061c\u2028\u2029\ud800-\udfff]")

BLUE = "1;34"
BOLD = "1"
GREEN = "1;32"
RED = "1;31"


def safe(text: str) -> str:
    r"""Write text so that it stays on one line and cannot steer a terminal.

    >>> safe("a\nb\x1b[2J") == "a" + chr(92) + "nb" + chr(92) + "u001b[2J"
    True
    """
    return _MORE.sub(_escaped, visible(text))


def _escaped(match: re.Match[str]) -> str:
    return {"\n": "\\n", "\t": " "}.get(match[0]) or f"\\u{ord(match[0]):04x}"


class Style(NamedTuple):
    """How a text is painted."""

    colour: bool = False
    #: Columns that a line of source may take; no limit where there is none.
    columns: int | None = None

    def paint(self, code: str, text: str) -> str:
        """Colour a text for a terminal (ECMA-48, select graphic rendition)."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


class Mark(NamedTuple):
    """What stands under the part of a line that is meant."""

    character: str
    code: str
    words: str = ""


def place(location: Location, arrow: str, mark: Mark, sources: Sources, margin: int, style: Style) -> list[str]:
    """Return the lines that show a place: file, line and column, then the line with a mark under it.

    :param arrow: what leads to the file, such as ``-->``
    :param margin: columns that line numbers take
    """
    where = f"{safe(sources.name(location.file))}:{location.line}:{location.column}"
    lines = [f"{' ' * margin}{style.paint(BLUE, arrow)} {where}"]
    text = sources.line(location)
    if text is None:
        return lines
    start = location.column - 1
    return [*lines, bar(margin, style), *_marked(location.line, text, start, start + location.length, mark, margin, style)]


def change(edit: Edit, sources: Sources, margin: int, style: Style) -> list[str]:
    """Return the lines that show what an edit makes: marked where something is new, ``-`` and ``+`` where something goes."""
    old = sources.text(edit.location)
    before, after = sources.around(edit.location)
    new = re.sub(r"\r\n?", "\n", edit.replacement)
    shown = [bar(margin, style)]
    number = edit.location.line
    lines = (before + new + after).split("\n")
    if not new.strip():
        gone = (before + old + after).replace("\r", "").split("\n")
        starts = [len(before)] + [0] * _MOST_LINES
        for sign, code, written in (("-", RED, gone), ("+", GREEN, [line for line in lines if line.strip()])):
            for at, (line, start) in enumerate(zip(written[:_MOST_LINES], starts, strict=False)):
                shown.append(_numbered(number + at, sign, line, start, code, margin, style))
        return shown
    # Where the old text stays, only what is added to it is marked.
    start, end, character = len(before), len(before) + len(new), "~"
    if new.startswith(old):
        start, character = start + len(old), "+"
    elif new.endswith(old):
        end, character = end - len(old), "+"
    if len(lines) > 1 and not lines[-1]:
        lines.pop()  # what is added ends with its line
    for at, line in enumerate(lines[:_MOST_LINES]):
        shown += _marked(number + at, line, start, end, Mark(character, GREEN), margin, style, least=0)
        start, end = start - len(line) - 1, end - len(line) - 1
    if len(lines) > _MOST_LINES:
        shown.append(bar(margin, style) + f" {_CUT}")
    return shown


def bar(margin: int, style: Style) -> str:
    """Return the empty line between the parts of a snippet."""
    return style.paint(BLUE, f"{' ' * margin} |")


def last_line(location: Location, sources: Sources, edit: Edit | None = None) -> int:
    """Return the highest line number that showing a place, or a change of it, will print."""
    if edit is None:
        return location.line
    return location.line + max(sources.text(location).count("\n"), edit.replacement.count("\n"))


def _numbered(number: int, sign: str, text: str, start: int, code: str, margin: int, style: Style) -> str:
    start = min(start, len(text))
    cells, _, _ = _cut(text, start, start, _room(margin, style))
    return f"{style.paint(BLUE, str(number).ljust(margin))} {style.paint(code, sign)} {''.join(cells)}".rstrip()


def _marked(number: int, text: str, start: int, end: int, mark: Mark, margin: int, style: Style, least: int = 1) -> list[str]:
    """Return a line with its number and, where any of it is meant, a line with a mark below.

    :param start: place of the first character that is meant; it may lie outside of the line
    :param end: place after the last one
    :param least: the fewest columns that the mark takes
    """
    start, end = min(max(start, 0), len(text)), min(max(end, 0), len(text))
    cells, start, end = _cut(text, start, max(end, start), _room(margin, style))
    line = f"{style.paint(BLUE, f'{str(number).ljust(margin)} |')} {''.join(cells)}".rstrip()
    under = mark.character * max(width("".join(cells[start:end])), least)
    if not under:
        return [line]
    words = f" {mark.words}" if mark.words else ""
    return [line, f"{bar(margin, style)} {' ' * width(''.join(cells[:start]))}{style.paint(mark.code, under + words)}"]


@lru_cache(4096)
def _cell(character: str) -> str:
    return _TAB if character == "\t" else safe(character)


_width = lru_cache(4096)(width)


def _room(margin: int, style: Style) -> int | None:
    return None if style.columns is None else max(style.columns - margin - 3, 20)


def _cut(text: str, start: int, end: int, room: int | None) -> tuple[list[str], int, int]:
    """Return a line, character by character, cut around what is meant so that it fits, and where that stands in it."""
    if room is None:
        return [_cell(character) for character in text], start, end
    # A line can be a whole file; only what may be shown is looked at.
    away = max(start - 4 * room, 0)
    cells = [_cell(character) for character in text[away : start + 4 * room]]
    start, end, whole = start - away, min(end - away, len(cells)), away + len(cells) == len(text)
    widths = list(map(_width, cells))
    if not away and whole and sum(widths) <= room:
        return cells, start, end
    first = start
    if not away and sum(widths[: max(end, start + 1)]) < room:
        first = 0
    else:
        # The same room on both sides, unless the line ends before.
        aside = (room - 2 - min(sum(widths[start:end]), room - 2)) // 2
        behind = room if not whole else sum(widths[end:])
        aside = max(aside, room - 2 - sum(widths[start:end]) - behind)
        while first > 0 and sum(widths[first - 1 : start]) <= aside:
            first -= 1
    cut = bool(first or away)
    last, taken = first, int(cut)
    while last < len(cells) and taken + widths[last] + (not whole or last + 1 < len(cells)) <= room:
        taken += widths[last]
        last += 1
    head = [_CUT] if cut else []
    tail = [_CUT] if last < len(cells) or not whole else []
    moved = len(head) - first
    return [*head, *cells[first:last], *tail], start + moved, min(end, last) + moved
