"""Which predicates a query can touch, so that only their triples need to be loaded for it.

Triples kept apart by predicate are the vertical partitioning of Abadi et al., "Scalable Semantic
Web Data Management Using Vertical Partitioning", VLDB 2007.
"""

from __future__ import annotations

import re

from ..sparql import declared, tokens
from ..vocabulary import PREFIXES, RDF_TYPE


def predicates(query: str) -> set[str] | None:
    """Return every IRI that the query mentions, or nothing if it may touch predicates it does not mention.

    A variable in the place of a predicate is no obstacle where VALUES lists what it can be. When in
    doubt the answer is nothing, and the caller loads everything.
    """
    found = tokens(query)
    namespaces = PREFIXES | declared(found)
    listed = _listed(found)
    mentioned: set[str] = set()
    for at, token in enumerate(found):
        if token["iri"] is not None:
            mentioned.add(token["iri"])
        elif token["local"] is not None:
            mentioned.add(namespaces.get(token["prefix"] or "", "") + token["local"])
        elif token["word"] == "a":
            mentioned.add(RDF_TYPE)
        elif _leaves_open(found, at, listed):
            return None
    return mentioned


def _leaves_open(tokens: list[re.Match[str]], at: int, listed: set[str]) -> bool:
    token = tokens[at]
    if token["variable"]:
        return token["variable"] not in listed and _is_verb(tokens, at)
    return token["mark"] == "!" and _negates_a_path(tokens, at)


def _listed(tokens: list[re.Match[str]]) -> set[str]:
    """Return the variables whose values VALUES lists."""
    found: set[str] = set()
    for at, token in enumerate(tokens):
        if (token["word"] or "").upper() == "VALUES":
            for after in tokens[at + 1 :]:
                if after["variable"]:
                    found.add(after["variable"])
                elif after["mark"] != "(":
                    break
    return found


def _is_verb(tokens: list[re.Match[str]], at: int) -> bool:
    """Tell whether the variable may stand in the place of a predicate: behind ';' or behind a subject."""
    before = tokens[at - 1]["mark"] if at else None
    if before is not None:
        return before in (";", "[", "]")
    # A subject is what begins a pattern: it stands behind a brace, a full stop or the end of a FILTER.
    begins = at >= 2 and _is_term(tokens[at - 1]) and tokens[at - 2]["mark"] in ("{", "}", ".", ")")
    return begins and at + 1 < len(tokens) and _is_object(tokens[at + 1])


def _is_term(token: re.Match[str]) -> bool:
    return token["variable"] is not None or token["iri"] is not None or token["local"] is not None


def _negates_a_path(tokens: list[re.Match[str]], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (after["iri"] is not None or after["local"] is not None or after["word"] == "a" or after["mark"] == "^")


def _is_object(token: re.Match[str]) -> bool:
    return _is_term(token) or token["literal"] is not None or token["word"] is not None or token["mark"] in ("[", "(", "+", "-")
