"""What the ontology reference, the pages of the rules and the documents say."""

from __future__ import annotations

from . import Said

WORDS = {
    "ref_colon": Said(": ", "："),
    "ref_comma": Said(", ", "、"),
    "ref_where": Said("Where you are", "当前位置"),
    # Rules
    "ref_rules_lede": Said(
        "What validation finds in the data, and how to mend it. Every rule has a wrong and a right example.",
        "校验能在数据中发现的问题及修正方法；每条规则都附有错误示例与正确示例。",
    ),
    "ref_rules_command": Said("The same on the command line:", "命令行中对应："),
    "ref_groups": Said("Groups", "分组"),
    "ref_rule": Said("Rule", "规则"),
    "ref_level": Said("Level", "级别"),
    "ref_title": Said("What it finds", "发现什么"),
    "ref_shape": Said("The shape that enforces it (SHACL)", "执行该规则的形状（SHACL）"),
    "ref_shape_says": Said("As a file:", "文件："),
    # Ontology
    "ref_namespace": Said("Namespace", "命名空间"),
    "ref_prefix": Said("prefix", "前缀"),
    "ref_files": Said("As a file", "文件"),
    "ref_contents": Said("Contents", "目录"),
    "ref_to_section": Said("Go to this section", "跳到此节"),
    "ref_diagram": Said("Diagram", "示意图"),
    "ref_diagram_title": Said(
        "The classes and the properties that connect them; the same as a table below.", "各类及其间的属性；下方有同样内容的表格。"
    ),
    "ref_diagram_says": Said(
        "Arrows are properties, from the class that has them to the class of their values. Dashed: derived by the program. Hollow arrowheads lead "
        "to the superclass; ↻ leads back to the same class. A claim can also say whatever the move, role, company or product says that it is about.",
        "箭头为属性，由拥有该属性的类指向其值所属的类。虚线为程序推导者；空心箭头指向上位类；↻ 指回同一类。"
        "说法还可写明其所关于的流动、职位、公司或产品的各项内容。",
    ),
    "ref_as_table": Said("The same as a table", "以表格查看"),
    "ref_property": Said("Property", "属性"),
    "ref_classes": Said("Classes", "类"),
    "ref_object-properties": Said("Properties that lead to things", "对象属性"),
    "ref_datatype-properties": Said("Properties with plain values", "数据属性"),
    "ref_schemes": Said("Lists of values", "取值表"),
    "ref_derived": Said("derived", "推导得出"),
    "ref_of_rules": Said("of the rules", "规则用语"),
    "ref_domain": Said("Of", "定义域"),
    "ref_range": Said("Value", "值域"),
    "ref_subclass_of": Said("Subclass of", "上位类"),
    "ref_subproperty_of": Said("Subproperty of", "上位属性"),
    "ref_superclass_of": Said("Subclasses", "下位类"),
    "ref_superproperty_of": Said("Subproperties", "下位属性"),
    "ref_has": Said("Properties", "拥有属性"),
    "ref_value_of": Said("Value of", "作为取值"),
    "ref_see": Said("See also", "参见"),
    "ref_used": Said("In this release", "本次发布"),
    "ref_things": Said("things", "个"),
    "ref_statements": Said("statements", "条陈述"),
    "ref_derived_by": Said("Derived by", "推导自"),
    "ref_from": Said("From", "取自"),
    "ref_derivations": Said("How facts are derived", "事实如何推导"),
    "ref_derivations_say": Said(
        "SPARQL CONSTRUCT queries derive these facts from what people wrote. They run in this order; each sees what those before it derived.",
        "以下 SPARQL CONSTRUCT 查询由人所写的内容推导事实，按此顺序运行，后者可见前者的结果。说明仅有英文。",
    ),
    "ref_derives": Said("Derives", "推导"),
    "ref_construct": Said("The query", "查询"),
    "ref_others": Said("Properties of other vocabularies", "其他词汇表的属性"),
    "ref_others_say": Said(
        "The data use these as they are, with the meaning that their own vocabularies give.", "数据直接使用这些属性，含义依各自词汇表。"
    ),
    "ref_prefixes": Said("Prefixes", "前缀"),
    # Documents
    "ref_untranslated": Said("This document is in English only.", "本页尚无中文译文，以下为英文原文。"),
    "ref_missing": Said("There is no page here", "此处没有页面"),
    "ref_missing_says": Said(
        "The address may be misspelt, or the entry was renamed or taken out. Search by name, or start from one of these:",
        "网址可能有误，或条目已更名或移除。请按名称搜索，或从以下页面开始：",
    ),
}
