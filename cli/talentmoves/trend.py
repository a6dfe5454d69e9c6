"""How the data grew, and how good it was, by the history of the checkout.

Every state is measured with the derivations and reports of today, so that the figures compare.
"""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from . import places
from .dataset.opening import Dataset
from .engines.embedded import EmbeddedEngine
from .errors import DataError, MovesError
from .output import note, replace
from .reports.running import run
from .statistics import count
from .table import Column, Table, Value

_COLUMNS = (
    Column("commit", "string", "The commit, or what the files are now"),
    Column("day", "string", "The day of the commit"),
    Column("people", "integer", "People"),
    Column("companies", "integer", "Companies"),
    Column("moves", "integer", "Moves of one person and of groups"),
    Column("claims", "integer", "Claims"),
    Column("sources", "integer", "Sources"),
    Column("twoSources", "decimal", "The share of the moves with two independent sources or more"),
    Column("wholePaths", "decimal", "The share of the people with their whole path since 2015"),
    Column("founded", "decimal", "The share of the companies in two moves or more whose founding date is known"),
)
_COUNTED = {
    "people": ("people",),
    "companies": ("companies",),
    "moves": ("moves of one person", "moves of a group"),
    "claims": ("claims",),
    "sources": ("sources",),
}
#: Measured shares by the gap that the coverage report names.
_SHARES = {
    "twoSources": "a second independent source",
    "wholePaths": "the whole path since 2015",
    "founded": "the founding date of a company that appears twice",
}


class _State(NamedTuple):
    name: str
    day: str
    tree: str


def figures(data: Sequence[Path] = ()) -> dict[str, float]:
    """Return what is counted and measured of a data set: whole numbers, and shares from 0 to 1.

    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if there are no moves in the data
    """
    engine = EmbeddedEngine(Dataset(data))
    counts = {str(what): int(str(number)) for what, number in count(engine).rows}
    found: dict[str, float] = {name: sum(counts[part] for part in parts) for name, parts in _COUNTED.items()}
    gaps = {row["gap"]: row for row in run("coverage", engine).records()}
    for name, gap in _SHARES.items():
        row = gaps.get(gap)
        found[name] = 1 - int(str(row["missing"])) / int(str(row["total"])) if row else 0.0
    return found


def trend(limit: int) -> Table:
    """Return the figures of the last commits that changed the data, oldest first, and of the files as they are now.

    :param limit: how many commits at most; the first of all and the last ones are kept
    :raises DataError: if there is no history here
    """
    root = places.material()
    states = _states(root)
    if len(states) > limit:
        states = [states[0], *states[len(states) - limit + 1 :]]
    rows: list[tuple[Value, ...]] = []
    for state in states:
        try:
            measured = _measured(root, state.tree)
        except MovesError as error:
            note(f"moves: {state.name} was left out: {error.message}")
            continue
        rows.append(_row(state.name, state.day, measured))
    if not states or _git(root, "status", "--porcelain", "--", "data"):
        rows.append(_row("now", "", figures()))
    return Table(_COLUMNS, rows, title="How the data grew", caveat="Every state is measured with today's derivations and reports.")


def _row(name: str, day: str, measured: dict[str, float]) -> tuple[Value, ...]:
    from decimal import Decimal

    shown = (round(Decimal(measured[one.name]), 2) if one.type == "decimal" else int(measured[one.name]) for one in _COLUMNS[2:])
    return (name, day, *shown)


def _states(root: Path) -> list[_State]:
    found = []
    for line in reversed(_git(root, "log", "--format=%h %cs", "--", "data").splitlines()):
        commit, _, day = line.partition(" ")
        tree = _git(root, "rev-parse", f"{commit}:data", missing="")
        if tree:
            found.append(_State(commit, day, tree.strip()))
    return found


def _measured(root: Path, tree: str) -> dict[str, float]:
    """Return the figures of a state of the data; they are kept, for a state does not change."""
    home = places.cache_home()
    how = zlib.crc32(b"".join(file.read_bytes() for file in (*places.derivation_files(), *places.report_files(), *places.ontology_files())))
    kept = home / "trend" / f"{tree}-{how:08x}.json" if home else None
    if kept is not None:
        try:
            return {str(name): float(value) for name, value in json.loads(kept.read_text(encoding="utf-8")).items()}
        except (OSError, ValueError):
            pass
    with tempfile.TemporaryDirectory() as beside:
        with tarfile.open(fileobj=io.BytesIO(_git_bytes(root, "archive", "--format=tar", tree))) as archive:
            archive.extractall(beside, filter="data")
        measured = figures([Path(beside)])
    if kept is not None:
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            replace(kept, json.dumps(measured).encode())
        except (OSError, MovesError):
            pass  # it is only a cache
    return measured


def _git(root: Path, *arguments: str, missing: str | None = None) -> str:
    try:
        return _git_bytes(root, *arguments).decode("utf-8", "replace")
    except DataError:
        if missing is None:
            raise
        return missing


def _git_bytes(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise DataError("git is not installed, and the trend is read from its history.", "Install git, or leave --trend out.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DataError(
            f"{places.display(root)}: no history to read the trend from ({said[0] if said else 'git failed'}).",
            "Run it inside a clone of the project with its whole history (git fetch --unshallow).",
        ) from None
