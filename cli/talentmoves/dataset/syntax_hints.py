"""How to mend what the parser stumbles over, from what it says and what stands there."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..vocabulary import PREFIXES

_UNDECLARED = re.compile(r"The prefix (.*): has not been declared")
# A directive at the beginning of a line; what stands in a comment does not count.
_DECLARED = re.compile(r"^[ \t]*@?prefix[ \t]+([^\s:]*):", re.MULTILINE | re.IGNORECASE)
#: Marks that input methods and word processors write in place of those of Turtle.
_LOOKALIKES = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "；": ";", "，": ",", "。": ".", "：": ":", "＂": '"', "（": "(", "）": ")"}


class Said(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str

    def of(self, language: str) -> str:
        """Return the text in a language."""
        return self.zh if language == "zh" else self.en


class Repair(NamedTuple):
    """What to do, and Turtle to paste where a line is missing."""

    said: Said
    block: str = ""


def repair(reason: str, text: str, offset: int) -> Repair:
    """Return how to mend what stands at some place of a text.

    :param reason: what the parser says, in English
    :param offset: the character at which it stopped
    """
    undeclared = _UNDECLARED.search(reason)
    if undeclared:
        return _prefix(undeclared[1], {*_DECLARED.findall(text, 0, offset)})
    lookalike = _LOOKALIKES.get(text[offset : offset + 1])
    if lookalike:
        written = text[offset]
        return Repair(Said(f"Write {lookalike} in place of {written}.", f"请把 {written} 改为 {lookalike}。"))
    if _lacks_mark(reason, text, offset):
        line = text[:offset].rpartition("\n")[2]
        if line.strip():
            return Repair(Said("Put a ';', ',' or '.' in front of this word, whichever is meant.", "请在此处之前补上 “;”、“,” 或 “.”。"))
        return Repair(
            Said("Mend this line; a missing ';' or '.' on the line above is the usual cause.", "请修正此行；常见原因是上一行末尾缺少 “;” 或 “.”。")
        )
    if "nexpected end" in reason:
        return Repair(
            Said(
                "Complete the statement and end it with '.'; a quotation mark or bracket that is never closed has the same effect.",
                "请补全语句并以 “.” 结尾；引号或括号没有闭合也会如此。",
            )
        )
    return Repair(Said("Mend this line.", "请修正此行。"))


def _lacks_mark(reason: str, text: str, offset: int) -> bool:
    # A text or a number where a subject is wanted is the object of a statement that ended too early.
    return "dot is expected" in reason or ("is not a valid subject" in reason and text[offset : offset + 1] in tuple("\"'0123456789"))


def translated(reason: str) -> str:
    """Return in Chinese what the parser says of prefixes and ends; other words of it as they are."""
    undeclared = _UNDECLARED.fullmatch(reason)
    if undeclared:
        return f"前缀 {undeclared[1]}: 没有声明"
    if "dot is expected" in reason:
        return f"前一条语句没有以 “.” 结束（{reason}）"
    if "nexpected end" in reason:
        return f"文件在语句中间结束（{reason}）"
    return reason


def _prefix(name: str, declared: set[str]) -> Repair:
    if name in PREFIXES:
        said = Said("Declare the prefix: put this line at the top of the file.", "请声明该前缀：把下面这行加到文件开头。")
        return Repair(said, _directive(name))
    meant = _nearest(name, declared) or _nearest(name, set(PREFIXES))
    if meant in declared and meant:
        return Repair(Said(f"Did you mean {meant}:?", f"是否应为 {meant}:？"))
    if meant:
        said = Said(
            f"Did you mean {meant}:? It has to be declared as well: put this line at the top of the file.",
            f"是否应为 {meant}:？它也需要声明：把下面这行加到文件开头。",
        )
        return Repair(said, _directive(meant))
    return Repair(
        Said(
            f"Declare it at the top of the file (@prefix {name}: <address> .), or write the prefix that is meant.",
            f"请在文件开头声明它（@prefix {name}: <网址> .），或改为正确的前缀。",
        )
    )


def _nearest(name: str, known: set[str]) -> str:
    """Return the name that is a slip of the finger away; nothing if none is."""
    from rapidfuzz.distance import OSA  # counts two letters in the wrong order as one slip

    most = 1 if len(name) < 5 else 2
    scored = sorted((OSA.distance(name.lower(), other.lower()), other) for other in known if other)
    # In a name of one or two letters a slip is half of it.
    return scored[0][1] if scored and len(name) > 1 and scored[0][0] <= most and scored[0][0] < len(scored[0][1]) else ""


def _directive(name: str) -> str:
    return f"@prefix {name}: <{PREFIXES[name]}> ."
