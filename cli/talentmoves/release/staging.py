"""The folder beside its place in which a release grows, and the record of what was written there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from ..errors import DataError

#: The file with the SHA-256 of every other one, as ``sha256sum --check`` reads it.
SUMS = "SHA256SUMS"
# No way out of the folder, no hidden file, and no name that a system reserves or a shell would take apart.
_SAFE = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9._-]*/)*[A-Za-z0-9_.][A-Za-z0-9._-]*")
_HIDDEN = {".htaccess", ".nojekyll"}
# What no release is without.
_ALWAYS = ("graphs.json", "dataset.ttl", "talent-moves.nq")


class Written(NamedTuple):
    """A file of a release."""

    name: str
    sha256: str
    #: Its size in bytes.
    size: int
    #: Its media type, and what it is in one line; given for what people download, empty for the rest.
    media_type: str = ""
    title: str = ""


class Staging:
    """Writes the files of a release into a folder.

    :param folder: an empty folder
    :param tell: called once for every file, for a progress bar
    """

    def __init__(self, folder: Path, tell: Callable[[], None] = lambda: None) -> None:
        self.folder = folder
        self.files: dict[str, Written] = {}
        self._tell = tell
        self._folders = {"": folder}

    def write(self, name: str, content: bytes, media_type: str = "", title: str = "") -> Written:
        """Write one file.

        :param name: its path in the release, with slashes
        :param media_type: of a download, such as ``text/turtle``
        :param title: what the download is, in one line
        :raises DataError: if the name would lead out of the folder or is taken
        """
        if not is_safe(name) or name in self.files:
            raise DataError(
                f"'{name[:200]}' cannot be the name of a file of a release.", "Give the entity another identifier: ASCII letters, digits and hyphens."
            )
        parent, _, last = name.rpartition("/")
        folder = self._folders.get(parent)
        if folder is None:
            folder = self._folders[parent] = self.folder / parent
            folder.mkdir(parents=True, exist_ok=True)
        with open(f"{folder}/{last}", "xb", buffering=0) as out:  # noqa: PTH123 - there are tens of thousands
            out.write(content)
        written = Written(name, hashlib.sha256(content).hexdigest(), len(content), media_type, title)
        self.files[name] = written
        self._tell()
        return written

    def add(self, written: Iterable[Written]) -> None:
        """Take note of files that another process wrote."""
        self.files.update((one.name, one) for one in written)

    def downloads(self) -> list[Written]:
        """Return the files that people download, in the order of their names."""
        return sorted(one for one in self.files.values() if one.title)

    def sums(self) -> bytes:
        """Return the content of ``SHA256SUMS``."""
        return "".join(f"{one.sha256}  {one.name}\n" for one in sorted(self.files.values()) if one.name != SUMS).encode()


def is_safe(name: str) -> bool:
    """Tell whether a path may be a file of a release.

    >>> [is_safe(name) for name in ("move/a-b.html", ".htaccess", "../a", "a/../b", "/a", "a//b", ".ssh", "a b")]
    [True, True, False, False, False, False, False, False]
    """
    parts = name.split("/")
    return bool(_SAFE.fullmatch(name)) and all(not part.startswith(".") or part in _HIDDEN for part in parts)


def listed(folder: Path) -> set[str]:
    """Return the names of the files that a release in a folder says are its own; none where there is no release.

    A list of sums makes no release, as any folder of downloads may have one: it has to be of files that only we write.
    """
    try:
        names = {line.partition("  ")[2] for line in (folder / SUMS).read_text(encoding="utf-8").splitlines()}
    except (OSError, ValueError):
        return set()
    ours = all(name in names and (folder / name).is_file() for name in _ALWAYS)
    return {name for name in names if is_safe(name)} if ours else set()
