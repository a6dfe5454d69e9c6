"""From a character's offset to its line and column, and back."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import chain

_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """Knows the lines of a text. A line ends with LF, CR or CR LF, as Turtle has it, and with nothing else.

    https://www.w3.org/TR/turtle/#grammar-production-comment
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> array[int]:
        return array("Q", chain((0,), (end.end() for end in _END.finditer(self._text))))

    def position(self, offset: int) -> tuple[int, int]:
        r"""Return the line and the column of a character; both count from 1.

        >>> Lines("one\r\ntwo").position(6)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        r"""Return where a line and column are, counted in characters from 0; -1 if the text has no such line or column.

        >>> Lines("one\r\ntwo").offset(2, 2)
        6
        """
        if not 0 < line <= len(self._starts):
            return -1
        place = self._starts[line - 1] + column - 1
        end = self._starts[line] if line < len(self._starts) else len(self._text) + 1
        return place if place < end else -1

    def all(self) -> list[str]:
        r"""Return the lines with their ends; the last one has none.

        >>> Lines("one\r\ntwo\n").all()
        ['one\r\n', 'two\n', '']
        """
        return [self._text[start:end] for start, end in zip(self._starts, [*self._starts[1:], len(self._text)], strict=True)]
