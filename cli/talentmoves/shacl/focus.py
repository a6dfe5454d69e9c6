"""Focus nodes as SPARQL: as a pattern that finds them all, and as a test of one.

https://www.w3.org/TR/shacl/#targets
"""

from __future__ import annotations

from itertools import count
from typing import Protocol

from .conditions import Hierarchy
from .model import Targets
from .paths import Path
from .terms import written

_numbers = count()
_MANY = 6


class Focus(Protocol):
    """Where the focus nodes of a shape come from."""

    @property
    def is_small(self) -> bool:
        """Whether there are only a few of them."""

    def generate(self, variable: str) -> str:
        """Return the pattern that binds a variable to each of them."""

    def check(self, variable: str) -> str:
        """Return the expression that a variable is one of them."""

    @property
    def outer(self) -> tuple[str, ...]:
        """The variables of the nodes that lead to them, each of which counts for itself."""


class Targeted:
    """The targets of a shape."""

    def __init__(self, targets: Targets, hierarchy: Hierarchy) -> None:
        # Every other target is a subject of something too, but for nodes and objects.
        self._targets = targets._replace(classes=(), subjects_of=()) if targets.every_subject else targets
        self._hierarchy = hierarchy
        self.is_small = not (targets.classes or targets.subjects_of or targets.objects_of or targets.every_subject)
        self.outer: tuple[str, ...] = ()

    def _patterns(self, variable: str) -> list[str]:
        found = [f"{variable} ?any{next(_numbers)} ?any{next(_numbers)}"] if self._targets.every_subject else []
        found += [f"{variable} <{predicate}> ?any{next(_numbers)}" for predicate in self._targets.subjects_of]
        found += [f"?any{next(_numbers)} <{predicate}> {variable}" for predicate in self._targets.objects_of]
        return found

    def generate(self, variable: str) -> str:
        """Return the pattern that binds a variable to each of them."""
        patterns = [self._hierarchy.instance_of(variable, node) for node in self._targets.classes] + self._patterns(variable)
        if self._targets.nodes:
            patterns.append(f"VALUES {variable} {{ {' '.join(map(written, self._targets.nodes))} }}")
        if len(patterns) == 1 and not self._targets.every_subject:
            return patterns[0]
        union = " UNION ".join(f"{{ {pattern} }}" for pattern in patterns)
        # With many ways to be a target most nodes are one in several ways; each is to be checked once.
        return union if len(patterns) < _MANY and not self._targets.every_subject else f"{{ SELECT DISTINCT {variable} WHERE {{ {union} }} }}"

    def check(self, variable: str) -> str:
        """Return the expression that a variable is one of them."""
        tests = [self._hierarchy.is_instance(variable, self._targets.classes)] if self._targets.classes else []
        tests += [f"EXISTS {{ {pattern} }}" for pattern in self._patterns(variable)]
        tests += [f"sameTerm({variable}, {written(node)})" for node in self._targets.nodes]
        return tests[0] if len(tests) == 1 else f"({' || '.join(tests)})"


class Reached:
    """The values that a property shape's path leads to, which the property shapes inside it look at."""

    def __init__(self, focus: Focus, path: Path) -> None:
        self._focus = focus
        self._path = path
        self.outer = (*focus.outer, f"?outer{len(focus.outer)}")
        # A node that two others lead to is reported twice, which a mere test could not tell.
        self.is_small = True

    def generate(self, variable: str) -> str:
        """Return the pattern that binds a variable to each of them."""
        return f"{{ {self._focus.generate(self.outer[-1])} }} {self.outer[-1]} {self._path.text} {variable}"

    def check(self, variable: str) -> str:
        """Return the expression that a variable is one of them."""
        return f"EXISTS {{ {self.generate(variable)} }}"
