"""The text that findings point to."""

from __future__ import annotations

from pathlib import Path

from ...places import display
from ...turtle.lines import Lines
from ..findings import Location


class Sources:
    """Reads each file once. A file that has gone or changed meanwhile is no error: there is just less to show."""

    def __init__(self) -> None:
        self._lines: dict[Path, list[str]] = {}
        self._names: dict[Path, str] = {}

    def name(self, file: Path) -> str:
        """Return a file's path as people would type it."""
        if file not in self._names:  # looking for symbolic links takes longer than all the rest
            self._names[file] = display(file)
        return self._names[file]

    def line(self, location: Location) -> str | None:
        """Return the line that a location begins on, without its end."""
        lines = self._read(location.file)
        return lines[location.line - 1].rstrip("\r\n") if 0 < location.line <= len(lines) else None

    def end(self, location: Location) -> tuple[int, int]:
        """Return line and column of the first character after a location."""
        lines = self._read(location.file)
        line, column, rest = location.line, location.column, location.length
        while 0 < line < len(lines) and rest > 0 and column - 1 + rest >= len(lines[line - 1]):
            rest -= max(len(lines[line - 1]) - (column - 1), 0)
            line, column = line + 1, 1
        if 0 < line <= len(lines):
            return line, min(column + rest, max(len(lines[line - 1]) + 1, column))
        return line, column + rest

    def text(self, location: Location) -> str:
        """Return the text of a location, nothing where it cannot be read."""
        lines = self._read(location.file)
        line, _ = self.end(location)
        return "".join(lines[location.line - 1 : line])[location.column - 1 :][: location.length]

    def around(self, location: Location) -> tuple[str, str]:
        """Return what stands on the first line before a location and on the last line after it."""
        lines = self._read(location.file)
        line, column = self.end(location)
        before = lines[location.line - 1][: location.column - 1] if 0 < location.line <= len(lines) else ""
        after = lines[line - 1][column - 1 :].rstrip("\r\n") if 0 < line <= len(lines) else ""
        return before, after

    def _read(self, file: Path) -> list[str]:
        if file not in self._lines:
            try:
                # Not read_text, which would write the ends of lines anew and so move what stands behind them.
                text = file.read_bytes().decode("utf-8", "replace")
            except OSError:
                text = ""
            self._lines[file] = Lines(text).all()
        return self._lines[file]
