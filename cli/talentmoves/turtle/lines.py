"""From a character's offset to its line and column."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """Knows the lines of a text. A line ends with LF, CR or CR LF, as Turtle has it, and with nothing else."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: array[int] | None = None

    def position(self, offset: int) -> tuple[int, int]:
        r"""Return the line and the column of a character; both count from 1.

        >>> Lines("one\r\ntwo").position(6)
        (2, 2)
        """
        if self._starts is None:
            self._starts = array("Q", [0])
            self._starts.extend(end.end() for end in _END.finditer(self._text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
