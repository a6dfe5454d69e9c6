"""The terms of the vocabulary: what each is, what it belongs to, and how the release uses it."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import Enum
from functools import cache
from typing import NamedTuple

from ... import places
from ...dataset.declared import declared_in
from ...vocabulary import TM, short
from ..knowledge import Knowledge


class Kind(Enum):
    """The kinds of terms, in the order in which they are shown; the values are classes of OWL, RDFS and SKOS."""

    CLASS = "owl:Class"
    OBJECT_PROPERTY = "owl:ObjectProperty"
    DATATYPE_PROPERTY = "owl:DatatypeProperty"
    DATATYPE = "rdfs:Datatype"
    SCHEME = "skos:ConceptScheme"
    CONCEPT = "skos:Concept"


class Origin(Enum):
    """Who uses a term."""

    CURATED = "curated"
    DERIVED = "derived"
    RULES = "rules"


class Term(NamedTuple):
    """A term of the vocabulary."""

    iri: str
    name: str
    kind: Kind
    origin: Origin
    #: Things of a class, statements with a property, statements whose value is a concept.
    uses: int


class Terms:
    """All terms of an edition.

    :param knowledge: the facts of the edition, its ontology among them
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        kinds = {kind.value: kind for kind in Kind}
        #: How often properties of other vocabularies are used.
        self.others = Counter[str]()
        uses = self._uses()
        self.by_name: dict[str, Term] = {}
        for iri in sorted(knowledge.facts):
            declared = [kinds[kind] for kind in map(short, knowledge.all(iri, "rdf:type")) if kind in kinds] if iri.startswith(TM) else []
            if declared:
                self.by_name[iri.removeprefix(TM)] = Term(iri, iri.removeprefix(TM), declared[0], _origin(iri), uses[declared[0]][iri])

    def _uses(self) -> dict[Kind, Counter[str]]:
        """Count the uses of terms outside of the ontology itself: a property is used otherwise than a class or a concept."""
        things, statements, values = Counter[str](), Counter[str](), Counter[str]()
        for subject, about in self.knowledge.facts.items():
            if subject.startswith(TM) or subject == TM[:-1]:
                continue
            for predicate, objects in about.items():
                if predicate.startswith("tm:"):
                    statements[TM + predicate.removeprefix("tm:")] += len(objects)
                else:
                    self.others[predicate] += len(objects)
                (things if predicate == "rdf:type" else values).update(value.value for value in objects if value.value.startswith(TM))
        properties = dict.fromkeys((Kind.OBJECT_PROPERTY, Kind.DATATYPE_PROPERTY), statements)
        return {Kind.CLASS: things, Kind.DATATYPE: Counter(), Kind.SCHEME: Counter(), Kind.CONCEPT: values, **properties}

    def of(self, *kinds: Kind) -> list[Term]:
        """Return the terms of some kinds by name, those that people write before those that are derived."""
        order = list(Origin)
        return sorted(
            (term for term in self.by_name.values() if term.kind in kinds), key=lambda term: (order.index(term.origin), term.name.lower(), term.name)
        )

    def under(self, predicate: str) -> dict[str, list[str]]:
        """Return what points to each thing with a property of the ontology: local names by address, such as subclasses by class."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, term in sorted(self.by_name.items()):
            for above in self.knowledge.all(term.iri, predicate):
                found[above].append(name)
        return found


@cache
def _derived() -> set[str]:
    return declared_in([places.derived_vocabulary()])


@cache
def _of_rules() -> set[str]:
    return declared_in(file for file in places.ontology_files() if file.stem == "rules")


def _origin(iri: str) -> Origin:
    return Origin.DERIVED if iri in _derived() else Origin.RULES if iri in _of_rules() else Origin.CURATED
