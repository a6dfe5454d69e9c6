"""Run a report on an engine."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import NamedNode

from ..engines.protocol import Engine
from ..table import Table, from_report, sort
from . import metadata
from .binding import bind
from .parameters import terms


def run(name: str, engine: Engine, values: Mapping[str, str] | None = None) -> Table:
    """Run a report and return its rows.

    :param values: parameters by name (``asOf``), as the user writes them
    :raises UnknownNameError: if there is no such report, parameter or entity
    :raises ParameterError: if a parameter has a value of the wrong type
    :raises EngineError: if the engine fails
    """
    report = metadata.find(name)

    def resolve(text: str, kinds: tuple[str, ...]) -> NamedNode:
        from ..entities.names import find  # only a name needs it

        return find(engine, text, kinds)

    bound = bind(report.query, terms(report, values or {}, resolve))
    table = from_report(engine.query(bound), report.columns, title=report.summary, caveat=report.caveat, chart=report.chart)
    return sort(table, report.order)
