"""One HTML page with the table, complete in itself: no script and no request to anywhere."""

from __future__ import annotations

from html import escape

from ..table import Column, Table, Value
from .cells import addresses, for_people, headings, is_number, shown_columns

_SHORT = 24
_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 1.5rem; }
h1 { font-size: 1.4rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid #8886; padding: .35rem .75rem; text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
span { white-space: nowrap; }
""".strip()


def write(table: Table) -> str:
    """Return the page; identifiers link to their addresses, everything else is escaped text."""
    columns = shown_columns(table)
    title = escape(table.title or "Query result")
    head = "".join(f'<th scope="col"{_class(column)}>{escape(name)}</th>' for (_, column), name in zip(columns, headings(table), strict=True))
    rows = "\n".join(
        "<tr>" + "".join(f"<td{_class(column)}>{_cell(row[place], column)}</td>" for place, column in columns) + "</tr>" for row in table.rows
    )
    caveat = f"<p>{escape(' '.join(table.caveat.split()))}</p>\n" if table.caveat else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f'<div class="scroll" role="region" aria-label="{title}" tabindex="0">\n'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>\n{caveat}</body>\n</html>\n"
    )


def _class(column: Column) -> str:
    return ' class="number"' if is_number(column) else ""


def _cell(value: Value, column: Column) -> str:
    if entries := addresses(value, column):
        return "<br>".join(_link(entry, column) for entry in entries)
    return "<br>".join(_unbroken(escape(part), len(part)) for part in for_people(value, column).split("\n"))


def _unbroken(text: str, length: int) -> str:
    # A date or a short name must not be broken at its hyphen.
    return f"<span>{text}</span>" if 0 < length <= _SHORT else text


def _link(iri: str, column: Column) -> str:
    text = escape(for_people(iri, column))
    if not iri.startswith(("http://", "https://")):
        return text
    return f'<a href="{escape(iri, quote=True)}">{text}</a>'
