"""The pages of people."""

from __future__ import annotations

from collections.abc import Mapping

from . import claims, persons
from .pages import Pages
from .persons import Person
from .reading import Reader


def write(pages: Pages, people: Mapping[str, Person]) -> None:
    """Write the page of every person."""
    knowledge = pages.knowledge
    until = pages.site.edition.modified or ""
    for iri, person in people.items():

        def founder_sources(company: str, iri: str = iri) -> list[str]:
            return claims.giving(knowledge, claims.about(knowledge, company), "tm:founder", iri) or knowledge.all(company, "dcterms:source")

        def led_sources(product: str, iri: str = iri) -> list[str]:
            return claims.giving(knowledge, claims.about(knowledge, product), "tm:ledBy", iri)

        def role_sources(role: str, iri: str = iri) -> list[str]:
            given = claims.giving(knowledge, claims.about(knowledge, role), "tm:reportsTo", iri)
            # Where no claim is about the role alone, those that name it are what is known of it.
            naming = {one for side in ("tm:toRole", "tm:fromRole") for one in knowledge.to(role, side) if knowledge.kind(one) == "Claim"}
            return given or [claims.source(knowledge, one) for one in sorted(naming)]

        for reader in pages.readers:
            lede = _summary(reader, person)
            pages.write(
                reader,
                "person",
                iri,
                person.references,
                f"{reader.plain[iri]}{reader.texts['ent_colon']}{lede}",
                person=person,
                others=reader.other_names(iri),
                lede=lede,
                checked=knowledge.one(iri, "tm:pathChecked"),
                notes=reader.notes(iri),
                picture=persons.picture(reader, person, until),
                founder_sources=founder_sources,
                led_sources=led_sources,
                role_sources=role_sources,
            )


def _summary(reader: Reader, person: Person) -> str:
    """Say in one line how much is known of a person."""
    sources = {source for move in person.moves for source in move.sources}
    parts = [reader.count("ent_moves", len(person.moves)), reader.count("ent_sources", len(sources))]
    present = [reader.plain[tenure.company] for tenure in person.tenures if tenure.end is None]
    if present:
        parts.append(reader.texts["ent_now_at"].format(reader.texts["ent_comma"].join(dict.fromkeys(present))))
    return reader.texts["ent_comma"].join(parts) + reader.texts["ent_stop"]
