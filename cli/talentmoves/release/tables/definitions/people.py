"""The table of people."""

from __future__ import annotations

from .. import figures
from ..columns import Column, Datatype, TableDefinition, Text, own
from .shared import NOTE, OTHER_NAMES, WIKIDATA, count, own_names


def _of_current(name: str, datatype: Datatype, path: str, en: str, zh: str, kind: str = "") -> Column:
    """Return a column that tells of the move in the column ``current_move``."""
    title = Text(f"current company, {en}", f"现任公司：{zh}")
    description = Text(f"Of the move in the column current_move: {en}", f"current_move 列所指流动的{zh}")
    return Column(name, datatype, f"current/{path}", own_title=title, own_description=description, kind=kind)


PEOPLE = TableDefinition(
    "people",
    ("Person",),
    "person",
    Text("People", "人物"),
    Text("One row a person, with names in both scripts and what is known of where they work.", "每行一人，附两种文字的姓名及已知的任职去向。"),
    (
        *own("people", "person", Text("The address of the person", "此人的网址")),
        *own_names(Text("person", "此人")),
        *OTHER_NAMES,
        WIKIDATA,
        Column(
            "current_company",
            Datatype.ID,
            "current/state/tm:toTop",
            own_title=Text("current company", "现任公司"),
            own_description=Text(
                "The topmost company that a confirmed or reported move leads to, where no departure and no later move elsewhere is known. "
                "Empty where that holds of no company, or of more than one. Somebody may have left without anybody reporting it",
                "已证实或据报道的流动所去往的最上级公司，且未知其离开、也未知其后去往他处。若无此公司或不止一家则为空。此人也可能已离开而无人报道",
            ),
            kind="company",
            table="companies",
        ),
        _of_current("current_company_name", Datatype.STRING, "state/tm:toTop/rdfs:label@en", "the company's English name", "公司英文名称"),
        _of_current("current_company_name_zh", Datatype.STRING, "state/tm:toTop/rdfs:label@zh", "the company's Chinese name", "公司中文名称"),
        Column(
            "current_move",
            Datatype.ID,
            "current",
            own_title=Text("current company, known by", "现任公司：依据"),
            own_description=Text("The move that leads to the current company, with its claims", "通往现任公司的流动，其说法可供查证"),
            kind="move",
            table="moves",
        ),
        _of_current("current_status", Datatype.TERM, "tm:status", "its status", "状态", "StatusScheme"),
        _of_current(
            "current_from_earliest", Datatype.DATE, "state/tm:entryEarliest", "the first day on which it can have happened", "可能发生的第一天"
        ),
        _of_current("current_from_latest", Datatype.DATE, "state/tm:entryLatest", "the last day on which it can have happened", "可能发生的最后一天"),
        Column(
            "founded",
            Datatype.ID,
            "^tm:founder",
            own_title=Text("companies founded", "所创公司"),
            own_description=Text("The companies of which the person is a founder", "此人创立的公司"),
            kind="company",
            many=True,
        ),
        count(
            "move_count", Text("number of moves", "流动数"), Text("How many moves of the person are recorded", "已记录的此人流动数目"), "^tm:person"
        ),
        count(
            "claim_count",
            Text("number of claims", "说法数"),
            Text("How many claims are about moves of the person", "关于此人流动的说法数目"),
            "^tm:person/^tm:about",
        ),
        Column(
            "independent_sources",
            Datatype.INTEGER,
            compute=figures.independent_sources_of_person,
            own_title=Text("independent sources", "独立来源数"),
            own_description=Text(
                "How many sources tell independently of any move of the person; counted as in the table of moves",
                "就此人任一流动互相独立的来源数，计法同流动表",
            ),
            required=True,
        ),
        Column("path_checked", Datatype.DATE, "tm:pathChecked"),
        NOTE,
    ),
)
