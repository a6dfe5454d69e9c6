"""The rows of the reports, each asked for once however many pages show them."""

from __future__ import annotations

from ...engines.protocol import Engine
from ...reports.running import run
from ...table import Table
from .views import View


class Answers:
    """Runs reports and keeps their rows.

    :param engine: answers the queries
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._tables: dict[str, Table] = {}

    def table(self, view: View) -> Table:
        """Return the rows of a view.

        :raises EngineError: if the engine fails
        """
        found = self._tables.get(view.name)
        if found is None:
            found = self._tables[view.name] = run(view.report, self._engine, view.values)
        return found
