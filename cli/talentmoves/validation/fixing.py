"""Make the repairs that are certain, and change nothing else in the files."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..errors import InputError
from ..output import replace
from ..places import display
from . import offsets
from .findings import Edit, Finding

#: A repair can bring another one to light, such as a misspelt property a date of the wrong kind.
_ROUNDS = 5


def certain(findings: Sequence[Finding]) -> list[Edit]:
    """Return the edits that are certain, each once, in the order of the findings."""
    return list(dict.fromkeys(finding.edit for finding in findings if finding.edit is not None and finding.edit.certain))


def fix(findings: Sequence[Finding], checked: Mapping[Path, str] | None = None) -> dict[Path, str]:
    """Return the new text of every file that certain edits change. No file is written.

    Of edits that overlap only the first is made; what remains shows when the files are validated again.

    :param checked: the texts of the files as they were checked, by their resolved paths
    :raises InputError: if a file cannot be read, or has changed since the findings were made
    """
    return {file: new for file, (_, new) in _fixed(findings, checked or {}).items()}


def apply(findings: Sequence[Finding], checked: Mapping[Path, str] | None = None) -> list[Path]:
    """Make the certain edits in the files, and return the files that changed.

    :param checked: the texts of the files as they were checked, by their resolved paths
    :raises InputError: if a file cannot be read or written, is write-protected, or changes meanwhile
    """
    changed = _fixed(findings, checked or {})
    for file in changed:
        _require_permission(file)
    for file, (old, new) in changed.items():
        if _read(file) != old:
            raise _meanwhile(file)
        _write(file, new)
    return list(changed)


def apply_all(validate: Callable[[], Sequence[Finding]], files: Sequence[Path]) -> tuple[Sequence[Finding], list[Path]]:
    """Validate and repair until nothing certain is left.

    :param validate: reads the files and returns their findings
    :param files: the files to repair; edits elsewhere are left alone
    :returns: the findings that remain, and the files that changed
    :raises InputError: if a file cannot be read or written, or changes meanwhile
    """
    changed: dict[Path, None] = {}
    for _ in range(_ROUNDS):
        checked = _texts(files)
        findings = validate()
        inside = [finding for finding in findings if finding.edit is not None and finding.edit.location.file.resolve() in checked]
        mended = apply(inside, checked)
        if not mended:
            return findings, list(changed)
        changed.update(dict.fromkeys(mended))
    return validate(), list(changed)


def _fixed(findings: Sequence[Finding], checked: Mapping[Path, str]) -> dict[Path, tuple[str, str]]:
    by_file: dict[Path, list[Edit]] = {}
    for edit in certain(findings):
        # Two names of one file are one file.
        by_file.setdefault(edit.location.file.resolve(), []).append(edit)
    fixed = {}
    for file, edits in by_file.items():
        old = _read(file)
        if checked.get(file, old) != old:
            raise _meanwhile(file)
        new = _edited(file, old, edits)
        if new != old:
            fixed[file] = (old, new)
    return fixed


def _texts(files: Sequence[Path]) -> dict[Path, str]:
    texts = {}
    for file in files:
        # What cannot be read is for the validation to tell.
        with contextlib.suppress(OSError, UnicodeDecodeError):
            texts[file.resolve()] = offsets.read(file)
    return texts


def _edited(file: Path, text: str, edits: Sequence[Edit]) -> str:
    source = offsets.Text(file, text)
    made: list[tuple[int, int, str]] = []
    for edit in edits:
        start = source.offset(edit.location)
        end = start + edit.location.length
        if start < 0 or end > len(text):
            raise _meanwhile(file)
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in made):
            made.append((start, end, edit.replacement))
    for start, end, replacement in sorted(made, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def _read(file: Path) -> str:
    try:
        return offsets.read(file)
    except OSError as error:
        raise InputError(f"{display(file)}: cannot be read ({error.strerror}).", "Run the same command again.") from None
    except UnicodeDecodeError:
        raise _meanwhile(file) from None


def _require_permission(file: Path) -> None:
    # The new text comes in a new file, which the permissions of the old one do not hinder; nor does anything hinder root.
    if not os.access(file, os.W_OK) or not file.stat().st_mode & 0o222:
        hint = "Allow it first (chmod u+w), or leave the file out."
        raise InputError(f"{display(file)}: is write-protected, so it cannot be mended.", hint)


def _write(file: Path, text: str) -> None:
    mode = file.stat().st_mode & 0o7777
    replace(file, text.encode("utf-8"))
    if file.stat().st_mode & 0o7777 != mode:
        file.chmod(mode)


def _meanwhile(file: Path) -> InputError:
    return InputError(f"{display(file)}: changed while it was being checked, so nothing was mended in it.", "Run the same command again.")
