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
    """A place in a file; lines and columns count from 1, columns and length in characters."""

    file: Path
    line: int
    column: int
    length: int


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

    @property
    def order(self) -> tuple[str, int, int, str, str, str]:
        """What findings are sorted by: where they stand, then their code."""
        place = self.location
        where = (str(place.file), place.line, place.column) if place else ("~", 0, 0)
        return (*where, self.code, self.focus, self.value)
