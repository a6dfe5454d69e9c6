"""Read Turtle 1.1 into triples that know where they stand (https://www.w3.org/TR/turtle/).

The reader takes what pyoxigraph takes, but for RDF 1.2's triple terms, reifiers and annotations,
which it refuses. It does not look for every mistake: the engine that loads a file does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .directives import is_directive, read_directive
from .errors import TurtleError
from .terms import RDF, Scope
from .tokens import WORD

#: How deep brackets may be nested; pyoxigraph has no limit but memory.
MAX_DEPTH = 100_000

_TYPE, _FIRST, _REST = (f"<{RDF}{name}>" for name in ("type", "first", "rest"))
#: What an empty collection is.
NIL = f"<{RDF}nil>"
Span = tuple[int, int]


class PlacedTriple(NamedTuple):
    """A triple, and the characters ``[start, end)`` of the text at which its terms are written.

    Terms are in N-Triples form. A blank node in brackets and a collection have the place of their
    opening bracket; where such a node is a subject inside its own brackets, it has that place too.
    ``rdf:first`` has the place of the item three times; ``rdf:rest`` goes from the item to the next
    one, and from the last to the closing bracket.
    """

    subject: str
    predicate: str
    object: str
    subject_span: Span
    predicate_span: Span
    object_span: Span


class _Frame(NamedTuple):
    """An open bracket, and what goes on after it is closed."""

    span: Span
    #: None for a bracket that is the subject of a statement.
    subject: str | None
    subject_span: Span
    predicate: str | None
    predicate_span: Span
    after: int
    #: The first node of a collection, once it has one.
    head: str


def read(text: str, base: str | None = None) -> Iterator[PlacedTriple]:
    """Yield the triples of a Turtle text, those inside brackets before the one that the brackets are the object of.

    A written label of a blank node stays as it is; other blank nodes have labels made from their
    offset that no written one equals.

    >>> next(read("@prefix e: <http://example.org/> . e:a e:b 1 ."))[3:]
    ((35, 38), (39, 42), (43, 44))

    :param base: what relative addresses are resolved against
    :raises TurtleError: if the text is not Turtle 1.1, or nested deeper than :data:`MAX_DEPTH`
    """
    return read_part(text, initial_scope(text, base))


def initial_scope(text: str, base: str | None) -> Scope:
    """Return the scope that holds at the beginning of a text."""
    longest = max((len(match[1]) for match in re.finditer(r"_:anon(0*+)", text)), default=-1)
    return Scope({}, base, "_:anon" + "0" * (longest + 1))


# What is expected next. Inside a collection an item stands where the object of rdf:first does.
_SUBJECT, _PREDICATE, _OBJECT, _AFTER_OBJECT, _ITEM = range(5)


def read_part(text: str, scope: Scope, start: int = 0, end: int | None = None) -> Iterator[PlacedTriple]:
    """Yield the triples of some whole statements of a text.

    :param scope: the prefixes and the base at the start; directives change it
    :raises TurtleError: as :func:`read`
    """
    # One loop without calls: this runs once a word, and a call would cost as much as all the rest.
    new = tuple.__new__
    known = scope.terms.get
    words = WORD.finditer(text, start, len(text) if end is None else end)
    frames: list[_Frame] = []
    state, after = _SUBJECT, _AFTER_OBJECT
    subject: str = ""
    predicate: str | None = None
    subject_span = predicate_span = (0, 0)
    alone = False  # whether the subject is a property list, which is a statement by itself
    for match in words:
        word: str | None = match[1]
        if word is None:
            if state != _SUBJECT:
                raise TurtleError("the text ends within a statement", match.end())
            return
        if state == _AFTER_OBJECT:
            if word == ";":
                state = _PREDICATE
                continue
            if word == ",":
                state = _OBJECT
                continue
            if word == "." and not frames:
                state = _SUBJECT
                continue
            if word != "]" or not frames:
                raise _unexpected(match, "';', ',' or the end of the statement")
            state = _PREDICATE
        if state == _PREDICATE:
            term = known(word)
            if term is None:
                if word == "a":
                    term = _TYPE
                elif word == ";" and predicate is not None:
                    continue
                elif word == "." and not frames and (predicate is not None or alone):
                    state = _SUBJECT
                    continue
                elif word == "]" and frames:
                    node, node_span, alone = subject, subject_span, predicate is not None
                    _, outer, subject_span, predicate, predicate_span, after, _ = frames.pop()
                    if outer is None:
                        subject_span = node_span
                    else:
                        subject, state = outer, after
                        yield new(PlacedTriple, (subject, predicate, node, subject_span, predicate_span, node_span))
                    continue
                else:
                    term = scope.term(word, match.start(1))
            if term[0] != "<":
                raise _unexpected(match, "a property")
            predicate, predicate_span, state = term, match.span(1), _OBJECT
            continue
        if state == _ITEM:
            frame = frames[-1]
            span = match.span(1)
            if word == ")":
                node, node_span = frame.head or NIL, frame.span
                if frame.head:
                    yield new(PlacedTriple, (subject, _REST, NIL, subject_span, span, span))
                _, outer, subject_span, predicate, predicate_span, after, _ = frames.pop()
                if outer is None:
                    subject, subject_span, state = node, node_span, _PREDICATE
                else:
                    subject, state = outer, after
                    yield new(PlacedTriple, (subject, predicate, node, subject_span, predicate_span, node_span))
                continue
            cell = f"{scope.fresh}l{span[0]}"
            if frame.head:
                yield new(PlacedTriple, (subject, _REST, cell, subject_span, span, span))
            else:
                frames[-1] = frame._replace(head=cell)
            subject, subject_span, predicate, predicate_span = cell, span, _FIRST, span
        term = known(word)
        if term is None:
            if word in ("[", "("):
                if len(frames) >= MAX_DEPTH:
                    raise TurtleError(f"more than {MAX_DEPTH:,} brackets are open", match.start(1))
                span = match.span(1)
                if state == _SUBJECT:
                    frames.append(_Frame(span, None, span, None, span, after, ""))
                else:
                    frames.append(_Frame(span, subject, subject_span, predicate, predicate_span, after, ""))
                if word == "[":
                    subject, subject_span, predicate, alone = f"{scope.fresh}b{span[0]}", span, None, False
                    state, after = _PREDICATE, _AFTER_OBJECT
                else:
                    alone = False
                    state = after = _ITEM
                continue
            if state == _SUBJECT and is_directive(word):
                scope.declare(read_directive(word, words))
                continue
            term = scope.term(word, match.start(1))
        if state == _SUBJECT:
            if term[0] == '"':
                raise _unexpected(match, "the subject of a statement")
            subject, subject_span, predicate, alone, state = term, match.span(1), None, False, _PREDICATE
        else:
            state = after
            yield new(PlacedTriple, (subject, predicate, term, subject_span, predicate_span, match.span(1)))


def _unexpected(match: re.Match[str], expected: str) -> TurtleError:
    word = match[1] if len(match[1]) <= 40 else match[1][:40] + "…"
    return TurtleError(f"{word!r} stands where {expected} is expected", match.start(1))
