"""Turtle, for queries that answer with triples."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Triple, serialize

from ..errors import ParameterError
from ..table import Table
from ..vocabulary import PREFIXES


def write(table: Table) -> str:
    """Return the triples of a CONSTRUCT or DESCRIBE as Turtle, sorted.

    :raises ParameterError: if the answer is not triples
    """
    if not isinstance(table.answer, list):
        raise ParameterError("Only CONSTRUCT and DESCRIBE answer with triples.", "Choose another format with -f, or ask with CONSTRUCT.")
    triples: list[Triple] = sorted(set(table.answer), key=str)
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    assert text is not None
    return text.decode("utf-8")
