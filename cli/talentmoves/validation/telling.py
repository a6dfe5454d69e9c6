"""Make findings of validation results: where they stand, what is wrong in words, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from pyoxigraph import Store

from ..shacl.results import Result, unbracketed
from ..shacl.vocabulary import SH
from .findings import Finding
from .locating import Locator
from .notes import notes
from .repairs import kinds
from .repairs.problem import Memory, Problem
from .repairs.registry import repair
from .rules.catalogue import by_shape
from .rules.rule import Rule
from .wording import Wording


class Described(Protocol):
    """Data that findings are about."""

    @property
    def store(self) -> Store:
        """What is known of the entities."""

    @property
    def files(self) -> list[Path]:
        """Where they are written; none if that is not known."""

    def name(self, nodes: Iterable[str]) -> None:
        """Put into the store what entities are called; nodes in N-Triples form."""


def findings(results: Iterable[Result], graph: Described, language: str = "en") -> list[Finding]:
    """Return the findings that validation results amount to, sorted by place.

    Results that tell the same of the same statement are one finding.

    :param graph: the data that the results are about
    :param language: ``en`` or ``zh``
    """
    kept = sorted(_one_of_a_kind(results), key=lambda result: (*result[:2], result.value or "", *result[3:]))
    if not kept:
        return []
    graph.name(term for result in kept for term in _mentioned(result))
    locator = Locator(graph.files)
    wording = Wording(graph.store, language)
    rules = by_shape()
    memory: Memory = {}
    found = [_finding(result, rules[unbracketed(result.shape)], graph, locator, wording, memory) for result in kept]
    return sorted(found, key=lambda finding: finding.order)


def _one_of_a_kind(results: Iterable[Result]) -> Iterator[Result]:
    # A query that names another place can find several; the first in the order of the alphabet will do.
    first: dict[Result, Result] = {}
    for result in results:
        key = result._replace(bindings=())
        if key not in first or result.bindings < first[key].bindings:
            first[key] = result
    return iter(first.values())


def _mentioned(result: Result) -> Iterator[str]:
    yield result.focus
    yield result.value or ""
    yield from (term for _, term in result.bindings)


def _finding(result: Result, rule: Rule, graph: Described, locator: Locator, wording: Wording, memory: Memory) -> Finding:
    focus, path = unbracketed(result.focus), unbracketed(result.path)
    mended = repair(rule, result, graph.store, locator.find, wording.language, memory)
    of_another_kind = kinds.message(Problem(rule, result, graph.store, locator.find, wording.language, memory))
    return Finding(
        code=rule.code,
        level=rule.level,
        location=locator.find(focus, path or None, _pointed(result)),
        focus=focus,
        label=wording.label(focus),
        message=of_another_kind or wording.message(rule, result),
        repair=mended.text,
        page=rule.page,
        path=path,
        value=result.value or "",
        notes=notes(rule, result, graph.store, locator.find, wording.language),
        edit=mended.edit,
        block=mended.block,
        shape=unbracketed(result.shape),
        component=result.component,
    )


def _pointed(result: Result) -> str | None:
    # A node shape gives its focus node as the value, which has no place of its own. Of a property that is
    # not allowed it is the property that is wrong, not its value.
    no_value = result.component == SH + "ClosedConstraintComponent" or (result.value == result.focus and not result.path)
    return None if no_value else result.value
