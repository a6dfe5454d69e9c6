"""Findings as SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (numbers below are its sections)."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ...vocabulary import BASE
from ..findings import Edit, Finding, Level, Location, Note
from ..identity import Identity, numbered
from ..rules.catalogue import catalogue
from ..rules.explanation import explain
from ..rules.rule import Rule
from ..rules.unreadable import RULE as UNREADABLE
from .outcome import Outcome
from .snippets import safe
from .sources import Sources

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_ROOT = "%SRCROOT%"
_PLACEHOLDER = re.compile(r"\{[?$]\w+\}")


def write(outcome: Outcome) -> str:
    """Return the findings that are to be shown as a SARIF log of one run."""
    from importlib.metadata import version

    sources = Sources()
    shown = outcome.shown
    codes = sorted({finding.code: finding for finding in shown}.items())
    index = {code: at for at, (code, _) in enumerate(codes)}
    driver = {
        "name": "moves validate",
        "fullName": "Talent Moves: validation",
        "informationUri": BASE,
        "version": version("talent-moves"),
        "rules": [_rule(finding, outcome.language) for _, finding in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": outcome.language,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        # Without an address: where the files lay on this machine helps nobody else.
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The working directory of the run."}}},
        "results": [_result(finding, index[finding.code], same, number, sources) for finding, same, number in numbered(shown)],
    }
    # Not indented: programs read it, and it is shorter and written in half the time.
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False) + "\n"


def _rule(finding: Finding, language: str) -> dict[str, Any]:
    rule: Rule | None = UNREADABLE if finding.code == UNREADABLE.code else catalogue().get(finding.code)
    if rule is None:
        return {"id": finding.code, "helpUri": finding.page, "defaultConfiguration": {"level": _LEVELS[finding.level]}}
    told = explain(rule, language)
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title[language]},
        "fullDescription": {"text": _PLACEHOLDER.sub("…", rule.message[language])},
        "help": {"text": told, "markdown": _markdown(told)},
        "helpUri": rule.page,
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _markdown(told: str) -> str:
    # The examples are indented by four spaces, which is how Markdown writes code; other lines must not run together.
    lines = [line if line.startswith("    ") or not line else line.replace("<", "&lt;") + "  " for line in told.splitlines()]
    return "\n".join(lines) + "\n"


def _result(finding: Finding, rule: int, same: Identity, number: int, sources: Sources) -> dict[str, Any]:
    words = [f"{finding.label}: {finding.message}", finding.repair]
    words += [note.text for note in finding.notes if note.location is None]
    location: dict[str, Any] = {"logicalLocations": [{"name": finding.label, "fullyQualifiedName": finding.focus}]}
    if finding.location is not None:
        location["physicalLocation"] = _physical(finding.location, sources)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.level],
        "message": {"text": _message("\n".join(map(safe, words)))},
        "locations": [location],
        "partialFingerprints": {"findingIdentity/v1": _fingerprint(same, number)},
    }
    located = [note for note in finding.notes if note.location is not None]
    if located:
        result["relatedLocations"] = [_related(at, note, sources) for at, note in enumerate(located, 1)]
    if finding.edit is not None:
        result["fixes"] = [_fix(finding.edit, finding.repair, sources)]
    return result


def _fingerprint(same: Identity, number: int) -> str:
    return hashlib.sha256(json.dumps([*same, number]).encode()).hexdigest()


def _message(text: str) -> str:
    # 3.11.6: [words](address) would be a link, and nobody but us may put one there.
    return text.replace("](", "] (")


def _related(at: int, note: Note, sources: Sources) -> dict[str, Any]:
    assert note.location is not None
    return {"id": at, "message": {"text": _message(safe(note.text))}, "physicalLocation": _physical(note.location, sources)}


def _fix(edit: Edit, repair: str, sources: Sources) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(edit.location, sources), "insertedContent": {"text": edit.replacement}}
    change = {"artifactLocation": _artifact(edit.location.file, sources), "replacements": [replacement]}
    return {"description": {"text": _message(safe(repair))}, "artifactChanges": [change]}


def _physical(location: Location, sources: Sources) -> dict[str, Any]:
    return {"artifactLocation": _artifact(location.file, sources), "region": _region(location, sources)}


def _region(location: Location, sources: Sources) -> dict[str, int]:
    line, column = sources.end(location)
    return {"startLine": location.line, "startColumn": location.column, "endLine": line, "endColumn": column}


def _artifact(file: Path, sources: Sources) -> dict[str, str]:
    name = Path(sources.name(file))
    if name.is_absolute() or ".." in name.parts:
        return {"uri": "file://" + _quoted(name.resolve())}
    return {"uri": _quoted(name), "uriBaseId": _ROOT}


def _quoted(path: Path) -> str:
    # From the bytes, so that names that are not UTF-8 come out right as well.
    return quote(os.fsencode(path.as_posix()), safe="/")
