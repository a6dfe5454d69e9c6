"""Run the CONSTRUCT files that derive facts, in their declared order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode, Store

from ..closure import reached
from ..errors import DataError, QueryError
from ..places import derivation_files, display
from ..vocabulary import CURATED, DERIVED, ONTOLOGY, TM, short

_CONSTRUCT = re.compile(r"CONSTRUCT\s*\{(?P<template>[^{}]*)\}\s*WHERE\b")


#: The longest chain in our data has four steps.
_LONGEST_CHAIN = 200


class Derivation(NamedTuple):
    """One CONSTRUCT file."""

    file: Path
    #: What stands in front of CONSTRUCT, the template, and the pattern with its braces.
    header: str
    template: str
    pattern: str

    @property
    def name(self) -> str:
        """Its name, such as ``10-days``."""
        return self.file.stem


@cache
def derivations() -> list[Derivation]:
    """Return the derivations in the order in which they run.

    :raises QueryError: if a file is not a CONSTRUCT query with a template and WHERE
    """
    return [_read(file) for file in derivation_files()]


def derive(store: Store, chosen: Iterable[Derivation] | None = None, written: Sequence[str] = (CURATED, ONTOLOGY), only: str = "") -> None:
    """Add what follows from the curated facts to the derived graph of the store.

    Each file sees the union of all graphs, with what the files before it derived.

    :param chosen: the derivations to run; all if left out
    :param written: addresses of the graphs that facts follow from, beside the derived one
    :param only: a VALUES clause that bounds what facts are derived about
    :raises QueryError: if a derivation file is not a well-formed CONSTRUCT query
    :raises DataError: if companies or sources form a chain that is too long
    """
    _refuse_long_chains(store)
    using = " ".join(f"USING <{graph}>" for graph in (*written, DERIVED))
    for one in derivations() if chosen is None else chosen:
        # The engine inserts a template in half the time that it takes to hand over each triple of it.
        text = f"{one.header} INSERT {{ GRAPH <{DERIVED}> {{ {one.template} }} }} {using} WHERE {{ {only} {one.pattern.lstrip()[1:]}"
        try:
            store.update(text)
        except SyntaxError as error:
            raise QueryError(f"{display(one.file)}: {error.msg}", "Derivations are CONSTRUCT queries in SPARQL 1.1.") from None


def _refuse_long_chains(store: Store) -> None:
    """Refuse chains so long that everything that follows from them would fill the memory: it grows with their square."""
    for name in ("partOf", "derivesFrom"):
        above: dict[str, list[str]] = {}
        for quad in store.quads_for_pattern(None, NamedNode(TM + name), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                above.setdefault(quad.subject.value, []).append(quad.object.value)
        for start in above:
            if _leads_far(start, above):
                raise DataError(
                    f"{short(start)} leads over tm:{name} to more than {_LONGEST_CHAIN} others, which is taken for a mistake.",
                    f"Look for a tm:{name} that closes a circle or points the wrong way.",
                )


def _leads_far(start: str, above: dict[str, list[str]]) -> bool:
    found = islice(reached([start], lambda one: above.get(one, ())), _LONGEST_CHAIN + 1)
    return sum(1 for _ in found) > _LONGEST_CHAIN


def _read(file: Path) -> Derivation:
    text = file.read_text(encoding="utf-8")
    found = list(_CONSTRUCT.finditer(text))
    if len(found) != 1:
        raise QueryError(f"{display(file)}: not a CONSTRUCT query with a template and WHERE.")
    return Derivation(file, text[: found[0].start()], found[0]["template"], text[found[0].end() :])
