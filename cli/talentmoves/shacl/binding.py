"""Bind variables of a query beforehand, as SHACL asks for (https://www.w3.org/TR/shacl/#pre-binding)."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import BlankNode

from ..sparql import tokens
from .graph import Term

_MODIFIERS = {"BY", "HAVING", "LIMIT", "OFFSET", "GROUP", "ORDER"}


class CannotBindError(Exception):
    """A blank node cannot be written into a query."""


def bound(text: str, bindings: Mapping[str, Term]) -> str:
    """Return the query with each variable replaced by its term; what SELECT returns stays a variable.

    >>> from pyoxigraph import NamedNode
    >>> bound("SELECT ?this { ?this ?p ?o }", {"this": NamedNode("a:b")})
    'SELECT (<a:b> AS ?this) { <a:b> ?p ?o }'

    :raises CannotBindError: if a term is a blank node
    """
    parts: list[str] = []
    end = 0
    in_select = in_modifier = False
    depth = selects = 0
    found = tokens(text)
    for at, token in enumerate(found):
        word = (token["word"] or "").upper()
        if word == "SELECT":
            in_select, depth, selects = True, 0, selects + 1
        elif word == "WHERE" or token["mark"] == "{":
            in_select = False
            in_modifier = False
        elif word in _MODIFIERS or token["mark"] == "}":
            in_modifier = word == "BY"
        elif token["mark"] in ("(", ")"):
            depth += 1 if token["mark"] == "(" else -1
        name = token["variable"]
        if name not in bindings:
            continue
        start, after = token.start(), token.end()
        if at > 1 and (found[at - 2]["word"] or "").upper() == "BOUND":
            start, after, replacement = found[at - 2].start(), found[at + 1].end(), "(true)"
        elif isinstance(bindings[name], BlankNode):
            raise CannotBindError(name)
        else:
            # Inside, the value goes by another name, as a query cannot bind one variable twice.
            alias = name if selects == 1 else f"{name}_{at}"
            replacement = str(bindings[name])
            if depth == 0 and in_select:
                replacement = f"({replacement} AS ?{alias})"
            elif depth == 0 and in_modifier:  # GROUP BY and ORDER BY take a term only between parentheses
                replacement = f"({replacement})"
        parts += [text[end:start], replacement]
        end = after
    return "".join([*parts, text[end:]])
