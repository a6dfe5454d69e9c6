"""Find where an entity, a property and a value stand in the files of a data set."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from ..turtle.reader import PlacedTriple, Span
from ..turtle.source_map import Place, SourceMap
from ..turtle.terms import stored
from ..vocabulary import BASE
from .findings import Location


class _Statements:
    """Where the properties and values of one entity stand, each the first time that it is written."""

    def __init__(self, triples: Iterable[tuple[PlacedTriple, Callable[[Span], Place]]]) -> None:
        # Spans, not places: of a million statements only a few are asked for.
        self._properties: dict[str, tuple[Callable[[Span], Place], Span]] = {}
        self._values: dict[str, dict[str, tuple[Callable[[Span], Place], Span]]] = {}
        for triple, place in triples:
            self._properties.setdefault(triple.predicate, (place, triple.predicate_span))
            self._values.setdefault(triple.predicate, {}).setdefault(stored(triple.object), (place, triple.object_span))

    def place(self, path: str | None, value: str | None) -> Place | None:
        """Return the place of the value, or else of the property."""
        predicates = list(self._properties) if path is None else [f"<{path}>"]
        if value is not None:
            wanted = stored(value)
            for predicate in predicates:
                if wanted.startswith("_:"):  # a Store has other labels than the file
                    wanted = next((term for term in self._values.get(predicate, {}) if term.startswith("_:")), wanted)
                if found := self._values.get(predicate, {}).get(wanted):
                    return found[0](found[1])
        # A shape may give the property itself as the value.
        found = self._properties.get(value or "") or self._properties.get(f"<{path}>")
        return found[0](found[1]) if found else None


class Locator:
    """Turns what a validation result names into places; the files are opened at the first question."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._sources = SourceMap(files, BASE)
        self._entities: dict[str, tuple[Place | None, _Statements]] = {}
        self._blank: dict[str, Place | None] = {}

    def find(self, focus: str, path: str | None = None, value: str | None = None) -> Location | None:
        """Return where the value of the property of the entity stands, as nearly as it can be told.

        Without a value, or where it is not found, this is the property; without that, the entity.
        A Store's blank node is found by its property and value; each other one of them is given the
        next blank node of the files, so that as many places are named as there are such nodes.

        :param focus: an IRI without brackets, or the label of a blank node
        :param path: the IRI of the property
        :param value: the value as an N-Triples term
        """
        if focus.startswith("_:") or ":" not in focus:
            return _location(self._find_blank(focus, path, value))
        subject = f"<{focus}>"
        if subject not in self._entities:
            self._entities[subject] = (self._sources.find(subject), _Statements(self._sources.find_each(subject)))
        place, statements = self._entities[subject]
        if place is None or (path is None and value is None):
            return _location(place)
        return _location(statements.place(path, value) or place)

    @cached_property
    def _of_blank_nodes(self) -> _Statements:
        return _Statements(self._sources.find_each_blank())

    def _find_blank(self, label: str, path: str | None, value: str | None) -> Place | None:
        if path is not None and (place := self._of_blank_nodes.place(path, value)):
            return place
        if label not in self._blank:
            nodes = self._sources.blank_nodes()
            self._blank[label] = nodes[min(len(self._blank), len(nodes) - 1)].place if nodes else None
        return self._blank[label]


def _location(place: Place | None) -> Location | None:
    return None if place is None else Location(*place)
