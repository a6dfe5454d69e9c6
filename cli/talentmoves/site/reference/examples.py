"""What the data show of each term: a few lines of Turtle about a real entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...vocabulary import TM
from . import excerpts
from .relations import thing
from .terms import Kind, Origin, Term, Terms

#: The largest number of lines of an example of a class.
_MOST = 9


class Examples:
    """Chooses examples, always the same ones for the same data."""

    def __init__(self, terms: Terms) -> None:
        self._knowledge = terms.knowledge
        self._curated = {f"tm:{term.name}" for term in terms.by_name.values() if term.origin is not Origin.DERIVED}
        #: The entity with the most properties of each class: it shows the most.
        self._fullest: dict[str, str] = {}
        #: The first entity with a value of each property that is short enough to read.
        self._first: dict[str, str] = {}
        facts = self._knowledge.facts
        for entity in sorted(facts):
            if entity.startswith(TM):
                continue
            about = facts[entity]
            for value in about.get("rdf:type", ()):
                before = self._fullest.get(value.value)
                if before is None or len(about) > len(facts[before]):
                    self._fullest[value.value] = entity
            for predicate in about:
                if predicate not in self._first and self._turtle(entity, [predicate], 1):
                    self._first[predicate] = entity

    def of(self, term: Term) -> tuple[str, str]:
        """Return an entity and what to show of it as Turtle; nothing where the data have no example."""
        if term.kind is Kind.CLASS:
            entity = self._fullest.get(term.iri, "")
            return (entity, self._of_class(term, entity)) if entity else ("", "")
        if term.kind is Kind.CONCEPT:
            return next(self._of_concept(term), ("", ""))
        predicate = f"tm:{term.name}"
        domains = [self._fullest.get(TM + thing(iri), "") for iri in self._knowledge.all(term.iri, "rdfs:domain")]
        for entity in filter(None, [*domains, self._first.get(predicate, "")]):
            if turtle := self._turtle(entity, [predicate], 1):
                return entity, turtle
        return "", ""

    def _of_class(self, term: Term, entity: str) -> str:
        about = self._knowledge.facts[entity].keys()
        # Of what is derived as well, the curated facts show more.
        shown = about if term.origin is Origin.DERIVED else [name for name in about if not name.startswith("tm:") or name in self._curated]
        return self._turtle(entity, shown, _MOST)

    def _of_concept(self, term: Term) -> Iterator[tuple[str, str]]:
        for predicate, subjects in sorted(self._knowledge.referring.get(term.iri, {}).items()):
            for subject in subjects:
                if not subject.startswith(TM) and (turtle := self._turtle(subject, [predicate], 1)):
                    yield subject, turtle

    def _turtle(self, entity: str, predicates: Iterable[str], most: int) -> str:
        return excerpts.lines(self._knowledge, entity, predicates, most)
