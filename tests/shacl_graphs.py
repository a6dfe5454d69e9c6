"""Hypothesis strategies for shapes graphs and data graphs, as Turtle.

The graphs are small and made of few names, so that shapes and data meet often. Where pySHACL is wrong the
two are kept apart: test_shacl_differential.py has those cases by hand.
"""

from __future__ import annotations

import os
import re

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

PREFIXES = """@prefix ex: <http://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
Text = st.SearchStrategy[str]

PREDICATES = ["ex:p", "ex:q", "ex:r"]
CLASSES = ["ex:A", "ex:B", "ex:C"]
NODES = ["ex:a", "ex:b", "ex:c", "_:x", "_:y"]
LITERALS = [
    *('""', '"a"', '"ab"', '"A b"', '"a\\nb"', '"1"', '"true"', '"日本"'),
    *('"a"@en', '"b"@en', '"a"@en-GB', '"a"@de', '"b"@de-AT', '"日本"@ja'),
    *("0", "1", "2", "-1", "1.0", "1.5", "1e0", "2.5e0", "true", "false"),
    *('"INF"^^xsd:double', '"NaN"^^xsd:double', '"1"^^xsd:float', '"1"^^xsd:byte', '"2"^^xsd:long', '"1"^^xsd:nonNegativeInteger'),
    *('"2024-01-01"^^xsd:date', '"2024-12-31"^^xsd:date', '"2024"^^xsd:gYear', '"2025"^^xsd:gYear', '"2024-03"^^xsd:gYearMonth'),
    *('"2024-01-01T00:00:00"^^xsd:dateTime', '"2024-01-01T00:00:00Z"^^xsd:dateTime', '"2024-01-01T01:00:00+01:00"^^xsd:dateTime'),
    *('"P1Y"^^xsd:yearMonthDuration', '"P1D"^^xsd:dayTimeDuration', '"http://example.org/a"^^xsd:anyURI', '"a"^^ex:datatype'),
]
#: Literals whose lexical form is not in the lexical space of their datatype.
ILL_FORMED = [
    *('"abc"^^xsd:integer', '"1.5"^^xsd:integer', '""^^xsd:decimal', '"x"^^xsd:double', '"yes"^^xsd:boolean'),
    *('"2024-02-30"^^xsd:date', '"24"^^xsd:gYear', '"2024-01-01"^^xsd:dateTime', '"300"^^xsd:byte'),
]
DATATYPES = [
    *("xsd:string", "rdf:langString", "xsd:integer", "xsd:decimal", "xsd:double", "xsd:float", "xsd:boolean", "xsd:byte", "xsd:long"),
    *("xsd:date", "xsd:dateTime", "xsd:gYear", "xsd:gYearMonth", "xsd:anyURI", "ex:datatype"),
]
KINDS = ["sh:IRI", "sh:BlankNode", "sh:Literal", "sh:BlankNodeOrIRI", "sh:BlankNodeOrLiteral", "sh:IRIOrLiteral"]
PATTERNS = ['"a"', '"^a$"', '"^A"', '"b$"', '"[0-9]+"', '"^\\\\d{4}-"', '"example\\\\.org"', '"a.b"', '"a  b"', '""']
LANGUAGES = ['"en"', '"en-GB"', '"de"', '"ja"', '"fr"']

_NUMBERS = ["0", "1", "2", "-1", "1.0", "1.5", "1e0", "2.5e0", '"INF"^^xsd:double', '"1"^^xsd:float', '"1"^^xsd:byte', '"1"^^xsd:nonNegativeInteger']
_DAYS = ['"2024-01-01"^^xsd:date', '"2024-12-31"^^xsd:date', '"2023-06-15"^^xsd:date']
_TIMES = ['"2024-01-01T00:00:00Z"^^xsd:dateTime', '"2024-01-01T01:00:00+01:00"^^xsd:dateTime', '"2024-01-01T00:00:01Z"^^xsd:dateTime']
_STRINGS = ['"a"', '"ab"', '"b"', '""', '"日本"']

nodes = st.sampled_from(NODES)
predicates = st.sampled_from(PREDICATES)
classes = st.sampled_from(CLASSES)


def _listed(items: Text, least: int, most: int = 3) -> Text:
    return st.lists(items, min_size=least, max_size=most).map(lambda found: f"( {' '.join(found)} )")


_SEQUENCE = re.compile(r"(?<!alternativePath )\(")

_longer: Text = st.recursive(
    predicates,
    lambda inner: st.one_of(
        inner.filter(lambda path: not _SEQUENCE.search(path)).map(lambda path: f"[ sh:inversePath {path} ]"),
        _listed(inner, 2),
        _listed(inner, 2).map(lambda members: f"[ sh:alternativePath {members} ]"),
        st.tuples(st.sampled_from(["zeroOrMore", "oneOrMore", "zeroOrOne"]), inner).map(lambda pair: f"[ sh:{pair[0]}Path {pair[1]} ]"),
    ),
    max_leaves=4,
)
paths = st.one_of(predicates, predicates, _longer)


def _said(predicate: str, values: Text) -> Text:
    return values.map(lambda value: f"sh:{predicate} {value}")


_counts = st.integers(0, 3).map(str)
_lengths = st.integers(1, 3).map(str)
_flags = st.sampled_from(["", "", ' ; sh:flags "i"', ' ; sh:flags "m"', ' ; sh:flags "im"', ' ; sh:flags ""'])
_ignored = _said("ignoredProperties", _listed(st.sampled_from([*PREDICATES, "rdf:type"]), 0))
_closed = st.tuples(
    st.sampled_from(["sh:closed true", "sh:closed true", "sh:closed false"]), st.one_of(st.just(""), _ignored.map(lambda said: " ; " + said))
)
#: Parameters that a shape has at most once, and that hold no value of the data.
_ONCE = {
    "datatype": _said("datatype", st.sampled_from(DATATYPES)),
    "nodeKind": _said("nodeKind", st.sampled_from(KINDS)),
    "minLength": _said("minLength", _lengths),
    "maxLength": _said("maxLength", _counts),
    "pattern": st.tuples(_said("pattern", st.sampled_from(PATTERNS)), _flags).map("".join),
    "languageIn": _said("languageIn", _listed(st.sampled_from(LANGUAGES), 0)),
    "closed": _closed.map("".join),
}
_COUNTS = {
    "minCount": _said("minCount", _counts),
    "maxCount": _said("maxCount", _counts),
    "uniqueLang": _said("uniqueLang", st.sampled_from(["true", "false"])),
}
_OFTEN = [_said("class", classes), _said("equals", predicates), _said("disjoint", predicates)]


class _World:
    """What a pair of graphs is made of: constraints that compare values go with values that can be compared."""

    def __init__(self, literals: list[str], bounds: list[str], with_nodes: bool) -> None:
        """Take the literals, the bounds of sh:minInclusive and the like, and whether properties lead to nodes too.

        Without bounds there are no such constraints, and where properties lead to nodes no sh:lessThan.
        """
        named = st.one_of(st.sampled_from(NODES[:3] + CLASSES), st.sampled_from(literals))
        self.terms = st.one_of(nodes, st.sampled_from(literals), st.sampled_from(CLASSES)) if with_nodes else st.sampled_from(literals)
        self.once = _ONCE | {"in": _said("in", _listed(named, 0))}
        for name in ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive") if bounds else ():
            self.once[name] = _said(name, st.sampled_from(bounds))
        self.often = st.one_of(*_OFTEN, _said("hasValue", named))
        less = [] if with_nodes else [_said("lessThan", predicates), _said("lessThanOrEquals", predicates)]
        self.often_for_properties = st.one_of(self.often, *less)
        self.targets = st.one_of(
            *(_said("targetClass", classes), _said("targetNode", named), _said("targetSubjectsOf", predicates), _said("targetObjectsOf", predicates))
        )


_WORLDS = st.sampled_from(
    [
        *(_World(LITERALS + ILL_FORMED, [], True) for _ in range(4)),
        *(_World(values, values, True) for values in (_NUMBERS, _DAYS, _TIMES, _STRINGS)),
        *(_World(values, values, False) for values in (_NUMBERS, _DAYS, _TIMES)),
    ]
)
_ABOUT = st.one_of(
    st.just(""),
    _said("severity", st.sampled_from(["sh:Warning", "sh:Info", "ex:Grave"])),
    _said("message", st.sampled_from(['"told"', '"told"@en , "gesagt"@de'])),
)
_DEACTIVATED = st.sampled_from(["", "", "", "", "", "sh:deactivated true", "sh:deactivated false"])


@st.composite
def _body(draw: st.DrawFn, world: _World, depth: int, of_property: bool, named: tuple[str, ...]) -> str:
    """What a shape says beside its targets; it may refer to the named shapes."""
    parts = [f"sh:path {draw(paths)}"] if of_property else []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["once", "once", "often", "logical", "qualified", "count"]))
        if kind == "often":
            parts.append(draw(world.often_for_properties if of_property else world.often))
        elif kind == "logical" and depth:
            parts.append(draw(_logical(world, depth - 1, named)))
        else:
            found = dict(world.once)
            if kind == "qualified" and depth and of_property:
                found = {"qualifiedValueShape": _qualified(world, depth - 1, named)}
            elif kind == "count" and of_property:
                found = _COUNTS
            if of_property:
                found.pop("closed", None)  # ours refuses it there, and says so
            name = draw(st.sampled_from(sorted(found)))
            if not any(part.startswith(f"sh:{name} ") for part in parts):
                parts.append(draw(found[name]))
    parts += [draw(_ABOUT), draw(_DEACTIVATED)]
    return " ; ".join(part for part in parts if part)


@st.composite
def _shape(draw: st.DrawFn, world: _World, depth: int, named: tuple[str, ...], of_property: bool | None = None) -> str:
    wanted = [name for name in named if of_property is None or name.startswith("ex:Property") == of_property]
    if wanted and draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(wanted))
    kind = draw(st.booleans()) if of_property is None else of_property
    return f"[ a {'sh:PropertyShape' if kind else 'sh:NodeShape'} ; {draw(_body(world, depth, kind, named))} ]"


@st.composite
def _logical(draw: st.DrawFn, world: _World, depth: int, named: tuple[str, ...]) -> str:
    kind = draw(st.sampled_from(["not", "and", "or", "xone", "node", "property"]))
    if kind in ("node", "property"):
        return f"sh:{kind} {draw(_shape(world, depth, named, kind == 'property'))}"
    if kind == "not":
        return f"sh:not {draw(_shape(world, depth, named))}"
    return f"sh:{kind} {draw(_listed(_shape(world, depth, named), 1))}"


@st.composite
def _qualified(draw: st.DrawFn, world: _World, depth: int, named: tuple[str, ...]) -> str:
    counts = draw(st.sampled_from(["sh:qualifiedMinCount 1", "sh:qualifiedMaxCount 1", "sh:qualifiedMinCount 2 ; sh:qualifiedMaxCount 2"]))
    disjoint = draw(st.sampled_from(["", " ; sh:qualifiedValueShapesDisjoint true", " ; sh:qualifiedValueShapesDisjoint false"]))
    return f"sh:qualifiedValueShape {draw(_shape(world, depth, named))} ; {counts}{disjoint}"


@st.composite
def graphs(draw: st.DrawFn) -> tuple[str, str]:
    """Return a data graph and a well-formed shapes graph without recursive shapes.

    One to three shapes have targets, and each may use those before it. Subclasses may form cycles.
    """
    world = draw(_WORLDS)
    lines = [PREFIXES]
    named: tuple[str, ...] = ()
    for number in range(draw(st.sampled_from([1, 1, 2, 3]))):
        of_property = draw(st.booleans())
        implicit = not of_property and draw(st.integers(0, 7)) == 0
        name = CLASSES[number] if implicit else f"ex:{'Property' if of_property else 'Node'}{number}"
        targets = draw(st.lists(world.targets, min_size=0 if implicit else 1, max_size=2))
        body = draw(_body(world, 2, of_property, named))
        kind = "sh:PropertyShape" if of_property else f"sh:NodeShape{' , rdfs:Class' if implicit else ''}"
        lines.append(f"{name} a {kind} ;\n  {' ; '.join([*targets, body])} .")
        named += (name,)
    facts = draw(st.lists(st.tuples(nodes, predicates, world.terms), min_size=3, max_size=12))
    types = draw(st.lists(st.tuples(nodes, st.just("a"), classes), min_size=1, max_size=4))
    subclasses = draw(st.lists(st.tuples(classes, st.just("rdfs:subClassOf"), classes), max_size=3))
    data = PREFIXES + "".join(f"{' '.join(triple)} .\n" for triple in facts + types + subclasses)
    return data, "\n".join(lines) + "\n"


def profile(examples: int) -> settings:
    """Return the settings for a test: the same few examples every time, or with ``HYPOTHESIS_PROFILE=long`` many new ones."""
    if os.environ.get("HYPOTHESIS_PROFILE") == "long":
        return settings(max_examples=50 * examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    return settings(max_examples=examples, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
