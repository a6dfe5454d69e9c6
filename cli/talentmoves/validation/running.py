"""Validate a data set, or a contribution to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .. import places
from .data_graph import DataGraph
from .findings import Finding
from .telling import findings


def validate(data: Sequence[Path] = (), contributions: Sequence[Path] = (), language: str = "en") -> list[Finding]:
    """Return what is wrong, sorted by place.

    :param data: Turtle files and folders to use in place of the project's own ``data/``
    :param contributions: files to check in the context of that data set: only what they cause is
        returned, wherever it shows; files that already belong to the data set are checked as they are
    :param language: ``en`` or ``zh``
    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if there is nothing to validate
    """
    base = places.rdf_files(tuple(data) or (places.data(),))
    if not contributions:
        return _findings(base, language)
    given = places.rdf_files(tuple(contributions))
    known = {file.resolve() for file in base}
    new = [file for file in given if file.resolve() not in known]
    merged = _findings([*base, *new], language)
    inside = {file.resolve() for file in given}
    outside = [finding for finding in merged if finding.location is None or finding.location.file.resolve() not in inside]
    if new and outside:
        before = {_identity(finding) for finding in _findings(base, language)}
        outside = [finding for finding in outside if _identity(finding) not in before]
    elif not new:
        outside = []
    kept = set(map(_identity, outside))
    return [
        finding for finding in merged if (finding.location is not None and finding.location.file.resolve() in inside) or _identity(finding) in kept
    ]


def _identity(finding: Finding) -> tuple[str, str, str, str]:
    return (finding.code, finding.focus, finding.path, finding.value)


def _findings(files: list[Path], language: str) -> list[Finding]:
    graph = DataGraph(files)
    return findings(graph.evaluate(), graph, language)
