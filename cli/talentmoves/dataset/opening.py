"""Open the data set that a command works on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import Store

from . import cache
from .slices import predicates


class Dataset:
    """The curated, the ontology and the derived graph, loaded as far as queries need them.

    :param data: Turtle files and folders to use in place of the project's own ``data/``
    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if there are no moves in the data
    """

    def __init__(self, data: Sequence[Path] = ()) -> None:
        self._entry = None if data else cache.entry()
        self._loaded: set[str] = set()
        if self._entry is not None and self._entry.exists():
            self._available = self._entry.predicates()
            self._store = Store()
            return
        from .building import build  # not needed while the cache serves

        self._available = set()
        self._store = build(data)
        if self._entry is not None:
            self._entry.save(self._store)

    def whole(self) -> Store:
        """Return the store with everything in it."""
        return self._with(self._available)

    def for_query(self, text: str) -> Store:
        """Return the store with everything in it that the query can touch, and perhaps more."""
        touched = predicates(text)
        return self.whole() if touched is None else self._with({cache.file_name(iri) for iri in touched} & self._available)

    def _with(self, wanted: set[str]) -> Store:
        try:
            for name in sorted(wanted - self._loaded):
                assert self._entry is not None
                self._entry.load(self._store, name)
                self._loaded.add(name)
        except OSError:  # somebody emptied the cache under us
            from .building import build

            self._available = set()
            self._store = build()
        return self._store
