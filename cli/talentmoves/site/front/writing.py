"""Write the front page: at a glance how people go between start-ups and big tech."""

from __future__ import annotations

from markupsafe import Markup

from ...table import Value
from ...vocabulary import TM
from .. import addresses, landing
from ..entities.reading import Reader
from ..knowledge import Knowledge
from ..rendering import Site
from ..reports import charts
from ..reports.answers import Answers
from ..reports.views import BY_KIND, BY_MONTH
from . import figures, searching
from .sankey import Flow, sankey


def write(site: Site, knowledge: Knowledge, answers: Answers) -> None:
    """Write the front page and what search needs.

    :raises EngineError: if the engine fails
    """
    for language in addresses.LANGUAGES:
        _front(site, knowledge, answers, language)
    searching.write(site, knowledge)


def _front(site: Site, knowledge: Knowledge, answers: Answers, language: str) -> None:
    texts = site.texts(language)
    reader = Reader(knowledge, language, texts)
    names = {kind: texts[f"front_{kind.removeprefix(TM)}"] for kind in figures.KINDS}
    flows = figures.flows(answers, names, texts)
    months = figures.by_month(answers, texts)
    site.page(
        "front/index.html",
        "index.html",
        language,
        landing=landing.head(site.edition),
        counts=figures.counts(answers, knowledge),
        years=figures.years(answers),
        back=_one(flows, "back"),
        out=_one(flows, "out"),
        sankey=sankey(texts["front_sankey_name"], flows, figures.KINDS, names),
        matrix=_matrix(flows),
        names=names,
        by_kind=BY_KIND,
        by_month=BY_MONTH,
        pairs=[
            (texts["front_pairs_back"], figures.pairs(answers, reader, figures.NEW, figures.BIG)),
            (texts["front_pairs_out"], figures.pairs(answers, reader, figures.BIG, figures.NEW)),
        ],
        chart=charts.months(texts["front_months_name"], months) if months else Markup(""),
        beyond=charts.goes_beyond(months),
        months=months,
        latest=[_move(record, reader) for record in figures.latest(answers)],
    )


def _one(flows: list[Flow], kind: str) -> Flow | None:
    return next((flow for flow in flows if flow.kind == kind), None)


def _matrix(flows: list[Flow]) -> tuple[list[str], list[tuple[str, list[Flow | None]]]]:
    """Return the kinds that people went to, and for each kind that they left the flows to these."""
    by_ends = {(flow.source, flow.target): flow for flow in flows}
    targets = [kind for kind in figures.KINDS if any(flow.target == kind for flow in flows)]
    sources = [kind for kind in figures.KINDS if any(flow.source == kind for flow in flows)]
    return targets, [(source, [by_ends.get((source, target)) for target in targets]) for source in sources]


def _move(record: dict[str, Value], reader: Reader) -> dict[str, object]:
    move = str(record["move"])
    person = str(record["person"] or "")
    dates = []
    for name in ("left", "joined", "announced"):
        values = record[name]
        assert isinstance(values, tuple)
        dates += [Markup(reader.texts[f"front_{name}"]).format(date=reader.date[value]) for value in values]
    state = reader.knowledge.state(move)
    return {
        "path": addresses.entity(move),
        "who": reader.name[person] if person else reader.name[move],
        "from": reader.name[str(record["fromCompany"])] if record["fromCompany"] else "",
        "to": reader.name[str(record["toCompany"])] if record["toCompany"] else "",
        "dates": Markup(reader.texts["front_comma"]).join(dates),
        "badge": reader.badge[reader.knowledge.one(state, "tm:status")] if state else "",
        "sources": record["sources"],
    }
