"""The counts that VoID gives of a data set, in one pass over its sorted N-Quads."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ...vocabulary import BASE, RDF_TYPE

_TYPE = f"<{RDF_TYPE}>".encode()
_OURS = f"<{BASE}".encode()


class Figures(NamedTuple):
    """What there is in one graph, or in all of them together."""

    triples: int
    subjects: int
    objects: int
    #: Subjects with an address of ours.
    entities: int
    #: How many entities each class has.
    classes: dict[str, int]
    #: How many statements have each property, and how many subjects.
    properties: dict[str, tuple[int, int]]


class _Tally:
    def __init__(self) -> None:
        self.triples: Counter[bytes] = Counter()
        self.with_property: Counter[bytes] = Counter()
        self.classes: Counter[bytes] = Counter()
        self.objects: set[bytes] = set()
        self.subjects = self.entities = 0
        self._subject = self._predicate = b""

    def add(self, subject: bytes, predicate: bytes, value: bytes) -> None:
        # The lines are sorted, so whatever is the same as before is not new.
        if subject != self._subject:
            self._subject, self._predicate = subject, b""
            self.subjects += 1
            self.entities += subject.startswith(_OURS)
        if predicate != self._predicate:
            self._predicate = predicate
            self.with_property[predicate] += 1
        self.triples[predicate] += 1
        self.objects.add(value)
        if predicate == _TYPE and value.startswith(b"<"):
            self.classes[value] += 1

    def figures(self) -> Figures:
        return Figures(
            self.triples.total(),
            self.subjects,
            len(self.objects),
            self.entities,
            {_iri(name): count for name, count in sorted(self.classes.items())},
            {_iri(name): (count, self.with_property[name]) for name, count in sorted(self.triples.items())},
        )


def count(nquads: bytes) -> dict[str, Figures]:
    """Return the figures of each named graph by its address, and of all graphs together under the empty string.

    :param nquads: canonical N-Quads, sorted, every statement in a named graph
    """
    # A statement in two graphs stands in two lines, one below the other, since the graph comes last.
    tallies: dict[bytes, _Tally] = {}
    whole = _Tally()
    before = b""
    for line in nquads.splitlines():
        statement, graph, _ = line.rsplit(b" ", 2)
        subject, predicate, value = statement.split(b" ", 2)
        tally = tallies.get(graph)
        if tally is None:
            tally = tallies[graph] = _Tally()
        tally.add(subject, predicate, value)
        if statement != before:
            before = statement
            whole.add(subject, predicate, value)
    return {"": whole.figures()} | {_iri(graph): tally.figures() for graph, tally in sorted(tallies.items())}


def _iri(term: bytes) -> str:
    return term[1:-1].decode()
