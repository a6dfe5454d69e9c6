"""Which answers of the reports have pages: each report as it is, and some with other values for its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...reports import metadata
from ..words import Said
from .chinese import in_chinese


class View(NamedTuple):
    """A report with values for its parameters."""

    #: The name of its page: the report's own where nothing is changed.
    name: str
    report: str
    values: Mapping[str, str] = {}
    #: What it is called where that differs from the report's summary.
    title: Said | None = None
    #: What it shows where that differs from the report's description.
    description: Said | None = None

    @property
    def command(self) -> str:
        """What gives the same rows on the command line."""
        options = {parameter.name: parameter.option for parameter in metadata.find(self.report).parameters}
        return " ".join(["moves report", self.report, *(f"{options[name]} {value}" for name, value in self.values.items())])


BY_KIND = View(
    "flows-by-kind",
    "flows",
    {"level": "kind"},
    Said("How people went between start-ups, big tech and other kinds of organisation", "人员在创业公司、大厂与其他类型机构之间的流动"),
    Said(
        "People by pair of kinds, each organisation by the kind of its topmost company, with the moves behind each figure.",
        "按机构类型两两统计人数，类型以最上层公司为准，并列出每个数字背后的流动。",
    ),
)
BY_MONTH = View(
    "start-ups-and-big-tech-by-month",
    "departures-by-month",
    {"kind": "bigTech", "other": "startUp"},
    Said("Month by month, people between start-ups and big tech", "创业公司与大厂之间逐月的人员流动"),
    Said(
        "In are people who joined big tech from start-ups, out those who left big tech for start-ups.",
        "流入为从创业公司加入大厂的人数，流出为离开大厂去创业公司的人数。",
    ),
)
#: Views beside the reports as they are.
OTHERS = (BY_KIND, BY_MONTH)


def views() -> list[View]:
    """Return what has a page, each report followed by its other views."""
    found = []
    for name in metadata.names():
        found.append(View(name, name))
        found += [view for view in OTHERS if view.report == name]
    return found


def title(view: View) -> Said:
    """Return what a view is called, in English and in Chinese."""
    return view.title or _said(metadata.find(view.report).summary)


def description(view: View) -> Said:
    """Return what a view shows, in English and in Chinese."""
    return view.description or _said(metadata.find(view.report).description)


def _said(english: str) -> Said:
    return Said(english, in_chinese(english))
