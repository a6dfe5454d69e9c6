"""Add a statement to an entry, or take one out of it, in the text of the file."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from ...turtle.tokens import WORD
from ...vocabulary import RDF_TYPE
from .. import offsets
from ..findings import Edit, Location
from .problem import Problem
from .turtle import means, term_at


def add(problem: Problem, subject: str, predicate: str, value: NamedNode | Literal) -> Edit | None:
    """Return the edit that adds a statement to an entry, behind the kind of the entry; never certain."""
    for kind in problem.values(subject, RDF_TYPE):
        place = problem.locate(subject, RDF_TYPE, str(kind))
        spot = _spot(place, str(kind))
        if place is None or spot is None:
            continue
        text, start, length = spot
        following = WORD.match(text, start + length)
        if following is None or following[1] not in (";", "."):
            continue
        writer = problem.writer_of(place.file)
        end = "\r\n" if "\r\n" in text else "\n"
        statement = f" ;{end}  {writer.iri(predicate)} {writer.term(value)}"
        return Edit(offsets.location(place.file, text, start, length), text[start : start + length] + statement, False)
    return None


def drop(problem: Problem, subject: str, predicate: str, value: str, certain: bool) -> Edit | None:
    """Return the edit that takes a value out of an entry, and its property where it was the only value.

    :param value: in N-Triples form
    """
    spot = _spot(place := problem.locate(subject, predicate, value), value)
    at = _spot(verb := problem.locate(subject, predicate, None), f"<{predicate}>")
    if place is None or spot is None or verb is None or at is None or verb.file != place.file:
        return None
    text, start, length = spot
    end = start + length
    following = WORD.match(text, end)
    before = text[:start].rstrip(" \t\r\n")
    if before.endswith(","):
        return _cut(place, text, len(before) - 1, end, certain)
    if following is None or following[1] is None:
        return None
    if following[1] == ",":
        rest = WORD.match(text, following.end())
        return _cut(place, text, start, rest.start(1), certain) if rest and rest[1] else None
    return _drop_statement(place, text, at[1], end, following, certain)


def _drop_statement(place: Location, text: str, start: int, end: int, following: re.Match[str], certain: bool) -> Edit | None:
    before = text[:start].rstrip(" \t\r\n")
    if not before.endswith(";"):
        # The first statement of an entry is its kind; without it the entry would be no more.
        return None
    if following[1] in (";", "."):
        return _cut(place, text, len(before) - 1, end, certain) if "#" not in text[len(before) : start] else None
    return None


def _cut(place: Location, text: str, start: int, end: int, certain: bool) -> Edit:
    return Edit(offsets.location(place.file, text, start, end - start), "", certain)


def _spot(place: Location | None, term: str) -> tuple[str, int, int] | None:
    """Return the text of a file, and where a term stands in it and how long it is; nothing where another term does."""
    if place is None:
        return None
    try:
        text = offsets.read(place.file)
    except (OSError, UnicodeDecodeError):  # what cannot be read cannot be edited
        return None
    start = offsets.offset(text, place)
    found = term_at(text, start) if start >= 0 else None
    # A place is found as nearly as it can be told; an edit needs the very term.
    return (text, start, len(found)) if found and means(found, text, term) else None
