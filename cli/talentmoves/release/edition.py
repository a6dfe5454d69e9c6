"""What a release is made of: the four graphs in one canonical order, and what is said of them as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, RdfFormat, Store, serialize

from .. import places
from ..dataset.building import build
from ..dataset.loading import load
from ..vocabulary import BASE, SHAPES, TM


class Edition(NamedTuple):
    """One state of the data, ready to be written in any form."""

    #: The curated, the derived, the ontology and the shapes graph; blank nodes have their canonical labels.
    store: Store
    #: The same as canonical N-Quads (RDFC-1.0), sorted by code point, a statement a line.
    nquads: bytes
    #: The version of the release.
    version: str
    #: The last day on which anybody checked a claim, which is how new the data is; nothing where no claim was checked.
    modified: str | None
    #: Where the release will be served, with a slash at the end.
    address: str = BASE


def edition(data: Sequence[Path] = (), address: str = BASE) -> Edition:
    """Build the edition of some data.

    :param data: Turtle files and folders to use in place of the project's own ``data/``
    :param address: where the release will be served
    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if there are no moves in the data
    """
    store = build(data)
    load(store, places.all_shape_files(), SHAPES)
    with_blank_nodes = [quad for quad in store if _has_blank_node(quad)]
    for quad in with_blank_nodes:
        store.remove(quad)
    store.extend(canonical(with_blank_nodes))
    # Serialised at once and sorted as lines: a tenth of the time that sorting terms takes.
    content = store.dump(format=RdfFormat.N_QUADS)
    assert content is not None
    return Edition(store, sorted_lines(content), version("talent-moves"), _last_checked(store), address)


def canonical(quads: Iterable[Quad]) -> Dataset:
    """Return statements with canonical labels for blank nodes (RDFC-1.0, https://www.w3.org/TR/rdf-canon/).

    Statements without blank nodes have no part in the labels, so they may be left out.
    """
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def canonical_lines(quads: Iterable[Quad]) -> bytes:
    """Return the canonical N-Quads of statements, whose SHA-256 is their RDFC-1.0 hash."""
    plain: list[Quad] = []
    blank: list[Quad] = []
    for quad in quads:
        (blank if _has_blank_node(quad) else plain).append(quad)
    content = serialize([*plain, *canonical(blank)], format=RdfFormat.N_QUADS)
    assert content is not None
    return sorted_lines(content)


def sorted_lines(content: bytes) -> bytes:
    """Return N-Quads with their lines in the order of their code points, none of them twice."""
    return b"".join(line + b"\n" for line in sorted(set(content.split(b"\n")) - {b""}))


def _has_blank_node(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode) or isinstance(quad.graph_name, BlankNode)


def _last_checked(store: Store) -> str | None:
    # The clock would make two runs differ; the data says itself when it was last worked on.
    found = store.quads_for_pattern(None, NamedNode(TM + "checked"), None, None)
    return max((quad.object.value for quad in found if isinstance(quad.object, Literal)), default=None)
