"""JSON-LD from canonical lines, compacted with our context (https://www.w3.org/TR/json-ld11/).

General processors take minutes for what has to take seconds, and need only do so because they know nothing of the
context. A literal of canonical N-Triples is written with the escapes that JSON has too, so it stands as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

from ...errors import DataError
from ...vocabulary import BASE, RDF_TYPE, XSD
from .context import ID, LANGUAGE, PLAIN, PREFIXES, VOCAB, Context, Key, compact
from .lines import Statement

# For each property, so that a value is written once however often it comes up.
_MOST_KEPT = 50_000
_TYPE = f"<{RDF_TYPE}>".encode()
_OURS = f"<{BASE}".encode()
# Numbers that every reader of JSON keeps, and writes the same again.
_NATIVE = {
    f"<{XSD}boolean>".encode(): re.compile(rb"true|false"),
    f"<{XSD}integer>".encode(): re.compile(rb"0|-?[1-9][0-9]{0,14}"),
}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class _Value(NamedTuple):
    shown: bytes
    #: Whether the key of its property may have it.
    fits: bool = True
    #: The language, where the key orders texts by it.
    language: bytes = b""
    #: What the context needs to have.
    name: str = ""


class _Property(NamedTuple):
    #: The key in quotation marks, and what it does with values.
    key: bytes
    coercion: str
    #: The key for values that the other would turn into something else.
    plain: bytes
    #: What the context needs to have for the one and for the other.
    name: str
    plain_name: str
    #: Its values that were written already, without texts.
    known: dict[bytes, _Value]


class Compactor:
    """Writes subjects as node objects, and tells what they need of the context.

    :param context: the whole context
    """

    def __init__(self, context: Context) -> None:
        #: What was needed since it was last emptied.
        self.used: set[str] = set()
        self._context = context
        self._properties: dict[bytes, _Property] = {}
        self._type = _Property(b'"type"', VOCAB, b'"rdf:type"', "type", "rdf", {})

    def node(self, subject: bytes, statements: Iterable[Statement]) -> list[bytes]:
        """Return the members of the node object of a subject, such as ``b'"id": "https://…"'``, its kind first.

        :raises DataError: if something there cannot be said in JSON-LD
        """
        used, properties = self.used, self._properties
        members: dict[bytes, list[bytes]] = {}
        texts: dict[bytes, dict[bytes, list[bytes]]] = {}
        for predicate, term in statements:
            about = self._type if predicate == _TYPE else properties.get(predicate) or self._property(predicate)
            shown, fits, language, need = about.known.get(term) or self._value(term, about)
            key, name = (about.key, about.name) if fits else (about.plain, about.plain_name)
            used.add(name)
            if need:
                used.add(need)
            if language:
                members.setdefault(key, [])
                texts.setdefault(key, {}).setdefault(language, []).append(shown)
            elif key in members:
                members[key].append(shown)
            else:
                members[key] = [shown]
        for key, by_language in texts.items():
            inner = b", ".join(b'"%b": %b' % (language, _one_or_more(by_language[language])) for language in sorted(by_language))
            members[key] = [b"{" + inner + b"}"]
        node = self._resource(subject, ID)
        used.add(node.name)
        kinds = members.pop(b'"type"', None)
        head = [b'"id": ' + node.shown] + ([b'"type": ' + _one_or_more(kinds)] if kinds else [])
        return [*head, *(key + b": " + _one_or_more(values) for key, values in members.items())]

    def _property(self, predicate: bytes) -> _Property:
        iri = predicate[1:-1].decode()
        short = compact(iri)
        key = self._context.keys.get(iri)
        if key is None:
            key = Key(iri if short in self._context.definitions else short, PLAIN)
        plain = iri if short in self._context.definitions else short
        names = self._needs(key.name), self._needs(plain)
        made = self._properties[predicate] = _Property(_string(key.name), key.coercion, _string(plain), *names, known={})
        return made

    def _needs(self, key: str) -> str:
        """Return what the context has to have for a key: itself, or its prefix, or nothing beyond ``id``."""
        if key in self._context.definitions:
            return key
        prefix = key.partition(":")[0]
        return prefix if prefix in PREFIXES else "id"

    def _value(self, term: bytes, about: _Property) -> _Value:
        if term[:1] != b'"':
            found = self._resource(term, about.coercion)
        elif term[-1:] != b">":
            return _text(term, about.coercion)
        else:
            found = self._literal(term, about.coercion)
        if len(about.known) >= _MOST_KEPT:
            about.known.clear()
        about.known[term] = found
        return found

    def _resource(self, term: bytes, coercion: str) -> _Value:
        if term.startswith(_OURS) and b"#" not in term:
            # Most there is: an entity, by its whole address, which needs no escapes.
            shown, need = b'"%b"' % term[1:-1], ""
        elif term[:1] == b"_":
            shown, need = b'"%b"' % term, ""
        else:
            iri = term[1:-1].decode()
            name = self._context.names[iri] if coercion == VOCAB and iri in self._context.names else compact(iri)
            shown, need = _string(name), self._needs(name)
            if name == iri:
                _refuse_what_is_no_address(iri)
                need = ""
        if coercion in (ID, VOCAB):
            return _Value(shown, name=need)
        return _Value(b'{"id": %b}' % shown, fits=coercion == PLAIN, name=need)

    def _literal(self, term: bytes, coercion: str) -> _Value:
        lexical, _, datatype = term.rpartition(b"^^")
        native = _NATIVE.get(datatype)
        if native and native.fullmatch(lexical[1:-1]):
            return _Value(lexical[1:-1], fits=coercion == PLAIN)
        iri = datatype[1:-1].decode()
        if coercion == iri:
            return _Value(lexical)
        short = compact(iri)
        return _Value(b'{"@value": %b, "@type": %b}' % (lexical, _string(short)), coercion == PLAIN, name="" if short == iri else self._needs(short))


def _text(term: bytes, coercion: str) -> _Value:
    if term[-1:] == b'"':
        return _Value(term, fits=coercion == PLAIN)
    end = term.rindex(b'"') + 1
    language = term[end + 1 :]
    if b"--" in language:
        raise DataError(f"{term.decode()[:200]}: a text with a direction of writing, which is no RDF 1.1.", "Leave the direction out.")
    if coercion == LANGUAGE:
        return _Value(term[:end], language=language)
    return _Value(b'{"@value": %b, "@language": "%b"}' % (term[:end], language), fits=coercion == PLAIN)


def _refuse_what_is_no_address(iri: str) -> None:
    scheme = _SCHEME.match(iri)
    if iri.startswith("<("):
        raise DataError(f"{iri[:200]}: a statement about a statement, which is no RDF 1.1.", "Say it with a resource of its own.")
    if scheme and scheme[1] in PREFIXES:
        raise DataError(f"<{iri[:200]}>: would be read as '{scheme[1]}' with a prefix.", "Write the whole address, beginning with https:.")


def _string(text: str) -> bytes:
    return json.dumps(text, ensure_ascii=False).encode()


def _one_or_more(values: list[bytes]) -> bytes:
    return values[0] if len(values) == 1 else b"[" + b", ".join(values) + b"]"
