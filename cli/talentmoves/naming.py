"""When two names are one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import permutations

_SEPARATORS = re.compile(r"[\W_]+")
#: Letters of other alphabets that look like Latin ones (Unicode Technical Standard 39, https://www.unicode.org/reports/tr39/, in part).
_LOOKALIKES = str.maketrans("аеорсухіјѕԁһԛԝαορνικτ", "aeopcyxijsdhqwaopvikt")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])[\s\u3000]+(?=[\u3400-\u9fff])")
#: How many words, and how many Chinese characters, a name has at most.
_MOST_WORDS, _MOST_HAN = 5, 4


def folded(name: str) -> str:
    """Return a name without what people write differently: case, accents, punctuation, width, letters that look alike.

    >>> folded("Karén  Simonyan"), folded("01.AI")
    ('karen simonyan', '01 ai')
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return _SEPARATORS.sub(" ", plain.casefold().translate(_LOOKALIKES)).strip()


def words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name in alphabetical order: family names stand in front or behind.

    >>> words("Luo Fuli") == words("Fuli LUO")
    True
    """
    return tuple(sorted(folded(name).split()))


def forms(name: str) -> set[str]:
    """Return every way to write a person's name without spaces: the words in any order.

    >>> sorted(forms("Luo Fuli")), forms("Luo Fu-Li") & forms("Fuli LUO") != set()
    (['fuliluo', 'luofuli'], True)
    """
    parts = folded(_BETWEEN_HAN.sub("", name)).split()
    return {"".join(order) for order in permutations(parts)} if len(parts) <= 4 else {"".join(parts)}


def same(one: str, other: str) -> bool:
    """Tell whether two texts are one person's name, whatever the order and the division of its words."""
    return not forms(one).isdisjoint(forms(other))


def possible_names(text: str) -> Iterator[str]:
    """Yield everything in a text that could be a person's name, as :func:`forms` has it: some words in a row, some Chinese characters.

    Two Chinese characters are a name only where they stand by themselves: within a longer text they often belong to other words.

    >>> "luofuli" in set(possible_names("Then Luo Fu-Li left.")), "罗福莉" in set(possible_names("小米的罗福莉说"))
    (True, True)
    """
    yield from (run for run in _HAN.findall(text) if len(run) == 2)
    text = _BETWEEN_HAN.sub("", text)
    found = folded(_HAN.sub(" ", text)).split()
    for start in range(len(found)):
        for end in range(start + 1, min(start + _MOST_WORDS, len(found)) + 1):
            yield "".join(found[start:end])
    for run in _HAN.findall(text):
        if len(run) == 2:
            yield run
        for start in range(len(run)):
            for length in range(3, _MOST_HAN + 1):
                if start + length <= len(run):
                    yield run[start : start + length]
