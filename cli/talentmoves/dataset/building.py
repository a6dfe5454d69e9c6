"""Build the store that everything else asks: curated, ontology and derived graphs together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from .. import places
from ..errors import DataError
from ..vocabulary import CURATED, ONTOLOGY, RDF_TYPE, TM
from .declared import declared_in
from .derivation import derive
from .loading import load

_DERIVED_CLASSES = {NamedNode(TM + "MoveState"), NamedNode(TM + "Tenure")}


def build(data: Sequence[Path] = ()) -> Store:
    """Return an in-memory store with the curated, the ontology and the derived graph.

    :param data: Turtle files and folders to use in place of the project's own ``data/``
    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if there are no moves in the data
    """
    store = read(data)
    if not has_moves(store):
        where = ", ".join(str(path) for path in data) or str(places.data())
        raise DataError(
            f"{where}: no moves in this data set.", "Add at least one entity of class tm:Move or tm:GroupMove, or name another path with --data."
        )
    if data:
        _leave_out_what_is_not_curated(store)
    derive(store)
    return store


def _leave_out_what_is_not_curated(store: Store) -> None:
    """Take the ontology and derived facts out of the curated graph, where a release came in merged.

    A triple in two graphs would count twice in every join.
    """
    curated, ontology = NamedNode(CURATED), NamedNode(ONTOLOGY)
    derived = declared_in([places.derived_vocabulary()])
    own = {quad.subject for quad in store.quads_for_pattern(None, NamedNode(RDF_TYPE), None, curated) if quad.object in _DERIVED_CLASSES}
    for quad in list(store.quads_for_pattern(None, None, None, curated)):
        doubled = Quad(quad.subject, quad.predicate, quad.object, ontology) in store
        if doubled or quad.subject in own or quad.predicate.value in derived:
            store.remove(quad)


def read(data: Sequence[Path] = ()) -> Store:
    """Return a store with the curated and the ontology graph, nothing derived yet.

    :raises InputError: if a file cannot be read or is not well-formed
    """
    store = Store()
    load(store, places.rdf_files(tuple(data) or (places.data(),)), CURATED)
    load(store, places.ontology_files(), ONTOLOGY)
    return store


def has_moves(store: Store) -> bool:
    """Tell whether anything in the store is a move."""
    kind = NamedNode(RDF_TYPE)
    return any(next(store.quads_for_pattern(None, kind, NamedNode(TM + name), None), None) is not None for name in ("Move", "GroupMove"))
