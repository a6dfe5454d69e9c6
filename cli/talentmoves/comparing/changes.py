"""What changed between two states, entity by entity, claims with what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..removing.mentions import COVER, COVER_ZH
from ..removing.removal import WITHHELD
from ..vocabulary import CURATED, DERIVED, ONTOLOGY, SHAPES, TM
from . import pairing
from .delta import Comparison, Delta
from .facts import Facts, Properties, Value, graph_of

#: The kinds of entities in the order in which they are told: local names of classes, and what is no entity of the data.
KINDS = ("Move", "GroupMove", "Person", "Company", "Role", "Product", "Source", "Thesis", "UnnamedSpeaker", "Claim", "Term", "Rule")
_PLACES = {kind: at for at, kind in enumerate(KINDS)} | {"GroupMove": 0}
#: What can have happened to one, in the order in which it is told.
ADDED, CHANGED, RENAMED, MERGED, WITHDRAWN = WHAT = ("added", "changed", "renamed", "merged", "withdrawn")
STATUS = "tm:status"


class Difference(NamedTuple):
    """What became of one property: the values that went, and those that came."""

    predicate: str
    before: tuple[Value, ...]
    after: tuple[Value, ...]


class Change(NamedTuple):
    """What became of one entity."""

    kind: str
    what: str
    #: Its address now; of what is withdrawn the one that it had.
    iri: str
    #: The address that it had before, where that changed or it was merged into the other one.
    was: str
    differences: tuple[Difference, ...]
    #: What became of the claims about it, in the order of their addresses.
    claims: tuple[Change, ...] = ()


class Removed(NamedTuple):
    """A tombstone."""

    iri: str
    reason: str
    day: str


class Changes(NamedTuple):
    """What changed between two states."""

    delta: Delta
    old: Facts
    new: Facts
    removals: list[Removed]
    changes: list[Change]
    #: The addresses that changed, earlier and later.
    mapping: dict[str, str]
    #: How many statements came and went, by the last part of the name of their graph.
    counts: dict[str, tuple[int, int]]

    @property
    def nothing(self) -> bool:
        """Whether the states are the same."""
        return self.delta.old_hash == self.delta.new_hash


def changes(comparison: Comparison) -> Changes:
    """Tell what changed, entity by entity."""
    delta = comparison.delta
    old, new = Facts(comparison.old), Facts(comparison.new)
    removed, added = comparison.old - comparison.new, comparison.new - comparison.old
    before, after = _subjects(removed, CURATED), _subjects(added, CURATED)
    gone = {iri for iri in before if old.kind(iri) and not new.kind(iri)}
    come = {iri for iri in after if new.kind(iri) and not old.kind(iri)}
    mapping = pairing.renamed(old, new, gone, come)
    mapping |= pairing.followed(old, new, gone, come, mapping)
    merged = pairing.merged(old, new, gone, after, mapping)
    earlier = {now: was for was, now in mapping.items()}
    status = {iri for iri in (*_subjects(removed, DERIVED, STATUS), *_subjects(added, DERIVED, STATUS)) if new.kind(iri) or old.kind(iri)}
    covers = _covers(delta)
    found: dict[str, Change] = {}
    for iri in sorted((before | after | status) - mapping.keys()):
        made = _change(old, new, iri, earlier.get(iri, ""), merged, mapping)
        made = _without_covers(made, covers) if made and covers else made
        if made is not None:
            found[iri] = made
    told = _with_claims(found, old, new, mapping)
    told += [_other(old, new, iri, graph) for graph in (ONTOLOGY, SHAPES) for iri in sorted(_subjects(removed, graph) | _subjects(added, graph))]
    removals = [Removed(iri, new.one(iri, "tm:removalReason").removeprefix(TM), new.one(iri, "tm:removed")) for iri in delta.removals]
    ordered = sorted(told, key=lambda change: (_PLACES[change.kind], WHAT.index(change.what), change.iri))
    return Changes(delta, old, new, removals, ordered, mapping, _counts(delta))


def _subjects(lines: Iterable[bytes], graph: str, predicate: str = "") -> set[str]:
    """Return the subjects that statements of one graph are about, blank nodes left out."""
    ending = f" <{graph}> .".encode()
    middle = f"> <{TM}{predicate.removeprefix('tm:')}> ".encode() if predicate else b""
    return {line[1 : line.index(b"> ")].decode() for line in lines if line.endswith(ending) and line.startswith(b"<") and middle in line}


def _change(old: Facts, new: Facts, iri: str, was: str, merged: dict[str, str], mapping: dict[str, str]) -> Change | None:
    kind = new.kind(iri) or old.kind(iri)
    if kind not in KINDS:
        return None
    before, after = _told(old, was or iri), _told(new, iri)
    if iri in merged:
        return Change(kind, MERGED, merged[iri], iri, ())
    differences = _differences(before, after, mapping | merged)
    if was:
        return Change(kind, RENAMED, iri, was, differences)
    what = ADDED if not old.kind(iri) else WITHDRAWN if not new.kind(iri) else CHANGED
    return Change(kind, what, iri, "", differences) if differences else None


def _covers(delta: Delta) -> tuple[str, ...]:
    """Return what stands where somebody was named who is removed; nothing where nobody is."""
    marks = [f"removed-{iri.rpartition('-')[2]}" for iri in delta.removals]
    return (COVER, COVER_ZH, WITHHELD, *marks) if marks else ()


def _without_covers(change: Change, covers: tuple[str, ...]) -> Change | None:
    """Leave out what only covers a name: it is no news of the thing."""
    if any(cover in change.iri for cover in covers):
        return None
    kept = tuple(one for one in change.differences if not any(cover in value.value for value in one.after for cover in covers))
    return change._replace(differences=kept) if kept else None


def _told(facts: Facts, iri: str) -> Properties:
    """Return what people wrote of a thing, and what follows from its claims."""
    status = facts.of(iri, DERIVED).get(STATUS)
    return facts.of(iri) | ({STATUS: status} if status else {})


def _differences(before: Properties, after: Properties, mapping: dict[str, str]) -> tuple[Difference, ...]:
    found = []
    for predicate in sorted(before.keys() | after.keys()):
        # A thing that is called otherwise now is the same thing.
        had = [NamedNode(mapping.get(value.value, value.value)) if isinstance(value, NamedNode) else value for value in before.get(predicate, ())]
        has = after.get(predicate, [])
        went, came = (tuple(value for value in dict.fromkeys(one) if value not in other) for one, other in ((had, has), (has, had)))
        if went or came:
            found.append(Difference(predicate, went, came))
    return tuple(found)


def _with_claims(found: dict[str, Change], old: Facts, new: Facts, mapping: dict[str, str]) -> list[Change]:
    """Put changes of claims to the changes of what they are about."""
    about: dict[str, list[Change]] = {}
    alone: list[Change] = []
    for change in found.values():
        if change.kind != "Claim":
            continue
        subject = new.one(change.iri, "tm:about") or mapping.get(old.one(change.iri, "tm:about"), old.one(change.iri, "tm:about"))
        if (change.what == MERGED) or (change.what == RENAMED and not change.differences):
            continue
        if new.kind(subject) or old.kind(subject):
            about.setdefault(subject, []).append(change)
        else:
            alone.append(change)
    told = [change for change in found.values() if change.kind != "Claim"] + alone
    known = {change.iri for change in told}
    told += [Change(new.kind(iri) or old.kind(iri), CHANGED, iri, "", ()) for iri in about if iri not in known]
    return [change._replace(claims=tuple(about.get(change.iri, ()))) if change.what != MERGED else change for change in told]


def _other(old: Facts, new: Facts, iri: str, graph: str) -> Change:
    """Return what became of a term or a rule."""
    before, after = old.of(iri, graph), new.of(iri, graph)
    what = CHANGED if before and after else ADDED if after else WITHDRAWN
    return Change("Term" if graph == ONTOLOGY else "Rule", what, iri, "", _differences(before, after, {}))


def _counts(delta: Delta) -> dict[str, tuple[int, int]]:
    added, removed = (Counter(graph_of(line).rpartition("/")[2] for line in lines) for lines in (delta.added, delta.removed))
    return {name: (added[name], removed[name]) for name in ("curated", "derived", "ontology", "shapes") if added[name] or removed[name]}
