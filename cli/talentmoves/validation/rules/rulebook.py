"""The shapes, read once and compiled for a data graph.

The shapes under ``shapes/entities`` see what people wrote and the ontology, so that a derived fact
written by hand is caught; those under ``shapes/consistency`` see what is derived as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pyoxigraph import RdfFormat, Triple, parse

from ... import places
from ...errors import ShapesError
from ...shacl.compiling import Check, compile_shapes
from ...shacl.graph import Graph
from ...shacl.hierarchy import Subclasses
from ...shacl.model import Shape
from ...shacl.reading import read_shapes

ENTITIES, CONSISTENCY = "entities", "consistency"
PARTS = (ENTITIES, CONSISTENCY)


@cache
def shapes_graph(part: str) -> Graph:
    """Return the shapes graph of one part.

    :raises ShapesError: if a file is not well-formed Turtle
    """
    return Graph(quad for file in places.shape_files(part) for quad in _read(str(file)))


def _read(file: str) -> Iterator[Triple]:
    try:
        yield from (quad.triple for quad in parse(path=file, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise ShapesError(f"{file}:{error.lineno}:{error.offset}: not well-formed: {error.msg}.", "Mend the shapes file.") from None


@cache
def shapes(part: str) -> list[Shape]:
    """Return the shapes of one part that have targets.

    :raises ShapesError: if one is ill-formed, or uses what is not evaluated
    """
    return read_shapes(shapes_graph(part))


def checks(part: str, classes: Subclasses) -> list[Check]:
    """Return the shapes of one part compiled to queries.

    :param classes: the class hierarchy of the data
    """
    return compile_shapes(shapes(part), classes)
