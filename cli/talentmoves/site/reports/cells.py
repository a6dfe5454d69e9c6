"""The rows of a report as HTML: names lead to their pages, figures to the moves behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ...formats.cells import addresses as listed
from ...formats.cells import is_number, plain, shown_columns, visible
from ...table import Column, Table, Value
from ...vocabulary import TM, short
from .. import addresses
from ..entities import dates
from ..entities.reading import Reader, web_address
from . import times
from .places import Place, list_path
from .saying import Saying
from .views import View

#: The longest list that stands in a cell; longer ones have a page of their own.
LONGEST = 40
_REPORTS = "report/"


class Behind(NamedTuple):
    """A list that has a page of its own."""

    path: str
    place: Place
    column: Column
    entries: tuple[str, ...]


class Cells:
    """Writes cells in one language.

    :param home: the way from the page to the root of its language
    """

    def __init__(self, reader: Reader, saying: Saying, texts: Mapping[str, str], home: str) -> None:
        self._reader = reader
        self._saying = saying
        self._texts = texts
        self._home = home
        self._links: dict[str, Markup] = {}

    def rows(self, view: View, table: Table, places: list[Place]) -> list[Markup]:
        """Return the rows of a view."""
        columns = shown_columns(table)
        names = {column.shown: place for place, column in enumerate(table.columns) if column.shown}
        found = []
        for row, place in zip(table.rows, places, strict=True):
            parts = [f'<tr id="{place.anchor}">']
            for number, (at, column) in enumerate(columns):
                value = row[at]
                address = row[names[column.name]] if column.name in names else None
                if address:
                    cell = self._named(str(address), value)
                elif times.tells(table, row, column):
                    cell = self._time(value)
                else:
                    cell = self._cell(view, place, column, value)
                parts.append(cell if number else f'<th scope="row"{cell[3:-5]}</th>')
            parts.append("</tr>\n")
            found.append(Markup("".join(parts)))
        return found

    def link(self, iri: str, text: str = "") -> Markup:
        """Return a name that leads to the page of what it names, if it has one."""
        found = self._links.get(iri + text)
        if found is None:
            found = self._links[iri + text] = self._link(iri, text)
        return found

    def _named(self, iri: str, value: Value) -> str:
        # English readers see the name in its own script too, as in every other format.
        shown = visible(plain(value)) if value and self._saying.language == "en" else self._name(iri, value)
        return f"<td>{self.link(iri, shown)}</td>"

    def _name(self, iri: str, value: Value) -> str:
        if self._reader.knowledge.kind(iri) == "Thesis":
            return self._saying.value(plain(value))  # whole, not shortened as in titles
        return self._reader.plain[iri]

    def _cell(self, view: View, place: Place, column: Column, value: Value) -> str:
        if column.type == "iris":
            return self._list(view, place, column, listed(value, column))
        if value is None or value == () or value == "":
            return "<td></td>"
        if column.type == "iri":
            return f"<td>{self._entry(column, str(value))}</td>"
        if column.type == "boolean":
            return f"<td>{self._texts['reports_yes' if value else 'reports_no']}</td>"
        if is_number(column):
            return f'<td class="number">{plain(value)}</td>'
        if isinstance(value, tuple):
            return f"<td>{Markup('<br>').join(self._saying.value(entry) for entry in value)}</td>"
        return f"<td>{escape(self._saying.value(plain(value)))}</td>"

    def _time(self, value: Value) -> str:
        if not value:
            return "<td></td>"
        # Sorted by what the files have, whatever the language says.
        machine = escape(plain(value, "; "))
        texts = value if isinstance(value, tuple) else (plain(value),)
        return f'<td class="day" data-value="{machine}">{Markup("<br>").join(self._moment(text) for text in texts)}</td>'

    def _moment(self, text: str) -> Markup:
        moment = dates.parsed(text)
        return self._reader.when[moment] if moment else escape(visible(text))

    def _entry(self, column: Column, iri: str) -> Markup:
        if column.name == "move":
            name, path = escape(self._reader.plain[iri]), escape(addresses.entity(iri))
            return Markup(f'<a href="{self._home}{path}.html" aria-label="{name}">{self._texts["reports_open"]}</a>')
        return self.link(iri)

    def _list(self, view: View, place: Place, column: Column, entries: tuple[str, ...]) -> str:
        if not entries:
            return '<td class="list" data-value="0"></td>'
        count = self._texts[f"reports_count_{'claims' if column.name == 'claims' else 'things' if column.name == 'things' else 'moves'}"]
        shown = count.format(n=len(entries)) if len(entries) > 1 else self._texts["reports_count_one"]
        if len(entries) > LONGEST:
            target = f"{self._home}{list_path(view, place.anchor, column.name)}"
            return f'<td class="list" data-value="{len(entries)}"><a href="{target}">{escape(shown)}</a></td>'
        items = "".join(f"<li>{self.link(entry)}" for entry in entries)
        return f'<td class="list" data-value="{len(entries)}"><details><summary>{escape(shown)}</summary><ul>{items}</ul></details></td>'

    def _link(self, iri: str, text: str) -> Markup:
        # Tens of thousands of links: formatting Markup would take half of the time that all reports take.
        path = addresses.entity(iri)
        if path and self._reader.knowledge.kind(iri):
            return self._anchor(f"{path}.html", text or self._reader.plain[iri])
        if iri.startswith(TM):
            return self._anchor(addresses.term(iri), self._saying.value(text) if text else self._reader.plain[iri])
        shown = short(iri)
        if shown.startswith(_REPORTS):
            return self._anchor(f"{shown}.html", shown.removeprefix(_REPORTS))
        if safe := web_address(iri):
            return Markup(f'<a href="{escape(safe)}" rel="external nofollow noopener">{escape(visible(text or urlsplit(safe).netloc))}</a>')
        return escape(visible(text or shown))

    def _anchor(self, path: str, text: str) -> Markup:
        return Markup(f'<a href="{self._home}{escape(path)}">{escape(text)}</a>')


def long_lists(view: View, table: Table, places: list[Place]) -> list[Behind]:
    """Return the lists of a table that have pages of their own."""
    found = []
    for at, column in enumerate(table.columns):
        if column.type == "iris":
            for row, place in zip(table.rows, places, strict=True):
                entries = listed(row[at], column)
                if len(entries) > LONGEST:
                    found.append(Behind(list_path(view, place.anchor, column.name), place, column, entries))
    return found
