"""A bar on a terminal that tells how far a release has come."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

_WIDTH = 30
_INTERVAL = 0.2  # seconds


class Progress:
    """How many files are written, counted over all processes.

    :param written: a shared number, or nothing where nobody looks
    """

    def __init__(self, written: Any = None) -> None:
        self._written = written
        #: How many files are expected; 0 while nobody knows.
        self.expected = 0

    def tell(self) -> None:
        """Count one file; any process may call it."""
        if self._written is not None:
            with self._written.get_lock():
                self._written.value += 1

    def line(self) -> str:
        """Return the bar as it stands."""
        if not self.expected:
            return "Reading the data …"
        written = self._written.value
        part = min(written / self.expected, 1.0)
        return f"[{'#' * round(part * _WIDTH):<{_WIDTH}}] {part:4.0%}  {written:,} files"


@contextmanager
def bar() -> Iterator[Progress]:
    """Show progress while the block runs, on a terminal only."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    progress = Progress(multiprocessing.Value("l", 0))
    over = threading.Event()

    def show() -> None:
        while not over.wait(_INTERVAL):
            click.echo(f"\r\x1b[2K{progress.line()}", nl=False, err=True)
        click.echo("\r\x1b[2K", nl=False, err=True)

    thread = threading.Thread(target=show, daemon=True)
    thread.start()
    try:
        yield progress
    finally:
        over.set()
        thread.join()
