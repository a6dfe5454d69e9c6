"""The catalogue of rules, read from the shapes that enforce them."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode

from ...errors import QueryError
from ...shacl.graph import Term
from ...shacl.vocabulary import SH
from ...vocabulary import TM
from ..findings import LANGUAGES, Level
from .rule import Rule
from .rulebook import PARTS, shapes_graph

_LEVELS = {SH + "Violation": Level.ERROR, SH + "Warning": Level.WARNING, SH + "Info": Level.INFO}


@cache
def catalogue() -> dict[str, Rule]:
    """Return the rules by code, in order.

    :raises QueryError: if a shape's description is incomplete
    """
    found: dict[str, Rule] = {}
    for shape, facts in _shapes():
        codes = facts.get(TM + "ruleCode")
        if not codes:
            continue
        code = codes[0].value
        level = _LEVELS.get(facts[SH + "severity"][0].value if SH + "severity" in facts else "", Level.ERROR)
        texts = [_by_language(facts.get(name, [])) for name in (TM + "ruleTitle", SH + "message", TM + "repair")]
        if any(language not in text for text in texts for language in LANGUAGES):
            raise QueryError(f"The shape {shape} lacks a title, a message or a repair in English or Chinese.")
        before = found[code].shapes if code in found else ()
        found[code] = Rule(code, level, texts[0], texts[1], texts[2], (*before, shape))
    return dict(sorted(found.items()))


def by_shape() -> dict[str, Rule]:
    """Return the rules by the shapes that enforce them."""
    return {shape: rule for rule in catalogue().values() for shape in rule.shapes}


def _shapes() -> list[tuple[str, dict[str, list[Term]]]]:
    found = []
    for part in PARTS:
        graph = shapes_graph(part)
        found += [(node.value, graph.about(node)) for node in graph.subjects() if isinstance(node, NamedNode)]
    return sorted(found, key=lambda pair: pair[0])


def _by_language(texts: list[Term]) -> dict[str, str]:
    return {text.language: text.value for text in texts if isinstance(text, Literal) and text.language}
