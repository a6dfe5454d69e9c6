"""When two names are one."""

from __future__ import annotations

import re
import unicodedata

_SEPARATORS = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    """Return a name without what people write differently: case, accents, punctuation, width.

    >>> folded("Karén  Simonyan"), folded("01.AI")
    ('karen simonyan', '01 ai')
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return _SEPARATORS.sub(" ", plain.casefold()).strip()


def words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name in alphabetical order: family names stand in front or behind.

    >>> words("Luo Fuli") == words("Fuli LUO")
    True
    """
    return tuple(sorted(folded(name).split()))
