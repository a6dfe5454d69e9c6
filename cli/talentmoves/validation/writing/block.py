"""One finding as text: what is wrong, the line it stands on, what else belongs to it, and how to mend it."""

from __future__ import annotations

from ..findings import Finding, Level
from ..levels import LEVELS
from .snippets import BLUE, BOLD, Mark, Style, bar, change, last_line, place, safe
from .sources import Sources

_COLOURS = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.INFO: "1;36"}
_NOTE = {"en": "note", "zh": "注意"}
_AND = {"en": "; ", "zh": "；"}
_HELP = {"en": "help", "zh": "修正"}
_INDENT = " " * 6


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


def _said(word: str, words: str, style: Style) -> str:
    return f"  {style.paint(BLUE, '=')} {style.paint(BOLD, word)}: {safe(words)}"


def _margin(finding: Finding, sources: Sources) -> int:
    numbers = [note.location.line for note in finding.notes if note.location is not None]
    if finding.location is not None:
        numbers.append(finding.location.line)
    if finding.edit is not None:
        numbers.append(last_line(finding.edit.location, sources, finding.edit))
    return len(str(max(numbers, default=1)))
