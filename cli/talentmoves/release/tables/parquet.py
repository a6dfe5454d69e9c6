"""Tables as Parquet (https://parquet.apache.org/docs/file-format/), the same bytes for the same rows."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .columns import Cell, Column, Datatype, TableDefinition
from .rows import Content

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES = {Datatype.DATE: "DATE", Datatype.INTEGER: "BIGINT", Datatype.DECIMAL: "DOUBLE", Datatype.BOOLEAN: "BOOLEAN"}
_ROWS_IN_A_GROUP = 100_000
# No network and no extension; one thread, so that rows and pages keep their order.
_ALONE: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "preserve_insertion_order": True,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}


def to_parquet(tables: list[tuple[TableDefinition, Content]]) -> list[bytes]:
    """Return tables as Parquet files, with days, numbers, truth values and lists as such."""
    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:", config=_ALONE) as connection:
        place = Path(folder, "table.parquet")
        connection.execute(f"SET allowed_directories = ['{_quoted(Path(folder))}']")
        connection.execute("SET enable_external_access = false")
        return [_written(connection, definition, content, place) for definition, content in tables]


def _written(connection: DuckDBPyConnection, definition: TableDefinition, content: Content, place: Path) -> bytes:
    columns = definition.columns
    if content[0]:
        # A column at a time: rows one by one take a hundred times as long.
        select = ", ".join(f'unnest(${at}::{_type(column)}[]) AS "{column.name}"' for at, column in enumerate(columns, 1))
        values = [_values(column, cells) for column, cells in zip(columns, content, strict=True)]
        connection.execute(f'CREATE OR REPLACE TABLE "{definition.name}" AS SELECT {select}', values)
    else:
        declared = ", ".join(f'"{column.name}" {_type(column)}' for column in columns)
        connection.execute(f'CREATE OR REPLACE TABLE "{definition.name}" ({declared})')
    options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROWS_IN_A_GROUP}"
    connection.execute(f"COPY \"{definition.name}\" TO '{_quoted(place)}' ({options})")
    return place.read_bytes()


def _type(column: Column) -> str:
    return _TYPES.get(column.datatype, "VARCHAR") + ("[]" if column.many else "")


def _values(column: Column, cells: list[Cell]) -> list[Any]:
    if column.many:
        return [list(cell) for cell in cells]  # type: ignore[arg-type]
    if column.datatype is Datatype.DECIMAL:
        return [cell if cell is None else float(cell) for cell in cells]  # type: ignore[arg-type]
    return cells


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
