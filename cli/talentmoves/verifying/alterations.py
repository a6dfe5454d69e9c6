"""Tell what was altered in a dump in the user's terms: by move, with names, as ``moves diff`` does."""

from __future__ import annotations

import re

from ..comparing.changes import changes
from ..comparing.delta import compare
from ..comparing.telling import tell
from ..errors import DataError
from ..formats.cells import visible
from ..vocabulary import CURATED
from .outcome import Alteration

#: How many entities, and how many statements each way, are shown.
_SHOWN = 5
_GRAPH = re.compile(rb" <[^<>]*> \.$")


def describe(found: bytes, expected: bytes, reference: bytes, graphs: tuple[str, ...]) -> Alteration:
    """Return what a dump holds that it should not, and what it lacks.

    :param found: what it says, as canonical N-Quads
    :param expected: what it should say
    :param reference: the data set that the other dumps hold
    :param graphs: the graphs that it holds merged; nothing where it keeps them apart
    """
    has, should = set(found.split(b"\n")) - {b""}, set(expected.split(b"\n")) - {b""}
    added, removed = sorted(has - should), sorted(should - has)
    told = _told(reference, _altered(added, removed, reference, graphs))
    return Alteration(told, first(added), first(removed), len(added), len(removed))


def first(lines: list[bytes]) -> list[str]:
    """Return a few statements as text."""
    return [visible(line.decode("utf-8", "replace")) for line in lines[:_SHOWN]]


def _altered(added: list[bytes], removed: list[bytes], reference: bytes, graphs: tuple[str, ...]) -> bytes:
    """Return the data set as it would be with the alteration."""
    lines = set(reference.split(b"\n")) - {b""}
    if not graphs:
        return _joined(lines.difference(removed).union(added))
    gone = set(removed)
    # In which graph a statement of a merged dump was is not told; what people wrote is what they look for.
    home = graphs[0] if len(graphs) == 1 else CURATED
    endings = tuple(f" <{graph}> .".encode() for graph in graphs)
    kept = {line for line in lines if not (line.endswith(endings) and _GRAPH.sub(b" .", line) in gone)}
    return _joined(kept.union(line[:-1] + f"<{home}> .".encode() for line in added))


def _joined(lines: set[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in sorted(lines))


def _told(reference: bytes, altered: bytes) -> list[str]:
    try:
        told = tell(changes(compare(reference, altered)), "en")
    except (DataError, ValueError):  # what was altered is no longer data of ours; the statements tell
        return []
    items = [f"{section.heading}: {item}" for section in told.sections for item in section.items]
    return [*items[:_SHOWN], *([f"… and {len(items) - _SHOWN} more"] if len(items) > _SHOWN else [])]
