"""Find where an entity, a property and a value stand in the files of a data set."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..turtle.source_map import Place, SourceMap
from ..turtle.terms import lexical, stored
from ..vocabulary import BASE
from .findings import Location


class Locator:
    """Turns what a validation result names into places; the files are opened at the first question."""

    def __init__(self, files: Iterable[Path]) -> None:
        #: For questions that :meth:`find` does not answer.
        self.sources = SourceMap(files, BASE)
        self._blank: dict[str, Place | None] = {}

    def find(self, focus: str, path: str | None = None, value: str | None = None, term: str | None = None) -> Location | None:
        """Return where the value of the property of the entity stands, as nearly as it can be told.

        Without a value, or where it is not found, this is the property; without that, the entity.
        A Store's blank node is found by its property and value; each other one of them is given the
        next blank node of the files, so that as many places are named as there are such nodes.

        :param focus: an IRI without brackets, or the label of a blank node
        :param path: the IRI of the property
        :param value: lexical form of a literal, or an IRI
        :param term: the value as an N-Triples term, which is exact where ``value`` is not
        """
        if focus.startswith("_:") or ":" not in focus:
            return location(self._find_blank(focus, path, value, term))
        subject = f"<{focus}>"
        place = self.sources.find(subject)
        if place is None or (path is None and value is None and term is None):
            return location(place)
        triples = [(triple.predicate, triple.object, verb, thing) for triple, _, verb, thing in self.sources.triples_of(subject)]
        return location(_best(triples, path, value, term) or place)

    def find_extra(self, focus: str, path: str) -> list[Location]:
        """Return the places of the property for each value after the first one."""
        return [Location(*place) for place in self.sources.find_extra(f"<{focus}>", f"<{path}>")]

    def _find_blank(self, label: str, path: str | None, value: str | None, term: str | None) -> Place | None:
        if path is not None:
            triples = [(triple.predicate, triple.object, verb, thing) for triple, _, verb, thing in self.sources.blank_triples()]
            if place := _best(triples, path, value, term):
                return place
        if label not in self._blank:
            nodes = self.sources.blank_nodes()
            self._blank[label] = nodes[min(len(self._blank), len(nodes) - 1)].place if nodes else None
        return self._blank[label]


def location(place: Place | None) -> Location | None:
    """Return a place as findings have it."""
    return None if place is None else Location(*place)


def _best(triples: list[tuple[str, str, Place, Place]], path: str | None, value: str | None, term: str | None) -> Place | None:
    """Return the place of the value, or else of the property."""
    of_path = triples if path is None else [triple for triple in triples if triple[0] == f"<{path}>"]
    if term is not None:
        wanted = stored(term)
        for _, written, _, place in of_path:
            if stored(written) == wanted:
                return place
    if value is not None:
        for _, written, _, place in of_path:
            if value in (lexical(written), lexical(stored(written))):
                return place
        # A shape may give the property itself as the value.
        for predicate, _, place, _ in of_path:
            if predicate == f"<{value}>":
                return place
    return of_path[0][2] if path is not None and of_path else None
