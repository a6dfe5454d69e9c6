"""A bar on a terminal that tells how far a release has come."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def bar() -> Iterator[Callable[[], None]]:
    """Show how many files are written, on a terminal only; yields what to call for each file, in any process."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    written = multiprocessing.Value("l", 0)
    over = threading.Event()

    def tell() -> None:
        with written.get_lock():
            written.value += 1

    def show() -> None:
        shown = -1
        while not over.wait(0.2):
            if written.value != shown:
                shown = written.value
                click.echo(f"\r\x1b[2KPublishing: {shown:,} files written …", nl=False, err=True)
        click.echo("\r\x1b[2K", nl=False, err=True)

    thread = threading.Thread(target=show, daemon=True)
    thread.start()
    try:
        yield tell
    finally:
        over.set()
        thread.join()
