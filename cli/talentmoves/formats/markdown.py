"""A GitHub-flavoured Markdown table (https://github.github.com/gfm/#tables-extension-)."""

from __future__ import annotations

import re

from ..table import Column, Table, Value
from .cells import addresses, for_people, headings, is_number, shown_columns

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")
_UNSAFE = re.compile(r"[<>|\s]")


def write(table: Table) -> str:
    """Return the table as Markdown, its title as a heading; identifiers are links."""
    columns = shown_columns(table)
    lines = [f"## {_escaped(table.title)}", ""] if table.title else []
    lines.append("| " + " | ".join(map(_escaped, headings(table))) + " |")
    lines.append("|" + "|".join(" ---: " if is_number(column) else " --- " for _, column in columns) + "|")
    for row in table.rows:
        lines.append("| " + " | ".join(_cell(row[place], column) for place, column in columns) + " |")
    if table.caveat:
        lines += ["", _escaped(" ".join(table.caveat.split()))]
    return "\n".join(lines) + "\n"


def _cell(value: Value, column: Column) -> str:
    if entries := addresses(value, column):
        return "<br>".join(_link(entry, column) for entry in entries)
    return "<br>".join(_escaped(part) for part in for_people(value, column).split("\n"))


def _link(iri: str, column: Column) -> str:
    text = _escaped(for_people(iri, column))
    if not iri.startswith(("http://", "https://")):
        return text
    return f"[{text}](<{_UNSAFE.sub('', iri)}>)"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
