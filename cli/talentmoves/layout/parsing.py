"""Read a Turtle text into a tree, each comment with what it is about.

A comment on a line of its own is about what comes after it; one behind a word on the same line is
about that word. Terms are those of ``turtle/terms.py``, so that both readers name the same things.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ..turtle.directives import is_directive, read_directive
from ..turtle.errors import TurtleError
from ..turtle.reader import initial_scope
from ..turtle.terms import RDF
from ..turtle.tokens import WORD
from ..vocabulary import BASE
from .tree import Block, Brackets, Collection, Document, Node, Prefix, Property, Value

#: How deep brackets may be nested here; curated data has none.
MAX_DEPTH = 100

_GAP = re.compile(r"#([^\r\n]*)|\r\n|\n|\r")


class _Word(NamedTuple):
    text: str
    match: re.Match[str]
    #: Comments that begin on the line of the word before.
    behind: list[str]
    #: The other comments in front of this word; an empty string stands for empty lines.
    above: list[str]

    @property
    def offset(self) -> int:
        return self.match.start(1)


def parse(text: str) -> Document:
    """Return the tree of a Turtle text.

    Relative addresses are resolved against the project's base, as everywhere.

    :raises TurtleError: if the text is not Turtle 1.1, or nested deeper than :data:`MAX_DEPTH`
    """
    return _Parser(text).document()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._scope = initial_scope(text, BASE)
        self._words = WORD.finditer(text)
        self._word = self._read()
        self._depth = 0

    def _read(self) -> _Word:
        match = next(self._words)
        start = match.start(1) if match[1] is not None else match.end()
        behind: list[str] = []
        above: list[str] = []
        ends = 0
        for found in _GAP.finditer(self._text, match.start(), start):
            if found[1] is None:
                ends += 1
                continue
            comment = f"#{found[1].rstrip()}"
            if not ends and match.start():
                behind.append(comment)
            else:
                above += [""] if ends > 1 and above else []
                above.append(comment)
            ends = 0
        if ends > 1 and above:
            above.append("")
        return _Word(match[1] or "", match, behind, above)

    def _next(self, behind: list[str]) -> _Word:
        """Step over the current word, whose trailing comments go to the list, and return it."""
        word = self._word
        self._word = self._read()
        behind += self._word.behind
        return word

    def _take(self) -> list[str]:
        """Return the comments above the current word; they are not told again."""
        above = [line for line in self._word.above if line]
        self._word.above.clear()
        return above

    def document(self) -> Document:
        document = Document()
        if self._word.above:
            document.header, self._word.above[:] = _header(self._word.above, not self._word.text or is_directive(self._word.text))
        while self._word.text:
            above = list(self._word.above)
            self._word.above.clear()
            if is_directive(self._word.text):
                self._directive(document, above)
            else:
                document.blocks.append(self._block(above))
        document.footer = list(self._word.above)
        return document

    def _directive(self, document: Document, above: list[str]) -> None:
        start = self._word
        directive = read_directive(start.text, self._words)
        self._scope.declare(directive)
        inside = _comments(self._text[start.match.end(1) : directive.end])
        self._word = self._read()
        above = [*above, *inside]
        if directive.kind == "prefix":
            namespace = self._scope.prefixes[directive.prefix]
            document.prefixes.append(Prefix(directive.prefix, namespace, [line for line in above if line], list(self._word.behind)))
        else:
            comments = [line for line in (*above, *self._word.behind) if line]
            document.header += ([""] if document.header and comments else []) + comments

    def _block(self, above: list[str]) -> Block:
        block = Block("", above=above)
        if self._word.text == "[":
            block.subject = self._brackets(block.behind)
        elif self._word.text == "(":
            block.subject = self._collection(block.behind)
        else:
            subject = self._next(block.behind)
            block.subject = self._term(subject)
            if block.subject.startswith('"'):
                raise TurtleError(f"{subject.text!r} stands where the subject of a statement is expected", subject.offset)
        if self._word.text == "." and isinstance(block.subject, Brackets):
            block.closing += self._take()
        else:
            self._properties(block.properties, block.closing, ".")
        last = block.properties[-1].values[-1].behind if block.properties else block.behind
        self._expect(".", last)
        return block

    def _properties(self, properties: list[Property], closing: list[str], end: str) -> None:
        while True:
            above = self._take()
            if self._word.text == end and properties:
                closing += above
                return
            if self._word.text == ";" and properties:
                closing_marks: list[str] = properties[-1].values[-1].behind
                self._next(closing_marks)
                # What stood above a superfluous semicolon is about what comes after it.
                self._word.above[:0] = above
                continue
            told: list[str] = []
            word = self._next(told)
            predicate = f"<{RDF}type>" if word.text == "a" else self._term(word)
            if predicate[0] != "<":
                raise TurtleError(f"{word.text!r} stands where a property is expected", word.offset)
            found = Property(predicate, above=above)
            properties.append(found)
            self._word.above[:0] = told
            self._values(found.values)
            closing_above = self._take()
            if self._word.text == ";":
                self._next(found.values[-1].behind)
                self._word.above[:0] = closing_above
                continue
            closing += closing_above
            if self._word.text != end:
                raise self._unexpected("';', ',' or the end of the statement")
            return

    def _values(self, values: list[Value]) -> None:
        while True:
            values.append(self._value())
            above = self._take()
            if self._word.text != ",":
                self._word.above[:0] = above
                return
            self._next(values[-1].behind)
            self._word.above[:0] = above

    def _value(self) -> Value:
        value = Value("", above=self._take())
        if self._word.text == "[":
            value.node = self._brackets(value.behind)
        elif self._word.text == "(":
            value.node = self._collection(value.behind)
        else:
            value.node = self._term(self._next(value.behind))
        return value

    def _brackets(self, behind: list[str]) -> Node:
        found = Brackets()

        def inside(opened: list[str]) -> None:
            self._word.above[:0] = opened
            if self._word.text == "]":
                found.closing += self._take()
            else:
                self._properties(found.properties, found.closing, "]")

        self._bracketed(inside, "]", behind)
        return found

    def _collection(self, behind: list[str]) -> Node:
        found = Collection()

        def inside(opened: list[str]) -> None:
            self._word.above[:0] = opened
            while self._word.text != ")":
                if not self._word.text:
                    raise self._unexpected("')'")
                found.items.append(self._value())
            found.closing += self._take()

        self._bracketed(inside, ")", behind)
        return found

    def _bracketed(self, inside: Callable[[list[str]], None], end: str, behind: list[str]) -> None:
        opened: list[str] = []
        word = self._next(opened)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TurtleError(f"more than {MAX_DEPTH} brackets are open", word.offset)
        inside(opened)
        self._depth -= 1
        self._expect(end, behind)

    def _expect(self, mark: str, behind: list[str]) -> None:
        if self._word.text != mark:
            raise self._unexpected(f"'{mark}'")
        self._next(behind)

    def _term(self, word: _Word) -> str:
        if not word.text:
            raise TurtleError("the text ends within a statement", word.match.end())
        return self._scope.term(word.text, word.offset)

    def _unexpected(self, expected: str) -> TurtleError:
        if not self._word.text:
            return TurtleError("the text ends within a statement", self._word.match.end())
        shown = self._word.text if len(self._word.text) <= 40 else self._word.text[:40] + "…"
        return TurtleError(f"{shown!r} stands where {expected} is expected", self._word.offset)


def _header(above: list[str], alone: bool) -> tuple[list[str], list[str]]:
    """Divide the comments at the top into those of the file and those of what comes first, which no empty line sets apart.

    :param alone: whether comments with no empty line behind them are the file's all the same
    """
    if "" not in above:
        return (list(above), []) if alone else ([], list(above))
    cut = len(above) - 1 - above[::-1].index("")
    return above[:cut], above[cut + 1 :]


def _comments(directive: str) -> list[str]:
    """Return the comments within a directive; its address may hold the mark of a comment too."""
    return [f"#{found[1].rstrip()}" for found in re.finditer(r"<[^<>\s]*>|#([^\r\n]*)", directive) if found[1] is not None]
