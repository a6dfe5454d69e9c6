"""Compare the dumps with the hashes of the graphs, and with each other.

A dump is read into a store and written as canonical N-Quads, so that only what it says counts, not how it is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from pyoxigraph import RdfFormat

from ..release.dumps.hashes import DATASET, PARTS, Hashed, hashes_of
from ..release.dumps.lines import Lines
from ..vocabulary import GRAPHS as MERGED
from ..vocabulary import SHAPES
from . import limited
from .alterations import describe
from .folder import Folder
from .outcome import Alteration, Kind, Outcome
from .reading import canonical, reason

#: The file with the hashes of the graphs.
HASHES = "graphs.json"
_ALL = (*MERGED, SHAPES)


class Dump(NamedTuple):
    """A file with statements."""

    name: str
    format: RdfFormat
    #: The graphs whose statements it holds, merged; nothing where it keeps all of them apart.
    graphs: tuple[str, ...] = ()


#: The first of those that keep graphs apart is what the others are compared with, where it is not itself altered.
DUMPS = (
    Dump("talent-moves.nq", RdfFormat.N_QUADS),
    Dump("talent-moves.trig", RdfFormat.TRIG),
    Dump("talent-moves.jsonld", RdfFormat.JSON_LD),
    Dump("talent-moves.nt", RdfFormat.N_TRIPLES, MERGED),
    Dump("talent-moves.ttl", RdfFormat.TURTLE, MERGED),
    Dump("talent-moves.rdf", RdfFormat.RDF_XML, MERGED),
    *(Dump(f"{graph.rsplit('/', 1)[-1]}.ttl", RdfFormat.TURTLE, (graph,)) for graph in _ALL),
)


def check(folder: Folder, sums: dict[str, str], outcome: Outcome, tell: Callable[[], None]) -> tuple[str, bytes] | None:
    """Check the hashes of the graphs, and that all dumps say the same.

    :param sums: what the files' sums should be
    :param tell: called after each dump
    :returns: the name and the canonical N-Quads of the dump that the others were compared with, where one can be read
    """
    given = _given(folder, outcome)
    there = [dump for dump in DUMPS if dump.name in folder.sizes]
    apart = [dump for dump in there if not dump.graphs]
    found = _reference(apart, folder, given, outcome)
    if found is None:
        for dump in apart:
            if not outcome.of(dump.name):
                outcome.add(Kind.STATEMENTS, dump.name, f"{dump.name} cannot be read.")
        outcome.notes.append("No dump with the graphs apart can be read, so the graphs' hashes and the other dumps were not checked.")
        return None
    tell()
    name, reference, hashes = found
    _check_hashes(hashes, name, given, outcome)
    works: dict[Dump, limited.Work] = {}
    for dump in there:
        expected = hashes[_part(dump)].sha256
        # What is canonical as it stands needs no reading.
        if dump.name != name and (outcome.of(dump.name) or sums.get(dump.name) != expected):
            works[dump] = limited.Work(partial(_judge, folder, dump, expected, reference), folder.sizes[dump.name])
    for dump, verdict in zip(works, limited.run_all(list(works.values()), tell), strict=True):
        _take_note(dump, verdict, name, outcome)
    return name, reference


def _reference(dumps: list[Dump], folder: Folder, given: dict[str, str], outcome: Outcome) -> tuple[str, bytes, dict[str, Hashed]] | None:
    """Return the name, the canonical N-Quads and the hashes of the dump that the others are compared with.

    That is the first whose hash is the one given, or else the first that is not known to be altered.
    """
    read: dict[str, tuple[bytes, dict[str, Hashed]]] = {}
    for dump in dumps:
        with suppress(limited.ExceededError):  # it is told when the dump is compared
            found = limited.run(partial(_hashed, folder, dump), folder.sizes[dump.name])
            if not isinstance(found, str):
                read[dump.name] = found
                if _fits(found[1], given) and not outcome.of(dump.name):
                    break
    if not read:
        return None
    name = min(read, key=lambda name: (not _fits(read[name][1], given), outcome.of(name) is not None))
    return (name, *read[name])


def _hashed(folder: Folder, dump: Dump) -> tuple[bytes, dict[str, Hashed]] | str:
    try:
        nquads = canonical(folder.read(dump.name), dump.format)
    except (SyntaxError, ValueError, RecursionError, OSError) as error:
        return reason(error)
    return nquads, hashes_of(nquads)


def _given(folder: Folder, outcome: Outcome) -> dict[str, str]:
    """Return the hashes that the release gives for its graphs."""
    if HASHES not in folder.sizes:
        outcome.notes.append(f"Without {HASHES} the hashes of the graphs were not checked.")
        return {}
    try:
        hashes = json.loads(folder.read(HASHES))["hashes"]
        return {name: str(hashes[name]["sha256"]) for name in (*PARTS, DATASET)}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        if not outcome.of(HASHES):
            outcome.add(Kind.GRAPH, HASHES, f"{HASHES} does not hold the hashes of the graphs.")
        return {}


def _fits(hashes: dict[str, Hashed], given: dict[str, str]) -> bool:
    return not given or hashes[DATASET].sha256 == given[DATASET]


def _part(dump: Dump) -> str:
    return next((name for name, graphs in PARTS.items() if graphs == dump.graphs), DATASET)


def _check_hashes(hashes: dict[str, Hashed], source: str, given: dict[str, str], outcome: Outcome) -> None:
    if not given:
        return
    wrong = [name for name in (*PARTS, DATASET) if hashes[name].sha256 != given[name]]
    # Where a graph is altered, so is what it is a part of.
    graphs = [name for name in wrong if len(PARTS.get(name, ())) == 1]
    for name in graphs:
        outcome.add(Kind.GRAPH, HASHES, f"The {name} graph in {source} is not the one whose hash {HASHES} gives, and no dump holds that one.")
    if wrong and not graphs:
        outcome.add(Kind.GRAPH, HASHES, f"{HASHES} gives a hash for {', '.join(wrong)} that does not follow from the graphs.")
    if not wrong:
        outcome.statements = hashes[DATASET].statements


def _judge(folder: Folder, dump: Dump, expected: str, reference: bytes) -> Alteration | str | None:
    """Return what a dump says otherwise than it should, why it cannot be read, or nothing where it says what it should."""
    try:
        found = canonical(folder.read(dump.name), dump.format)
    except (SyntaxError, ValueError, RecursionError, OSError) as error:
        return reason(error)
    if hashlib.sha256(found).hexdigest() == expected:
        return None
    should = b"".join(Lines(reference).ntriples(*dump.graphs)) if dump.graphs else reference
    return describe(found, should, reference, dump.graphs)


def _take_note(dump: Dump, verdict: object, name: str, outcome: Outcome) -> None:
    problem = outcome.of(dump.name)
    if verdict is None:
        if problem and problem.kind is Kind.ALTERED:
            problem.details.append(f"It says the same as {name}; only how that is written differs.")
        return
    if isinstance(verdict, Alteration):
        problem = problem or outcome.add(Kind.STATEMENTS, dump.name, f"{dump.name} does not say what {name} says.")
        problem.alteration = verdict
        return
    problem = problem or outcome.add(Kind.STATEMENTS, dump.name, f"{dump.name} cannot be read.")
    problem.details.append(f"It cannot be read: {verdict}")
