"""A line on a terminal that tells how far a check has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_INTERVAL = 0.2  # seconds


@contextmanager
def bar() -> Iterator[Callable[[], None]]:
    """Yield what to call for every step; on a terminal the number of steps is shown now and then."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    steps, shown = 0, time.monotonic()

    def tell() -> None:
        nonlocal steps, shown
        steps += 1
        if time.monotonic() - shown > _INTERVAL:
            shown = time.monotonic()
            click.echo(f"\r\x1b[2KChecking: {steps:,} files …", nl=False, err=True)

    try:
        yield tell
    finally:
        click.echo("\r\x1b[2K", nl=False, err=True)
