"""From line and column to a place in the text, and back."""

from __future__ import annotations

from pathlib import Path

from .findings import Location


def read(file: Path) -> str:
    """Return the text of a file with the ends of lines as they are written.

    :raises OSError: if the file cannot be read
    :raises UnicodeDecodeError: if it is not UTF-8
    """
    return file.read_bytes().decode("utf-8")


def offset(text: str, location: Location) -> int:
    r"""Return where a location begins, counted in characters from 0; -1 if the text has no such line or column.

    >>> offset("a\r\nbc", Location(Path("x.ttl"), 2, 2, 1))
    4
    """
    start = 0
    for _ in range(location.line - 1):
        start = text.find("\n", start) + 1
        if start == 0:
            return -1
    end = text.find("\n", start)
    place = start + location.column - 1
    return place if place <= (len(text) if end < 0 else end) else -1


def location(file: Path, text: str, start: int, length: int) -> Location:
    r"""Return the location of some characters of a text.

    >>> location(Path("x.ttl"), "a\r\nbc", 4, 1)[1:]
    (2, 2, 1)
    """
    return Location(file, text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1, length)
