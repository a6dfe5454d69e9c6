"""What is said of the data set as a whole: the one source of every description of a release, and of CITATION.cff."""

from __future__ import annotations

from typing import NamedTuple

from ...vocabulary import BASE, CC0
from ...vocabulary import DATASET as DATASET
from ..tables.columns import Text

#: The catalogue that lists the data set.
CATALOGUE = BASE + "catalogue"
PUBLISHER = BASE + "publisher"
CONTACT = BASE + "contact"

TITLE = Text("Talent Moves: who moved where in the AI industry, and who says so", "人才流动：人工智能行业中谁去了哪里，由谁说出")
NAME = Text("Talent Moves", "人才流动")
DESCRIPTION = Text(
    "Professional moves of people between the organisations that build, fund or study artificial intelligence: from where, to where, in which "
    "role, when, and who says so. Every fact rests on claims, and every claim cites a published source, with the place in it and the day on which "
    "somebody read it. Dates keep the precision that was reported; claims that contradict each other stand side by side; whether a move is "
    "confirmed, reported, rumoured, disputed or denied follows from its claims. The data is linked data (RDF) with an ontology, validation rules "
    "in SHACL and labels in English and Chinese, and comes as flat tables too.",
    "收录在研发、资助或研究人工智能的机构之间发生的职业流动：从哪里、到哪里、担任什么职务、何时、由谁说出。每项事实都以说法为依据，每个说法都注明已公开发表的来源、"
    "在其中的位置以及查阅日期。日期保留报道时的精度；相互矛盾的说法并列呈现；一次流动是已证实、有报道、传闻、有争议还是被否认，均由其说法推出。"
    "数据以关联数据（RDF）发布，附有本体、SHACL 校验规则以及中英文标签，并另有平面表格。",
)
KEYWORDS = (
    Text("artificial intelligence", "人工智能"),
    Text("careers", "职业生涯"),
    Text("companies", "公司"),
    Text("talent flow", "人才流动"),
    Text("linked data", "关联数据"),
    Text("knowledge graph", "知识图谱"),
)
MAINTAINERS = Text("Talent Moves maintainers", "“人才流动”维护者")

#: Where to write to the maintainers out of sight, as ``mailto:`` or ``https:``. Where there is none, the policy says how to ask for a way.
ADDRESS = ""

#: The licence of the data.
LICENCE = CC0
LICENCE_NAME = "CC0-1.0"
LICENCE_TITLE = Text("CC0 1.0 Universal: public domain dedication", "CC0 1.0 通用：公共领域贡献")

#: What the data does not hold, and where it falls short; https://docs.mlcommons.org/croissant/docs/croissant-rai-spec.html
COLLECTION = (
    "People read published pages - announcements, interviews, news reports - and enter what each page says as a claim in their own words; every "
    "claim names the page, the place in it and the day on which it was read. Rules check every contribution."
)
PRIVACY = (
    "Names and professional posts of people whose moves a publisher reported or they or their employer announced. No contact details, health, "
    "family, age, faith, politics or pay. Whoever is in the data can object and be taken out."
)
LIMITS = (
    "Only what was published, in English and Chinese above all: founders, executives and well-known researchers are far better covered than "
    "others, so counts are of reported moves, not of all moves. Dates are as precise as their sources."
)


class Theme(NamedTuple):
    """A category of the European data portal (https://op.europa.eu/en/web/eu-vocabularies/dataset/-/resource?uri=…/data-theme)."""

    iri: str
    title: Text


THEME_SCHEME = "http://publications.europa.eu/resource/authority/data-theme"
THEMES = (
    Theme(f"{THEME_SCHEME}/ECON", Text("Economy and finance", "经济与金融")),
    Theme(f"{THEME_SCHEME}/TECH", Text("Science and technology", "科学与技术")),
)
#: The languages of the data: by BCP 47 tag, in the authority table that DCAT-AP asks for.
LANGUAGES = {
    "en": "http://publications.europa.eu/resource/authority/language/ENG",
    "zh": "http://publications.europa.eu/resource/authority/language/ZHO",
}
PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
#: How often the data changes, by the authority table: whenever somebody adds to it.
FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/IRREG"

#: What the RDF conforms to.
STANDARDS = {
    BASE + "ns": Text("Talent Moves ontology", "人才流动本体"),
    "http://www.w3.org/TR/rdf11-concepts/": Text("RDF 1.1", "RDF 1.1"),
}
