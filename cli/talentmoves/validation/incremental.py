"""Validate a contribution in the context of a data set: its own entities, those that it can affect, and no others."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode

from ..shacl.compiling import Check
from ..shacl.evaluating import StoreSource, evaluate, subclasses
from ..shacl.influence import Influence, Statement, affected, as_values, by_predicate, influences
from ..shacl.results import Result
from ..shacl.vocabulary import RDFS
from ..vocabulary import TM
from .changes import Change
from .data_graph import DataGraph
from .rules import rulebook

#: About how many subjects an object has, by property; what is not here is thought to have a thousand.
_FAN_IN = {
    TM + name: number
    for name, number in {
        "about": 2,
        "contradicts": 2,
        "derivesFrom": 3,
        "founder": 2,
        "ledBy": 2,
        "partOf": 5,
        "partOfGroup": 5,
        "person": 3,
        "source": 10,
        "speaker": 5,
        "url": 1,
    }.items()
}
_SUBCLASS = RDFS + "subClassOf"
#: With more triples than this it is quicker to check everything than to follow what each of them can affect.
_MANY = 1000


class Base:
    """A data set, loaded and compiled once, against which any number of contributions can be checked.

    :param graph: the data set; facts are derived in it
    :raises ShapesError: if the shapes are ill-formed
    """

    def __init__(self, graph: DataGraph) -> None:
        self.graph = graph
        graph.derive()
        self._parts = [
            (source, [(check, influences(check.text, _FAN_IN)) for check in rulebook.checks(part, graph.classes)]) for part, source in _sources(graph)
        ]

    def check(self, statements: Iterable[Statement], most: int | None = None) -> list[Result]:
        """Return the validation results that the data set has with these triples and did not have without them.

        :param most: of very many triples, stop when there are about so many
        :raises ShapesError: if the shapes are ill-formed
        """
        statements = list(statements)
        if len(statements) > _MANY:
            return self._check_everything(statements, most)
        change = Change(self.graph.store, statements)
        try:
            if _escapes(change.written):
                before = [(source, [check for check, _ in checks]) for source, checks in self._parts]
                # A subclass statement changes what the checks look for.
                classes = subclasses(self.graph.written)
                after = [(source, rulebook.checks(part, classes)) for part, source in _sources(self.graph)]
            else:
                before = after = [(source, _bounded(source, checks, change, part)) for part, (source, checks) in enumerate(self._parts)]
            found = [result for source, checks in after for result in evaluate(source, checks)]
        finally:
            change.undo()
        if not found:
            return []
        known = {_identity(result) for source, checks in before for result in evaluate(source, checks)}
        return [result for result in found if _identity(result) not in known]

    def _check_everything(self, statements: list[Statement], most: int | None) -> list[Result]:
        known = {_identity(result) for source, checks in self._parts for result in evaluate(source, [check for check, _ in checks])}
        enough = None if most is None else most + len(known)
        change = Change(self.graph.store, statements)
        try:
            classes = subclasses(self.graph.written)
            found = [result for part, source in _sources(self.graph) for result in evaluate(source, rulebook.checks(part, classes), enough)]
        finally:
            change.undo()
        return [result for result in found if _identity(result) not in known]


def _sources(graph: DataGraph) -> list[tuple[str, StoreSource]]:
    return [(rulebook.ENTITIES, graph.written), (rulebook.CONSISTENCY, graph.everything)]


def _identity(result: Result) -> tuple[object, ...]:
    # Not the messages: they may name something that has changed without being wrong.
    return result[: Result._fields.index("messages")]


def _bounded(source: StoreSource, checks: list[tuple[Check, list[Influence] | None]], change: Change, part: int) -> list[Check]:
    """Return the checks that a change can affect, each for the focus nodes that it can affect there."""
    by_property = by_predicate(change.written + (change.derived if part else []))
    found = []
    for check, told in checks:
        if told is None:
            found.append(check)
            continue
        nodes = affected(source, told, by_property)
        named = [node for node in nodes if isinstance(node, (NamedNode, Literal))]
        if len(named) < len(nodes):
            found.append(check)
        elif named:
            found.append(check.only(as_values(named)))
    return found


def _escapes(statements: list[Statement]) -> bool:
    # Blank nodes cannot be named in a query, and a new subclass changes the checks themselves.
    return any(isinstance(s, BlankNode) or isinstance(o, BlankNode) or p.value == _SUBCLASS for s, p, o in statements)
