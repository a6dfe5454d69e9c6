"""Findings as Markdown, for the summary that GitHub shows of a job (https://github.github.com/gfm/)."""

from __future__ import annotations

import re

from ...places import display
from ..findings import Finding
from ..levels import LEVELS
from .outcome import Outcome
from .snippets import safe
from .text import count

#: GitHub refuses a summary of more than a megabyte.
_MOST = 200
# All of ASCII's punctuation may be escaped by a backslash; these are what can begin markup, a link or a mention.
_ACTIVE = re.compile(r"([\\`*_{}\[\]()<>#!|~@&]|:(?=//)|(?<=www)\.)")
_WORDS = {
    "en": {
        "title": "Validation",
        "clean": "Clean: nothing that needs mending.",
        "head": "| Level | Rule | Where | What is wrong | How to mend it |",
        "more": "{count} more are not listed here.",
    },
    "zh": {
        "title": "验证结果",
        "clean": "没有需要修正的问题。",
        "head": "| 级别 | 规则 | 位置 | 问题 | 如何修正 |",
        "more": "另有 {count} 条未列出。",
    },
}


def write(outcome: Outcome) -> str:
    """Return the findings that are to be shown as a table, with their count above; the first two hundred of them."""
    words = _WORDS[outcome.language]
    shown = outcome.shown
    lines = [f"## {words['title']}", "", count(shown, outcome.language) if shown else words["clean"]]
    if shown:
        lines += ["", words["head"], "|---|---|---|---|---|", *(_row(finding, outcome.language) for finding in shown[:_MOST])]
    if len(shown) > _MOST:
        lines += ["", words["more"].format(count=len(shown) - _MOST)]
    return "\n".join(lines) + "\n"


def _row(finding: Finding, language: str) -> str:
    place = finding.location
    where = f"{_plain(display(place.file))}:{place.line}" if place else ""
    rule = f"[{finding.code}]({finding.page})"
    cells = (LEVELS[language][finding.level], rule, where, f"{_plain(finding.label)}: {_plain(finding.message)}", _plain(finding.repair))
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", safe(text))
