"""Bind variables of a query beforehand, as SHACL asks for (https://www.w3.org/TR/shacl/#pre-binding)."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import BlankNode

from ..sparql import tokens
from .graph import Term


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
    in_select = False
    depth = selects = 0
    found = tokens(text)
    for at, token in enumerate(found):
        word = (token["word"] or "").upper()
        if word == "SELECT":
            in_select, depth, selects = True, 0, selects + 1
        elif word == "WHERE" or token["mark"] == "{":
            in_select = False
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
            replacement = f"({bindings[name]} AS ?{alias})" if in_select and depth == 0 else str(bindings[name])
        parts += [text[end:start], replacement]
        end = after
    return "".join([*parts, text[end:]])
