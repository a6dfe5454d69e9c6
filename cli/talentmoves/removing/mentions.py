"""Find a person's names in texts and addresses, however they are written there, and cover them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from ..naming import folded, forms, possible_names

COVER = "[removed]"
COVER_ZH = "［已移除］"
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_HAN = re.compile(r"[\u3400-\u9fff]")
#: A family name of fewer letters is too often another word.
_LEAST = 4


class Mentions:
    """Knows the names of one person.

    :param names: every name, in any script
    :param slug: the last part of the person's address
    :param others: names of other people, and the last parts of their addresses
    """

    def __init__(self, names: Iterable[str], slug: str, others: Iterable[str] = ()) -> None:
        names, others = list(names), list(others)
        self._longer = sorted((other for other in others if slug in other), key=len, reverse=True)
        self._slug = slug
        self._han = sorted({name for name in names if _HAN.search(name)}, key=len, reverse=True)
        latin = [name for name in names if not _HAN.search(name)]
        self._forms = {form for name in latin for form in forms(name)}
        self._most = max((len(folded(name).split()) for name in latin), default=0) + 2
        known = {word for other in others for word in folded(other.replace("-", " ")).split()}
        # Chinese family names stand in front or, as Western ones, behind.
        ends = (-1, 0) if self._han else (-1,)
        family = {folded(name).split()[end] for name in latin if folded(name) for end in ends}
        #: The family name, where nobody else here bears it.
        self._alone = {word for word in family if len(word) >= _LEAST and word not in known}
        #: Words without which a text needs no closer look.
        self._marks = {max(folded(name).split(), key=len) for name in latin if folded(name)} | self._alone

    def __contains__(self, text: str) -> bool:
        return any(name in text for name in self._han) or (self._near(text) and self.covered(text) != text)

    def _near(self, text: str) -> bool:
        plain = folded(text).replace(" ", "")
        return any(mark in plain for mark in self._marks)

    def covered(self, text: str) -> str:
        """Return a text with every name covered, and the family name where it stands alone and is nobody else's.

        >>> Mentions(["Luo Fuli", "罗福莉"], "luo-fuli").covered("Fu-Li Luo (罗福莉) left.")
        '[removed] (［已移除］) left.'
        >>> Mentions(["Sam Altman"], "sam-altman", ["Sam Example"]).covered("Altman's board and Sam.")
        "[removed]'s board and Sam."
        """
        for name in self._han:
            text = text.replace(name, COVER_ZH)
        if not self._near(text):
            return text
        spots = list(_WORD.finditer(text))
        made: list[str] = []
        done = at = 0
        while at < len(spots):
            length = self._length(spots, at)
            if length:
                made += [text[done : spots[at].start()], COVER]
                done = spots[at + length - 1].end()
            at += length or 1
        return "".join([*made, text[done:]])

    def _length(self, spots: list[re.Match[str]], at: int) -> int:
        """Return how many words from here on are the person's name."""
        for length in range(min(self._most, len(spots) - at), 0, -1):
            if "".join(folded(spot[0]) for spot in spots[at : at + length]) in self._forms:
                return length
        return int(folded(spots[at][0]) in self._alone and spots[at][0][:1].isupper())

    def in_address(self, iri: str) -> bool:
        """Tell whether the address of a page names the person."""
        plain = unquote(iri)
        if any(name in plain for name in self._han) or not self._forms.isdisjoint(possible_names(plain)):
            return True
        tokens = folded(plain).split()
        return any(token in self._alone or token.removesuffix("s") in self._alone for token in tokens) or any(
            form in folded(plain).replace(" ", "") for form in self._forms
        )

    def renamed(self, slug: str, cover: str) -> str:
        """Return the last part of an address of ours with the person's covered.

        >>> Mentions(["Luo Fuli"], "luo-fuli", ["luo-fuli-2"]).renamed("times-luo-fuli-2025", "removed-1")
        'times-removed-1-2025'
        """
        # The address of somebody else can begin as this one does.
        either = "|".join(map(re.escape, [*self._longer, self._slug, *sorted(self._alone, key=len, reverse=True)]))
        mine = {self._slug, *self._alone}
        return re.sub(rf"(?<![a-z0-9])(?:{either})(?![a-z0-9])", lambda found: cover if found[0] in mine else found[0], slug)
