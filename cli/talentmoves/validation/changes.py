"""What a contribution changes in a data set: its own new triples, and the derived facts that they add or end."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, Store

from .. import places
from ..closure import reached
from ..dataset.declared import declared_in
from ..dataset.derivation import Derivation, derivations, derive
from ..shacl.influence import Statement
from ..sparql import declared, tokens
from ..vocabulary import CURATED, DERIVED, RDF_TYPE
from .data_graph import DERIVATIONS, WRITTEN

_DERIVED = NamedNode(DERIVED)


class _Follows(NamedTuple):
    """What a derivation derives, from what, and about which entities; read from its query."""

    derivation: Derivation
    #: The terms in it that people write: predicates, and classes.
    terms: frozenset[NamedNode]
    #: The properties that it derives.
    derived: frozenset[NamedNode]
    #: What it calls the entity that it derives facts about.
    variable: str
    #: The property along which a change reaches further entities, from its object to its subject.
    along: NamedNode | None


@cache
def _follows() -> list[_Follows]:
    derived = {NamedNode(term) for term in declared_in([places.derived_vocabulary()])}
    return [_read(one, derived) for one in derivations() if one.name in DERIVATIONS]


def _read(derivation: Derivation, derived: set[NamedNode]) -> _Follows:
    prefixes = declared(tokens(derivation.header))
    query = tokens(derivation.template + derivation.pattern)
    names = {at: NamedNode(prefixes[token["prefix"] or ""] + token["local"]) for at, token in enumerate(query) if token["local"]}
    along = [name for at, name in names.items() if query[at + 1]["mark"] == "*"]
    variable = next(token["variable"] for token in query if token["variable"])
    terms = frozenset(names.values())
    return _Follows(derivation, terms - derived, terms & derived, variable, along[0] if along else None)


class Change:
    """Triples put into a data set for a while.

    :param store: with the written and the derived graph
    :param statements: what is put in; what is there already changes nothing
    """

    def __init__(self, store: Store, statements: Iterable[Statement]) -> None:
        self._store = store
        quads = dict.fromkeys(Quad(*statement, WRITTEN) for statement in statements)
        self._added = [quad for quad in quads if quad not in store]
        self._ended: list[Quad] = []
        #: What is new of what people wrote.
        self.written: list[Statement] = [_statement(quad) for quad in self._added]
        #: The derived facts that come or go with it.
        self.derived: list[Statement] = []
        try:
            store.extend(self._added)
            self._derive()
        except BaseException:
            self.undo()
            raise

    def undo(self) -> None:
        """Put the store back as it was."""
        for quad in self._added:
            self._store.remove(quad)
        self._store.extend(self._ended)  # some of which may have come back meanwhile

    def _derive(self) -> None:
        for follows in _follows():
            entities = self._reached(follows)
            if entities is not None and not entities:
                continue
            before = self._facts(follows, entities)
            self._ended += before
            for quad in before:
                self._store.remove(quad)
            derive(self._store, [follows.derivation], [CURATED], only=_bound(follows, entities))
            after = self._facts(follows, entities)
            self._added += after
            self.derived += [_statement(quad) for quad in before ^ after]

    def _reached(self, follows: _Follows) -> set[NamedNode] | None:
        """Return the entities about which facts may change; nothing stands for all, where a blank node is among them."""
        changed = {s for s, p, o in self.written if (o if p.value == RDF_TYPE else p) in follows.terms}
        start = {subject for subject in changed if isinstance(subject, NamedNode)}
        if len(start) < len(changed):  # a query cannot name blank nodes
            return None
        return set(reached(start, lambda entity: self._below(follows.along, entity)))

    def _below(self, along: NamedNode | None, entity: NamedNode) -> list[NamedNode]:
        quads = [] if along is None else self._store.quads_for_pattern(None, along, entity, WRITTEN)
        return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]

    def _facts(self, follows: _Follows, entities: set[NamedNode] | None) -> set[Quad]:
        subjects: list[NamedNode | None] = [None] if entities is None else list(entities)
        return {quad for subject in subjects for name in follows.derived for quad in self._store.quads_for_pattern(subject, name, None, _DERIVED)}


def _bound(follows: _Follows, entities: set[NamedNode] | None) -> str:
    """Return the clause that bounds a derivation to some entities."""
    if entities is None:
        return ""
    values = f"VALUES ?{follows.variable} {{ {' '.join(sorted(map(str, entities)))} }}"
    if follows.along is not None:
        return values
    # In front of a pattern with an open property VALUES makes Oxigraph read the whole store.
    return f"{{ SELECT ?{follows.variable} ?property ?value WHERE {{ {values} ?{follows.variable} ?property ?value }} }}"


def _statement(quad: Quad) -> Statement:
    subject, value = quad.subject, quad.object
    return (subject, quad.predicate, value)  # type: ignore[return-value]  # quoted triples are RDF 1.2
