"""Conformance to a shape as one SPARQL expression, so that shapes can refer to shapes inside one query.

The expressions never raise an error: each is true or false for every term.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations, count
from typing import Protocol

from .errors import unsupported
from .graph import Node
from .model import Constraint, Qualified, Shape
from .paths import Path
from .terms import has_datatype, is_of_kind, is_one_of, quoted, speaks, written

_COMPARISONS = {"minExclusive": ">", "minInclusive": ">=", "maxExclusive": "<", "maxInclusive": "<=", "lessThan": "<", "lessThanOrEquals": "<="}
#: Counts in nested shapes are told by patterns that name every value, which grow with the square of the count.
_MOST_COUNTED = 12


class Hierarchy(Protocol):
    """Tells which classes make something an instance of a class."""

    def instance_of(self, variable: str, node: Node) -> str:
        """Return the pattern that binds a variable to the instances of a class."""

    def is_instance(self, variable: str, nodes: Iterable[Node]) -> str:
        """Return the expression that a variable is an instance of one of some classes."""


class Conditions:
    """Writes expressions; the variables inside one query never clash."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self._hierarchy = hierarchy
        self._numbers = count()

    def fresh(self) -> str:
        """Return a variable that is not used yet."""
        return f"?v{next(self._numbers)}"

    def conforms(self, shape: Shape, node: str) -> str:
        """Return the expression that a node conforms to a shape.

        :raises ShapesError: if the shape holds a query, or counts beyond what can be told inside an expression
        """
        if shape.deactivated:
            return "true"
        return _all([self._holds(shape, constraint, node) for constraint in shape.constraints])

    def good_value(self, constraint: Constraint, value: str) -> str | None:
        """Return the expression that one value node satisfies a constraint, or nothing if it is not about single values."""
        kind, argument = constraint.kind, constraint.argument
        if kind in ("not", "and", "or", "xone", "node"):
            return self._logical(kind, argument, value)
        if kind == "class":
            return self._hierarchy.is_instance(value, [argument])
        return good_term(constraint, value)

    def _logical(self, kind: str, argument: Shape | tuple[Shape, ...], value: str) -> str:
        if isinstance(argument, Shape):
            told = self.conforms(argument, value)
            return f"(!{told})" if kind == "not" else told
        if kind == "or":
            return self._any(argument, value)
        told_of_all = [self.conforms(shape, value) for shape in argument]
        if kind == "and":
            return _all(told_of_all)
        return f"(({' + '.join(f'IF({told}, 1, 0)' for told in told_of_all) or '0'}) = 1)"

    def _any(self, shapes: tuple[Shape, ...], value: str) -> str:
        """Return the expression that a value conforms to one of some shapes; those that only ask for a class are one question."""
        classes = [shape.constraints[0].argument for shape in shapes if _is_class_only(shape)]
        told = [self._hierarchy.is_instance(value, classes)] if classes else []
        told += [self.conforms(shape, value) for shape in shapes if not _is_class_only(shape)]
        return f"({' || '.join(told)})" if told else "false"

    def _holds(self, shape: Shape, constraint: Constraint, node: str) -> str:
        kind, argument = constraint.kind, constraint.argument
        if kind == "property":
            return self._of_values(shape.path, node, lambda value: self.conforms(argument, value))
        if kind == "closed":
            return self._of_values(shape.path, node, lambda value: self._is_closed(argument, value))
        if kind in ("sparql", "component"):
            raise unsupported(shape.node, "a query in a shape that another shape refers to")
        if shape.path is None:
            return self._node_holds(constraint, node)
        return self._property_holds(shape, shape.path, constraint, node)

    def _of_values(self, path: Path | None, node: str, told: Callable[[str], str]) -> str:
        """Return the expression that something holds of all value nodes."""
        if path is None:
            return told(node)
        value = self.fresh()
        test = told(value)
        return "true" if test == "true" else f"NOT EXISTS {{ {reach(node, path, value)} . FILTER(!{test}) }}"

    def _is_closed(self, allowed: tuple[str, ...], node: str) -> str:
        predicate, value = self.fresh(), self.fresh()
        return f"NOT EXISTS {{ {node} {predicate} {value}{outside(predicate, allowed)} }}"

    def _node_holds(self, constraint: Constraint, node: str) -> str:
        kind, argument = constraint.kind, constraint.argument
        if kind == "hasValue":
            return f"sameTerm({node}, {written(argument)})"
        if kind == "disjoint":
            return f"NOT EXISTS {{ {node} {written(argument)} {node} }}"
        if kind == "equals":
            value = self.fresh()
            return (
                f"(EXISTS {{ {node} {written(argument)} {node} }}"
                f" && NOT EXISTS {{ {node} {written(argument)} {value} . FILTER(!sameTerm({value}, {node})) }})"
            )
        good = self.good_value(constraint, node)
        assert good is not None, kind
        return good

    def _property_holds(self, shape: Shape, path: Path, constraint: Constraint, node: str) -> str:
        kind, argument = constraint.kind, constraint.argument
        value = self.fresh()
        values = reach(node, path, value)
        if kind == "hasValue":
            return leads(node, path, written(argument))
        if kind == "minCount":
            return self._at_least(shape, node, path, argument)
        if kind == "maxCount":
            return f"(!{self._at_least(shape, node, path, argument + 1)})"
        if kind == "qualifiedMinCount":
            return self._at_least(shape, node, path, argument.minimum, argument)
        if kind == "qualifiedMaxCount":
            return f"(!{self._at_least(shape, node, path, argument.maximum + 1, argument)})"
        if kind == "uniqueLang":
            other = self.fresh()
            return f"NOT EXISTS {{ {values} . {reach(node, path, other)} . FILTER({same_language(value, other)}) }}"
        if kind == "disjoint":
            return f"NOT EXISTS {{ {values} . {node} {written(argument)} {value} }}"
        if kind == "equals":
            other = self.fresh()
            return (
                f"(NOT EXISTS {{ {values} . FILTER NOT EXISTS {{ {node} {written(argument)} {value} }} }}"
                f" && NOT EXISTS {{ {node} {written(argument)} {other} . FILTER(!{leads(node, path, other)}) }})"
            )
        if kind in ("lessThan", "lessThanOrEquals"):
            other = self.fresh()
            return f"NOT EXISTS {{ {values} . {node} {written(argument)} {other} . FILTER(!{compares(value, kind, other)}) }}"
        good = self.good_value(constraint, value)
        assert good is not None, kind
        return f"NOT EXISTS {{ {values} . FILTER(!{good}) }}"

    def _at_least(self, shape: Shape, node: str, path: Path, number: int, qualified: Qualified | None = None) -> str:
        if number <= 0:
            return "true"
        if number > _MOST_COUNTED:
            raise unsupported(shape.node, f"a count above {_MOST_COUNTED} in a shape that another shape refers to")
        values = [self.fresh() for _ in range(number)]
        filters = [f"!sameTerm({one}, {other})" for one, other in combinations(values, 2)]
        if qualified is not None:
            filters += [self.counts(qualified, value) for value in values]
        tests = f" . FILTER({' && '.join(filters)})" if filters else ""
        return f"EXISTS {{ {' . '.join(reach(node, path, value) for value in values)}{tests} }}"

    def counts(self, qualified: Qualified, value: str) -> str:
        """Return the expression that a value counts for a qualified value shape."""
        return _all([self.conforms(qualified.shape, value), *(f"(!{self.conforms(other, value)})" for other in qualified.siblings)])


def _is_class_only(shape: Shape) -> bool:
    return not shape.deactivated and shape.path is None and [constraint.kind for constraint in shape.constraints] == ["class"]


def good_term(constraint: Constraint, value: str) -> str | None:
    """Return the expression that a term satisfies a constraint which looks at nothing but the term."""
    kind, argument = constraint.kind, constraint.argument
    if kind == "datatype":
        return has_datatype(value, argument)
    if kind == "nodeKind":
        return is_of_kind(value, argument)
    if kind in ("minExclusive", "minInclusive", "maxExclusive", "maxInclusive"):
        return compares(value, kind, written(argument))
    if kind == "minLength":
        return f"(!ISBLANK({value}) && STRLEN(STR({value})) >= {argument})" if argument > 0 else f"(!ISBLANK({value}))"
    if kind == "maxLength":
        return f"(!ISBLANK({value}) && STRLEN(STR({value})) <= {argument})"
    if kind == "pattern":
        pattern, flags = argument
        more = f", {quoted(flags)}" if flags else ""
        return f"(!ISBLANK({value}) && REGEX(STR({value}), {quoted(pattern)}{more}))"
    if kind == "languageIn":
        return speaks(value, argument)
    if kind == "in":
        return is_one_of(value, argument)
    return None


def reach(node: str, path: Path, value: str) -> str:
    """Return the pattern that a path leads from a node to a value."""
    if not path.may_be_empty:
        return f"{node} {path.text} {value}"
    # A node that is in no triple has itself as its value all the same, which engines overlook.
    return f"{{ {{ {node} {path.text} {value} }} UNION {{ BIND({node} AS {value}) }} }}"


def leads(node: str, path: Path, value: str) -> str:
    """Return the expression that a path leads from a node to a value that is known."""
    direct = f"EXISTS {{ {node} {path.text} {value} }}"
    return f"(sameTerm({node}, {value}) || {direct})" if path.may_be_empty else direct


def compares(one: str, kind: str, other: str) -> str:
    """Return the expression of a comparison; what cannot be compared does not satisfy it."""
    return f"COALESCE({one} {_COMPARISONS[kind]} {other}, false)"


def same_language(one: str, other: str) -> str:
    """Return the expression that two different literals have the same language tag."""
    both = f"ISLITERAL({one}) && ISLITERAL({other})"
    return f'({both} && LANG({one}) != "" && LCASE(LANG({one})) = LCASE(LANG({other})) && !sameTerm({one}, {other}))'


def outside(predicate: str, allowed: tuple[str, ...]) -> str:
    """Return the filter that a predicate is none of some, to stand behind a pattern."""
    # Oxigraph takes NOT IN () for false.
    return f" . FILTER({predicate} NOT IN ({', '.join(f'<{iri}>' for iri in allowed)}))" if allowed else ""


def _all(parts: list[str]) -> str:
    kept = [part for part in dict.fromkeys(parts) if part != "true"]
    if not kept:
        return "true"
    return kept[0] if len(kept) == 1 else f"({' && '.join(kept)})"
