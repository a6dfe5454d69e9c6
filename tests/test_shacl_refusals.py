"""Shapes that are ill-formed, or that use what we do not evaluate, are refused by name: never passed over, never a traceback.

SHACL leaves the result of an ill-formed shapes graph open and recommends a failure
(https://www.w3.org/TR/shacl/#validation); we always fail.
"""

from __future__ import annotations

import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from talentmoves.errors import MovesError
from talentmoves.shacl import ShapesError, validate
from tests.shacl_graphs import PREFIXES, graphs, profile
from tests.shacl_reference import read

SH = "http://www.w3.org/ns/shacl#"
DATA = PREFIXES + "ex:a a ex:A ; ex:p ex:b , 1 ."
NODE = "ex:S a sh:NodeShape ; sh:targetClass ex:A ; "
PROPERTY = "ex:S a sh:PropertyShape ; sh:targetClass ex:A ; "
ON_P = PROPERTY + "sh:path ex:p ; "

#: What the error must name, and the shapes graph. The shape is ex:S.
ILL_FORMED = [
    # https://www.w3.org/TR/shacl/#shapes
    ("targetClass", 'ex:S a sh:NodeShape ; sh:targetClass "A" ; sh:class ex:B .'),
    ("targetNode", "ex:S a sh:NodeShape ; sh:targetNode [] ; sh:class ex:B ."),
    ("targetSubjectsOf", 'ex:S a sh:NodeShape ; sh:targetSubjectsOf "p" ; sh:class ex:B .'),
    ("targetObjectsOf", "ex:S a sh:NodeShape ; sh:targetObjectsOf [] ; sh:class ex:B ."),
    ("severity", NODE + 'sh:class ex:B ; sh:severity "high" .'),
    ("severity", NODE + "sh:class ex:B ; sh:severity sh:Info , sh:Warning ."),
    ("message", NODE + "sh:class ex:B ; sh:message 1 ."),
    ("message", NODE + "sh:class ex:B ; sh:message ex:b ."),
    ("deactivated", NODE + 'sh:class ex:B ; sh:deactivated "yes" .'),
    ("deactivated", NODE + "sh:class ex:B ; sh:deactivated true , false ."),
    ("deactivated", NODE + 'sh:class ex:B ; sh:deactivated "perhaps"^^xsd:boolean .'),
    # https://www.w3.org/TR/shacl/#property-shapes, https://www.w3.org/TR/shacl/#property-paths
    ("sh:path", PROPERTY + "sh:class ex:B ."),
    ("sh:path", ON_P + "sh:path ex:q ; sh:class ex:B ."),
    ("sh:path", NODE + "sh:path ex:p ; sh:class ex:B ."),
    ("sh:path", PROPERTY + 'sh:path "p" ; sh:class ex:B .'),
    ("sh:path", PROPERTY + "sh:path () ; sh:class ex:B ."),
    ("sh:path", PROPERTY + "sh:path ( ex:p ) ; sh:class ex:B ."),
    ("sh:path", PROPERTY + "sh:path [] ; sh:class ex:B ."),
    ("sh:path", PROPERTY + "sh:path [ sh:inversePath ex:p , ex:q ] ; sh:class ex:B ."),
    ("sh:path", PROPERTY + "sh:path [ sh:inversePath ex:p ; sh:zeroOrMorePath ex:q ] ; sh:class ex:B ."),
    ("sh:path", PROPERTY + "sh:path [ sh:alternativePath ex:p ] ; sh:class ex:B ."),
    ("sh:path", PROPERTY + "sh:path [ sh:alternativePath ( ex:p ) ] ; sh:class ex:B ."),
    ("sh:path", PROPERTY + 'sh:path [ sh:oneOrMorePath "p" ] ; sh:class ex:B .'),
    ("sh:path", PROPERTY + "sh:path [ sh:twoOrMorePath ex:p ] ; sh:class ex:B ."),
    ("sh:path", PROPERTY + "sh:path [ sh:negatedPath ex:p ] ; sh:class ex:B ."),
    ("sh:path", PROPERTY + "sh:path _:path ; sh:class ex:B . _:path sh:inversePath _:path ."),
    ("sh:path", PROPERTY + "sh:path _:path ; sh:class ex:B . _:path rdf:first ex:p ; rdf:rest _:path ."),
    ("sh:path", PROPERTY + "sh:path _:path ; sh:class ex:B . _:path rdf:first ex:p , ex:q ; rdf:rest ( ex:r ) ."),
    # https://www.w3.org/TR/shacl/#core-components
    ("sh:class", NODE + 'sh:class "B" .'),
    ("sh:class", NODE + "sh:class [] ."),
    ("sh:datatype", ON_P + "sh:datatype xsd:string , xsd:integer ."),
    ("sh:datatype", ON_P + 'sh:datatype "string" .'),
    ("sh:nodeKind", ON_P + "sh:nodeKind sh:Resource ."),
    ("sh:nodeKind", ON_P + "sh:nodeKind sh:IRI , sh:Literal ."),
    ("sh:minCount", ON_P + 'sh:minCount "1" .'),
    ("sh:minCount", ON_P + 'sh:minCount "one"^^xsd:integer .'),
    ("sh:minCount", ON_P + "sh:minCount 1.5 ."),
    ("sh:minCount", ON_P + "sh:minCount 1 , 2 ."),
    ("sh:minCount", NODE + "sh:minCount 1 ."),
    ("sh:maxCount", NODE + "sh:maxCount 1 ."),
    ("sh:maxCount", ON_P + "sh:maxCount ex:one ."),
    ("sh:minInclusive", ON_P + "sh:minInclusive ex:one ."),
    ("sh:maxExclusive", ON_P + "sh:maxExclusive 1 , 2 ."),
    ("sh:minLength", ON_P + 'sh:minLength "1" .'),
    ("sh:maxLength", ON_P + "sh:maxLength 1 , 2 ."),
    ("sh:pattern", ON_P + "sh:pattern 1 ."),
    ("sh:pattern", ON_P + 'sh:pattern "(" .'),
    ("sh:pattern", ON_P + 'sh:pattern "[a" .'),
    ("sh:pattern", ON_P + 'sh:pattern "a" , "b" .'),
    ("sh:flags", ON_P + 'sh:pattern "a" ; sh:flags "z" .'),
    ("sh:flags", ON_P + 'sh:pattern "a" ; sh:flags "i" , "s" .'),
    ("sh:flags", ON_P + 'sh:pattern "a" ; sh:flags 1 .'),
    ("sh:languageIn", ON_P + 'sh:languageIn "en" .'),
    ("sh:languageIn", ON_P + "sh:languageIn ( ex:en ) ."),
    ("sh:languageIn", ON_P + 'sh:languageIn ( "en" ) , ( "de" ) .'),
    ("sh:uniqueLang", ON_P + 'sh:uniqueLang "true" .'),
    ("sh:uniqueLang", ON_P + "sh:uniqueLang true , false ."),
    ("sh:uniqueLang", NODE + "sh:uniqueLang true ."),
    ("sh:equals", ON_P + 'sh:equals "q" .'),
    ("sh:disjoint", ON_P + "sh:disjoint [ sh:inversePath ex:q ] ."),
    ("sh:lessThan", NODE + "sh:lessThan ex:q ."),
    ("sh:lessThanOrEquals", NODE + "sh:lessThanOrEquals ex:q ."),
    ("sh:lessThan", ON_P + "sh:lessThan 1 ."),
    ("sh:not", NODE + 'sh:not "shape" .'),
    ("sh:and", NODE + "sh:and ex:T . ex:T a sh:NodeShape ."),
    ("sh:and", NODE + 'sh:and ( "shape" ) .'),
    ("sh:or", NODE + "sh:or [ sh:class ex:B ] ."),
    ("sh:xone", NODE + "sh:xone 1 ."),
    ("sh:node", NODE + 'sh:node "shape" .'),
    ("sh:node", NODE + "sh:node [ sh:path ex:p ; sh:minCount 1 ] ."),
    ("sh:property", NODE + 'sh:property "shape" .'),
    ("sh:p(roperty|ath)", NODE + "sh:property [ sh:class ex:B ] ."),
    ("sh:qualified", ON_P + "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:class ex:B ] , [ sh:class ex:A ] ."),
    ("sh:qualifiedMinCount", ON_P + 'sh:qualifiedMinCount "1" ; sh:qualifiedValueShape [ sh:class ex:B ] .'),
    ("sh:qualifiedMaxCount", ON_P + "sh:qualifiedMaxCount 1 , 2 ; sh:qualifiedValueShape [ sh:class ex:B ] ."),
    (
        "sh:qualifiedValueShapesDisjoint",
        ON_P + 'sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:class ex:B ] ; sh:qualifiedValueShapesDisjoint "no" .',
    ),
    ("sh:closed", NODE + 'sh:closed "true" .'),
    ("sh:closed", NODE + "sh:closed true , false ."),
    ("sh:ignoredProperties", NODE + "sh:closed true ; sh:ignoredProperties ex:p ."),
    ("sh:ignoredProperties", NODE + 'sh:closed true ; sh:ignoredProperties ( "p" ) .'),
    ("sh:in", ON_P + "sh:in 1 ."),
    ("sh:in", ON_P + "sh:in ( 1 ) , ( 2 ) ."),
    ("sh:in", ON_P + "sh:in _:list . _:list rdf:first 1 ; rdf:rest _:list ."),
    ("sh:in", ON_P + "sh:in _:list . _:list rdf:first 1 ."),
    ("sh:in", ON_P + "sh:in _:list . _:list rdf:first 1 ; rdf:rest () , ( 2 ) ."),
]

#: Well-formed, or beyond the standard, and not evaluated.
UNSUPPORTED = [
    ("refers to itself", NODE + "sh:node ex:S ."),
    ("refers to itself", NODE + "sh:property [ sh:path ex:p ; sh:node ex:S ] ."),
    ("refers to itself", NODE + "sh:not ex:T . ex:T a sh:NodeShape ; sh:or ( ex:S [ sh:class ex:B ] ) ."),
    ("sh:js", NODE + 'sh:js [ a sh:JSConstraint ; sh:jsFunctionName "check" ] .'),
    ("sh:target", 'ex:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this { ?this a ?any }" ] ; sh:class ex:B .'),
    ("sh:target", 'ex:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this { ?this ?any ?any }" ] ; sh:class ex:B .'),
    ("sh:target", 'ex:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this { ?that ?p ?this }" ] ; sh:class ex:B .'),
    ("sh:target", 'ex:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this { ?this ?p ?o } LIMIT 1" ] ; sh:class ex:B .'),
    ("sh:target", "ex:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ] ; sh:class ex:B ."),
    ("sh:target", 'ex:S a sh:NodeShape ; sh:target [ sh:select "SELECT ?this { ?this ?p ?o }" ] ; sh:class ex:B .'),
    ("sh:rule", NODE + "sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate ex:p ; sh:object ex:b ] ."),
    ("sh:values", ON_P + "sh:values [ sh:path ex:q ] ."),
    ("sh:expression", NODE + "sh:expression [ sh:path ex:q ] ."),
    ("sh:memberShape", ON_P + "sh:memberShape [ sh:class ex:B ] ."),
    ("sh:minCuont", ON_P + "sh:minCuont 1 ."),
    ("sh:minCuont", NODE + "sh:property [ sh:path ex:p ; sh:minCuont 1 ] ."),
    ("sh:minCuont", NODE + "sh:not [ sh:minCuont 1 ] ."),
    # Well-formed, but Oxigraph's regular expressions have no back-references.
    ("sh:pattern", ON_P + 'sh:pattern "(a)\\\\1" .'),
    # https://www.w3.org/TR/shacl/#shacl-rdfs: a processor that does not support the regime must signal a failure.
    ("sh:entailment", NODE + "sh:class ex:B . ex:graph sh:entailment <http://www.w3.org/ns/entailment/RDFS> ."),
]


def _sparql(query: str, shape: str = NODE) -> str:
    declared = 'ex: sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .'
    return f'{shape}sh:sparql [ sh:prefixes ex: ; sh:select """{query}""" ] . {declared}'


#: https://www.w3.org/TR/shacl/#sparql-constraints and https://www.w3.org/TR/shacl/#pre-binding
SPARQL = [
    ("sh:select", NODE + "sh:sparql [ sh:prefixes ex: ] ."),
    ("sh:select", NODE + 'sh:sparql [ sh:select "SELECT $this { $this a ?t }" , "SELECT $this { $this ?p ?t }" ] .'),
    ("sh:select", NODE + "sh:sparql [ sh:select 1 ] ."),
    ("sh:select|sh:sparql|query", _sparql("SELECT $this WHERE { $this ")),
    ("sh:select|sh:sparql|query", _sparql("ASK { $this ex:p ?o }")),
    ("sh:select|sh:sparql|query", _sparql("SELECT $this { $this unknown:p ?o }")),
    ("this", _sparql("SELECT ?o { $this ex:p ?o }")),
    ("MINUS", _sparql("SELECT $this { $this ex:p ?o MINUS { $this ex:q ?o } }")),
    ("VALUES", _sparql("SELECT $this { $this ex:p ?o VALUES ?o { 1 2 } }")),
    ("VALUES", _sparql("SELECT $this { $this ex:p ?o } VALUES ?o { 1 2 }")),
    ("SERVICE", _sparql("SELECT $this { $this ex:p ?o SERVICE <http://localhost:1/> { ?s ?p ?o } }")),
    ("this", _sparql("SELECT $this { BIND (ex:a AS $this) }")),
    ("this", _sparql("SELECT (ex:a AS $this) { ?any ex:p ?o }")),
    ("this", _sparql("SELECT $this { $this ex:p ?o { SELECT ?o { ?any ex:q ?o } } }")),
    ("PATH", _sparql("SELECT $this ?value { $this $PATH ?value }")),  # a node shape has none
    ("sh:message", NODE + 'sh:sparql [ sh:message 1 ; sh:select "SELECT $this { $this a ?t }" ] .'),
    ("prefix", NODE + 'sh:sparql [ sh:prefixes ex: ; sh:select "SELECT $this { $this a ?t }" ] . ex: sh:declare [ sh:prefix "ex" ] .'),
]

#: The pre-bound variables and MINUS, VALUES and SERVICE in text that is no part of the query.
FINE = [
    _sparql("SELECT $this { $this ex:p ?o FILTER (str(?o) != 'MINUS { }') }"),
    _sparql("SELECT $this { $this ex:p ?o # MINUS VALUES SERVICE\\n }"),
    _sparql("SELECT $this { $this ex:p ?minus . ?minus ex:VALUES ?service }"),
    _sparql("SELECT $this { $this ex:p ?o { SELECT $this ?o { $this ex:q ?o } } }"),
]


@pytest.mark.parametrize(("construct", "shapes"), ILL_FORMED + UNSUPPORTED + SPARQL)
@pytest.mark.parametrize("data", [DATA, ""], ids=["with data", "without data"])
def test_what_cannot_be_evaluated_is_refused_by_name(construct: str, shapes: str, data: str) -> None:
    with pytest.raises(ShapesError, match=construct) as refusal:
        validate(read(data), read(PREFIXES + shapes))
    # A shape without an address is named by its label, which is not the file's.
    assert "<http://example.org/S>" in str(refusal.value) or "_:" in str(refusal.value) or "entailment" in construct


@pytest.mark.parametrize("shapes", FINE)
def test_what_only_looks_forbidden_is_evaluated(shapes: str) -> None:
    validate(read(DATA), read(PREFIXES + shapes))


def test_a_component_without_a_parameter_that_must_be_there_is_refused() -> None:
    component = "ex:Component a sh:ConstraintComponent ; sh:parameter [ sh:path ex:limit ; sh:optional true ] ;"
    validator = 'sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK { FILTER (?value < $limit) }" ] .'
    with pytest.raises(ShapesError, match="parameter"):
        validate(read(DATA), read(PREFIXES + component + validator + NODE + "ex:limit 1 ."))


@profile(150)
@given(st.data(), graphs().map(lambda drawn: drawn[1]))
def test_damaged_shapes_are_evaluated_or_refused_and_nothing_else(data: st.DataObject, shapes: str) -> None:
    store = read(shapes)
    quads = sorted(store, key=lambda quad: (str(quad.predicate), str(quad.object)))
    predicates = sorted({quad.predicate.value for quad in quads} | {SH + name for name in ("path", "in", "minCount", "sparql", "select", "not")})
    others = [
        NamedNode("http://example.org/other"),
        BlankNode("other"),
        Literal("other"),
        *(quad.object for quad in quads),
        *(quad.subject for quad in quads),
    ]
    for _ in range(data.draw(st.integers(1, 3))):
        quad = data.draw(st.sampled_from(quads))
        store.remove(quad)
        kind = data.draw(st.sampled_from(["drop", "object", "predicate"]))
        if kind == "object":
            store.add(Quad(quad.subject, quad.predicate, data.draw(st.sampled_from(others))))
        elif kind == "predicate":
            store.add(Quad(quad.subject, NamedNode(data.draw(st.sampled_from(predicates))), quad.object))
    note("\n".join(sorted(map(str, store))))
    try:
        validate(read(DATA), store)
    except MovesError as refusal:
        assert isinstance(refusal, ShapesError), refusal
        assert str(refusal)


def test_an_empty_shapes_graph_has_nothing_to_say() -> None:
    assert validate(read(DATA), Store()) == []
