"""Turn what a user writes for a parameter into an RDF term of the parameter's type."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode

from ..errors import ParameterError, UnknownNameError
from ..suggestions import did_you_mean
from ..vocabulary import RDFS_RESOURCE, TM, XSD
from .metadata import Parameter, Report

#: Finds the entity that a name stands for, among those of some classes (local names such as "Company").
Resolver = Callable[[str, tuple[str, ...]], NamedNode]

_LAST_DAY = "9999-12-30"

# What an entity parameter can be, by its default, which means any of it.
_KINDS = {
    TM + "Person": ("Person",),
    TM + "Company": ("Company",),
    TM + "Move": ("Move", "GroupMove"),
    RDFS_RESOURCE: ("Person", "Company", "Move", "GroupMove", "Role", "Product"),
}


def terms(report: Report, values: Mapping[str, str], resolve: Resolver) -> dict[str, NamedNode | Literal]:
    """Return the RDF terms of a report's parameters by variable name, defaults included.

    :param values: what the user gave, by parameter name (``asOf``)
    :raises UnknownNameError: if the report has no such parameter, or no entity has the name
    :raises ParameterError: if a value is not of the parameter's type
    """
    known = {parameter.name: parameter for parameter in report.parameters}
    for name in values:
        if name not in known:
            options = [parameter.option for parameter in report.parameters]
            raise UnknownNameError(
                f"The report {report.name} has no parameter '{name}'.", did_you_mean(name, known) or f"It has {', '.join(options)}."
            )
    bound = {name: _term(parameter, values.get(name), resolve) for name, parameter in known.items()}
    if "since" in bound and "until" in bound and bound["since"].value > bound["until"].value:
        raise ParameterError(f"--since {bound['since'].value} lies after --until {bound['until'].value}.", "Give the earlier day to --since.")
    return {known[name].variable: term for name, term in bound.items()}


def _term(parameter: Parameter, value: str | None, resolve: Resolver) -> NamedNode | Literal:
    given = parameter.default if value is None else value.strip()
    if parameter.type == "integer":
        return _integer(parameter, given)
    if parameter.type == "date":
        return _date(parameter, given)
    if parameter.type == "choice":
        return _choice(parameter, given)
    if value is None:
        return NamedNode(parameter.default)
    return resolve(given, _KINDS[parameter.default])


def _integer(parameter: Parameter, given: str) -> Literal:
    if not re.fullmatch(r"[0-9]{1,6}", given):
        raise ParameterError(f"{parameter.option}: '{given}' is not a whole number.", f"Give a number such as {parameter.default}.")
    return Literal(str(int(given)), datatype=NamedNode(XSD + "integer"))


def _date(parameter: Parameter, given: str) -> Literal:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
            raise ValueError
        date.fromisoformat(given)
    except ValueError:
        raise ParameterError(f"{parameter.option}: '{given}' is not a day.", "Give a day as year, month and day, such as 2024-11-17.") from None
    # The last state of knowledge ends on the last day that there is.
    return Literal(min(given, _LAST_DAY) if parameter.name == "asOf" else given, datatype=NamedNode(XSD + "date"))


def _choice(parameter: Parameter, given: str) -> Literal:
    if parameter.choices and given not in parameter.choices:
        raise ParameterError(f"{parameter.option}: '{given}' is not one of its values.", f"Give one of {', '.join(parameter.choices)}.")
    return Literal(given)
