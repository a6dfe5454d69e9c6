"""Our own check of a contribution against a base that is already loaded: the one place that calls it."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

from engines import Result, ours
from talentmoves.shacl.influence import Statement
from talentmoves.validation import incremental
from talentmoves.validation.data_graph import DataGraph
from talentmoves.vocabulary import BASE


class Base:
    """A data set that contributions are checked against."""

    def __init__(self, file: Path) -> None:
        self._base = incremental.Base(DataGraph([file]))

    def findings(self, contribution: Path) -> frozenset[Result]:
        """Return what the contribution causes. The base stays as it is."""
        return ours.results(self._base.check(_statements(contribution)))


def results(files: list[Path]) -> frozenset[Result]:
    """Return every result on some files together."""
    return ours.results(ours.everything(files))


def _statements(file: Path) -> list[Statement]:
    found: list[Statement] = []
    for quad in parse(path=str(file), format=RdfFormat.TURTLE, base_iri=BASE):
        subject, value = quad.subject, quad.object
        assert isinstance(subject, (NamedNode, BlankNode)) and not isinstance(value, Triple)
        found.append((subject, quad.predicate, value))
    return found
