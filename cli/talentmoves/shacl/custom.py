"""SPARQL-based constraints and constraint components (SHACL 5 and 6), read and checked.

https://www.w3.org/TR/shacl/#sparql-constraints
"""

from __future__ import annotations

import re
from itertools import product

from pyoxigraph import BlankNode, Literal, NamedNode

from ..closure import reached
from ..sparql import tokens, with_characters
from .errors import ill_formed, unsupported
from .graph import Graph, Node, Term
from .messages import messages
from .model import Constraint, Custom, Query
from .paths import Path
from .vocabulary import RDF, RDFS, SH, XSD

_IMPORTS = "http://www.w3.org/2002/07/owl#imports"
#: SHACL appendix A: what a query with pre-bound variables must not hold.
_FORBIDDEN = {"MINUS", "VALUES", "SERVICE"}
_ALWAYS_BOUND = {"this", "shapesGraph", "currentShape"}


def read_query(graph: Graph, node: Term, shape: Node, path: Path | None) -> Query | None:
    """Return the query of a SPARQL-based constraint, or nothing if the constraint is deactivated.

    :raises ShapesError: if it breaks a rule of SHACL 5 or appendix A, or uses $shapesGraph or $currentShape
    """
    for value in graph.objects(node, SH + "deactivated"):
        if isinstance(value, Literal) and value.value in ("true", "1"):
            return None
    if SH + "ask" in graph.about(node):
        raise ill_formed(shape, "sh:sparql holds sh:ask in place of sh:select")
    return _read(graph, node, "select", shape, path, frozenset())


def _read(graph: Graph, node: Term, form: str, shape: Node, path: Path | None, parameters: frozenset[str]) -> Query:
    texts = graph.objects(node, SH + form)
    if len(texts) != 1 or not isinstance(texts[0], Literal) or texts[0].datatype.value != XSD + "string":
        raise ill_formed(shape, f"a query needs one sh:{form}, a string")
    text = with_characters(texts[0].value)
    _check(text, form, shape, path, parameters)
    if path is not None:
        replacement = path.text if path.predicate else f"({path.text})"
        text = re.sub(r"[$?]PATH\b", lambda _: replacement, text)
    header = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(_prefixes(graph, node, shape).items()))
    return Query(node, header + text, form == "ask", messages(graph, node))


def _check(text: str, form: str, shape: Node, path: Path | None, parameters: frozenset[str]) -> None:
    found = tokens(text)
    bound = _ALWAYS_BOUND | parameters
    words = [(token["word"] or "").upper() for token in found]
    for word in _FORBIDDEN.intersection(words):
        raise unsupported(shape, f"{word} in a query with pre-bound variables")
    for at, token in enumerate(found):
        variable = token["variable"]
        if variable in ("shapesGraph", "currentShape"):
            raise unsupported(shape, f"${variable}")
        if variable == "PATH" and path is None:
            raise ill_formed(shape, "its query mentions $PATH, and the shape has no sh:path")
        if variable in bound and at and words[at - 1] == "AS":
            raise unsupported(shape, f"AS ?{variable}, which binds a pre-bound variable anew")
    if form == "select":
        heads = _select_clauses(text)
        if not heads or "SELECT" not in words:
            raise ill_formed(shape, "sh:select is not a SELECT query")
        for at, head in enumerate(heads):
            # What * stands for depends on what is bound; inside it leaves $this out where no pattern names it.
            if "this" not in head and (at or head != {"*"}):
                raise unsupported(shape, "a SELECT that does not return $this")
    elif "ASK" not in words:
        raise ill_formed(shape, "sh:ask is not an ASK query")


def _select_clauses(text: str) -> list[set[str]]:
    """Return what each SELECT of a query returns."""
    found: list[set[str]] = []
    inside = False
    for token in tokens(text):
        word = (token["word"] or "").upper()
        if word == "SELECT":
            found.append(set())
            inside = True
        elif inside and (word in ("WHERE", "FROM") or token["mark"] == "{"):
            inside = False
        elif inside and token["variable"]:
            found[-1].add(token["variable"])
        elif inside and token["mark"] == "*" and not found[-1]:
            found[-1].add("*")
    return found


def _prefixes(graph: Graph, node: Term, shape: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for ontology in reached(graph.objects(node, SH + "prefixes"), lambda one: graph.objects(one, _IMPORTS)):
        for declaration in graph.objects(ontology, SH + "declare"):
            prefixes = graph.objects(declaration, SH + "prefix")
            namespaces = graph.objects(declaration, SH + "namespace")
            if len(prefixes) != 1 or len(namespaces) != 1 or not isinstance(prefixes[0], Literal) or not isinstance(namespaces[0], Literal):
                raise ill_formed(shape, "a prefix declaration needs one sh:prefix and one sh:namespace")
            if found.setdefault(prefixes[0].value, namespaces[0].value) != namespaces[0].value:
                raise ill_formed(shape, f"the prefix {prefixes[0].value}: is declared in two ways")
    return found


class Components:
    """The constraint components that a shapes graph defines (SHACL 6)."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        kinds = set(reached([NamedNode(SH + "ConstraintComponent")], lambda upper: _subclasses(graph, upper)))
        self._nodes = [
            node
            for node in graph.subjects()
            if isinstance(node, NamedNode) and not node.value.startswith(SH) and any(kind in kinds for kind in graph.objects(node, RDF + "type"))
        ]

    def parameters(self) -> set[str]:
        """Return the addresses of the parameters of every component."""
        return {path for node in self._nodes for path, _ in self._parameters(node)}

    def constraints(self, shape: Node, about: dict[str, list[Term]], path: Path | None) -> list[Constraint]:
        """Return the constraints of a shape that components of the shapes graph define.

        :raises ShapesError: if a component has no validator that fits, or parameters are given twice
        """
        found = []
        for node in sorted(self._nodes, key=str):
            parameters = self._parameters(node)
            needed = [one for one, optional in parameters if not optional]
            if not needed:
                raise ill_formed(node, "a constraint component needs a parameter that is not optional")
            if any(one not in about for one in needed):
                continue
            values = [[(_local(one), value) for value in about[one]] for one, _ in parameters if one in about]
            if len(parameters) > 1 and any(len(options) > 1 for options in values):
                raise ill_formed(shape, f"a parameter of {node} is given more than once")
            query = self._validator(node, shape, path, frozenset(_local(one) for one, _ in parameters))
            for chosen in product(*values):
                if any(isinstance(value, BlankNode) for _, value in chosen):
                    raise unsupported(shape, f"a blank node as a parameter of {node}")
                found.append(Constraint("component", node.value, Custom(query, tuple(chosen))))
        return found

    def _parameters(self, node: Term) -> list[tuple[str, bool]]:
        found = []
        for parameter in self._graph.objects(node, SH + "parameter"):
            paths = self._graph.objects(parameter, SH + "path")
            if len(paths) != 1 or not isinstance(paths[0], NamedNode):
                raise ill_formed(node, "a parameter needs one sh:path, an IRI")
            optional = any(isinstance(value, Literal) and value.value in ("true", "1") for value in self._graph.objects(parameter, SH + "optional"))
            found.append((paths[0].value, optional))
        return sorted(found)

    def _validator(self, node: Term, shape: Node, path: Path | None, parameters: frozenset[str]) -> Query:
        own = "nodeValidator" if path is None else "propertyValidator"
        for name, form in ((own, "select"), ("validator", "ask")):
            validators = self._graph.objects(node, SH + name)
            if validators:
                if SH + form not in self._graph.about(validators[0]):
                    raise unsupported(shape, f"a validator of {node} without sh:{form}")
                bound = parameters | {"value"} if form == "ask" else parameters
                return _read(self._graph, validators[0], form, shape, path, bound)
        raise unsupported(shape, f"the component {node}, which has no SPARQL-based validator for this kind of shape")


def _subclasses(graph: Graph, upper: NamedNode) -> list[NamedNode]:
    return [node for node in graph.subjects() if isinstance(node, NamedNode) and upper in graph.objects(node, RDFS + "subClassOf")]


def _local(iri: str) -> str:
    return re.split(r"[/#:]", iri)[-1]
