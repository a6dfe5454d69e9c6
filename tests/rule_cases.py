"""Everything that the tests ask of one rule's case, worked out in processes beside the tests'.

Validating three hundred files takes more than a minute on one core.
"""

from __future__ import annotations

import os
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from rdflib import Graph
from rdflib.namespace import SH
from rdflib.term import Literal, Node, URIRef

from talentmoves.dataset.building import read
from talentmoves.dataset.derivation import derive
from talentmoves.rdflib_bridge import to_graph
from talentmoves.validation import shacl, text
from talentmoves.validation.running import validate
from talentmoves.vocabulary import TM
from tests.conftest import ROOT

#: What two evaluations must agree on: focus, path, value and shape.
Keys = set[tuple[str, str | None, str | None, str]]


class Wrong(NamedTuple):
    """What comes of a wrong example."""

    codes: list[str]
    located: bool
    printed: str
    ours: Keys
    theirs: Keys


def code(folder: Path) -> str:
    return folder.name.partition("-")[0]


def with_sparql(rule: str) -> list[tuple[str, set[Node]]]:
    """The shapes of a rule that have SPARQL constraints, by part."""
    found = []
    for part in shacl.PARTS:
        shapes = shacl.shapes_graph(part)
        own = {shape for shape in shapes.subjects(URIRef(TM + "ruleCode"), Literal(rule)) if (shape, SH.sparql, None) in shapes}
        if own:
            found.append((part, own))
    return found


def keys(results: list[shacl.Result]) -> Keys:
    return {(result.focus, result.path, result.value_text, result.shape) for result in results}


def _only(part: str, own: set[Node]) -> Graph:
    # pySHACL takes two seconds for all shapes together; those of the other rules lose their targets.
    kept = Graph()
    for triple in shacl.shapes_graph(part):
        if triple[0] in own or not str(triple[1]).startswith(str(SH) + "target"):
            kept.add(triple)
    return kept


def wrong(folder: Path) -> Wrong:
    file = folder / "bad.ttl"
    found = validate([file])
    ours: Keys = set()
    theirs: Keys = set()
    if shapes := with_sparql(code(folder)):
        store = read([file])
        derive(store)
        ours = keys(shacl.evaluate(store))
        for part, own in shapes:
            theirs |= keys(list(shacl.by_pyshacl(to_graph(store, shacl.PARTS[part]), _only(part, own))))
    return Wrong([finding.code for finding in found], all(finding.location for finding in found), text.write(found), ours, theirs)


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
