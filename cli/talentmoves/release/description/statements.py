"""Statements of a description, and their two syntaxes."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from ...vocabulary import RDF_TYPE, XSD
from ..tables.columns import Text

#: The vocabularies of descriptions.
PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": XSD,
}


class Statements(list[Triple]):
    """Statements in the order in which they are to be read; nodes have addresses, so that the bytes hang on nothing else."""

    def add(self, subject: str, predicate: str, *values: str | int | Literal | Text) -> None:
        """Say something: an address, a number, a literal, or a text in both languages.

        :param predicate: with one of the prefixes
        """
        for value in values:
            for term in _terms(value):
                self.append(Triple(NamedNode(subject), NamedNode(expand(predicate)), term))

    def declare(self, subject: str, *kinds: str) -> None:
        """Say of which classes something is."""
        for kind in kinds:
            self.append(Triple(NamedNode(subject), NamedNode(RDF_TYPE), NamedNode(expand(kind))))

    def turtle(self) -> bytes:
        """Return the statements as Turtle, the prefixes that they use declared."""
        content = serialize(dict.fromkeys(self), format=RdfFormat.TURTLE, prefixes={name: PREFIXES[name] for name in sorted(_used(self))})
        assert content is not None
        return content if content.endswith(b"\n") else content + b"\n"

    def json_ld(self) -> bytes:
        """Return the statements as JSON-LD, a node for each subject (https://www.w3.org/TR/json-ld11/#flattened-document-form)."""
        nodes: dict[str, dict[str, object]] = {}
        for triple in dict.fromkeys(self):
            assert isinstance(triple.subject, NamedNode)
            node = nodes.setdefault(triple.subject.value, {"@id": triple.subject.value})
            if triple.predicate.value == RDF_TYPE and isinstance(triple.object, NamedNode):
                _append(node, "@type", shorten(triple.object.value))
            else:
                _append(node, shorten(triple.predicate.value), _json_value(triple.object))
        context = {name: PREFIXES[name] for name in sorted(_used(self) | {"xsd"})}
        return as_json({"@context": context, "@graph": list(nodes.values())})


def typed(value: str, datatype: str) -> Literal:
    """Return a literal of a datatype of XML Schema, such as ``date``."""
    return Literal(value, datatype=NamedNode(XSD + datatype))


def date(value: str) -> Literal:
    """Return a date with the datatype that its precision has.

    >>> date("2024-10").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    return typed(value, {4: "gYear", 7: "gYearMonth"}.get(len(value), "date"))


def expand(name: str) -> str:
    """Return a name with one of the prefixes in full.

    >>> expand("dcat:Dataset")
    'http://www.w3.org/ns/dcat#Dataset'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def shorten(iri: str) -> str:
    """Return an address with one of the prefixes, if there is one for it."""
    return next((f"{prefix}:{iri[len(namespace) :]}" for prefix, namespace in PREFIXES.items() if iri.startswith(namespace)), iri)


def as_json(content: object) -> bytes:
    """Return JSON as every file of a release has it."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _terms(value: str | int | Literal | Text) -> Iterable[NamedNode | Literal]:
    if isinstance(value, Text):
        return [Literal(value.en, language="en"), Literal(value.zh, language="zh")]
    if isinstance(value, int):
        return [typed(str(value), "integer")]
    return [NamedNode(value) if isinstance(value, str) else value]


def _used(statements: Iterable[Triple]) -> set[str]:
    found: set[str] = set()
    for triple in statements:
        for term in (triple.subject, triple.predicate, triple.object, getattr(triple.object, "datatype", None)):
            if isinstance(term, NamedNode):
                prefix = shorten(term.value).partition(":")[0]
                found |= {prefix} & PREFIXES.keys()
    return found


def _append(node: dict[str, object], key: str, value: object) -> None:
    before = node.get(key)
    if before is None:
        node[key] = value
    elif isinstance(before, list):
        before.append(value)
    else:
        node[key] = [before, value]


def _json_value(term: object) -> object:
    if isinstance(term, NamedNode):
        return {"@id": term.value}
    assert isinstance(term, Literal) and not isinstance(term, BlankNode)
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD + "string":
        return term.value
    return {"@value": term.value, "@type": shorten(term.datatype.value)}
