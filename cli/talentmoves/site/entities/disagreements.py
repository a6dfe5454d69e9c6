"""Which claims about one thing cannot both be true, by the rules of the report on contradictions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, permutations
from typing import NamedTuple

from pyoxigraph import Literal

from ...vocabulary import TM
from ..knowledge import Knowledge

_DATES = ("tm:left", "tm:joined", "tm:announced", "tm:founded", "tm:acquired")
_COMPANIES = ("tm:fromCompany", "tm:toCompany", "tm:partOf", "tm:acquiredBy", "tm:madeBy")
_ONLY_ONE = ("tm:ledBy", "tm:reportsTo", "tm:moveKind")
_AMOUNTS = (("tm:minSize", "tm:maxSize"), ("tm:minShare", "tm:maxShare"))
_ROLES = ("tm:fromRole", "tm:toRole")
_AT_THE_TOP = {TM + "founderLevel", TM + "executiveLevel"}
# Two ways of rounding one fraction are no contradiction.
_ROUNDING = Decimal("0.02")


class Disagreement(NamedTuple):
    """Two claims and the property on whose values they cannot both be right."""

    matter: str
    one: str
    other: str


def among(knowledge: Knowledge, claims: list[str]) -> list[Disagreement]:
    """Return what claims about one thing disagree on; ``queries/contradictions.rq`` says the same in SPARQL.

    A more exact date does not contradict a less exact one, nor a unit the company that it is a part of.

    :param claims: all claims about the thing
    """
    if len(claims) < 2:
        return []
    found = [
        Disagreement(matter, *sorted((one, other)))
        for one, other in combinations(claims, 2)
        if knowledge.one(one, "tm:source") != knowledge.one(other, "tm:source")
        for matter in _matters(knowledge, one, other, claims)
    ]
    # One page may well say two things in words; it cannot mean two dates by them.
    for one, other in combinations(claims, 2):
        if (knowledge.one(one, "tm:stance") == TM + "denies") != (knowledge.one(other, "tm:stance") == TM + "denies"):
            found.append(Disagreement("tm:stance", *sorted((one, other))))
        if other in knowledge.all(one, "tm:contradicts") or one in knowledge.all(other, "tm:contradicts"):
            found.append(Disagreement("tm:says", *sorted((one, other))))
    return sorted(set(found))


def _matters(knowledge: Knowledge, one: str, other: str, claims: list[str]) -> Iterator[str]:
    own, others = knowledge.facts[one], knowledge.facts[other]
    shared = own.keys() & others.keys()
    for matter in _DATES:
        if matter in shared and any(
            knowledge.one(first, matter + "Latest") < knowledge.one(second, matter + "Earliest") for first, second in permutations((one, other))
        ):
            yield matter
    for matter in _COMPANIES:
        if matter in shared and any(_apart(knowledge, a, b) for a in knowledge.all(one, matter) for b in knowledge.all(other, matter)):
            yield matter
    for matter in _ONLY_ONE:
        if matter in shared and any(a != b for a in knowledge.all(one, matter) for b in knowledge.all(other, matter)):
            yield matter
    for lower, upper in _AMOUNTS:
        if any(
            most + _ROUNDING < least
            for first, second in permutations((own, others))
            for most in _numbers(first.get(upper, ()))
            for least in _numbers(second.get(lower, ()))
        ):
            yield lower
    for matter in _ROLES:
        if matter in shared and _levels_differ(knowledge, matter, one, other, claims):
            yield matter


def _apart(knowledge: Knowledge, one: str, other: str) -> bool:
    return one != other and other not in knowledge.all(one, "tm:within") and one not in knowledge.all(other, "tm:within")


def _levels_differ(knowledge: Knowledge, matter: str, one: str, other: str, claims: list[str]) -> bool:
    """Tell whether two claims give titles of different seniority at one company.

    Titles of one seniority are taken for wordings of each other, and a source that gives both sees no contradiction.
    """
    given: dict[str, set[str]] = {}
    for claim in claims:
        given.setdefault(knowledge.one(claim, "tm:source"), set()).update(knowledge.all(claim, matter))
    by_one, by_other = given[knowledge.one(one, "tm:source")], given[knowledge.one(other, "tm:source")]
    for first in knowledge.all(one, matter):
        for second in knowledge.all(other, matter):
            levels = {knowledge.one(first, "tm:seniority"), knowledge.one(second, "tm:seniority")}
            same_place = knowledge.one(first, "tm:roleAt") == knowledge.one(second, "tm:roleAt") != ""
            if same_place and len(levels) == 2 and "" not in levels and levels != _AT_THE_TOP and first not in by_other and second not in by_one:
                return True
    return False


def _numbers(values: object) -> list[Decimal]:
    assert isinstance(values, (list, tuple))
    return [Decimal(value.value) for value in values if isinstance(value, Literal)]
