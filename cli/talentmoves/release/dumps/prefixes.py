"""Addresses cut short with the project's prefixes, in every syntax that has some."""

from __future__ import annotations

import re

from ...vocabulary import PREFIXES

# Vocabularies that only releases use: of documents about entities, and of the ontology about itself.
_MORE = {
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
}
#: Prefixes of what a release writes.
NAMESPACES = dict(sorted({**PREFIXES, **_MORE}.items()))

# What needs no escape after a prefix in Turtle, and is a name in XML once it begins with a letter.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
# Each ends with its last slash or hash, so that an address is looked up rather than compared with all.
_BY_NAMESPACE = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


def split(iri: str) -> tuple[str, str]:
    """Return the prefix and the rest of an address, both empty where it cannot be cut short.

    >>> split("https://w3id.org/talent-moves/ns#Move"), split("https://w3id.org/talent-moves/ns#a/b"), split("https://example.org/")
    (('tm', 'Move'), ('', ''), ('', ''))
    """
    end = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _BY_NAMESPACE.get(iri[:end])
    return (prefix, iri[end:]) if prefix and _LOCAL.fullmatch(iri, end) else ("", "")
