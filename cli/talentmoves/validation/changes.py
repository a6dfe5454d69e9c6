"""What a contribution changes in a data set: its own new triples, and the derived facts that they add or end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, Store

from ..dataset.derivation import Derivation, derivations, derive
from ..shacl.influence import Statement
from ..vocabulary import CURATED, DERIVED, RDF_TYPE, TM
from .data_graph import DERIVATIONS, WRITTEN

_DERIVED = NamedNode(DERIVED)


class _Follows(NamedTuple):
    """What must be derived again, and about which entities."""

    derivation: str
    #: Predicates, or classes, of the triples on which the derivation rests.
    predicates: tuple[str, ...]
    classes: tuple[str, ...]
    #: What the derivation calls the entity that it derives facts about.
    variable: str
    #: The property along which a change reaches further entities, from its object to its subject.
    along: str | None
    derived: tuple[str, ...]


_DATES = ("left", "joined", "announced", "founded", "acquired", "published", "period")
_FOLLOWS = (
    _Follows("10-days", _DATES, (), "thing", None, tuple(f"{name}{end}" for name in _DATES for end in ("Earliest", "Latest"))),
    _Follows("20-companies", ("partOf",), ("Company",), "company", "partOf", ("within", "topCompany")),
    _Follows("30-sources", ("derivesFrom",), ("Source",), "source", "derivesFrom", ("originalSource",)),
)


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
        by_name: dict[str, Derivation] = {one.name: one for one in derivations() if one.name in DERIVATIONS}
        for follows in _FOLLOWS:
            entities = self._reached(follows)
            if entities is not None and not entities:
                continue
            before = self._facts(follows, entities)
            self._ended += before
            for quad in before:
                self._store.remove(quad)
            derive(self._store, [by_name[follows.derivation]], [CURATED], only=_bound(follows, entities))
            after = self._facts(follows, entities)
            self._added += after
            self.derived += [_statement(quad) for quad in before ^ after]

    def _reached(self, follows: _Follows) -> set[NamedNode] | None:
        """Return the entities about which facts may change; nothing stands for all, where a blank node is among them."""
        predicates = {TM + name for name in follows.predicates}
        classes = {NamedNode(TM + name) for name in follows.classes}
        changed = {s for s, p, o in self.written if p.value in predicates or (p.value == RDF_TYPE and o in classes)}
        open_ = [subject for subject in changed if isinstance(subject, NamedNode)]
        if len(open_) < len(changed):  # a query cannot name blank nodes
            return None
        found: set[NamedNode] = set()
        while open_:
            entity = open_.pop()
            if entity in found:
                continue
            found.add(entity)
            if follows.along is not None:
                quads = self._store.quads_for_pattern(None, NamedNode(TM + follows.along), entity, WRITTEN)
                open_ += [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]
        return found

    def _facts(self, follows: _Follows, entities: set[NamedNode] | None) -> set[Quad]:
        subjects: list[NamedNode | None] = [None] if entities is None else list(entities)
        names = [NamedNode(TM + name) for name in follows.derived]
        return {quad for subject in subjects for name in names for quad in self._store.quads_for_pattern(subject, name, None, _DERIVED)}


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
