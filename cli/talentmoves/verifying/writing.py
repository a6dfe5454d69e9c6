"""Write what a check found, for people and as JSON."""

from __future__ import annotations

import json
from itertools import groupby
from typing import Any

from ..formats.cells import visible
from ..release.staging import SUMS
from .outcome import Outcome, Problem

_SHOWN = 20
# What would begin a line of its own, or feign a column, where it stands in a name.
_BREAKS = str.maketrans({"\t": r"\u0009", "\n": r"\u000a"})


def text(outcome: Outcome) -> str:
    """Return it for reading in a terminal."""
    lines: list[str] = []
    for _, group in groupby(outcome.problems, key=lambda problem: problem.kind):
        problems = list(group)
        for problem in problems[:_SHOWN]:
            lines += _lines(problem)
        if len(problems) > _SHOWN:
            lines.append(f"… and {len(problems) - _SHOWN:,} more of this kind; -f json tells all.")
    lines += [f"Note: {_line(note)}" for note in outcome.notes]
    return "\n".join([*lines, _last(outcome)]) + "\n"


def _line(text: str) -> str:
    """Return text that stays in one line and deceives nobody, whatever names are in it."""
    return visible(text).translate(_BREAKS)


def _lines(problem: Problem) -> list[str]:
    lines = [_line(problem.message)]
    lines += [f"  – {_line(detail)}" for detail in problem.details]
    if altered := problem.alteration:
        lines += [f"  – {_line(item)}" for item in altered.told]
        for sign, some, count in (("+", altered.added, altered.added_count), ("-", altered.removed, altered.removed_count)):
            lines += [f"  {sign} {_line(line)}" for line in some]
            if count > len(some):
                lines.append(f"  {sign} … and {count - len(some):,} more")
    return lines


def _last(outcome: Outcome) -> str:
    files = f"{outcome.files:,} file(s) are as {SUMS} says"
    if not outcome.whole:
        what = "Not whole" if outcome.exit_code == 1 else "Not checked to the end"
        return f"{what}: {len(outcome.problems):,} problem(s); {files}."
    graphs = f", and {outcome.statements:,} statements have the hash that they should have" if outcome.statements else ""
    signed = f" Signed by {_line(outcome.signed)}." if outcome.signed else ""
    return f"Whole: {files}{graphs}.{signed}"


def as_json(outcome: Outcome) -> str:
    """Return it as JSON."""
    content = {
        "release": outcome.release,
        "whole": outcome.whole,
        "files": outcome.files,
        "statements": outcome.statements or None,
        "signed": outcome.signed or None,
        "problems": [_problem(problem) for problem in outcome.problems],
        "notes": outcome.notes,
    }
    # Escaped where it is not ASCII: names of files may hold what no encoding has.
    return json.dumps(content, indent=2) + "\n"


def _problem(problem: Problem) -> dict[str, Any]:
    content: dict[str, Any] = {
        "kind": problem.kind.value,
        "file": problem.name,
        "message": problem.message,
        "details": problem.details,
    }
    if altered := problem.alteration:
        content["changes"] = altered.told
        content["added"] = {"count": altered.added_count, "first": altered.added}
        content["removed"] = {"count": altered.removed_count, "first": altered.removed}
    return content
