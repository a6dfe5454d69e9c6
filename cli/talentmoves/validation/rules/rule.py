"""One rule, whoever enforces it."""

from __future__ import annotations

from typing import NamedTuple

from ...vocabulary import BASE
from ..findings import Level


class Rule(NamedTuple):
    """One rule; several shapes may enforce it, one a class."""

    code: str
    level: Level
    #: By language: a few words that name the rule, what is wrong, and how to mend it.
    title: dict[str, str]
    message: dict[str, str]
    repair: dict[str, str]
    shapes: tuple[str, ...]

    @property
    def page(self) -> str:
        """Address of the rule's page."""
        return f"{BASE}rule/{self.code}"
