"""The JSON-LD context: short English keys for every term, read off the ontology.

It is published as https://w3id.org/talent-moves/context.jsonld (https://www.w3.org/TR/json-ld11/#the-context). What
a key does follows from the range of its property in the ontology, and for properties of other vocabularies from what
the shapes ask of their values, or from how the ontology uses them; so a new property has its key without a word here.

==========================  =======================================================  ===============================
range                       what stands under the key                                example
==========================  =======================================================  ===============================
a scheme's concept, a term  its name                                                 ``"moveKind": "hire"``
another resource            its address                                              ``"person": "https://w3id.org/…"``
rdf:langString              a text, or several, by language                          ``"label": {"en": …, "zh": …}``
xsd:date, xsd:decimal, …    the value as text                                        ``"checked": "2026-11-23"``
tm:PartialDate              the value with its datatype, as precision differs        ``{"@value": "2024-10", …}``
text, integer, boolean      the value itself                                         ``"minSize": 5``
==========================  =======================================================  ===============================

``id`` and ``type`` stand for ``@id`` and ``@type``. There is no ``@base`` and no ``@vocab``: processors ignore the one
in a context that they fetch, and the other would turn every misspelt key into a term of ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad, Store

from ...vocabulary import BASE, ONTOLOGY, RDF_TYPE, SHAPES, TM, XSD
from .prefixes import NAMESPACES, split

#: Where the context is published.
ADDRESS = BASE + "context.jsonld"
#: What a key does, besides naming a datatype: nothing, or as the keywords of JSON-LD say.
PLAIN, ID, VOCAB, LANGUAGE = "", "@id", "@vocab", "@language"
#: The prefixes of the context. Those of entities would clash with properties, and whole addresses can be followed.
PREFIXES = {prefix: namespace for prefix, namespace in NAMESPACES.items() if namespace == TM or not namespace.startswith(BASE)}

_RDF, _RDFS, _OWL = (NAMESPACES[prefix] for prefix in ("rdf", "rdfs", "owl"))
_SH, _SKOS = NAMESPACES["sh"], NAMESPACES["skos"]
_LANG_STRING = _RDF + "langString"
#: Datatypes whose values JSON has itself.
_NATIVE = {XSD + "string", XSD + "boolean", XSD + "integer"}
#: Ranges whose members are terms of the ontology.
_OF_TERMS = {_SKOS + "Concept", _SKOS + "ConceptScheme", _RDF + "Property", _RDFS + "Class"}

Definition: TypeAlias = "str | dict[str, str]"


class Key(NamedTuple):
    """How a property is written."""

    name: str
    #: What its key does with a value: :data:`PLAIN`, :data:`ID`, :data:`VOCAB`, :data:`LANGUAGE` or a datatype.
    coercion: str


class Context:
    """The keys of an edition.

    :param store: holds the ontology and the shapes
    """

    def __init__(self, store: Store) -> None:
        ontology = list(store.quads_for_pattern(None, None, None, NamedNode(ONTOLOGY)))
        coercions = {**_by_use(ontology), **_by_shape(store), **_by_range(ontology)}
        #: The key of each property.
        self.keys: dict[str, Key] = {}
        #: The name of each term that can be a value.
        self.names: dict[str, str] = {}
        #: What each name stands for, in the order in which they are written.
        self.definitions: dict[str, Definition] = {"id": "@id", "type": "@type", **PREFIXES}
        for iri in sorted(coercions.keys() | set(_terms(ontology)), key=lambda iri: (not iri.startswith(TM), iri)):
            self._define(iri, coercions.get(iri))

    def part(self, names: Iterable[str]) -> dict[str, Definition]:
        """Return the part of the context that some names need, in the order of the whole."""
        wanted = {"id", "type", *names} - {""}
        for name in list(wanted):
            definition = self.definitions[name]
            values = (name, definition) if isinstance(definition, str) else (name, *definition.values())
            wanted.update(prefix for prefix in (value.partition(":")[0] for value in values) if prefix in PREFIXES)
        return {name: definition for name, definition in self.definitions.items() if name in wanted}

    def _define(self, iri: str, coercion: str | None) -> None:
        prefix, local = split(iri)
        if prefix not in PREFIXES:
            return  # no short name that would be sure to be read as one
        short = f"{prefix}:{local}"
        name = short if local in self.definitions else local
        self.names[iri] = name
        if coercion is None:
            self.definitions[name] = short
            return
        self.keys[iri] = Key(name, coercion)
        if coercion == LANGUAGE:
            self.definitions[name] = {"@id": short, "@container": "@language"}
        elif coercion == PLAIN:
            # A name that stands for itself is said by its whole address.
            self.definitions[name] = iri if name == short else short
        else:
            self.definitions[name] = {"@id": short, "@type": coercion if coercion.startswith("@") else compact(coercion)}
        definition = self.definitions[name]
        if isinstance(definition, dict) and name == short:
            definition["@id"] = iri


def compact(iri: str) -> str:
    """Return an address with a prefix of the context, or whole.

    >>> compact("https://w3id.org/talent-moves/ns#Move"), compact("https://w3id.org/talent-moves/person/a")
    ('tm:Move', 'https://w3id.org/talent-moves/person/a')
    """
    prefix, local = split(iri)
    return f"{prefix}:{local}" if prefix in PREFIXES else iri


def _terms(ontology: Iterable[Quad]) -> Iterator[str]:
    for quad in ontology:
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(TM):
            yield quad.subject.value


def _by_range(ontology: Iterable[Quad]) -> dict[str, str]:
    """Return what the keys of the ontology's own properties do."""
    kinds: dict[str, str] = {}
    ranges: dict[str, str] = {}
    for quad in ontology:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            if quad.predicate.value == RDF_TYPE and quad.object.value in (_OWL + "ObjectProperty", _OWL + "DatatypeProperty"):
                kinds[quad.subject.value] = quad.object.value
            elif quad.predicate.value == _RDFS + "range":
                ranges[quad.subject.value] = quad.object.value
    return {
        iri: _of_resource(ranges.get(iri, "")) if kind.endswith("#ObjectProperty") else _of_datatype(ranges.get(iri, ""))
        for iri, kind in kinds.items()
    }


def _by_shape(store: Store) -> dict[str, str]:
    """Return what the keys of properties do of whose values a shape asks one thing."""
    asked: dict[str, set[str]] = defaultdict(set)
    shapes = NamedNode(SHAPES)
    for path in store.quads_for_pattern(None, NamedNode(_SH + "path"), None, shapes):
        if not isinstance(path.object, NamedNode) or not isinstance(path.subject, NamedNode):
            continue
        for quad in store.quads_for_pattern(path.subject, None, None, shapes):
            if not isinstance(quad.object, NamedNode):
                continue
            if quad.predicate.value == _SH + "datatype":
                asked[path.object.value].add(_of_datatype(quad.object.value))
            elif quad.predicate.value == _SH + "class" or (quad.predicate.value, quad.object.value) == (_SH + "nodeKind", _SH + "IRI"):
                asked[path.object.value].add(ID)
    return {iri: coercions.pop() for iri, coercions in asked.items() if len(coercions) == 1}


def _by_use(ontology: Iterable[Quad]) -> dict[str, str]:
    """Return what the keys of properties do that the ontology describes itself with."""
    used: dict[str, set[str]] = defaultdict(set)
    for quad in ontology:
        value = quad.object
        used[quad.predicate.value].add(_of_datatype(value.datatype.value) if isinstance(value, Literal) else VOCAB)
    return {iri: coercions.pop() for iri, coercions in used.items() if len(coercions) == 1 and iri != RDF_TYPE}


def _of_resource(range_: str) -> str:
    return VOCAB if range_ in _OF_TERMS else ID


def _of_datatype(datatype: str) -> str:
    if datatype == _LANG_STRING:
        return LANGUAGE
    return datatype if datatype.startswith(XSD) and datatype not in _NATIVE else PLAIN


def as_json(definitions: Mapping[str, Definition]) -> dict[str, Mapping[str, Definition]]:
    """Return a context as the document that is published."""
    return {"@context": definitions}
