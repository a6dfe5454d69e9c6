"""The addresses that the project owns, in one place."""

from __future__ import annotations

from functools import cache

BASE = "https://w3id.org/talent-moves/"
TM = BASE + "ns#"

#: The graph of what people wrote.
CURATED = BASE + "graph/curated"
#: The graph of what the CONSTRUCT files made of it.
DERIVED = BASE + "graph/derived"
#: The graph of the vocabulary and its schemes.
ONTOLOGY = BASE + "graph/ontology"
#: The graph of the rules.
SHAPES = BASE + "graph/shapes"
#: The graphs of a data set; a release has the shapes besides.
GRAPHS = (CURATED, DERIVED, ONTOLOGY)

#: What a release describes as one thing.
DATASET = BASE + "dataset"
#: The licence of the data.
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
#: Until when is known what is known today (``tm:knownUntil``).
LAST_DAY = "9999-12-31"

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_RESOURCE = "http://www.w3.org/2000/01/rdf-schema#Resource"
XSD = "http://www.w3.org/2001/XMLSchema#"

#: Prefixes that every query may use without declaring them, and that output abbreviates with.
PREFIXES: dict[str, str] = {
    "claim": BASE + "claim/",
    "company": BASE + "company/",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "move": BASE + "move/",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "person": BASE + "person/",
    "product": BASE + "product/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "removal": BASE + "removal/",
    "report": BASE + "report/",
    "role": BASE + "role/",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "source": BASE + "source/",
    "speaker": BASE + "speaker/",
    "tenure": BASE + "tenure/",
    "tm": TM,
    "xsd": XSD,
}


def short(iri: str) -> str:
    """Abbreviate an IRI for people: an entity of ours by kind and slug, others by prefix.

    >>> short("https://w3id.org/talent-moves/person/noam-shazeer")
    'person/noam-shazeer'
    >>> short("http://www.w3.org/2004/02/skos/core#Concept")
    'skos:Concept'
    """
    if iri.startswith(TM):
        return "tm:" + iri[len(TM) :]
    if iri.startswith(BASE):
        return iri[len(BASE) :]
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def expand(name: str) -> str:
    """Return a prefixed name in full, the prefix one of :data:`PREFIXES`.

    >>> expand("tm:left")
    'https://w3id.org/talent-moves/ns#left'
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


@cache
def prefixed(iri: str) -> str:
    """Return the name of a property with the longest of the project's prefixes that fits; the address where none does.

    >>> prefixed("https://w3id.org/talent-moves/ns#person")
    'tm:person'
    """
    best = max((prefix for prefix, namespace in PREFIXES.items() if iri.startswith(namespace)), key=lambda prefix: len(PREFIXES[prefix]), default="")
    return f"{best}:{iri[len(PREFIXES[best]) :]}" if best else iri
