"""Dates that are written in another form, or marked as something else than they are.

Forms: https://www.w3.org/TR/xmlschema11-2/ and https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from pyoxigraph import Literal

from ...vocabulary import PREFIXES, TM, XSD
from .problem import Problem, Repair
from .turtle import Writer

_EDTF = PREFIXES["edtf"] + "EDTF"
_MONTHS = {name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
_WORD = r"(?P<word>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = [
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
    r"(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})",
    r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
    r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号]",
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{_WORD},?\s+(?P<y>\d{{4}})",
    rf"{_WORD}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})",
]
_MONTH = [r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})", r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月(?:份)?", rf"{_WORD},?\s+(?P<y>\d{{4}})"]
_YEAR = [r"(?P<y>\d{4})\s*年?"]
_PART = [
    r"(?P<y>\d{4})[- ]?(?P<kind>[HQ])(?P<n>[1-4])",
    r"(?P<kind>[HQ])(?P<n>[1-4])[- ]?(?P<y>\d{4})",
    r"(?P<y>\d{4})\s*年\s*(?P<half>[上下])半年",
    r"(?P<y>\d{4})\s*年\s*第?(?P<quarter>[一二三四1-4])季度",
]
_BETWEEN = re.compile(r"\s*(?:/|–|—|\bto\b|至|到)\s*")
_DID_YOU_MEAN = {"en": "Did you mean {date}?", "zh": "是否想写 {date}？"}
_MARK = {"en": "Mark it as what it is: {date}.", "zh": "请标明它是什么：{date}。"}
_EXCHANGE = {"en": "Write the earlier date first: {date}.", "zh": "请把较早的日期写在前面：{date}。"}


class Date(NamedTuple):
    """A date as it is to be written."""

    text: str
    datatype: str


def read(text: str) -> Date | None:
    """Return the date that a text means; nothing if it means none, or a day that there is not.

    >>> read("2 Aug 2024").text, read("2024年8月").text, read("2024-H2").text, read("2024-02-30")
    ('2024-08-02', '2024-08', '2024-07/2024-12', None)
    """
    text = text.strip()
    return _one(text) or _interval(text)


def _one(text: str) -> Date | None:
    for forms, pattern, datatype in ((_DAY, "{y}-{m:02}-{d:02}", "date"), (_MONTH, "{y}-{m:02}", "gYearMonth"), (_YEAR, "{y}", "gYear")):
        for form in forms:
            if match := re.fullmatch(form, text, re.IGNORECASE):
                parts = match.groupdict()
                month = _MONTHS[parts["word"].lower()] if parts.get("word") else int(parts.get("m") or 1)
                return _existing(pattern, datatype, parts["y"], month, int(parts.get("d") or 1))
    return None


def _existing(pattern: str, datatype: str, year: str, month: int, day: int) -> Date | None:
    try:
        datetime.date(int(year), month, day)
    except ValueError:
        return None
    return Date(pattern.format(y=year, m=month, d=day), XSD + datatype)


def _interval(text: str) -> Date | None:
    for form in _PART:
        if match := re.fullmatch(form, text, re.IGNORECASE):
            parts = match.groupdict()
            if parts.get("half"):
                first, length = (1 if parts["half"] == "上" else 7), 6
            elif parts.get("quarter"):
                first, length = 3 * ("一二三四".find(parts["quarter"]) if parts["quarter"] in "一二三四" else int(parts["quarter"]) - 1) + 1, 3
            else:
                length = 6 if parts["kind"].upper() == "H" else 3
                first = length * (int(parts["n"]) - 1) + 1
            if first > 12:
                return None
            return Date(f"{parts['y']}-{first:02}/{parts['y']}-{first + length - 1:02}", _EDTF)
    ends = _BETWEEN.split(text)
    dates = [_one(end) for end in ends]
    if len(dates) == 2 and dates[0] and dates[1]:
        return Date(f"{dates[0].text}/{dates[1].text}", _EDTF)
    return None


def mend(problem: Problem) -> Repair | None:
    """Mark a date as what it is, or write it in our form; certain where the text stays as it is."""
    value = problem.value
    if not isinstance(value, Literal) or (date := read(value.value)) is None:
        return None
    if problem.path == TM + "checked" and date.datatype != XSD + "date":
        return None
    same = date.text == value.value
    if same and date.datatype == value.datatype.value:
        return None  # nothing that we can tell is wrong with it
    shown = Writer.usual().literal(*date)
    text = (_MARK if same else _DID_YOU_MEAN)[problem.language].format(date=shown)
    return Repair(text, problem.replace(lambda _, writer: writer.literal(*date), certain=same))


def exchange(problem: Problem) -> Repair | None:
    """Exchange the two ends of an interval."""
    value = problem.value
    if not isinstance(value, Literal) or value.value.count("/") != 1:
        return None
    first, last = value.value.split("/")
    swapped = Date(f"{last}/{first}", value.datatype.value)
    shown = Writer.usual().literal(*swapped)
    return Repair(_EXCHANGE[problem.language].format(date=shown), problem.replace(lambda _, writer: writer.literal(*swapped), certain=False))
