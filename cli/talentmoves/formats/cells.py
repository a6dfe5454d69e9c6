"""How single values are written, for every format."""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

from ..table import Column, Table, Value
from ..vocabulary import short

# Controls, and the characters that turn the direction of text: in a cell they can only deceive.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def plain(value: Value, separator: str = " ") -> str:
    """Write a value whole, IRIs in full, a list with the separator between its members.

    >>> plain(("a", "b")), plain(None), plain(True)
    ('a b', '', 'true')
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return separator.join(value)
    # Whole numbers, decimals (which must not come out as 1E+2) and days.
    return format(value, "f") if hasattr(value, "as_tuple") else str(value)


def visible(text: str) -> str:
    r"""Replace characters that cannot be seen, or that turn the direction of text, by their code.

    >>> visible("a\u202eb") == "a" + chr(92) + "u202eb"
    True
    """
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def addresses(value: Value, column: Column) -> tuple[str, ...]:
    """Return the addresses in a cell, one or several; none if the column is not of addresses or the cell is empty."""
    if column.type not in ("iri", "iris") or not isinstance(value, (str, tuple)):
        return ()
    return (value,) if isinstance(value, str) else value


def for_people(value: Value, column: Column, separator: str = "\n") -> str:
    """Write a value for reading: addresses abbreviated, control characters made visible."""
    if entries := addresses(value, column):
        return separator.join(visible(short(entry)) for entry in entries)
    return visible(plain(value, separator))


def is_number(column: Column) -> bool:
    """Tell whether a column is of numbers and so aligned to the right."""
    return column.type in ("integer", "decimal")


def shown_columns(table: Table) -> list[tuple[int, Column]]:
    """Return the columns that people see, with their places: an identifier gives way to its name."""
    names = {column.name for column in table.columns}
    return [(place, column) for place, column in enumerate(table.columns) if column.shown not in names]


def headings(table: Table) -> list[str]:
    """Return what people read above the columns that they see: a name is headed as what it names."""
    stands_for = {column.shown: column.name for column in table.columns if column.shown}
    return [heading(stands_for.get(column.name, column.name)) for _, column in shown_columns(table)]


def heading(name: str) -> str:
    """Write a column's name in words.

    >>> heading("fromCompany")
    'from company'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()


def width(text: str) -> int:
    """Return the number of terminal columns that a line takes (UAX #11, https://www.unicode.org/reports/tr11/).

    The standard library's own table is used because importing wcwidth takes 40 ms, half of what a
    report may take to start.

    >>> width("周畅 Zhou")
    9
    """
    if text.isascii():
        return len(text)
    return sum(0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in text)
