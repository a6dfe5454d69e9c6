"""The table of sources."""

from __future__ import annotations

from ..columns import Column, Datatype, TableDefinition, Text, own
from .shared import NOTE, count, dated

_TITLE = Text("The title of the document, in English", "文献标题（英文）")
_TITLE_ZH = Text("The title of the document, in Chinese", "文献标题（中文）")

SOURCES = TableDefinition(
    "sources",
    ("Source",),
    "source",
    Text("Sources", "来源"),
    Text("One row a published document that somebody opened and read.", "每行一份有人打开并读过的已发表文献。"),
    (
        *own("sources", "source", Text("The address of the entry about the source", "该来源条目的网址")),
        Column("title", Datatype.STRING, "dcterms:title@en", own_title=Text("title, in English", "标题（英文）"), own_description=_TITLE),
        Column("title_zh", Datatype.STRING, "dcterms:title@zh", own_title=Text("title, in Chinese", "标题（中文）"), own_description=_TITLE_ZH),
        Column("publisher", Datatype.STRING, "tm:publisherName@en", own_title=Text("publisher, in English", "发布方（英文）")),
        Column("publisher_zh", Datatype.STRING, "tm:publisherName@zh", own_title=Text("publisher, in Chinese", "发布方（中文）")),
        Column("credited_to", Datatype.STRING, "tm:creditedTo"),
        Column("url", Datatype.IRI, "tm:url"),
        *dated("published"),
        Column(
            "language",
            Datatype.STRING,
            "dcterms:language",
            own_title=Text("language", "语言"),
            own_description=Text("The language of the document (BCP 47)", "文献的语言（BCP 47）"),
        ),
        Column("tier", Datatype.TERM, "tm:sourceTier", kind="SourceTierScheme", required=True),
        Column("derives_from", Datatype.ID, "tm:derivesFrom", kind="source", many=True),
        Column("original_source", Datatype.ID, "tm:originalSource", kind="source", table="sources", required=True),
        Column("origin", Datatype.STRING, "tm:origin"),
        Column("truncated", Datatype.BOOLEAN, "tm:truncated"),
        count("claim_count", Text("number of claims", "说法数"), Text("How many claims the source makes", "该来源提出的说法数目"), "^tm:source"),
        NOTE,
    ),
)
