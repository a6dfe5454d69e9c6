"""The cells of a table, column by column, with values of the types that the columns declare."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from ...errors import DataError
from ...vocabulary import TM
from .columns import Cell, Column, Datatype, TableDefinition, address
from .facts import Facts

#: The cells of every column, in the order of the rows.
Content: TypeAlias = list[list[Cell]]


def content(definition: TableDefinition, facts: Facts, root: str) -> Content:
    """Return the cells of a table, its rows in the order of their identifiers.

    :param facts: what the store says
    :param root: where the release will be served, with a slash at the end
    :raises DataError: if a value is not of its column's type
    """
    entities = facts.entities(definition.classes)
    return [_cells(column, entities, facts, definition, root) for column in definition.columns]


def _cells(column: Column, entities: list[str], facts: Facts, definition: TableDefinition, root: str) -> list[Cell]:
    if column.name == "page":
        length = len(address(definition.kind))
        return [f"{root}{definition.kind}/{entity[length:]}.html" for entity in entities]
    cast = _cast(column)
    if column.compute is not None:
        found = [column.compute(facts, entity) for entity in entities]
        return [cast(cell) if isinstance(cell, str) else cell for cell in found]
    if not column.path:  # of the row itself
        return [cast(entity) for entity in entities]
    ends = facts.ends(entities, tuple(column.path.split("/")))
    if column.counted:
        return [len(set(values)) for values in ends]
    if column.many:
        # Each once: several ways may lead to one value.
        return [tuple(dict.fromkeys(cast(value) for value in values)) for values in ends]  # type: ignore[misc]
    return [cast(values[0]) if values else None for values in ends]


def _cast(column: Column) -> Callable[[str], Cell]:
    """Return what makes a value of a column's type out of its text."""
    match column.datatype:
        case Datatype.ID:
            prefix = address(column.kind)
            return lambda text: text.removeprefix(prefix)
        case Datatype.TERM:
            return lambda text: text.removeprefix(TM)
        case Datatype.BOOLEAN:
            return lambda text: text in ("true", "1")
        case Datatype.DATE | Datatype.INTEGER | Datatype.DECIMAL:
            return lambda text: _parsed(text, column)
        case _:
            return str


def _parsed(text: str, column: Column) -> Cell:
    try:
        match column.datatype:
            case Datatype.DATE:
                return date.fromisoformat(text[:10])  # XSD allows a time zone behind a day
            case Datatype.INTEGER:
                number = int(text)
                if not -(1 << 63) <= number < 1 << 63:
                    raise ValueError
                return number
            case _:
                return Decimal(text)
    except (ValueError, ArithmeticError):
        raise DataError(
            f"'{text[:80]}' is no value of the type {column.datatype.value}, which the tables need for {column.name}.",
            "Mend the data: moves validate finds the place.",
        ) from None
