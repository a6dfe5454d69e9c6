"""Find a person's names in texts and addresses, however they are written there, and cover them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from ..naming import folded, possible_names, words

COVER = "[removed]"
_COVER_ZH = "［已移除］"
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_HAN = re.compile(r"[\u3400-\u9fff]")


class Mentions:
    """Knows the names of one person.

    :param names: every name, in any script
    :param slug: the last part of the person's address
    :param others: the last parts of other people's addresses
    """

    def __init__(self, names: Iterable[str], slug: str, others: Iterable[str] = ()) -> None:
        names = list(names)
        self._longer = sorted((other for other in others if slug in other), key=len, reverse=True)
        #: Names as sets of words. One word alone is no name in Latin letters unless the person has no other.
        self._names = {words(name) for name in names if not _HAN.search(name)}
        self._han = sorted({name for name in names if _HAN.search(name)}, key=len, reverse=True)
        #: One word of each name; a text without any of them needs no closer look.
        self._marks = {max(name, key=len) for name in self._names if name}
        self._most = max((len(name) for name in self._names), default=0)
        self._slug = slug

    def __contains__(self, text: str) -> bool:
        if any(name in text for name in self._han):
            return True
        plain = text.casefold() if text.isascii() else folded(text)
        return any(mark in plain for mark in self._marks) and any(name in self._names for name in possible_names(text))

    def covered(self, text: str) -> str:
        """Return a text with every name covered.

        >>> Mentions(["Luo Fuli", "罗福莉"], "luo-fuli").covered("Fuli Luo (罗福莉) left.")
        '[removed] (［已移除］) left.'
        """
        for name in self._han:
            text = text.replace(name, _COVER_ZH)
        if text not in self:
            return text
        spots = list(_WORD.finditer(text))
        made: list[str] = []
        done = at = 0
        while at < len(spots):
            for length in range(min(self._most, len(spots) - at), 0, -1):
                run = spots[at : at + length]
                if tuple(sorted(folded(spot[0]) for spot in run)) in self._names:
                    made += [text[done : run[0].start()], COVER]
                    done, at = run[-1].end(), at + length
                    break
            else:
                at += 1
        return "".join([*made, text[done:]])

    def in_address(self, iri: str) -> bool:
        """Tell whether the address of a page names the person."""
        return unquote(iri) in self

    def renamed(self, slug: str, cover: str) -> str:
        """Return the last part of an address of ours with the person's covered.

        >>> Mentions(["Luo Fuli"], "luo-fuli", ["luo-fuli-2"]).renamed("times-luo-fuli-2025", "removed-1")
        'times-removed-1-2025'
        """
        # The address of somebody else can begin as this one does.
        either = "|".join(map(re.escape, [*self._longer, self._slug]))
        return re.sub(rf"(?<![a-z0-9])(?:{either})(?![a-z0-9])", lambda found: cover if found[0] == self._slug else found[0], slug)
