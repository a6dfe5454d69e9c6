"""Dates in words, as precise as they were reported and no more (EDTF, https://www.loc.gov/standards/datetime/)."""

from __future__ import annotations

import re
from typing import NamedTuple

from markupsafe import Markup, escape

from ...formats.cells import visible
from ...vocabulary import TM
from ..knowledge import Knowledge

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_SHOWN = re.compile(r"([\d-]+(?:/[\d-]+)?)(?: (or before|or after|announced))?")
_HOW = {None: "at", "or before": "by", "or after": "from", "announced": "announced"}
_UNTIL = " to "
_UNTIL_ZH = "至"


class Moment(NamedTuple):
    """When somebody left or joined, as far as that is known."""

    #: ``at``, ``by`` (or before), ``from`` (or after) or ``announced``.
    how: str
    #: A date or an interval of dates.
    value: str


class Span(NamedTuple):
    """The first and the last day that a date allows."""

    first: str
    last: str


def written(value: str, language: str) -> str:
    """Write a reported date or interval in words.

    >>> written("2024-10", "en"), written("2024-10", "zh"), written("2024-10-28", "en")
    ('October 2024', '2024年10月', '28 October 2024')
    >>> written("2025-01/2025-02", "en"), written("2025-01/2025-02", "zh"), written("2017-01/2017-12", "en")
    ('January to February 2025', '2025年1月至2月', '2017')
    """
    first, slash, last = value.partition("/")
    if not slash:
        return _date(first, language)
    if not _DATE.fullmatch(first) or not _DATE.fullmatch(last):
        return visible(value)
    if first[4:] == "-01" and last[4:] == "-12":
        return _date(first[:4], language) if first[:4] == last[:4] else _between(first[:4], last[:4], language)
    return _between(first, last, language)


def element(value: str, language: str) -> Markup:
    """Write a date in words, marked up for machines where HTML can say it (a date, a month or a year)."""
    text = escape(written(value, language))
    return Markup(f'<time datetime="{value}">{text}</time>') if _DATE.fullmatch(value) else text


def parsed(text: str) -> Moment | None:
    """Read a derived text for reading, as reports have it, or a reported date; nothing where it is neither.

    >>> parsed("2022-12 or before"), parsed("2024-08 announced"), parsed("soon")
    (Moment(how='by', value='2022-12'), Moment(how='announced', value='2024-08'), None)
    """
    found = _SHOWN.fullmatch(text)
    return Moment(_HOW[found[2]], found[1]) if found else None


def moment(knowledge: Knowledge, state: str, side: str) -> Moment | None:
    """Return when the person went out or came in, or nothing where no date is known.

    The derived text for reading has months; where the date that it rests on was reported to the day, the day stands here.

    :param state: a state of knowledge of a move
    :param side: ``exit`` or ``entry``
    """
    shown = parsed(knowledge.one(state, f"tm:{side}Shown"))
    if shown is None:
        return None
    basis = knowledge.one(state, f"tm:{side}Basis").removeprefix(TM)
    reported = knowledge.all(state, f"tm:{basis}")
    if len(reported) != 1:
        return shown
    only = reported[0]
    first, last = (knowledge.one(state, f"tm:{side}{end}") for end in ("Earliest", "Latest"))
    exact = len(only) == len("2024-10-28")
    bound = exact and (shown.how, only) in (("by", last), ("from", first))
    return Moment(shown.how, only) if bound or shown.how in ("at", "announced") else shown


def span(knowledge: Knowledge, state: str, side: str) -> Span | None:
    """Return the days on which the person can have gone out or come in, or nothing where no date is known.

    :param side: ``exit`` or ``entry``, or the name of a reported date
    """
    first, last = (knowledge.one(state, f"tm:{side}{end}") for end in ("Earliest", "Latest"))
    return Span(first, last) if first and last else None


def _between(first: str, last: str, language: str) -> str:
    same_year = first[:4] == last[:4] and len(first) == len(last) > len("2024")
    if language == "zh":
        return _date(first, language) + _UNTIL_ZH + (_date(last, language).partition("年")[2] if same_year else _date(last, language))
    start = _date(first, language)
    return (start.removesuffix(f" {first[:4]}") if same_year else start) + _UNTIL + _date(last, language)


def _date(value: str, language: str) -> str:
    if not _DATE.fullmatch(value):
        return visible(value)
    year, month, day = [*value.split("-"), "", ""][:3]
    if language == "zh":
        return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
    return " ".join(([str(int(day))] if day else []) + ([_MONTHS[int(month) - 1]] if month else []) + [year])
