"""The table of moves."""

from __future__ import annotations

from .. import figures
from ..columns import Column, Datatype, TableDefinition, Text, own
from .shared import NOTE, company, count, dated, names


def _way(which: str, en: str, zh: str) -> tuple[Column, ...]:
    """Return the columns of one end of a move."""
    there, role = f"tm:{which}Company", f"tm:{which}Role"
    top = Column(
        f"{which}_top_kind",
        Datatype.TERM,
        f"{there}/tm:topCompany/tm:companyKind",
        own_title=Text(f"{en} topmost company, kind", f"{zh}最上级公司类型"),
        own_description=Text("What sort of organisation the topmost company is", "最上级公司的机构类别"),
        kind="CompanyKindScheme",
        about=f"{which}_top_company",
    )
    titles = (
        Column(
            f"{which}_titles{ending}",
            Datatype.STRING,
            f"{role}/tm:title@{language}",
            own_title=Text(f"{en} role, title in {name}", f"{zh}职位名称（{zh_name}）"),
            own_description=Text(f"What the positions in the column {which}_roles are called, in {name}", f"{which}_roles 列各职位的{zh_name}名称"),
            many=True,
        )
        for ending, language, name, zh_name in (("", "en", "English", "英文"), ("_zh", "zh", "Chinese", "中文"))
    )
    return (
        *company(f"{which}_company", there),
        *company(
            f"{which}_top_company",
            f"{there}/tm:topCompany",
            Text(f"{en} topmost company", f"{zh}最上级公司"),
            Text("The company at the top of the part-of chain: itself, where it is part of none", "隶属链最上端的公司；若不隶属任何公司则为自身"),
            f"{which}_company",
        ),
        top,
        Column(f"{which}_roles", Datatype.ID, role, kind="role", many=True),
        *titles,
    )


def _bounds(which: str) -> tuple[Column, ...]:
    return (
        Column(f"{which}_earliest", Datatype.DATE, f"state/tm:{which}Earliest", about="known_from"),
        Column(f"{which}_latest", Datatype.DATE, f"state/tm:{which}Latest", about="known_from"),
        Column(f"{which}_basis", Datatype.TERM, f"state/tm:{which}Basis", about="known_from"),
    )


MOVES = TableDefinition(
    "moves",
    ("Move", "GroupMove"),
    "move",
    Text("Moves", "流动"),
    Text(
        "One row a move, with the names of people and companies, the dates as reported and the days that they allow.",
        "每行一次流动，附人物与公司名称、按报道精度的日期及其所允许的起止日。",
    ),
    (
        *own("moves", "move", Text("The address of the move", "该流动的网址")),
        Column(
            "type",
            Datatype.TERM,
            "rdf:type",
            own_title=Text("type", "类别"),
            own_description=Text("Move: of one person. GroupMove: of several people together", "Move：一人的流动；GroupMove：多人一同的流动"),
            required=True,
        ),
        Column("person", Datatype.ID, "tm:person", kind="person", table="people"),
        *names("person_name", "tm:person", Text("person", "人物"), "person"),
        Column(
            "group_name",
            Datatype.STRING,
            "rdfs:label@en",
            own_title=Text("group move, in English", "团队流动名称（英文）"),
            own_description=Text("What a move of several people is called, in English", "多人一同流动的英文名称"),
        ),
        Column(
            "group_name_zh",
            Datatype.STRING,
            "rdfs:label@zh",
            own_title=Text("group move, in Chinese", "团队流动名称（中文）"),
            own_description=Text("What a move of several people is called, in Chinese", "多人一同流动的中文名称"),
        ),
        *_way("from", "from", "原"),
        *_way("to", "to", "新"),
        Column("kind", Datatype.TERM, "tm:moveKind", kind="MoveKindScheme", required=True),
        Column("status", Datatype.TERM, "tm:status", kind="StatusScheme"),
        *dated("left"),
        *dated("joined"),
        *dated("announced"),
        Column("known_from", Datatype.DATE, "state/tm:knownFrom", about="known_from"),
        Column("firm", Datatype.BOOLEAN, "state/tm:firm", about="known_from"),
        *_bounds("exit"),
        *_bounds("entry"),
        Column("part_of_group", Datatype.ID, "tm:partOfGroup", kind="move", table="moves"),
        Column("min_size", Datatype.INTEGER, "tm:minSize"),
        Column("max_size", Datatype.INTEGER, "tm:maxSize"),
        Column("min_share", Datatype.DECIMAL, "tm:minShare"),
        Column("max_share", Datatype.DECIMAL, "tm:maxShare"),
        Column(
            "claims",
            Datatype.ID,
            "^tm:about",
            own_title=Text("claims", "说法"),
            own_description=Text("The claims about the move: the rows of the table of claims", "关于该流动的说法，即说法表中的各行"),
            kind="claim",
            many=True,
        ),
        count("claim_count", Text("number of claims", "说法数"), Text("How many claims are about the move", "关于该流动的说法数目"), "^tm:about"),
        Column(
            "independent_sources",
            Datatype.INTEGER,
            compute=figures.independent_sources,
            own_title=Text("independent sources", "独立来源数"),
            own_description=Text(
                "How many sources say so independently: repetitions of one original, and pages of one publisher, count as one; "
                "a repetition that names no original, and a denial, count for nothing",
                "互相独立、称确有其事的来源数：同一原始来源的转述、同一发布者的多个页面只计一次；未写明转自何处的转述与否认不计",
            ),
            required=True,
        ),
        NOTE,
    ),
)
