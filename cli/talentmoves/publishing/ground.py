"""Where a release may stand, in the file system and on the web."""

from __future__ import annotations

import os
import re
from pathlib import Path

from ..errors import InputError, ParameterError
from ..release.signing import SIGNATURE
from ..release.staging import SUMS, listed
from ..vocabulary import BASE

_SEGMENT = r"/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+"
_ADDRESS = re.compile(rf"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{{1,5}})?(?:{_SEGMENT})*/?")
_SHOWN = 3


def address(given: str) -> str:
    """Return the address at which a release will be served, with a slash at its end; the project's own where none is given.

    :raises ParameterError: if it is none of a folder on a web server

    >>> address("https://example.org/data"), address("")
    ('https://example.org/data/', 'https://w3id.org/talent-moves/')
    """
    if not given:
        return BASE
    if not _ADDRESS.fullmatch(given):
        raise ParameterError(
            f"--address: '{given}' is not the address of a folder on a web server.", "Give one such as https://example.org/talent-moves/."
        )
    return given if given.endswith("/") else f"{given}/"


def refuse(directory: Path) -> None:
    """Make sure that a release can stand here, and that nothing but an earlier release goes for it.

    :param directory: an absolute path
    :raises InputError: if something else is here
    """
    if directory.is_symlink() or (directory.exists() and not directory.is_dir()):
        raise InputError(f"{directory}: not a directory.", "Name a directory, or a place where there is none yet.")
    if directory.exists() and os.path.ismount(directory):
        raise InputError(f"{directory}: something is mounted here, so nothing can be put in its place.", "Name a directory inside it.")
    if not directory.parent.is_dir():
        raise InputError(f"{directory}: the folder that it shall stand in does not exist.", f"Make it first: mkdir -p {directory.parent}")
    foreign = _foreign(directory) if directory.is_dir() else []
    if foreign:
        shown = ", ".join(foreign[:_SHOWN]) + (" …" if len(foreign) > _SHOWN else "")
        raise InputError(
            f"{directory}: holds files that are not of a release: {shown}.", "Move them away, or name a new directory, so that nothing is lost."
        )
    for above in directory.parents:
        if listed(above):
            raise InputError(f"{directory}: lies inside another release, {above}.", "Name a directory beside it.")


def _foreign(directory: Path) -> list[str]:
    own = {SUMS, SIGNATURE, *found} if (found := listed(directory)) else set()
    there = []
    for folder, folders, names in os.walk(directory):
        links = [name for name in folders if Path(folder, name).is_symlink()]
        there += [Path(folder, name).relative_to(directory).as_posix() for name in (*names, *links)]
    return sorted(name for name in there if name not in own)
