"""The fields of a contribution: one row is what one source says about one move.

The template, the questions of ``moves add`` and the issue forms are all made from this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Choice(NamedTuple):
    """One of the values that a field can have."""

    value: str
    en: str
    zh: str


class Field(NamedTuple):
    """A field, as columns, forms and questions have it."""

    name: str
    en: str
    zh: str
    #: A sentence that says what belongs there.
    help_en: str
    help_zh: str
    required: bool = False
    choices: tuple[Choice, ...] = ()
    example: str = ""
    #: Whether forms ask for it; the others are for tables and for what only the program can know to ask.
    in_form: bool = True
    #: What holds where nothing is given.
    default: str = ""

    def label(self, language: str) -> str:
        """Return its name for people, in ``en`` or ``zh``."""
        return self.zh if language == "zh" else self.en

    def help(self, language: str) -> str:
        """Return what belongs there, in ``en`` or ``zh``."""
        return self.help_zh if language == "zh" else self.help_en


_KINDS = (
    Choice("hire", "takes a job", "入职"),
    Choice("founding", "founds a company", "创业"),
    Choice("acquiHire", "is taken on with a team (acqui-hire)", "随团队被收购"),
    Choice("departure", "leaves, destination unknown", "离职，去向不明"),
    Choice("internal", "changes role inside one company", "公司内部变动"),
)
_STANCES = (
    Choice("reports", "reports it", "报道"),
    Choice("confirms", "is a party, or quotes one by name", "当事方证实"),
    Choice("rumours", "passes on hearsay", "传闻"),
    Choice("denies", "denies it", "否认"),
)
_TIERS = (
    Choice("originalReporting", "its own reporting", "原创报道"),
    Choice("primary", "the person or the company itself", "当事人或公司自身"),
    Choice("repetition", "a mirror, a rewrite, a reference work", "转载、改写或工具书"),
)
_COMPANY_KINDS = (
    Choice("startUp", "start-up", "创业公司"),
    Choice("bigTech", "big tech", "大厂"),
    Choice("researchLab", "research laboratory", "研究机构"),
    Choice("university", "university", "大学"),
    Choice("unit", "unit of another organisation", "部门"),
    Choice("otherCompany", "other organisation", "其他机构"),
)
_FUNCTIONS = (
    Choice("researchFunction", "research", "研究"),
    Choice("engineeringFunction", "engineering", "工程"),
    Choice("productFunction", "product", "产品"),
    Choice("managementFunction", "general management", "综合管理"),
    Choice("businessFunction", "business and operations", "商务与运营"),
    Choice("advisoryFunction", "advice", "顾问"),
    Choice("teachingFunction", "teaching", "教学"),
)
_DATE_EN = "As precise as the source has it: 2024, 2024-09, 2024-09-03, or 2024-07/2024-12 for a half-year."
_DATE_ZH = "精度依来源：2024、2024-09、2024-09-03，半年写作 2024-07/2024-12。"


def _company(side: str, en: str, zh: str) -> tuple[Field, ...]:
    name = f"{side}_company"
    return (
        Field(
            f"{name}_zh",
            f"Chinese name of the company {en}",
            f"{zh}的中文名",
            "Only as a source gives it; for a company that is new here.",
            "仅限来源所给；用于新公司。",
            in_form=False,
        ),
        Field(
            f"{name}_kind",
            f"Kind of the company {en}",
            f"{zh}的类型",
            "For a company that is new here.",
            "用于新公司。",
            choices=_COMPANY_KINDS,
            example="startUp",
        ),
        Field(
            f"{name}_part_of",
            f"The company {en} is part of",
            f"{zh}隶属于",
            "For a unit or laboratory that is new here: the company that owns it.",
            "用于新的部门或实验室：其所属公司。",
            in_form=False,
        ),
    )


def _role(side: str, en: str, zh: str) -> tuple[Field, ...]:
    return (
        Field(f"{side}_role_zh", f"Chinese title of the role {en}", f"{zh}的中文职衔", "Only as a source gives it.", "仅限来源所给。", in_form=False),
        Field(
            f"{side}_role_function",
            f"Function of the role {en}",
            f"{zh}的职能",
            "For a role that is new here.",
            "用于新职位。",
            choices=_FUNCTIONS,
            in_form=False,
            default="researchFunction",
        ),
    )


FIELDS: tuple[Field, ...] = (
    Field(
        "person",
        "Person",
        "人物",
        "The full name in English letters, as sources write it.",
        "英文（拼音）全名，依来源。",
        True,
        example="Ada Example",
    ),
    Field("person_zh", "Chinese name", "中文名", "Only as a source gives it.", "仅限来源所给。"),
    Field(
        "from_company",
        "Company left",
        "原公司",
        "The company, laboratory or university that the person left.",
        "此人离开的公司或机构。",
        example="Example Labs",
    ),
    *_company("from", "left", "原公司"),
    Field(
        "from_role",
        "Role at the company left",
        "原职位",
        "The title in English, if the source gives one.",
        "英文职衔（若来源给出）。",
        example="Head of speech research",
    ),
    *_role("from", "left", "原职位"),
    Field(
        "to_company",
        "Company joined",
        "新公司",
        "Where the person went; leave it empty if nobody says.",
        "去向；不明则留空。",
        example="Sample Systems",
    ),
    *_company("to", "joined", "新公司"),
    Field("to_role", "Role at the company joined", "新职位", "The title in English, if the source gives one.", "英文职衔（若来源给出）。"),
    *_role("to", "joined", "新职位"),
    Field("kind", "Kind of move", "流动类型", "What the person does.", "流动的类型。", choices=_KINDS, example="hire"),
    Field("left", "Date of leaving", "离职日期", _DATE_EN, _DATE_ZH),
    Field("joined", "Date of joining", "入职日期", _DATE_EN, _DATE_ZH, example="2024-09"),
    Field("announced", "Date of becoming public", "公布日期", _DATE_EN, _DATE_ZH, example="2024-09-03"),
    Field(
        "source_url",
        "Address of the source",
        "来源网址",
        "The page that you read, as it was published.",
        "你读过的网页的原始网址。",
        True,
        example="https://news.example/ada",
    ),
    Field("source_publisher", "Publisher", "发布者", "Who published the page.", "该网页的发布者。", True, example="Example News"),
    Field(
        "source_title",
        "What the page is, in your own words",
        "网页内容（自己的话）",
        "A few English words, not the headline copied.",
        "用几个英文词概括，不抄标题。",
        True,
        example="Ada Example goes to Sample Systems",
    ),
    Field(
        "source_published",
        "Date of publication",
        "发表日期",
        "As the page shows it; empty if it shows none.",
        "依网页所示；没有则留空。",
        example="2024-09-03",
    ),
    Field(
        "source_language", "Language of the page", "网页语言", "A language tag such as en or zh.", "语言标记，如 en、zh。", default="en", example="en"
    ),
    Field(
        "source_tier",
        "What kind of source",
        "来源层级",
        "Who is speaking.",
        "由谁发声。",
        choices=_TIERS,
        default="originalReporting",
        example="originalReporting",
    ),
    Field("credited_to", "Credited to", "转自", "For a repetition: whose report it repeats.", "若为转述：转自何处。"),
    Field(
        "stance",
        "What the source does",
        "来源的立场",
        "Whether it reports, confirms, passes on or denies.",
        "报道、证实、传闻或否认。",
        choices=_STANCES,
        default="reports",
        example="reports",
    ),
    Field("speaker", "Who says so", "发言者", "A person of the data who is quoted by name.", "被具名引述的人物（须已收录）。"),
    Field(
        "says",
        "What it says, in your own words",
        "来源所说（英文，自己的话）",
        "One English sentence that paraphrases the source.",
        "用一句英文转述来源。",
        True,
        example="Ada Example began at Sample Systems in September, after Example Labs.",
    ),
    Field(
        "says_zh",
        "The same in Chinese",
        "来源所说（中文，自己的话）",
        "One Chinese sentence, if the source is Chinese.",
        "一句中文转述（来源为中文时）。",
    ),
    Field("locator", "Where in the page", "网页中的位置", "For example: second paragraph.", "例如：第二段。", example="second paragraph"),
    Field(
        "move",
        "Move",
        "流动",
        "The address of a move that is here already, such as luo-fuli-xiaomi-2025, to add this source to it; new if it is another one.",
        "已有流动的地址（如 luo-fuli-xiaomi-2025），为其添加此来源；若为另一次流动则写 new。",
        in_form=False,
    ),
    Field(
        "new",
        "Really new",
        "确为新条目",
        "Names of fields whose value is new here although something like it is known: person, from_company, to_company.",
        "虽与已有条目相近、但确为新条目的字段名：person、from_company、to_company。",
        in_form=False,
    ),
)
BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}
DATES = ("left", "joined", "announced")
SIDES = ("from", "to")
