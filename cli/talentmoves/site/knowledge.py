"""The edition as dictionaries: tens of thousands of pages ask small questions, which SPARQL answers too slowly."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ..vocabulary import BASE, LAST_DAY, SHAPES, TM, prefixed

Value: TypeAlias = NamedNode | Literal
#: Kinds of entities that have pages: the part of the address that names them, by the local name of the class.
FOLDERS = {
    "Person": "person",
    "Company": "company",
    "Move": "move",
    "GroupMove": "move",
    "Claim": "claim",
    "Thesis": "claim",
    "Source": "source",
    "Role": "role",
    "Product": "product",
}


class Knowledge:
    """All facts of an edition, by subject and by object.

    Predicates are named with the project's prefixes, such as ``tm:person``.

    :param nquads: the edition as sorted N-Quads
    """

    def __init__(self, nquads: bytes) -> None:
        self.facts: dict[str, dict[str, list[Value]]] = defaultdict(dict)
        #: What points to an entity: subjects by predicate.
        self.referring: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for quad in parse(nquads, format=RdfFormat.N_QUADS):
            subject, value, graph = quad.subject, quad.object, quad.graph_name
            if not isinstance(subject, NamedNode) or not isinstance(value, (NamedNode, Literal)):
                continue
            if isinstance(graph, NamedNode) and graph.value == SHAPES:
                continue
            predicate = prefixed(quad.predicate.value)
            self.facts[subject.value].setdefault(predicate, []).append(value)
            if isinstance(value, NamedNode) and value.value.startswith(BASE):
                self.referring[value.value].setdefault(predicate, []).append(subject.value)

    @cached_property
    def kinds(self) -> dict[str, list[str]]:
        """The entities of each class, by its local name, in the order of their addresses."""
        found: dict[str, list[str]] = defaultdict(list)
        for subject, about in self.facts.items():
            for value in about.get("rdf:type", ()):
                if value.value.startswith(TM):
                    found[value.value.removeprefix(TM)].append(subject)
        return {kind: sorted(set(subjects)) for kind, subjects in found.items()}

    def kind(self, iri: str) -> str:
        """Return the local name of the class of an entity that has a page, or nothing."""
        for value in self.facts.get(iri, {}).get("rdf:type", ()):
            local = value.value.removeprefix(TM)
            if local in FOLDERS:
                return local
        return ""

    def values(self, iri: str, predicate: str) -> list[Value]:
        """Return the values of a property, in a fixed order."""
        return self.facts.get(iri, {}).get(predicate, [])

    def one(self, iri: str, predicate: str) -> str:
        """Return the first value of a property as text, or nothing."""
        about = self.facts.get(iri)
        found = about.get(predicate) if about else None
        return found[0].value if found else ""

    def all(self, iri: str, predicate: str) -> list[str]:
        """Return the values of a property as text."""
        about = self.facts.get(iri)
        found = about.get(predicate) if about else None
        return [value.value for value in found] if found else []

    def text(self, iri: str, predicate: str, language: str) -> str:
        """Return a text in the language, in English where there is none, or any where there is none of both."""
        found = self.values(iri, predicate)
        by_language = {value.language or "": value.value for value in reversed(found) if isinstance(value, Literal)}
        return by_language.get(language) or by_language.get("en") or next(iter(by_language.values()), "")

    def to(self, iri: str, predicate: str) -> list[str]:
        """Return the entities that point to this one with the property."""
        return self.referring.get(iri, {}).get(predicate, [])

    def name(self, iri: str, language: str) -> str:
        """Return the name of an entity in one language; the last part of its address where it has none."""
        about = self.facts.get(iri)
        if about is None:
            return iri.rsplit("/", 1)[-1]
        for predicate in ("rdfs:label", "tm:title", "dcterms:title", "skos:prefLabel"):
            if predicate in about and (found := self.text(iri, predicate, language)):
                return found
        return self.one(iri, "tm:displayName") or iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]

    def state(self, move: str) -> str:
        """Return the address of what is known of a move today, or nothing where no claim is about it."""
        return next((state for state in self.to(move, "tm:stateOf") if self.one(state, "tm:knownUntil") == LAST_DAY), "")


def slug(iri: str) -> str:
    """Return the part of an entity's address after its kind."""
    return iri.removeprefix(BASE).partition("/")[2]
