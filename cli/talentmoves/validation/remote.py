"""Validate what an endpoint holds, with the same queries that are asked of a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from .. import places
from ..dataset.declared import declared_in
from ..dataset.loading import load
from ..engines.endpoint import EndpointEngine
from ..engines.protocol import Solutions
from ..errors import EngineError
from ..shacl.compiling import Check
from ..shacl.evaluating import Row, evaluate, subclasses
from ..shacl.results import Result, unbracketed
from ..shacl.vocabulary import RDFS
from ..vocabulary import BASE, CURATED, DERIVED, ONTOLOGY, TM
from .rules import rulebook

_WRITTEN = (CURATED, ONTOLOGY)
_WRITTEN_GRAPH = NamedNode(CURATED)
#: True where REGEX works on bytes: the Chinese names of our own terms hold no character of that range.
_MISREADS = f'ASK {{ ?term <{RDFS}label> ?name . VALUES ?term {{ <{TM}hire> <{TM}founding> }} FILTER(REGEX(STR(?name), "[\u007f-\u009f]")) }}'
_BY_CHARACTER = "\u009f"
#: How many entities are asked for in one query.
_AT_ONCE = 200


class EndpointSource:
    """Some graphs of an endpoint as one.

    :param graphs: the graphs; the endpoint's default graph if there are none
    """

    def __init__(self, engine: EndpointEngine, graphs: tuple[str, ...]) -> None:
        self._engine = engine
        self._graphs = graphs

    def select(self, text: str, most: int | None = None) -> list[Row]:
        """Return the rows of a query.

        :param most: how many rows to return at most
        :raises EngineError: if the endpoint fails, or answers with only a part of the rows
        """
        answer = self._engine.query_over(text, self._graphs)
        assert isinstance(answer, Solutions)
        if self._engine.notes:
            raise EngineError(self._engine.notes[0], "Validate where an answer is not cut, or raise the limit of the endpoint.")
        return [{name: term for name, term in zip(answer.variables, row, strict=True) if term is not None} for row in answer.rows[:most]]  # type: ignore[misc]

    def ask(self, text: str) -> bool:
        """Answer an ASK query.

        :raises EngineError: if the endpoint fails
        """
        return bool(self._engine.query_over(text, self._graphs))


class EndpointGraph:
    """The data of an endpoint that holds a release.

    :raises DataError: if there are no moves, or nothing derived from them
    :raises EngineError: if the endpoint is out of reach, too slow, or answers with an error
    """

    def __init__(self, engine: EndpointEngine) -> None:
        engine.require_moves()
        self._apart = engine.keeps_graphs_apart()
        self.store = Store()
        load(self.store, places.ontology_files(), ONTOLOGY)
        #: An endpoint does not tell where its data were written.
        self.files: list[Path] = []
        self._written = EndpointSource(engine, _WRITTEN if self._apart else ())
        self._everything = EndpointSource(engine, (*_WRITTEN, DERIVED) if self._apart else ())
        #: What was left unchecked, for people.
        self.notes: list[str] = []
        if not self._apart:
            self.notes.append(
                f"{engine.url} holds everything in one graph: derived facts that people wrote by hand cannot be told from others,"
                " and only entities under our own addresses are checked."
            )

    def evaluate(self, most: int | None = None) -> list[Result]:
        """Return every validation result.

        :param most: stop when there are about so many
        :raises EngineError: if the endpoint is out of reach, too slow, or answers with an error
        """
        classes = subclasses(self._written)
        found = evaluate(self._written, self._answerable(rulebook.checks(rulebook.ENTITIES, classes)), most)
        if not self._apart:
            derived, things = declared_in([places.derived_vocabulary()]), self._derived_things()
            ours = (result for result in found if result.focus.startswith(f"<{BASE}"))
            found = [result for result in ours if unbracketed(result.path) not in derived and result.focus not in things]
        return found + evaluate(self._everything, rulebook.checks(rulebook.CONSISTENCY, classes), most)

    def _answerable(self, checks: list[Check]) -> list[Check]:
        """Leave out the checks that the endpoint is known to answer wrong, and say so: Virtuoso's REGEX works on bytes."""
        if not self._everything.ask(_MISREADS):
            return checks
        left_out = sorted({unbracketed(str(check.shape.node)).rsplit("/", 1)[-1] for check in checks if _BY_CHARACTER in check.text})
        self.notes.append(f"The REGEX of this endpoint takes Chinese characters apart, so that these rules are not checked: {', '.join(left_out)}.")
        return [check for check in checks if _BY_CHARACTER not in check.text]

    def _derived_things(self) -> set[str]:
        rows = self._everything.select(f"SELECT ?thing WHERE {{ ?thing a ?kind . VALUES ?kind {{ <{TM}MoveState> <{TM}Tenure> }} }}")
        return {str(row["thing"]) for row in rows}

    def name(self, nodes: Iterable[str]) -> None:
        """Fetch what is said of some entities, so that they can be shown to people.

        :param nodes: in N-Triples form
        """
        wanted = sorted({node for node in nodes if node.startswith("<")})
        for some in _batches(wanted):
            rows = self._everything.select(f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {' '.join(some)} }} ?s ?p ?o }}")
            self.store.extend(Quad(row["s"], row["p"], row["o"], _WRITTEN_GRAPH) for row in rows)  # type: ignore[arg-type]


def _batches(nodes: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(nodes), _AT_ONCE):
        yield nodes[start : start + _AT_ONCE]
