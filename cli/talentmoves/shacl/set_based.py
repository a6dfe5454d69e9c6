"""Turn a query for one focus node into one for all of them, where both must give the same.

SHACL asks a query once for every focus node, with $this bound beforehand in every part of it (5.3.1
and appendix A). Left free, $this gives the same answers if wherever it is used it is also bound by a
triple pattern. The test here is on the safe side: what it cannot vouch for is asked node by node.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..sparql import tokens
from .focus import Focus
from .nesting import nest

_AGGREGATES = {"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"}
_HEADER = re.compile(r"(?:\s|#[^\n]*\n|PREFIX\s+[\w.-]*:\s*<[^>]*>|BASE\s*<[^>]*>)*", re.IGNORECASE)


def as_set_query(text: str, focus: Focus) -> str | None:
    """Return the query for all focus nodes, or nothing if it has to be asked for each by itself."""
    if not _is_set_based(text):
        return None
    head = _HEADER.match(text)
    end = head.end() if head else 0
    text = nest(text)
    targets = f"{{ {focus.generate('?this')} }}" if focus.is_small else f"FILTER({focus.check('?this')})"
    return f"{text[:end]}SELECT * WHERE {{ {{ {text[end:]} }} {targets} }}"


def group_starts(text: str) -> list[int]:
    """Return where the group of each SELECT of a query begins, behind its brace."""
    found = []
    awaited = False
    for token in tokens(text):
        if (token["word"] or "").upper() == "SELECT":
            awaited = True
        elif awaited and token["mark"] == "{":
            found.append(token.end())
            awaited = False
    return found


@dataclass
class _Group:
    """What stands between two braces."""

    #: The words in front of it that say what it is: OPTIONAL, UNION, EXISTS, or nothing.
    role: str
    #: Whether $this is part of a triple pattern, or of an expression, in this very group.
    in_pattern: bool = False
    in_expression: bool = False
    in_bind: bool = False
    groups: list[_Group] = field(default_factory=list)

    def binds(self) -> bool:
        """Tell whether every solution of the group binds $this."""
        if self.in_pattern:
            return True
        run: list[bool] = []
        for group in self.groups:
            if group.role == "UNION" and run:
                run[-1] = run[-1] and group.binds()
            elif group.role == "":
                run.append(group.binds())
        return any(run)

    def is_sound(self) -> bool:
        """Tell whether $this means the same in the group when nothing binds it beforehand."""
        if self.role == "EXISTS":  # its variables are replaced by the values outside
            return all(group.is_sound() for group in self.groups)
        expressions = self.in_bind or (self.in_expression and self.role != "OPTIONAL")
        return (not expressions or self.binds()) and all(group.is_sound() for group in self.groups)


def _is_set_based(text: str) -> bool:
    found = tokens(text)
    words = [(token["word"] or "").upper() for token in found]
    if "LIMIT" in words or "OFFSET" in words:
        return False
    if _AGGREGATES.intersection(words) and not _groups_by_this(words, found):
        return False
    top = _read_groups(found, words)
    return top is not None and top.binds() and top.is_sound()


def _groups_by_this(words: list[str], found: list[re.Match[str]]) -> bool:
    grouped = 0
    for at in range(len(words) - 1):
        if words[at] == "GROUP" and words[at + 1] == "BY":
            variables = []
            for token in found[at + 2 :]:
                if token["variable"] is None:
                    break
                variables.append(token["variable"])
            if "this" not in variables:
                return False
            grouped += 1
    return grouped == words.count("SELECT")


def _read_groups(found: list[re.Match[str]], words: list[str]) -> _Group | None:
    open_: list[_Group] = []
    top: _Group | None = None
    depth = 0
    depths: list[int] = []
    in_select = False
    bind_from: int | None = None
    for at, token in enumerate(found):
        mark = token["mark"]
        if words[at] == "SELECT":
            in_select = True
        elif words[at] in ("WHERE", "FROM"):
            in_select = False
        elif words[at] == "BIND":
            bind_from = depth
        if mark == "{":
            in_select = False
            before = words[at - 1] if at else ""
            group = _Group(before if before in ("OPTIONAL", "UNION", "EXISTS") else "")
            if open_:
                open_[-1].groups.append(group)
            elif top is None:
                top = group
            open_.append(group)
            depths.append(depth)
            depth = 0
        elif mark == "}":
            if not open_:
                return None
            open_.pop()
            depth = depths.pop()
        elif mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if bind_from == depth:
                bind_from = None
        elif token["variable"] == "this" and open_ and not in_select:
            group = open_[-1]
            if depth == 0:
                group.in_pattern = True
            elif bind_from is not None:
                group.in_bind = True
            else:
                group.in_expression = True
    return top
