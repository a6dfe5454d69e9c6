"""The data graph that is validated: what people wrote with the ontology, and beside it what is derived from them.

Only those facts are derived that the shapes ask for.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode, Store

from .. import places
from ..dataset.derivation import derivations, derive
from ..dataset.loading import load
from ..errors import DataError
from ..shacl.evaluating import StoreSource, evaluate, subclasses
from ..shacl.results import Result, unbracketed
from ..shacl.vocabulary import RDFS
from ..vocabulary import CURATED, DERIVED
from .rules import rulebook
from .vocabulary_terms import refuse_in

#: The derivations on which shapes rely; a test holds them against the shapes.
DERIVATIONS = ("10-days", "20-companies", "30-sources")
_MANY_NAMES = 50
#: The graph of what people wrote, with the ontology.
WRITTEN = NamedNode(CURATED)


class DataGraph:
    """A data set in a store.

    What people wrote and the ontology are in one graph: a store answers faster from one than from two.

    :param files: Turtle files
    :raises InputError: if a file cannot be read, is not well-formed, or says something about the vocabulary
    """

    def __init__(self, files: Iterable[Path]) -> None:
        self.store = Store()
        self.files = list(files)
        load(self.store, self.files, CURATED)
        if next(self.store.quads_for_pattern(None, None, None, WRITTEN), None) is None:
            raise DataError(f"{', '.join(map(places.display, self.files))}: nothing in here.", "Add at least one entity.")
        self.written = StoreSource(self.store, default_graph=[WRITTEN])
        refuse_in(self.written, self.files)
        load(self.store, places.ontology_files(), CURATED)
        self.everything = StoreSource(self.store, default_graph=[WRITTEN, NamedNode(DERIVED)])
        self.classes = subclasses(self.written)

    def derive(self) -> None:
        """Add the facts that shapes ask for and nobody writes."""
        derive(self.store, [one for one in derivations() if one.name in DERIVATIONS], [CURATED])

    def evaluate(self, most: int | None = None) -> list[Result]:
        """Derive what is needed and return every validation result.

        :param most: stop when there are so many in the one or the other part of the shapes
        :raises ShapesError: if the shapes are ill-formed
        """
        found = evaluate(self.written, rulebook.checks(rulebook.ENTITIES, self.classes), most)
        self.derive()
        return found + evaluate(self.everything, rulebook.checks(rulebook.CONSISTENCY, self.classes), most)

    def name(self, nodes: Iterable[str]) -> None:
        """Derive what some entities are called, so that they can be shown to people.

        :param nodes: in N-Triples form
        """
        wanted = " ".join(sorted({node for node in nodes if node.startswith("<") and self._has_few_names(node)}))
        named = [one for one in derivations() if one.name == "15-names"]
        derive(self.store, named, [CURATED], only=f"VALUES ?thing {{ {wanted} }}")

    def _has_few_names(self, node: str) -> bool:
        # Each name makes another one to show; who has a thousand is called by the first of them.
        labels = self.store.quads_for_pattern(NamedNode(unbracketed(node)), NamedNode(RDFS + "label"), None, None)
        return sum(1 for _ in islice(labels, _MANY_NAMES)) < _MANY_NAMES
