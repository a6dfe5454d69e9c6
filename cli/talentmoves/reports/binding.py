"""Put RDF terms in the place of a query's parameters.

A parameter is a variable of the grlc form ``?_name`` (https://github.com/CLARIAH/grlc). Each such
token of the text becomes the N-Triples form of its term. A value can therefore never become syntax,
and the text that results is the same for every engine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from ..sparql import TOKEN


def bind(query: str, terms: Mapping[str, NamedNode | Literal]) -> str:
    """Return the query with each variable in ``terms`` replaced by its term.

    :param terms: RDF terms by variable name, without the question mark

    >>> print(bind("SELECT * { ?s ?p ?_name . # ?_name", {"_name": Literal("a' }")}))
    SELECT * { ?s ?p "a' }" . # ?_name
    """

    def replace(match: re.Match[str]) -> str:
        name = match["variable"]
        return str(terms[name]) if name is not None and name in terms else match[0]

    return TOKEN.sub(replace, query)
