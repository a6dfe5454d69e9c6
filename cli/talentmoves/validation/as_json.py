"""Findings as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..places import display
from .findings import Finding


def write(findings: Sequence[Finding]) -> str:
    """Return the findings as a JSON object with one member, ``findings``, in the order given."""
    rows = []
    for finding in findings:
        place = finding.location
        rows.append(
            {
                "code": finding.code,
                "level": finding.level.word,
                "file": display(place.file) if place else None,
                "line": place.line if place else None,
                "column": place.column if place else None,
                "length": place.length if place else None,
                "focus": finding.focus,
                "label": finding.label,
                "path": finding.path or None,
                "value": finding.value or None,
                "message": finding.message,
                "repair": finding.repair,
                "page": finding.page,
            }
        )
    return json.dumps({"findings": rows}, ensure_ascii=False, indent=2) + "\n"
