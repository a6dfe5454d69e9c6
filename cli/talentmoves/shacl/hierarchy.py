"""Subclasses, asked of the data once, so that no query has to walk them.

An instance of a class has it, or one of its subclasses in the data graph, as a type
(https://www.w3.org/TR/shacl/#dfn-shacl-instance).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from pyoxigraph import BlankNode, NamedNode

from ..closure import reached
from .graph import Node, Term
from .vocabulary import RDF, RDFS

QUERY = f"SELECT ?lower ?upper WHERE {{ ?lower <{RDFS}subClassOf> ?upper }}"
_TYPE = f"<{RDF}type>"
_numbers = count()


class Subclasses:
    """The subclass statements of a data graph.

    :param pairs: lower and upper class of each statement
    """

    def __init__(self, pairs: Iterable[tuple[Term, Term]]) -> None:
        self._below: dict[Term, list[Term]] = {}
        for lower, upper in pairs:
            self._below.setdefault(upper, []).append(lower)

    def instance_of(self, variable: str, node: Node) -> str:
        """Return the pattern that binds a variable to the instances of a class."""
        classes = self._closure([node])
        if any(isinstance(one, BlankNode) for one in classes):
            return _walked(variable, node)
        patterns = [f"{variable} {_TYPE} {one}" for one in classes]
        return patterns[0] if len(patterns) == 1 else f"{{ {' UNION '.join(f'{{ {pattern} }}' for pattern in patterns)} }}"

    def is_instance(self, variable: str, nodes: Iterable[Node]) -> str:
        """Return the expression that a variable is an instance of one of some classes."""
        nodes = list(nodes)
        classes = self._closure(nodes)
        if any(isinstance(one, BlankNode) for one in classes):
            return "(" + " || ".join(f"EXISTS {{ {_walked(variable, node)} }}" for node in nodes) + ")"
        if len(classes) == 1:
            return f"EXISTS {{ {variable} {_TYPE} {classes[0]} }}"
        kind = f"?kind{next(_numbers)}"
        return f"EXISTS {{ {variable} {_TYPE} {kind} . FILTER({kind} IN ({', '.join(map(str, classes))})) }}"

    def _closure(self, nodes: Iterable[Node]) -> list[Node]:
        return list(reached(nodes, lambda upper: [lower for lower in self._below.get(upper, ()) if isinstance(lower, (NamedNode, BlankNode))]))


def _walked(variable: str, node: Node) -> str:
    # Blank nodes cannot be written into a query.
    return f"{variable} {_TYPE}/<{RDFS}subClassOf>* {node}"
