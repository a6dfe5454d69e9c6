"""Findings as JSON; ``schema/findings.schema.json`` says what is in it."""

from __future__ import annotations

import json
from typing import Any

from ...vocabulary import BASE
from ..findings import Finding, Location
from .outcome import Outcome
from .sources import Sources

SCHEMA = BASE + "schema/findings.schema.json"
VERSION = 1


def write(outcome: Outcome) -> str:
    """Return the findings that are to be shown as a JSON object, in the order given."""
    sources = Sources()
    shown = outcome.shown
    content = {
        "$schema": SCHEMA,
        "version": VERSION,
        "language": outcome.language,
        "failed": outcome.failed,
        "hidden": outcome.hidden,
        "inBaseline": len(outcome.known),
        "findings": [_finding(finding, sources) for finding in shown],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, sources: Sources) -> dict[str, Any]:
    edit = finding.edit
    return {
        "code": finding.code,
        "level": finding.level.word,
        **_place(finding.location, sources),
        "focus": finding.focus,
        "label": finding.label,
        "path": finding.path or None,
        "value": finding.value or None,
        "message": finding.message,
        "repair": finding.repair,
        "page": finding.page,
        "notes": [{"text": note.text, **_place(note.location, sources)} for note in finding.notes],
        "edit": edit and {**_place(edit.location, sources), "replacement": edit.replacement, "certain": edit.certain},
        "block": finding.block or None,
        "shape": finding.shape or None,
        "component": finding.component or None,
    }


def _place(location: Location | None, sources: Sources) -> dict[str, str | int | None]:
    if location is None:
        return dict.fromkeys(("file", "line", "column", "length", "endLine", "endColumn"))
    line, column = sources.end(location)
    return {
        "file": sources.name(location.file),
        "line": location.line,
        "column": location.column,
        "length": location.length,
        "endLine": line,
        "endColumn": column,
    }
