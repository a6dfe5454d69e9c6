"""The formats by name; a format's module is imported when it is used."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..table import Table

#: Formats of a report.
REPORT_FORMATS = ("table", "csv", "tsv", "json", "markdown", "html", "svg")
#: Formats of a free query: no picture, but RDF for CONSTRUCT and DESCRIBE.
QUERY_FORMATS = ("table", "csv", "tsv", "json", "markdown", "html", "turtle")

_WRITERS = {
    "table": ("text", "write"),
    "csv": ("delimited", "write_csv"),
    "tsv": ("delimited", "write_tsv"),
    "json": ("as_json", "write"),
    "markdown": ("markdown", "write"),
    "html": ("html", "write"),
    "svg": ("svg", "write"),
    "turtle": ("rdf", "write"),
}


def writer(name: str, for_query: bool = False) -> Callable[[Table], str]:
    """Return the function that writes a table in this format.

    :param for_query: whether the table is a free query's answer, whose JSON is the W3C's
    """
    module, function = ("as_json", "write_answer") if for_query and name == "json" else _WRITERS[name]
    found: Callable[[Table], str] = getattr(import_module(f"{__package__}.{module}"), function)
    return found
