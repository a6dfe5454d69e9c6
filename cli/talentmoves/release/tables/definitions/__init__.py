"""The five tables."""

from __future__ import annotations

from ..columns import TableDefinition
from .claims import CLAIMS
from .companies import COMPANIES
from .moves import MOVES
from .people import PEOPLE
from .sources import SOURCES

#: The tables, in the order in which they are listed.
TABLES: tuple[TableDefinition, ...] = (MOVES, CLAIMS, PEOPLE, COMPANIES, SOURCES)

__all__ = ["CLAIMS", "COMPANIES", "MOVES", "PEOPLE", "SOURCES", "TABLES"]
