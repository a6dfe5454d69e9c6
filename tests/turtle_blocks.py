"""The curated Turtle as blocks of lines that a test can break.

This reads only how our own files are laid out: a line for the subject, then one line a property.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

_OBJECT = re.compile(r'"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^[^\s,]+)?|<[^>]*>|[^\s,]+')


class Line:
    """One line; it stays the same line when others come or go."""

    def __init__(self, text: str) -> None:
        self.text = text


class Spot(NamedTuple):
    """Where a finding is expected: a line, and the text that the finding points to."""

    line: Line
    word: str


class Block:
    """One entity as it is written.

    :param file: the lines of its file, in which it stands
    :param lines: its own lines
    """

    def __init__(self, path: str, file: list[Line], lines: list[Line]) -> None:
        self.path = path
        self.lines = lines
        self._file = file

    @property
    def name(self) -> str:
        """The subject, such as ``person:ada-example``."""
        return self.lines[0].text

    @property
    def kind(self) -> str:
        """The class, such as ``tm:Person``."""
        return self.values("a")[0]

    @property
    def start(self) -> Spot:
        """Where a finding about something that is missing is expected."""
        return Spot(self.lines[0], self.name)

    def has(self, *properties: str) -> bool:
        """Whether it has every one of these properties."""
        return all(self._find(one) for one in properties)

    def lacks(self, *properties: str) -> bool:
        """Whether it has none of these properties."""
        return not any(self._find(one) for one in properties)

    def values(self, property: str) -> list[str]:
        """Return the values as they are written; none if it lacks the property."""
        line = self._find(property)
        return _OBJECT.findall(line.text[:-2])[1:] if line else []

    def value(self, property: str) -> str:
        """Return the only value, or an empty text."""
        values = self.values(property)
        return values[0] if len(values) == 1 else ""

    def at(self, property: str, word: str = "") -> Spot:
        """Where the property stands, or one of its values."""
        line = self._find(property)
        assert line is not None, f"{self.name} has no {property}"
        return Spot(line, word or property)

    def write(self, property: str, value: str) -> Spot:
        """Put a value in the place of all that the property has; the finding is expected at the value."""
        line = self.at(property).line
        line.text = f"  {property} {value} {line.text[-1]}"
        return Spot(line, value)

    def also(self, property: str, value: str) -> Spot:
        """Give the property one more value; the finding is expected at the value."""
        return self.write(property, ", ".join([*self.values(property), value]))._replace(word=value)

    def twice(self, property: str, value: str) -> Spot:
        """Give the property one value too many; the finding is expected at the property."""
        return self.also(property, value)._replace(word=property)

    def add(self, property: str, value: str) -> Spot:
        """Add a line with a property that it lacks; the finding is expected at the value."""
        line = Line(f"  {property} {value} ;")
        self.lines.insert(2, line)
        self._file.insert(self._file.index(self.lines[1]) + 1, line)
        if self.lines[1].text.endswith("."):
            self.lines[1].text, line.text = self.lines[1].text[:-1] + ";", line.text[:-1] + "."
        return Spot(line, value)

    def delete(self, *properties: str) -> Spot:
        """Delete the lines of properties, those it lacks aside; the finding is expected at the subject."""
        for property in properties:
            line = self._find(property)
            if line is None:
                continue
            if line.text.endswith("."):
                before = self.lines[self.lines.index(line) - 1]
                before.text = before.text[:-1] + "."
            self.lines.remove(line)
            self._file.remove(line)
        return self.start

    def copy(self, name: str) -> Block:
        """Add the same block under another name, at the end of its file."""
        return self.append([name, *(line.text for line in self.lines[1:])])

    def append(self, texts: list[str]) -> Block:
        """Add a block at the end of the same file."""
        lines = [Line(text) for text in texts]
        self._file += [Line(""), *lines]
        return Block(self.path, self._file, lines)

    def _find(self, property: str) -> Line | None:
        return next((line for line in self.lines[1:] if line.text.startswith(f"  {property} ")), None)


class Text:
    """All curated Turtle files."""

    def __init__(self, folder: Path) -> None:
        self.files = {
            str(file.relative_to(folder)): [Line(text) for text in file.read_text(encoding="utf-8").splitlines()]
            for file in sorted(folder.rglob("*.ttl"))
        }
        self.blocks = {block.name: block for path, lines in self.files.items() for block in _blocks(path, lines)}

    def of(self, *kinds: str) -> list[Block]:
        """Return the blocks of these classes."""
        return [block for block in self.blocks.values() if block.kind in kinds]

    def naming(self, property: str, name: str) -> list[Block]:
        """Return the blocks that have this value of this property."""
        return [block for block in self.blocks.values() if name in block.values(property)]

    def mentions(self, name: str) -> int:
        """In how many blocks a name is written, its own aside."""
        pattern = re.compile(rf"{re.escape(name)}(?![\w-])")
        return sum(any(pattern.search(line.text) for line in block.lines[1:]) for block in self.blocks.values())

    def save(self, folder: Path) -> None:
        """Write the files to another folder."""
        for path, lines in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text("".join(line.text + "\n" for line in lines), encoding="utf-8")

    def place(self, spot: Spot) -> tuple[str, int, int]:
        """Return the file, line and column of a spot as they are now."""
        for path, lines in self.files.items():
            if spot.line in lines:
                text = spot.line.text
                column = 2 if text.startswith(f"  {spot.word} ") else text.rindex(spot.word)
                return path, lines.index(spot.line) + 1, column + 1
        raise ValueError(f"the line is gone: {spot.line.text}")


def _blocks(path: str, lines: list[Line]) -> Iterator[Block]:
    for number, line in enumerate(lines):
        if re.match(r"[a-z]+:\S+$", line.text):
            own = list(takewhile(lambda each: each.text.startswith("  "), lines[number + 1 :]))
            yield Block(path, lines, [line, *own])
