"""Which focus nodes a changed triple can affect, told from the patterns of a check.

A triple can change what a check finds only where one of the check's patterns matches it. From the terms
of that pattern the other patterns that hold together with it lead to the focus node; following them in
the data gives every focus node that the triple can affect, and some more. This is how changes are
propagated to materialised views: A. Gupta, I. S. Mumick, V. S. Subrahmanian: "Maintaining views
incrementally", SIGMOD 1993, https://doi.org/10.1145/170035.170066
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from ..sparql import declared, tokens
from .evaluating import Source
from .graph import Term
from .patterns import Group, Pattern, read_groups
from .vocabulary import RDF

Statement = tuple[NamedNode | BlankNode, NamedNode, Term]
_FOCUS = "?this"
#: What makes a path more than one step long, or leads back over it.
_FAR = {"*", "+", "?", "/", "^"}
#: How many subjects an object is thought to have where nobody says.
_MANY = 1000


class Influence(NamedTuple):
    """One pattern of a check, and the way from it to the focus node."""

    #: The predicates of the triples that it can match; nothing stands for any.
    predicates: frozenset[str] | None
    #: Addresses that the triple must have as subject and object, where the pattern names them.
    subject: str | None
    object: str | None
    #: What the subject and the object of the triple are called in the way.
    names: tuple[str, str]
    #: Patterns that lead on to ?this; empty where the triple itself has it.
    way: str
    header: str


def influences(text: str, fan_in: Mapping[str, int]) -> list[Influence] | None:
    """Return what can influence a check, or nothing if no way leads from some pattern to the focus node.

    :param text: the query of the check
    :param fan_in: about how many subjects an object has, by predicate; of several ways the narrowest is taken
    """
    top = read_groups(text)
    if top is None:
        return None
    names = _Names(text)
    found: list[Influence] = []
    for pattern, context in _in_context(top, []):
        for step in _steps(pattern, names):
            one = _influence(step, [other for near in context for other in _steps(near, names)], names, fan_in)
            if one is None:
                return None
            found.append(one)
    return list(dict.fromkeys(found))


def affected(source: Source, told: Iterable[Influence], changes: Mapping[str, list[Statement]]) -> set[Term]:
    """Return the nodes for which changed triples can change what a check finds.

    :param source: the data with the changes
    :param changes: the changed triples by predicate, without blank nodes, which no query can name
    """
    found: set[Term] = set()
    for one in told:
        wanted = changes if one.predicates is None else one.predicates & changes.keys()
        pairs = {(s, o) for predicate in wanted for s, _, o in changes[predicate] if _matches(one.subject, s) and _matches(one.object, o)}
        if not pairs:
            continue
        if not one.way:
            at = one.names.index(_FOCUS)
            found.update(pair[at] for pair in pairs)
            continue
        rows = {f"{subject} {value}" for subject, value in pairs}
        values = f"VALUES ({' '.join(one.names)}) {{ {' '.join(f'({row})' for row in sorted(rows))} }}"
        answer = source.select(f"{one.header} SELECT DISTINCT {_FOCUS} WHERE {{ {values} {one.way} }}")
        found.update(row["this"] for row in answer if "this" in row)
    return found


def _matches(wanted: str | None, term: Term) -> bool:
    return wanted is None or (isinstance(term, NamedNode) and term.value == wanted)


class _Names:
    """The prefixes of a query, and variables that are not in it."""

    def __init__(self, text: str) -> None:
        self._prefixes = declared(tokens(text))
        self._fresh = count()
        self.header = " ".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in self._prefixes.items())

    def iri(self, written: str) -> str | None:
        """Return the address that a term is written for, if it is one."""
        token = tokens(written)[0]
        if token["iri"] is not None:
            return str(token["iri"])
        if token["local"] is not None:
            return self._prefixes.get(token["prefix"] or "", "") + token["local"]
        return RDF + "type" if written == "a" else None

    def predicates(self, path: str) -> frozenset[str] | None:
        """Return the predicates in a path, or nothing if it can follow any."""
        found = set()
        for token in tokens(path):
            if token["variable"] or token["mark"] == "!":
                return None
            if (iri := self.iri(token[0])) is not None:
                found.add(iri)
        return frozenset(found)

    def fresh(self) -> str:
        """Return a new variable."""
        return f"?between{next(self._fresh)}"


def _in_context(group: Group, above: list[Pattern]) -> Iterator[tuple[Pattern, list[Pattern]]]:
    """Yield each pattern with those that hold together with it: in its group, around it, and in plain groups inside."""
    own = [*above, *_joined(group)]
    for pattern in group.patterns:
        yield pattern, own
    for inner in group.groups:
        yield from _in_context(inner, own)


def _joined(group: Group) -> list[Pattern]:
    return [*group.patterns, *(pattern for inner in group.groups if inner.role in ("", "SELECT") for pattern in _joined(inner))]


def _steps(pattern: Pattern, names: _Names) -> list[Pattern]:
    """Split the sequences of a path into steps, and turn inverse steps around."""
    parts = _split(pattern.path)
    nodes = [pattern.subject, *(names.fresh() for _ in parts[1:]), pattern.object]
    found = []
    for one, part, other in zip(nodes, parts, nodes[1:], strict=False):
        bare = part.strip()
        while bare.startswith("(") and bare.endswith(")") and _split_at(bare, "|/") == []:
            bare = bare[1:-1].strip()
        if bare.startswith("^") and len(tokens(bare)) == 2:
            found.append(Pattern(other, bare[1:], one))
        else:
            found.append(Pattern(one, part, other))
    return found


def _split(path: str) -> list[str]:
    cuts = _split_at(path, "|")
    if cuts:
        return [path]
    cuts = _split_at(path, "/")
    starts = [0, *(cut + 1 for cut in cuts)]
    return [path[start:end] for start, end in zip(starts, [*cuts, len(path)], strict=True)]


def _split_at(path: str, marks: str) -> list[int]:
    depth = 0
    found = []
    for token in tokens(path):
        mark = token["mark"]
        depth += (mark == "(") - (mark == ")")
        if depth == 0 and mark is not None and mark in marks:
            found.append(token.start())
    return found


def _influence(pattern: Pattern, context: list[Pattern], names: _Names, fan_in: Mapping[str, int]) -> Influence | None:
    predicates = names.predicates(pattern.path)
    subject, value = pattern.subject, pattern.object
    start = []
    if predicates is not None and any(token["mark"] in _FAR for token in tokens(pattern.path)):
        # Somewhere on a longer path: its ends can be any number of steps away, in both directions.
        one, other = names.fresh(), names.fresh()
        around = "|".join(f"<{iri}>|^<{iri}>" for iri in sorted(predicates))
        start = [f"{one} ({around})* {end}" for end in (subject, value) if end.startswith("?")]
        ends, names_of_triple = {subject, value}, (one, other)
        constants: tuple[str | None, str | None] = (None, None)
    else:
        ends = {subject, value}
        names_of_triple = (subject if subject.startswith("?") else names.fresh(), value if value.startswith("?") else names.fresh())
        constants = (None if subject.startswith("?") else names.iri(subject), None if value.startswith("?") else names.iri(value))
        if names_of_triple[0] == names_of_triple[1]:
            names_of_triple = (names_of_triple[0], names.fresh())
    way = _way({end for end in ends if end.startswith("?")}, context, names, fan_in)
    if way is None:
        return None
    return Influence(predicates, *constants, names_of_triple, " . ".join([*start, *way]), names.header)


def _way(known: set[str], context: list[Pattern], names: _Names, fan_in: Mapping[str, int]) -> list[str] | None:
    """Return the patterns that lead from known variables to ?this at the least expense (Dijkstra's shortest path)."""
    numbers = count()
    open_: list[tuple[int, int, str, list[str]]] = [(0, next(numbers), name, []) for name in sorted(known)]
    heapq.heapify(open_)
    done: set[str] = set()
    while open_:
        cost, _, name, way = heapq.heappop(open_)
        if name == _FOCUS:
            return way
        if name in done:
            continue
        done.add(name)
        for pattern in context:
            predicates = names.predicates(pattern.path)
            width = max((fan_in.get(iri, _MANY) for iri in predicates), default=_MANY) if predicates is not None else _MANY
            if pattern.subject == name and pattern.object.startswith("?"):
                heapq.heappush(open_, (cost + 2, next(numbers), pattern.object, [*way, " ".join(pattern)]))
            if pattern.object == name and pattern.subject.startswith("?"):
                heapq.heappush(open_, (cost + 2 + width, next(numbers), pattern.subject, [*way, " ".join(pattern)]))
    return None


def by_predicate(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Return triples by the address of their predicate."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement[1].value, []).append(statement)
    return found


def as_values(nodes: Iterable[NamedNode | Literal]) -> str:
    """Return the clause that bounds the focus node to some nodes."""
    return f"VALUES {_FOCUS} {{ {' '.join(sorted(map(str, nodes)))} }}"
