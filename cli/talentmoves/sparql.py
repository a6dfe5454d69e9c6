"""Cut SPARQL text into tokens, so that nothing inside a string, an address or a comment is mistaken for syntax.

Grammar: https://www.w3.org/TR/sparql11-query/#sparqlGrammar
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .vocabulary import PREFIXES

TOKEN = re.compile(
    r"""
      <(?P<iri>[^<>"{}|^`\\\x00-\x20]*)>
    | (?P<literal>(?:'''(?:[^'\\]|\\.|'(?!''))*'''|\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")(?:\^\^|@[\w-]+)?)
    | (?P<comment>\#[^\n]*)
    | [?$](?P<variable>\w+)
    | (?P<prefix>[A-Za-z](?:[\w.-]*[\w-])?)?:(?P<local>(?:[\w.%-]*[\w%-])?)
    | (?P<word>\w+)
    | (?P<mark>[^\s\w])
    """,
    re.VERBOSE | re.DOTALL,
)

_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# As a character of its own each of these could end the string that it stands in.
_DELIMITERS = "\"'\\\n\r"

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def tokens(query: str) -> list[re.Match[str]]:
    """Return the tokens of a query, comments left out."""
    return [token for token in TOKEN.finditer(query) if token["comment"] is None]


def form(query: str) -> str:
    """Return the form of a query: SELECT, ASK, CONSTRUCT or DESCRIBE; SELECT if it has none of them.

    >>> form("PREFIX select: <x:> DESCRIBE <ASK>")
    'DESCRIBE'
    """
    words = ((token["word"] or "").upper() for token in tokens(query))
    return next((word for word in words if word in _FORMS), "SELECT")


def declared(query_tokens: list[re.Match[str]]) -> dict[str, str]:
    """Return the prefixes that a query declares, with their namespaces."""
    found = {}
    for name, prefix, namespace in zip(query_tokens, query_tokens[1:], query_tokens[2:], strict=False):
        if (name["word"] or "").upper() == "PREFIX" and namespace["iri"] is not None:
            found[prefix["prefix"] or ""] = str(namespace["iri"])
    return found


def with_prefixes(query: str) -> str:
    """Return the query with a declaration for each prefix of ours that it uses and does not declare.

    >>> with_prefixes("ASK { ?s a tm:Move }")
    'PREFIX tm: <https://w3id.org/talent-moves/ns#> ASK { ?s a tm:Move }'
    """
    found = tokens(query)
    known = declared(found)
    # On the first line, so that an engine's error messages keep the query's own line numbers.
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in _used(found) if prefix in PREFIXES and prefix not in known) + query


def undeclared(query: str) -> list[str]:
    """Return the prefixes that a query uses and nobody declares.

    >>> undeclared("ASK { ?s foo:bar tm:Move }")
    ['foo']
    """
    found = tokens(query)
    known = declared(found)
    return [prefix for prefix in _used(found) if prefix not in known and prefix not in PREFIXES]


def _used(query_tokens: list[re.Match[str]]) -> Iterator[str]:
    return iter(dict.fromkeys(token["prefix"] for token in query_tokens if token["prefix"]))


def with_characters(query: str) -> str:
    r"""Return a query with characters in the place of codepoint escapes, which Virtuoso does not know.

    https://www.w3.org/TR/sparql11-query/#codepointEscape: they are to be replaced before a query is parsed.

    >>> with_characters(r'FILTER(?a = "\u00e9\u0022")')
    'FILTER(?a = "é\\u0022")'
    """

    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF or chr(code) in _DELIMITERS:
            return match[0]
        return chr(code)

    return _CODEPOINT.sub(character, query)
