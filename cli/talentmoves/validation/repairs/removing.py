"""Lines that have no place where they stand, and one value too many."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ...vocabulary import TM
from . import statements
from .problem import LABEL, Problem, Repair, term
from .turtle import Writer

_REQUIRED_TEXTS = {
    *(TM + name for name in ("says", "title", "publisherName", "notTestable")),
    LABEL,
    "http://purl.org/dc/terms/title",
    "http://purl.org/dc/terms/language",
}
_KEEP_UNIT = {"en": "Keep {kept}: {dropped}, of which it is a part, follows from it.", "zh": "保留 {kept}：它所隶属的 {dropped} 由此推出。"}
_EARLIER = {"en": "Take the earlier date, {date}, or correct the date of the source.", "zh": "请改为较早的日期 {date}，或更正来源的日期。"}
_RAISE = {
    "en": "Raise tm:maxSize to {number} if a source bears it out, or correct the members’ tm:partOfGroup.",
    "zh": "若有来源支持，请把 tm:maxSize 调高到 {number}；否则更正成员的 tm:partOfGroup。",
}


def line(problem: Problem) -> Repair | None:
    """Delete the value; never certain, as what it says may belong elsewhere."""
    if problem.blank or not problem.path or problem.result.value is None:
        return None
    edit = statements.drop(problem, problem.focus, problem.path, problem.result.value, certain=False)
    return Repair(problem.rule.repair[problem.language], edit) if edit else None


def optional_line(problem: Problem) -> Repair | None:
    """Delete a text, but not one that the entry cannot be without."""
    return None if problem.path in _REQUIRED_TEXTS else line(problem)


def whole(problem: Problem) -> Repair | None:
    """Of two companies where one is a part of the other, keep the part."""
    units = [value.value for value in problem.values(problem.focus, problem.path) if isinstance(value, NamedNode)]
    for unit in units:
        above = {value.value for value in problem.values(unit, TM + "within")} - {unit}
        for other in units:
            if other in above:
                words = {"kept": problem.called(unit), "dropped": problem.called(other)}
                edit = statements.drop(problem, problem.focus, problem.path, f"<{other}>", certain=False)
                return Repair(_KEEP_UNIT[problem.language].format(**words), edit)
    return None


def earlier(problem: Problem) -> Repair | None:
    """Take the day on which a source wrote of the move already."""
    other = term(problem.bindings["other"]) if "other" in problem.bindings else None
    if not isinstance(other, Literal):
        return None
    edit = problem.replace(lambda _, writer: writer.term(other), certain=False)
    return Repair(_EARLIER[problem.language].format(date=Writer.usual().term(other)), edit)


def larger(problem: Problem) -> Repair | None:
    """Raise the largest number of a group to that of its named members."""
    other = term(problem.bindings["other"]) if "other" in problem.bindings else None
    if other is None:
        return None
    edit = problem.replace(lambda _, __: other.value, certain=False)
    return Repair(_RAISE[problem.language].format(number=other.value), edit)
