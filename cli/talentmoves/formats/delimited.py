"""CSV (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180) and TSV."""

from __future__ import annotations

import csv
import io

from ..table import Column, Table, Value
from .cells import plain

# What a spreadsheet takes for a formula when a cell begins with it
# (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: Table) -> str:
    """Return the table as CSV; text that a spreadsheet would run as a formula gets an apostrophe."""
    return _write(table, ",")


def write_tsv(table: Table) -> str:
    """Return the table as tab-separated values; tabs and line breaks inside a value become blanks."""
    return _write(table, "\t")


def _write(table: Table, delimiter: str) -> str:
    out = io.StringIO()
    rows = [[_text(value, column) for value, column in zip(row, table.columns, strict=True)] for row in table.rows]
    if delimiter == "\t":
        lines = [[column.name for column in table.columns], *rows]
        for line in lines:
            out.write("\t".join(" ".join(cell.split()) for cell in line) + "\n")
        return out.getvalue()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(rows)
    return out.getvalue()


def _text(value: Value, column: Column) -> str:
    # Names have blanks in them, addresses have not.
    text = plain(value, "; " if column.type == "strings" else " ")
    return guarded(text) if isinstance(value, (str, tuple)) else text


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it if a spreadsheet would run it as a formula.

    >>> guarded("=1+1"), guarded("1 + 1")
    ("'=1+1", '1 + 1')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
