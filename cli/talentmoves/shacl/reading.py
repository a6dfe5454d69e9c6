"""Read shapes out of a shapes graph, and refuse what is ill-formed or not evaluated.

https://www.w3.org/TR/shacl/#syntax-rules
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from ..closure import reached
from .custom import Components, read_query
from .errors import ill_formed, unsupported
from .graph import Graph, Node, Term
from .messages import messages
from .model import Constraint, Qualified, Shape, Targets
from .paths import Path, read_path
from .terms import quoted
from .vocabulary import (
    COMPANIONS,
    COMPONENTS,
    QUALIFIED_MAX,
    QUALIFIED_MIN,
    RDF,
    RDFS,
    SH,
    SHAPE_LISTS,
    SHAPE_VALUED,
    SILENT,
    TARGETS,
    XSD,
)

_MOST = 10**15
_TRUTHS = {"true", "false", "1", "0"}
_NODE_KINDS = {"IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"}
_CLASSES = {RDFS + "Class", "http://www.w3.org/2002/07/owl#Class"}
_TARGET = SH + "target"
_EVERY_SUBJECT = re.compile(r"SELECT\s+(DISTINCT\s+)?[?$]this\s+(WHERE\s*)?\{\s*[?$]this\s+[?$](?!this\b)(\w+)\s+[?$](?!this\b|\3\b)\w+\s*\.?\s*\}")
_NODE_SHAPE, _PROPERTY_SHAPE = SH + "NodeShape", SH + "PropertyShape"


def read_shapes(graph: Graph) -> list[Shape]:
    """Return every shape with a target that is not deactivated, in the order of their nodes.

    :raises ShapesError: if a shape is ill-formed, recursive, or uses a construct that is not evaluated
    """
    for node in graph.subjects():
        if SH + "entailment" in graph.about(node):  # SHACL 3.2: not to be ignored
            raise unsupported(node, "sh:entailment")
    reader = _Reader(graph)
    nodes = sorted((node for node in graph.subjects() if reader.is_shape(node)), key=str)
    shapes = [reader.shape(node) for node in nodes if not isinstance(node, Literal)]
    for shape in shapes:
        _refuse_recursion(shape)
    return [shape for shape in shapes if any(shape.targets) and not shape.deactivated]


class _Reader:
    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._shapes: dict[Term, Shape] = {}
        self._components = Components(graph)
        self._names = {SH + name for name in (*COMPONENTS, *COMPANIONS)} | self._components.parameters()
        self._referred = self._shapes_by_reference()
        # A parameter of a component has a path and is no shape for that.
        self._no_shapes = {value for node in graph.subjects() for value in graph.objects(node, SH + "parameter")}

    def is_shape(self, node: Term) -> bool:
        """Tell whether a node is a shape (SHACL 2.1): by type, target, parameter or reference."""
        about = self._graph.about(node)
        if node in self._no_shapes:
            return False
        if any(isinstance(kind, NamedNode) and kind.value in (_NODE_SHAPE, _PROPERTY_SHAPE) for kind in about.get(RDF + "type", ())):
            return True
        return (
            any(SH + name in about for name in (*TARGETS, "target"))
            or node in self._referred
            or (SH + "path" in about and any(name in self._names for name in about))
        )

    def shape(self, node: Node) -> Shape:
        if node in self._shapes:
            return self._shapes[node]
        about = self._graph.about(node)
        self._check_vocabulary(node, about)
        self._shapes[node] = shape = Shape(
            node=node,
            path=self._path(node, about),
            targets=self._targets(node, about),
            severity=self._severity(node, about),
            deactivated=self._flag(node, "deactivated"),
            messages=messages(self._graph, node),
        )
        for name, component in COMPONENTS.items():
            for value in about.get(SH + name, ()):
                if name == "sparql":
                    query = read_query(self._graph, value, node, shape.path)
                    if query is not None:
                        shape.constraints.append(Constraint(name, SH + component, query))
                else:
                    argument = self._argument(node, name, value, shape)
                    if argument is not None:
                        shape.constraints.append(Constraint(name, SH + component, argument))
        shape.constraints += self._qualified(node, about)
        shape.constraints += self._components.constraints(node, about, shape.path)
        return shape

    def _check_vocabulary(self, node: Node, about: dict[str, list[Term]]) -> None:
        known = {SH + name for name in (*SILENT, *TARGETS, "target")} | self._names
        if any(isinstance(kind, NamedNode) and kind.value == SH + "SPARQLConstraint" for kind in about.get(RDF + "type", ())):
            known |= {SH + "select", SH + "prefixes"}
        for predicate in about:
            if predicate.startswith(SH) and predicate not in known:
                name = predicate.removeprefix(SH)
                raise unsupported(node, f"sh:{name}")
        if len(about.get(SH + "flags", ())) and SH + "pattern" not in about:
            raise ill_formed(node, "sh:flags stands without sh:pattern")

    def _path(self, node: Node, about: dict[str, list[Term]]) -> Path | None:
        values = about.get(SH + "path", [])
        kinds = {kind.value for kind in about.get(RDF + "type", ()) if isinstance(kind, NamedNode)}
        if len(values) > 1:
            raise ill_formed(node, "it has more than one sh:path")
        if not values:
            if _PROPERTY_SHAPE in kinds or self._referred.get(node) == "property":
                raise ill_formed(node, "a property shape needs sh:path")
            return None
        if _NODE_SHAPE in kinds:
            raise ill_formed(node, "a node shape has no sh:path")
        return read_path(self._graph, values[0], node)

    def _targets(self, node: Node, about: dict[str, list[Term]]) -> Targets:
        given: dict[str, list[Term]] = {name: about.get(SH + name, []) for name in TARGETS}
        for name in TARGETS[1:]:
            if any(not isinstance(value, NamedNode) for value in given[name]) and name != "targetClass":
                raise ill_formed(node, f"sh:{name} is not an IRI")
        if any(not isinstance(value, NamedNode) for value in given["targetClass"]):
            raise ill_formed(node, "sh:targetClass is not an IRI")
        if any(isinstance(value, BlankNode) for value in given["targetNode"]):
            raise ill_formed(node, "sh:targetNode is a blank node")
        classes = [value for value in given["targetClass"] if isinstance(value, NamedNode)]
        kinds = [kind for kind in about.get(RDF + "type", ()) if isinstance(kind, NamedNode)]
        is_shape = any(kind.value in (_NODE_SHAPE, _PROPERTY_SHAPE) for kind in kinds)
        if isinstance(node, NamedNode) and is_shape and any(self._is_class(kind) for kind in kinds):  # SHACL 2.1.3.3
            classes.append(node)
        return Targets(
            nodes=tuple(given["targetNode"]),
            classes=tuple(dict.fromkeys(classes)),
            subjects_of=tuple(value.value for value in given["targetSubjectsOf"] if isinstance(value, NamedNode)),
            objects_of=tuple(value.value for value in given["targetObjectsOf"] if isinstance(value, NamedNode)),
            every_subject=self._targets_every_subject(node, about),
        )

    def _targets_every_subject(self, node: Node, about: dict[str, list[Term]]) -> bool:
        """Tell whether a shape has the one target query that is evaluated.

        https://www.w3.org/TR/shacl-af/#SPARQLTarget
        """
        for target in about.get(_TARGET, ()):
            queries = self._graph.objects(target, SH + "select")
            known = NamedNode(SH + "SPARQLTarget") in self._graph.objects(target, RDF + "type")
            if not known or len(queries) != 1 or not isinstance(queries[0], Literal) or not _EVERY_SUBJECT.fullmatch(queries[0].value.strip()):
                raise unsupported(node, "sh:target with anything but SELECT ?this WHERE { ?this ?property ?value }")
        return bool(about.get(_TARGET))

    def _is_class(self, kind: NamedNode) -> bool:
        start: list[Term] = [kind]
        above = reached(start, lambda term: self._graph.objects(term, RDFS + "subClassOf"))
        return any(isinstance(term, NamedNode) and term.value in _CLASSES for term in above)

    def _severity(self, node: Node, about: dict[str, list[Term]]) -> str:
        values = about.get(SH + "severity", [])
        if len(values) > 1 or any(not isinstance(value, NamedNode) for value in values):
            raise ill_formed(node, "sh:severity is not one IRI")
        return values[0].value if values else SH + "Violation"

    def _argument(self, node: Node, name: str, value: Term, shape: Shape) -> object:
        only_properties = {"minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals"}
        if name in only_properties and shape.path is None:
            raise ill_formed(node, f"sh:{name} needs a property shape")
        if name in SHAPE_VALUED:
            return self._other(node, name, value)
        if name in SHAPE_LISTS:
            return tuple(self._other(node, name, member) for member in self._list(node, name, value))
        if name == "pattern":
            return self._pattern(node, value)
        if name == "closed":
            return self._closed(node, value)
        return _ARGUMENTS[name](self, node, name, value)

    def _other(self, node: Node, name: str, value: Term) -> Shape:
        if isinstance(value, Literal):
            raise ill_formed(node, f"sh:{name} is not a shape but {value}")
        other = self.shape(value)
        if name == "property" and other.path is None:
            raise ill_formed(node, "sh:property does not name a property shape")
        if name == "node" and other.path is not None:
            raise ill_formed(node, "sh:node does not name a node shape")
        return other

    def _list(self, node: Node, name: str, value: Term) -> list[Term]:
        members = self._graph.items(value)
        if members is None:
            raise ill_formed(node, f"sh:{name} is not a well-formed list")
        return members

    def _one(self, node: Node, name: str) -> None:
        if len(self._graph.objects(node, SH + name)) > 1:
            raise ill_formed(node, f"sh:{name} is given more than once")

    def _integer(self, node: Node, name: str, value: Term) -> int:
        self._one(node, name)
        if not isinstance(value, Literal) or value.datatype.value != XSD + "integer" or not re.fullmatch(r"[+-]?\d+", value.value):
            raise ill_formed(node, f"sh:{name} is not an xsd:integer")
        # No count and no text comes near this limit, and engines compute with 64 bits.
        return max(-_MOST, min(int(value.value), _MOST))

    def _flag(self, node: Node, name: str) -> bool:
        self._one(node, name)
        values = self._graph.objects(node, SH + name)
        if any(not isinstance(value, Literal) or value.datatype.value != XSD + "boolean" or value.value not in _TRUTHS for value in values):
            raise ill_formed(node, f"sh:{name} is not an xsd:boolean")
        return any(value.value in ("true", "1") for value in values)

    def _true(self, node: Node, name: str, value: Term) -> bool | None:
        # Only the literal true switches it on (SHACL 4.4.5); "1"^^xsd:boolean does not.
        return (self._flag(node, name) and value.value == "true") or None

    def _iri(self, node: Node, name: str, value: Term) -> NamedNode:
        if not isinstance(value, NamedNode):
            raise ill_formed(node, f"sh:{name} is not an IRI")
        return value

    def _class(self, node: Node, name: str, value: Term) -> Node:
        return self._iri(node, name, self._any(node, name, value))

    def _one_iri(self, node: Node, name: str, value: Term) -> NamedNode:
        self._one(node, name)
        return self._iri(node, name, value)

    def _node_kind(self, node: Node, name: str, value: Term) -> str:
        kind = self._one_iri(node, name, value).value.removeprefix(SH)
        if kind not in _NODE_KINDS:
            raise ill_formed(node, f"sh:nodeKind is none of {', '.join(sorted(_NODE_KINDS))}")
        return kind

    def _limit(self, node: Node, name: str, value: Term) -> Literal:
        self._one(node, name)
        if not isinstance(value, Literal):
            raise ill_formed(node, f"sh:{name} is not a literal")
        return value

    def _any(self, node: Node, name: str, value: Term) -> Term:
        if isinstance(value, BlankNode):
            raise unsupported(node, f"a blank node as sh:{name}")
        return value

    def _members(self, node: Node, name: str, value: Term) -> tuple[Term, ...]:
        self._one(node, name)
        return tuple(self._any(node, name, member) for member in self._list(node, name, value))

    def _languages(self, node: Node, name: str, value: Term) -> tuple[str, ...]:
        self._one(node, name)
        members = self._list(node, name, value)
        if any(not isinstance(member, Literal) or member.datatype.value != XSD + "string" for member in members):
            raise ill_formed(node, "sh:languageIn is not a list of strings")
        return tuple(member.value for member in members)

    def _pattern(self, node: Node, value: Term) -> tuple[str, str]:
        self._one(node, "pattern")
        self._one(node, "flags")
        texts = [value, *self._graph.objects(node, SH + "flags")]
        if any(not isinstance(text, Literal) or text.datatype.value != XSD + "string" for text in texts):
            raise ill_formed(node, "sh:pattern or sh:flags is not a string")
        pattern, flags = texts[0].value, texts[1].value if len(texts) > 1 else ""
        if not _can_match(pattern, flags):
            with_flags = f" with sh:flags {quoted(flags)}" if flags else ""
            raise unsupported(node, f"sh:pattern {quoted(pattern)}{with_flags}, which the engine cannot read as a regular expression")
        return pattern, flags

    def _closed(self, node: Node, value: Term) -> tuple[str, ...] | None:
        if not self._flag(node, "closed"):
            return None
        ignored: list[Term] = []
        self._one(node, "ignoredProperties")
        for head in self._graph.objects(node, SH + "ignoredProperties"):
            ignored += self._list(node, "ignoredProperties", head)
        allowed = [self._iri(node, "ignoredProperties", term).value for term in ignored]
        for other in self._graph.objects(node, SH + "property"):
            allowed += [path.value for path in self._graph.objects(other, SH + "path") if isinstance(path, NamedNode)]
        return tuple(dict.fromkeys(allowed))

    def _qualified(self, node: Node, about: dict[str, list[Term]]) -> list[Constraint]:
        values = about.get(SH + "qualifiedValueShape", [])
        limits = {name: about.get(SH + name, []) for name in ("qualifiedMinCount", "qualifiedMaxCount")}
        minimum, maximum = (self._integer(node, name, found[0]) if found else None for name, found in limits.items())
        if not values or (minimum is None and maximum is None):  # a component needs all its parameters (SHACL 3.4)
            return []
        self._one(node, "qualifiedValueShape")
        if SH + "path" not in about:
            raise ill_formed(node, "sh:qualifiedValueShape needs a property shape")
        found = []
        for value in values:
            siblings = self._sibling_shapes(node, value) if self._flag(node, "qualifiedValueShapesDisjoint") else ()
            one = Qualified(self._other(node, "qualifiedValueShape", value), minimum, maximum, siblings)
            if minimum is not None:
                found.append(Constraint("qualifiedMinCount", QUALIFIED_MIN, one))
            if maximum is not None:
                found.append(Constraint("qualifiedMaxCount", QUALIFIED_MAX, one))
        return found

    def _sibling_shapes(self, node: Node, value: Term) -> tuple[Shape, ...]:
        # SHACL 4.7.3: the qualified shapes of the other property shapes of every parent.
        found: dict[Term, None] = {}
        for parent in self._graph.subjects():
            properties = self._graph.objects(parent, SH + "property")
            if node in properties:
                for other in properties:
                    found.update(dict.fromkeys(self._graph.objects(other, SH + "qualifiedValueShape")))
        found.pop(value, None)
        return tuple(self._other(node, "qualifiedValueShape", shape) for shape in found)

    def _shapes_by_reference(self) -> dict[Term, str]:
        found: dict[Term, str] = {}
        for node in self._graph.subjects():
            about = self._graph.about(node)
            for name in SHAPE_VALUED:
                found.update((value, name) for value in about.get(SH + name, ()))
            for name in SHAPE_LISTS:
                for head in about.get(SH + name, ()):
                    found.update((member, name) for member in self._graph.items(head) or () if not isinstance(member, Literal))
        return found


_ARGUMENTS: dict[str, Callable[[_Reader, Node, str, Term], object]] = {
    "class": _Reader._class,
    "datatype": _Reader._one_iri,
    "nodeKind": _Reader._node_kind,
    "minCount": _Reader._integer,
    "maxCount": _Reader._integer,
    "minLength": _Reader._integer,
    "maxLength": _Reader._integer,
    "minExclusive": _Reader._limit,
    "minInclusive": _Reader._limit,
    "maxExclusive": _Reader._limit,
    "maxInclusive": _Reader._limit,
    "languageIn": _Reader._languages,
    "uniqueLang": _Reader._true,
    "equals": _Reader._iri,
    "disjoint": _Reader._iri,
    "lessThan": _Reader._iri,
    "lessThanOrEquals": _Reader._iri,
    "hasValue": _Reader._any,
    "in": _Reader._members,
}


@cache
def _can_match(pattern: str, flags: str) -> bool:
    """Tell whether the engine can compile a regular expression; with one that it cannot, a test is silently false."""
    more = f", {quoted(flags)}" if flags else ""
    answer = Store().query(f'ASK {{ BIND(REGEX("", {quoted(pattern)}{more}) AS ?told) FILTER(BOUND(?told)) }}')
    return bool(answer)


def _refuse_recursion(shape: Shape) -> None:
    # SHACL leaves recursive shapes undefined (3.4.3).
    done: set[int] = set()
    trail: list[Shape] = []

    def visit(one: Shape) -> None:
        if one in trail:
            raise unsupported(one.node, "a shape that refers to itself")
        if id(one) in done:
            return
        trail.append(one)
        for constraint in one.constraints:
            for other in parts(constraint):
                visit(other)
        trail.pop()
        done.add(id(one))

    visit(shape)


def parts(constraint: Constraint) -> tuple[Shape, ...]:
    """Return the shapes that a constraint refers to."""
    argument = constraint.argument
    if isinstance(argument, Shape):
        return (argument,)
    if isinstance(argument, Qualified):
        return (argument.shape, *argument.siblings)
    if isinstance(argument, tuple) and argument and isinstance(argument[0], Shape):
        return tuple(other for other in argument if isinstance(other, Shape))
    return ()
