"""Prefixes, bases and versions, in the form with ``@`` and in SPARQL's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .errors import TurtleError
from .terms import Scope

_DOTTED = ("@prefix", "@base", "@version")
_PLAIN = ("prefix", "base", "version")


def is_directive(word: str) -> bool:
    """Return whether a word that stands where a statement begins opens a directive."""
    return word in _DOTTED or word.lower() in _PLAIN


def declare(word: str, words: Iterator[re.Match[str]], scope: Scope) -> int:
    """Take the rest of a directive from the words and let the scope know; return where it ends.

    :param word: the word that opens the directive
    :raises TurtleError: if the rest is not as it should be
    """
    kind = word.lstrip("@").lower()
    if kind == "prefix":
        name = next(words)
        if not name[1] or not name[1].endswith(":") or name[1].count(":") != 1:
            raise TurtleError(f"{word} wants a prefix with a colon after it", name.end())
        last = next(words)
        scope.declare(name[1], last[1] or "", last.end())
    else:
        last = next(words)
        if not last[1]:
            raise TurtleError(f"{word} wants a value", last.end())
        if kind == "base":
            scope.rebase(last[1], last.start(1))
        # RDF 1.2's version says nothing that matters here.
    if word[0] == "@":
        last = next(words)
        if last[1] != ".":
            raise TurtleError(f"{word} wants a full stop at its end", last.end())
    return last.end()
