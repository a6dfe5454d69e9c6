"""The files of a release in a folder, opened without following a link out of it."""

from __future__ import annotations

import hashlib
import os
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path

from ..errors import InputError

#: The largest file whose sum is worked out: forty times the dump of the data of today.
LARGEST = 16 << 30
#: The largest file that is read into memory to compare statements.
LARGEST_READ = 2 << 30
_PIECE = 1 << 20
# Neither a link nor a pipe that somebody put where a file should be.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Folder:
    """A folder with the files of a release.

    :param root: where it is
    :raises InputError: if it is no folder, or cannot be read
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        #: The sizes of the files by their names, with slashes.
        self.sizes: dict[str, int] = {}
        #: Names of what is neither a file nor a folder, and of folders that cannot be read.
        self.others: list[str] = []
        self.closed: list[str] = []
        if not root.is_dir():
            raise InputError(f"{root}: no such folder.", "Name the folder or the address of a release that moves publish wrote.")
        self._scan()

    def _scan(self) -> None:
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(self.root / folder) as entries:
                    for entry in entries:
                        name = f"{folder}{entry.name}"
                        if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
                            self.others.append(name)
                        elif entry.is_dir():
                            waiting.append(f"{name}/")
                        else:
                            self.sizes[name] = entry.stat().st_size
            except OSError as error:
                if not folder:
                    raise InputError(f"{self.root}: cannot be read ({error.strerror}).", "Check the permissions.") from None
                self.closed.append(folder)

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a file in hexadecimal digits.

        :raises OSError: if it cannot be read
        """
        digest = hashlib.sha256()
        for piece in self._pieces(name):
            digest.update(piece)
        return digest.hexdigest()

    def unpacked_digest(self, name: str, most: int) -> str:
        """Return the SHA-256 of what a file unpacks to, or of as much as tells that it is more than it may be.

        :param most: how many bytes it may be at most, so that a small file cannot fill the memory or take for ever
        :raises OSError: if it cannot be read
        :raises zlib.error: if it is not well-formed
        """
        digest, packer, size = hashlib.sha256(), zlib.decompressobj(zlib.MAX_WBITS | 16), 0
        for piece in self._pieces(name):
            while piece and size <= most:
                unpacked = packer.decompress(piece, _PIECE)
                digest.update(unpacked)
                size += len(unpacked)
                piece = packer.unconsumed_tail
        return digest.hexdigest() if packer.eof and not packer.unused_data else ""

    def read(self, name: str) -> bytes:
        """Return the content of a file.

        :raises OSError: if it cannot be read, or is too large for that
        """
        if self.sizes.get(name, 0) > LARGEST_READ:
            raise OSError(0, f"more than {LARGEST_READ >> 30} GiB")
        return b"".join(self._pieces(name))

    def _pieces(self, name: str) -> Iterator[bytes]:
        handle = os.open(self.root / name, _FLAGS)
        with os.fdopen(handle, "rb", buffering=0) as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(0, "not a file")
            while piece := file.read(_PIECE):
                yield piece
