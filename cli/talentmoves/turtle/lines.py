"""From a character's offset to its line and column."""

from __future__ import annotations

from bisect import bisect_right

#: A count of the lines is kept about every so many characters.
_STEP = 65_536


class Lines:
    """Knows the lines of a text. A line ends with LF, CR or CR LF, as Turtle has it, and with nothing else."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._returns = "\r" in text
        self._offsets = [0]
        self._counts = [0]

    def position(self, offset: int) -> tuple[int, int]:
        r"""Return the line and the column of a character; both count from 1.

        >>> Lines("one\r\ntwo").position(6)
        (2, 2)
        """
        while self._offsets[-1] + _STEP < offset:
            start = self._offsets[-1]
            end = start + _STEP
            if self._text[end - 1 : end + 1] == "\r\n":
                end += 1  # a pair is one end of a line and stays together
            self._counts.append(self._counts[-1] + self._ends(start, end))
            self._offsets.append(end)
        at = bisect_right(self._offsets, offset) - 1
        line = self._counts[at] + self._ends(self._offsets[at], offset) + 1
        start = self._text.rfind("\n", 0, offset) + 1
        if self._returns:
            start = max(start, self._text.rfind("\r", start, offset) + 1)
        return line, offset - start + 1

    def _ends(self, start: int, end: int) -> int:
        ends = self._text.count("\n", start, end)
        if self._returns:
            ends += self._text.count("\r", start, end) - self._text.count("\r\n", start, end)
        return ends
