"""Prefixes, bases and versions, in the form with ``@`` and in SPARQL's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .errors import TurtleError

_DOTTED = ("@prefix", "@base", "@version")
_PLAIN = ("prefix", "base", "version")


class Directive(NamedTuple):
    """A directive as it is written."""

    #: ``prefix``, ``base`` or ``version`` (which is RDF 1.2, and says nothing that matters here).
    kind: str
    #: With its colon; empty for the other kinds.
    prefix: str
    value: str
    #: Where the value stands, and where the directive ends.
    offset: int
    end: int


def is_directive(word: str) -> bool:
    """Return whether a word that stands where a statement begins opens a directive."""
    return word in _DOTTED or word.lower() in _PLAIN


def read_directive(word: str, words: Iterator[re.Match[str]]) -> Directive:
    """Take the rest of a directive from the words.

    :param word: the word that opens the directive
    :raises TurtleError: if the rest is not as it should be
    """
    kind = word.lstrip("@").lower()
    prefix = ""
    if kind == "prefix":
        name = next(words)
        if not name[1] or not name[1].endswith(":") or name[1].count(":") != 1:
            raise TurtleError(f"{word} wants a prefix with a colon after it", name.end())
        prefix = name[1]
    value = last = next(words)
    if not value[1] or (kind != "version" and (value[1][0] != "<" or value[1][-1] != ">")):
        raise TurtleError(f"{word} wants an address in angle brackets", value.end())
    if word[0] == "@":
        last = next(words)
        if last[1] != ".":
            raise TurtleError(f"{word} wants a full stop at its end", last.end())
    return Directive(kind, prefix, value[1], value.start(1), last.end())
