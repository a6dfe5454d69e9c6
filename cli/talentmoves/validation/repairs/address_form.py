"""The form of addresses: what the rule on it accepts, and what a name becomes in an address."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pyoxigraph import NamedNode

from ...shacl.vocabulary import SH
from ...vocabulary import BASE, TM
from ..rules.catalogue import by_shape
from ..rules.shape_facts import all_of

_RULE = "TM002"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of the rule, one for each kind of entry; the shapes are their only home."""
    shapes = sorted(shape for shape, rule in by_shape().items() if rule.code == _RULE)
    return tuple(re.compile(pattern) for shape in shapes for pattern in all_of(shape, SH + "pattern"))


def well_formed(address: str) -> bool:
    """Tell whether an entry may have this address, so that a repair can offer it.

    >>> well_formed("https://w3id.org/talent-moves/move/ada-2024"), well_formed("https://w3id.org/talent-moves/move/Ada_2024")
    (True, False)
    """
    return any(form.search(address) for form in _forms())


def may_be_offered(value: object) -> bool:
    """Tell whether a repair can offer a value: a text, a term of the vocabulary, or an entry whose address can stay."""
    if not isinstance(value, NamedNode) or not value.value.startswith(BASE) or value.value.startswith(TM):
        return True
    return well_formed(value.value)


def slug_of(name: str) -> str:
    """Return the slug of a name, empty where it has no Latin letters.

    >>> slug_of("Élodie O'Hara"), slug_of("AdaExample_2024")
    ('elodie-o-hara', 'ada-example-2024')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", plain)
    return re.sub(r"[^a-z0-9]+", "-", spaced.lower()).strip("-")
