"""The rules by group: a file of shapes is a group."""

from __future__ import annotations

import re
from functools import cache

from ... import places
from .catalogue import catalogue
from .rule import Rule

#: The names of the groups, by folder and file.
_NAMES = {
    "entities/identity": {"en": "Kinds, addresses and what is never recorded", "zh": "类别、标识与不予收录的内容"},
    "entities/texts": {"en": "Names and texts", "zh": "名称与文本"},
    "entities/dates": {"en": "The form of dates", "zh": "日期格式"},
    "entities/person": {"en": "Matches with Wikidata", "zh": "维基数据匹配"},
    "entities/company": {"en": "Companies", "zh": "公司"},
    "entities/role": {"en": "Roles", "zh": "职位"},
    "entities/product": {"en": "Products", "zh": "产品"},
    "entities/move": {"en": "Moves", "zh": "流动"},
    "entities/group-move": {"en": "Group moves", "zh": "团队流动"},
    "entities/claim": {"en": "Claims", "zh": "说法"},
    "entities/thesis": {"en": "Theses", "zh": "论断"},
    "entities/source": {"en": "Sources", "zh": "来源"},
    "consistency/dates": {"en": "Dates that cannot all be true", "zh": "互相矛盾的日期"},
    "consistency/companies": {"en": "Companies and the moves between them", "zh": "公司与公司之间的流动"},
    "consistency/roles": {"en": "Roles and moves together", "zh": "职位与流动之间"},
    "consistency/claims": {"en": "Moves, claims and sources together", "zh": "流动、说法与来源之间"},
    "consistency/duplicates": {"en": "The same thing entered twice", "zh": "重复录入"},
    "consistency/unused": {"en": "What nothing uses, and names still missing", "zh": "未被使用的条目与缺少的名称"},
}


@cache
def _files() -> dict[str, str]:
    """Return the group of each rule; a rule in two files belongs to the file of its first shape."""
    found: dict[str, str] = {}
    for part in ("entities", "consistency"):
        for file in places.shape_files(part):
            for code, suffix in re.findall(
                r"^shape:(TM\d{3})(-[\w-]+)?\n  a sh:(?:Node|Property)Shape", file.read_text(encoding="utf-8"), re.MULTILINE
            ):
                if code not in found or not suffix:
                    found[code] = f"{file.parent.name}/{file.stem}"
    return found


def groups(language: str = "en") -> dict[str, list[Rule]]:
    """Return the rules by the name of their group, groups and rules in the order of their codes."""
    found: dict[str, list[Rule]] = {}
    for rule in catalogue().values():
        found.setdefault(name(rule, language), []).append(rule)
    return found


def name(rule: Rule, language: str = "en") -> str:
    """Return the name of the group of a rule."""
    return _NAMES[_files()[rule.code]][language]


def related(rule: Rule) -> list[Rule]:
    """Return the other rules of the group of a rule."""
    return [other for other in catalogue().values() if other.code != rule.code and _files()[other.code] == _files()[rule.code]]
