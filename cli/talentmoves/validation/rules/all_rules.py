"""All rules: those of the shapes, and those that no shape enforces, each of these with its group and its example."""

from __future__ import annotations

from typing import NamedTuple

from ...errors import UnknownNameError
from ...suggestions import did_you_mean
from . import removed, unreadable
from .catalogue import catalogue
from .examples import Example
from .rule import Rule


class ByProgram(NamedTuple):
    """A rule that the program itself enforces."""

    rule: Rule
    group: dict[str, str]
    example: Example


#: The one about files comes in front of those of the shapes, the one about people behind them.
FIRST = (ByProgram(unreadable.RULE, unreadable.GROUP, unreadable.EXAMPLE),)
LAST = (ByProgram(removed.RULE, removed.GROUP, removed.EXAMPLE),)
BY_CODE = {one.rule.code: one for one in (*FIRST, *LAST)}


def find(code: str) -> Rule:
    """Return the rule of this code; case does not matter.

    :raises UnknownNameError: if there is none; the text offers the nearest codes
    """
    rules = {**{known: one.rule for known, one in BY_CODE.items()}, **catalogue()}
    wanted = code.strip().upper()
    if wanted not in rules:
        raise UnknownNameError(f"There is no rule '{code}'.", did_you_mean(wanted, rules) or "moves explain lists the rules.")
    return rules[wanted]
