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
_MARKUP = re.compile(rb"[&<>\r]")
_NAME = re.compile(r"(.*?)([A-Za-z_][A-Za-z0-9_.-]*)", re.DOTALL)


class RdfXml:
    """Writes subjects as ``rdf:Description`` elements."""

    def __init__(self) -> None:
        #: The prefixes that were used so far.
        self.used: set[str] = {"rdf"}
        self._tags: dict[bytes, tuple[bytes, bytes]] = {}
        self._values: dict[bytes, bytes] = {}

    def element(self, subject: bytes, statements: Iterable[Statement]) -> bytes:
        """Return what is stated of a subject.

        :raises DataError: if XML cannot hold a text or the name of a property
        """
        known, tags = self._values.get, self._tags.get
        name = b'nodeID="' + subject[2:] if subject[:1] == b"_" else b'about="' + _attribute(subject[1:-1])
        lines = [b"<rdf:Description rdf:" + name + b'">\n']
        for predicate, value in statements:
            start, end = tags(predicate) or self._tag(predicate)
            if value[:1] == b'"':
                # Values with a datatype come up often, texts do not.
                lines.append(start + ((known(value) if value[-1:] == b">" else None) or self._literal(value, subject)) + end)
            else:
                lines.append(start + (known(value) or self._resource(value)))
        lines.append(b"</rdf:Description>\n")
        return b"".join(lines)

    def _tag(self, predicate: bytes) -> tuple[bytes, bytes]:
        """Return how the element of a property begins and ends."""
        iri = predicate[1:-1].decode()
        prefix, local = split(iri)
        if prefix and (local[0].isalpha() or local[0] == "_"):
            self.used.add(prefix)
            name = start = f"{prefix}:{local}".encode()
        elif (found := _NAME.fullmatch(iri)) and found[1]:
            name = found[2].encode()
            start = name + b' xmlns="' + _attribute(found[1].encode()) + b'"'
        else:
            raise DataError(f"<{iri[:200]}>: a property that RDF/XML cannot name.", "Use one whose address ends with a letter.")
        made = self._tags[predicate] = b"  <" + start, b"</" + name + b">\n"
        return made

    def _resource(self, term: bytes) -> bytes:
        name = b'nodeID="' + term[2:] if term[:1] == b"_" else b'resource="' + _attribute(term[1:-1])
        return self._remember(term, b" rdf:" + name + b'"/>\n')

    def _literal(self, term: bytes, subject: bytes) -> bytes:
        end = term.rindex(b'"')
        kind = term[end + 1 :]
        text = _text(term[1:end], subject)
        if not kind:
            return b">" + text
        if kind[:1] == b"@":
            return b' xml:lang="' + kind[1:] + b'">' + text
        return self._remember(term, b' rdf:datatype="' + _attribute(kind[3:-1]) + b'">' + text)

    def _remember(self, term: bytes, shown: bytes) -> bytes:
        if len(self._values) >= _MOST_KEPT:
            self._values.clear()
        self._values[term] = shown
        return shown


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
    text = lexical
    if b"\\" in lexical:
        # Canonical lines escape whatever XML might not hold.
        text = _ESCAPE.sub(_unescaped, lexical)
        if _UNWRITABLE.search(text):
            shown = subject.decode()[:200]
            raise DataError(f"{shown}: a text with a control character, which XML cannot hold.", "Delete it; moves validate --fix does.")
    if not _MARKUP.search(text):
        return text
    # An XML reader turns a carriage return into a line feed unless it stands as a reference.
    return text.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;").replace(b"\r", b"&#13;")


def _unescaped(found: re.Match[bytes]) -> bytes:
    return chr(int(found[1], 16)).encode("utf-8", "surrogatepass") if found[1] else _ESCAPED[found[2]]


def _attribute(iri: bytes) -> bytes:
    # An address holds neither quotation marks nor angle brackets.
    return iri.replace(b"&", b"&amp;")
