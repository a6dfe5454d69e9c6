"""What is wrong with a contribution, by row and field."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError
from ..places import display


class Mistake(NamedTuple):
    """One thing that is wrong with one row."""

    #: The line of the file on which the row, or the cell, begins; counted from 1.
    line: int
    #: What the file calls the row, such as ``row 3``.
    row: str
    #: The name of the field, or nothing.
    field: str
    message: str
    hint: str


class RowsError(InputError):
    """Rows of a file cannot be taken; nothing was written.

    :param file: the file
    :param mistakes: what is wrong, in the order of the rows
    """

    def __init__(self, file: Path, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = list(mistakes)
        lines = []
        for one in self.mistakes:
            where = ", ".join(filter(None, (one.row, f"column {one.field}" if one.field else "")))
            lines.append(f"{display(file)}:{one.line}: {where}: {one.message}" + (f"\n  {one.hint}" if one.hint else ""))
        rows = len({one.row for one in self.mistakes})
        super().__init__("\n".join(lines), f"Nothing was written: mend {rows} row{'' if rows == 1 else 's'} and run the same command again.")
