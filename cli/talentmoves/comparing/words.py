"""What differences are told with, in English and in Chinese."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """A text in both languages, with its gaps in braces."""

    en: str
    zh: str

    def text(self, language: str, **gaps: object) -> str:
        """Return the text in one language with its gaps filled."""
        return (self.zh if language == "zh" else self.en).format(**gaps)


#: Moves by what is known of them.
HEADINGS = {
    "to": Said("{person}'s move to {to}", "{person}加入{to}"),
    "founding": Said("{person}'s founding of {to}", "{person}创办{to}"),
    "internal": Said("{person}'s move inside {to}", "{person}在{to}内部变动"),
    "from": Said("{person}'s departure from {from_}", "{person}离开{from_}"),
    "bare": Said("{person}'s move", "{person}的流动"),
}
WORDS = {
    "title": Said("What changed from {old} to {new}", "从 {old} 到 {new} 的变化"),
    "nothing": Said("Nothing changed.", "没有变化。"),
    "nothing to tell": Said("Nothing changed that people wrote.", "人工编写的内容没有变化。"),
    "section": Said("{things} {what} ({count})", "{things}：{what}（{count}）"),
    "item": Said("{heading}: {details}", "{heading}：{details}"),
    "aside": Said("{text} ({aside})", "{text}（{aside}）"),
    "quoted": Said("“{text}”", "“{text}”"),
    "became": Said("{name} {before} → {after}", "{name} {before} → {after}"),
    "came": Said("{name} added: {values}", "新增{name}：{values}"),
    "went": Said("{name} taken out: {values}", "删去{name}：{values}"),
    "text changed": Said("{name} changed", "{name}有改动"),
    "text came": Said("{name} added", "新增{name}"),
    "text went": Said("{name} taken out", "删去{name}"),
    "status": Said("status from {before} to {after}", "状态由“{before}”变为“{after}”"),
    "from": Said("from {company}", "来自{company}"),
    "is": Said("{name} {value}", "{name} {value}"),
    "source added": Said("{ordinal} source added: {source}", "新增第{ordinal}个来源：{source}"),
    "statement added": Said("further statement added: {source}", "同一来源新增说法：{source}"),
    "source gone": Said("source taken out: {source}", "删去来源：{source}"),
    "statement gone": Said("one statement taken out: {source}", "删去一条说法：{source}"),
    "statement changed": Said("what {source} says changed", "{source}的说法有变"),
    "status new": Said("status {after}", "状态为“{after}”"),
    "status gone": Said("no status any more (was {before})", "不再有状态（原为“{before}”）"),
    "sources": Said("sources: {sources}", "来源：{sources}"),
    "one source": Said("source: {sources}", "来源：{sources}"),
    "identifier": Said("identifier {before} → {after}", "标识符 {before} → {after}"),
    "merged": Said("{was} merged into {name}", "{was}并入{name}"),
    "role at": Said("{title} at {company}", "{company}{title}"),
    "yes": Said("yes", "是"),
    "no": Said("no", "否"),
    "people": Said("People taken out", "移除的人物"),
    "covered": Said(
        "What named them elsewhere is covered; of what goes, nothing is told here that is not in the data any more.",
        "其他提及之处已作遮盖；凡已不在数据中的内容，此处一概不述。",
    ),
    "statements": Said("Statements: {counts}.", "语句：{counts}。"),
    "graph": Said("{graph} {added} added, {removed} taken out", "{graph}新增 {added}、删去 {removed}"),
    "graph added": Said("{graph} {added} added", "{graph}新增 {added}"),
    "withheld": Said("{count} taken out in all graphs together, which are not written here", "各图合计删去 {count}，此处不写出"),
    "between": Said(", ", "，"),
    "between longer": Said("; ", "；"),
    "between names": Said(", ", "、"),
}
THINGS = {
    "Move": Said("Moves", "流动"),
    "Person": Said("People", "人物"),
    "Company": Said("Companies", "公司"),
    "Role": Said("Roles", "职位"),
    "Product": Said("Products", "产品"),
    "Source": Said("Sources", "来源"),
    "Thesis": Said("Theses", "论断"),
    "UnnamedSpeaker": Said("Unnamed speakers", "匿名发言者"),
    "Claim": Said("Claims about nothing in the data", "对象未收录的说法"),
    "Term": Said("Terms of the vocabulary", "词汇"),
    "Rule": Said("Rules", "规则"),
}
ACTIONS = {
    "added": Said("added", "新增"),
    "changed": Said("changed", "变更"),
    "renamed": Said("with a new identifier", "标识符变更"),
    "merged": Said("merged", "合并"),
    "withdrawn": Said("withdrawn", "撤下"),
}
#: People taken out, by reason: one, and several.
REMOVALS = {
    "objection": (
        Said("One person was removed at their request (objection).", "一人应本人要求移除（本人反对）。"),
        Said("{count} people were removed at their request (objection).", "{count} 人应本人要求移除（本人反对）。"),
    ),
    "outOfScope": (
        Said("One person was removed who is out of scope.", "一人因超出收录范围移除。"),
        Said("{count} people were removed who are out of scope.", "{count} 人因超出收录范围移除。"),
    ),
    "mistakenIdentity": (
        Said("One person was removed whose entry mixed up different people (mistaken identity).", "一人因条目混淆了不同的人而移除（身份混淆）。"),
        Said(
            "{count} people were removed whose entries mixed up different people (mistaken identity).",
            "{count} 人因条目混淆了不同的人而移除（身份混淆）。",
        ),
    ),
    "otherReason": (
        Said("One person was removed for another reason.", "一人因其他原因移除。"),
        Said("{count} people were removed for other reasons.", "{count} 人因其他原因移除。"),
    ),
}
GRAPHS = {
    "curated": Said("curated", "人工编写"),
    "derived": Said("derived", "推导"),
    "ontology": Said("vocabulary", "词汇"),
    "shapes": Said("rules", "规则"),
}
#: Properties that the vocabulary does not name, or that need another name beside a value.
PROPERTIES = {
    "tm:fromCompany": Said("company left", "原公司"),
    "tm:toCompany": Said("company joined", "新公司"),
    "tm:fromRole": Said("earlier role", "原职位"),
    "tm:toRole": Said("role", "职位"),
    "tm:published": Said("publication date", "发表日期"),
    "tm:checked": Said("day of checking", "核对日期"),
    "tm:pathChecked": Said("day of checking the path", "履历核对日期"),
    "tm:left": Said("leaving date", "离职日期"),
    "tm:joined": Said("joining date", "入职日期"),
    "tm:announced": Said("announcement date", "公布日期"),
    "tm:founded": Said("founding date", "成立日期"),
    "tm:acquired": Said("acquisition date", "收购日期"),
    "tm:says": Said("wording", "转述"),
    "rdf:type": Said("class", "类"),
    "rdfs:label": Said("name", "名称"),
    "skos:altLabel": Said("other name", "别名"),
    "skos:prefLabel": Said("name", "名称"),
    "skos:definition": Said("definition", "定义"),
    "skos:exactMatch": Said("same as", "等同于"),
    "skos:editorialNote": Said("editor's note", "编者注"),
    "dcterms:source": Said("source", "来源"),
    "dcterms:title": Said("title", "标题"),
    "dcterms:language": Said("language", "语言"),
    "dcterms:creator": Said("author", "作者"),
    "rdfs:comment": Said("comment", "注释"),
    "rdfs:seeAlso": Said("see also", "另见"),
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_ORDINALS_ZH = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def ordinal(number: int, language: str) -> str:
    """Return an ordinal number, in words as far as people write them so.

    >>> ordinal(2, "en"), ordinal(22, "en"), ordinal(113, "en"), ordinal(2, "zh")
    ('second', '22nd', '113th', '二')
    """
    if language == "zh":
        return _ORDINALS_ZH[number - 1] if number <= len(_ORDINALS_ZH) else f" {number} "
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def say(key: str, language: str, **gaps: object) -> str:
    """Return one of the :data:`WORDS` with its gaps filled."""
    return WORDS[key].text(language, **gaps)
