"""What a check of a release found."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What is wrong."""

    #: A file is not there, is there though nothing lists it, or is not what the sums say.
    MISSING = "missing"
    ADDED = "added"
    ALTERED = "altered"
    #: A name stands for something else than a file, such as a link to somewhere.
    NO_FILE = "not a file"
    UNREADABLE = "unreadable"
    #: The list of sums itself is not well-formed.
    LISTING = "listing"
    #: A graph is not what its hash says.
    GRAPH = "graph"
    #: A file says other statements than the rest, or unpacks to something else than the plain one.
    STATEMENTS = "statements"
    PACKED = "packed"
    #: The description gives another size or sum.
    DESCRIPTION = "description"
    SIGNATURE = "signature"
    #: A server did not give a file.
    UNREACHABLE = "unreachable"


class Alteration(NamedTuple):
    """What a dump says otherwise than it should."""

    #: By entity, in prose.
    told: list[str]
    #: Statements that are there but should not be, and that should be but are not: a few of them, as N-Quads, and how many there are.
    added: list[str]
    removed: list[str]
    added_count: int
    removed_count: int


@dataclass
class Problem:
    """One thing that is wrong."""

    kind: Kind
    #: The file, or nothing where it is the release as a whole.
    name: str
    #: One sentence.
    message: str
    #: What else there is to say, a line each.
    details: list[str] = field(default_factory=list)
    alteration: Alteration | None = None


@dataclass
class Outcome:
    """What a check of a release found."""

    #: What the user called the release.
    release: str
    problems: list[Problem] = field(default_factory=list)
    #: What the user should know besides, such as what was not checked.
    notes: list[str] = field(default_factory=list)
    #: How many files have the right sum, and how many statements have the right hash.
    files: int = 0
    statements: int = 0
    #: Who signed it and what they say, where that was checked.
    signed: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    @property
    def exit_code(self) -> int:
        """0 where nothing is wrong, 3 where all that is wrong is a server that does not give its files, else 1."""
        if self.whole:
            return 0
        return 3 if all(problem.kind is Kind.UNREACHABLE for problem in self.problems) else 1

    def add(self, kind: Kind, name: str, message: str) -> Problem:
        """Take note of a problem."""
        problem = Problem(kind, name, message)
        self.problems.append(problem)
        return problem

    def of(self, name: str) -> Problem | None:
        """Return the first problem with a file."""
        return next((problem for problem in self.problems if problem.name == name), None)
