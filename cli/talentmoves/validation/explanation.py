"""What a rule wants, with a wrong and a right example."""

from __future__ import annotations

from pathlib import Path

from .. import places
from .rules import Rule

_HEADINGS = {
    "en": {"level": "Level", "wrong": "What it says", "mend": "How to mend it", "bad": "Wrong", "good": "Right", "page": "Page"},
    "zh": {"level": "级别", "wrong": "含义", "mend": "如何修正", "bad": "错误示例", "good": "正确示例", "page": "页面"},
}


def explain(rule: Rule, language: str = "en") -> str:
    """Return the explanation of a rule as text.

    The examples are those lines of the rule's case that differ between wrong and right.

    :param language: ``en`` or ``zh``
    """
    words = _HEADINGS[language]
    lines = [
        f"{rule.code}: {rule.title[language]}",
        "",
        f"{words['level']}: {rule.level.word}",
        f"{words['wrong']}: {rule.message[language]}",
        f"{words['mend']}: {rule.repair[language]}",
    ]
    example = _example(rule.code)
    if example:
        wrong, right = example
        lines += ["", f"{words['bad']}:", "", *_indented(wrong), "", f"{words['good']}:", "", *_indented(right)]
    return "\n".join([*lines, "", f"{words['page']}: {rule.page}"]) + "\n"


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}".rstrip() for line in lines]


def _example(code: str) -> tuple[list[str], list[str]] | None:
    folder = next(iter(sorted(places.rule_cases().glob(f"{code}-*"))), None)
    if folder is None:
        return None
    wrong = _blocks(folder / "bad.ttl")
    right = _blocks(folder / "good.ttl")
    return _joined([block for block in wrong if block not in right]), _joined([block for block in right if block not in wrong])


def _blocks(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8")
    blocks = [block.strip("\n") for block in text.split("\n\n")]
    return [block for block in blocks if block and not block.startswith(("@prefix", "#"))]


def _joined(blocks: list[str]) -> list[str]:
    return "\n\n".join(blocks).splitlines()
