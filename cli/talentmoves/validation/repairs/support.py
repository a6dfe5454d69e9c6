"""Values of a move that no claim gives."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ...vocabulary import TM
from . import statements
from .address_form import may_be_offered
from .problem import Problem, Repair
from .turtle import Writer

_GIVES = {
    "en": "Write {given}, which {claim} gives, or add {value} to the claim whose source says so.",
    "zh": "请写 {claim} 所给的 {given}，或把 {value} 补进来源确有其说的说法。",
}
_ADD = {"en": "Add {statement} to {claim}, if its source says so.", "zh": "若来源确有其说，请把 {statement} 补进 {claim}。"}


def claims_about(problem: Problem, entity: str) -> list[str]:
    """Return the claims about an entity that do not deny it, in a fixed order."""
    if entity.startswith("_:"):  # nothing that others could name
        return []
    claims = problem.subjects(TM + "about", NamedNode(entity))
    return [claim for claim in claims if NamedNode(TM + "denies") not in problem.values(claim, TM + "stance")]


def claimed(problem: Problem, entity: str, predicate: str) -> dict[NamedNode | Literal, str]:
    """Return the values that claims about an entity give for a property, each with the first claim that does."""
    found: dict[NamedNode | Literal, str] = {}
    for claim in claims_about(problem, entity):
        for value in problem.values(claim, predicate):
            if isinstance(value, (NamedNode, Literal)):
                found.setdefault(value, claim)
    return found


def mend(problem: Problem) -> Repair | None:
    """Offer the value that a claim gives, or to add the value to a claim; never certain, as only the source can tell."""
    value = problem.value
    if not isinstance(value, (NamedNode, Literal)):
        return None
    usual = Writer.usual()
    given = {other: claim for other, claim in claimed(problem, problem.focus, problem.path).items() if may_be_offered(other)}
    if given:
        other, claim = next(iter(given.items()))
        words = {"given": usual.term(other), "claim": usual.iri(claim), "value": usual.term(value)}
        edit = problem.replace(lambda _, writer: writer.term(other), certain=False) if len(given) == 1 else None
        return Repair(_GIVES[problem.language].format(**words), edit)
    for claim in claims_about(problem, problem.focus) if may_be_offered(value) else ():
        statement = f"{usual.iri(problem.path)} {usual.term(value)}"
        text = _ADD[problem.language].format(statement=statement, claim=usual.iri(claim))
        return Repair(text, statements.add(problem, claim, problem.path, value))
    return None
