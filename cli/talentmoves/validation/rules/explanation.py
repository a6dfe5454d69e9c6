"""What a rule wants, with a wrong and a right example."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...shacl.vocabulary import SH
from ...vocabulary import PREFIXES, short
from ..levels import LEVELS
from .all_rules import BY_CODE, FIRST, LAST
from .examples import Example, example
from .groups import groups, name, related
from .rule import Rule
from .shape_facts import all_of, texts

_PATH = re.compile(r"BIND\((\w+):(\w+) AS \?path\)")
HEADINGS = {
    "en": {
        "says": "What it says",
        "mend": "How to mend it",
        "wrong": "Wrong",
        "right": "Right",
        "prints": "What the program prints",
        "concerns": "What it is about",
        "related": "Rules of the same group",
        "address": "Address",
        "left out": "Without these lines.",
        "level": "Level",
    },
    "zh": {
        "says": "含义",
        "mend": "如何修正",
        "wrong": "错误示例",
        "right": "正确示例",
        "prints": "程序输出（加 --lang zh 则为中文）",
        "concerns": "适用于",
        "related": "同组规则",
        "address": "网址",
        "left out": "不写这些行。",
        "level": "级别",
    },
}


class Explanation(NamedTuple):
    """Everything that the text and the page of a rule tell."""

    rule: Rule
    group: str
    level: str
    #: What is wrong; shapes of one rule may say it of different things.
    messages: list[str]
    #: Properties and kinds, such as ``tm:left: tm:Claim, tm:Move``.
    concerns: list[str]
    example: Example | None
    related: list[Rule]


def explanation(rule: Rule, language: str = "en") -> Explanation:
    """Return what there is to tell of a rule.

    :param language: ``en`` or ``zh``
    """
    own = BY_CODE.get(rule.code)
    if own is not None:
        return Explanation(rule, own.group[language], LEVELS[language][rule.level], [rule.message[language]], [], own.example, [])
    return Explanation(
        rule, name(rule, language), LEVELS[language][rule.level], _messages(rule, language), _concerns(rule), example(rule.code), related(rule)
    )


def explain(rule: Rule, language: str = "en") -> str:
    """Return the explanation of a rule as text.

    :param language: ``en`` or ``zh``
    """
    words = HEADINGS[language]
    told = explanation(rule, language)
    lines = [
        f"{rule.code}: {rule.title[language]}",
        "",
        f"{words['level']}: {told.level}",
        f"{words['says']}: {' '.join(told.messages)}",
        f"{words['mend']}: {rule.repair[language]}",
        *_section(words["concerns"], told.concerns),
    ]
    if told.example:
        lines += _section(words["wrong"], told.example.wrong.splitlines())
        lines += _section(words["right"], (told.example.right or words["left out"]).splitlines())
        lines += _section(words["prints"], told.example.printed.splitlines())
    lines += _section(words["related"], [f"{other.code}  {other.title[language]}" for other in told.related])
    return "\n".join([*lines, "", f"{words['address']}: {rule.page}"]) + "\n"


def all_groups(language: str) -> list[tuple[str, list[Rule]]]:
    """Return all rules by the name of their group, those that no shape enforces among them.

    :param language: ``en`` or ``zh``
    """
    first, last = ([(one.group[language], [one.rule]) for one in some] for some in (FIRST, LAST))
    return [*first, *groups(language).items(), *last]


def overview(language: str = "en") -> str:
    """Return the list of all rules by group.

    :param language: ``en`` or ``zh``
    """
    blocks = []
    for group, rules in all_groups(language):
        blocks.append("\n".join([group, *(f"  {rule.code}  {rule.level.word:<7}  {rule.title[language]}" for rule in rules)]))
    return "\n\n".join(blocks) + "\n"


def _section(heading: str, lines: list[str]) -> list[str]:
    return ["", f"{heading}:", "", *(f"    {line}".rstrip() for line in lines)] if lines else []


def _messages(rule: Rule, language: str) -> list[str]:
    return list(dict.fromkeys(texts(shape, SH + "message")[language] for shape in rule.shapes))


def _concerns(rule: Rule) -> list[str]:
    """Return the properties and kinds that a rule is about, those with the same kinds on one line."""
    kinds_of: dict[str, set[str]] = {}
    for shape in rule.shapes:
        kinds = {short(kind) for kind in all_of(shape, SH + "targetClass")}
        paths = [short(path) for path in all_of(shape, SH + "path")]
        for constraint in all_of(shape, SH + "sparql"):
            for query in all_of(constraint, SH + "select"):
                paths += [f"{prefix}:{local}" for prefix, local in _PATH.findall(query) if prefix in PREFIXES]
        for path in paths or [""]:
            kinds_of.setdefault(path, set()).update(kinds)
    by_kinds: dict[str, list[str]] = {}
    for path, kinds in sorted(kinds_of.items()):
        by_kinds.setdefault(", ".join(sorted(kinds)), []).append(path)
    return [
        f"{', '.join(filter(None, paths))}{': ' if any(paths) and kinds else ''}{kinds}" for kinds, paths in by_kinds.items() if kinds or any(paths)
    ]
