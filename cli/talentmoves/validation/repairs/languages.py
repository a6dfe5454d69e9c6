"""Texts whose language mark is missing or wrong: they are to be marked anew, not written once more."""

from __future__ import annotations

import re

from pyoxigraph import Literal

from .problem import LABEL, Problem, Repair
from .turtle import Writer

_MARK = {"en": "Did you mean {term}?", "zh": "是否想写 {term}？"}
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
#: The language in which these rules miss a text.
_MISSED = {"TM005": "en", "TM034": "en", "TM057": "zh", "TM075": "en", "TM082": "zh", "TM088": "en", "TM138": "zh"}
RULES = tuple(_MISSED)


def missed(problem: Problem) -> Repair | None:
    """Mark the text that stands there without a language, or as the other one; never certain, as names are shared."""
    wanted = _MISSED[problem.rule.code]
    found = [text for text in _texts(problem) if text.language in (None, _other(wanted)) and _speaks(text) == wanted]
    return _marked(problem, found[0], wanted) if found else None


def too_many(problem: Problem) -> Repair | None:
    """Of two texts in one language, mark the one that is written in the script of the other language, which has none."""
    given = _texts(problem)
    for language in ("en", "zh"):
        other = _other(language)
        same = [text for text in given if text.language == language]
        found = [text for text in same if _speaks(text) == other]
        if len(same) > 1 and len(found) == 1 and not any(text.language == other for text in given):
            return _marked(problem, found[0], other)
    return None


def _texts(problem: Problem) -> list[Literal]:
    values = [] if problem.blank else problem.values(problem.focus, problem.path or LABEL)
    return [value for value in values if isinstance(value, Literal)]


def _other(language: str) -> str:
    return "en" if language == "zh" else "zh"


def _speaks(text: Literal) -> str:
    """Return the language that the script of a text speaks for, nothing where it speaks for both or none."""
    han, latin = _HAN.search(text.value), _LATIN.search(text.value)
    return "" if bool(han) == bool(latin) else "zh" if han else "en"


def _marked(problem: Problem, text: Literal, language: str) -> Repair:
    place = problem.locate(problem.focus, problem.path or LABEL, str(text))
    edit = problem.replace(lambda _, writer: writer.literal(text.value, language=language), False, place, text) if place else None
    return Repair(_MARK[problem.language].format(term=Writer.usual().literal(text.value, language=language)), edit)
