"""The last parts of addresses: ASCII, lower case, words joined by hyphens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_LONGEST = 80
#: Letters that Unicode does not take apart.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "&": " and ", "'": None, "’": None}
)


def slug(text: str) -> str:
    """Return the slug of a name; empty if it has no letter or digit that can be written in ASCII.

    >>> slug("Karén Simonyan"), slug("01.AI"), slug("面壁智能")
    ('karen-simonyan', '01-ai', '')
    """
    folded = unicodedata.normalize("NFKD", text.lower().translate(_PLAIN)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", folded)
    short = ""
    for word in words:
        if short and len(short) + 1 + len(word) > _LONGEST:
            break
        short += f"-{word}" if short else word[:_LONGEST]
    return short


def unused(wanted: str, taken: Container[str]) -> str:
    """Return the slug, with a number behind it where it is taken.

    >>> unused("wang-wei", {"wang-wei", "wang-wei-2"})
    'wang-wei-3'
    """
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
