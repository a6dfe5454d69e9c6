"""What the front page counts, all of it from the reports, so that a figure is the same wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from ...table import Value
from ...vocabulary import TM
from .. import addresses
from ..entities.reading import Reader
from ..knowledge import Knowledge
from ..reports.answers import Answers
from ..reports.charts import Month
from ..reports.pictures import months, spread
from ..reports.places import places, row_path
from ..reports.views import BY_KIND, BY_MONTH, View
from .sankey import Flow

BIG, NEW = TM + "bigTech", TM + "startUp"
#: The kinds from top to bottom: the two that the project is about, then who has most to do with them.
KINDS = (BIG, NEW, TM + "researchLab", TM + "university", TM + "otherCompany", TM + "unit")
#: Rows of a list on the front page.
_SHOWN = 6
_LATEST = 10


class Pair(NamedTuple):
    """People from one company to another."""

    #: The path and the name of either.
    ends: tuple[tuple[str, Markup], tuple[str, Markup]]
    figure: str
    address: str


class Counts(NamedTuple):
    """How much there is."""

    people: int
    companies: int
    moves: int
    claims: int
    sources: int
    #: The moves that rest on two independent sources or more, in per cent; nothing where there are no moves.
    well_founded: int | None


def flows(answers: Answers, names: Mapping[str, str], texts: Mapping[str, str]) -> list[Flow]:
    """Return people between kinds, those between start-ups and big tech marked."""
    table = answers.table(BY_KIND)
    found = []
    for record, place in zip(table.records(), places(table), strict=True):
        source, target = str(record["fromCompany"]), str(record["toCompany"])
        certain, possible = int(str(record["certain"])), int(str(record["possible"]))
        kind = "back" if (source, target) == (NEW, BIG) else "out" if (source, target) == (BIG, NEW) else "rest"
        figure = spread(certain, possible, record["orMore"])
        tip = texts["front_flow_tip"].format(source=names[source], target=names[target], figure=figure)
        found.append(Flow(source, target, certain, possible, kind, figure, tip, row_path(BY_KIND, place)))
    return found


def pairs(answers: Answers, reader: Reader, source: str, target: str) -> list[Pair]:
    """Return the companies of two kinds between which most people went."""
    view = View("flows", "flows")
    table = answers.table(view)
    found = []
    for record, place in zip(table.records(), places(table), strict=True):
        left, joined = str(record["fromCompany"]), str(record["toCompany"])
        if [reader.knowledge.one(end, "tm:companyKind") for end in (left, joined)] == [source, target]:
            figure = spread(int(str(record["certain"])), int(str(record["possible"])), record["orMore"])
            ends = (addresses.entity(left), reader.name[left]), (addresses.entity(joined), reader.name[joined])
            found.append(Pair(ends, figure, row_path(view, place)))
    return found[:_SHOWN]


def by_month(answers: Answers, texts: Mapping[str, str]) -> list[Month]:
    """Return people between start-ups and big tech by months."""
    table = answers.table(BY_MONTH)
    return months(BY_MONTH, table, places(table), texts, "")


def latest(answers: Answers) -> list[dict[str, Value]]:
    """Return the latest moves."""
    return answers.table(View("latest", "latest")).records()[:_LATEST]


def years(answers: Answers) -> tuple[str, str] | None:
    """Return the years of the first and the last move whose date is known at all."""
    days = [str(record["when"])[:4] for record in answers.table(View("latest", "latest")).records() if record["when"]]
    return (min(days), max(days)) if days else None


def counts(answers: Answers, knowledge: Knowledge) -> Counts:
    """Count what there is."""
    many = {kind: len(found) for kind, found in knowledge.kinds.items()}
    gaps = {record["gap"]: record for record in answers.table(View("coverage", "coverage")).records()}
    gap = gaps.get("a second independent source")
    share = round(100 * (1 - int(str(gap["missing"])) / int(str(gap["total"])))) if gap else None
    number = many.get
    return Counts(
        number("Person", 0), number("Company", 0), number("Move", 0) + number("GroupMove", 0), number("Claim", 0), number("Source", 0), share
    )
