"""The wrong and the right example of a rule: what differs between them, with what is needed to read it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ... import places

#: Stands for lines that both examples share.
_CUT = "  # …"


class Example(NamedTuple):
    """What a rule's case shows, as Turtle; the right side is empty where the wrong lines are just left out."""

    wrong: str
    right: str
    #: What the program prints of the wrong example.
    printed: str


@cache
def example(code: str) -> Example | None:
    """Return the example of a rule, nothing if it has no case."""
    folder = next(iter(sorted(places.rule_cases().glob(f"{code}-*"))), None)
    if folder is None:
        return None
    wrong, right = _blocks(folder / "bad.ttl"), _blocks(folder / "good.ttl")
    changed = [subject for subject in wrong if wrong[subject] != right.get(subject)]
    added = [subject for subject in right if subject not in wrong]
    renamed = dict(zip([subject for subject in changed if subject not in right], added, strict=False))
    printed = (folder / "expected.txt").read_text(encoding="utf-8").rpartition("\n\n")[0]
    pointed = _pointed(folder / "bad.ttl", printed)
    bad, good = [], []
    for subject in wrong:
        if subject in changed:
            before, after = wrong[subject], right.get(subject) or right.get(renamed.get(subject, ""), [])
            bad.append(_shown(before, after, pointed.get(subject, [])))
            good += [_shown(after, before, pointed.get(subject, []))] if after else []
        elif subject in pointed:
            # What differs stands elsewhere than what the program points to, or is missing beside it.
            bad.append(_shown(wrong[subject], wrong[subject] if changed else [], pointed[subject]))
    good += [right[subject] for subject in added if subject not in renamed.values()]
    return Example(_joined(bad), _joined(good), printed)


def _blocks(file: Path) -> dict[str, list[str]]:
    text = file.read_text(encoding="utf-8")
    blocks = [block.strip("\n").split("\n") for block in text.split("\n\n")]
    return {block[0]: block for block in blocks if block[0] and not block[0].startswith(("@prefix", "#"))}


def _pointed(file: Path, printed: str) -> dict[str, list[str]]:
    """Return the lines that the program points to, by the first line of their blocks."""
    lines = file.read_text(encoding="utf-8").splitlines()
    found: dict[str, list[str]] = {}
    for number in map(int, re.findall(r"bad\.ttl:(\d+):", printed)):
        start = min(number, len(lines)) - 1
        while start and lines[start - 1]:
            start -= 1
        found.setdefault(lines[start], []).append(lines[number - 1] if number <= len(lines) else "")
    return found


def _shown(block: list[str], other: list[str], pointed: list[str]) -> list[str]:
    """Return the first two lines of a block, those that the other one has not, and those that are pointed to.

    What is left out or added is shown between the lines around it.
    """
    keep = {at for at, line in enumerate(block) if at < 2 or not other or line in pointed}
    for kind, start, end, _, _ in SequenceMatcher(None, block, other, autojunk=False).get_opcodes():
        around = {"equal": None, "replace": 0}.get(kind, 1)
        if around is not None:
            keep |= set(range(start - around, end + around))
    return _kept(block, keep)


def _kept(block: list[str], keep: set[int]) -> list[str]:
    lines: list[str] = []
    for at, line in enumerate(block):
        if at in keep:
            lines.append(line)
        elif lines[-1] != _CUT:
            lines.append(_CUT)
    return lines


def _joined(blocks: list[list[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks)
