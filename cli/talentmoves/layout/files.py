"""Lay out files: all of them or none, each by rename."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from .. import places
from ..errors import InputError
from ..output import replace
from . import formatting


class Layout(NamedTuple):
    """What the layout makes of some files."""

    #: The text that each file that is not in the layout is to have.
    changed: dict[Path, str]
    #: How many files there are.
    total: int


def lay_out(paths: Sequence[Path]) -> Layout:
    """Return what files are to look like; nothing is written.

    :param paths: Turtle files and folders of them
    :raises InputError: if a file cannot be read, is not well-formed Turtle, or has what the layout does not go for
    """
    files = turtle_files(paths)
    changed = {}
    for file in files:
        text = formatting.read(file)
        new = formatting.of_file(file, text)
        if new != text:
            changed[file] = new
    return Layout(changed, len(files))


def turtle_files(paths: Sequence[Path]) -> list[Path]:
    """Return the Turtle files that paths name; in folders those of other formats are passed over.

    :raises InputError: if a path does not exist
    """
    named = {path.resolve() for path in paths}
    return [file for file in places.rdf_files(tuple(paths)) if file.suffix == ".ttl" or file.resolve() in named]


def write_all(texts: dict[Path, str]) -> None:
    """Write files, each beside its place and renamed. They are checked first, so that it is all of them or none.

    :raises InputError: if one of them may not be written
    """
    for file in texts:
        if file.exists() and not file.stat().st_mode & 0o222:
            raise InputError(
                f"{places.display(file)}: is write-protected, so nothing was written.", "Allow it first (chmod u+w), or leave the file out."
            )
    for file, text in texts.items():
        mode = file.stat().st_mode & 0o7777 if file.exists() else None
        replace(file.resolve(), text.encode("utf-8"))
        if mode is not None:
            file.chmod(mode)
