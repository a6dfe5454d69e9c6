"""Keep the built data set on disk, so that a report need not parse and derive everything again.

Parsing and deriving take most of a report's time from cold start (see ``bench/``). The cache holds
the built data set as N-Quads, one file a predicate, so that a report loads what it can touch and
nothing else. It is only a cache: it is keyed by the state of every file that goes into the data
set, an entry appears whole or not at all, and whatever goes wrong with it, the data set is built in
memory instead.
"""

from __future__ import annotations

import os
import time
import zlib
from collections import defaultdict
from pathlib import Path
from urllib.parse import quote

import pyoxigraph
from pyoxigraph import RdfFormat, Store

from .. import places
from ..places import cache_home

_KEY = "key"
_KEPT = 4
_SECONDS_IN_USE = 3600


class Entry:
    """The place of one data set in the cache."""

    def __init__(self, directory: Path, key: str) -> None:
        self._directory = directory
        self._key = key

    def exists(self) -> bool:
        """Tell whether the data set is there."""
        try:
            content = (self._directory / _KEY).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return False
        # Behind the key stand the names of the files: one that somebody deleted must not go unnoticed.
        return content == _with_names(self._key, self.predicates())

    def predicates(self) -> set[str]:
        """Return the names of the files, one a predicate."""
        return {file.stem for file in self._directory.glob("*.nq")}

    def load(self, store: Store, predicate: str) -> None:
        """Load the quads of one predicate.

        :raises OSError: if the file is gone or damaged
        """
        file = self._directory / f"{predicate}.nq"
        try:
            store.load(file.read_bytes(), format=RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise OSError(str(error)) from None

    def save(self, store: Store) -> None:
        """Write the data set; nothing happens if that is not possible."""
        import shutil

        slices: dict[str, list[str]] = defaultdict(list)
        for quad in store:
            slices[file_name(quad.predicate.value)].append(f"{quad} .\n")
        unfinished = self._directory.with_name(f"{self._directory.name}.{os.getpid()}.unfinished")
        try:
            unfinished.mkdir(parents=True)
            for name, lines in slices.items():
                (unfinished / f"{name}.nq").write_text("".join(lines), encoding="utf-8")
            (unfinished / _KEY).write_text(_with_names(self._key, set(slices)), encoding="utf-8")
            if self._directory.exists():  # of another data set with the same check sum, or damaged
                shutil.rmtree(self._directory, ignore_errors=True)
            unfinished.rename(self._directory)
            self._prune()
        except OSError:
            pass
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)

    def _prune(self) -> None:
        # Only what nobody can be reading any more: a reader must not lose its files.
        import shutil

        entries = sorted(self._directory.parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in entries[_KEPT:]:
            if old != self._directory and time.time() - old.stat().st_mtime > _SECONDS_IN_USE:
                shutil.rmtree(old, ignore_errors=True)


def entry() -> Entry | None:
    """Return the place of the project's own data set, or nothing if there is no cache here."""
    try:
        directory = cache_home()
        key = _state()
    except (OSError, RuntimeError):  # a file went away while we looked
        return None
    return Entry(directory / f"{zlib.crc32(key.encode('utf-8', 'surrogateescape')):08x}", key) if directory else None


def _with_names(key: str, names: set[str]) -> str:
    return "\n".join([key, "", *sorted(names)])


def file_name(predicate: str) -> str:
    """Return the name of a predicate's file, without its ending.

    >>> file_name("https://w3id.org/talent-moves/ns#person")
    'https%3A%2F%2Fw3id.org%2Ftalent-moves%2Fns%23person'
    """
    return quote(predicate, safe="")


def _state() -> str:
    lines = [f"1 {pyoxigraph.__version__}"]
    for file in (*places.rdf_files((places.data(),)), *places.ontology_files(), *places.derivation_files()):
        state = file.stat()
        lines.append(f"{file} {state.st_size} {state.st_mtime_ns}")
    return "\n".join(lines)
