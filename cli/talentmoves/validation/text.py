"""Findings as text: what is wrong, the line it stands on, what else belongs to it, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .findings import Finding, Level
from .outcome import Outcome
from .snippets import BLUE, BOLD, Mark, Style, bar, change, last_line, place, safe
from .sources import Sources

LEVELS = {
    "en": {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "info"},
    "zh": {Level.ERROR: "错误", Level.WARNING: "警告", Level.INFO: "提示"},
}
_COLOURS = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.INFO: "1;36"}
_NOTE = {"en": "note", "zh": "注意"}
_AND = {"en": "; ", "zh": "；"}
_HELP = {"en": "help", "zh": "修正"}
_CLEAN = {"en": "Clean: no findings.", "zh": "没有发现问题。"}
_FINE = {"en": "Clean: nothing that needs mending.", "zh": "没有需要修正的问题。"}
_HIDDEN = {"en": "({count} lighter not shown; --level info shows all.)", "zh": "（另有 {count} 条较轻的未显示；--level info 可查看。）"}
_KNOWN = {"en": "({count} in the baseline, not shown.)", "zh": "（基线中已有的 {count} 条未显示。）"}
_NEXT = {
    "en": "Next: mend the first one, then run moves validate again; moves explain {code} tells more.",
    "zh": "下一步：先修正第一条，再运行 moves validate；moves explain {code} 可查看详情。",
}
_FIX = {
    "en": "Next: moves validate --fix mends {count} of them; moves explain {code} tells more.",
    "zh": "下一步：moves validate --fix 可自动修正其中 {count} 条；moves explain {code} 可查看详情。",
}
_INDENT = " " * 6


def write_outcome(outcome: Outcome) -> str:
    """Return the findings that are to be shown as text."""
    shown = outcome.shown
    return write(
        shown,
        outcome.language,
        outcome.colour,
        hidden=outcome.hidden,
        known=len(outcome.known),
        columns=outcome.columns,
        mendable=outcome.mendable,
    )


def write(
    findings: Sequence[Finding],
    language: str = "en",
    colour: bool = False,
    hidden: int = 0,
    known: int = 0,
    columns: int | None = None,
    mendable: int = 0,
) -> str:
    """Return the findings as text, in the order given, with a count and the next step at the end.

    :param hidden: how many lighter ones are not among them
    :param known: how many are not among them because the baseline holds them
    :param language: ``en`` or ``zh``
    :param colour: whether the text is coloured for a terminal
    :param columns: how many columns a line of source may take; longer ones are cut around what is meant
    :param mendable: how many of them ``--fix`` mends
    """
    below = f" {_HIDDEN[language].format(count=hidden)}" if hidden else ""
    below += f" {_KNOWN[language].format(count=known)}" if known else ""
    if not findings:
        return (_FINE if hidden else _CLEAN)[language] + below + "\n"
    style = Style(colour, columns)
    sources = Sources()
    lines: list[str] = []
    for finding in findings:
        lines += [*one(finding, language, style, sources), ""]
    heaviest = max(findings, key=lambda finding: finding.level)
    following = (_FIX if mendable else _NEXT)[language].format(code=heaviest.code, count=mendable)
    return "\n".join([*lines, style.paint(BOLD, count(findings, language)) + below, following]) + "\n"


def one(finding: Finding, language: str, style: Style, sources: Sources) -> list[str]:
    """Return the lines that show one finding."""
    code = _COLOURS[finding.level]
    word = style.paint(code, f"{LEVELS[language][finding.level]}[{finding.code}]")
    lines = [word + style.paint(BOLD, f": {safe(finding.label)}: {safe(finding.message)}")]
    margin = _margin(finding, sources)
    if finding.location is not None:
        said = _AND[language].join(safe(note.text) for note in finding.notes if note.location == finding.location)
        lines += place(finding.location, "-->", Mark("^", code, said), sources, margin, style)
    for note in finding.notes:
        if note.location is not None and note.location != finding.location:
            lines.append(bar(margin, style))
            lines += place(note.location, ":::", Mark("-", BLUE, safe(note.text)), sources, margin, style)
    for note in finding.notes:
        if note.location is None:
            lines.append(_said(_NOTE[language], note.text, style))
    lines.append(_said(_HELP[language], finding.repair, style))
    if finding.edit is not None:
        if finding.location is None or finding.edit.location.file != finding.location.file:
            where = finding.edit.location
            lines.append(f"{' ' * margin}{style.paint(BLUE, '-->')} {safe(sources.name(where.file))}:{where.line}:{where.column}")
        lines += change(finding.edit, sources, margin, style)
    if finding.block:
        # Nothing but spaces in front, so that it can be copied from the screen.
        block = [(_INDENT + safe(line.expandtabs(2))).rstrip() for line in finding.block.strip("\n").split("\n")]
        lines += ["", *block, ""]
    return [*lines, f"  {style.paint(BLUE, '=')} {finding.page}"]


def count(findings: Sequence[Finding], language: str) -> str:
    """Return how many findings there are of each level, as a sentence."""
    counts = Counter(finding.level for finding in findings)
    levels = [level for level in sorted(Level, reverse=True) if counts[level]]
    if language == "zh":
        return "、".join(f"{counts[level]} 条{LEVELS['zh'][level]}" for level in levels) + "。"
    plural = {Level.ERROR: "errors", Level.WARNING: "warnings", Level.INFO: "infos"}
    return ", ".join(f"{counts[level]} {level.word if counts[level] == 1 else plural[level]}" for level in levels) + "."


def _said(word: str, words: str, style: Style) -> str:
    return f"  {style.paint(BLUE, '=')} {style.paint(BOLD, word)}: {safe(words)}"


def _margin(finding: Finding, sources: Sources) -> int:
    numbers = [note.location.line for note in finding.notes if note.location is not None]
    if finding.location is not None:
        numbers.append(finding.location.line)
    if finding.edit is not None:
        numbers.append(last_line(finding.edit.location, sources, finding.edit))
    return len(str(max(numbers, default=1)))
