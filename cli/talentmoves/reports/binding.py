"""Put RDF terms in the place of a query's parameters.

A parameter is a variable of the grlc form ``?_name`` (https://github.com/CLARIAH/grlc). The text is
cut into tokens by the grammar of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar),
so that nothing inside a string, an address or a comment is touched, and each such variable becomes
the N-Triples form of its term. A value can therefore never become syntax, and the text that results
is the same for every engine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

_TOKEN = re.compile(
    r"""
      (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>'''(?:[^'\\]|\\.|'(?!''))*'''|\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")
    | (?P<comment>\#[^\n]*)
    | [?$](?P<variable>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)


def bind(query: str, terms: Mapping[str, NamedNode | Literal]) -> str:
    """Return the query with each variable in ``terms`` replaced by its term.

    :param terms: RDF terms by variable name, without the question mark

    >>> bind('SELECT * { ?s ?p ?_name . # ?_name', {"_name": Literal('a"b')})
    'SELECT * { ?s ?p "a\\\\"b" . # ?_name'
    """

    def replace(match: re.Match[str]) -> str:
        name = match["variable"]
        return str(terms[name]) if name is not None and name in terms else match[0]

    return _TOKEN.sub(replace, query)
