"""The data set, its graphs and its links to other data in VoID, with real counts (https://www.w3.org/TR/void/)."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ...vocabulary import BASE, CURATED, DERIVED, ONTOLOGY, RDF_TYPE, SHAPES, TM
from ..dumps.hashes import DATASET as WHOLE
from ..edition import Edition
from ..tables.columns import Text
from . import about, media
from .dcat import checksum
from .facts import Facts
from .figures import Figures
from .statements import Statements, date

#: The graphs with what they hold.
GRAPHS = {
    CURATED: Text("What people wrote: entities, moves, claims and sources", "人工撰写的内容：实体、流动、说法与来源"),
    DERIVED: Text("What follows from it by rule: days, states of knowledge, statuses, tenures", "按规则推出的内容：日期区间、认知状态、状态与任期"),
    ONTOLOGY: Text("The vocabulary and its schemes", "本体及其概念体系"),
    SHAPES: Text("The validation rules in SHACL", "SHACL 校验规则"),
}
_LINKS = (
    *(f"http://www.w3.org/2004/02/skos/core#{name}Match" for name in ("exact", "close", "broad", "narrow", "related")),
    "http://www.w3.org/2002/07/owl#sameAs",
    "http://www.w3.org/2000/01/rdf-schema#subClassOf",
    "http://www.w3.org/2000/01/rdf-schema#subPropertyOf",
)
_EXAMPLES = ("Person", "Company", "Move", "Claim", "Source")
_DESCRIPTION = Text(
    "Counts of the whole release and of each of its graphs, by class and by property, and its links to other vocabularies and data sets.",
    "整个发布及其各图按类和属性的统计，以及与其他词汇表和数据集的链接。",
)


class Links(NamedTuple):
    """Links of one kind to one other data set or vocabulary."""

    predicate: str
    target: str
    graph: str


def describe(facts: Facts) -> Statements:
    """Return the description of a release, the document itself and then the whole, its graphs and its links."""
    said = Statements()
    document = facts.url("void.ttl")
    said.declare(document, "void:DatasetDescription")
    said.add(document, "dcterms:title", _DESCRIPTION)
    said.add(document, "dcterms:creator", about.PUBLISHER)
    said.add(document, "foaf:primaryTopic", about.DATASET)
    figures, hashes = facts.figures, facts.hashes
    _whole(said, facts, figures[""])
    said.add(about.DATASET, "void:subset", *(graph for graph in GRAPHS if graph in figures))
    checksum(said, f"{about.DATASET}#rdfc-1.0", hashes[WHOLE].sha256)
    said.add(about.DATASET, "spdx:checksum", f"{about.DATASET}#rdfc-1.0-sha256")
    for graph in GRAPHS:
        if graph in figures:
            _graph(said, facts, graph, figures[graph], hashes[graph.rsplit("/", 1)[1]].sha256)
    for links, number in sorted(_links(facts.edition).items()):
        _linkset(said, links, number)
    return said


def _whole(said: Statements, facts: Facts, figures: Figures) -> None:
    this = about.DATASET
    said.declare(this, "void:Dataset")
    said.add(this, "dcterms:title", about.TITLE)
    said.add(this, "dcterms:license", about.LICENCE)
    said.add(this, "dcterms:publisher", about.PUBLISHER)
    if facts.edition.modified:
        said.add(this, "dcterms:modified", date(facts.edition.modified))
    said.add(this, "foaf:homepage", facts.edition.address)
    said.add(this, "void:uriSpace", Literal(BASE))
    said.add(this, "void:exampleResource", *_examples(facts.edition))
    said.add(this, "void:vocabulary", *_vocabularies(figures))
    dumps = [file for file in facts.downloads if media.dumped(file) == "talent-moves"]
    said.add(this, "void:dataDump", *(facts.url(file.name) for file in dumps))
    said.add(this, "void:feature", *sorted({media.FORMATS[media.media_type(file)] for file in dumps if media.media_type(file) in media.FORMATS}))
    _counts(said, this, figures)


def _graph(said: Statements, facts: Facts, graph: str, figures: Figures, sha256: str) -> None:
    name = graph.rsplit("/", 1)[1]
    said.declare(graph, "void:Dataset")
    said.add(graph, "dcterms:title", GRAPHS[graph])
    said.add(graph, "dcterms:license", about.LICENCE)
    said.add(graph, "void:dataDump", *(facts.url(file.name) for file in facts.downloads if media.dumped(file) == name))
    said.add(graph, "void:vocabulary", *_vocabularies(figures))
    if graph == ONTOLOGY:
        # From the ontology and the schemes every term can be reached; of the other graphs no part is the top.
        said.add(graph, "void:rootResource", *_roots(facts.edition))
    checksum(said, graph, sha256)
    _counts(said, graph, figures)


def _counts(said: Statements, dataset: str, figures: Figures) -> None:
    said.add(dataset, "void:triples", figures.triples)
    said.add(dataset, "void:entities", figures.entities)
    said.add(dataset, "void:distinctSubjects", figures.subjects)
    said.add(dataset, "void:distinctObjects", figures.objects)
    said.add(dataset, "void:classes", len(figures.classes))
    said.add(dataset, "void:properties", len(figures.properties))
    for kind, entities in figures.classes.items():
        part = _part(dataset, "class", kind)
        said.add(dataset, "void:classPartition", part)
        said.add(part, "void:class", kind)
        said.add(part, "void:entities", entities)
    for predicate, (triples, subjects) in figures.properties.items():
        part = _part(dataset, "property", predicate)
        said.add(dataset, "void:propertyPartition", part)
        said.add(part, "void:property", predicate)
        said.add(part, "void:triples", triples)
        said.add(part, "void:distinctSubjects", subjects)


def _linkset(said: Statements, links: Links, number: int) -> None:
    this = _part(about.DATASET, "links", f"{links.predicate} {links.target} {links.graph}")
    said.declare(this, "void:Linkset")
    said.add(this, "void:linkPredicate", links.predicate)
    said.add(this, "void:subjectsTarget", links.graph)
    said.add(this, "void:objectsTarget", links.target)
    said.add(this, "void:triples", number)
    said.add(links.graph, "void:subset", this)
    said.declare(links.target, "void:Dataset")
    said.add(links.target, "void:uriSpace", Literal(links.target))


def _links(edition: Edition) -> Counter[Links]:
    """Count the links from things of ours to things of others, by the part of the address that others have in common."""
    found: Counter[Links] = Counter()
    for predicate in _LINKS:
        for graph in (CURATED, ONTOLOGY):
            for quad in edition.store.quads_for_pattern(None, NamedNode(predicate), None, NamedNode(graph)):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                    ours, theirs = quad.subject.value, quad.object.value
                    if ours.startswith(BASE) and not theirs.startswith(BASE):
                        found[Links(predicate, _namespace(theirs), graph)] += 1
    return found


def _examples(edition: Edition) -> list[str]:
    """Return of each kind the entity of which the most is said."""
    store, graph, found = edition.store, NamedNode(CURATED), []
    said = Counter(quad.subject.value for quad in store.quads_for_pattern(None, None, None, graph) if isinstance(quad.subject, NamedNode))
    for kind in _EXAMPLES:
        quads = store.quads_for_pattern(None, NamedNode(RDF_TYPE), NamedNode(TM + kind), graph)
        entities = sorted(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))
        found += [max(entities, key=said.__getitem__)] if entities else []
    return found


def _roots(edition: Edition) -> list[str]:
    kinds = ("http://www.w3.org/2002/07/owl#Ontology", "http://www.w3.org/2004/02/skos/core#ConceptScheme")
    quads = [quad for kind in kinds for quad in edition.store.quads_for_pattern(None, NamedNode(RDF_TYPE), NamedNode(kind), NamedNode(ONTOLOGY))]
    return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})


def _vocabularies(figures: Figures) -> list[str]:
    return sorted({_namespace(term) for term in (*figures.classes, *figures.properties)})


def _namespace(iri: str) -> str:
    """Return what an address has in common with others of its kind.

    >>> _namespace("http://www.wikidata.org/entity/Q95"), _namespace("http://www.w3.org/ns/org#Post")
    ('http://www.wikidata.org/entity/', 'http://www.w3.org/ns/org#')
    """
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _part(dataset: str, kind: str, name: str) -> str:
    # Parts get addresses, because blank nodes would make the bytes hang on their labels.
    return f"{dataset}#{kind}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
