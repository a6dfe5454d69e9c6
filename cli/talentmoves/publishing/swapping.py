"""Put a finished folder in the place of an earlier one, in one step where the system has one."""

from __future__ import annotations

import ctypes
import os
import shutil
from contextlib import suppress
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def put_in_place(fresh: Path, directory: Path, old: Path) -> None:
    """Let ``fresh`` stand where ``directory`` stands, and what stood there at ``old`` or at ``fresh``.

    Linux exchanges both in one step (https://man7.org/linux/man-pages/man2/rename.2.html). Elsewhere there are
    two, and :func:`recover` mends what a kill between them left.

    :raises OSError: if a folder cannot be renamed; the earlier one then stands as before
    """
    if not directory.exists():
        fresh.rename(directory)
        return
    if _exchanged(fresh, directory):
        return
    directory.rename(old)
    try:
        fresh.rename(directory)
    except OSError:
        old.rename(directory)
        raise


def recover(directory: Path) -> None:
    """Tidy up after runs that were killed: bring back the earlier release, delete what was not finished."""
    for beside in sorted(directory.parent.glob(f".{directory.name}.publishing-*")):
        if _is_alive(beside):
            continue
        old = beside / "old"
        if old.is_dir() and not directory.exists():
            old.rename(directory)
        shutil.rmtree(beside, ignore_errors=True)


def lock(beside: Path) -> int | None:
    """Mark a folder as being worked on for as long as this process lives; returns what holds the lock."""
    try:
        import fcntl
    except ImportError:  # not a POSIX system
        return None
    handle = os.open(beside / "lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def _is_alive(beside: Path) -> bool:
    try:
        import fcntl
    except ImportError:
        return True
    with suppress(OSError):
        handle = os.open(beside / "lock", os.O_RDWR)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(handle)
    return False


def _exchanged(one: Path, other: Path) -> bool:
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
