"""Facts of an entity as a few lines of Turtle."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from ...layout.names import Names
from ...layout.order import PROPERTIES
from ...layout.tree import Prefix
from ...vocabulary import PREFIXES, RDF_TYPE
from ..knowledge import Knowledge, Value

#: Longer texts make an example hard to read; such facts are left out of it.
_WIDTH = 96
_LEFT_OUT = "  # …"
_NAMES = Names([Prefix(f"{name}:", namespace) for name, namespace in PREFIXES.items()])


def iri(predicate: str) -> str:
    """Return the address behind a name such as ``tm:person``."""
    prefix, _, local = predicate.partition(":")
    return RDF_TYPE if predicate == "rdf:type" else PREFIXES[prefix] + local if prefix in PREFIXES else predicate


def in_order(predicates: Iterable[str]) -> list[str]:
    """Return predicates as the project orders them, derived ones last."""
    return sorted(predicates, key=lambda name: (PROPERTIES.get(f"<{iri(name)}>", len(PROPERTIES)), name))


def written(value: Value) -> str:
    """Return a value as Turtle writes it."""
    return _NAMES.term(str(value))


def lines(knowledge: Knowledge, entity: str, predicates: Iterable[str], most: int) -> str:
    """Return some facts of an entity as a block of Turtle, ``# …`` where others are left out.

    :param most: the largest number of properties to show
    """
    about = knowledge.facts[entity]
    shown: list[str] = []
    for name in in_order(set(predicates) & about.keys()):
        values = ", ".join(written(value) for value in sorted(about[name], key=_english_first))
        line = f"  {'a' if name == 'rdf:type' else written(NamedNode(iri(name)))} {values}"
        if len(line) <= _WIDTH and len(shown) < most:
            shown.append(line)
    if not shown:
        return ""
    left_out = [_LEFT_OUT] if len(shown) < len(about) else []
    return "\n".join([written(NamedNode(entity)), *(f"{line} ;" for line in shown[:-1]), *left_out, f"{shown[-1]} ."])


def _english_first(value: Value) -> tuple[str, str]:
    return (value.language or "" if isinstance(value, Literal) else "", value.value)
