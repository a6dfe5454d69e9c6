"""From line and column to a place in the text, and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from .findings import Location

# As Turtle has it, https://www.w3.org/TR/turtle/#grammar-production-comment; a form feed ends no line.
_END = re.compile(r"\r\n?|\n")


def read(file: Path) -> str:
    """Return the text of a file with the ends of lines as they are written.

    :raises OSError: if the file cannot be read
    :raises UnicodeDecodeError: if it is not UTF-8
    """
    return file.read_bytes().decode("utf-8")


class Text:
    r"""A file's text that knows its lines.

    >>> text = Text(Path("x.ttl"), "a\r\nbc")
    >>> text.location(4, 1)[1:], text.offset(text.location(4, 1))
    ((2, 2, 1), 4)
    """

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.text = text

    @classmethod
    def of(cls, file: Path) -> Text:
        """Read a file.

        :raises OSError: if the file cannot be read
        :raises UnicodeDecodeError: if it is not UTF-8
        """
        return cls(file, read(file))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _END.finditer(self.text))]

    def offset(self, location: Location) -> int:
        """Return where a location begins, counted in characters from 0; -1 if the text has no such line or column."""
        if not 0 < location.line <= len(self._starts):
            return -1
        place = self._starts[location.line - 1] + location.column - 1
        end = self._starts[location.line] if location.line < len(self._starts) else len(self.text) + 1
        return place if place < end else -1

    def location(self, start: int, length: int) -> Location:
        """Return the location of some characters."""
        line = bisect_right(self._starts, start)
        return Location(self.file, line, start - self._starts[line - 1] + 1, length)
