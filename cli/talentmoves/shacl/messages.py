"""Messages of shapes and of SPARQL-based constraints, and what their variables stand for.

https://www.w3.org/TR/shacl/#message and https://www.w3.org/TR/shacl/#sparql-constraints-variables
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pyoxigraph import Literal

from .errors import ill_formed
from .graph import Graph, Term
from .vocabulary import RDF, SH, XSD

_VARIABLE = re.compile(r"\{[?$](\w+)\}")


def messages(graph: Graph, node: Term) -> tuple[tuple[str, str], ...]:
    """Return the messages of a shape or a query, as pairs of language and text, sorted.

    :raises ShapesError: if one of them is no text
    """
    found = []
    for value in graph.objects(node, SH + "message"):
        if not isinstance(value, Literal) or value.datatype.value not in (XSD + "string", RDF + "langString"):
            raise ill_formed(node, "sh:message is not a text")
        found.append((value.language or "", value.value))
    return tuple(sorted(found))


def filled(text: str, meaning: Callable[[str], str | None]) -> str:
    """Return a message with what its variables stand for; one that stands for nothing stays as it is.

    >>> filled("{?value} is later than {$other}.", {"value": "2024"}.get)
    '2024 is later than {$other}.'
    """

    def replacement(match: re.Match[str]) -> str:
        told = meaning(match[1])
        return match[0] if told is None else told

    return _VARIABLE.sub(replacement, text)
