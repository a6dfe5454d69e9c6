"""Do what hostile content could make endless in processes of their own, with limits on time and memory.

Nested brackets, entities of XML that multiply, and graphs of blank nodes that are hard to tell apart can make a small file take
hours or all of the memory. A release has none of them; what anybody may have put in its place may.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

#: What any work may take, and what it may take besides for every byte of the content.
_SECONDS, _BYTES_A_SECOND = 60.0, 1_000_000
_MEMORY, _MEMORY_A_BYTE = 2 << 30, 40
_AT_ONCE = max(1, min(4, os.cpu_count() or 1))


class ExceededError(Exception):
    """Work took more time or memory than content of its size should."""

    def __init__(self) -> None:
        super().__init__("it takes more time or memory than a file of its size should")


class Work(NamedTuple):
    """Something to do.

    :param do: what to do; it returns what can be pickled
    :param size: how many bytes of content it works on
    """

    do: Callable[[], Any]
    size: int


def run(do: Callable[[], T], size: int) -> T:
    """Do one thing and return what it returns.

    :raises ExceededError: if it takes too much time or memory
    """
    (done,) = run_all([Work(do, size)])
    if isinstance(done, ExceededError):
        raise done
    return done  # type: ignore[no-any-return]


def run_all(works: Sequence[Work], tell: Callable[[], None] = lambda: None) -> list[Any]:
    """Do several things, as many at once as there are cores, and return what they return in their order.

    :param tell: called after each
    :returns: an :class:`ExceededError` in the place of what took too much time or memory
    """
    outcomes: list[Any] = [ExceededError() for _ in works]
    waiting = list(enumerate(works))[::-1]
    running: dict[Connection, tuple[int, BaseProcess, float]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < _AT_ONCE:
                at, work = waiting.pop()
                connection, process = _start(work)
                running[connection] = (at, process, time.monotonic() + _seconds(work))
            first = min(deadline for _, _, deadline in running.values())
            ready = wait(list(running), max(0.0, first - time.monotonic()))
            for connection in [connection for connection in running if connection in ready]:
                at, process, _ = running.pop(connection)
                with suppress(EOFError):  # it ended without a word: the memory was not enough
                    outcomes[at] = connection.recv()
                _end(connection, process)
                tell()
            for connection, (_, process, deadline) in list(running.items()):
                if deadline <= time.monotonic():
                    del running[connection]
                    _end(connection, process)
                    tell()
    finally:
        for connection, (_, process, _) in running.items():
            _end(connection, process)
    return outcomes


def _start(work: Work) -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    process: BaseProcess = context.Process(target=_do, args=(work, theirs), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return ours, process


def _do(work: Work, outcome: Connection) -> None:
    # What a library says when the memory runs out is not for the user.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    faulthandler.disable()
    _limit(work)
    with suppress(MemoryError):
        outcome.send(work.do())


def _limit(work: Work) -> None:
    try:
        import resource
    except ImportError:  # not a POSIX system; the time is limited all the same
        return
    present = 0
    with suppress(OSError, ValueError):
        present = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    memory = present + _MEMORY + _MEMORY_A_BYTE * work.size
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, int(_seconds(work)) + 1), (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def _seconds(work: Work) -> float:
    return _SECONDS + work.size / _BYTES_A_SECOND


def _end(connection: Connection, process: BaseProcess) -> None:
    connection.close()
    process.kill()
    process.join()
