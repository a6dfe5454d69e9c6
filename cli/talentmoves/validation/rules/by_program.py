"""The rules that no shape enforces, each with its group and its example."""

from __future__ import annotations

from typing import NamedTuple

from . import removed, unreadable
from .catalogue import Rule
from .examples import Example


class ByProgram(NamedTuple):
    """A rule that the program itself enforces."""

    rule: Rule
    group: dict[str, str]
    example: Example


#: The one about files comes in front of those of the shapes, the one about people behind them.
FIRST = (ByProgram(unreadable.RULE, unreadable.GROUP, unreadable.EXAMPLE),)
LAST = (ByProgram(removed.RULE, removed.GROUP, removed.EXAMPLE),)
BY_CODE = {one.rule.code: one for one in (*FIRST, *LAST)}
