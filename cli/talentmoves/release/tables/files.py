"""Write the flat tables."""

from __future__ import annotations

from ..edition import Edition
from ..staging import Staging
from . import csvw, figures
from .definitions import TABLES
from .delimited import to_csv
from .facts import Facts
from .parquet import to_parquet
from .rows import content


def write(edition: Edition, staging: Staging) -> None:
    """Write every table as CSV with its metadata, and as Parquet.

    :raises DataError: if a value is not of its column's type
    """
    facts = Facts(edition.store, [column.path for definition in TABLES for column in definition.columns])
    figures.find_current(facts)
    tables = [(definition, content(definition, facts, edition.address)) for definition in TABLES]
    for (definition, cells), parquet in zip(tables, to_parquet(tables), strict=True):
        title = definition.title.en
        staging.write(f"tables/{definition.name}.csv", to_csv(definition, cells), "text/csv", f"{title} as a table, CSV")
        staging.write(f"tables/{definition.name}.parquet", parquet, "application/vnd.apache.parquet", f"{title} as a table, Parquet")
    staging.write(f"tables/{csvw.NAME}", csvw.metadata(edition.store, edition.address), "application/csvm+json", "Metadata of the CSV tables (CSVW)")
