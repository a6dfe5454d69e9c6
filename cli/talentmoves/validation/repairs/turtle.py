"""Write terms the way a Turtle file writes them: with its prefixes where it declares them.

Turtle: https://www.w3.org/TR/turtle/
"""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from ...turtle.terms import stored
from ...turtle.tokens import WORD
from ...vocabulary import BASE, PREFIXES, RDF_TYPE, XSD

_PREFIX = re.compile(r"^[ \t]*(?:@prefix|prefix)[ \t]+([\w.-]*):[ \t]*<([^<>]*)>", re.IGNORECASE | re.MULTILINE)
_LOCAL = re.compile(r"(?:[A-Za-z0-9_](?:[\w.-]*[\w-])?)?", re.ASCII)
_PLAIN = {XSD + "integer": r"[+-]?\d+", XSD + "decimal": r"[+-]?\d*\.\d+", XSD + "boolean": "true|false"}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def term_at(text: str, start: int) -> str | None:
    """Return the term that begins at a place, a literal with its language or datatype; nothing if none does.

    >>> term_at('tm:left "2024"^^xsd:gYear ;', 8)
    '"2024"^^xsd:gYear'
    """
    match = WORD.match(text, start)
    return match[1] if match and match[1] and match.start(1) == start else None


def quoted(text: str) -> str:
    r"""Write a text between quotation marks.

    >>> quoted('say "a"')
    '"say \\"a\\""'
    """
    return f'"{text.translate(_ESCAPES)}"'


class Writer:
    """Writes terms with some prefixes; what they do not cover is written in full."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._header = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in prefixes.items())
        # The longest namespace first, so that the shortest name comes out.
        self._namespaces = sorted(((namespace, prefix) for prefix, namespace in prefixes.items()), key=lambda pair: (-len(pair[0]), pair[1]))

    @classmethod
    def usual(cls) -> Writer:
        """Return a writer with the prefixes that all our files share."""
        return cls(PREFIXES)

    @classmethod
    def of(cls, text: str) -> Writer:
        """Return a writer with the prefixes that a Turtle text declares."""
        return cls(dict(_PREFIX.findall(text)))

    def knows(self, prefix: str) -> bool:
        """Tell whether a prefix is declared as we use it."""
        return (PREFIXES[prefix], prefix) in self._namespaces

    def wrote(self, written: str, term: str) -> bool:
        """Tell whether a term is what a text with these prefixes says, so that nothing else is ever overwritten.

        >>> Writer.usual().wrote("company:a", "<https://w3id.org/talent-moves/company/a>")
        True

        :param term: in N-Triples form
        """
        statement = f"<x:s> <x:p> {f'<{RDF_TYPE}>' if written == 'a' else written} ."
        try:
            triple = next(iter(parse(self._header + statement, format=RdfFormat.TURTLE, base_iri=BASE)))
        except SyntaxError:
            return False
        return stored(str(triple.object)) == stored(term)

    def iri(self, iri: str) -> str:
        """Write an address.

        >>> Writer.usual().iri("https://w3id.org/talent-moves/person/ada-example")
        'person:ada-example'
        >>> Writer({}).iri("x:y")
        '<x:y>'
        """
        for namespace, prefix in self._namespaces:
            if namespace and iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
                return f"{prefix}:{iri[len(namespace) :]}"
        return f"<{iri}>"

    def literal(self, text: str, datatype: str = "", language: str = "") -> str:
        """Write a literal; numbers and truth values go without quotation marks.

        >>> Writer.usual().literal("2024-08", "http://www.w3.org/2001/XMLSchema#gYearMonth")
        '"2024-08"^^xsd:gYearMonth'
        """
        if language:
            return f"{quoted(text)}@{language}"
        if datatype in _PLAIN and re.fullmatch(_PLAIN[datatype], text):
            return text
        return quoted(text) + (f"^^{self.iri(datatype)}" if datatype and datatype != XSD + "string" else "")

    def term(self, term: NamedNode | Literal | BlankNode) -> str:
        """Write a term."""
        if isinstance(term, Literal):
            return self.literal(term.value, term.datatype.value, term.language or "")
        return self.iri(term.value) if isinstance(term, NamedNode) else f"_:{term.value}"
