"""What the words of a Turtle text mean: terms in N-Triples form, exactly as ``str()`` of pyoxigraph's terms gives them."""

from __future__ import annotations

import re
from functools import lru_cache

from .directives import Directive
from .errors import TurtleError
from .tokens import LITERAL

_XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_STRING = f"<{_XSD}string>"
_SCHEME = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_NO_IRI = re.compile(r"""[<>"{}|^`\\\x00-\x20]""")
_NAME_ESCAPE = re.compile(r"\\(.)")
_CHARACTERS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_TO_ESCAPE = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff]')
_ESCAPES = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}
#: Terms kept by word; beyond this many they are forgotten and made anew.
_REMEMBERED = 200_000


class Scope:
    """The prefixes and the base that hold at some place of a text."""

    def __init__(self, prefixes: dict[str, str], base: str | None, fresh: str) -> None:
        self.prefixes = prefixes
        self.base = base
        #: What the labels of blank nodes without one begin with.
        self.fresh = fresh
        #: The terms of the words that were met.
        self.terms: dict[str, str] = {}

    def declare(self, directive: Directive) -> None:
        """Let a directive hold from here on.

        :raises TurtleError: if its address is relative and cannot be resolved
        """
        if directive.kind == "prefix":
            namespace = self._iri(directive.value, directive.offset)[1:-1]
            if self.prefixes.get(directive.prefix) != namespace:
                self.prefixes[directive.prefix] = namespace
                self.terms.clear()
        elif directive.kind == "base":
            self.base = self._iri(directive.value, directive.offset)[1:-1]
            self.terms.clear()

    def namespace(self, prefix: str) -> str | None:
        """Return what a prefix, given with its colon, stands for."""
        return self.prefixes.get(prefix)

    def term(self, word: str, offset: int) -> str:
        """Return the term of a word.

        :raises TurtleError: if the word is no term, or its prefix or base was not declared
        """
        first = word[0]
        if first == "<":
            term = self._iri(word, offset)
        elif first in "\"'":
            term = self._literal(word, offset)
        elif first in "+-.0123456789" and word != ".":
            term = _number(word, offset)
        elif word.startswith("_:"):
            term = word
        elif ":" in word:
            term = self._name(word, offset)
        elif word in ("true", "false"):
            term = f'"{word}"^^<{_XSD}boolean>'
        else:
            raise TurtleError(f"{word!r} is not expected here", offset)
        if len(self.terms) >= _REMEMBERED:
            self.terms.clear()
        self.terms[word] = term
        return term

    def _name(self, word: str, offset: int) -> str:
        colon = word.index(":") + 1
        namespace = self.namespace(word[:colon])
        if namespace is None:
            raise TurtleError(f"the prefix {word[:colon]} has not been declared", offset)
        local = word[colon:]
        if "\\" in local:
            local = _NAME_ESCAPE.sub(r"\1", local)
        return f"<{namespace}{local}>"

    def _iri(self, word: str, offset: int) -> str:
        if not word.endswith(">") or word[0] != "<":
            raise TurtleError(f"{word!r} is not an address in angle brackets", offset)
        iri = word
        if "\\" in word:
            iri = _unescaped(word, offset)
            if _NO_IRI.search(iri, 1, len(iri) - 1):
                raise TurtleError(f"the address {word} has an escape of a character that no address may have", offset)
        if _SCHEME.match(iri):
            return iri
        if self.base is None:
            raise TurtleError(f"the address {word} is relative and there is no base", offset)
        return _resolved(iri, self.base, offset)

    def _literal(self, word: str, offset: int) -> str:
        parts = LITERAL.fullmatch(word)
        if parts is None:
            raise TurtleError("this text has no end", offset)
        text = next(part for part in parts.groups() if part is not None)
        if "\\" in text:
            text = _unescaped(text, offset)
        if _TO_ESCAPE.search(text):
            text = _TO_ESCAPE.sub(lambda match: _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}", text)
        if parts[5]:
            return f'"{text}"{parts[5].lower()}'
        if parts[6]:
            datatype = self.terms.get(parts[6]) or self.term(parts[6], offset + parts.start(6))
            if datatype[0] != "<":
                raise TurtleError(f"{parts[6]!r} is not a datatype", offset + parts.start(6))
            if datatype != _STRING:
                return f'"{text}"^^{datatype}'
        return f'"{text}"'


def _number(word: str, offset: int) -> str:
    if not word[-1].isdigit():
        raise TurtleError(f"{word!r} is not a number", offset)
    kind = "double" if "e" in word or "E" in word else "decimal" if "." in word else "integer"
    return f'"{word}"^^<{_XSD}{kind}>'


def _unescaped(text: str, offset: int) -> str:
    def character(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if code is None:
            if match[3] in _CHARACTERS:
                return _CHARACTERS[match[3]]
        elif (number := int(code, 16)) < 0xD800 or 0xDFFF < number < 0x110000:
            return chr(number)
        raise TurtleError(f"{match[0]} is not an escape of a character", offset)

    return _ESCAPE.sub(character, text)


@lru_cache(maxsize=10_000)
def _resolved_by_engine(iri: str, base: str) -> str:
    # RFC 3986, 5.2 as the engine that loads the file has it: it does not normalise what has an
    # authority of its own, and the two must name the same things.
    from pyoxigraph import RdfFormat, parse

    return str(next(iter(parse(f"{iri} <a:a> <a:a> .", format=RdfFormat.TURTLE, base_iri=base))).subject)


def _resolved(iri: str, base: str, offset: int) -> str:
    try:
        return _resolved_by_engine(iri, base)
    except (SyntaxError, ValueError) as error:
        raise TurtleError(f"the address {iri} cannot be resolved: {error}", offset) from None


@lru_cache(maxsize=10_000)
def stored(term: str) -> str:
    """Return a term as a pyoxigraph Store holds it: values of XSD datatypes in their canonical form.

    >>> stored('"01"^^<http://www.w3.org/2001/XMLSchema#integer>')
    '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'

    :param term: a term in N-Triples form
    """
    if f"^^<{_XSD}" not in term or term[0] != '"':
        return term
    from pyoxigraph import RdfFormat, Store

    store = Store()
    store.load(f"<a:a> <a:a> {term} .", format=RdfFormat.N_TRIPLES)
    return str(next(iter(store)).object)


def lexical(term: str) -> str:
    r"""Return the text of a literal, or the address or label of another term.

    >>> lexical('"a\\nb"@en')
    'a\nb'
    >>> lexical("<http://example.org/>")
    'http://example.org/'
    """
    if term[0] == "<":
        return term[1:-1]
    if term[0] != '"':
        return term
    text = term[1 : term.rindex('"')]
    return _unescaped(text, 0) if "\\" in text else text
