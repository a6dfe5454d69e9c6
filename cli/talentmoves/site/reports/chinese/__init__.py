"""The reports in Chinese: each English text of a report file with its translation, so that a changed text asks for a new one."""

from __future__ import annotations

from .columns import HEADINGS, MEANINGS
from .texts import TEXTS

#: By English text: summaries, descriptions, caveats, what parameters and columns mean.
CHINESE = TEXTS | MEANINGS


def in_chinese(english: str) -> str:
    """Return a text of a report's description in Chinese; in English where a report of somebody's own has no other."""
    return CHINESE.get(english, english)


__all__ = ["CHINESE", "HEADINGS", "in_chinese"]
