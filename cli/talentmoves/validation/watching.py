"""Validate again whenever a file changes, for the window beside an editor.

Files are asked for their times twice a second. That needs no dependency, works on network file
systems and in containers, where the kernel's notices do not arrive, and takes ten milliseconds
for a thousand files.

Each validation is a process of its own: it reads shapes and vocabulary afresh, and it can be ended
at any moment, which a query inside this process cannot.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..output import note

#: Seconds between two looks, and between two looks at a file that is being written.
_PAUSE = 0.5
_SETTLE = 0.05
_CLEAR = b"\x1b[H\x1b[2J"

State = dict[Path, tuple[int, int, int]]


def watch(arguments: Sequence[str], paths: Sequence[Path]) -> None:
    """Run ``moves validate`` now and after every change, until Ctrl-C or until nobody reads any more.

    :param arguments: what to pass on to ``moves validate``
    :param paths: files, and folders with everything below; they may come and go
    """
    # -P: a folder that happens to hold a json.py must not lend it to the program.
    command = [sys.executable, "-P", "-m", __package__.partition(".")[0], "validate", *arguments]
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            seen = _settled(paths)
            _clear()
            _run(command)
            note(f"moves: watching {len(seen)} files; Ctrl-C ends.")
            while state(paths) == seen:
                if _abandoned():
                    return
                time.sleep(_PAUSE)


def state(paths: Sequence[Path]) -> State:
    """Return the files that the paths name, with what changes when they do. What is not there is left out."""
    found: State = {}
    for path in paths:
        if path.is_dir():
            for folder, folders, names in os.walk(path):
                folders[:] = [name for name in folders if not name.startswith(".")]
                _add(found, (Path(folder, name) for name in names if not name.startswith(".")))
        else:
            _add(found, (path,))
    return found


def _add(found: State, files: Iterable[Path]) -> None:
    for file in files:
        with contextlib.suppress(OSError):
            told = file.stat()
            found[file] = (told.st_mtime_ns, told.st_size, told.st_ino)


def _settled(paths: Sequence[Path]) -> State:
    """Return the state once no file changes any more, as an editor may still be writing; wait for a second at most."""
    before = state(paths)
    for _ in range(round(1 / _SETTLE)):
        time.sleep(_SETTLE)
        after = state(paths)
        if after == before:
            break
        before = after
    return before


def _clear() -> None:
    if sys.stdout.isatty():
        with contextlib.suppress(OSError):
            os.write(sys.stdout.fileno(), _CLEAR)


def _run(command: list[str]) -> None:
    # In a process group of its own, so that Ctrl-C reaches us alone and we end it without a word.
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, process_group=0 if os.name == "posix" else None)
    try:
        child.wait()
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()


def _abandoned() -> bool:
    """Tell whether standard output is a pipe that nobody reads any more."""
    import select

    if not hasattr(select, "poll"):  # Windows
        return False
    poller = select.poll()
    poller.register(sys.stdout.fileno(), 0)
    return any(event & select.POLLERR for _, event in poller.poll(0))
