"""Findings of a file with their notes and repairs, straight from the shapes and the text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, RdfFormat, Store, parse

from talentmoves import places
from talentmoves.dataset.building import read
from talentmoves.dataset.derivation import derive
from talentmoves.shacl import Result
from talentmoves.shacl.compiling import Check, compile_shapes
from talentmoves.shacl.evaluating import StoreSource, evaluate, subclasses
from talentmoves.shacl.graph import Graph
from talentmoves.shacl.reading import read_shapes
from talentmoves.turtle.reader import PlacedTriple
from talentmoves.turtle.reader import read as read_turtle
from talentmoves.validation.findings import Edit, Location, Note
from talentmoves.validation.notes import notes
from talentmoves.validation.offsets import Text
from talentmoves.validation.repairs.problem import Memory, Repair
from talentmoves.validation.repairs.registry import repair
from talentmoves.validation.rules.catalogue import by_shape
from talentmoves.validation.rules.rule import Rule
from talentmoves.vocabulary import CURATED, DERIVED, ONTOLOGY

PARTS = {"entities": (CURATED, ONTOLOGY), "consistency": (CURATED, ONTOLOGY, DERIVED)}


class Found(NamedTuple):
    """A violation with what is said beside it."""

    rule: Rule
    result: Result
    notes: tuple[Note, ...]
    repair: Repair


class Places:
    """Tells where the statements of a file stand."""

    def __init__(self, file: Path) -> None:
        self._text = Text.of(file)
        # As the store writes them: typed literals in their canonical form.
        self._triples: list[tuple[PlacedTriple, str]] = [(placed, _canonical(placed.object)) for placed in read_turtle(self._text.text)]

    def __call__(self, subject: str, predicate: str | None = None, object_: str | None = None) -> Location | None:
        for placed, written in self._triples:
            if placed.subject != f"<{subject}>" or (predicate is not None and placed.predicate != f"<{predicate}>"):
                continue
            if object_ is not None and written != object_:
                continue
            start, end = placed.object_span if object_ is not None else placed.predicate_span if predicate is not None else placed.subject_span
            return self._text.location(start, end - start)
        return None


def _canonical(term: str) -> str:
    if not term.startswith('"'):
        return term
    store = Store()
    store.load(f"<x:s> <x:p> {term} .".encode(), format=RdfFormat.N_TRIPLES)
    return str(next(iter(store)).object)


@cache
def _checks(part: str) -> tuple[Check, ...]:
    shapes = [quad.triple for file in places.shape_files(part) for quad in parse(path=str(file), format=RdfFormat.TURTLE)]
    ontology = Store()
    for file in places.ontology_files():
        ontology.load(path=str(file), format=RdfFormat.TURTLE)
    return tuple(compile_shapes(read_shapes(Graph(shapes)), subclasses(StoreSource(ontology))))


def findings(file: Path, language: str = "en") -> list[Found]:
    """Return every violation in a file with its notes and its repair."""
    store = read([file])
    derive(store)
    locate = Places(file)
    rules = by_shape()
    memory: Memory = {}
    found = []
    for part, graphs in PARTS.items():
        names: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(graph) for graph in graphs]
        for result in evaluate(StoreSource(store, names), _checks(part)):
            rule = rules[result.shape.strip("<>")]
            said = (notes(rule, result, store, locate, language), repair(rule, result, store, locate, language, memory))
            found.append(Found(rule, result, *said))
    return found


def applied(edit: Edit) -> str:
    """Return the text of the edit's file with the edit made."""
    source = Text.of(edit.location.file)
    start = source.offset(edit.location)
    return source.text[:start] + edit.replacement + source.text[start + edit.location.length :]
