"""Parse the ``#+`` lines of report files, and remember the outcome.

Importing a YAML parser takes a tenth of the time that a report may take from cold start, so what it
made of a file is kept in the cache for as long as the file does not change.
"""

from __future__ import annotations

import marshal
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..errors import QueryError
from ..places import cache_home


def description(file: Path, text: str) -> dict[str, Any]:
    """Return the description of a report file as YAML gives it.

    :raises QueryError: if there is none or it is not YAML
    """
    # The format of marshal belongs to the version of Python.
    key = f"1 {sys.version} {text}".encode()
    home = cache_home()
    place = home / f"report-{zlib.crc32(key):08x}" if home else None
    if place is not None:
        with suppress(OSError, EOFError, ValueError, TypeError):
            known, about = marshal.loads(place.read_bytes())
            if known == key and isinstance(about, dict):
                return about
    about = _parsed(file, text)
    if place is not None and home is not None:
        from ..output import replace  # which uses what costs time to import

        with suppress(OSError, ValueError, QueryError):
            home.mkdir(parents=True, exist_ok=True)
            replace(place, marshal.dumps((key, about)))
    return about


def _parsed(file: Path, text: str) -> dict[str, Any]:
    import yaml

    header = "\n".join(line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+"))
    try:
        about = yaml.load(header, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise QueryError(f"{file.name}: its #+ lines are not YAML: {error}") from None
    if not isinstance(about, dict):
        raise QueryError(f"{file.name}: no description.", "Begin the file with '#+ summary: …'.")
    return about
