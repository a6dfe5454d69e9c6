"""Keep the built data set on disk, so that a report need not parse and derive everything again.

Parsing and deriving take most of a report's time from cold start (see ``bench/``); opening a store
on disk takes a few milliseconds. The cache is only that: it is keyed by every file that goes into
the data set, it appears whole or not at all, and whatever goes wrong with it, the data set is built
in memory instead.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pyoxigraph
from pyoxigraph import Store

from .. import places

#: Directory of the cache in place of the user's cache directory; ``off`` means none.
VARIABLE = "TALENT_MOVES_CACHE"
_KEPT = 4
_SECONDS_IN_USE = 3600


def load() -> Store | None:
    """Return the project's own data set from the cache, opened read-only, or nothing if it is not there."""
    entry = _entry()
    if entry is None or not entry.is_dir():
        return None
    try:
        return Store.read_only(str(entry))
    except OSError:
        return None


def save(store: Store) -> None:
    """Write the project's own data set to the cache; nothing happens if that is not possible."""
    entry = _entry()
    if entry is None or entry.exists():
        return
    unfinished = entry.with_name(f"{entry.name}.{os.getpid()}.unfinished")
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        on_disk = Store(str(unfinished))
        on_disk.bulk_extend(store)
        on_disk.optimize()
        on_disk.flush()
        del on_disk
        unfinished.rename(entry)
        _prune(entry)
    except (OSError, RuntimeError):
        pass
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _entry() -> Path | None:
    chosen = os.environ.get(VARIABLE, "")
    if chosen == "off":
        return None
    try:
        home = Path(chosen) if chosen else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "talent-moves"
        return home / _key()
    except (OSError, RuntimeError):  # no home directory, or a file went away while we looked
        return None


def _key() -> str:
    from hashlib import blake2b

    digest = blake2b(f"1 {pyoxigraph.__version__}".encode(), digest_size=12)
    for file in (*places.rdf_files((places.data(),)), *places.ontology_files(), *places.derivation_files()):
        state = file.stat()
        digest.update(f"\0{file}\0{state.st_size}\0{state.st_mtime_ns}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _prune(newest: Path) -> None:
    # Only what nobody can be reading any more; a store in use must not lose its files.
    entries = sorted(newest.parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in entries[_KEPT:]:
        if old != newest and time.time() - old.stat().st_mtime > _SECONDS_IN_USE:
            shutil.rmtree(old, ignore_errors=True)
