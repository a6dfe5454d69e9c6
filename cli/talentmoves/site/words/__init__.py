"""What the site says, in English and Chinese, a module for each kind of page."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str
