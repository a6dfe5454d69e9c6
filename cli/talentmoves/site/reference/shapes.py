"""The text of the shapes, and what it speaks about."""

from __future__ import annotations

import re
from functools import cache

from ... import places
from ...validation.rules.all_rules import BY_CODE
from ...validation.rules.catalogue import catalogue
from ...validation.rules.rule import Rule
from ...vocabulary import BASE

_SHAPE = BASE + "shape/"
_PREFIXES = re.compile(r"^@prefix .*$", re.MULTILINE)
_START = re.compile(r"^shape:([\w-]+)", re.MULTILINE)
_OTHER = re.compile(r"(?<![\w/])shape:([\w-]+)")
_COMMENTS_BEHIND = re.compile(r"(?:\n(?:#.*)?)+\Z")
#: Texts for people name terms too, but a rule is not about those.
_TOLD = re.compile(r'"(?:[^"\\\n]|\\.)*"@\w+')
_TERM = re.compile(r"(?<![\w:])tm:([A-Za-z]\w*)")
#: How a shape carries what people are told; every one does.
_CARRIERS = frozenset({"ruleCode", "ruleTitle", "repair", "note", "note2", "notePath"})


@cache
def _texts() -> dict[str, str]:
    """Return the text of each shape by its local name."""
    found: dict[str, str] = {}
    for file in places.all_shape_files():
        text = file.read_text(encoding="utf-8")
        starts = [*_START.finditer(text)]
        for start, following in zip(starts, [*starts[1:], None], strict=True):
            block = text[start.start() : following.start() if following else len(text)]
            found[start[1]] = _COMMENTS_BEHIND.sub("", block)
    return found


def text(rule: Rule) -> str:
    """Return the shapes of a rule as Turtle without its prefixes, with the shapes that they use; nothing where no shape enforces it."""
    texts = _texts()
    names = dict.fromkeys(shape.removeprefix(_SHAPE) for shape in rule.shapes)
    waiting = list(names)
    while waiting:
        for other in _OTHER.findall(texts[waiting.pop(0)]):
            if other in texts and other not in names:
                names[other] = None
                waiting.append(other)
    return "\n\n".join(texts[name] for name in names)


def turtle(rule: Rule) -> bytes:
    """Return the shapes of a rule as a Turtle document."""
    shapes = text(rule)
    used = [line for line in _prefixes() if re.search(rf"(?<![\w/]){line.split()[1]}", shapes)]
    return "\n".join([*used, "", shapes, ""]).encode()


@cache
def _prefixes() -> list[str]:
    return sorted({line for file in places.all_shape_files() for line in _PREFIXES.findall(file.read_text(encoding="utf-8"))})


@cache
def rules_about() -> dict[str, list[Rule]]:
    """Return the rules by the local names of the terms that their shapes speak of."""
    found: dict[str, list[Rule]] = {}
    for rule in (*catalogue().values(), *(one.rule for one in BY_CODE.values())):
        for name in sorted({*_TERM.findall(_TOLD.sub("", text(rule)))} - _CARRIERS):
            found.setdefault(name, []).append(rule)
    return found
