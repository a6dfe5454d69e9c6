"""Subclasses, asked of the data once, so that no query has to walk them.

An instance of a class has it, or one of its subclasses in the data graph, as a type
(https://www.w3.org/TR/shacl/#dfn-shacl-instance).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from pyoxigraph import BlankNode, NamedNode

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
        """Return the pattern that a variable is an instance of a class."""
        classes = self._closure(node)
        if any(isinstance(one, BlankNode) for one in classes):
            return f"{variable} {_TYPE}/<{RDFS}subClassOf>* {node}"
        if len(classes) == 1:
            return f"{variable} {_TYPE} {node}"
        kind = f"?kind{next(_numbers)}"
        return f"{variable} {_TYPE} {kind} . VALUES {kind} {{ {' '.join(map(str, classes))} }}"

    def _closure(self, node: Node) -> list[Term]:
        found: dict[Term, None] = {node: None}
        open_: list[Term] = [node]
        while open_:
            for lower in self._below.get(open_.pop(), ()):
                if lower not in found and isinstance(lower, (NamedNode, BlankNode)):
                    found[lower] = None
                    open_.append(lower)
        return list(found)
