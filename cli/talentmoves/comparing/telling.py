"""Tell a difference in prose: sections of items, each about one entity, for any layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..formats.cells import visible
from ..vocabulary import DERIVED, TM, short
from .changes import ADDED, MERGED, RENAMED, STATUS, WITHDRAWN, Change, Changes, Difference
from .facts import Facts, Value
from .naming import LONG, Names
from .words import ACTIONS, GRAPHS, REMOVALS, THINGS, ordinal, say

_REPORTS = TM + "reports"
_DATES = ("tm:left", "tm:joined", "tm:announced")


class Section(NamedTuple):
    """What is told under one heading."""

    heading: str
    items: list[str]


class Told(NamedTuple):
    """A difference in prose."""

    sections: list[Section]
    #: What stands below: how many statements came and went, or that nothing did.
    closing: str


def tell(changes: Changes, language: str) -> Told:
    """Tell what changed.

    :param language: ``en`` or ``zh``
    """
    names = Names(changes, language)
    sections = list(_removals(changes, language))
    for (kind, what), group in groupby(changes.changes, key=lambda change: (_kind(change), change.what)):
        items = [_item(change, changes, names) for change in group]
        heading = say("section", language, things=THINGS[kind].text(language), what=ACTIONS[what].text(language), count=len(items))
        sections.append(Section(heading, items))
    if changes.nothing:
        return Told([], say("nothing", language))
    counts = say("statements", language, counts=_counted(changes, language))
    return Told(sections, counts if sections else f"{say('nothing to tell', language)} {counts}")


def _kind(change: Change) -> str:
    return "Move" if change.kind == "GroupMove" else change.kind


def _removals(changes: Changes, language: str) -> Iterator[Section]:
    by_reason = Counter(removed.reason if removed.reason in REMOVALS else "otherReason" for removed in changes.removals)
    items = [
        (one if by_reason[reason] == 1 else several).text(language, count=by_reason[reason])
        for reason, (one, several) in REMOVALS.items()
        if reason in by_reason
    ]
    if items:
        yield Section(say("people", language), [*items, say("covered", language)])


def _counted(changes: Changes, language: str) -> str:
    key = "graph added" if changes.removals else "graph"
    parts = [say(key, language, graph=GRAPHS[name].text(language), added=added, removed=gone) for name, (added, gone) in changes.counts.items()]
    if changes.removals:
        parts.append(say("withheld", language, count=len(changes.delta.withheld)))
    return say("between longer", language).join(parts)


def _item(change: Change, changes: Changes, names: Names) -> str:
    language = names.language
    heading = names.heading(_kind(change), change.iri)
    if change.what == MERGED:
        was = names.aside(changes.old.name(change.was, language), visible(short(change.was)))
        return say("merged", language, was=was, name=names.aside(heading, visible(short(change.iri))))
    if change.what == WITHDRAWN:
        return heading
    if change.what == ADDED:
        details = _about(change, names)
    else:
        details = [detail for difference in _in_order(change.differences) for detail in _detail(difference, names)]
        details += dict.fromkeys(_claims(change, changes, names))
    if change.what == RENAMED:
        before, after = (visible(one.rpartition("/")[2]) for one in (change.was, change.iri))
        details.insert(0, say("identifier", language, before=before, after=after))
    return say("item", language, heading=heading, details=_joined(details, language)) if details else heading


def _joined(parts: list[str], language: str) -> str:
    between = say("between", language)
    return (say("between longer", language) if any(between in part for part in parts) else between).join(parts)


def _in_order(differences: tuple[Difference, ...]) -> list[Difference]:
    """Return differences with dates in front and the status behind, which follows from the rest."""
    return sorted(differences, key=lambda one: (one.predicate == STATUS, one.predicate not in _DATES))


def _about(change: Change, names: Names) -> list[str]:
    """Return what is to be known of something new."""
    facts, iri, language = names.facts(change.iri), change.iri, names.language
    about = facts.of(iri)
    if _kind(change) == "Move":
        # The heading of a departure or of an internal change names the company already.
        named = change.kind == "Move" and ("tm:toCompany" not in about or about.get("tm:moveKind") == [NamedNode(TM + "internal")])
        shown = [] if named else [say("from", language, company=company) for company in names.told(about, "tm:fromCompany")]
        shown += [say("is", language, name=names.property(name), value=value) for name in _DATES for value in names.told(about, name)]
        shown += [value for name in ("tm:toRole", "tm:moveKind") for value in names.told(about, name)]
        shown += names.told(facts.of(iri, DERIVED), STATUS)
    else:
        shown = [value for name in ("tm:companyKind", "tm:partOf", "tm:madeBy") for value in names.told(about, name)]
    sources = [_source(facts, claim, names) for claim in facts.claims.get(iri, ()) if facts.kind(claim) == "Claim"]
    if sources:
        key = "one source" if len(sources) == 1 else "sources"
        shown.append(say(key, language, sources=say("between longer", language).join(dict.fromkeys(sources))))
    if _kind(change) == "Thesis":
        shown += [names.source(source) for source in facts.values(iri, "tm:source")]
    return shown


def _detail(difference: Difference, names: Names) -> Iterator[str]:
    language, predicate = names.language, difference.predicate
    name = names.property(predicate)
    if predicate == STATUS:
        was, is_ = (", ".join(map(names.value, values)) for values in (difference.before, difference.after))
        yield say("status" if was and is_ else "status new" if is_ else "status gone", language, before=was, after=is_)
        return
    if predicate in LONG:
        key = "text changed" if difference.before and difference.after else "text came" if difference.after else "text went"
        yield say(key, language, name=name)
        return
    before, after = list(difference.before), list(difference.after)
    for old, new in _pairs(before, after):
        before.remove(old)
        after.remove(new)
        yield say("became", language, name=name, before=names.value(old), after=names.value(new))
    between = say("between names", language)
    if after:
        yield say("came", language, name=name, values=between.join(map(names.value, after)))
    if before:
        yield say("went", language, name=name, values=between.join(map(names.value, before)))


def _pairs(before: list[Value], after: list[Value]) -> list[tuple[Value, Value]]:
    """Return which value took the place of which: the only one of each language, where there are any."""
    found = []
    for language in sorted({_language(value) for value in before}):
        had, has = ([value for value in values if _language(value) == language] for values in (before, after))
        if len(had) == len(has) == 1:
            found.append((had[0], has[0]))
    return found


def _language(value: Value) -> str:
    return "" if isinstance(value, NamedNode) else value.language or ""


def _claims(change: Change, changes: Changes, names: Names) -> Iterator[str]:
    """Tell what became of the claims about an entity: new and lost sources, and what known ones say now."""
    language, old, new = names.language, changes.old, changes.new
    before = {changes.mapping.get(one, one) for claim in old.claims.get(change.was or change.iri, ()) for one in old.values(claim, "tm:source")}
    now = {source for claim in new.claims.get(change.iri, ()) for source in new.values(claim, "tm:source")}
    known = before & now
    for claim in sorted(change.claims, key=lambda claim: (_published(changes, claim), claim.iri)):
        facts = old if claim.what == WITHDRAWN else new
        source = facts.one(claim.iri, "tm:source")
        said = _source(facts, claim.iri, names)
        if claim.what == ADDED and source not in known:
            known.add(source)
            yield say("source added", language, ordinal=ordinal(len(known), language), source=said)
        elif claim.what == ADDED:
            yield say("statement added", language, source=said)
        elif claim.what == WITHDRAWN:
            yield say("statement gone" if changes.mapping.get(source, source) in now else "source gone", language, source=said)
        else:
            details = [detail for difference in claim.differences for detail in _detail(difference, names)]
            yield names.aside(say("statement changed", language, source=names.source(source) if source else said), _joined(details, language))


def _published(changes: Changes, claim: Change) -> str:
    """Return what to order claims by: when their sources came out, those without a date last."""
    facts = changes.old if claim.what == WITHDRAWN else changes.new
    return facts.one(facts.one(claim.iri, "tm:source"), "tm:published") or "9999"


def _source(facts: Facts, claim: str, names: Names) -> str:
    """Return who says what a claim holds, and how firmly unless it is a plain report."""
    stance = facts.one(claim, "tm:stance")
    source = facts.one(claim, "tm:source")
    said = names.source(source) if source else visible(short(claim))
    return names.aside(said, names.value(NamedNode(stance)) if stance and stance != _REPORTS else "")
