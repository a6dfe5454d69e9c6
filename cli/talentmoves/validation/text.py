"""Findings as text: what is wrong, the line it stands on, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..formats.cells import visible, width
from ..places import display
from .findings import Finding, Level, Location

_LEVELS = {
    "en": {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "info"},
    "zh": {Level.ERROR: "错误", Level.WARNING: "警告", Level.INFO: "提示"},
}
_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.INFO: "36"}
_HELP = {"en": "help", "zh": "修正"}
_CLEAN = {"en": "Clean: no findings.", "zh": "没有发现问题。"}
_FINE = {"en": "Clean: nothing that needs mending.", "zh": "没有需要修正的问题。"}
_HIDDEN = {"en": "({count} lighter findings are hidden; --level info shows them.)", "zh": "（另有 {count} 条较轻的未显示；--level info 可查看。）"}
_NEXT = {
    "en": "Next: mend the first one, then run moves validate again; moves explain {code} tells more.",
    "zh": "下一步：先修正第一条，再运行 moves validate；moves explain {code} 可查看详情。",
}


def write(findings: Sequence[Finding], language: str = "en", colour: bool = False, hidden: int = 0) -> str:
    """Return the findings as text, in the order given, with a count at the end.

    :param hidden: how many lighter ones are not among them
    :param language: ``en`` or ``zh``
    :param colour: whether the level is coloured for a terminal
    """
    below = f" {_HIDDEN[language].format(count=hidden)}" if hidden else ""
    if not findings:
        return (_FINE if hidden else _CLEAN)[language] + below + "\n"
    lines: list[str] = []
    cache: dict[Path, list[str]] = {}
    for finding in findings:
        lines += _one(finding, language, colour, cache)
        lines.append("")
    heaviest = max(findings, key=lambda finding: finding.level)
    lines += [_count(findings, language) + below, _NEXT[language].format(code=heaviest.code)]
    return "\n".join(lines) + "\n"


def _one(finding: Finding, language: str, colour: bool, cache: dict[Path, list[str]]) -> list[str]:
    word = f"{_LEVELS[language][finding.level]}[{finding.code}]"
    if colour:
        word = f"\x1b[1;{_COLOURS[finding.level]}m{word}\x1b[0m"
    lines = [f"{word}: {visible(finding.label)}: {visible(finding.message)}"]
    if finding.location is not None:
        lines += _place(finding.location, cache)
    return [*lines, f"  = {_HELP[language]}: {visible(finding.repair)}", f"  = {finding.page}"]


def _place(location: Location, cache: dict[Path, list[str]]) -> list[str]:
    if location.file not in cache:
        cache[location.file] = location.file.read_text(encoding="utf-8").splitlines()
    text = cache[location.file][location.line - 1].replace("\t", " ")
    margin = " " * len(str(location.line))
    caret = " " * width(text[: location.column - 1]) + "^" * max(width(text[location.column - 1 : location.column - 1 + location.length]), 1)
    return [
        f"{margin}--> {display(location.file)}:{location.line}:{location.column}",
        f"{margin} |",
        f"{location.line} | {visible(text)}",
        f"{margin} | {caret}",
    ]


def _count(findings: Sequence[Finding], language: str) -> str:
    counts = Counter(finding.level for finding in findings)
    levels = [level for level in sorted(Level, reverse=True) if counts[level]]
    if language == "zh":
        return "、".join(f"{counts[level]} 条{_LEVELS['zh'][level]}" for level in levels) + "。"
    plural = {Level.ERROR: "errors", Level.WARNING: "warnings", Level.INFO: "infos"}
    return ", ".join(f"{counts[level]} {level.word if counts[level] == 1 else plural[level]}" for level in levels) + "."
