"""How terms are written: addresses by prefix, numbers without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..turtle.tokens import NAME
from ..vocabulary import XSD
from .tree import Prefix

_NAME = re.compile(NAME)
_TYPED = re.compile(r'(?P<text>".*")\^\^(?P<datatype><[^>]+>)', re.DOTALL)
#: Literals that Turtle writes without quotation marks (https://www.w3.org/TR/turtle/#abbrev).
_BARE = {
    f"<{XSD}integer>": re.compile(r"[+-]?[0-9]+"),
    f"<{XSD}decimal>": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"<{XSD}double>": re.compile(r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
    f"<{XSD}boolean>": re.compile(r"true|false"),
}


class Names:
    """Shortens addresses, and knows which prefixes that took."""

    def __init__(self, prefixes: Iterable[Prefix]) -> None:
        self.used: set[str] = set()
        self._namespaces = sorted(((one.namespace, one.name) for one in prefixes), key=lambda pair: (-len(pair[0]), pair[1]))
        self._known: dict[str, str] = {}

    def term(self, term: str) -> str:
        """Return how a term, given in N-Triples form, is written."""
        if term not in self._known:
            self._known[term] = self._written(term)
        return self._known[term]

    def _written(self, term: str) -> str:
        if term[0] == "<":
            for namespace, name in self._namespaces:
                if term.startswith(namespace, 1):
                    short = name + term[1 + len(namespace) : -1]
                    if _NAME.fullmatch(short):
                        self.used.add(name)
                        return short
            return term
        typed = _TYPED.fullmatch(term)
        if typed is None:
            return term
        bare = _BARE.get(typed["datatype"])
        if bare is not None and bare.fullmatch(typed["text"][1:-1]):
            return typed["text"][1:-1]
        return f"{typed['text']}^^{self.term(typed['datatype'])}"
