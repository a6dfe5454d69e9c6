"""Which classes the properties of the vocabulary connect: what the diagram draws and its table lists."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from ...vocabulary import RDFS_RESOURCE, TM
from .terms import Kind, Origin, Term, Terms

#: What may be said of a thing by itself and by claims about it has a class of its own, as the domain of its properties.
#: People think of the thing.
STANDS_FOR = {"MoveDescription": "Move", "RoleDescription": "Role", "CompanyDescription": "Company", "ProductDescription": "Product"}


class Relation(NamedTuple):
    """The properties that lead from one class to another."""

    start: str
    end: str
    properties: tuple[Term, ...]

    @property
    def derived(self) -> bool:
        """Whether nobody writes any of the properties."""
        return all(term.origin is Origin.DERIVED for term in self.properties)


def classes(terms: Terms) -> list[Term]:
    """Return the classes to draw."""
    return [term for term in terms.of(Kind.CLASS) if term.name not in STANDS_FOR]


def relations(terms: Terms) -> list[Relation]:
    """Return what connects the classes, in a fixed order."""
    drawn = {term.name for term in classes(terms)}
    beneath = terms.under("rdfs:subClassOf")
    found: dict[tuple[str, str], list[Term]] = {}
    for term in terms.of(Kind.OBJECT_PROPERTY):
        starts = [thing(iri) for iri in terms.knowledge.all(term.iri, "rdfs:domain")]
        for start in starts:
            for end in _ends(term, terms, beneath):
                if start in drawn and end in drawn:
                    found.setdefault((start, end), []).append(term)
    return [Relation(start, end, tuple(properties)) for (start, end), properties in sorted(found.items())]


def subclasses(terms: Terms) -> list[tuple[str, str]]:
    """Return the pairs of a class and its superclass that are both drawn."""
    drawn = {term.name for term in classes(terms)}
    return [
        (term.name, above.removeprefix(TM))
        for term in classes(terms)
        for above in sorted(terms.knowledge.all(term.iri, "rdfs:subClassOf"))
        if above.removeprefix(TM) in drawn
    ]


def thing(iri: str) -> str:
    """Return the local name of the class that people think of when a property has this domain or range."""
    name = iri.removeprefix(TM)
    return STANDS_FOR.get(name, name)


def _ends(term: Term, terms: Terms, beneath: dict[str, list[str]]) -> list[str]:
    """Return the classes of a property's values: its range, or those of ours below it; for any thing, what the data point to most."""
    ends: list[str] = []
    for iri in terms.knowledge.all(term.iri, "rdfs:range"):
        if iri == RDFS_RESOURCE:
            ends += _commonest(term, terms)
        else:
            ends += [thing(iri)] if iri.startswith(TM) else beneath.get(iri, [])
    return ends


def _commonest(term: Term, terms: Terms) -> list[str]:
    predicate = f"tm:{term.name}"
    kinds = Counter(
        kind for about in terms.knowledge.facts.values() for value in about.get(predicate, ()) if (kind := terms.knowledge.kind(value.value))
    )
    return [min(kinds, key=lambda kind: (-kinds[kind], kind))] if kinds else []
