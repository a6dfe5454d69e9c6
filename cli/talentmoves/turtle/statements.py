"""Cut a Turtle text into its statements, and know the subject of each, without making triples of them."""

from __future__ import annotations

from bisect import bisect_right

from .directives import declare, is_directive
from .errors import TurtleError
from .reader import PlacedTriple, initial_scope, read_part
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
        self._scopes: list[Scope] = []
        self._from: list[int] = []
        self._triples: dict[str, list[PlacedTriple]] = {}
        self._cut(initial_scope(text, base))

    def about(self, subject: str) -> list[PlacedTriple]:
        """Return the triples of an address or a written label, in the order of the text."""
        found = self._triples.get(subject)
        if found is None:
            found = self._triples[subject] = [
                triple for start, end in self._spans.get(subject, ()) for triple in self._statement(start, end) if triple.subject == subject
            ]
        return found

    def _statement(self, start: int, end: int) -> list[PlacedTriple]:
        scope = self._scopes[bisect_right(self._from, start) - 1]
        try:
            return list(read_part(self._text, scope, start, end))
        except TurtleError:
            return []

    def _cut(self, scope: Scope) -> None:
        text, spans = self._text, self._spans
        self._keep(scope, 0)
        current = self._scopes[-1]
        known, word_at, quick_rest_at, rest_at = current.terms.get, WORD.match, QUICK_REST.match, REST.match
        offset = 0
        while (match := word_at(text, offset)) and (word := match[1]):
            start, offset = match.span(1)
            term = known(word)
            if term is None and is_directive(word):
                try:
                    offset = declare(word, WORD.finditer(text, offset), scope)
                except TurtleError:
                    return
                self._keep(scope, offset)
                current = self._scopes[-1]
                known = current.terms.get
                continue
            rest = quick_rest_at(text, offset) or rest_at(text, offset)
            if rest is None:
                return
            offset = rest.end()
            if word in ("[", "("):
                continue
            if term is None:
                try:
                    term = current.term(word, start)
                except TurtleError:
                    continue
            if term in spans:
                spans[term].append((start, offset))
            else:
                spans[term] = [(start, offset)]

    def _keep(self, scope: Scope, offset: int) -> None:
        if self._from and self._from[-1] == offset:
            return
        self._scopes.append(scope.copy())
        self._from.append(offset)
