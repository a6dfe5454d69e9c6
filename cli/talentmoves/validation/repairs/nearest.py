"""The entry or term that a mistyped one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def alike(name: str, known: Iterable[str], limit: int = 3) -> list[tuple[str, bool]]:
    """Return the names that a mistyped one may mean, best first, each with whether it stands out.

    A name stands out where it differs in case only or by one typing error, and no other does.

    >>> alike("ada-exmaple", ["ada-example", "bob-sample"])
    [('ada-example', True)]
    >>> alike("chief", ["ada-example"])
    []
    """
    from rapidfuzz.distance import OSA  # 25 ms that only a wrong name needs

    names = list(dict.fromkeys(known))
    reach = max(1, min(len(name) // 4, 4))
    lower = name.lower()
    found = []
    for one in names:
        distance = OSA.distance(lower, one.lower(), score_cutoff=reach)
        if distance <= reach:
            found.append((distance, one))
    found.sort()
    close = [one for distance, one in found if distance <= 1]
    exact = [one for distance, one in found if distance == 0]
    best = exact if len(exact) == 1 else close
    return [(one, best == [one]) for _, one in found[:limit]]
