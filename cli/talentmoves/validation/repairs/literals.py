"""Texts, numbers, truth values and addresses that are written as something else."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cache

from pyoxigraph import Literal, NamedNode

from ...shacl.vocabulary import SH
from ...vocabulary import XSD
from ..rules.shape_facts import all_of
from .problem import Problem, Repair
from .turtle import Writer

_WRITE = {"en": "Write {term}.", "zh": "请写 {term}。"}
_MAYBE = {"en": "Write {term}, if that is what is meant.", "zh": "若原意如此，请写 {term}。"}
_CLEAN = {"en": "Delete what cannot be seen: {term}.", "zh": "请删去不可见字符：{term}。"}
_TRUE = {"true": True, "false": False, "1": True, "0": False, "yes": True, "no": False, "是": True, "否": False}
_LANGUAGES = {"english": "en", "英文": "en", "英语": "en", "chinese": "zh", "中文": "zh", "汉语": "zh", "mandarin": "zh"}
_WIKIDATA = re.compile(r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(?:Special:EntityPage/)?|wd:)?(Q[1-9][0-9]*)(?:[#?].*)?")
_WEB = re.compile(r"https?://[^/ ]+\.[^\s<>\"{}|^`\\]+")
_BARE = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+/[^\s<>\"{}|^`\\]*")
# What separates words becomes a space where TM140 forbids it.
_SPACES = re.compile(r" *[\t\n\r\u000b\u000c\u0085\u2028\u2029]+ *")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_OTHER_SCRIPT = re.compile("[\u0370-\u1cff\u3040-\u30ff\uac00-\ud7af]")


def _written(
    problem: Problem, text: str, certain: bool, datatype: str = "", language: str = "", words: dict[str, str] | None = None
) -> Repair | None:
    edit = problem.replace(lambda _, writer: writer.literal(text, datatype, language), certain)
    shown = Writer.usual().literal(text, datatype, language)
    words = words or (_WRITE if certain else _MAYBE)
    return Repair(words[problem.language].format(term=shown), edit)


def truth(problem: Problem) -> Repair | None:
    """Write true or false without quotation marks; certain where the text says just that."""
    said = problem.value.value.strip().lower() if isinstance(problem.value, Literal) else ""
    if said not in _TRUE:
        return None
    return _written(problem, str(_TRUE[said]).lower(), said in ("true", "false"), XSD + "boolean")


def whole_number(problem: Problem) -> Repair | None:
    """Write a whole number without quotation marks or decimals."""
    number = _number(problem)
    if number is None or number != number.to_integral_value():
        return None
    return _written(problem, str(int(number)), True, XSD + "integer") if _changes(problem, "integer") else None


def decimal_number(problem: Problem) -> Repair | None:
    """Write a share as a decimal number; a percentage is divided by a hundred."""
    number = _number(problem)
    if number is not None:
        return _written(problem, _decimal(number), True, XSD + "decimal") if _changes(problem, "decimal") else None
    said = problem.value.value.strip() if isinstance(problem.value, Literal) else ""
    if match := re.fullmatch(r"(\d+(?:\.\d+)?)\s*[%％]", said):
        return _written(problem, _decimal(Decimal(match[1]) / 100), False, XSD + "decimal")
    return None


def share_of_one(problem: Problem) -> Repair | None:
    """Divide by a hundred a share that is given in per cent."""
    number = _number(problem)
    if number is None or not 1 < number <= 100:
        return None
    return _written(problem, _decimal(number / 100), False, XSD + "decimal")


def _changes(problem: Problem, datatype: str) -> bool:
    return isinstance(problem.value, Literal) and problem.value.datatype.value != XSD + datatype


def _number(problem: Problem) -> Decimal | None:
    if not isinstance(problem.value, Literal) or not re.fullmatch(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?\s*", problem.value.value):
        return None
    try:
        return Decimal(problem.value.value.strip())
    except InvalidOperation:
        return None


def _decimal(number: Decimal) -> str:
    text = format(number.normalize(), "f")
    return text if "." in text else text + ".0"


def plain_text(problem: Problem) -> Repair | None:
    """Take the language or the datatype away."""
    return _written(problem, problem.value.value, True) if isinstance(problem.value, Literal) else None


@cache
def _forbidden(shape: str) -> re.Pattern[str]:
    """Return the class of characters that a shape forbids, from its own query."""
    (query,) = all_of(f"{shape}-query", SH + "select")
    (characters,) = re.findall(r'REGEX\(STR\(\?value\), "(\[[^"]*\])"\)', query)
    return re.compile(characters)


def visible_text(problem: Problem) -> Repair | None:
    """Take away what cannot be seen; line breaks and tabs become spaces."""
    value = problem.value
    if not isinstance(value, Literal):
        return None
    text = _forbidden(problem.shape).sub("", _SPACES.sub(" ", value.value)).strip()
    if not text:
        return None
    return _written(problem, text, True, value.datatype.value, value.language or "", _CLEAN)


def language(problem: Problem) -> Repair | None:
    """Mark the language that the script speaks for; never certain, as scripts are shared."""
    value = problem.value
    if not isinstance(value, Literal) or value.language or _OTHER_SCRIPT.search(value.value):
        return None
    if not re.search(r"[^\W\d_]", value.value):
        return None
    return _written(problem, value.value, False, language="zh" if _HAN.search(value.value) else "en")


def language_tag(problem: Problem) -> Repair | None:
    """Shorten a language tag; certain unless another text is in that language already."""
    value = problem.value
    if not isinstance(value, Literal) or not value.language:
        return None
    first, _, rest = value.language.lower().partition("-")
    if not re.fullmatch("[a-z]{2,3}", first):
        return None
    tag = "zh-hant" if first == "zh" and re.search(r"\b(hant|tw|hk|mo)\b", rest) else first
    taken = any(isinstance(other, Literal) and other.language == tag for other in problem.values(problem.focus, problem.path))
    return _written(problem, value.value, not taken, language=tag)


def language_code(problem: Problem) -> Repair | None:
    """Write the language of a source as its code."""
    value = problem.value
    if not isinstance(value, Literal):
        return None
    said = value.value.strip().lower()
    code = _LANGUAGES.get(said) or (re.fullmatch(r"([a-z]{2,3})(?:[-_][a-z0-9_-]+)?", said) or [None, None])[1]
    # A language of three letters may be a cut-off word; those of two are in use.
    return _written(problem, code, said in _LANGUAGES or len(code) == 2) if code else None


def web_address(problem: Problem) -> Repair | None:
    """Put a web address into angle brackets; certain where it is whole."""
    said = problem.value.value.strip() if problem.value is not None else ""
    if _WEB.fullmatch(said) and isinstance(problem.value, Literal):
        return _address(problem, said, True)
    if isinstance(problem.value, Literal) and _BARE.fullmatch(said.lower()):
        return _address(problem, f"https://{said}", False)
    return None


def wikidata(problem: Problem) -> Repair | None:
    """Write the Wikidata item itself instead of a page about it."""
    said = problem.value.value.strip() if isinstance(problem.value, (NamedNode, Literal)) else ""
    match = _WIKIDATA.fullmatch(said)
    return _address(problem, f"http://www.wikidata.org/entity/{match[1]}", True) if match else None


def _address(problem: Problem, iri: str, certain: bool) -> Repair:
    edit = problem.replace(lambda _, writer: writer.iri(iri), certain)
    return Repair((_WRITE if certain else _MAYBE)[problem.language].format(term=f"<{iri}>"), edit)
