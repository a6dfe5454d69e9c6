"""The files that every release has, with pages or without: what lacks one of them is none, whatever its sums say."""

from __future__ import annotations

from ..release.tables.definitions import TABLES
from .description import DESCRIPTION
from .dumps import DUMPS, HASHES

#: What the description gives the size and the sum of.
DESCRIBED = (
    HASHES,
    *(dump.name for dump in DUMPS),
    *(f"tables/{definition.name}.{ending}" for definition in TABLES for ending in ("csv", "parquet")),
)
#: All of them.
CORE = ("LICENSE", DESCRIPTION, "void.ttl", *DESCRIBED)
