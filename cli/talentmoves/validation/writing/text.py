"""Findings as text for people, with a count and the next step at the end."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Sequence

from ..findings import Finding, Level
from ..levels import LEVELS
from .outcome import Outcome

_CLEAN = {"en": "Clean: no findings.", "zh": "没有发现问题。"}
_FINE = {"en": "Clean: nothing that needs mending.", "zh": "没有需要修正的问题。"}
_HIDDEN = {"en": "({count} lighter not shown; --level info shows all.)", "zh": "（另有 {count} 条较轻的未显示；--level info 可查看。）"}
_KNOWN = {"en": "({count} in the baseline, not shown.)", "zh": "（基线中已有的 {count} 条未显示。）"}
_NEXT = {
    "en": "Next: mend the first one, then run {again} again; moves explain {code} tells more.",
    "zh": "下一步：先修正第一条，再运行 {again}；moves explain {code} 可查看详情。",
}
_FIX = {
    "en": "Next: {fix} mends {count} of them; moves explain {code} tells more.",
    "zh": "下一步：{fix} 可自动修正其中 {count} 条；moves explain {code} 可查看详情。",
}


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
        arguments=outcome.arguments,
    )


def write(
    findings: Sequence[Finding],
    language: str = "en",
    colour: bool = False,
    hidden: int = 0,
    known: int = 0,
    columns: int | None = None,
    mendable: int = 0,
    arguments: Sequence[str] = (),
) -> str:
    """Return the findings as text, in the order given, with a count and the next step at the end.

    :param hidden: how many lighter ones are not among them
    :param known: how many are not among them because the baseline holds them
    :param language: ``en`` or ``zh``
    :param colour: whether the text is coloured for a terminal
    :param columns: how many columns a line of source may take; longer ones are cut around what is meant
    :param mendable: how many of them ``--fix`` mends
    :param arguments: what ``moves validate`` was told to check, for the next step to check the same
    """
    below = f" {_HIDDEN[language].format(count=hidden)}" if hidden else ""
    below += f" {_KNOWN[language].format(count=known)}" if known else ""
    if not findings:
        return (_FINE if hidden else _CLEAN)[language] + below + "\n"
    # Imported late, so that a validation that finds nothing starts quickly.
    from .block import one
    from .snippets import BOLD, Style, safe
    from .sources import Sources

    style = Style(colour, columns)
    sources = Sources()
    lines: list[str] = []
    for finding in findings:
        lines += [*one(finding, language, style, sources), ""]
    heaviest = max(findings, key=lambda finding: finding.level)
    again, fix = (safe(shlex.join(("moves", "validate", *more, *arguments))) for more in ((), ("--fix",)))
    following = (_FIX if mendable else _NEXT)[language].format(code=heaviest.code, count=mendable, again=again, fix=fix)
    return "\n".join([*lines, style.paint(BOLD, count(findings, language)) + below, following]) + "\n"


def count(findings: Sequence[Finding], language: str) -> str:
    """Return how many findings there are of each level, as a sentence."""
    counts = Counter(finding.level for finding in findings)
    levels = [level for level in sorted(Level, reverse=True) if counts[level]]
    if language == "zh":
        return "、".join(f"{counts[level]} 条{LEVELS['zh'][level]}" for level in levels) + "。"
    plural = {Level.ERROR: "errors", Level.WARNING: "warnings", Level.INFO: "infos"}
    return ", ".join(f"{counts[level]} {level.word if counts[level] == 1 else plural[level]}" for level in levels) + "."
