"""A finding: one thing that is wrong, where it stands, and how to mend it."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

#: Languages that messages come in.
LANGUAGES = ("en", "zh")


class Level(IntEnum):
    """How much a finding weighs; the order is that of the weight."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The level as it is written: ``error``, ``warning`` or ``info``."""
        return self.name.lower()


class Location(NamedTuple):
    """A place in a file; lines and columns count from 1, columns and length in characters.

    The length runs over the ends of lines where the text does; a line's end counts as written.
    """

    file: Path
    line: int
    column: int
    length: int


class Note(NamedTuple):
    """What else belongs to a finding, such as the other of two places that do not agree."""

    #: A few words, without a full stop.
    text: str
    location: Location | None = None


class Edit(NamedTuple):
    """A repair that can be made by putting one text in place of another."""

    location: Location
    replacement: str
    #: Whether no other repair is possible, so that ``--fix`` may make it.
    certain: bool


class Finding(NamedTuple):
    """One thing that is wrong."""

    #: Code of the rule, such as ``TM012``.
    code: str
    level: Level
    location: Location | None
    #: Address of the entity that it is about.
    focus: str
    #: What people call that entity.
    label: str
    #: One sentence that says what is wrong.
    message: str
    #: One sentence that says how to mend it.
    repair: str
    #: Page of the rule.
    page: str
    #: The property and the value concerned, where there are any, in N-Triples form.
    path: str = ""
    value: str = ""
    notes: tuple[Note, ...] = ()
    #: The repair as a change of the text, where there is one.
    edit: Edit | None = None
    #: Turtle to paste, where a statement or a whole block is missing.
    block: str = ""
    #: Addresses of the shape and of the constraint component that found it.
    shape: str = ""
    component: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """What findings are sorted by: where they stand, then their code."""
        place = self.location
        where = (str(place.file), place.line, place.column) if place else ("~", 0, 0)
        return (*where, self.code, self.focus, self.value)
