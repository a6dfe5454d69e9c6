"""Values that come from a short list."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ...shacl.vocabulary import SH
from ...vocabulary import TM
from ..rules.shape_facts import listed
from .nearest import alike
from .problem import Problem, Repair
from .turtle import Writer

_DID_YOU_MEAN = {"en": "Did you mean {name}? ", "zh": "是否想写 {name}？"}
_CHANGE = {"en": "Write {name}, or correct the companies.", "zh": "请写 {name}，或更正公司。"}


def mend(problem: Problem) -> Repair | None:
    """Offer the value of the list that was meant; certain where one stands out."""
    value = problem.value
    if not isinstance(value, (NamedNode, Literal)):
        return None
    by_name = {iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]: iri for iri in listed(problem.shape, SH + "in")}
    said = value.value[max(value.value.rfind("#"), value.value.rfind("/"), value.value.rfind(":")) + 1 :].strip().replace(" ", "")
    found = alike(said, by_name)
    if not found:
        return None
    best, stands_out = found[0]
    edit = problem.replace(lambda _, writer: writer.iri(by_name[best]), certain=stands_out)
    repair = problem.rule.repair[problem.language]
    return Repair(_DID_YOU_MEAN[problem.language].format(name=Writer.usual().iri(by_name[best])) + repair, edit)


def internal(problem: Problem) -> Repair:
    """Call a change inside one company internal."""
    edit = problem.replace(lambda _, writer: writer.iri(TM + "internal"), certain=False)
    return Repair(_CHANGE[problem.language].format(name="tm:internal"), edit)


def hire(problem: Problem) -> Repair:
    """Call a move between two companies a hire, which is what most are."""
    kinds = problem.values(problem.focus, TM + "moveKind")
    place = problem.locate(problem.focus, TM + "moveKind", str(kinds[0])) if kinds else None
    edit = problem.replace(lambda _, writer: writer.iri(TM + "hire"), certain=False, place=place, written=kinds[0]) if place else None
    return Repair(problem.rule.repair[problem.language], edit)
