"""Turtle from canonical lines (https://www.w3.org/TR/turtle/).

A literal of N-Triples is one of Turtle, with the same escapes, so only addresses and datatypes are written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...vocabulary import RDF_TYPE, XSD
from .lines import Statement
from .prefixes import NAMESPACES, split

# Kept so that each is cut short once; a set of millions would cost more memory than it saves time.
_MOST_KEPT = 200_000
_TYPE = f"<{RDF_TYPE}>".encode()
# Literals that Turtle writes without quotation marks; their lexical form is kept.
_BARE = {
    f"{XSD}boolean".encode(): re.compile(rb"true|false"),
    f"{XSD}integer".encode(): re.compile(rb"[+-]?[0-9]+"),
    f"{XSD}decimal".encode(): re.compile(rb"[+-]?[0-9]*\.[0-9]+"),
}


class Turtle:
    """Writes subjects, and tells which prefixes that takes."""

    def __init__(self) -> None:
        #: The prefixes that were used so far.
        self.used: set[str] = set()
        self._shown: dict[bytes, bytes] = {}

    def block(self, subject: bytes, statements: Iterable[Statement]) -> bytes:
        r"""Return what is stated of a subject, with its kind first.

        >>> print(Turtle().block(b"<a:s>", [(b"<a:p>", b'"x\\n"@en'), (b"<a:p>", b'"1"^^<http://www.w3.org/2001/XMLSchema#gYear>')]).decode())
        <a:s>
          <a:p> "x\n"@en, "1"^^xsd:gYear .
        <BLANKLINE>
        """
        known, term = self._shown.get, self._term
        kinds: list[bytes] = []
        others: list[bytes] = []
        last = b""
        for predicate, value in statements:
            # Texts and blank nodes stand as they are; whatever else there is comes up often.
            shown = value if value[-1:] != b">" else known(value) or term(value)
            if predicate == last:
                others.append(b", " + shown)
            elif predicate == _TYPE:
                kinds.append(shown)
            else:
                last = predicate
                others.append(b" ;\n  " + (known(predicate) or term(predicate)) + b" " + shown)
        name = subject if subject[-1:] != b">" else known(subject) or term(subject)
        if kinds:
            return name + b"\n  a " + b", ".join(kinds) + b"".join(others) + b" .\n"
        return name + b"".join(others)[2:] + b" .\n"

    def _term(self, term: bytes) -> bytes:
        if term[:1] == b"<":
            shown = self._address(term)
        else:
            lexical, _, datatype = term.rpartition(b"^^")
            bare = _BARE.get(datatype[1:-1])
            shown = lexical[1:-1] if bare and bare.fullmatch(lexical[1:-1]) else lexical + b"^^" + self._address(datatype)
        if len(self._shown) >= _MOST_KEPT:
            self._shown.clear()
        self._shown[term] = shown
        return shown

    def _address(self, term: bytes) -> bytes:
        prefix, local = split(term[1:-1].decode())
        if not prefix:
            return term
        self.used.add(prefix)
        return f"{prefix}:{local}".encode()


def prefix_of(term: bytes) -> str:
    """Return the prefix that a term takes in Turtle, or nothing."""
    if term[-1:] != b">":
        return ""
    if term[:1] == b"<":
        return split(term[1:-1].decode())[0]
    lexical, _, datatype = term.rpartition(b"^^")
    bare = _BARE.get(datatype[1:-1])
    return "" if bare and bare.fullmatch(lexical[1:-1]) else split(datatype[1:-1].decode())[0]


def header(prefixes: Iterable[str]) -> bytes:
    """Return the declarations of prefixes, with a blank line behind them."""
    lines = [f"@prefix {prefix}: <{NAMESPACES[prefix]}> .\n" for prefix in sorted(prefixes)]
    return "".join([*lines, "\n" if lines else ""]).encode()
