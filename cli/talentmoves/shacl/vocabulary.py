"""The SHACL vocabulary as far as the standard's Core and SHACL-SPARQL parts define it.

https://www.w3.org/TR/shacl/
"""

from __future__ import annotations

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"

#: Parameters of the Core components, by the component that they declare.
COMPONENTS = {
    "class": "ClassConstraintComponent",
    "datatype": "DatatypeConstraintComponent",
    "nodeKind": "NodeKindConstraintComponent",
    "minCount": "MinCountConstraintComponent",
    "maxCount": "MaxCountConstraintComponent",
    "minExclusive": "MinExclusiveConstraintComponent",
    "minInclusive": "MinInclusiveConstraintComponent",
    "maxExclusive": "MaxExclusiveConstraintComponent",
    "maxInclusive": "MaxInclusiveConstraintComponent",
    "minLength": "MinLengthConstraintComponent",
    "maxLength": "MaxLengthConstraintComponent",
    "pattern": "PatternConstraintComponent",
    "languageIn": "LanguageInConstraintComponent",
    "uniqueLang": "UniqueLangConstraintComponent",
    "equals": "EqualsConstraintComponent",
    "disjoint": "DisjointConstraintComponent",
    "lessThan": "LessThanConstraintComponent",
    "lessThanOrEquals": "LessThanOrEqualsConstraintComponent",
    "not": "NotConstraintComponent",
    "and": "AndConstraintComponent",
    "or": "OrConstraintComponent",
    "xone": "XoneConstraintComponent",
    "node": "NodeConstraintComponent",
    "property": "PropertyShapeComponent",
    "closed": "ClosedConstraintComponent",
    "hasValue": "HasValueConstraintComponent",
    "in": "InConstraintComponent",
    "sparql": "SPARQLConstraintComponent",
}
QUALIFIED_MIN = SH + "QualifiedMinCountConstraintComponent"
QUALIFIED_MAX = SH + "QualifiedMaxCountConstraintComponent"

#: Parameters that go with another one, and the qualified ones, which are read together.
COMPANIONS = {
    "flags",
    "ignoredProperties",
    "qualifiedValueShape",
    "qualifiedMinCount",
    "qualifiedMaxCount",
    "qualifiedValueShapesDisjoint",
}
TARGETS = ("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf")
#: What a shape may say that constrains nothing (SHACL 2.1, 2.3.2).
SILENT = {"path", "severity", "message", "deactivated", "name", "description", "order", "group", "defaultValue"}
#: Parameters whose values are shapes, or lists of shapes.
SHAPE_VALUED = ("node", "property", "not", "qualifiedValueShape")
SHAPE_LISTS = ("and", "or", "xone")
