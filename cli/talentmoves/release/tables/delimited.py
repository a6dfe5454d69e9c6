"""Tables as CSV (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180), in UTF-8 without a byte order mark."""

from __future__ import annotations

import csv
import io

from ...formats.cells import plain, visible
from ...formats.delimited import guarded
from .columns import Cell, Column, Datatype, TableDefinition, Text
from .rows import Content

#: What a reader of the CSV files must know of texts that could do harm.
GUARD = Text(
    "A text that a spreadsheet would run as a formula (it begins with =, +, -, @ or a tab) has an apostrophe before it. Control characters, "
    "and those that turn the direction of text, are written as a backslash, u and their code. In a list, a vertical bar between blanks inside "
    "a text is written as a slash. The Parquet files hold every text as it is.",
    "会被电子表格当作公式执行的文本（以 =、+、-、@ 或制表符开头）前加一个撇号。控制字符与改变文字方向的字符写作反斜线、u 及其编码。"
    "列表中，文本内两侧带空格的竖线写作斜线。Parquet 文件中的文本保持原样。",
)


def to_csv(definition: TableDefinition, content: Content) -> bytes:
    """Return a table as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in definition.columns])
    written = [_written(column, cells) for column, cells in zip(definition.columns, content, strict=True)]
    writer.writerows(zip(*written, strict=True))
    return out.getvalue().encode()


def _written(column: Column, cells: list[Cell]) -> list[str]:
    if column.many:
        separator = column.separator
        harmless = separator.replace("|", "/")
        return [_safe(separator.join(str(part).replace(separator, harmless) for part in cell)) if cell else "" for cell in cells]  # type: ignore[union-attr]
    if column.datatype in (Datatype.INTEGER, Datatype.DECIMAL, Datatype.DATE, Datatype.BOOLEAN):
        return [
            "" if cell is None else plain(cell)  # type: ignore[arg-type]
            for cell in cells
        ]
    return [_safe(cell) if isinstance(cell, str) else "" for cell in cells]


def _safe(text: str) -> str:
    # What is printable has no control character and no turn of direction, and is told so much faster.
    return guarded(text if text.isprintable() else visible(text))
