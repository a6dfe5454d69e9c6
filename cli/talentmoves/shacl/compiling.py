"""Compile shapes to SPARQL: one query for each constraint, which finds the violations of all focus nodes.

Where a predicate leads to the values, the query looks at the values first and at the targets last:
what is wrong is rare, so that few nodes are asked whether they are targets. What is missing can only be
found from the targets.

J. Corman, F. Florenzano, J. L. Reutter, O. Savković: "Validating SHACL constraints over a SPARQL
endpoint", ISWC 2019, https://doi.org/10.1007/978-3-030-30793-6_9
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .conditions import Conditions, Hierarchy, compares, leads, outside, reach
from .errors import unsupported
from .focus import Focus, Reached, Targeted
from .model import Constraint, Query, Shape
from .paths import Path
from .set_based import as_set_query, group_starts
from .terms import written


class Check(NamedTuple):
    """A query that returns all violations of one constraint of one shape as ?this, and perhaps ?value and ?path."""

    text: str
    shape: Shape
    constraint: Constraint
    focus: Focus
    #: Whether the value is what the query selects, the focus node, or nothing.
    value: str = "none"
    #: A query that has to be asked for one focus node at a time; the text then gives the focus nodes.
    each: Query | None = None

    def only(self, values: str) -> Check:
        """Return the check bounded to some focus nodes.

        :param values: a VALUES clause for ?this, put where each SELECT begins to match
        """
        parts = []
        end = 0
        for at in group_starts(self.text):
            parts += [self.text[end:at], f" {values} "]
            end = at
        return self._replace(text="".join([*parts, self.text[end:]]))


def compile_shapes(shapes: Iterable[Shape], hierarchy: Hierarchy) -> list[Check]:
    """Return the checks of some shapes.

    :raises ShapesError: if a shape uses a construct that cannot be compiled
    """
    found: list[Check] = []
    for shape in shapes:
        found += _compile(shape, Targeted(shape.targets, hierarchy), hierarchy)
    return found


def _compile(shape: Shape, focus: Focus, hierarchy: Hierarchy) -> Iterator[Check]:
    if shape.deactivated:
        return
    for constraint in shape.constraints:
        if constraint.kind == "property":
            inner = focus if shape.path is None else Reached(focus, shape.path)
            yield from _compile(constraint.argument, inner, hierarchy)
        elif constraint.kind in ("sparql", "component"):
            yield _custom(shape, constraint, focus)
        else:
            conditions = Conditions(hierarchy)
            body, value = _node_check(constraint, focus, conditions) if shape.path is None else _property_check(shape, constraint, focus, conditions)
            for one in body:
                yield Check(one, shape, constraint, focus, value)


def _custom(shape: Shape, constraint: Constraint, focus: Focus) -> Check:
    value = "row" if shape.path is not None else "row or focus"
    if constraint.kind == "sparql":
        query: Query = constraint.argument
        text = as_set_query(query.text, focus)
        if text is not None:
            return Check(text, shape, constraint, focus, value)
        return Check(_select(focus, "?this", f"{focus.generate('?this')}"), shape, constraint, focus, value, query)
    query = constraint.argument.query
    if not query.is_ask:
        return Check(_select(focus, "?this", f"{focus.generate('?this')}"), shape, constraint, focus, value, query)
    values = "BIND(?this AS ?value)" if shape.path is None else _reach(focus, shape.path, "?value")
    return Check(_select(focus, "?this ?value", f"{focus.generate('?this')} . {values}"), shape, constraint, focus, "row", query)


def _node_check(constraint: Constraint, focus: Focus, conditions: Conditions) -> tuple[list[str], str]:
    kind, argument = constraint.kind, constraint.argument
    targets = focus.generate("?this")
    if kind == "closed":
        return [_select(focus, "?this ?path ?value", f"{targets} . ?this ?path ?value{outside('?path', argument)}")], "row"
    if kind == "hasValue":
        return [_select(focus, "?this", f"{targets} . FILTER(!sameTerm(?this, {written(argument)}))")], "none"
    if kind == "disjoint":
        return [_select(focus, "?this", f"{targets} . ?this {written(argument)} ?this")], "focus"
    if kind == "equals":
        other = f"{targets} . ?this {written(argument)} ?value . FILTER(!sameTerm(?value, ?this))"
        own = f"{targets} . FILTER NOT EXISTS {{ ?this {written(argument)} ?this }} BIND(?this AS ?value)"
        return [_select(focus, "?this ?value", body) for body in (other, own)], "row"
    good = conditions.good_value(constraint, "?this")
    assert good is not None, kind
    return [_select(focus, "?this", f"{targets} . FILTER(!{good})")], "focus"


def _property_check(shape: Shape, constraint: Constraint, focus: Focus, conditions: Conditions) -> tuple[list[str], str]:
    kind, argument, path = constraint.kind, constraint.argument, shape.path
    assert path is not None
    targets = focus.generate("?this")
    values = _reach(focus, path, "?value")
    if kind == "closed":
        inside = f"{_reach(focus, path, '?node')} . ?node ?path ?value{outside('?path', argument)}"
        return [_select(focus, "?this ?path ?value", _found(focus, path.may_be_empty, inside))], "row"
    if kind == "minCount":
        if argument <= (1 if path.may_be_empty else 0):
            return [], "none"
        if argument == 1:
            return [_select(focus, "?this", f"{targets} . FILTER NOT EXISTS {{ {values} }}")], "none"
        return [_counted(focus, f"{targets} . OPTIONAL {{ {values} }}", "<", argument)], "none"
    if kind == "hasValue":
        return [_select(focus, "?this", f"{targets} . FILTER(!{leads('?this', path, written(argument))})")], "none"
    if kind in ("qualifiedMinCount", "qualifiedMaxCount"):
        counted = f"OPTIONAL {{ {values} . FILTER({conditions.counts(argument, '?value')}) }}"
        limit = ("<", argument.minimum) if kind == "qualifiedMinCount" else (">", argument.maximum)
        return [_counted(focus, f"{targets} . {counted}", *limit)], "none"
    if kind == "equals":
        other = f"?this {written(argument)} ?value"
        missing = f"{targets} . {other} . FILTER(!{leads('?this', path, '?value')})"
        return [
            _select(focus, "?this ?value", _found(focus, path.may_be_empty, values, f"NOT EXISTS {{ {other} }}")),
            _select(focus, "?this ?value", missing),
        ], "row"
    if kind == "maxCount":
        if argument == 0:
            return [_select(focus, "?this", _found(focus, path.may_be_empty, values))], "none"
        return [_grouped(focus, path, values, "?this", ">", argument)], "none"
    if kind == "uniqueLang":
        languages = f'{values} . BIND(LCASE(LANG(?value)) AS ?language) FILTER(?language != "")'
        return [_grouped(focus, path, languages, "?this ?language", ">", 1)], "none"
    if kind == "disjoint":
        return [_select(focus, "?this ?value", _found(focus, path.may_be_empty, f"{values} . ?this {written(argument)} ?value"))], "row"
    if kind in ("lessThan", "lessThanOrEquals"):
        two = f"{values} . ?this {written(argument)} ?other"
        body = _found(focus, path.may_be_empty, two, "!" + compares("?value", kind, "?other"))
        return [_select(focus, "?this ?value ?other", body)], "row"
    good = conditions.good_value(constraint, "?value")
    if good is None:
        raise unsupported(shape.node, f"sh:{kind}")
    return [_select(focus, "?this ?value", _found(focus, path.may_be_empty, values, f"!{good}"))], "row"


def _reach(focus: Focus, path: Path, value: str) -> str:
    if not path.may_be_empty:
        return reach("?this", path, value)
    # A focus node that is in no triple has itself as its value all the same, which engines overlook.
    targets = focus.generate("?this")
    return f"{{ {{ {targets} . ?this {path.text} {value} }} UNION {{ {targets} . BIND(?this AS {value}) }} }}"


def _select(focus: Focus, variables: str, body: str) -> str:
    return f"SELECT DISTINCT {' '.join((*focus.outer, variables))} WHERE {{ {body} }}"


def _found(focus: Focus, from_targets: bool, pattern: str, test: str = "") -> str:
    """Return the pattern of what is wrong with values, joined with the targets on the cheaper side."""
    if from_targets or focus.is_small:
        return f"{focus.generate('?this')} . {pattern}" + (f" . FILTER({test})" if test else "")
    tests = [test, focus.check("?this")] if test else [focus.check("?this")]
    return f"{pattern} . FILTER({' && '.join(tests)})"


def _grouped(focus: Focus, path: Path, values: str, groups: str, comparison: str, limit: int) -> str:
    """Return the query that counts values before it asks for targets; joining values with each other would take the square of their number."""
    if path.may_be_empty or focus.is_small:
        values = f"{focus.generate('?this')} . {values}"
    nodes = " ".join((*focus.outer, groups))
    counted = f"SELECT {nodes} WHERE {{ {values} }} GROUP BY {nodes} HAVING(COUNT(DISTINCT ?value) {comparison} {limit})"
    return counted if path.may_be_empty or focus.is_small else f"SELECT {nodes} WHERE {{ {{ {counted} }} FILTER({focus.check('?this')}) }}"


def _counted(focus: Focus, body: str, comparison: str, limit: int) -> str:
    nodes = " ".join((*focus.outer, "?this"))
    return f"SELECT {nodes} WHERE {{ {body} }} GROUP BY {nodes} HAVING(COUNT(DISTINCT ?value) {comparison} {limit})"
