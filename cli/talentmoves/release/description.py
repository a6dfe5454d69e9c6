"""Describe a release in DCAT 3 and VoID, with counts taken from the data itself.

DCAT: https://www.w3.org/TR/vocab-dcat-3/   VoID: https://www.w3.org/TR/void/
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple

from ..vocabulary import BASE, RDF_TYPE, TM, XSD
from .dumps import GRAPHS, Dump, to_bytes

_DATASET = BASE + "dataset"
_DCAT = "http://www.w3.org/ns/dcat#"
_DCTERMS = "http://purl.org/dc/terms/"
_SPDX = "http://spdx.org/rdf/terms#"
_VOID = "http://rdfs.org/ns/void#"
_CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_VOCABULARIES = (TM, "http://www.w3.org/ns/org#", "http://www.w3.org/ns/prov#", "http://www.w3.org/2004/02/skos/core#", _DCTERMS)


class _Description(list[Triple]):
    def add(self, subject: str, predicate: str, value: NamedNode | Literal | str | int) -> None:
        if isinstance(value, str):
            value = NamedNode(value)
        elif isinstance(value, int):
            value = Literal(str(value), datatype=NamedNode(XSD + "integer"))
        self.append(Triple(NamedNode(subject), NamedNode(predicate), value))


def describe(store: Store, files: Sequence[Dump], version: str) -> bytes:
    """Return the description as Turtle.

    :param files: the dumps, which become distributions
    :param version: version of the release
    """
    about = _Description()
    _dataset(about, version, _last_checked(store))
    _counts(about, _DATASET, {Triple(quad.subject, quad.predicate, quad.object) for quad in store})
    for graph in GRAPHS:
        about.add(_DATASET, _VOID + "subset", graph)
        about.add(graph, RDF_TYPE, _VOID + "Dataset")
        _counts(
            about, graph, {Triple(quad.subject, quad.predicate, quad.object) for quad in store.quads_for_pattern(None, None, None, NamedNode(graph))}
        )
    for file in files:
        _distribution(about, file)
    return to_bytes(sorted(about, key=str), RdfFormat.TURTLE)


def _dataset(about: _Description, version: str, modified: str | None) -> None:
    about.add(_DATASET, RDF_TYPE, _DCAT + "Dataset")
    about.add(_DATASET, RDF_TYPE, _VOID + "Dataset")
    about.add(_DATASET, _DCTERMS + "title", Literal("Talent Moves", language="en"))
    about.add(_DATASET, _DCTERMS + "title", Literal("人才流动", language="zh"))
    summary = "Who moved where in the AI industry, in which role, when, and who says so: moves, claims and sources as linked data."
    about.add(_DATASET, _DCTERMS + "description", Literal(summary, language="en"))
    about.add(
        _DATASET,
        _DCTERMS + "description",
        Literal("人工智能行业中谁从哪里去了哪里、何时、由谁说出：以关联数据发布的流动、说法与来源。", language="zh"),
    )
    about.add(_DATASET, _DCTERMS + "license", _CC0)
    about.add(_DATASET, _DCTERMS + "accessRights", "http://publications.europa.eu/resource/authority/access-right/PUBLIC")
    about.add(_DATASET, _DCTERMS + "publisher", BASE + "publisher")
    about.add(BASE + "publisher", RDF_TYPE, "http://xmlns.com/foaf/0.1/Agent")
    about.add(BASE + "publisher", "http://xmlns.com/foaf/0.1/name", Literal("Talent Moves maintainers", language="en"))
    for language in ("ENG", "ZHO"):
        about.add(_DATASET, _DCTERMS + "language", "http://publications.europa.eu/resource/authority/language/" + language)
    about.add(_DATASET, _DCAT + "landingPage", BASE)
    about.add(_DATASET, _DCAT + "version", Literal(version))
    for keyword in ("artificial intelligence", "careers", "companies", "talent flow"):
        about.add(_DATASET, _DCAT + "keyword", Literal(keyword, language="en"))
    if modified:
        about.add(_DATASET, _DCTERMS + "modified", Literal(modified, datatype=NamedNode(XSD + "date")))
    about.add(_DATASET, _VOID + "uriSpace", Literal(BASE))
    for vocabulary in _VOCABULARIES:
        about.add(_DATASET, _VOID + "vocabulary", vocabulary)


def _counts(about: _Description, dataset: str, triples: set[Triple]) -> None:
    predicates = Counter(triple.predicate.value for triple in triples)
    classes = Counter(triple.object.value for triple in triples if triple.predicate.value == RDF_TYPE and isinstance(triple.object, NamedNode))
    subjects = {str(triple.subject) for triple in triples}
    about.add(dataset, _VOID + "triples", len(triples))
    about.add(dataset, _VOID + "distinctSubjects", len(subjects))
    about.add(dataset, _VOID + "distinctObjects", len({str(triple.object) for triple in triples}))
    about.add(dataset, _VOID + "entities", sum(1 for subject in subjects if subject.startswith("<" + BASE)))
    about.add(dataset, _VOID + "properties", len(predicates))
    about.add(dataset, _VOID + "classes", len(classes))
    for kind, count in classes.items():
        part = _part(dataset, "class", kind)
        about.add(dataset, _VOID + "classPartition", part)
        about.add(part, _VOID + "class", kind)
        about.add(part, _VOID + "entities", count)
    for predicate, count in predicates.items():
        part = _part(dataset, "property", predicate)
        about.add(dataset, _VOID + "propertyPartition", part)
        about.add(part, _VOID + "property", predicate)
        about.add(part, _VOID + "triples", count)


def _part(dataset: str, kind: str, iri: str) -> str:
    # Partitions get addresses, because blank nodes would make the bytes depend on their labels.
    return f"{dataset}#{kind}-{hashlib.sha256(iri.encode()).hexdigest()[:12]}"


def _distribution(about: _Description, file: Dump) -> None:
    iri = f"{_DATASET}#{file.name}"
    checksum = f"{iri}-sha256"
    download = BASE + file.name
    about.add(_DATASET, _DCAT + "distribution", iri)
    about.add(_DATASET, _VOID + "dataDump", download)
    about.add(iri, RDF_TYPE, _DCAT + "Distribution")
    about.add(iri, _DCTERMS + "title", Literal(file.title, language="en"))
    about.add(iri, _DCTERMS + "license", _CC0)
    about.add(iri, _DCAT + "downloadURL", download)
    about.add(iri, _DCAT + "accessURL", BASE)
    about.add(iri, _DCAT + "mediaType", _MEDIA_TYPES + file.media_type)
    about.add(iri, _DCAT + "byteSize", Literal(str(len(file.content)), datatype=NamedNode(XSD + "nonNegativeInteger")))
    about.add(iri, _SPDX + "checksum", checksum)
    about.add(checksum, RDF_TYPE, _SPDX + "Checksum")
    about.add(checksum, _SPDX + "algorithm", _SPDX + "checksumAlgorithm_sha256")
    about.add(checksum, _SPDX + "checksumValue", Literal(hashlib.sha256(file.content).hexdigest(), datatype=NamedNode(XSD + "hexBinary")))


def _last_checked(store: Store) -> str | None:
    # The clock would make two runs differ; the data says itself when it was last worked on.
    found: list[Quad] = list(store.quads_for_pattern(None, NamedNode(TM + "checked"), None, None))
    days = [quad.object.value for quad in found if isinstance(quad.object, Literal)]
    return max(days, default=None)
