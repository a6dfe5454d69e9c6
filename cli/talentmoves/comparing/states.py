"""The two sides of a difference: releases, folders and files of data, revisions, and the data of the checkout."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from pyoxigraph import RdfFormat, parse

from .. import places
from ..errors import DataError, InputError, UnknownNameError
from ..release.edition import canonical_lines, edition
from ..release.staging import SUMS
from ..suggestions import nearest
from ..vocabulary import CURATED, DERIVED, ONTOLOGY
from . import revisions

#: The dump that a state is read from.
DUMP = "talent-moves.nq"
#: In front of a revision that is called as a path is.
FORCE = "git:"
_QUADS = {".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG, ".jsonld": RdfFormat.JSON_LD}


class State(NamedTuple):
    """One side."""

    #: What people called it.
    name: str
    #: Its canonical N-Quads.
    nquads: bytes


class _Reading(Protocol):
    def __call__(self) -> bytes: ...


def states(*sides: str) -> list[State]:
    """Return the states that people named; nothing in place of a name stands for the data of the checkout.

    What is a path is one, whether or not a revision is called so; ``git:NAME`` is always a revision.

    :raises UnknownNameError: if one is neither
    :raises InputError: if one cannot be read, or is a release that was altered
    :raises DataError: if a revision has no data, or data cannot be built
    """
    with tempfile.TemporaryDirectory(prefix="talent-moves-") as beside, _opened(sides, Path(beside)) as readings:
        read = {side: reading() for side, reading in readings.items()}
    return [State(_name(side), read[side]) for side in sides]


@contextmanager
def _opened(sides: Sequence[str], beside: Path) -> Iterator[dict[str, _Reading]]:
    """Start to build what takes a process of its own, so that both sides are built at once."""
    building: list[revisions.Building] = []
    readings: dict[str, _Reading] = {}
    try:
        for number, side in enumerate(dict.fromkeys(sides)):
            readings[side] = _reading(side, beside / str(number), building)
        yield readings
    finally:
        for one in building:
            one.stop()


def _reading(side: str, beside: Path, building: list[revisions.Building]) -> _Reading:
    path = Path(side)
    if not side:
        return lambda: edition().nquads
    if side.startswith(FORCE) or not (path.exists() or path.is_symlink()):
        folder = beside / "tree"
        folder.mkdir(parents=True)
        _extract(side.removeprefix(FORCE), side, folder)
    elif path.is_dir() and revisions.is_checkout(path):
        folder = path
        beside.mkdir()
    else:
        return partial(_read, path)
    building.append(revisions.Building(folder, side, beside / DUMP))
    return building[-1].result


def _extract(name: str, side: str, folder: Path) -> None:
    root = places.material()
    try:
        found = revisions.commit(root, name)
        if not found:
            raise _unknown(name, side, root)
        revisions.extract(root, found, side, folder)
    except subprocess.CalledProcessError as error:
        raise revisions.failed(root, error) from None


def _read(path: Path) -> bytes:
    if path.is_dir():
        return release(path) if (path / SUMS).exists() or (path / DUMP).exists() else edition([path]).nquads
    dump = _dump(path)
    return edition([path]).nquads if dump is None else dump


def release(directory: Path) -> bytes:
    """Return the state that a release holds, checked by its sum.

    :raises InputError: if it is no release, not a whole one, or was altered
    """
    try:
        sums = (directory / SUMS).read_text(encoding="utf-8").splitlines()
        content = (directory / DUMP).read_bytes()
    except FileNotFoundError as error:
        raise InputError(
            f"{directory}: not a release ({Path(str(error.filename)).name} is missing).", "Name a directory that moves publish wrote."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{directory}: cannot be read ({error}).", "Check the permissions, or get the release again.") from None
    if f"{hashlib.sha256(content).hexdigest()}  {DUMP}" not in sums:
        raise InputError(
            f"{directory}: {DUMP} is not what {SUMS} says: it was altered.", f"moves verify {directory} tells more; get the release again."
        )
    return content


def _dump(path: Path) -> bytes | None:
    """Return the state in a dump of a whole release; nothing for a file of data."""
    packed = path.suffix == ".gz"
    rdf_format = _QUADS.get(path.with_suffix("").suffix if packed else path.suffix)
    if rdf_format is None and not packed:
        return None
    try:
        content = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
        quads = list(parse(content, format=rdf_format or RdfFormat.N_QUADS, rename_blank_nodes=True))
    except SyntaxError as error:
        raise InputError(f"{path}:{error.lineno}: not well-formed ({error.msg}).", "Get the file again.") from None
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({error}).", "Get the file again.") from None
    graphs = {str(quad.graph_name) for quad in quads}
    if packed or {f"<{graph}>" for graph in (CURATED, DERIVED, ONTOLOGY)} <= graphs:
        return canonical_lines(quads)
    return None


def _name(side: str) -> str:
    return side or places.display(places.data())


def _unknown(name: str, side: str, root: Path) -> UnknownNameError | DataError:
    known = revisions.names(root)
    if not side.startswith(FORCE):
        parent = Path(side).parent
        known += [str(parent / entry.name) for entry in parent.iterdir() if entry.name[0] != "."] if parent.is_dir() else []
    offered = nearest(name, known)
    hint = f"Did you mean {' or '.join(offered)}?" if offered else "Name a release, a folder or file of data, or a tag, branch or commit."
    what = "a revision of this checkout" if side.startswith(FORCE) else "a path or a revision of this checkout"
    return UnknownNameError(f"'{name}' is not {what}.", hint)
