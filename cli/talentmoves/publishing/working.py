"""Do parts of a release in processes of their own, so that it takes every core."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection

from ..errors import DataError, MovesError
from ..release.staging import Staging, Written
from .collecting import no_collection


class Part:
    """A part of a release that is being written.

    :param work: writes the part; it runs in a process of its own where the system can fork, and at once where not
    :param staging: where to write
    """

    def __init__(self, work: Callable[[Staging], None], staging: Staging) -> None:
        self._staging = staging
        self._process: multiprocessing.process.BaseProcess | None = None
        if "fork" not in multiprocessing.get_all_start_methods():
            with no_collection():
                work(staging)
            return
        context = multiprocessing.get_context("fork")
        self._outcome, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(work, staging, theirs, os.getpid()), daemon=True)
        self._process.start()
        theirs.close()

    def wait(self) -> None:
        """Wait for the part, and take note of its files.

        :raises MovesError: what the part raised
        """
        if self._process is None:
            return
        try:
            outcome = self._outcome.recv()
        except EOFError:
            outcome = DataError(
                "A part of the release ended without a word; perhaps the memory ran out.", "Try again with more memory, or with --no-site."
            )
        self._process.join()
        self._process = None
        if isinstance(outcome, BaseException):
            raise outcome
        self._staging.add(outcome)

    def stop(self) -> None:
        """End the part, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None


def _run(work: Callable[[Staging], None], staging: Staging, outcome: Connection, parent: int) -> None:
    _end_with(parent)
    before = set(staging.files)
    try:
        with no_collection():
            work(staging)
    except (MovesError, OSError) as error:
        outcome.send(error)
        return
    outcome.send([Written(*one) for name, one in staging.files.items() if name not in before])


def _end_with(parent: int) -> None:
    """End this process when its parent does: a release that was killed shall not go on growing."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG, Linux
    except (OSError, AttributeError):
        return
    if os.getppid() != parent:
        os._exit(1)
