"""Where the rows of reports stand, so that figures elsewhere can link to what is behind them."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...table import Table, Value
from ...vocabulary import BASE
from .views import View

#: How many rows stand on one page: the longest tables have some 1,600.
ROWS = 250
_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")


class Place(NamedTuple):
    """Where a row stands."""

    page: int
    anchor: str


def page_path(view: View, page: int = 1) -> str:
    """Return the path of a page of a view.

    >>> page_path(View("latest", "latest"), 2)
    'report/latest-2.html'
    """
    return f"report/{view.name}{f'-{page}' if page > 1 else ''}.html"


def row_path(view: View, place: Place) -> str:
    """Return the path of a row, such as ``report/flows.html#character-ai--alphabet``."""
    return f"{page_path(view, place.page)}#{place.anchor}"


def list_path(view: View, anchor: str, column: str) -> str:
    """Return the path of the page with the moves behind a figure, where they are too many for the table."""
    return f"report/behind/{view.name}--{anchor}--{column}.html"


def places(table: Table) -> list[Place]:
    """Return where each row of a table stands, named for what the row is about."""
    taken: dict[str, int] = {}
    found = []
    for number, anchor in enumerate(_anchors(table)):
        taken[anchor] = again = taken.get(anchor, 0) + 1
        found.append(Place(number // ROWS + 1, anchor if again == 1 else f"{anchor}--{again}"))
    return found


def _anchors(table: Table) -> list[str]:
    # A row that is one move is named for it, others for the entities that they name, and the rest for their first cell.
    by_name = {column.name: place for place, column in enumerate(table.columns)}
    entities = [place for place, column in enumerate(table.columns) if column.type == "iri" and (column.shown or column.name == "source")]
    named = [by_name["move"]] if "move" in by_name else entities or [0]
    return [_slug(*(row[place] for place in named)) for row in table.rows]


def _slug(*values: Value) -> str:
    parts = [
        _UNFIT.sub("-", str(value).removeprefix(BASE).rpartition("/")[2].rpartition("#")[2] or str(value)).strip("-") for value in values if value
    ]
    return "--".join(part for part in parts if part)[:120] or "row"
