"""Small data sets for tests: a fixed cast of companies and people, and moves with claims in few words.

>>> file = data_set(Path("…"), move("ann-1", person="ann", frm="star", to="alpha", joined="2024-07"))  # doctest: +SKIP
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import talentmoves
from talentmoves.vocabulary import BASE, PREFIXES, short

#: Alpha is big, with a lab that has a team; beta is big; star (founded by ann) and nova are start-ups.
CAST = """
company:alpha a tm:Company ; rdfs:label "Alpha"@en ; tm:companyKind tm:bigTech .
company:alpha-lab a tm:Company ; rdfs:label "Alpha Lab"@en ; tm:companyKind tm:unit ; tm:partOf company:alpha .
company:alpha-team a tm:Company ; rdfs:label "Alpha Team"@en ; tm:companyKind tm:unit ; tm:partOf company:alpha-lab .
company:beta a tm:Company ; rdfs:label "Beta"@en, "贝塔"@zh ; tm:companyKind tm:bigTech .
company:star a tm:Company ; rdfs:label "Star"@en ; tm:companyKind tm:startUp ; tm:founder person:ann ; tm:founded "2022-03-15"^^xsd:date .
company:nova a tm:Company ; rdfs:label "Nova"@en ; tm:companyKind tm:startUp .
company:uni a tm:Company ; rdfs:label "Uni"@en ; tm:companyKind tm:university .
person:ann a tm:Person ; rdfs:label "Ann"@en, "安"@zh .
person:ben a tm:Person ; rdfs:label "Ben"@en .
person:cat a tm:Person ; rdfs:label "Cat"@en .
person:dan a tm:Person ; rdfs:label "Dan"@en .
"""
_HEADER = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
_numbers = count(1)


class Claim(NamedTuple):
    """What one source says of a move; without values, it gives all the move's own values."""

    stance: str = "reports"
    published: str = "2025-01-01"
    #: Slug of the source; every claim has a source of its own unless told otherwise.
    source: str = ""
    derives: str = ""
    checked: str = "2026-01-01"
    values: dict[str, Any] | None = None


def claim(
    stance: str = "reports", published: str = "2025-01-01", source: str = "", derives: str = "", checked: str = "2026-01-01", **values: Any
) -> Claim:
    return Claim(stance, published, source, derives, checked, values or None)


def date(text: str) -> str:
    """A date literal of the datatype that its precision asks for."""
    if "/" in text:
        return f'"{text}"^^edtf:EDTF'
    return f'"{text}"^^xsd:{({4: "gYear", 7: "gYearMonth"}).get(len(text), "date")}'


def _facts(values: dict[str, Any]) -> str:
    names = {"frm": "fromCompany", "to": "toCompany", "kind": "moveKind"}
    lines = []
    for name, value in values.items():
        if value in (None, ""):
            continue
        if name in ("frm", "to"):
            term = f"company:{value}"
        elif name == "kind":
            term = f"tm:{value}"
        elif name in ("left", "joined", "announced"):
            term = date(value)
        elif isinstance(value, str):
            term = value
        else:
            term = repr(value)
        lines.append(f" ; tm:{names.get(name, name)} {term}")
    return "".join(lines)


def move(slug: str, person: str = "", group: str = "", claims: tuple[Claim, ...] = (Claim(),), kind: str = "hire", **values: Any) -> str:
    """A move of a person, or of a group where none is given, with its claims and their sources."""
    head = f"a tm:Move ; tm:person person:{person}" if person else f'a tm:GroupMove ; rdfs:label "{slug}"@en'
    member = f" ; tm:partOfGroup move:{group}" if group else ""
    text = f"move:{slug} {head}{member} ; tm:moveKind tm:{kind}{_facts(values)} .\n"
    return text + "".join(claim_block(f"move:{slug}", one, values) for one in claims)


def claim_block(about: str, one: Claim, values: dict[str, Any] | None = None) -> str:
    """A claim with its source."""
    number = next(_numbers)
    slug = one.source or f"s{number}"
    given = one.values if one.values is not None else (values or {})
    text = (
        f"claim:c{number} a tm:Claim ; tm:about {about} ; tm:source source:{slug} ; tm:stance tm:{one.stance}"
        f' ; tm:says "Says {number}."@en ; tm:checked "{one.checked}"^^xsd:date{_facts(given)} .\n'
    )
    published = f" ; tm:published {date(one.published)}" if one.published else ""
    derives = f" ; tm:derivesFrom source:{one.derives}" if one.derives else ""
    return text + (
        f'source:{slug} a tm:Source ; dcterms:title "T"@en ; tm:publisherName "Paper {slug}"@en'
        f" ; tm:sourceTier tm:originalReporting{published}{derives} .\n"
    )


def data_set(folder: Path, *blocks: str, cast: str = CAST) -> Path:
    """Write a data set and return its file."""
    file = folder / "data.ttl"
    file.write_text(_HEADER + cast + "".join(blocks), encoding="utf-8")
    return file


def rows(name: str, file: Path, *columns: str, **parameters: object) -> list[tuple[Any, ...]]:
    """Run a report on a data set and return some of its columns, addresses abbreviated to their slugs."""
    records = talentmoves.report(name, data=[file], **parameters).records()
    return [tuple(_slug(record[column]) for column in columns) for record in records]


def _slug(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_slug(entry) for entry in value)
    if isinstance(value, str) and value.startswith(BASE):
        return short(value).rsplit("/", 1)[-1]
    return value


def facts(file: Path, subject: str, predicate: str) -> set[str]:
    """The values of a property of a thing after derivation, abbreviated: ``move:ann-1``, ``leftEarliest``."""
    prefix, _, local = subject.partition(":")
    from pyoxigraph import NamedNode

    store = talentmoves.store([file])
    quads = store.quads_for_pattern(NamedNode(PREFIXES[prefix] + local), NamedNode(PREFIXES["tm"] + predicate), None, None)
    return {_slug(getattr(quad.object, "value", "")).removeprefix("tm:") for quad in quads}
