"""The nearest names to one that does not exist."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """Return the known names that are most like the given one, best first; none if nothing is near.

    >>> nearest("bomerangs", ["boomerangs", "flows", "latest"])
    ['boomerangs']
    """
    from rapidfuzz import fuzz, process, utils  # 25 ms that only a wrong name needs

    found = process.extract(name, list(dict.fromkeys(known)), scorer=fuzz.WRatio, processor=utils.default_process, limit=limit, score_cutoff=60)
    return [str(match[0]) for match in found]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a sentence that offers the nearest names, or nothing if none is near."""
    found = nearest(name, known)
    return f"Did you mean {' or '.join(found)}?" if found else ""
