"""The table of companies."""

from __future__ import annotations

from .. import figures
from ..columns import Column, Datatype, TableDefinition, Text, own
from .shared import NOTE, OTHER_NAMES, WIKIDATA, company, dated, own_names

COMPANIES = TableDefinition(
    "companies",
    ("Company",),
    "company",
    Text("Companies", "公司"),
    Text("One row a company, a laboratory, a university or a unit of one.", "每行一家公司、研究机构、大学或其部门。"),
    (
        *own("companies", "company", Text("The address of the company", "该公司的网址")),
        *own_names(Text("company", "该公司")),
        *OTHER_NAMES,
        WIKIDATA,
        Column("kind", Datatype.TERM, "tm:companyKind", kind="CompanyKindScheme", required=True),
        *company("part_of", "tm:partOf"),
        *company("top_company", "tm:topCompany", required=True),
        Column(
            "parts",
            Datatype.ID,
            "^tm:partOf",
            own_title=Text("parts", "下属"),
            own_description=Text("The organisations that are directly a part of it", "直接隶属于它的机构"),
            kind="company",
            many=True,
        ),
        Column("founders", Datatype.ID, "tm:founder", kind="person", many=True),
        *(
            Column(
                f"founder_names{ending}",
                Datatype.STRING,
                f"tm:founder/rdfs:label@{language}",
                own_title=Text(f"founders, in {name}", f"创始人（{zh}）"),
                own_description=Text(f"The names of the founders in {name}, where they are known", f"创始人的{zh}姓名（已知时）"),
                many=True,
            )
            for ending, language, name, zh in (("", "en", "English", "英文"), ("_zh", "zh", "Chinese", "中文"))
        ),
        *dated("founded"),
        *company("acquired_by", "tm:acquiredBy"),
        *dated("acquired"),
        Column(
            "sources",
            Datatype.ID,
            "dcterms:source",
            own_title=Text("sources", "来源"),
            own_description=Text("The sources of what the row tells", "本行内容的来源"),
            kind="source",
            many=True,
        ),
        Column(
            "moves_in",
            Datatype.INTEGER,
            compute=figures.moves_in,
            own_title=Text("moves in", "流入数"),
            own_description=Text(
                "How many moves lead to it or a part of it from elsewhere; denied ones are left out, and a group is one",
                "从他处流入该公司或其下属的流动数；被否认的不计，团队计一次",
            ),
            required=True,
        ),
        Column(
            "moves_out",
            Datatype.INTEGER,
            compute=figures.moves_out,
            own_title=Text("moves out", "流出数"),
            own_description=Text(
                "How many moves lead from it or a part of it to elsewhere; denied ones are left out, and a group is one",
                "从该公司或其下属流出的流动数；被否认的不计，团队计一次",
            ),
            required=True,
        ),
        NOTE,
    ),
)
