"""When two names are one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

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


_HAN = re.compile(r"[\u3400-\u9fff]+")
#: How many words, and how many Chinese characters, a name has at most.
_MOST_WORDS, _MOST_HAN = 4, 4


def possible_names(text: str) -> Iterator[tuple[str, ...]]:
    """Yield everything in a text that could be a person's name, as :func:`words` has it: some words in a row, some Chinese characters.

    >>> ("fuli", "luo") in set(possible_names("Then Luo Fuli left.")), ("罗福莉",) in set(possible_names("小米的罗福莉说"))
    (True, True)
    """
    found = folded(_HAN.sub(" ", text)).split()
    for start in range(len(found)):
        for length in range(1, _MOST_WORDS + 1):
            if start + length <= len(found):
                yield tuple(sorted(found[start : start + length]))
    for run in _HAN.findall(text):
        for start in range(len(run)):
            for length in range(2, _MOST_HAN + 1):
                if start + length <= len(run):
                    yield (run[start : start + length],)
