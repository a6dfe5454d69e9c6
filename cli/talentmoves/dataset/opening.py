"""Open the data set that a command works on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import Store

from . import cache
from .building import build


def open_store(data: Sequence[Path] = ()) -> Store:
    """Return a store with the curated, the ontology and the derived graph, to be read only.

    The project's own data set comes from the cache where it is there; another is always built.

    :param data: Turtle files and folders to use in place of the project's own ``data/``
    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if there are no moves in the data
    """
    if data:
        return build(data)
    cached = cache.load()
    if cached is not None:
        return cached
    store = build()
    cache.save(store)
    return store
