"""The words in the cells of the reports that come from the queries themselves."""

from __future__ import annotations

import re

_VALUES = {
    # contradictions
    "left": "离开时间",
    "joined": "加入时间",
    "announced": "宣布时间",
    "founded": "成立时间",
    "acquired": "收购时间",
    "from company": "原公司",
    "to company": "新公司",
    "from company, unit": "原公司（部门）",
    "to company, unit": "新公司（部门）",
    "part of": "所属公司",
    "part of, unit": "所属公司（部门）",
    "acquired by": "收购方",
    "acquired by, unit": "收购方（部门）",
    "made by": "开发方",
    "made by, unit": "开发方（部门）",
    "led by": "负责人",
    "reports to": "汇报对象",
    "kind of move": "流动类型",
    "size": "人数",
    "share of the staff": "占员工的比例",
    "whether it happened": "是否发生",
    "role left": "离开的职位",
    "role taken up": "就任的职位",
    "what they say": "所说内容",
    "yes": "是",
    "no": "否",
    # coverage
    "a second independent source": "第二个独立来源",
    "any date of the move": "流动的任何日期",
    "the date of leaving": "离开日期",
    "the date of joining": "加入日期",
    "a day or month of leaving or joining": "离开或加入的日或月",
    "the destination of a departure": "离职后的去向",
    "the role left": "离开的职位",
    "the role taken up": "就任的职位",
    "a confirmation by a party": "当事方的证实",
    "a claim": "说法",
    "the whole path since 2015": "2015年以来的完整履历",
    "the founding date of a company that appears twice": "出现两次以上的公司的成立日期",
    "the owner of a unit": "部门的所属公司",
    "the founding date of a company": "公司的成立日期",
    "the publication date of a source": "来源的发布日期",
    # tenures
    "unclear": "不明",
    "too early": "为时尚早",
    "start unknown": "开始时间不明",
    # theses
    "people from start-ups to big tech": "从创业公司到大厂的人数",
    "people from big tech to start-ups": "从大厂到创业公司的人数",
    "people who went back to big tech": "回到大厂的人数",
    "founders who left their company": "离开自己公司的创始人数",
    "teams that moved together": "集体流动的团队数",
    "people here who passed through the company named": "此处曾在所述公司任职的人数",
    "people here altogether": "此处的总人数",
}
_FORMS = (
    (re.compile(r"people who went over a start-up to a rival within (\d+) months"), r"\1个月内经创业公司转到对手的人数"),
    (re.compile(r"([\d.]+) to ([\d.]+)"), r"\1至\2"),
    (re.compile(r"at least ([\d.]+)"), r"至少\1"),
    (re.compile(r"at most ([\d.]+)"), r"至多\1"),
)


def value(text: str) -> str:
    """Return a word or a phrase of a query in Chinese, or nothing where it is none.

    >>> value("unclear"), value("at least 5"), value("Ada")
    ('不明', '至少5', '')
    """
    if known := _VALUES.get(text):
        return known
    for form, said in _FORMS:
        if form.fullmatch(text):
            return form.sub(said, text)
    return ""
