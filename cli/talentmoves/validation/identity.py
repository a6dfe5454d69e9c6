"""What makes two findings the same one, wherever they stand and in whatever language they are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .findings import Finding

#: In place of the labels of blank nodes, which differ from run to run.
_BLANK = "_:"


class Identity(NamedTuple):
    """What stays of a finding when its lines move."""

    code: str
    focus: str
    path: str
    value: str
    shape: str


def identity(finding: Finding) -> Identity:
    """Return what a finding is known by: rule, entity, property, value and shape."""
    focus = finding.focus if ":" in finding.focus.removeprefix(_BLANK) else _BLANK
    value = _BLANK if finding.value.startswith(_BLANK) else finding.value
    return Identity(finding.code, focus, finding.path, value, finding.shape)


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Identity, int]]:
    """Yield findings with their identity, and with the number of those before that have the same."""
    seen: Counter[Identity] = Counter()
    for finding in findings:
        known = identity(finding)
        yield finding, known, seen[known]
        seen[known] += 1
