"""The pages of claims and of sources."""

from __future__ import annotations

from typing import NamedTuple

from ...formats.cells import visible
from ...reports import metadata
from ...vocabulary import BASE
from .. import addresses
from ..reports.chinese import in_chinese
from . import claims, disagreements
from .pages import Pages
from .reading import web_address
from .references import References

_REPORT = BASE + "report/"
_NOTHING = References()


def write(pages: Pages) -> None:
    """Write the page of every claim and of every source."""
    disputes = _disputes(pages)
    for iri in pages.of("Claim", "Thesis"):
        _claim(pages, iri, disputes.get(iri, []))
    for iri in pages.of("Source"):
        _source(pages, iri)


def _disputes(pages: Pages) -> dict[str, list[tuple[str, str]]]:
    """Return for each claim what it is contradicted on, and by which claim."""
    found: dict[str, list[tuple[str, str]]] = {}
    things = sorted({pages.knowledge.one(claim, "tm:about") for claim in pages.of("Claim")} - {""})
    for thing in things:
        for matter, one, other in disagreements.among(pages.knowledge, claims.about(pages.knowledge, thing)):
            found.setdefault(one, []).append((matter, other))
            found.setdefault(other, []).append((matter, one))
    return found


def _claim(pages: Pages, iri: str, disputes: list[tuple[str, str]]) -> None:
    knowledge = pages.knowledge
    one = knowledge.one
    source = one(iri, "tm:source")
    about = knowledge.facts[iri]
    thesis = knowledge.kind(iri) == "Thesis"
    # What editors marked as contradicting stands there with its words; it need not stand twice.
    marked = sorted({*knowledge.all(iri, "tm:contradicts"), *knowledge.to(iri, "tm:contradicts")})
    disputes = [(matter, other) for matter, other in disputes if not (matter == "tm:says" and other in marked)]
    values = [predicate for predicate in claims.ROWS if predicate in about or claims.UPPER.get(predicate) in about]
    reports = [report.removeprefix(_REPORT) for report in knowledge.all(iri, "tm:testedBy")]
    thing = one(iri, "tm:about")
    for reader in pages.readers:
        pages.write(
            reader,
            "claim",
            iri,
            _NOTHING,
            f"{reader.words(source, 'tm:publisherName')}{reader.texts['ent_colon']}{reader.words(iri, 'tm:says')}",
            stance=one(iri, "tm:stance"),
            thing=thing,
            speakers=knowledge.all(iri, "tm:speaker"),
            source=source,
            locator=visible(one(iri, "tm:locator")),
            checked=one(iri, "tm:checked"),
            known=one(iri, "tm:knownBy"),
            contradicts=marked,
            disagreements=disputes,
            values=values,
            row=", ".join(knowledge.all(iri, "tm:inventoryRow")),
            notes=reader.notes(iri),
            thesis=thesis,
            reports=[_report(name, reader.language) for name in reports],
            untestable=reader.text(iri, "tm:notTestable"),
        )


class _Report(NamedTuple):
    name: str
    title: str
    exists: bool


def _report(name: str, language: str) -> _Report:
    """Return what a report asks, in a language."""
    summary = next((report.summary for report in metadata.catalogue() if report.name == name), "")
    return _Report(visible(name), summary if language == "en" else in_chinese(summary), summary != "")


def _source(pages: Pages, iri: str) -> None:
    knowledge = pages.knowledge
    one = knowledge.one
    made = sorted(set(knowledge.to(iri, "tm:source")))
    by_thing: dict[str, list[str]] = {}
    for claim in made:
        by_thing.setdefault(one(claim, "tm:about"), []).append(claim)
    original = one(iri, "tm:originalSource")
    repeats = knowledge.all(iri, "tm:derivesFrom")
    published = one(iri, "tm:published")
    addressed = [(visible(url), web_address(url)) for url in knowledge.all(iri, "tm:url")]
    for reader in pages.readers:
        publisher = reader.words(iri, "tm:publisherName")
        tongue = one(iri, "dcterms:language")
        pages.write(
            reader,
            "source",
            iri,
            _NOTHING,
            f"{publisher}{reader.texts['ent_colon']}{reader.plain[iri]}{reader.texts['ent_comma']}{reader.count('ent_claims', len(made))}",
            heading=reader.own_title(iri),
            published=published,
            addresses=addressed,
            credited=visible(one(iri, "tm:creditedTo")),
            tongue=reader.texts.get(f"ent_tongue_{tongue}", visible(tongue)),
            tier=one(iri, "tm:sourceTier"),
            repeats=repeats,
            original=original if original not in (iri, *repeats) else "",
            repeated=sorted(set(knowledge.to(iri, "tm:derivesFrom"))),
            truncated=one(iri, "tm:truncated") == "true",
            notes=reader.notes(iri),
            claims=made,
            claims_by_thing=by_thing.items(),
            stances={claim: one(claim, "tm:stance") for claim in made},
            paths={claim: addresses.entity(claim) for claim in made},
            documents=sorted(set(knowledge.to(iri, "dcterms:source"))),
            about_it=claims.about(knowledge, iri),
        )
