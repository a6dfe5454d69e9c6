"""Which cells of the reports tell a time, which people read in words."""

from __future__ import annotations

from ...table import Column, Table, Value

_TIMES = frozenset(("left", "joined", "announced", "start", "end", "back", "founded", "published", "period"))
# A pair of values is of times where what it is about is one: a number of people must not be taken for a year.
_VALUES = ("oneValue", "otherValue")
_MATTER = "matter"
_MATTERS = frozenset(("left", "joined", "announced", "founded", "acquired"))


def tells(table: Table, row: tuple[Value, ...], column: Column) -> bool:
    """Tell whether a cell is a date, a month, or a time with what is known of it, such as ``2022-12 or before``."""
    if column.type in ("string", "strings"):
        if column.name in _VALUES:
            return row[[one.name for one in table.columns].index(_MATTER)] in _MATTERS
        return column.name in _TIMES
    return column.type in ("date", "month")
