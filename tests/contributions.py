"""Hypothesis strategies for data sets and contributions to them, made of the examples of the rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse

from talentmoves.shacl.influence import Statement
from talentmoves.vocabulary import BASE, PREFIXES, RDF_TYPE
from tests.conftest import CASES

_ENTITY = re.compile(re.escape(BASE) + r"(person|company|move|claim|source|role|product)/")
_HEADER = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
#: What people add about an entity that is there already; ENTITY is that one, OTHER another one.
_FURTHER = [
    'ENTITY tm:founded "2025"^^xsd:gYear .',
    'ENTITY tm:left "2026-10"^^xsd:gYearMonth ; tm:joined "2019-08"^^xsd:gYearMonth .',
    'ENTITY tm:published "2026-11-25"^^xsd:date .',
    'ENTITY tm:joined "2024-13"^^xsd:gYearMonth .',
    'ENTITY tm:left "soon" .',
    "ENTITY tm:partOf OTHER .",
    "ENTITY tm:partOf OTHER . OTHER tm:partOf ENTITY .",
    "ENTITY tm:derivesFrom OTHER .",
    "ENTITY tm:derivesFrom source:nobody-knows-it .",
    "ENTITY tm:person OTHER ; tm:toCompany OTHER .",
    "ENTITY tm:about OTHER ; tm:source OTHER .",
    'ENTITY rdfs:label "Another Name"@en .',
    "ENTITY a tm:Company .",
    "ENTITY a tm:Move .",
    "ENTITY a tm:Source .",
    'ENTITY tm:joinedEarliest "2020-01-01"^^xsd:date ; tm:topCompany OTHER .',
    "ENTITY tm:within OTHER ; tm:originalSource OTHER .",
    "ENTITY tm:isNoTerm OTHER .",
    '[] a tm:Move ; tm:person ENTITY ; tm:toCompany OTHER ; tm:left "2024-10"^^xsd:gYearMonth ; tm:joined "2024-08"^^xsd:gYearMonth .',
    '_:part a tm:Company ; tm:founded "2025"^^xsd:gYear . ENTITY tm:partOf _:part .',
    "_:source a tm:Source ; tm:derivesFrom ENTITY . OTHER tm:derivesFrom _:source .",
    "ENTITY tm:role [ a tm:Role ; tm:roleCompany OTHER ] .",
    '<https://example.org/Kind> rdfs:subClassOf tm:Move ; rdfs:label "Kind"@en . ENTITY a <https://example.org/Kind> .',
    "<https://example.org/Kind> rdfs:subClassOf tm:Company .",
    "ENTITY a <https://example.org/Kind> .",
    "<https://example.org/Kind> a tm:Company ; tm:partOf OTHER .",
    "ENTITY tm:moveKind tm:hire , tm:departure .",
]


@cache
def _examples() -> list[tuple[Statement, ...]]:
    files = sorted([*CASES.glob("*/bad.ttl"), *CASES.glob("*/good.ttl")])
    return [read(file.read_text(encoding="utf-8")) for file in files]


def read(text: str) -> tuple[Statement, ...]:
    """Return the triples of some Turtle, in which our prefixes need not be declared."""
    found: list[Statement] = []
    for quad in parse(_HEADER + text, format=RdfFormat.TURTLE, base_iri=BASE):
        assert isinstance(quad.subject, (NamedNode, BlankNode)) and not isinstance(quad.object, Triple)
        found.append((quad.subject, quad.predicate, quad.object))
    return tuple(found)


def _entities(statements: list[Statement]) -> list[NamedNode]:
    return sorted({s for s, p, _ in statements if isinstance(s, NamedNode) and p.value == RDF_TYPE and _ENTITY.match(s.value)}, key=str)


@st.composite
def _collided(draw: st.DrawFn, statements: list[Statement]) -> list[Statement]:
    """Give some entities the name of another one of their kind."""
    entities = _entities(statements)
    new: dict[object, NamedNode] = {}
    for entity in draw(st.lists(st.sampled_from(entities), max_size=3)) if entities else ():
        kind = _ENTITY.match(entity.value)
        assert kind is not None
        new[entity] = draw(st.sampled_from([one for one in entities if one.value.startswith(kind[0])]))
    return [(new.get(s, s), p, new.get(o, o)) for s, p, o in statements]  # type: ignore[misc]  # a literal is never renamed


@st.composite
def further(draw: st.DrawFn, entities: list[NamedNode]) -> list[Statement]:
    """Return statements about entities that are there already."""
    pair = st.sampled_from(entities)
    found: list[Statement] = []
    for text in draw(st.lists(st.sampled_from(_FURTHER), max_size=3)):
        found += read(text.replace("ENTITY", str(draw(pair))).replace("OTHER", str(draw(pair))))
    return found


@st.composite
def splits(draw: st.DrawFn, contributions: int) -> tuple[list[Statement], list[list[Statement]]]:
    """Return a base, which is never empty, and some contributions to it."""
    chosen = draw(st.lists(st.sampled_from(range(len(_examples()))), min_size=1, max_size=3, unique=True))
    statements = draw(_collided(list(dict.fromkeys(one for number in chosen for one in _examples()[number]))))
    base, parts = list(statements), []
    for _ in range(contributions):
        # Whole blocks and single triples go to the contribution; all of the contributions are outside the base.
        blocks = draw(st.sets(st.sampled_from(sorted({str(s) for s, _, _ in statements})), max_size=3))
        single = draw(st.sets(st.integers(0, len(statements) - 1), max_size=6))
        part = [one for at, one in enumerate(statements) if str(one[0]) in blocks or at in single]
        base = [one for one in base if one not in part]
        parts.append(part)
    base = base or statements[:1]
    base += draw(further(_entities(statements) or [NamedNode("https://example.org/Kind")]))
    for part in parts:
        part += draw(further(_entities(statements) or [NamedNode("https://example.org/Kind")]))
        part += draw(st.lists(st.sampled_from(base), max_size=3))  # in the base already
    return base, parts


@st.composite
def drawn_from_cases(draw: st.DrawFn, known: Callable[[], list[NamedNode]]) -> list[Statement]:
    """Return a contribution to a data set: part of an example, and more about the entities of the data set."""
    entities = known()
    example = draw(st.sampled_from(_examples()))
    kept = draw(st.sets(st.sampled_from(sorted({str(s) for s, _, _ in example}))))
    replaced: dict[object, NamedNode] = {}
    for entity in draw(st.lists(st.sampled_from(_entities(list(example)) or [NamedNode("https://example.org/Kind")]), max_size=2)):
        kind = _ENTITY.match(entity.value)
        same = [one for one in entities if kind is not None and one.value.startswith(kind[0])]
        if same:
            replaced[entity] = draw(st.sampled_from(same))
    part = [(replaced.get(s, s), p, replaced.get(o, o)) for s, p, o in example if str(s) in kept]
    return [*part, *draw(further(entities))]  # type: ignore[list-item]  # a literal is never renamed


def is_entity(node: NamedNode) -> bool:
    """Tell whether a node is a person, a company or another entity of ours."""
    return _ENTITY.match(node.value) is not None
