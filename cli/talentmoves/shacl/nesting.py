"""Write EXISTS as nested steps, each of which looks up one pattern.

Oxigraph joins the patterns inside EXISTS by hashing, which reads all triples of each pattern anew for
every row outside. In nested steps it goes from one bound variable to the next. The answers are the same:
a conjunction holds for some values if its first part holds for some for which the rest does.
"""

from __future__ import annotations

from itertools import count

from ..sparql import tokens
from .patterns import Filter, Group, Pattern, read_groups

_NAMES = count()


def nest(text: str) -> str:
    """Return the query with every EXISTS of several patterns nested, where it holds nothing but patterns and filters."""
    while True:
        top = read_groups(text)
        found = _innermost(top) if top is not None else []
        if not found:
            return text
        for group in sorted(found, key=lambda group: group.start, reverse=True):
            assert top is not None
            known = _visible(text, group, top)
            text = f"{text[: group.start]}{{ {_nested(_simple(group.patterns), list(group.filters), known)} }}{text[group.end :]}"


def _visible(text: str, group: Group, top: Group) -> set[str]:
    """Return the variables that may be bound when a group is looked at: those outside it that are in no other EXISTS."""
    spans = sorted({(group.start, group.end), *_beside(group, top)})
    parts = []
    end = 0
    for start, after in spans:
        if start >= end:
            parts.append(text[end:start])
            end = after
    parts.append(text[end:])
    return {f"?{token['variable']}" for part in parts for token in tokens(part) if token["variable"]}


def _beside(group: Group, around: Group) -> list[tuple[int, int]]:
    """Return where the EXISTS stand that the group is not inside of."""
    found = []
    for inner in around.groups:
        if inner.start <= group.start and group.end <= inner.end:
            found += _beside(group, inner)
        elif inner.role == "EXISTS":
            found.append((inner.start, inner.end))
        else:
            found += _beside(group, inner)
    return found


def _innermost(group: Group) -> list[Group]:
    """Return the groups to nest that have none inside them; those around them come when they are done."""
    found = [one for inner in group.groups for one in _innermost(inner)]
    if found or group.role != "EXISTS" or not group.is_plain or len(_simple(group.patterns)) < 2:
        return found
    return [group]


def _simple(patterns: list[Pattern]) -> list[Pattern]:
    """Split sequence paths of plain predicates into patterns of their own."""
    found = []
    for pattern in patterns:
        steps = pattern.path.split("/")
        if len(steps) == 1 or any(mark in pattern.path for mark in "|^*+?!(<"):
            found.append(pattern)
            continue
        nodes = [pattern.subject, *(f"?step{next(_NAMES)}" for _ in steps[1:]), pattern.object]
        found += [Pattern(one, step, other) for one, step, other in zip(nodes, steps, nodes[1:], strict=False)]
    return found


def _nested(patterns: list[Pattern], filters: list[Filter], known: set[str]) -> str:
    pattern = min(patterns, key=lambda one: _effort(one, known))  # the first of those that cost least
    rest = [one for one in patterns if one is not pattern]
    known = known | {term for term in (pattern.subject, pattern.path, pattern.object) if term.startswith("?")}
    ready = [one for one in filters if not rest or {f"?{name}" for name in one.variables} <= known]
    later = [one for one in filters if one not in ready]
    parts = [" ".join(pattern), *(one.text for one in ready)]
    if rest:
        parts.append(f"FILTER EXISTS {{ {_nested(rest, later, known)} }}")
    return " ".join(parts)


def _effort(pattern: Pattern, known: set[str]) -> int:
    subject = not pattern.subject.startswith("?") or pattern.subject in known
    if subject:
        return 0 if pattern.object in known else 1
    return 2 if pattern.object in known else 3 if not pattern.object.startswith("?") else 4
