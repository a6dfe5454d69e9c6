"""What a repair is told of a finding, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse

from ...shacl.results import unbracketed
from ...shacl.vocabulary import RDFS
from ...vocabulary import BASE, RDF_TYPE, TM, short
from ..findings import Edit, Location
from ..offsets import Text
from ..rules.rule import Rule
from .turtle import Writer, term_at

LABEL = RDFS + "label"

#: Tells where the object of a statement stands, or the predicate, or the subject, as far as they are given.
Locate = Callable[[str, str | None, str | None], Location | None]
#: What the repairs of one run remember, so that names are collected once.
Memory = dict[object, object]


class Violation(Protocol):
    """The part of a validation result that repairs and notes need; terms in N-Triples form."""

    @property
    def focus(self) -> str:
        """The entity that was checked."""

    @property
    def path(self) -> str | None:
        """The property concerned, with or without angle brackets."""

    @property
    def value(self) -> str | None:
        """The value concerned."""

    @property
    def component(self) -> str:
        """Address of the kind of constraint."""

    @property
    def shape(self) -> str:
        """Address of the shape."""

    @property
    def bindings(self) -> tuple[tuple[str, str], ...]:
        """What a query selected beside: names of variables and terms."""


class Repair(NamedTuple):
    """How to mend a finding."""

    #: One sentence.
    text: str
    #: The repair as a change of the text.
    edit: Edit | None = None
    #: Turtle to paste. Lines that are indented belong into the entry, before its last statement.
    block: str = ""


Term = NamedNode | Literal | BlankNode


def term(text: str) -> Term:
    """Read a term in N-Triples form.

    >>> term('"a"@en').value
    'a'
    """
    read = next(iter(parse(f"<x:s> <x:p> {text} .", format=RdfFormat.N_TRIPLES))).object
    assert isinstance(read, (NamedNode, Literal, BlankNode))
    return read


class Problem:
    """One finding with everything that a repair may look at."""

    def __init__(self, rule: Rule, result: Violation, store: Store, locate: Locate, language: str, memory: Memory) -> None:
        self.rule = rule
        self.result = result
        self.store = store
        self.locate = locate
        self.language = language
        self.memory = memory
        self.focus = unbracketed(result.focus)
        self.shape = unbracketed(result.shape)
        self.path = unbracketed(result.path or "")
        self.value = term(result.value) if result.value else None
        self.bindings = dict(result.bindings)

    @property
    def blank(self) -> bool:
        """Whether the entry has no address of its own."""
        return self.focus.startswith("_:") or ":" not in self.focus

    def values(self, subject: str, predicate: str) -> list[Term]:
        """Return the values of a property of an entity, in a fixed order."""
        node = BlankNode(subject[2:]) if subject.startswith("_:") else NamedNode(subject)
        quads = self.store.quads_for_pattern(node, NamedNode(predicate), None, None)
        return sorted({quad.object for quad in quads if isinstance(quad.object, (NamedNode, Literal, BlankNode))}, key=str)

    def subjects(self, predicate: str, value: Term) -> list[str]:
        """Return the addresses of the entities that have this value, in a fixed order."""
        quads = self.store.quads_for_pattern(None, NamedNode(predicate), value, None)
        return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})

    def kinds(self, entity: str) -> set[str]:
        """Return the kinds that an entity is declared to be of."""
        return {kind.value for kind in self.values(entity, RDF_TYPE)}

    def name(self, entity: str) -> str:
        """Return what people call an entity, nothing if it has no name."""
        names = [value for path in (LABEL, TM + "title", TM + "displayName") for value in self.values(entity, path) if isinstance(value, Literal)]
        ours = [name.value for name in names if name.language == self.language]
        return next(iter(ours or [name.value for name in names]), "")

    def called(self, entity: str) -> str:
        """Return how to write an entity, with its name: ``person:noam-shazeer (Noam Shazeer)``."""
        written = Writer.usual().iri(entity)
        name = self.name(entity)
        return f"{written} ({name})" if name and name != short(entity) else written

    def place(self) -> Location | None:
        """Return where the value stands."""
        if self.blank or not self.path or self.result.value is None:
            return None
        return self.locate(self.focus, self.path, self.result.value)

    def file(self) -> Path | None:
        """Return the file in which the entity stands."""
        found = None if self.blank else self.locate(self.focus, None, None)
        return found.file if found else None

    def writer(self) -> Writer:
        """Return what writes terms with the prefixes of the entity's file."""
        file = self.file()
        return Writer.usual() if file is None else self.writer_of(file)

    def writer_of(self, file: Path) -> Writer:
        """Return what writes terms with the prefixes of a file."""
        text = self.text(file)
        key = ("writer", file)
        if key not in self.memory:
            self.memory[key] = Writer.of(text.text) if text else Writer.usual()
        return cast(Writer, self.memory[key])

    def text(self, file: Path) -> Text | None:
        """Return the text of a file, nothing where it cannot be read: what cannot be read cannot be edited."""
        key = ("text", file)
        if key not in self.memory:
            try:
                self.memory[key] = Text.of(file)
            except (OSError, UnicodeDecodeError):
                self.memory[key] = None
        return cast("Text | None", self.memory[key])

    def spot(self, place: Location | None, term: str) -> tuple[Text, int, int] | None:
        """Return the text of a file, where a term stands in it, and how long it is; nothing where another term stands there.

        A place is found as nearly as it can be told; an edit needs the very term.

        :param term: in N-Triples form
        """
        text = self.text(place.file) if place else None
        start = text.offset(place) if text and place else -1
        if text is None or start < 0:
            return None
        found = term_at(text.text, start)
        return (text, start, len(found)) if found and self.writer_of(text.file).wrote(found, term) else None

    def replace(
        self, make: Callable[[str, Writer], str | None], certain: bool, place: Location | None = None, written: Term | None = None
    ) -> Edit | None:
        """Return the edit that puts another text in place of the value.

        :param make: is given the term as it is written and what writes terms; returns nothing where it knows no better
        :param certain: whether no other repair is possible
        :param place: another place than that of the value
        :param written: the term that stands there
        """
        meant = written or self.value
        spot = self.spot(place or self.place(), str(meant)) if meant is not None else None
        if spot is None:
            return None
        text, start, length = spot
        found = text.text[start : start + length]
        replacement = make(found, self.writer_of(text.file))
        if replacement is None or replacement == found:
            return None
        return Edit(text.location(start, length), replacement, certain)

    def entities(self, kind: str) -> Iterator[str]:
        """Yield the addresses of the curated entities of a kind, in no order."""
        for quad in self.store.quads_for_pattern(None, NamedNode(RDF_TYPE), NamedNode(kind), None):
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(BASE):
                yield quad.subject.value
