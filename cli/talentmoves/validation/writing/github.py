"""Findings as workflow commands, which GitHub shows beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from ...places import display
from ..findings import Finding, Level, Location
from .outcome import Outcome
from .snippets import safe
from .sources import Sources

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def write(outcome: Outcome) -> str:
    """Return one command a finding; nothing where there is nothing to say."""
    sources = Sources()
    names: dict[Path, str] = {}
    return "".join(_command(finding, sources, names) + "\n" for finding in outcome.shown)


def _command(finding: Finding, sources: Sources, names: dict[Path, str]) -> str:
    properties: dict[str, str | int] = {}
    if finding.location is not None:
        place = finding.location
        properties |= {"file": _file(place.file, names), "line": place.line, "col": place.column}
        line, column = sources.end(place)
        properties |= {"endColumn": column} if line == place.line else {"endLine": line}
    properties["title"] = finding.code
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    lines = [f"{safe(finding.label)}: {safe(finding.message)}"]
    lines += [safe(note.text) + (f" ({_place(note.location, names)})" if note.location else "") for note in finding.notes]
    lines += [safe(finding.repair), finding.page]
    message = _data("\n".join(lines))
    return f"::{_COMMANDS[finding.level]} {listed}::{message}"


def _place(location: Location, names: dict[Path, str]) -> str:
    return f"{_file(location.file, names)}:{location.line}"


def _file(file: Path, names: dict[Path, str]) -> str:
    if file not in names:
        names[file] = safe(_in_repository(file))
    return names[file]


def _in_repository(file: Path) -> str:
    # GitHub matches files by their path in the repository, wherever the job's step runs.
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace:
        with contextlib.suppress(ValueError, OSError):
            return file.resolve().relative_to(Path(workspace).resolve()).as_posix()
    return display(file)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
