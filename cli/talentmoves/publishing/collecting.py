"""Work without the garbage collector, where there are millions of objects and no cycles among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the collector from looking through all objects again and again, which takes a quarter of the time.

    https://docs.python.org/3/library/gc.html
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
