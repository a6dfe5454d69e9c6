"""Read the triple patterns of a SPARQL query, group by group.

Not a SPARQL parser: it reads queries that an engine has accepted or will look at anyway, and tells
which patterns stand together. What it does not know it marks as such, and callers then leave it alone.
Grammar: https://www.w3.org/TR/sparql11-query/#sparqlGrammar
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ..sparql import tokens

_ROLES = {"OPTIONAL", "MINUS", "UNION", "GRAPH", "SERVICE"}
_PATH_MARKS = {"/", "|", "^", "*", "+", "?", "!"}


class Pattern(NamedTuple):
    """A triple pattern; terms and path as they are written, variables with a question mark."""

    subject: str
    path: str
    object: str


class Filter(NamedTuple):
    """A FILTER as it is written, with the variables in it."""

    text: str
    variables: frozenset[str]


@dataclass
class Group:
    """What stands between two braces."""

    #: OPTIONAL, MINUS, UNION, GRAPH, SERVICE, EXISTS, SELECT, or nothing.
    role: str
    start: int = 0
    end: int = 0
    patterns: list[Pattern] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    #: Whether there is anything in it beside patterns, filters and groups, or something that was not understood.
    is_plain: bool = True


def read_groups(text: str) -> Group | None:
    """Return the outermost group of a query with everything in it, or nothing if it is not understood."""
    reader = _Reader(text)
    try:
        return reader.query()
    except (IndexError, _NotUnderstoodError):
        return None


class _NotUnderstoodError(Exception):
    """The query holds what this reader does not know."""


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._at = 0

    def query(self) -> Group:
        while self._mark() != "{":
            self._at += 1
        return self.group("")

    def _token(self) -> re.Match[str]:
        return self._tokens[self._at]

    def _mark(self) -> str | None:
        return self._token()["mark"]

    def _word(self) -> str:
        return (self._token()["word"] or "").upper()

    def group(self, role: str) -> Group:
        group = Group(role, self._token().start())
        self._at += 1
        if self._word() == "SELECT":
            self._select(group)
        while self._mark() != "}":
            self._part(group)
        group.end = self._token().end()
        self._at += 1
        return group

    def _select(self, group: Group) -> None:
        # A sub-select: what it selects, then its own group and its modifiers.
        while self._mark() != "{":
            self._at += 1
        group.groups.append(self.group("SELECT"))
        group.is_plain = False
        while self._mark() != "}":
            self._at += 1

    def _part(self, group: Group) -> None:
        word = self._word()
        if self._mark() == ".":
            self._at += 1
        elif self._mark() == "{":
            group.groups.append(self.group(""))
            group.is_plain = False
        elif word in _ROLES:
            group.is_plain = False
            while self._mark() != "{":
                self._at += 1
            if word == "UNION" and group.groups:
                group.groups[-1].role = "UNION"  # what stands in front of the first UNION is a branch as well
            group.groups.append(self.group(word))
        elif word == "FILTER":
            self._filter(group)
        elif word == "BIND":
            group.is_plain = False
            self._at += 1
            self._skip("(", ")")
        elif word == "VALUES":
            group.is_plain = False
            while self._mark() != "{":
                self._at += 1
            self._skip("{", "}")
        else:
            self._triples(group)

    def _skip(self, opening: str, closing: str) -> None:
        depth = 0
        while True:
            depth += (self._mark() == opening) - (self._mark() == closing)
            self._at += 1
            if depth == 0:
                return

    def _filter(self, group: Group) -> None:
        start, first = self._token().start(), self._at
        self._at += 1
        depth = 0
        while True:
            mark = self._mark()
            if mark == "{":
                group.groups.append(self.group("EXISTS"))
                if depth == 0:
                    break
                continue
            depth += (mark == "(") - (mark == ")")
            self._at += 1
            if depth == 0 and mark == ")":
                break
        inside = self._tokens[first : self._at]
        variables = frozenset(token["variable"] for token in inside if token["variable"])
        group.filters.append(Filter(self._text[start : inside[-1].end()], variables))

    def _triples(self, group: Group) -> None:
        subject = self._term()
        while True:
            path = self._path()
            while True:
                group.patterns.append(Pattern(subject, path, self._term()))
                if self._mark() != ",":
                    break
                self._at += 1
            if self._mark() != ";":
                return
            while self._mark() == ";":
                self._at += 1
            if self._mark() in (".", "}"):
                return

    def _term(self) -> str:
        token = self._token()
        self._at += 1
        if token["variable"]:
            return f"?{token['variable']}"
        if token["literal"] is not None:
            if token["literal"].endswith("^^"):
                return token["literal"] + self._term()
            return str(token["literal"])
        if token["mark"] is not None:  # brackets, signs of numbers
            raise _NotUnderstoodError(token[0])
        return token[0]

    def _path(self) -> str:
        start = self._token().start()
        depth = 0
        while True:
            mark = self._mark()
            if mark in ("(", ")"):
                depth += 1 if mark == "(" else -1
            self._at += 1
            following = self._mark()
            ends = following not in _PATH_MARKS and following != ")" and self._tokens[self._at - 1]["mark"] not in ("/", "|", "^", "!", "(")
            if depth == 0 and ends:
                return self._text[start : self._tokens[self._at - 1].end()]
