"""Validate a data set, or a contribution to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Quad, Store

from .. import places
from ..dataset.loading import load, problems
from ..dataset.unreadable import UnreadableFileError
from ..shacl.results import Result, unbracketed
from ..vocabulary import CURATED
from .data_graph import DataGraph
from .findings import Finding, Level
from .removed import Looked, look
from .rules.catalogue import by_shape
from .vocabulary_terms import refuse

if TYPE_CHECKING:
    from ..engines.endpoint import EndpointEngine
    from ..shacl.influence import Statement
    from .telling import Described


#: After so many results the search ends: whatever is wrong then is wrong everywhere.
_MOST_RESULTS = 50_000
#: So many findings are told; to find their places and repairs takes a second for ten thousand.
_MOST_FINDINGS = 10_000


class Checked(NamedTuple):
    """What a validation came to."""

    findings: list[Finding]
    #: How many findings are lighter than asked for, and were left untold.
    lighter: int
    #: Whether there are so many that only the first were told.
    cut: bool = False
    #: What to raise for the first of the files that could not be read, which are among the findings.
    unreadable: UnreadableFileError | None = None
    #: What could not be checked, in sentences.
    notes: tuple[str, ...] = ()


def validate(data: Sequence[Path] = (), contributions: Sequence[Path] = (), language: str = "en") -> list[Finding]:
    """Return what is wrong, sorted by place.

    :param data: Turtle files and folders to use in place of the project's own ``data/``
    :param contributions: files to check in the context of that data set: only what they cause is
        returned, wherever it shows; files that already belong to the data set are checked as they are
    :param language: ``en`` or ``zh``
    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if there is nothing to validate
    """
    checked = check(data, contributions, language)
    if checked.unreadable is not None:
        raise checked.unreadable
    return checked.findings


def check(data: Sequence[Path] = (), contributions: Sequence[Path] = (), language: str = "en", least: Level = Level.INFO) -> Checked:
    """Validate as :func:`validate` does, but tell only what weighs enough; to tell what is wrong takes longer than to find it.

    Files that cannot be read are told as findings. Contributions among them are left out; a data set
    of which a part is missing is not validated at all, nor are contributions to it.

    :param least: the lightest level that is told
    :raises InputError: if a file says something about the vocabulary, or a path is not there
    :raises DataError: if there is nothing to validate
    """
    base = places.rdf_files(tuple(data) or (places.data(),))
    given = places.rdf_files(tuple(contributions)) if contributions else []
    try:
        return _checked(base, given, language, least)
    except UnreadableFileError as error:
        return _but_unreadable(base, given, language, least, error)


def _but_unreadable(base: list[Path], given: list[Path], language: str, least: Level, error: UnreadableFileError) -> Checked:
    """Validate what can be read beside files that cannot."""
    from .unreadable import findings

    known = {file.resolve() for file in base}
    missing = problems(base)
    left_out = problems([file for file in given if file.resolve() not in known])
    if not missing and not left_out:  # what cannot be read is the ontology's, or was mended this moment
        raise error
    first = UnreadableFileError([*missing, *left_out][0])
    told = findings([*missing, *left_out], language, alone=bool(missing))
    unreadable = {problem.file for problem in left_out}
    rest = [file for file in given if file not in unreadable]
    checked = Checked([], 0) if missing or not rest else _checked(base, rest, language, least)
    return checked._replace(findings=sorted([*told, *checked.findings], key=lambda finding: finding.order), unreadable=first)


def _checked(base: list[Path], given: list[Path], language: str, least: Level) -> Checked:
    if not given:
        return _whole(base, language, least)
    known = {file.resolve() for file in base}
    new = [file for file in given if file.resolve() not in known]
    own = {file.resolve() for file in given} & known
    found: list[Finding] = []
    lighter = 0
    cut = False
    notes: tuple[str, ...] = ()
    if new:
        found, lighter, cut, _, notes = _contributed(base, new, language, least)
    if own:
        # Every level is told here: only what is told has a place.
        whole = _whole(base, language, Level.INFO)
        cut = cut or whole.cut
        notes = notes or whole.notes
        inside = [finding for finding in whole.findings if finding.location is not None and finding.location.file.resolve() in own]
        found += [finding for finding in inside if finding.level >= least]
        lighter += sum(finding.level < least for finding in inside)
    return Checked(sorted(found, key=lambda finding: finding.order), lighter, cut, notes=notes)


def mend(data: Sequence[Path] = (), contributions: Sequence[Path] = (), language: str = "en") -> tuple[Checked, list[Path]]:
    """Make the repairs that are certain in the files that are validated, and in no others.

    :returns: what remains, and the files that changed
    :raises InputError: if a file cannot be read or written, or changes meanwhile
    """
    from .fixing import apply_all

    files = places.rdf_files(tuple(contributions) or tuple(data) or (places.data(),))
    checked = Checked([], 0)

    def run() -> list[Finding]:
        nonlocal checked
        checked = check(data, contributions, language)
        return checked.findings

    _, changed = apply_all(run, files)
    return checked, changed


def check_endpoint(engine: EndpointEngine, language: str = "en", least: Level = Level.INFO) -> tuple[Checked, list[str]]:
    """Validate what an endpoint holds.

    :returns: what was found, and notes on what could not be checked
    :raises DataError: if the endpoint holds no moves, or nothing derived from them
    :raises EngineError: if it is out of reach, too slow, or answers with an error
    """
    from .remote import EndpointGraph

    graph = EndpointGraph(engine)
    return _told(graph.evaluate(_MOST_RESULTS), graph, language, least), graph.notes


def _whole(files: list[Path], language: str, least: Level) -> Checked:
    graph = DataGraph(files)
    return _with_removed(_told(graph.evaluate(_MOST_RESULTS), graph, language, least), look(graph.store, files, language))


def _contributed(base: list[Path], new: list[Path], language: str, least: Level) -> Checked:
    from .changes import Change
    from .incremental import Base

    graph = DataGraph(base)
    statements = _statements(new)
    results = Base(graph).check(statements, _MOST_RESULTS)
    if results:  # findings name what the contribution says, which therefore has to be there, and point there first
        Change(graph.store, statements)
    graph.files = [*new, *graph.files]
    said = [Quad(*statement) for statement in statements]
    return _with_removed(_told(results, graph, language, least), look(graph.store, graph.files, language, said))


def _with_removed(checked: Checked, looked: Looked) -> Checked:
    """Add what names people who were taken out."""
    if not (looked.findings or looked.notes):
        return checked
    found = sorted([*checked.findings, *looked.findings], key=lambda finding: finding.order)
    return checked._replace(findings=found, notes=(*checked.notes, *looked.notes))


def _statements(files: list[Path]) -> list[Statement]:
    store = Store()
    load(store, files, CURATED)
    refuse((quad.subject for quad in store), files)
    return [(quad.subject, quad.predicate, quad.object) for quad in store]


def _told(results: list[Result], graph: Described, language: str, least: Level) -> Checked:
    rules = by_shape()
    heavy = [result for result in results if rules[unbracketed(result.shape)].level >= least]
    kinds = {result._replace(bindings=()) for result in heavy}
    lighter = len({result._replace(bindings=()) for result in results}) - len(kinds)
    if not heavy:
        return Checked([], lighter)
    cut = len(kinds) > _MOST_FINDINGS or len(results) >= _MOST_RESULTS
    if cut:  # the gravest of them
        heavy = sorted(heavy, key=lambda result: -rules[unbracketed(result.shape)].level)[:_MOST_FINDINGS]
    from .telling import findings  # with all that it takes to find places and to word repairs

    return Checked(findings(heavy, graph, language), lighter, cut)
