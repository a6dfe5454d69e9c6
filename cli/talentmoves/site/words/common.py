"""What every page says."""

from __future__ import annotations

from . import Said

WORDS = {
    "site": Said("Talent Moves", "人才流动"),
    "tagline": Said("Who moved where in the AI industry, when, and who says so", "人工智能行业的人才流动：谁、从哪里到哪里、何时、由谁说出"),
    "skip": Said("Skip to the content", "跳到正文"),
    "menu": Said("Main menu", "主菜单"),
    "people": Said("People", "人物"),
    "companies": Said("Companies", "公司"),
    "moves": Said("Moves", "流动"),
    "sources": Said("Sources", "来源"),
    "roles": Said("Roles", "职位"),
    "reports": Said("Reports", "报表"),
    "query": Said("Query", "查询"),
    "ontology": Said("Ontology", "本体"),
    "rules": Said("Rules", "规则"),
    "data": Said("Data", "数据"),
    "language": Said("Language", "语言"),
    "search": Said("Search", "搜索"),
    "search_hint": Said("A person, company or move, in either script", "人物、公司或流动，中英文均可"),
    "as_of": Said("Data checked up to", "数据核对至"),
    "version": Said("Version", "版本"),
    "licence": Said("The data is in the public domain (CC0 1.0).", "数据属于公有领域（CC0 1.0）。"),
    "correct": Said("Something wrong, or about you? How to correct or object:", "内容有误或与您有关？更正与异议办法："),
    "policy": Said("policy", "编辑政策"),
    "contact_private": Said("Write to the maintainers out of sight", "私下写信给维护者"),
    "contact": Said("write to the maintainers", "写信给维护者"),
}
