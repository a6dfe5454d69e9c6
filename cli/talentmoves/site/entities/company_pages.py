"""The pages of companies."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from . import fragments, yearly
from .companies import Company, Part, sources, sources_of
from .pages import Pages
from .reading import Reader


def write(pages: Pages, companies: Mapping[str, Company]) -> None:
    """Write the page of every company."""
    for company in companies.values():
        for reader in pages.readers:
            _write(pages, reader, company)


def _write(pages: Pages, reader: Reader, company: Company) -> None:
    knowledge, iri, texts = pages.knowledge, company.iri, reader.texts
    lede = _summary(reader, company)
    name = reader.plain[iri]

    def rows(direction: str, part: Part) -> Markup:
        when = f"{texts['ent_comma']}{part.year or texts['ent_year_uncertain']}" if part.year or not part.open else ""
        return fragments.crossing(reader, direction, part.moves, texts[f"ent_caption_{direction}"].format(name) + when)

    def fact_sources(predicate: str) -> list[str]:
        return sources(knowledge, company, predicate)

    def sources_of_others(thing: str, predicate: str) -> list[str]:
        return sources_of(knowledge, thing, predicate, iri)

    counted = " ".join(f"{year.year}{texts['ent_colon']}{year.came} / {year.left}{texts['ent_semicolon']}" for year in company.years)
    pages.write(
        reader,
        "company",
        iri,
        company.references,
        f"{name}{texts['ent_colon']}{lede}",
        company=company,
        lede=lede,
        others=reader.other_names(iri),
        kind=knowledge.one(iri, "tm:companyKind"),
        founded=knowledge.one(iri, "tm:founded"),
        founders=knowledge.all(iri, "tm:founder"),
        buyer=knowledge.one(iri, "tm:acquiredBy"),
        acquired=knowledge.one(iri, "tm:acquired"),
        notes=reader.notes(iri),
        rows=rows,
        fact_sources=fact_sources,
        sources_of=sources_of_others,
        picture=yearly.draw(company.years, texts["ent_years_of"].format(name), counted),
        years_caption=_caption_of_years(reader, company),
    )


def _summary(reader: Reader, company: Company) -> str:
    texts = reader.texts
    counts = {crossing.name: len(crossing.moves) for crossing in company.crossings}
    parts = [reader.plain[reader.knowledge.one(company.iri, "tm:companyKind")]]
    parts += [reader.count(f"ent_count_{name}", counts[name]) for name in ("came", "left", "inside") if name in counts]
    text = texts["ent_comma"].join(parts) + texts["ent_stop"]
    return text[:1].upper() + text[1:]


def _caption_of_years(reader: Reader, company: Company) -> str:
    text = reader.texts["ent_years_caption"]
    if company.uncertain:
        text += " " + reader.count("ent_years_uncertain", company.uncertain)
    if company.weak:
        text += " " + reader.count("ent_years_weak", company.weak)
    return text
