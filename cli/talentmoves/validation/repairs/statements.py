"""Add a statement to an entry, or take one out of it, in the text of the file."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ...turtle.tokens import WORD
from ...vocabulary import RDF_TYPE
from ..findings import Edit
from ..offsets import Text
from .problem import Problem


def add(problem: Problem, subject: str, predicate: str, value: NamedNode | Literal) -> Edit | None:
    """Return the edit that adds a statement to an entry, behind the kind of the entry; never certain."""
    for kind in problem.values(subject, RDF_TYPE):
        place = problem.locate(subject, RDF_TYPE, str(kind))
        spot = problem.spot(place, str(kind))
        if spot is None:
            continue
        source, start, length = spot
        text = source.text
        following = WORD.match(text, start + length)
        if following is None or following[1] not in (";", "."):
            continue
        writer = problem.writer_of(source.file)
        end = "\r\n" if "\r\n" in text else "\n"
        statement = f" ;{end}  {writer.iri(predicate)} {writer.term(value)}"
        return Edit(source.location(start, length), text[start : start + length] + statement, False)
    return None


def drop(problem: Problem, subject: str, predicate: str, value: str, certain: bool) -> Edit | None:
    """Return the edit that takes a value out of an entry, and its property where it was the only value.

    :param value: in N-Triples form
    """
    spot = problem.spot(problem.locate(subject, predicate, value), value)
    at = problem.spot(problem.locate(subject, predicate, None), f"<{predicate}>")
    if spot is None or at is None or spot[0].file != at[0].file:
        return None
    source, start, length = spot
    text = source.text
    end = start + length
    following = WORD.match(text, end)
    if following is None or following[1] is None:
        return None
    before = _before(text, start)
    if before.endswith(","):
        return _cut(source, len(_before(text, len(before) - 1)) or len(before) - 1, end, certain)
    if following[1] == ",":
        rest = WORD.match(text, following.end())
        return _cut(source, start, rest.start(1), certain) if rest and rest[1] and "#" not in text[end : rest.start(1)] else None
    verb, length = at[1:]
    # The first statement of an entry is its kind; without it the entry would be no more. Where the property
    # stands twice, the place found may be that of another value.
    before = _before(text, verb)
    if following[1] in (";", ".") and before.endswith(";") and not text[verb + length : start].strip():
        return _cut(source, len(_before(text, len(before) - 1)) or len(before) - 1, end, certain)
    return None


def _before(text: str, start: int) -> str:
    """Return the text before a place without space at its end; nothing where a comment may stand there."""
    before = text[:start].rstrip(" \t\r\n")
    line = max(before.rfind("\n"), before.rfind("\r")) + 1
    return "" if "#" in text[line:start] else before


def _cut(source: Text, start: int, end: int, certain: bool) -> Edit:
    return Edit(source.location(start, end - start), "", certain)
