"""Collect all that is known of one person, company or move, down to the claims and their sources."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ..engines.protocol import Engine, Solutions, Term
from ..vocabulary import BASE, TM


class Claim(NamedTuple):
    """What one source says."""

    iri: str
    stance: str
    says: str
    speaker: str
    locator: str
    publisher: str
    title: str
    published: str
    tier: str
    address: str
    #: The publisher of the original, where the source repeats another.
    original: str


class Move(NamedTuple):
    """A move with the claims about it."""

    iri: str
    name: str
    person: str
    from_company: str
    to_company: str
    from_roles: str
    to_roles: str
    kind: str
    left: str
    joined: str
    announced: str
    status: str
    group: str
    #: The last day on which it can have happened; what moves are sorted by.
    when: str
    notes: tuple[str, ...]
    claims: tuple[Claim, ...]


class Dossier(NamedTuple):
    """An entity with its facts, its moves and the claims about it."""

    iri: str
    name: str
    kind: str
    #: Pairs of a heading and a text.
    facts: tuple[tuple[str, str], ...]
    moves: tuple[Move, ...]
    claims: tuple[Claim, ...]


_KIND = "SELECT ?class WHERE { <ENTITY> a ?class . FILTER(?class IN (tm:Person, tm:Company, tm:Move, tm:GroupMove)) }"
_FACTS = """
SELECT ?heading ?text WHERE {
  { <ENTITY> tm:displayName ?text . BIND("name" AS ?heading) }
  UNION { <ENTITY> skos:altLabel ?text . BIND("also called" AS ?heading) }
  UNION { <ENTITY> tm:companyKind ?kind . ?kind rdfs:label ?text . FILTER(LANG(?text) = "en") BIND("kind" AS ?heading) }
  UNION { <ENTITY> tm:partOf ?whole . ?whole tm:displayName ?text . BIND("part of" AS ?heading) }
  UNION { ?part tm:partOf <ENTITY> ; tm:displayName ?text . BIND("parts" AS ?heading) }
  UNION { <ENTITY> tm:founded ?text . BIND("founded" AS ?heading) }
  UNION { <ENTITY> tm:founder ?founder . ?founder tm:displayName ?text . BIND("founders" AS ?heading) }
  UNION { <ENTITY> tm:acquiredBy ?buyer . ?buyer tm:displayName ?text . BIND("acquired by" AS ?heading) }
  UNION { <ENTITY> tm:acquired ?text . BIND("acquired" AS ?heading) }
  UNION { <ENTITY> skos:exactMatch ?text . BIND("same as" AS ?heading) }
  UNION { <ENTITY> skos:editorialNote ?text . FILTER(LANG(?text) = "en") BIND("note" AS ?heading) }
  UNION { ?company tm:founder <ENTITY> ; tm:displayName ?text . BIND("founder of" AS ?heading) }
  UNION { ?product tm:ledBy <ENTITY> ; tm:displayName ?text . BIND("led work on" AS ?heading) }
  UNION { ?product tm:madeBy <ENTITY> ; tm:displayName ?text . BIND("products" AS ?heading) }
  UNION { <ENTITY> tm:minSize ?text . BIND("at least" AS ?heading) }
  UNION { <ENTITY> tm:maxSize ?text . BIND("at most" AS ?heading) }
}
"""
_ORDER = ("also called", "kind", "part of", "parts", "founded", "founders", "acquired by", "acquired", "founder of", "led work on", "products")
_MOVES = """
SELECT ?move ?name ?person ?from ?to ?fromRole ?toRole ?kind ?left ?joined ?announced ?status ?group ?entry ?exit ?note WHERE {
  { SELECT DISTINCT ?move WHERE { SELECTION } }
  ?move tm:moveKind ?kindConcept ; tm:displayName ?name .
  OPTIONAL { ?kindConcept rdfs:label ?kind . FILTER(LANG(?kind) = "en") }
  OPTIONAL { ?move tm:person ?someone . ?someone tm:displayName ?person }
  OPTIONAL { ?move tm:fromCompany ?fromCompany . ?fromCompany tm:displayName ?from }
  OPTIONAL { ?move tm:toCompany ?toCompany . ?toCompany tm:displayName ?to }
  OPTIONAL { ?move tm:fromRole ?gaveUp . ?gaveUp tm:title ?fromRole . FILTER(LANG(?fromRole) = "en") }
  OPTIONAL { ?move tm:toRole ?tookUp . ?tookUp tm:title ?toRole . FILTER(LANG(?toRole) = "en") }
  OPTIONAL { ?move tm:left ?left }
  OPTIONAL { ?move tm:joined ?joined }
  OPTIONAL { ?move tm:announced ?announced }
  OPTIONAL { ?move tm:status ?statusConcept . ?statusConcept rdfs:label ?status . FILTER(LANG(?status) = "en") }
  OPTIONAL { ?move tm:partOfGroup ?groupMove . ?groupMove tm:displayName ?group }
  OPTIONAL { ?state tm:stateOf ?move ; tm:knownUntil "9999-12-31"^^xsd:date ; tm:entryLatest ?entry }
  OPTIONAL { ?state2 tm:stateOf ?move ; tm:knownUntil "9999-12-31"^^xsd:date ; tm:exitLatest ?exit }
  OPTIONAL { ?move skos:editorialNote ?note . FILTER(LANG(?note) = "en") }
}
"""
_CLAIMS = """
SELECT ?about ?claim ?stance ?says ?speaker ?locator ?source ?published ?tier ?address ?original WHERE {
  { SELECT DISTINCT ?about WHERE { SELECTION } }
  ?claim tm:about ?about ; tm:stance ?stanceConcept ; tm:source ?from ; tm:says ?says .
  FILTER(LANG(?says) = "en")
  OPTIONAL { ?stanceConcept rdfs:label ?stance . FILTER(LANG(?stance) = "en") }
  OPTIONAL { ?claim tm:speaker ?who . ?who tm:displayName ?speaker }
  OPTIONAL { ?claim tm:locator ?locator }
  OPTIONAL { ?from tm:displayName ?source }
  OPTIONAL { ?from tm:published ?published }
  OPTIONAL { ?from tm:sourceTier ?tierConcept . ?tierConcept rdfs:label ?tier . FILTER(LANG(?tier) = "en") }
  OPTIONAL { ?from tm:url ?address }
  OPTIONAL { ?from tm:originalSource ?root . FILTER(?root != ?from) ?root tm:displayName ?original }
}
"""
_SELECTIONS = {
    "Person": "?move tm:person <ENTITY>",
    "Company": "{ ?move tm:moveKind ?k ; tm:fromCompany ?unit } UNION { ?move tm:moveKind ?k ; tm:toCompany ?unit } ?unit tm:within <ENTITY>",
    "Move": "?move tm:moveKind ?k . FILTER(?move = <ENTITY>)",
    "GroupMove": "{ ?move tm:moveKind ?k . FILTER(?move = <ENTITY>) } UNION { ?move tm:partOfGroup <ENTITY> }",
}


def collect(engine: Engine, entity: NamedNode) -> Dossier:
    """Return the dossier of a person, company or move.

    :param entity: as :func:`talentmoves.entities.names.find` returns it
    :raises EngineError: if the engine fails
    """

    def ask(query: str, selection: str = "") -> list[dict[str, str]]:
        answer = engine.query(query.replace("SELECTION", selection).replace("<ENTITY>", str(entity)))
        assert isinstance(answer, Solutions)
        return [dict(zip(answer.variables, map(_text, row), strict=True)) for row in answer.rows]

    kind = ask(_KIND)[0]["class"].removeprefix(TM)
    facts: dict[str, list[str]] = {}
    for row in ask(_FACTS):
        facts.setdefault(row["heading"], []).append(row["text"])
    moves_selection = _SELECTIONS[kind]
    claims: dict[str, list[Claim]] = {}
    selection = f"{{ {moves_selection.replace('?move', '?about')} }} UNION {{ ?own tm:about ?about . FILTER(?about = <ENTITY>) }}"
    for row in ask(_CLAIMS, selection):
        claims.setdefault(row["about"], []).append(_claim(row))
    moves = _moves(ask(_MOVES, moves_selection), claims)
    known = [heading for heading in _ORDER if heading in facts] + sorted(set(facts) - set(_ORDER) - {"name"})
    return Dossier(
        iri=entity.value,
        name=facts.get("name", [entity.value.removeprefix(BASE)])[0],
        kind=kind,
        facts=tuple((heading, "; ".join(sorted(set(facts[heading])))) for heading in known if kind not in ("Move",)),
        moves=moves,
        claims=() if kind in ("Move", "GroupMove") else _sorted(claims.get(entity.value, [])),
    )


def _moves(rows: list[dict[str, str]], claims: dict[str, list[Claim]]) -> tuple[Move, ...]:
    by_move: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_move.setdefault(row["move"], []).append(row)
    found = []
    for iri, group in by_move.items():
        first = group[0]
        found.append(
            Move(
                iri=iri,
                name=first["name"],
                person=first["person"],
                from_company=first["from"],
                to_company=first["to"],
                from_roles="; ".join(sorted({row["fromRole"] for row in group} - {""})),
                to_roles="; ".join(sorted({row["toRole"] for row in group} - {""})),
                kind=first["kind"],
                left=first["left"],
                joined=first["joined"],
                announced=first["announced"],
                status=first["status"] or "no claim",
                group=first["group"],
                when=first["entry"] or first["exit"],
                notes=tuple(sorted({row["note"] for row in group} - {""})),
                claims=_sorted(claims.get(iri, [])),
            )
        )
    return tuple(sorted(found, key=lambda move: (not move.when, move.when, move.iri)))


def _claim(row: dict[str, str]) -> Claim:
    publisher, _, title = row["source"].partition(": ")
    return Claim(
        iri=row["claim"],
        stance=row["stance"],
        says=row["says"],
        speaker=row["speaker"],
        locator=row["locator"],
        publisher=publisher,
        title=title,
        published=row["published"],
        tier=row["tier"],
        address=row["address"],
        original=row["original"].partition(": ")[0],
    )


def _sorted(claims: list[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(set(claims), key=lambda claim: (not claim.published, claim.published, claim.iri)))


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, (NamedNode, Literal)) else ""
