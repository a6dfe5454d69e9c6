"""From line and column to a place in the text, and back."""

from __future__ import annotations

from pathlib import Path

from ..turtle.lines import Lines
from .findings import Location


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
        self._lines = Lines(text)

    @classmethod
    def of(cls, file: Path) -> Text:
        """Read a file.

        :raises OSError: if the file cannot be read
        :raises UnicodeDecodeError: if it is not UTF-8
        """
        return cls(file, read(file))

    def offset(self, location: Location) -> int:
        """Return where a location begins, counted in characters from 0; -1 if the text has no such line or column."""
        return self._lines.offset(location.line, location.column)

    def location(self, start: int, length: int) -> Location:
        """Return the location of some characters."""
        return Location(self.file, *self._lines.position(start), length)
