"""A bar chart of a report as SVG, drawn from the report's own description of its chart."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from ..errors import ParameterError
from ..table import Table, Value
from .cells import for_people, heading, width

_ROW, _BAR, _TOP, _CHARACTER, _PLOT = 26, 16, 64, 7.5, 420
_COLOURS = ("#1f6f8b", "#e0a458")


def write(table: Table) -> str:
    """Return a horizontal bar chart: one row of bars a table row, one colour a value.

    :raises ParameterError: if the report has nothing that a chart could show
    """
    chart = table.chart
    if chart is None:
        raise ParameterError("This report has no picture.", "Choose another format with -f: table, csv, tsv, json, markdown or html.")
    places = {column.name: place for place, column in enumerate(table.columns)}
    labels = [" → ".join(for_people(row[places[name]], table.columns[places[name]], ", ") for name in chart.label) for row in table.rows]
    values = [[_number(row[places[name]]) for name in chart.values] for row in table.rows]
    # A row without any value says nothing in a picture.
    drawn = [(label, row) for label, row in zip(labels, values, strict=True) if any(row)]
    labels, values = [label for label, _ in drawn], [row for _, row in drawn]
    low = min([0.0, *(value for row in values for value in row)])
    high = max([0.0, *(value for row in values for value in row)]) or 1.0
    left = 24 + max((width(label) for label in labels), default=0) * _CHARACTER
    height = _TOP + _ROW * max(len(labels), 1) + 20
    zero = left + (0 - low) / (high - low) * _PLOT
    parts = [_opening(left + _PLOT + 70, height, table.title), *_legend(chart.values)]
    for at, (label, row) in enumerate(zip(labels, values, strict=True)):
        top = _TOP + at * _ROW
        parts.append(f'<text x="{left - 10:.1f}" y="{top + 13}" text-anchor="end">{escape(label)}</text>')
        parts += _bars(row, top, zero, _PLOT / (high - low))
    if not labels:
        parts.append(f'<text x="16" y="{_TOP + 13}">No rows.</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _opening(full_width: float, height: int, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full_width:.0f} {height}" width="{full_width:.0f}" height="{height}" role="img" '
        f'aria-label="{escape(title, quote=True)}">\n<title>{escape(title)}</title>\n'
        "<style>text { font: 13px system-ui, sans-serif; fill: #222; } .h { font-weight: 600; font-size: 15px; } "
        "@media (prefers-color-scheme: dark) { text { fill: #ddd; } }</style>\n"
        f'<text class="h" x="16" y="24">{escape(title)}</text>'
    )


def _legend(names: tuple[str, ...]) -> list[str]:
    parts = []
    at = 16.0
    for name, colour in zip(names, _COLOURS, strict=False):
        parts.append(
            f'<rect x="{at:.1f}" y="38" width="12" height="12" fill="{colour}"/><text x="{at + 17:.1f}" y="49">{escape(heading(name))}</text>'
        )
        at += 34 + width(heading(name)) * _CHARACTER
    return parts


def _bars(values: list[float], top: int, zero: float, scale: float) -> list[str]:
    # The first value is a part of the second, and is drawn in front of it.
    parts = []
    for value, colour in reversed(list(zip(values, _COLOURS, strict=False))):
        start = zero + min(value, 0) * scale
        parts.append(f'<rect x="{start:.1f}" y="{top}" width="{abs(value) * scale:.1f}" height="{_BAR}" fill="{colour}"/>')
    end = zero + max(*values, 0) * scale
    text = " / ".join(f"{value:g}" for value in dict.fromkeys(values))
    parts.append(f'<text x="{end + 6:.1f}" y="{top + 13}">{escape(text)}</text>')
    return parts


def _number(value: Value) -> float:
    return float(value) if isinstance(value, (int, Decimal)) else 0.0
