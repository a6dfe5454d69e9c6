"""Which picture a report has: the rows that say most, not all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from ...formats.cells import for_people
from ...table import Column, Table, Value
from . import charts, views
from .charts import Bar, Month
from .places import Place, row_path
from .saying import Saying
from .views import View

#: Rows of a long table that are drawn.
_SHOWN = 20
_MONTHS = "departures-by-month"
#: Values of which the second is not a possibility but the whole.
_OF_ALL = ("missing", "total")


class Picture(NamedTuple):
    """A picture with what its colours and its choice of rows mean."""

    svg: Markup
    #: Classes of the colours, with what each means.
    legend: tuple[tuple[str, str], ...]
    note: str = ""


def picture(view: View, table: Table, places: list[Place], saying: Saying, texts: Mapping[str, str], home: str) -> Picture | None:
    """Return the picture of a view, or nothing where a picture would say no more than the table."""
    if table.chart is None or not table.rows:
        return None
    title = views.title(view).en if saying.language == "en" else views.title(view).zh
    if view.report == _MONTHS:
        return _months(title, months(view, table, places, texts, home), texts)
    return _bars(title, view, table, places, saying, texts, home)


def months(view: View, table: Table, places: list[Place], texts: Mapping[str, str], home: str) -> list[Month]:
    """Return the rows of a view by months, as they are drawn."""
    found = []
    for record, place in zip(table.records(), places, strict=True):
        came, went = (_pair(record, "inCertain", "inPossible"), _pair(record, "outCertain", "outPossible"))
        tip = texts["reports_month_tip"].format(month=record["month"], came=spread(*came), went=spread(*went))
        found.append(Month(str(record["month"]), came, went, home + row_path(view, place), tip))
    return found


def spread(certain: int, possible: int, or_more: Value = False) -> str:
    """Write a figure with its uncertainty; a plus says that nothing bounds it from above.

    >>> spread(3, 3), spread(108, 175), spread(108, 175, True)
    ('3', '108–175', '108–175+')
    """
    return (str(certain) if certain == possible else f"{certain}–{possible}") + ("+" if or_more else "")


def _pair(record: Mapping[str, Value], certain: str, possible: str) -> tuple[int, int]:
    return int(str(record[certain])), int(str(record[possible]))


def _months(title: str, rows: list[Month], texts: Mapping[str, str]) -> Picture:
    legend = (
        ("came certain", f"{texts['reports_months_up']}{texts['reports_colon']}{texts['reports_certain']}"),
        ("came possible", texts["reports_possible"]),
        ("went certain", f"{texts['reports_months_down']}{texts['reports_colon']}{texts['reports_certain']}"),
        ("went possible", texts["reports_possible"]),
    )
    return Picture(charts.months(title, rows), legend, texts["reports_months_over"] if charts.goes_beyond(rows) else "")


def _bars(title: str, view: View, table: Table, places: list[Place], saying: Saying, texts: Mapping[str, str], home: str) -> Picture:
    assert table.chart
    at = {column.name: place for place, column in enumerate(table.columns)}
    names, values = table.chart.label, table.chart.values
    drawn = [(row, place) for row, place in zip(table.rows, places, strict=True) if any(row[at[name]] for name in values)]
    note = ""
    if len(drawn) > _SHOWN:
        half = _SHOWN // 2
        if len(values) == 1:  # gains and losses: both ends are of interest
            drawn.sort(key=lambda pair: -_number(pair[0][at[values[0]]]))
            drawn = drawn[:half] + drawn[-half:]
            note = texts["reports_ends"].format(n=half)
        else:
            note = texts["reports_top"].format(n=_SHOWN, all=len(drawn))
            drawn = drawn[:_SHOWN]
    rows = []
    for row, place in drawn:
        label = " → ".join(_label(row[at[name]], table.columns[at[name]], saying) for name in names)
        figures = [_number(row[at[name]]) for name in values]
        rows.append(Bar(label, tuple(figures), _figure(figures, table, bool("orMore" in at and row[at["orMore"]])), home + row_path(view, place)))
    return Picture(charts.bars(title, rows), _legend(table, texts), note)


def _label(value: Value, column: Column, saying: Saying) -> str:
    return saying.value(for_people(value, column, ", "))


def _figure(figures: list[float], table: Table, or_more: bool) -> str:
    assert table.chart
    if len(figures) == 1:
        return f"{figures[0]:+g}".replace("-", "−")
    if table.chart.values == _OF_ALL:
        return f"{figures[0]:g} / {figures[1]:g}"
    return spread(int(figures[0]), int(figures[1]), or_more)


def _legend(table: Table, texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    assert table.chart
    if len(table.chart.values) == 1:
        return (("certain", texts["reports_gained"]), ("lost", texts["reports_lost"]))
    if table.chart.values == _OF_ALL:
        return (("certain", texts["reports_lacking"]), ("possible", texts["reports_all"]))
    return (("certain", texts["reports_certain"]), ("possible", texts["reports_possible"]))


def _number(value: Value) -> float:
    return float(str(value)) if value is not None else 0.0
