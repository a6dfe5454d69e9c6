"""Compare the dumps with the hashes of the graphs, and with each other.

A dump is read into a store and written as canonical N-Quads, so that only what it says counts, not how it is written.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from typing import NamedTuple

from pyoxigraph import RdfFormat, Store, parse

from ..formats.cells import visible
from ..release.dumps.hashes import DATASET, PARTS, hashes_of
from ..release.dumps.lines import Lines
from ..release.edition import canonical_lines, sorted_lines
from ..vocabulary import GRAPHS as MERGED
from ..vocabulary import SHAPES
from .alterations import describe
from .folder import Folder
from .outcome import Kind, Outcome

#: The file with the hashes of the graphs.
HASHES = "graphs.json"
_ALL = (*MERGED, SHAPES)
_BLANK = re.compile(rb"_:|<[^>]*> <[^>]*> _:")


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


def check(folder: Folder, outcome: Outcome, tell: Callable[[], None]) -> None:
    """Check the hashes of the graphs, and that all dumps say the same.

    :param tell: called after each dump
    """
    given = _given(folder, outcome)
    apart: dict[str, bytes] = {}
    for dump in DUMPS:
        if not dump.graphs and (content := _canonical(dump, folder, outcome)) is not None:
            apart[dump.name] = content
            tell()
            if not outcome.of(dump.name) and _fits(content, given):
                break  # one that is what it should be is enough to compare with
    if not apart:
        outcome.notes.append("No dump with the graphs apart can be read, so the graphs' hashes and the other dumps were not checked.")
        return
    name = next((name for name, content in apart.items() if _fits(content, given)), next(iter(apart)))
    reference = apart[name]
    _check_hashes(reference, name, given, outcome)
    for dump in DUMPS:
        if dump.name == name or dump.name not in folder.sizes:
            continue
        found = apart[dump.name] if dump.name in apart else _canonical(dump, folder, outcome)
        tell()
        if found is not None:
            _compare(dump, found, reference, name, outcome)


def _given(folder: Folder, outcome: Outcome) -> dict[str, str]:
    """Return the hashes that the release gives for its graphs."""
    if HASHES not in folder.sizes:
        return {}
    try:
        hashes = json.loads(folder.read(HASHES))["hashes"]
        return {name: str(hashes[name]["sha256"]) for name in (*PARTS, DATASET)}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        if not outcome.of(HASHES):
            outcome.add(Kind.GRAPH, HASHES, f"{HASHES} does not hold the hashes of the graphs.")
        return {}


def _fits(nquads: bytes, given: dict[str, str]) -> bool:
    return not given or hashlib.sha256(nquads).hexdigest() == given[DATASET]


def _check_hashes(reference: bytes, source: str, given: dict[str, str], outcome: Outcome) -> None:
    found = hashes_of(reference)
    if not given:
        return
    wrong = [name for name in (*PARTS, DATASET) if found[name].sha256 != given[name]]
    for name in wrong:
        # Where a graph is altered, so is what it is a part of.
        if name in PARTS and len(PARTS[name]) == 1:
            outcome.add(Kind.GRAPH, HASHES, f"The {name} graph in {source} is not the one whose hash {HASHES} gives, and no dump holds that one.")
    if wrong and not any(name in PARTS and len(PARTS[name]) == 1 for name in wrong):
        outcome.add(Kind.GRAPH, HASHES, f"{HASHES} gives a hash for {', '.join(wrong)} that does not follow from the graphs.")
    if not wrong:
        outcome.statements = found[DATASET].statements


def _canonical(dump: Dump, folder: Folder, outcome: Outcome) -> bytes | None:
    """Return the canonical N-Quads of a dump, or nothing where it is not there or cannot be read."""
    if dump.name not in folder.sizes:
        return None
    problem = outcome.of(dump.name)
    try:
        content = folder.read(dump.name)
    except OSError as error:
        if problem is None:
            outcome.notes.append(f"{dump.name} was not compared with the other dumps: {error.strerror}.")
        return None
    try:
        return canonical(content, dump.format)
    except (SyntaxError, ValueError, RecursionError) as error:
        at = f", line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else ""
        said = visible(error.msg if isinstance(error, SyntaxError) else str(error))[:200]
        problem = problem or outcome.add(Kind.STATEMENTS, dump.name, f"{dump.name} is not well-formed.")
        problem.details.append(f"It cannot be read{at}: {said}")
        return None


def canonical(content: bytes, rdf_format: RdfFormat) -> bytes:
    """Return the canonical N-Quads of a document (RDFC-1.0, https://www.w3.org/TR/rdf-canon/).

    :raises SyntaxError: if it is not well-formed
    :raises ValueError: if it is not UTF-8
    """
    store = Store()
    store.bulk_load(input=content, format=rdf_format)
    # A store writes in a tenth of the time that an object for every term takes.
    nquads = store.dump(format=RdfFormat.N_QUADS)
    assert nquads is not None
    lines = nquads.split(b"\n")
    blank = [line for line in lines if b"_:" in line and _BLANK.match(line)]
    if not blank:
        return sorted_lines(nquads)
    labelled = canonical_lines(parse(b"\n".join(blank), format=RdfFormat.N_QUADS))
    plain = set(lines).difference(blank)
    return sorted_lines(b"\n".join([*plain, labelled]))


def _compare(dump: Dump, found: bytes, reference: bytes, name: str, outcome: Outcome) -> None:
    expected = b"".join(Lines(reference).ntriples(*dump.graphs)) if dump.graphs else reference
    problem = outcome.of(dump.name)
    if found == expected:
        if problem and problem.kind is Kind.ALTERED:
            problem.details.append(f"It says the same as {name}; only how that is written differs.")
        return
    if problem is None:
        problem = outcome.add(Kind.STATEMENTS, dump.name, f"{dump.name} does not say what {name} says.")
    describe(problem, found, expected, reference, dump.graphs)
