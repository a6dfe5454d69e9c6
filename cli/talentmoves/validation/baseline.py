"""Baselines: the findings that are known and accepted, so that only new ones make a validation fail.

A baseline is JSON, sorted, with one entry a finding; ``docs/validate.md`` describes it. It tells
nothing about lines, so that editing a file does not make old findings new ones.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..output import replace
from .findings import Finding
from .identity import Identity, identity, numbered
from .writing.snippets import safe

FORMAT = "talent-moves baseline"
VERSION = 1

Baseline = Counter[Identity]


def write(findings: Sequence[Finding], file: Path) -> None:
    """Write a baseline of these findings.

    :raises InputError: if the file cannot be written
    """
    counts = Counter(map(identity, findings))
    entries = [{**known._asdict(), "count": count} for known, count in sorted(counts.items())]
    content = json.dumps({"format": FORMAT, "version": VERSION, "findings": entries}, ensure_ascii=False, indent=2) + "\n"
    replace(file, content.encode("utf-8", "replace"))


def read(file: Path) -> Baseline:
    """Return a baseline.

    :raises InputError: if the file cannot be read or is no baseline
    """
    try:
        content = json.loads(file.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise InputError(f"{file}: there is no such baseline.", f"Write one: moves validate --write-baseline {file}") from None
    except OSError as error:
        raise InputError(f"{file}: the baseline cannot be read ({error.strerror}).", "Check the path and the permissions of the file.") from None
    except UnicodeDecodeError:
        raise _damaged(file, "it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise _damaged(file, f"{error.msg}", f":{error.lineno}:{error.colno}") from None
    except (RecursionError, ValueError):
        raise _damaged(file, "it is no JSON that can be read") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _damaged(file, f'it lacks "format": "{FORMAT}"')
    if content.get("version") != VERSION:
        raise _damaged(file, f"it has version {safe(str(content.get('version')))[:20]}, and this program reads version {VERSION}")
    entries = content.get("findings")
    if not isinstance(entries, list):
        raise _damaged(file, '"findings" is no list')
    found: Baseline = Counter()
    for number, entry in enumerate(entries, 1):
        known, count = _entry(file, number, entry)
        found[known] += count
    return found


def _entry(file: Path, number: int, entry: Any) -> tuple[Identity, int]:
    if not isinstance(entry, dict):
        raise _damaged(file, f"finding {number} is no object")
    for name in Identity._fields:
        if not isinstance(entry.get(name), str):
            raise _damaged(file, f'finding {number} has no "{name}"')
    count = entry.get("count")
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise _damaged(file, f'the "count" of finding {number} is no number of findings')
    return Identity(*(entry[name] for name in Identity._fields)), count


def _damaged(file: Path, reason: str, place: str = "") -> InputError:
    return InputError(f"{file}{place}: this is not a baseline: {reason}.", f"Write it anew: moves validate --write-baseline {file}")


def counted(count: int) -> str:
    """Return a number of findings in words."""
    return "1 finding" if count == 1 else f"{count} findings"


def split(findings: Sequence[Finding], baseline: Baseline) -> tuple[list[Finding], list[Finding], int]:
    """Return the findings that are not in the baseline, those that are, and how many of the baseline are gone.

    Of several that are the same, as many are known as the baseline counts.
    """
    new: list[Finding] = []
    known: list[Finding] = []
    for finding, same, before in numbered(findings):
        (known if before < baseline[same] else new).append(finding)
    return new, known, baseline.total() - len(known)
