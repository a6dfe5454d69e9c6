"""The ontology reference: every term with its definitions, its uses in the release, and an example."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from ...formats.cells import visible
from ...validation.rules.rule import Rule
from ...vocabulary import PREFIXES, TM, short
from .. import addresses
from ..knowledge import Knowledge
from ..rendering import Site
from . import derivations, diagram, relations, shapes
from .examples import Examples
from .excerpts import iri
from .highlighting import Link, links, marked
from .terms import Kind, Origin, Term, Terms

_ONTOLOGY = TM.rstrip("#")
_OTHERS = {**PREFIXES, "foaf": "http://xmlns.com/foaf/0.1/"}
#: The sections of the page: its anchor, and the kinds of terms in it.
_SECTIONS = {
    "classes": (Kind.CLASS,),
    "object-properties": (Kind.OBJECT_PROPERTY,),
    "datatype-properties": (Kind.DATATYPE_PROPERTY, Kind.DATATYPE),
}


class Named(NamedTuple):
    """A term of ours or another vocabulary, as it is written and where it is defined."""

    name: str
    href: str


class Entry(NamedTuple):
    """What the page tells of a term."""

    term: Term
    #: What it belongs to, by the key of the words for it.
    about: dict[str, list[Named]]
    rules: list[Rule]
    #: The numbered files that derive it.
    derived_by: list[str]
    #: An entity, the page of it if there is one, and what it says as Turtle.
    example: tuple[str, str, Markup]


def write(site: Site, knowledge: Knowledge) -> None:
    """Write the reference in both languages."""
    terms = Terms(knowledge)
    examples = Examples(terms)
    link = links(knowledge, "")
    reference = _Reference(terms, examples, link)
    entries = {term.name: reference.entry(term) for term in terms.by_name.values()}
    sections = [(anchor, [entries[term.name] for term in terms.of(*kinds)]) for anchor, kinds in _SECTIONS.items()]
    members = terms.under("skos:inScheme")
    schemes = [(entries[scheme.name], [entries[name] for name in members.get(scheme.iri, [])]) for scheme in terms.of(Kind.SCHEME)]
    for language in addresses.LANGUAGES:
        site.page(
            "reference/ns.html",
            "ns.html",
            language,
            ontology=_ONTOLOGY,
            knowledge=knowledge,
            name=partial(_name, knowledge, language),
            sections=sections,
            schemes=schemes,
            diagram=diagram.drawing(terms, language),
            relations=relations.relations(terms),
            derivations=[(one, marked(one.query, link)) for one in derivations.derivations()],
            others=[(_named(iri(name)), count) for name, count in sorted(terms.others.items())],
            prefixes=sorted(_OTHERS.items()),
            Origin=Origin,
        )


class _Reference:
    def __init__(self, terms: Terms, examples: Examples, link: Link) -> None:
        self._knowledge = terms.knowledge
        self._examples = examples
        self._link = link
        self._below = {predicate: terms.under(predicate) for predicate in ("rdfs:subClassOf", "rdfs:subPropertyOf", "rdfs:domain", "rdfs:range")}
        self._derived_by: dict[str, list[str]] = {}
        for one in derivations.derivations():
            for name in one.derives:
                self._derived_by.setdefault(name, []).append(one.name)

    def entry(self, term: Term) -> Entry:
        about = {
            "ref_domain": self._values(term, "rdfs:domain"),
            "ref_range": self._values(term, "rdfs:range"),
            "ref_subclass_of": self._values(term, "rdfs:subClassOf"),
            "ref_subproperty_of": self._values(term, "rdfs:subPropertyOf"),
            "ref_superclass_of": self._of_ours(term, "rdfs:subClassOf"),
            "ref_superproperty_of": self._of_ours(term, "rdfs:subPropertyOf"),
            "ref_has": self._of_ours(term, "rdfs:domain"),
            "ref_value_of": self._of_ours(term, "rdfs:range"),
            "ref_see": self._values(term, "rdfs:seeAlso"),
        }
        entity, turtle = self._examples.of(term)
        return Entry(
            term,
            {key: names for key, names in about.items() if names},
            shapes.rules_about().get(term.name, []),
            self._derived_by.get(term.name, []),
            (entity, self._link(entity), marked(turtle, self._link)),
        )

    def _values(self, term: Term, predicate: str) -> list[Named]:
        return sorted(_named(iri) for iri in self._knowledge.all(term.iri, predicate))

    def _of_ours(self, term: Term, predicate: str) -> list[Named]:
        return [_named(TM + name) for name in self._below[predicate].get(term.iri, [])]


def _name(knowledge: Knowledge, language: str, entity: str) -> str:
    return visible(knowledge.name(entity, language))


def _named(iri: str) -> Named:
    if iri.startswith(TM):
        return Named(short(iri), f"#{iri.removeprefix(TM)}")
    for prefix, namespace in _OTHERS.items():
        if iri.startswith(namespace):
            return Named(f"{prefix}:{iri.removeprefix(namespace)}", iri)
    return Named(iri, iri if iri.startswith(("http://", "https://")) else "")
