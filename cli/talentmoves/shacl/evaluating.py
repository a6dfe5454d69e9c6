"""Ask the checks of a store or an endpoint, and make validation results of the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, QuerySolutions, Store

from ..errors import ShapesError
from .binding import CannotBindError, bound
from .compiling import Check
from .errors import unsupported
from .graph import Term
from .hierarchy import QUERY, Subclasses
from .messages import filled
from .model import Custom, Query
from .results import Result

Row = Mapping[str, Term]


class Source(Protocol):
    """Something that answers SELECT and ASK queries."""

    def select(self, text: str, most: int | None = None) -> list[Row]:
        """Return the rows of a query, or the first of them."""

    def ask(self, text: str) -> bool:
        """Answer an ASK query."""


class StoreSource:
    """Some graphs of a store as one.

    :param default_graph: the graphs; the store's default graph if left out
    """

    def __init__(self, store: Store, default_graph: list[NamedNode | BlankNode | DefaultGraph] | None = None) -> None:
        self._store = store
        self._graphs = default_graph

    def select(self, text: str, most: int | None = None) -> list[Row]:
        """Return the rows of a query.

        :param most: how many rows to return at most
        :raises SyntaxError: if it is no query
        """
        answer = self._store.query(text, default_graph=self._graphs)
        assert isinstance(answer, QuerySolutions)
        names = [variable.value for variable in answer.variables]
        return [{name: solution[name] for name in names if solution[name] is not None} for solution in islice(answer, most)]

    def ask(self, text: str) -> bool:
        """Answer an ASK query.

        :raises SyntaxError: if it is no query
        """
        return bool(self._store.query(text, default_graph=self._graphs))


def subclasses(source: Source) -> Subclasses:
    """Return the class hierarchy of the data."""
    return Subclasses((row["lower"], row["upper"]) for row in source.select(QUERY))


def evaluate(source: Source, checks: Iterable[Check], most: int | None = None) -> list[Result]:
    """Return the validation results of all checks, in the order of the checks.

    :param most: stop when there are so many
    :raises ShapesError: if a query is not well-formed
    """
    found: list[Result] = []
    for check in checks:
        found += _results(source, check, None if most is None else most - len(found))
        if most is not None and len(found) >= most:
            break
    return found


def _results(source: Source, check: Check, most: int | None) -> list[Result]:
    try:
        rows = source.select(check.text, most)
        if check.each is not None:
            rows = list(_each(source, check, check.each, rows))
    except SyntaxError as error:
        raise unsupported(check.shape.node, f"a query that is not well-formed ({error})") from None
    except RuntimeError as error:
        raise unsupported(check.shape.node, f"a query that the engine cannot answer ({error})") from None
    if check.constraint.kind in ("sparql", "component"):
        for row in rows:
            told = row.get("failure")
            if isinstance(told, Literal) and told.value == "true":
                raise ShapesError(
                    f"A query of the shape {check.shape.node} reports a failure about {row['this']}.", "Look into the query that selects ?failure."
                )
    return [_result(check, row) for row in rows if "this" in row]


def _each(source: Source, check: Check, query: Query, rows: list[Row]) -> Iterator[Row]:
    argument = check.constraint.argument
    parameters = dict(argument.parameters) if isinstance(argument, Custom) else {}
    for row in rows:
        bindings = {**row, **parameters}
        try:
            text = bound(query.text, bindings)
        except CannotBindError:
            raise unsupported(check.shape.node, "a query that has to be asked of a blank node by itself") from None
        if not query.is_ask:
            yield from ({**bindings, **answer} for answer in source.select(text))
        elif not source.ask(text):
            yield bindings


def _result(check: Check, row: Row) -> Result:
    shape, constraint = check.shape, check.constraint
    argument = constraint.argument
    query = argument.query if isinstance(argument, Custom) else argument if isinstance(argument, Query) else None
    path = shape.path.text if shape.path is not None else ""
    told = row.get("path")
    if isinstance(told, NamedNode):
        path = str(told)
    value = row.get("value") if check.value.startswith("row") else None
    if value is None and check.value.endswith("focus"):
        value = row["this"]
    rest = () if query is None else tuple(sorted((name, str(term)) for name, term in row.items() if name not in ("this", "path", "value")))
    return Result(
        focus=str(row["this"]),
        path=path,
        value=None if value is None else str(value),
        component=constraint.component,
        shape=str(shape.node),
        severity=shape.severity,
        messages=_messages(query, shape.messages, row),
        constraint="" if query is None else str(query.node),
        bindings=rest,
    )


def _messages(query: Query | None, of_shape: tuple[tuple[str, str], ...], row: Row) -> tuple[tuple[str, str], ...]:
    if query is None:
        return of_shape
    told = row.get("message")
    given = ((told.language or "", told.value),) if isinstance(told, Literal) else query.messages or of_shape
    # A quoted triple of RDF 1.2 has no value that could be shown.
    return tuple((language, filled(text, lambda name: getattr(row.get(name), "value", None))) for language, text in given)
