"""A Turtle and a JSON-LD file for every entity that has a page, and for the ontology.

A file can be read alone. It holds

- every statement, curated or derived, of the entity;
- of a move also what is known of it today and every claim about it; of a person every move of theirs;
- the names of whatever those statements point to, in every language, and of sources where they can be read;
- where the file belongs: what it is about, the data set (https://www.w3.org/TR/void/#backlinks) and its licence.

The JSON-LD has the part of our context that it uses in it, rather than a reference to it: so it says the same without
a network, from any mirror and from a single file that somebody was sent, and pyoxigraph, which fetches nothing, reads
it too. That costs a kilobyte a file. With a reference to context.jsonld in its place it says the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ...vocabulary import BASE, CC0, DATASET, GRAPHS, LAST_DAY, ONTOLOGY, RDF_TYPE, TM
from ..edition import Edition
from ..staging import Staging
from . import turtle
from .context import Context
from .jsonld import Compactor
from .lines import Lines, Statement
from .prefixes import NAMESPACES


def write(edition: Edition, folders: Mapping[str, str], staging: Staging) -> None:
    """Write the files of all entities, such as ``person/noam-shazeer.ttl``, and ``ns.ttl`` and ``ns.jsonld``.

    :param folders: the kinds of entities that have files: the part of the address that names them, by the local name of the class
    :raises DataError: if something in the data cannot be said in JSON-LD, or an address cannot be the name of a file
    """
    lines = Lines(edition.nquads)
    facts = _Facts(lines)
    files = _Files(Context(edition.store), facts.statements)
    for entity, path in facts.entities(folders):
        told = facts.told_with(entity)
        named = facts.named_by(told)
        staging.write(f"{path}.ttl", files.turtle(told, named, f"{edition.address}{path}.ttl"))
        staging.write(f"{path}.jsonld", files.json_ld(told, named, f"{edition.address}{path}.jsonld"))
    _write_ontology(lines, edition, staging)


def _iri(name: str) -> bytes:
    prefix, _, local = name.partition(":")
    return f"<{NAMESPACES[prefix]}{local}>".encode()


_TYPE = f"<{RDF_TYPE}>".encode()
# The first of these that there is.
_NAMES = [_iri(name) for name in ("rdfs:label", "tm:title", "dcterms:title", "skos:prefLabel", "tm:displayName")]
_URL = _iri("tm:url")
_KNOWN_TODAY = (_iri("tm:knownUntil"), f'"{LAST_DAY}"^^'.encode() + _iri("xsd:date"))

_FILE, _ENTITY = b"<urn:file>", b"<urn:entity>"
_BELONGING = [
    (_TYPE, _iri("foaf:Document")),
    (_iri("dcterms:license"), f"<{CC0}>".encode()),
    (_iri("foaf:primaryTopic"), _ENTITY),
    (_iri("void:inDataset"), f"<{DATASET}>".encode()),
]


class _Facts:
    """What is stated of every subject, and what belongs to an entity."""

    def __init__(self, lines: Lines) -> None:
        self.statements: dict[bytes, list[Statement]] = dict(lines.subjects(*GRAPHS))
        self._states: dict[bytes, list[bytes]] = {}
        self._claims: dict[bytes, list[bytes]] = {}
        self._moves: dict[bytes, list[bytes]] = {}
        pointing = {_iri("tm:stateOf"): self._states, _iri("tm:about"): self._claims, _iri("tm:person"): self._moves}
        for subject, statements in self.statements.items():
            for predicate, value in statements:
                if predicate in pointing:
                    pointing[predicate].setdefault(value, []).append(subject)

    def entities(self, folders: Mapping[str, str]) -> Iterator[tuple[bytes, str]]:
        """Yield the entities that have files, and the paths of these without an ending."""
        classes = {f"<{TM}{name}>".encode() for name in folders}
        names = set(folders.values())
        ours = f"<{BASE}".encode()
        for subject, statements in self.statements.items():
            if subject.startswith(ours) and any(predicate == _TYPE and value in classes for predicate, value in statements):
                path = subject[len(ours) : -1].decode()
                folder, _, rest = path.partition("/")
                if folder in names and rest and "/" not in rest:
                    yield subject, path

    def told_with(self, entity: bytes) -> list[bytes]:
        """Return an entity and what else its file tells of in full."""
        states = [state for state in self._states.get(entity, ()) if _KNOWN_TODAY in self.statements[state]]
        claims = self._claims.get(entity, ()) if states else ()
        return [entity, *states, *claims, *self._moves.get(entity, ())]

    def named_by(self, told: list[bytes]) -> list[bytes]:
        """Return what some subjects point to, besides each other, in the order of the addresses."""
        values = {value for subject in told for predicate, value in self.statements[subject] if value[:1] == b"<" and predicate != _TYPE}
        return sorted(value for value in values.difference(told) if value in self.statements)


class _Block(NamedTuple):
    """What is stated of a subject, ready to be put into any file."""

    turtle: bytes
    prefixes: frozenset[str]
    #: The members of its node object.
    node: list[bytes]
    #: What they need of the context.
    keys: frozenset[str]


class _Files:
    """Puts files together from blocks, each of which is written once."""

    def __init__(self, context: Context, statements: Mapping[bytes, list[Statement]]) -> None:
        self._turtle = turtle.Turtle()
        self._compactor = Compactor(context)
        self._prefix = cache(turtle.prefix_of)
        self._header = cache(turtle.header)
        # A processor of JSON-LD 1.0 shall refuse the file rather than pass over @included.
        self._context = cache(lambda keys: json.dumps({"@version": 1.1, **context.part(keys)}, ensure_ascii=False).encode())
        # Only two addresses differ from one file to the next.
        self._told_of_files = self._block(_FILE, _BELONGING)
        self._told = cache(lambda subject: self._block(subject, statements[subject]))
        self._named = cache(lambda subject: self._block(subject, _names(statements[subject])))

    def turtle(self, told: list[bytes], named: list[bytes], address: str) -> bytes:
        """Return a file in Turtle.

        :param told: the subjects that it tells of in full, the entity first
        :param named: the subjects that it names
        :param address: its own
        """
        blocks = self._blocks(told, named, address)
        prefixes = frozenset[str]().union(*(block.prefixes for block in blocks))
        return self._header(prefixes) + b"\n".join([block.turtle for block in blocks])

    def json_ld(self, told: list[bytes], named: list[bytes], address: str) -> bytes:
        """Return a file in JSON-LD, as :meth:`turtle` does."""
        first, *others = self._blocks(told, named, address)
        keys = first.keys.union(*(block.keys for block in others))
        members = [b'"@context": ' + self._context(keys), *first.node]
        included = b",\n    ".join([b"{" + b", ".join(block.node) + b"}" for block in others])
        return b"{\n  " + b",\n  ".join(members) + b',\n  "@included": [\n    ' + included + b"\n  ]\n}\n"

    def _blocks(self, told: list[bytes], named: list[bytes], address: str) -> list[_Block]:
        blocks = [self._told(subject) for subject in told]
        blocks += [block for block in map(self._named, named) if block.turtle]
        return [*blocks, self._belonging(told[0], f"<{address}>".encode())]

    def _belonging(self, entity: bytes, file: bytes) -> _Block:
        """Return what a file says of itself."""
        block = self._told_of_files
        text = block.turtle.replace(_FILE, file).replace(_ENTITY, entity)
        node = [member.replace(_FILE[1:-1], file[1:-1]).replace(_ENTITY[1:-1], entity[1:-1]) for member in block.node]
        return block._replace(turtle=text, node=node)

    def _block(self, subject: bytes, statements: list[Statement]) -> _Block:
        if not statements:
            return _Block(b"", frozenset(), [], frozenset())
        terms = {term for statement in statements for term in statement if term[-1:] == b">" and term != _TYPE}
        prefixes = set(map(self._prefix, {subject, *terms}))
        self._compactor.used = set()
        node = self._compactor.node(subject, statements)
        return _Block(self._turtle.block(subject, statements), frozenset(prefixes - {""}), node, frozenset(self._compactor.used))


def _names(statements: list[Statement]) -> list[Statement]:
    """Return the names among what is stated of a subject, and where it can be read."""
    present = {predicate for predicate, _ in statements}
    wanted = {_URL, next((name for name in _NAMES if name in present), _URL)}
    return [statement for statement in statements if statement[0] in wanted]


def _write_ontology(lines: Lines, edition: Edition, staging: Staging) -> None:
    """Write the ontology alone, for who asks for the address of a term."""
    writer, compactor = turtle.Turtle(), Compactor(context := Context(edition.store))
    subjects = list(lines.subjects(ONTOLOGY))
    body = b"\n".join([writer.block(subject, statements) for subject, statements in subjects])
    nodes = b",\n    ".join([b"{" + b", ".join(compactor.node(subject, statements)) + b"}" for subject, statements in subjects])
    staging.write("ns.ttl", turtle.header(writer.used) + body)
    used = json.dumps(context.part(compactor.used), ensure_ascii=False).encode()
    staging.write("ns.jsonld", b'{\n  "@context": ' + used + b',\n  "@graph": [\n    ' + nodes + b"\n  ]\n}\n")
