"""Find what only changed its identifier, and what was merged into something else, by what is said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from pyoxigraph import NamedNode

from ..naming import folded
from .facts import Facts, Value

#: A fact that so many things share says little about any of them.
_COMMON = 30
#: How much of what is said of two things must agree for them to be one.
_LEAST = 0.5
#: How much of two spellings of a name must agree.
_ALIKE = 0.6
_SELF = "(itself)"
_NAMES = {"rdfs:label", "skos:altLabel"}


def renamed(old: Facts, new: Facts, gone: Iterable[str], come: Iterable[str]) -> dict[str, str]:
    """Return the things with a new identifier: the earlier one, and the later one.

    Two of a kind are one thing if they agree in half of what is said of them and of what points to them, and no other agrees as much.

    :param gone: what only the earlier state has
    :param come: what only the later state has
    """
    before, after = _features(old, gone), _features(new, come)
    having: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for iri, features in after.items():
        for feature in features:
            having[feature].append(iri)
    scores: list[tuple[float, str, str]] = []
    for iri, features in before.items():
        shared = Counter(other for feature in features if len(having[feature]) <= _COMMON for other in having[feature])
        for other, _ in shared.most_common(8):
            score = len(features & after[other]) / len(features | after[other])
            if score >= _LEAST and old.kind(iri) == new.kind(other):
                scores.append((score, iri, other))
    best: dict[str, float] = {}
    ties: Counter[tuple[str, float]] = Counter()
    for score, iri, other in scores:
        for one in (iri, other):
            best[one] = max(score, best.get(one, 0))
            ties[one, score] += 1
    return {iri: other for score, iri, other in sorted(scores) if score == best[iri] == best[other] and ties[iri, score] == ties[other, score] == 1}


def followed(old: Facts, new: Facts, gone: Iterable[str], come: Iterable[str], mapping: dict[str, str]) -> dict[str, str]:
    """Return the things with a new identifier and another spelling of their name: all that pointed to the earlier one points to the later one now.

    :param mapping: what else has a new identifier
    """
    left, fresh = set(gone) - mapping.keys(), set(come) - set(mapping.values())
    by_references: dict[frozenset[tuple[str, str]], list[str]] = defaultdict(list)
    for other, pointing in sorted(new.references(fresh).items()) if left and fresh else ():
        by_references[frozenset(pointing)].append(other)
    found: dict[str, str] = {}
    for iri, pointing in sorted(old.references(left).items()) if by_references else ():
        there = frozenset((mapping.get(subject, subject), predicate) for subject, predicate in pointing)
        others = [other for other in by_references.get(there, ()) if there and old.kind(iri) == new.kind(other)]
        if len(others) == 1 and _alike(_names(old, iri), _names(new, others[0])):
            found[iri] = others[0]
    return found


def _alike(names: set[str], others: set[str]) -> bool:
    return any(SequenceMatcher(None, one, other).ratio() >= _ALIKE for one in names for other in others)


def merged(old: Facts, new: Facts, gone: Iterable[str], touched: Iterable[str], mapping: dict[str, str]) -> dict[str, str]:
    """Return the things that went into others of their kind: most of what pointed to them points there now, or these took over their name.

    :param touched: of what something new is said
    :param mapping: what has a new identifier
    """
    left = set(gone) - mapping.keys()
    referring = old.references(left)
    by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
    for iri in sorted(touched):
        if iri in old and (fresh := _names(new, iri) - _names(old, iri)):
            for name in fresh:
                by_name[new.kind(iri), name].append(iri)
    found: dict[str, str] = {}
    for iri in sorted(left):
        kind = old.kind(iri)
        targets: Counter[str] = Counter()
        for subject, predicate in referring[iri]:
            known = set(old.values(subject, predicate))
            for value in new.values(mapping.get(subject, subject), predicate):
                if value not in known and value in old and new.kind(value) == kind:
                    targets[value] += 1
        named = {other for name in _names(old, iri) for other in by_name[kind, name]}
        if targets and targets.most_common(1)[0][1] * 2 > len(referring[iri]):
            found[iri] = targets.most_common(1)[0][0]
        elif len(named) == 1:
            found[iri] = named.pop()
    return found


def _names(facts: Facts, iri: str) -> set[str]:
    about = facts.of(iri)
    return {folded(value.value) for predicate in _NAMES for value in about.get(predicate, ())} - {""}


def _features(facts: Facts, things: Iterable[str]) -> dict[str, set[tuple[str, ...]]]:
    """Return what is said of things and of what points to them, with the thing itself made anonymous."""
    things = set(things)
    found: dict[str, set[tuple[str, ...]]] = {}
    for iri in things:
        about = facts.of(iri)
        found[iri] = {(predicate, _feature(predicate, value, iri)) for predicate, values in about.items() for value in values}
        found[iri] = {feature for feature in found[iri] if feature[0] != "rdf:type"}
    for iri, references in facts.references(things).items():
        for subject, predicate in references:
            # What a move says besides the person it is of; addresses of claims and texts change with the name.
            said = sorted((name, _feature(name, value, iri)) for name, values in facts.of(subject).items() if name != "tm:says" for value in values)
            found[iri].add((f"^{predicate}", *(part for pair in said for part in pair)))
    return found


def _feature(predicate: str, value: Value, iri: str) -> str:
    if isinstance(value, NamedNode):
        return _SELF if value.value == iri else f"<{value.value}>"
    return folded(value.value) if predicate in _NAMES else str(value)
