"""Files that cannot be read, told as findings."""

from __future__ import annotations

import os
from collections.abc import Sequence
from urllib.parse import quote

from ..dataset.unreadable import Problem
from ..places import display
from .findings import Finding, Location, Note
from .rules.unreadable import RULE

_NOTES = {
    "en": {
        "left out": "the file was left out; what refers to its entries may show as missing",
        "nothing else": "a file of the data set cannot be read, so nothing else was checked",
    },
    "zh": {
        "left out": "已略过此文件；引用其条目之处可能被报告为缺失",
        "nothing else": "数据集中有文件无法读取，因此未检查其他内容",
    },
}


def findings(problems: Sequence[Problem], language: str, alone: bool) -> list[Finding]:
    """Return a finding for each file that cannot be read.

    :param alone: whether nothing else was checked because of them
    """
    note = Note(_NOTES[language]["nothing else" if alone else "left out"])
    return [_finding(problem, language, note) for problem in problems]


def told(findings: Sequence[Finding]) -> list[str]:
    """Return one line for each of the findings that is about a file that cannot be read: file, line, column and what is wrong."""
    places = [(finding, finding.location) for finding in findings if finding.code == RULE.code]
    return [f"{display(place.file)}:{place.line}:{place.column}: {finding.message}" for finding, place in places if place is not None]


def _finding(problem: Problem, language: str, note: Note) -> Finding:
    name = display(problem.file)
    said = problem.message.of(language)
    return Finding(
        code=RULE.code,
        level=RULE.level,
        # Without a place the beginning stands for the file, which every format can show.
        location=Location(problem.file, problem.line or 1, problem.column or 1, problem.length),
        # From the bytes, as the name need not be UTF-8.
        focus=quote(os.fsencode(name)),
        label=name,
        message=said[:1].upper() + said[1:],
        repair=problem.repair.of(language),
        page=RULE.page,
        notes=(note,),
        block=problem.block,
    )
