"""Columns that several tables have."""

from __future__ import annotations

from ..columns import Column, Datatype, Text


def names(column: str, path: str, of: Text, about: str) -> tuple[Column, Column]:
    """Return the English and the Chinese name of what another column identifies.

    :param column: what the columns' names begin with
    :param path: the way to the thing that is named
    :param of: what it is
    :param about: the column that identifies it
    """
    both = [Text(f"{of.en}, in English", f"{of.zh}（英文）"), Text(f"{of.en}, in Chinese", f"{of.zh}（中文）")]
    means = [
        Text(f"The English name of what the column {about} identifies", f"{about} 列所指对象的英文名称"),
        Text(f"The Chinese name of what the column {about} identifies, where it is known", f"{about} 列所指对象的中文名称（已知时）"),
    ]
    endings = ["", "_zh"]
    english, chinese = (
        Column(f"{column}{ending}", Datatype.STRING, f"{path}/rdfs:label@{language}", own_title=title, own_description=meaning, about=about)
        for ending, language, title, meaning in zip(endings, ("en", "zh"), both, means, strict=True)
    )
    return english, chinese


def company(
    column: str, path: str, title: Text | None = None, description: Text | None = None, about: str = "", required: bool = False
) -> tuple[Column, ...]:
    """Return the identifier of a company and its names."""
    identifier = Column(column, Datatype.ID, path, None, title, description, "company", "companies", about, required=required)
    return (identifier, *names(f"{column}_name", path, identifier.title, column))


def dated(name: str, subject: str = "", about: str = "") -> tuple[Column, ...]:
    """Return a date as reported, and the first and the last day that it allows.

    :param name: the property, such as ``left``
    :param subject: the way to the thing that is dated, where that is not the row's own
    :param about: the column that identifies that thing
    """
    prefix, way = (f"{about}_", f"{subject}/") if about else ("", "")
    return (
        Column(f"{prefix}{name}", Datatype.PARTIAL_DATE, f"{way}tm:{name}", about=about),
        Column(f"{prefix}{name}_earliest", Datatype.DATE, f"{way}tm:{name}Earliest", about=about),
        Column(f"{prefix}{name}_latest", Datatype.DATE, f"{way}tm:{name}Latest", about=about),
    )


def count(name: str, title: Text, description: Text, path: str) -> Column:
    """Return a column that counts what a path leads to."""
    return Column(name, Datatype.INTEGER, path, own_title=title, own_description=description, counted=True, required=True)


NOTE = Column(
    "note",
    Datatype.STRING,
    "skos:editorialNote@en",
    own_title=Text("note", "编者按"),
    own_description=Text("What the editors remark", "编者的说明"),
    many=True,
)
WIKIDATA = Column(
    "wikidata",
    Datatype.IRI,
    "skos:exactMatch",
    own_title=Text("Wikidata item", "维基数据条目"),
    own_description=Text("The same thing in Wikidata, where that is certain", "维基数据中的同一对象（确定时）"),
)
OTHER_NAMES = tuple(
    Column(f"other_names{ending}", Datatype.STRING, f"skos:altLabel@{language}", own_title=title, own_description=description, many=True)
    for ending, language, title, description in (
        ("", "en", Text("other names, in English", "其他名称（英文）"), Text("Other names in Latin letters", "其他拉丁字母名称")),
        ("_zh", "zh", Text("other names, in Chinese", "其他名称（中文）"), Text("Other names in Chinese characters", "其他汉字名称")),
    )
)


def own_names(what: Text) -> tuple[Column, Column]:
    """Return the names of the row's own entity."""
    return (
        Column(
            "name",
            Datatype.STRING,
            "rdfs:label@en",
            own_title=Text("name, in English", "名称（英文）"),
            own_description=Text(f"The name of the {what.en} in Latin letters", f"{what.zh}的拉丁字母名称"),
        ),
        Column(
            "name_zh",
            Datatype.STRING,
            "rdfs:label@zh",
            own_title=Text("name, in Chinese", "名称（中文）"),
            own_description=Text(f"The name of the {what.en} in Chinese characters, where it is known", f"{what.zh}的汉字名称（已知时）"),
        ),
    )
