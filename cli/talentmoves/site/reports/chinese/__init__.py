"""The reports in Chinese: each English text of a report file with its translation, so that a changed text asks for a new one."""

from __future__ import annotations

from .columns import HEADINGS, MEANINGS
from .texts import TEXTS

#: By English text: summaries, descriptions, caveats, what parameters and columns mean.
CHINESE = TEXTS | MEANINGS

__all__ = ["CHINESE", "HEADINGS"]
