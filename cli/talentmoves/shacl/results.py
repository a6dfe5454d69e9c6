"""Validation results (SHACL 3.6.2, https://www.w3.org/TR/shacl/#results-validation-result)."""

from __future__ import annotations

from typing import NamedTuple


class Result(NamedTuple):
    """One validation result; terms are in N-Triples form unless said otherwise."""

    #: The node that was checked.
    focus: str
    #: A predicate, a longer path in SPARQL's notation, or nothing.
    path: str
    value: str | None
    #: Address of the constraint component.
    component: str
    #: The shape that the node breaks.
    shape: str
    #: Address of the severity.
    severity: str
    #: Pairs of language (empty where there is none) and text.
    messages: tuple[tuple[str, str], ...] = ()
    #: The node that holds the query, for SPARQL-based constraints.
    constraint: str = ""
    #: What a SPARQL-based constraint selected beyond focus node, path and value: variables and terms.
    bindings: tuple[tuple[str, str], ...] = ()


def unbracketed(term: str) -> str:
    """Return the address that a term in N-Triples form is; any other term as it stands.

    >>> unbracketed("<http://example.org/a>"), unbracketed("_:a")
    ('http://example.org/a', '_:a')
    """
    return term[1:-1] if term.startswith("<") and term.endswith(">") else term
