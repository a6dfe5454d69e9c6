"""The table of claims."""

from __future__ import annotations

from ..columns import Column, Datatype, TableDefinition, Text, own
from ..facts import Facts
from .shared import NOTE, company, dated

_KINDS = ("Move", "GroupMove", "Company", "Person", "Role", "Product", "Source")


def _kind(facts: Facts, claim: str) -> str | None:
    about = facts.one(claim, "tm:about")
    return next((kind for kind in _KINDS if facts.is_a(about, kind)), None)


def _about(*kinds: str) -> Column:
    """Return a column with what the claim is about, where that is of one of the classes."""
    table, kind = {"Move": ("moves", "move"), "Company": ("companies", "company")}[kinds[0]]
    title = {"move": Text("about the move", "所关于的流动"), "company": Text("about the company", "所关于的公司")}[kind]

    def compute(facts: Facts, claim: str) -> str | None:
        about = facts.one(claim, "tm:about")
        return about if any(facts.is_a(about, name) for name in kinds) else None

    description = Text(
        f"What the claim is about, where that is a {kind}: a row of the table of {table}", f"该说法所关于的对象（属 {table} 表时），即该表中的一行"
    )
    return Column(kind, Datatype.ID, compute=compute, own_title=title, own_description=description, kind=kind, table=table)


def _name(language: str, en: str, zh: str) -> Column:
    """Return the name of what the claim is about, whatever that is."""
    paths = [("tm:about", step) for step in (f"rdfs:label@{language}", f"tm:title@{language}", f"dcterms:title@{language}")]

    def compute(facts: Facts, claim: str) -> str | None:
        found = next((found for path in paths if (found := facts.follow(claim, path))), [])
        return found[0] if found else None if language == "zh" else facts.one(facts.one(claim, "tm:about"), "tm:displayName") or None

    title = Text(f"about, in {en}", f"关于（{zh}）")
    description = Text(f"The name of what the claim is about, in {en}", f"该说法所关于对象的{zh}名称")
    return Column(
        "about_name" if language == "en" else "about_name_zh", Datatype.STRING, compute=compute, own_title=title, own_description=description
    )


def _given(column: Column) -> Column:
    """Return a column for a value that the source gives, which may differ from what the editors hold."""
    return column._replace(own_title=Text(f"says: {column.title.en}", f"所述：{column.title.zh}"))


CLAIMS = TableDefinition(
    "claims",
    ("Claim", "Thesis"),
    "claim",
    Text("Claims", "说法"),
    Text(
        "One row a claim: what one source says about one thing, with the values that this source gives.",
        "每行一则说法：一个来源对一个对象所述内容，附该来源给出的值。",
    ),
    (
        *own("claims", "claim", Text("The address of the claim", "该说法的网址")),
        Column(
            "type",
            Datatype.TERM,
            "rdf:type",
            own_title=Text("type", "类别"),
            own_description=Text("Claim: about one thing. Thesis: a general statement", "Claim：关于某一对象；Thesis：一般性论断"),
            required=True,
        ),
        Column("about", Datatype.IRI, "tm:about"),
        Column(
            "about_kind",
            Datatype.TERM,
            compute=_kind,
            own_title=Text("about, kind", "关于：类别"),
            own_description=Text("The class of what the claim is about", "该说法所关于对象的类别"),
        ),
        _name("en", "English", "英文"),
        _name("zh", "Chinese", "中文"),
        _about("Move", "GroupMove"),
        _about("Company"),
        Column("stance", Datatype.TERM, "tm:stance", kind="StanceScheme", required=True),
        Column("says", Datatype.STRING, "tm:says@en", own_title=Text("says, in English", "说了什么（英文）")),
        Column("says_zh", Datatype.STRING, "tm:says@zh", own_title=Text("says, in Chinese", "说了什么（中文）")),
        Column("locator", Datatype.STRING, "tm:locator"),
        Column("speaker", Datatype.IRI, "tm:speaker"),
        *(
            Column(
                f"speaker_name{ending}",
                Datatype.STRING,
                f"tm:speaker/rdfs:label@{language}",
                own_title=Text(f"speaker, in {en}", f"发言者（{zh}）"),
                own_description=Text(f"The name of the speaker in {en}, or what the source calls them", f"发言者的{zh}姓名，或来源对其的称呼"),
                about="speaker",
            )
            for ending, language, en, zh in (("", "en", "English", "英文"), ("_zh", "zh", "Chinese", "中文"))
        ),
        Column("named_as", Datatype.STRING, "tm:namedAs", many=True),
        Column("known_by", Datatype.DATE, "tm:knownBy"),
        Column("checked", Datatype.DATE, "tm:checked"),
        Column("contradicts", Datatype.ID, "tm:contradicts", kind="claim", many=True),
        Column("source", Datatype.ID, "tm:source", kind="source", table="sources", required=True),
        *(
            Column(
                f"source_{name}{ending}",
                Datatype.STRING,
                f"tm:source/{path}@{language}",
                own_title=Text(f"source, {name} in {en}", f"来源{zh_name}（{zh}）"),
                own_description=Text(f"The {name} of the source, in {en}", f"来源的{zh}{zh_name}"),
                about="source",
            )
            for name, path, zh_name in (("publisher", "tm:publisherName", "发布方"), ("title", "dcterms:title", "标题"))
            for ending, language, en, zh in (("", "en", "English", "英文"), ("_zh", "zh", "Chinese", "中文"))
        ),
        Column("source_url", Datatype.IRI, "tm:source/tm:url", about="source"),
        *dated("published", "tm:source", "source"),
        Column("source_tier", Datatype.TERM, "tm:source/tm:sourceTier", kind="SourceTierScheme", about="source"),
        Column("source_origin", Datatype.STRING, "tm:source/tm:origin", about="source"),
        *(
            _given(column)
            for column in (
                *company("from_company", "tm:fromCompany"),
                *company("to_company", "tm:toCompany"),
                Column("from_roles", Datatype.ID, "tm:fromRole", kind="role", many=True),
                Column("to_roles", Datatype.ID, "tm:toRole", kind="role", many=True),
                Column("kind", Datatype.TERM, "tm:moveKind", kind="MoveKindScheme"),
                *dated("left"),
                *dated("joined"),
                *dated("announced"),
                Column("destination_unknown", Datatype.BOOLEAN, "tm:destinationUnknown"),
                Column("min_size", Datatype.INTEGER, "tm:minSize"),
                Column("max_size", Datatype.INTEGER, "tm:maxSize"),
                Column("min_share", Datatype.DECIMAL, "tm:minShare"),
                Column("max_share", Datatype.DECIMAL, "tm:maxShare"),
                Column("company_kind", Datatype.TERM, "tm:companyKind", kind="CompanyKindScheme"),
                Column("part_of", Datatype.ID, "tm:partOf", kind="company", table="companies"),
                Column("founders", Datatype.ID, "tm:founder", kind="person", many=True),
                *dated("founded"),
                Column("acquired_by", Datatype.ID, "tm:acquiredBy", kind="company", table="companies"),
                *dated("acquired"),
                Column("role_at", Datatype.ID, "tm:roleAt", kind="company", table="companies"),
                Column("title", Datatype.STRING, "tm:title@en"),
                Column("title_zh", Datatype.STRING, "tm:title@zh"),
                Column("role_function", Datatype.TERM, "tm:roleFunction", kind="RoleFunctionScheme"),
                Column("seniority", Datatype.TERM, "tm:seniority", kind="SeniorityScheme"),
                Column("works_on", Datatype.ID, "tm:worksOn", kind="product", many=True),
                Column("reports_to", Datatype.ID, "tm:reportsTo", kind="person", many=True),
                Column("grade", Datatype.STRING, "tm:grade"),
                Column("part_time", Datatype.BOOLEAN, "tm:partTime"),
                Column("made_by", Datatype.ID, "tm:madeBy", kind="company", table="companies"),
                Column("led_by", Datatype.ID, "tm:ledBy", kind="person", many=True),
            )
        ),
        *dated("period"),
        Column("concerns", Datatype.ID, "tm:concerns", kind="company", many=True),
        Column("duration_months", Datatype.INTEGER, "tm:durationMonths", many=True),
        Column("tested_by", Datatype.ID, "tm:testedBy", kind="report", many=True),
        Column("not_testable", Datatype.STRING, "tm:notTestable@en", own_title=Text("not testable, in English", "无法检验（英文）")),
        Column("not_testable_zh", Datatype.STRING, "tm:notTestable@zh", own_title=Text("not testable, in Chinese", "无法检验（中文）")),
        NOTE,
    ),
)
