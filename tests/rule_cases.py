"""Everything that the tests ask of one rule's case, worked out in processes beside the tests'."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from talentmoves import places
from talentmoves.shacl import validate as validate_shacl
from talentmoves.validation.data_graph import DataGraph
from talentmoves.validation.running import validate
from talentmoves.validation.writing import text
from talentmoves.vocabulary import CURATED, DERIVED, TM
from tests.conftest import ROOT
from tests.shacl_reference import Key, by_pyshacl, ours

#: The graphs that each part of the shapes sees; the ontology is with what people wrote.
PARTS = {"entities": (CURATED,), "consistency": (CURATED, DERIVED)}
_DAY = "2026-11-23"
_TARGET = "http://www.w3.org/ns/shacl#target"


class Wrong(NamedTuple):
    """What comes of a wrong example."""

    codes: list[str]
    located: bool
    printed: str
    ours: set[Key]
    theirs: set[Key]


def code(folder: Path) -> str:
    return folder.name.partition("-")[0]


@cache
def _shapes(part: str) -> Store:
    store = Store()
    for file in places.shape_files(part):
        store.load(path=str(file), format=RdfFormat.TURTLE)
    return store


def shapes_of(part: str, rules: Iterable[str]) -> Store:
    """The shapes of one part, of which only those of some rules have targets: pySHACL takes two seconds for all."""
    whole = _shapes(part)
    own = {quad.subject for rule in rules for quad in whole.quads_for_pattern(None, NamedNode(TM + "ruleCode"), Literal(rule))}
    kept = Store()
    kept.extend(quad for quad in whole if quad.subject in own or not quad.predicate.value.startswith(_TARGET))
    return kept


def merged(store: Store, names: Iterable[str]) -> Store:
    """Some graphs of a store as the default graph of another."""
    found = Store()
    found.extend(Quad(*quad.triple) for name in names for quad in store.quads_for_pattern(None, None, None, NamedNode(name)))
    return found


def parts_of(rule: str) -> list[str]:
    return [part for part in PARTS if next(_shapes(part).quads_for_pattern(None, NamedNode(TM + "ruleCode"), Literal(rule)), None)]


def without_messages(keys: Iterable[Key]) -> set[Key]:
    # Of solutions that differ only in what their messages name pySHACL gives one.
    return {key._replace(messages=()) for key in keys}


def wrong(folder: Path) -> Wrong:
    file = folder / "bad.ttl"
    found = validate([file])
    graph = DataGraph([file])
    graph.derive()
    mine: set[Key] = set()
    theirs: set[Key] = set()
    for part in parts_of(code(folder)):
        shapes, data = shapes_of(part, [code(folder)]), merged(graph.store, PARTS[part])
        mine |= without_messages(ours(validate_shacl(data, shapes), shapes))
        theirs |= without_messages(by_pyshacl(data, shapes))
    # Repairs give the day on which the program runs; the expected texts hold one and the same day.
    printed = text.write(found).replace(datetime.date.today().isoformat(), _DAY)
    return Wrong([finding.code for finding in found], all(finding.location for finding in found), printed, mine, theirs)


def right(content: str, file: Path) -> list[str]:
    return [finding.code for finding in validate([file])]


class Cases:
    """The outcomes of cases; those that are wanted are begun at once, on every core."""

    def __init__(self, folders: list[Path]) -> None:
        workers = min(os.cpu_count() or 1, 4)
        self._pool = ProcessPoolExecutor(workers, get_context("spawn"), os.chdir, (ROOT,))
        self._wrong = {folder: self._pool.submit(wrong, folder) for folder in folders}
        # Many right examples are the same; one of a kind is enough.
        self._right: dict[str, Future[list[str]]] = {}
        for folder in folders:
            content = (folder / "good.ttl").read_text(encoding="utf-8")
            if content not in self._right:
                self._right[content] = self._pool.submit(right, content, folder / "good.ttl")

    def wrong(self, folder: Path) -> Wrong:
        return self._wrong[folder].result()

    def right(self, folder: Path) -> list[str]:
        return self._right[(folder / "good.ttl").read_text(encoding="utf-8")].result()

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)
