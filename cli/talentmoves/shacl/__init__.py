"""SHACL Core and SHACL-SPARQL, compiled to SPARQL queries that each find all violations at once.

https://www.w3.org/TR/shacl/
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Store, Triple

from ..errors import ShapesError
from .compiling import compile_shapes
from .evaluating import StoreSource, evaluate, subclasses
from .graph import Graph
from .reading import read_shapes
from .results import Result

__all__ = ["Result", "ShapesError", "validate"]


def validate(data: Store, shapes: Store | Iterable[Triple]) -> list[Result]:
    """Return the validation results of a data graph against a shapes graph.

    Terms are those that the store holds: Oxigraph writes the value of a typed literal in one way.

    :param data: its default graph is validated
    :param shapes: a store whose default graph holds the shapes, or their triples as they are parsed
    :raises ShapesError: if the shapes are ill-formed, or use a construct that is not evaluated
    """
    triples = shapes.quads_for_pattern(None, None, None, DefaultGraph()) if isinstance(shapes, Store) else shapes
    read = read_shapes(Graph(triples))
    source = StoreSource(data)
    return evaluate(source, compile_shapes(read, subclasses(source)))
