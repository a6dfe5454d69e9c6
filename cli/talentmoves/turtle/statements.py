"""Cut a Turtle text into its statements, and know the subject of each, without making triples of them."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress

from .directives import Directive, is_directive, read_directive
from .errors import TurtleError
from .reader import NIL, PlacedTriple, initial_scope, read_part
from .terms import Scope
from .tokens import QUICK_REST, REST, WORD


class Statements:
    """The statements of a text, each read only when its subject is asked for.

    What stands after a mistake that hides where a statement ends is not found, nor is a statement
    that cannot be read: whoever loads the text says what is wrong with it.

    :param base: what relative addresses are resolved against
    """

    def __init__(self, text: str, base: str | None = None) -> None:
        self._text = text
        # By subject: where its statements stand. Inside brackets only blank nodes are subjects, so
        # that nothing about an address is missed.
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._history = _History()
        self._scope: Scope | None = None
        self._epoch = -1
        self._triples: dict[str, list[PlacedTriple]] = {}
        self._first = initial_scope(text, base)
        self._cut(Scope({}, base, self._first.fresh))

    @property
    def subjects(self) -> list[str]:
        """The addresses and written labels that statements begin with, in the order of the text."""
        return list(self._spans)

    def about(self, subject: str) -> list[PlacedTriple]:
        """Return the triples of an address or a written label, in the order of the text."""
        found = self._triples.get(subject)
        if found is None:
            found = self._triples[subject] = []
            for start, end in self._spans.get(subject, ()):
                # A statement that turns out to be none of Turtle 1.1 ends at that word.
                with suppress(TurtleError):
                    found.extend(triple for triple in read_part(self._text, self._scope_at(start), start, end) if triple.subject == subject)
        return found

    def _scope_at(self, offset: int) -> Scope:
        epoch = bisect_right(self._history.changes, offset)
        if self._scope is None or epoch != self._epoch:
            self._scope, self._epoch = _PastScope(self._history, offset, self._first), epoch
        return self._scope

    def _cut(self, scope: Scope) -> None:
        text, spans, known = self._text, self._spans, scope.terms.get
        word_at, quick_rest_at, rest_at = WORD.match, QUICK_REST.match, REST.match
        offset = 0
        while (match := word_at(text, offset)) and (word := match[1]):
            start, offset = match.span(1)
            term = known(word)
            if term is None and is_directive(word):
                try:
                    directive = read_directive(word, WORD.finditer(text, offset))
                    scope.declare(directive)
                except TurtleError:
                    return
                self._history.add(directive, scope)
                offset = directive.end
                continue
            rest = None if word in ".;,])" else quick_rest_at(text, offset) or rest_at(text, offset)
            if rest is None:
                return
            offset = rest.end()
            if word == "[":
                continue
            if word == "(":
                term = NIL  # the only address that brackets can stand for
            if term is None:
                try:
                    term = scope.term(word, start)
                except TurtleError:
                    continue
            if term in spans:
                spans[term].append((start, offset))
            else:
                spans[term] = [(start, offset)]


class _History:
    """What prefixes and the base stood for, from where on. A copy of all prefixes at each change could outgrow any memory."""

    def __init__(self) -> None:
        self.changes: list[int] = []
        self._values: dict[str, tuple[list[int], list[str]]] = {}

    def add(self, directive: Directive, scope: Scope) -> None:
        if directive.kind == "version":
            return
        name = directive.prefix  # empty for the base
        value = scope.prefixes[name] if name else scope.base or ""
        offsets, values = self._values.setdefault(name, ([], []))
        offsets.append(directive.end)
        values.append(value)
        self.changes.append(directive.end)

    def value(self, name: str, offset: int) -> str | None:
        offsets, values = self._values.get(name, ((), ()))
        at = bisect_right(offsets, offset)
        return values[at - 1] if at else None


class _PastScope(Scope):
    """The scope at some place of the text."""

    def __init__(self, history: _History, offset: int, first: Scope) -> None:
        super().__init__({}, history.value("", offset) or first.base, first.fresh)
        self._history = history
        self._offset = offset

    def namespace(self, prefix: str) -> str | None:
        """Return what a prefix stood for there."""
        return self._history.value(prefix, self._offset)
