"""Publish a release: a directory that appears whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from .. import places
from ..dataset.building import build
from ..errors import DataError, InputError
from ..output import note
from ..validation.findings import Finding, Level
from ..validation.running import validate
from .description import describe
from .dumps import dumps

SUMS = "SHA256SUMS"


class FindingsError(DataError):
    """The data has errors, so there is no release (exit code 1).

    :param findings: the errors
    """

    exit_code = 1

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"No release: the data has {len(findings)} error(s).", "Mend them first; moves validate shows them again.")
        self.findings = findings


def publish(directory: Path, data: Sequence[Path] = ()) -> list[str]:
    """Validate the data, then write a release of it; the same data gives the same bytes.

    :param directory: where the release shall stand; an earlier release there is replaced
    :param data: Turtle files and folders to use in place of the project's own ``data/``
    :returns: the names of the files
    :raises FindingsError: if the data has errors
    :raises InputError: if the directory holds something else, or cannot be written
    """
    _refuse_to_overwrite(directory)
    note("Validating …")
    errors = [finding for finding in validate(data) if finding.level is Level.ERROR]
    if errors:
        raise FindingsError(errors)
    note("Writing …")
    store = build(data)
    files = list(dumps(store))
    contents = {file.name: file.content for file in files}
    contents["dataset.ttl"] = describe(store, files, version("talent-moves"))
    contents["LICENSE"] = (places.data() / "LICENSE").read_bytes()
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(contents.items())]
    contents[SUMS] = "".join(lines).encode()
    try:
        _replace(directory, contents)
    except OSError as error:
        raise InputError(f"{directory}: cannot be written ({error.strerror}).", "Check that you may write there and that there is room.") from None
    return sorted(contents)


def _refuse_to_overwrite(directory: Path) -> None:
    if directory.is_symlink() or (directory.exists() and not directory.is_dir()):
        raise InputError(f"{directory}: not a directory.", "Name a directory, or a place where there is none yet.")
    foreign = _foreign(directory) if directory.is_dir() else []
    if foreign:
        shown = ", ".join(foreign[:3]) + (" …" if len(foreign) > 3 else "")
        raise InputError(
            f"{directory}: holds files that are not of a release: {shown}.", "Move them away, or name a new directory, so that nothing is lost."
        )
    if not directory.absolute().parent.is_dir():
        raise InputError(f"{directory}: the folder that it shall stand in does not exist.", f"Make it first: mkdir -p {directory.parent}")


def _foreign(directory: Path) -> list[str]:
    try:
        lines = (directory / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        lines = []
    own = {SUMS, *(line.partition("  ")[2] for line in lines)}
    return sorted(entry.name for entry in directory.iterdir() if entry.name not in own)


def _replace(directory: Path, contents: dict[str, bytes]) -> None:
    directory = directory.absolute()
    beside = Path(tempfile.mkdtemp(dir=directory.parent, prefix=f".{directory.name}."))
    try:
        fresh = beside / "new"
        fresh.mkdir()
        for name, content in contents.items():
            with (fresh / name).open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
        old = beside / "old"
        if directory.exists():
            directory.rename(old)
        try:
            fresh.rename(directory)
        except OSError:
            if old.exists():
                old.rename(directory)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
