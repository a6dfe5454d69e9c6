"""RDF/XML from canonical lines (https://www.w3.org/TR/rdf-syntax-grammar/)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...errors import DataError
from .lines import Statement
from .prefixes import NAMESPACES, split

_MOST_KEPT = 200_000
_ESCAPE = re.compile(rb'\\(?:u([0-9A-Fa-f]{4})|([tbnrf"\\]))')
_ESCAPED = {b"t": b"\t", b"b": b"\b", b"n": b"\n", b"r": b"\r", b"f": b"\f", b'"': b'"', b"\\": b"\\"}
# What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets); the last two are U+FFFE and U+FFFF.
_UNWRITABLE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_NAME = re.compile(r"(.*?)([A-Za-z_][A-Za-z0-9_.-]*)", re.DOTALL)


class RdfXml:
    """Writes subjects as ``rdf:Description`` elements."""

    def __init__(self) -> None:
        #: The prefixes that were used so far.
        self.used: set[str] = {"rdf"}
        self._elements: dict[bytes, tuple[bytes, bytes]] = {}
        self._resources: dict[bytes, bytes] = {}

    def element(self, subject: bytes, statements: Iterable[Statement]) -> bytes:
        """Return what is stated of a subject.

        :raises DataError: if XML cannot hold a text or the name of a property
        """
        lines = [b"<rdf:Description" + self._node(subject, b"about") + b">\n"]
        for predicate, value in statements:
            start, end = self._elements.get(predicate) or self._element(predicate)
            if value[:1] == b'"':
                lines.append(b"  <" + start + self._literal(value, subject) + b"</" + end + b">\n")
            else:
                lines.append(b"  <" + start + (self._resources.get(value) or self._node(value, b"resource")) + b"/>\n")
        lines.append(b"</rdf:Description>\n")
        return b"".join(lines)

    def _element(self, predicate: bytes) -> tuple[bytes, bytes]:
        """Return the name of the element of a property, as it begins and as it ends."""
        iri = predicate[1:-1].decode()
        prefix, local = split(iri)
        if prefix and (local[0].isalpha() or local[0] == "_"):
            self.used.add(prefix)
            made = (f"{prefix}:{local}".encode(),) * 2
        elif (found := _NAME.fullmatch(iri)) and found[1]:
            made = found[2].encode() + b' xmlns="' + _attribute(found[1].encode()) + b'"', found[2].encode()
        else:
            raise DataError(f"<{iri[:200]}>: a property that RDF/XML cannot name.", "Use one whose address ends with a letter.")
        self._elements[predicate] = made
        return made

    def _node(self, term: bytes, name: bytes) -> bytes:
        if term[:1] == b"_":
            return b' rdf:nodeID="' + term[2:] + b'"'
        shown = b" rdf:" + name + b'="' + _attribute(term[1:-1]) + b'"'
        if name == b"resource":
            if len(self._resources) >= _MOST_KEPT:
                self._resources.clear()
            self._resources[term] = shown
        return shown

    def _literal(self, term: bytes, subject: bytes) -> bytes:
        end = term.rindex(b'"')
        kind = term[end + 1 :]
        text = _text(term[1:end], subject)
        if not kind:
            return b">" + text
        if kind[:1] == b"@":
            return b' xml:lang="' + kind[1:] + b'">' + text
        return b' rdf:datatype="' + _attribute(kind[3:-1]) + b'">' + text


def header(prefixes: Iterable[str]) -> bytes:
    """Return the beginning of a document, with the declarations of its prefixes."""
    declared = "".join(f'\n  xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in sorted(prefixes))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode()


#: The end of a document.
FOOTER = b"</rdf:RDF>\n"


def _text(lexical: bytes, subject: bytes) -> bytes:
    r"""Return the lexical form of a literal as XML.

    >>> _text(b'a < b & \\"c\\"\\r', b"<a:s>")
    b'a &lt; b &amp; "c"&#13;'
    """
    text = _ESCAPE.sub(_unescaped, lexical) if b"\\" in lexical else lexical
    if _UNWRITABLE.search(text):
        shown = subject.decode()[:200]
        raise DataError(f"{shown}: a text with a control character, which XML cannot hold.", "Delete it; moves validate --fix does.")
    # An XML reader turns a carriage return into a line feed unless it stands as a reference.
    return text.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;").replace(b"\r", b"&#13;")


def _unescaped(found: re.Match[bytes]) -> bytes:
    return chr(int(found[1], 16)).encode("utf-8", "surrogatepass") if found[1] else _ESCAPED[found[2]]


def _attribute(iri: bytes) -> bytes:
    # An address holds neither quotation marks nor angle brackets.
    return iri.replace(b"&", b"&amp;")
