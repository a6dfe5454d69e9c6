"""Every term that is used is declared, every declared term is described, and both are aligned."""

from __future__ import annotations

import re

import pytest
from rdflib import RDF, RDFS, Graph
from rdflib.namespace import DCTERMS, OWL, SKOS
from rdflib.term import Literal, URIRef

from talentmoves import places
from talentmoves.sparql import declared, tokens
from talentmoves.vocabulary import BASE, TM
from tests.conftest import ROOT

VANN = "http://purl.org/vocab/vann/"
ONTOLOGY = URIRef(BASE + "ns")


def _graph(*folders: str) -> Graph:
    graph = Graph()
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*.ttl")):
            graph.parse(file, format="turtle", publicID=BASE)
    return graph


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return _graph("ontology")


@pytest.fixture(scope="module")
def terms(ontology: Graph) -> set[URIRef]:
    found = {subject for subject in ontology.subjects(RDF.type) if isinstance(subject, URIRef) and str(subject).startswith(TM)}
    assert len(found) > 100
    return found


def _used_in_sparql(text: str) -> set[URIRef]:
    found = tokens(text)
    namespaces = declared(found)
    used = set()
    for token in found:
        namespace = namespaces.get(token["prefix"] or "", TM if token["prefix"] == "tm" else "")
        iri = token["iri"] or namespace + (token["local"] or "")
        if iri.startswith(TM) and iri != TM:
            used.add(URIRef(iri))
    return used


def test_every_term_used_in_turtle_is_declared(terms: set[URIRef]) -> None:
    graph = _graph("data", "ontology", "shapes")
    used = {term for triple in graph for term in triple if isinstance(term, URIRef) and str(term).startswith(TM) and str(term) != TM}
    assert used - terms == set()


def test_every_term_used_in_a_query_is_declared(terms: set[URIRef]) -> None:
    files = [*places.report_files(), *places.derivation_files()]
    assert len(files) > 20
    for file in files:
        assert _used_in_sparql(file.read_text(encoding="utf-8")) - terms == set(), file.name


def test_every_term_used_in_a_shape_s_query_is_declared(terms: set[URIRef]) -> None:
    texts = [str(text) for text in _graph("shapes").objects(None, URIRef("http://www.w3.org/ns/shacl#select"))]
    assert len(texts) > 30
    for text in texts:
        assert _used_in_sparql(text) - terms == set(), text


def test_every_term_used_in_the_program_is_declared(terms: set[URIRef]) -> None:
    known = {str(term).removeprefix(TM) for term in terms}
    for file in sorted((ROOT / "cli").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        used = set(re.findall(r"(?<![\w:/-])tm:([A-Za-z]\w*)", text)) | set(re.findall(r'\bTM \+ "([A-Za-z]\w*)"', text))
        assert used - known == set(), file.name


def test_every_term_is_used_somewhere(terms: set[URIRef], ontology: Graph) -> None:
    graph = _graph("data", "shapes")
    used = {term for triple in graph for term in triple}
    for file in [*places.report_files(), *places.derivation_files()]:
        used |= _used_in_sparql(file.read_text(encoding="utf-8"))
    for text in graph.objects(None, URIRef("http://www.w3.org/ns/shacl#select")):
        used |= _used_in_sparql(str(text))
    properties = {term for term in terms if (term, RDF.type, OWL.ObjectProperty) in ontology or (term, RDF.type, OWL.DatatypeProperty) in ontology}
    assert properties - used == set()


def _languages(graph: Graph, term: URIRef, predicate: URIRef) -> list[str]:
    texts = [text for text in graph.objects(term, predicate) if isinstance(text, Literal)]
    assert all(str(text).strip() for text in texts)
    return sorted(str(text.language) for text in texts)


def test_every_term_has_a_name_and_a_definition_in_both_languages(terms: set[URIRef], ontology: Graph) -> None:
    for term in terms:
        assert _languages(ontology, term, RDFS.label) == ["en", "zh"], term
        assert _languages(ontology, term, SKOS.definition) == ["en", "zh"], term
        assert (term, RDFS.isDefinedBy, ONTOLOGY) in ontology, term


def test_every_property_has_a_domain_and_a_range(ontology: Graph) -> None:
    properties = set(ontology.subjects(RDF.type, OWL.ObjectProperty)) | set(ontology.subjects(RDF.type, OWL.DatatypeProperty))
    assert len(properties) > 50
    for term in properties:
        assert ontology.value(term, RDFS.domain) is not None, term
        assert ontology.value(term, RDFS.range) is not None, term
    assert all(str(term).startswith(TM) for term in properties)


def test_the_ontology_says_what_it_is(ontology: Graph) -> None:
    assert str(ontology.value(ONTOLOGY, DCTERMS.license)) == "https://creativecommons.org/publicdomain/zero/1.0/"
    version = str(ontology.value(ONTOLOGY, OWL.versionInfo))
    assert str(ontology.value(ONTOLOGY, OWL.versionIRI)) == f"{ONTOLOGY}/{version}"
    assert str(ontology.value(ONTOLOGY, URIRef(VANN + "preferredNamespacePrefix"))) == "tm"
    assert str(ontology.value(ONTOLOGY, URIRef(VANN + "preferredNamespaceUri"))) == TM
    assert _languages(ontology, ONTOLOGY, DCTERMS.title) == ["en", "zh"]


def test_the_main_classes_are_aligned_with_other_vocabularies(ontology: Graph) -> None:
    expected = {
        "Person": "http://xmlns.com/foaf/0.1/Person",
        "Company": "http://www.w3.org/ns/org#Organization",
        "Role": "http://www.w3.org/ns/org#Post",
        "GroupMove": "http://www.w3.org/ns/org#ChangeEvent",
        "Move": "http://www.w3.org/ns/prov#Activity",
        "Tenure": "http://www.w3.org/ns/org#Membership",
    }
    for name, other in expected.items():
        assert (URIRef(TM + name), RDFS.subClassOf, URIRef(other)) in ontology, name
    assert not list(ontology.objects(None, OWL.imports))


def test_every_concept_is_in_one_scheme(ontology: Graph) -> None:
    schemes = set(ontology.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(schemes) >= 6
    for concept in ontology.subjects(RDF.type, SKOS.Concept):
        assert len(list(ontology.objects(concept, SKOS.inScheme))) == 1
        assert ontology.value(concept, SKOS.inScheme) in schemes
        assert isinstance(concept, URIRef)
        assert _languages(ontology, concept, SKOS.prefLabel) == ["en", "zh"]


def test_references_inside_the_ontology_resolve(ontology: Graph, terms: set[URIRef]) -> None:
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf):
        ours = {term for term in ontology.objects(None, predicate) if str(term).startswith(TM)}
        assert ours <= terms
