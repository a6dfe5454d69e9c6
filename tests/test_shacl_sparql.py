"""SHACL-SPARQL: constraints and constraint components, by hand, with the same results from our engine and from pySHACL.

https://www.w3.org/TR/shacl/#sparql-constraints and https://www.w3.org/TR/shacl/#sparql-constraint-components
"""

from __future__ import annotations

import pytest

from talentmoves.shacl import ShapesError, validate
from tests.shacl_graphs import PREFIXES
from tests.shacl_reference import by_pyshacl, ours, read

DATA = f"""{PREFIXES}
ex:a a ex:A ; ex:p ex:b , 1 , 2 , "x"@en ; ex:q 1 , "y" .
ex:b a ex:A ; ex:p ex:a ; ex:q 2 , 3 .
ex:c a ex:B ; ex:p "x" , "x"@en , "2024-02-30"^^xsd:date .
ex:d a ex:B ; ex:p 5 ; ex:r ex:a .
ex:B rdfs:subClassOf ex:A .
"""
DECLARED = """ex: sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] ,
  [ sh:prefix "xsd" ; sh:namespace "http://www.w3.org/2001/XMLSchema#"^^xsd:anyURI ] .
"""
TARGETS = ["sh:targetClass ex:A", "sh:targetNode ex:a , ex:c , ex:nowhere", 'sh:targetNode 1 , "x"@en , ex:b', "sh:targetObjectsOf ex:p"]

SELECTS = [
    "SELECT $this { $this ex:p 1 }",
    "SELECT $this ?value { $this ex:p ?value FILTER isLiteral(?value) }",
    "SELECT $this ?value ?path { $this ?path ?value FILTER (?path != ex:p) }",
    "SELECT DISTINCT $this { $this ex:p ?any }",
    "SELECT $this { $this ex:p ?any }",
    "SELECT $this (?any AS ?value) { $this ex:p ?any . FILTER NOT EXISTS { $this ex:q ?any } }",
    "SELECT $this ?value { $this ex:p ?value . FILTER EXISTS { ?value a ex:A } }",
    "SELECT $this ?value { $this ex:p ?one ; ex:q ?value . FILTER (isNumeric(?one) && isNumeric(?value) && ?one < ?value) }",
    "SELECT $this ?value { { $this ex:p ?value } UNION { ?value ex:p $this } }",
    "SELECT $this { OPTIONAL { $this ex:q ?any } FILTER (!bound(?any)) }",
    "SELECT $this ?value { OPTIONAL { $this ex:q ?value } }",
    "SELECT $this { FILTER ($this = ex:a || $this = 1) }",
    "SELECT $this ?value { BIND (str($this) AS ?value) FILTER isIRI($this) }",
    "SELECT $this (COUNT(?any) AS ?value) { $this ex:p ?any } GROUP BY $this HAVING (COUNT(?any) > 2)",
    "SELECT $this ?value { $this ex:p ?value } ORDER BY ?value",
    "SELECT $this ?value { { SELECT $this (MAX(?number) AS ?value) { $this ex:q ?number } GROUP BY $this } }",
    "SELECT $this ?value { $this ex:p+ ?value FILTER isIRI(?value) }",
    "SELECT $this ?value { $this (ex:p|^ex:p)/ex:q ?value }",
    "SELECT $this ?value { ?value ex:p $this }",
    "SELECT ?this ?value { ?this ex:p ?value . ?value ex:q ?other }",
    "SELECT $this ?value { $this ex:p ?value . FILTER (datatype(?value) = xsd:integer) }",
    # Of every focus node by itself.
    "SELECT $this ?value { $this ex:p ?value . FILTER (?value IN (1, 5, ex:a)) } LIMIT 1",
    "SELECT $this ?value { { SELECT $this (COUNT(*) AS ?value) { ?any ex:p $this } GROUP BY $this } }",
]
ON_PATHS = [
    "SELECT $this ?value { $this $PATH ?value FILTER isLiteral(?value) }",
    "SELECT $this { $this $PATH ?any , ?other FILTER (!sameTerm(?any, ?other)) }",
    "SELECT $this ?value { $this $PATH ?value . FILTER NOT EXISTS { ?value $PATH ?more } }",
    "SELECT $this ?value ?path { $this $PATH ?value . ?value ?path $this }",
]


def select(query: str, more: str = "") -> str:
    return f'sh:sparql [ sh:prefixes ex: ; {more} sh:select """{query}""" ]'


def agree(shapes: str, data: str = DATA) -> int:
    """Compare the two, and return how many results there are."""
    graph, rules = read(data), read(PREFIXES + DECLARED + shapes)
    found = ours(validate(graph, rules), rules)
    assert found == by_pyshacl(graph, rules)
    return found.total()


@pytest.mark.parametrize("query", SELECTS)
def test_a_constraint_on_a_node_shape(query: str) -> None:
    for target in TARGETS:
        agree(f"ex:S a sh:NodeShape ; {target} ; {select(query)} .")


@pytest.mark.parametrize("query", SELECTS[:9] + ON_PATHS)
@pytest.mark.parametrize("path", ["ex:p", "[ sh:inversePath ex:p ]", "( ex:p ex:q )", "[ sh:alternativePath ( ex:q ex:r ) ]"])
def test_a_constraint_on_a_property_shape(query: str, path: str) -> None:
    agree(f"ex:S a sh:PropertyShape ; {' ; '.join(TARGETS)} ; sh:path {path} ; {select(query)} .")


def test_a_constraint_on_a_blank_node() -> None:
    data = f"{PREFIXES} [] a ex:A ; ex:p 1 , ex:b . ex:b a ex:A ; ex:p 2 ."
    for query in SELECTS[:4]:
        assert agree(f"ex:S a sh:NodeShape ; sh:targetClass ex:A ; {select(query)} .", data) or "?path" in query


def test_a_constraint_on_a_property_of_another_shape() -> None:
    assert agree(f"ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:property [ sh:path ex:p ; {select(ON_PATHS[0])} ] .") > 3


NESTED = [
    "sh:node [ {} ]",
    "sh:not [ {} ]",
    "sh:and ( [ {} ] )",
    "sh:or ( [ {} ] [ sh:class ex:B ] )",
    "sh:property [ sh:path ex:p ; sh:node [ {} ] ]",
]


@pytest.mark.parametrize("outer", NESTED)
def test_a_constraint_within_a_condition_is_right_or_refused(outer: str) -> None:
    for query in ("SELECT $this { $this ex:q ?any }", "SELECT $this ?value { $this ex:p ?value FILTER isIRI(?value) }"):
        try:
            agree(f"ex:S a sh:NodeShape ; sh:targetClass ex:A ; {outer.format(select(query))} .")
        except ShapesError as refusal:
            assert "query in a shape that another shape refers to" in str(refusal)


def test_severity_deactivation_and_several_constraints() -> None:
    one, two = SELECTS[0], SELECTS[1]
    assert agree(f"ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:severity sh:Info ; {select(one)} ; {select(two)} .") > 3
    assert agree(f"ex:S a sh:NodeShape ; sh:targetClass ex:A ; {select(one, 'sh:deactivated true ;')} ; {select(two)} .")
    assert agree(f"ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:deactivated true ; {select(two)} .") == 0


@pytest.mark.parametrize(
    "message",
    ["plain", "{$this} has {?value}", "{?this} {$value} {?other}", "{?unknown} {other}", "{?value}{?value}", "100% {?value} \\\\1"],
)
def test_messages_are_filled_in(message: str) -> None:
    query = "SELECT $this ?value ?other { $this ex:p ?value . ?value ex:q ?other }"
    told = f'sh:message "{message}" ;'
    assert agree(f"ex:S a sh:NodeShape ; sh:targetClass ex:A ; {select(query, told)} .")


COMPONENTS = """
ex:AtMost a sh:ConstraintComponent ; sh:parameter [ sh:path ex:atMost ] , [ sh:path ex:unless ; sh:optional true ] ;
  sh:validator [ a sh:SPARQLAskValidator ; sh:prefixes ex: ;
    sh:ask "ASK { FILTER (!isNumeric($value) || $value <= $atMost || (bound($unless) && $value = $unless)) }" ] .
ex:Own a sh:ConstraintComponent ; sh:parameter [ sh:path ex:own ] ;
  sh:nodeValidator [ a sh:SPARQLSelectValidator ; sh:prefixes ex: ;
    sh:select "SELECT $this ?value { $this $own ?value FILTER isIRI(?value) }" ] ;
  sh:propertyValidator [ a sh:SPARQLSelectValidator ; sh:prefixes ex: ;
    sh:select "SELECT $this ?value { $this $PATH ?value FILTER EXISTS { $this $own ?value } }" ] .
"""


@pytest.mark.parametrize(
    "shape",
    [
        "sh:NodeShape ; ex:atMost 1",
        "sh:NodeShape ; ex:atMost 1 ; ex:unless 5",
        "sh:PropertyShape ; sh:path ex:p ; ex:own ex:q",
        "sh:PropertyShape ; sh:path [ sh:inversePath ex:r ] ; ex:own ex:p",
        "sh:NodeShape ; ex:unless 5",
        "sh:NodeShape ; sh:property [ sh:path ex:p ; ex:own ex:q ; sh:severity sh:Warning ]",
    ],
)
def test_constraint_components(shape: str) -> None:
    for target in TARGETS:
        agree(f"{COMPONENTS} ex:S a {shape} ; {target} .")


def test_each_value_that_an_ask_validator_rejects_is_a_result() -> None:
    """pySHACL leaves the value out on property shapes; https://www.w3.org/TR/shacl/#SPARQLAskValidator"""
    for more, values in (("", ["2", "5"]), (" ; ex:unless 5", ["2"])):
        rules = read(f"{PREFIXES}{DECLARED}{COMPONENTS} ex:S a sh:PropertyShape ; sh:targetClass ex:A ; sh:path ex:p ; ex:atMost 1{more} .")
        found = [(key.component, (key.value or "").split('"')[1]) for key in ours(validate(read(DATA), rules), rules)]
        assert sorted(found) == [("http://example.org/AtMost", value) for value in values]


def test_each_value_of_the_only_parameter_is_a_constraint() -> None:
    """pySHACL takes no SELECT of a node shape that has a ?value other than the focus node; https://www.w3.org/TR/shacl/#constraints-section"""
    rules = read(f"{PREFIXES}{DECLARED}{COMPONENTS} ex:S a sh:NodeShape ; sh:targetNode ex:a , ex:d ; ex:own ex:p , ex:r .")
    found = [(key.focus, key.value) for key in ours(validate(read(DATA), rules), rules)]
    assert sorted(found) == [("<http://example.org/a>", "<http://example.org/b>"), ("<http://example.org/d>", "<http://example.org/a>")]


def test_each_solution_is_a_result() -> None:
    """pySHACL makes equal ones one; https://www.w3.org/TR/shacl/#sparql-constraints-validation"""
    query = select("SELECT $this { $this ex:p ?any }")
    rules = read(f"{PREFIXES}{DECLARED} ex:S a sh:NodeShape ; sh:targetNode ex:a ; {query} .")
    assert len(validate(read(DATA), rules)) == 4


@pytest.mark.parametrize("query", ["SELECT ?this WHERE { ?this ?p ?o }", "SELECT DISTINCT $this { $this $p $o . }"])
@pytest.mark.parametrize("more", ["", "; sh:targetClass ex:A ; sh:targetNode ex:far ; sh:targetObjectsOf ex:p", "; sh:targetSubjectsOf ex:p"])
@pytest.mark.parametrize("constraint", ["sh:class ex:A", "sh:property [ sh:path ex:p ; sh:maxCount 1 ]", "sh:closed true", "sh:nodeKind sh:IRI"])
def test_every_subject_can_be_a_target(query: str, more: str, constraint: str) -> None:
    data = read(PREFIXES + "ex:a a ex:A ; ex:p ex:b, ex:c . ex:b ex:q 1 . [] ex:p ex:d . ex:B rdfs:subClassOf ex:A . ex:e a ex:B .")
    shapes = read(PREFIXES + f'ex:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ; sh:select "{query}" ] {more} ; {constraint} .')
    found = ours(validate(data, shapes), shapes)
    assert found == by_pyshacl(data, shapes) and found
