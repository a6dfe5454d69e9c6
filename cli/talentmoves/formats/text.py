"""A table for the terminal: columns line up in any script and fit the width."""

from __future__ import annotations

import os
import sys

from ..table import Column, Table, Value
from ..vocabulary import BASE
from .cells import addresses, for_people, headings, is_number, shown_columns, visible, width

_GAP = "  "
_NARROWEST = 12
# The other formats have lists whole.
_MOST_OF_A_LIST = 4


def write(table: Table) -> str:
    """Return the table as text, with its title above and its caveat below."""
    body = grid(table) if table.rows and table.columns else "No rows.\n"
    title = f"{table.title}\n\n" if table.title else ""
    caveat = f"\n{_paragraph(table.caveat)}\n" if table.caveat else ""
    return title + body + caveat


def grid(table: Table, room: int = 0) -> str:
    """Return the rows under their headings, wrapped to fit the room (the terminal's width if 0)."""
    columns = shown_columns(table)
    names = headings(table)
    bare = [_of_one_kind(table, place, column) for place, column in columns]
    cells = [[_cell(row[place], column, kind) for (place, column), kind in zip(columns, bare, strict=True)] for row in table.rows]
    _blank_repetitions(cells, [column for _, column in columns])
    widths = [max(width(line) for line in [names[at], *(line for row in cells for line in row[at].split("\n"))]) for at in range(len(columns))]
    # A number must never be broken: it gives no room.
    fixed = [is_number(column) or column.type in ("date", "month", "boolean") for _, column in columns]
    _shrink(widths, fixed, cells, room or terminal_width())
    right = [is_number(column) for _, column in columns]
    lines = [*_lines(names, widths, right), _GAP.join("─" * size for size in widths)]
    for row in cells:
        lines += _lines(row, widths, right)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _blank_repetitions(cells: list[list[str]], columns: list[Column]) -> None:
    """Leave out what a row begins with if the row above begins with the same texts."""
    for at in range(len(cells) - 1, 0, -1):
        for place, column in enumerate(columns[:-1]):
            if column.type not in ("string", "strings", "iri") or cells[at][place] != cells[at - 1][place]:
                break
            cells[at][place] = ""


def _of_one_kind(table: Table, place: int, column: Column) -> str:
    """Return the namespace of the column's entities if all have the same, so that it can be left out."""
    spaces = {entry[: entry.rfind("/") + 1] for row in table.rows for entry in addresses(row[place], column)}
    return spaces.pop() if len(spaces) == 1 and next(iter(spaces)).startswith(BASE) else ""


def _cell(value: Value, column: Column, kind: str) -> str:
    if isinstance(value, tuple) and len(value) > _MOST_OF_A_LIST:
        rest = len(value) - _MOST_OF_A_LIST + 1
        return f"{_cell(value[: _MOST_OF_A_LIST - 1], column, kind)}\n… {rest} more"
    if kind:
        return "\n".join(visible(entry.removeprefix(kind)) for entry in addresses(value, column))
    return for_people(value, column)


def terminal_width() -> int:
    """Return the number of columns of the terminal, or 120 where there is none."""
    # Not shutil's: importing that takes as long as everything else in this module.
    try:
        return int(os.environ.get("COLUMNS", "")) or 120
    except ValueError:
        pass
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 120
    except (OSError, ValueError):
        return 120


def _shrink(widths: list[int], fixed: list[bool], cells: list[list[str]], room: int) -> None:
    """Narrow the columns until they fit, each time the one that makes the table grow least in height."""
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) - room
    if excess <= 0:
        return
    lines = [[[width(line) for line in cell.split("\n")] for cell in row] for row in cells]
    heights = [[_height(cell, size) for cell, size in zip(row, widths, strict=True)] for row in lines]
    while excess > 0:
        step = max(1, excess // 8)
        choices = []
        for at, size in enumerate(widths):
            if fixed[at] or size - step < _NARROWEST:
                continue
            taller = [_height(row[at], size - step) for row in lines]
            growth = sum(max(0, new - max(old)) for new, old in zip(taller, heights, strict=True))
            choices.append((growth, -size, at, taller))
        if not choices and step == 1:
            return
        if choices:
            _, _, at, taller = min(choices)
            widths[at] -= step
            excess -= step
            for row, height in zip(heights, taller, strict=True):
                row[at] = height
        else:
            _narrow_all(widths, fixed, excess)
            return


def _narrow_all(widths: list[int], fixed: list[bool], excess: int) -> None:
    # A step was too large for every column: take what single columns still have to give.
    for at, size in sorted(enumerate(widths), key=lambda pair: -pair[1]):
        if not fixed[at] and excess > 0:
            given = min(excess, max(0, size - _NARROWEST))
            widths[at] -= given
            excess -= given


def _height(lines: list[int], size: int) -> int:
    # Words do not fill their lines: reckon with a little less room than there is.
    return sum(-(-line // size) + (line > size and line % size > size * 3 // 4) for line in lines)


def _lines(cells: list[str], widths: list[int], right: list[bool]) -> list[str]:
    wrapped = [wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    lines = []
    for at in range(max(len(lines) for lines in wrapped)):
        parts = []
        for texts, size, to_right in zip(wrapped, widths, right, strict=True):
            text = texts[at] if at < len(texts) else ""
            padding = " " * (size - width(text))
            parts.append(padding + text if to_right else text + padding)
        lines.append(_GAP.join(parts))
    return lines


def wrap(cell: str, size: int) -> list[str]:
    """Break a text into lines of at most this many terminal columns, between words where it can."""
    lines: list[str] = []
    for paragraph in cell.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if width(line) + bool(line) + width(word) <= size:
                line = f"{line} {word}" if line else word
                continue
            if line:
                lines.append(line)
            while width(word) > size:
                head = _head(word, size)
                lines.append(head)
                word = word[len(head) :]
            line = word
        lines.append(line)
    return lines


def _head(word: str, size: int) -> str:
    # Break a span or an address behind its slash, an identifier behind a hyphen, else anywhere.
    taken = 0
    room = len(word)
    for at, character in enumerate(word):
        taken += width(character)
        if taken > size:
            room = max(at, 1)
            break
    joint = word.rfind("/", 0, room) + 1 or word.rfind("-", 0, room) + 1
    return word[: joint or room]


def _paragraph(text: str) -> str:
    room = min(terminal_width(), 100)
    return "\n".join(wrap(" ".join(text.split()), room))
