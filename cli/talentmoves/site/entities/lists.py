"""The lists of all entities of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from ...vocabulary import TM
from . import claims
from .companies import Company
from .moves import Move
from .pages import Pages
from .paging import Section, directory, name, paged
from .persons import Person
from .reading import Reader

_KINDS = ("bigTech", "startUp", "researchLab", "university", "unit", "otherCompany")


def write(pages: Pages, moves: Mapping[str, Move], people: Mapping[str, Person], companies: Mapping[str, Company]) -> None:
    """Write the lists of people, companies, moves, sources, roles, products and claims."""
    for reader in pages.readers:
        _write_in(pages, reader, moves, people, companies)


def _write_in(pages: Pages, reader: Reader, moves: Mapping[str, Move], people: Mapping[str, Person], companies: Mapping[str, Company]) -> None:
    _write(pages, reader, "person", "people", _by_letter(reader, pages.of("Person"), lambda iri: _person(reader, people[iri])))
    _write(pages, reader, "company", "companies", _companies(reader, companies))
    _write(pages, reader, "move", "moves", _moves(reader, moves))
    _write(pages, reader, "source", "sources", _by_letter(reader, pages.of("Source"), lambda iri: _source(reader, iri)))
    _write(pages, reader, "role", "roles", _by_letter(reader, pages.of("Role"), lambda iri: reader.link[iri], _employer(reader)))
    _write(pages, reader, "product", "ent_products", _by_letter(reader, pages.of("Product"), lambda iri: _product(reader, iri)))
    _write(pages, reader, "claim", "ent_all_claims", _claims(pages, reader))


def _write(pages: Pages, reader: Reader, folder: str, key: str, sections: list[Section]) -> None:
    laid = paged(sections)
    for number, shown in enumerate(laid, 1):
        pages.list(
            reader,
            f"{folder}/{name(number)}",
            heading=reader.texts[key],
            intro=reader.texts[f"ent_intro_{folder}"],
            css=folder,
            total=sum(section.total for section in sections),
            directory=directory(laid, shown),
            sections=shown,
            nested=any(section.above for section in sections),
            number=number,
            pages=len(laid),
            before=name(number - 1) if number > 1 else "",
            after=name(number + 1) if number < len(laid) else "",
        )


def _by_letter(reader: Reader, entities: Iterable[str], row: Callable[[str], Markup], sort: Callable[[str], str] | None = None) -> list[Section]:
    """Sort entities by their English names, under their first letters; those in other scripts come last."""
    english = sort or (lambda iri: reader.alphabetical[iri])
    found: dict[str, list[str]] = {}
    for iri in sorted(entities, key=lambda iri: (english(iri).casefold(), iri)):
        letter = english(iri)[:1].upper()
        found.setdefault(letter if "A" <= letter <= "Z" else "", []).append(iri)
    letters = sorted(found, key=lambda letter: (letter == "", letter))
    return [
        Section(
            letter or reader.texts["ent_other_letters"],
            f"letter-{letter.lower() or 'other'}",
            [row(iri) for iri in found[letter]],
            len(found[letter]),
        )
        for letter in letters
    ]


def _employer(reader: Reader) -> Callable[[str], str]:
    return lambda role: f"{reader.alphabetical[reader.knowledge.one(role, 'tm:roleAt')]} {reader.alphabetical[role]}"


def _with_other_name(reader: Reader, iri: str) -> Markup:
    others = reader.labels(iri)
    return Markup(f"{reader.link[iri]} {others[0]}") if others else reader.link[iri]


def _person(reader: Reader, person: Person) -> Markup:
    present = list(dict.fromkeys(tenure.company for tenure in person.tenures if tenure.end is None))
    where = "".join(f" · {reader.name[company]}" for company in present[:2])
    return Markup(f"{_with_other_name(reader, person.iri)} <small>{reader.count('ent_moves', len(person.moves))}{where}</small>")


def _product(reader: Reader, iri: str) -> Markup:
    makers = ", ".join(reader.link[maker] for maker in reader.knowledge.all(iri, "tm:madeBy"))
    return Markup(f"{_with_other_name(reader, iri)} <small>{makers}</small>")


def _source(reader: Reader, iri: str) -> Markup:
    made = reader.count("ent_claims", len(set(reader.knowledge.to(iri, "tm:source"))))
    return Markup(f"{reader.text(iri, 'tm:publisherName')} {reader.link[iri]} <small>{reader.published(iri)} · {made}</small>")


def _companies(reader: Reader, companies: Mapping[str, Company]) -> list[Section]:
    knowledge = reader.knowledge
    found: dict[str, list[str]] = {}
    for iri in companies:
        found.setdefault(knowledge.one(iri, "tm:companyKind"), []).append(iri)
    order = {TM + kind: place for place, kind in enumerate(_KINDS)}
    sections = []
    for kind in sorted(found, key=lambda kind: (order.get(kind, len(order)), kind)):
        rows = []
        for iri in sorted(found[kind], key=lambda iri: (reader.alphabetical[iri].casefold(), iri)):
            count = {crossing.name: len(crossing.moves) for crossing in companies[iri].crossings}
            came, left = count.get("came", 0), count.get("left", 0)
            counts = reader.say("ent_came_and_left", came=f"{came:,}", left=f"{left:,}")
            rows.append(Markup(f"{_with_other_name(reader, iri)} <small>{counts}</small>"))
        label = reader.plain[kind] if kind else reader.texts["ent_other_letters"]
        sections.append(Section(label[:1].upper() + label[1:], f"kind-{kind.removeprefix(TM) or 'other'}", rows, len(rows)))
    return sections


def _moves(reader: Reader, moves: Mapping[str, Move]) -> list[Section]:
    """Group moves by the year and month of when they happened, the newest first; a month that is not certain has none."""
    found: dict[str, dict[str, list[Move]]] = {}
    for move in sorted(moves.values(), key=lambda move: move.order, reverse=True):
        days = move.days
        year = days.first[:4] if days and days.first[:4] == days.last[:4] else ""
        month = days.first[5:7] if days and days.first[:7] == days.last[:7] else ""
        if not year:
            # Of several years, or of none that is known.
            month = "years" if days else "none"
        found.setdefault(year, {}).setdefault(month, []).append(move)
    sections = []
    for year in sorted(found, key=lambda year: year or "0", reverse=True):
        above = year or reader.texts["ent_year_uncertain"]
        for month in sorted(found[year], reverse=True):
            rows = [_move(reader, move) for move in found[year][month]]
            label = reader.texts[f"ent_month_{month or 'unknown'}"]
            anchor = f"m{year or 'other'}-{month or 'unknown'}"
            sections.append(Section(label, anchor, rows, len(rows), above, f"y{year or 'other'}"))
            above = ""
    return sections


def _move(reader: Reader, move: Move) -> Markup:
    about = f"{reader.when[move.when]} · {reader.count('ent_sources', len(move.sources))}"
    return Markup(f"{reader.link[move.iri]} {reader.badge[move.status]} <small>{about}</small>")


def _claims(pages: Pages, reader: Reader) -> list[Section]:
    """Group claims under the first letters of what they are about, theses first."""
    knowledge = reader.knowledge

    def row(claim: str) -> Markup:
        return Markup(f"{reader.badge[knowledge.one(claim, 'tm:stance')]} {reader.link[claim]}")

    def about(claim: str) -> str:
        return reader.alphabetical[knowledge.one(claim, "tm:about")]

    theses = list(pages.of("Thesis"))
    own = [Section(reader.texts["ent_theses"], "theses", [row(claim) for claim in theses], len(theses))] if theses else []
    single = (claim for claim in pages.of("Claim") if claims.source(knowledge, claim))
    return [*own, *_by_letter(reader, single, row, about)]
