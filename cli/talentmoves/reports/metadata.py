"""Read a report file: standard SPARQL 1.1 with its description in ``#+`` lines.

The lines are YAML and a superset of what grlc reads (https://github.com/CLARIAH/grlc): ``summary``,
``description``, ``tags``, ``defaults`` and ``enumerate`` mean what they mean there; ``parameters``,
``columns``, ``order``, ``caveat`` and ``chart`` are ours.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from .. import places
from ..errors import QueryError, UnknownNameError
from ..suggestions import did_you_mean
from ..table import COLUMN_TYPES, Chart, Column
from .descriptions import description

_PARAMETER = re.compile(r"\?_(?P<name>[a-zA-Z0-9]+)(?:_(?P<type>iri|integer|xsd_date))?\b")
_TYPES = {"iri": "iri", "integer": "integer", "xsd_date": "date", None: "choice"}


class Parameter(NamedTuple):
    """A parameter of a report."""

    name: str
    #: ``iri`` (an entity), ``integer``, ``date`` or ``choice``.
    type: str
    default: str
    summary: str
    #: The values that a ``choice`` can have.
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str:
        """The name of the SPARQL variable, as grlc writes it."""
        suffix = {"iri": "_iri", "integer": "_integer", "date": "_xsd_date", "choice": ""}[self.type]
        return f"_{self.name}{suffix}"

    @property
    def option(self) -> str:
        """The option on the command line: ``asOf`` is ``--as-of``."""
        return "--" + re.sub(r"(?<!^)(?=[A-Z])", "-", self.name).lower()


class Report(NamedTuple):
    """A report: its query and what it says of itself."""

    name: str
    summary: str
    description: str
    caveat: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    #: Columns that the rows are sorted by; one with a minus sign from the greatest to the least.
    order: tuple[str, ...]
    chart: Chart | None
    query: str
    path: Path


def names() -> list[str]:
    """Return the names of all reports, in alphabetical order."""
    return [file.stem for file in places.report_files()]


def catalogue() -> list[Report]:
    """Return all reports.

    :raises QueryError: if a report file's description is wrong
    """
    return [read(file) for file in places.report_files()]


@cache
def find(name: str) -> Report:
    """Return the report of this name.

    :raises UnknownNameError: if there is none; the text offers the nearest names
    :raises QueryError: if its description is wrong
    """
    for file in places.report_files():
        if file.stem == name:
            return read(file)
    raise UnknownNameError(f"There is no report '{name}'.", did_you_mean(name, names()) or "moves report lists the reports.")


def read(file: Path) -> Report:
    """Read one report file.

    :raises QueryError: if its description is missing, not YAML, or does not fit its query
    """
    text = file.read_text(encoding="utf-8")
    about = description(file, text)
    defaults = _by_name(about.get("defaults"))
    choices = _by_name(about.get("enumerate"))
    summaries = _by_name(about.get("parameters"))
    parameters: list[Parameter] = []
    for match in _PARAMETER.finditer(_without_description(text)):
        name = match["name"]
        if any(known.name == name for known in parameters):
            continue
        if name not in defaults or name not in summaries:
            raise QueryError(f"{file.name}: the parameter ?{match[0][1:]} has no default or no summary.", "Add both to its #+ lines.")
        values = tuple(str(value) for value in choices.get(name, ()))
        parameters.append(Parameter(name, _TYPES[match["type"]], str(defaults[name]), str(summaries[name]), values))
    columns = tuple(_column(row, file) for row in about.get("columns", ()))
    chart = about.get("chart")
    return Report(
        name=file.stem,
        summary=str(about.get("summary", "")).strip(),
        description=str(about.get("description", "")).strip(),
        caveat=str(about.get("caveat", "")).strip(),
        parameters=tuple(parameters),
        columns=columns,
        order=tuple(str(key) for key in about.get("order", ())),
        chart=Chart(tuple(chart["label"]), tuple(chart["values"])) if chart else None,
        query=_without_description(text),
        path=file,
    )


def _without_description(text: str) -> str:
    # Empty lines in their place keep the line numbers of error messages.
    return "\n".join("" if line.startswith("#+") else line for line in text.splitlines()) + "\n"


def _by_name(entries: Any) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for entry in entries or ():
        merged.update(entry)
    return merged


def _column(row: dict[str, str], file: Path) -> Column:
    column = Column(**row)
    if column.type not in COLUMN_TYPES:
        raise QueryError(f"{file.name}: the column '{column.name}' has the unknown type '{column.type}'.")
    return column
