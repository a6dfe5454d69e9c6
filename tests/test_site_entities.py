"""The pages of people, companies, moves, claims, sources, roles and products: complete, exact, sourced, and safe."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from pyoxigraph import Literal, NamedNode

import talentmoves
from talentmoves.formats.cells import visible
from talentmoves.release.edition import Edition, edition
from talentmoves.release.staging import Staging
from talentmoves.site import addresses
from talentmoves.site.entities import writing
from talentmoves.site.entities.dates import written
from talentmoves.site.entities.paging import Section, directory, paged
from talentmoves.site.entities.yearly import Year
from talentmoves.site.entities.yearly import draw as draw_years
from talentmoves.site.knowledge import FOLDERS, Knowledge
from talentmoves.site.rendering import Site
from talentmoves.site.words.entities import WORDS
from talentmoves.vocabulary import BASE, CURATED, RDF_TYPE, TM, prefixed
from tests.conftest import ROOT
from tests.site_links import Page, broken, unsound
from tests.small import CAST, claim, data_set, move

#: What others write of a site.
OTHERS = ("index.html", "policy.html", "ns.html", "query.html", "data.html", "search.html", "report/", "rule/", "assets/")
ELSEWHERE = (*OTHERS, *(f"zh/{path}" for path in OTHERS))
LABELS = (
    "rdfs:label",
    "tm:title",
    "dcterms:title",
    "tm:publisherName",
    "tm:locator",
    "tm:creditedTo",
    "skos:altLabel",
    "tm:url",
    "tm:namedAs",
    "tm:grade",
)


class Made(NamedTuple):
    folder: Path
    edition: Edition
    knowledge: Knowledge

    def text(self, path: str) -> str:
        """What a reader sees of a page, without marks and with single spaces."""
        return plain((self.folder / path).read_text(encoding="utf-8"))

    def raw(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")


def plain(markup: str) -> str:
    body = re.sub(r"<(br|/?(?:p|li|dd|dt|td|th|tr|h\d|dl|ul|ol|table))\b[^>]*>", " ", markup)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", body)).split())


def make(folder: Path, data: Path) -> Made:
    made = edition([data])
    knowledge = Knowledge(made.nquads)
    writing.write(Site(made, Staging(folder)), knowledge)
    return Made(folder, made, knowledge)


@pytest.fixture(scope="module")
def whole(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The pages of the sample."""
    return make(tmp_path_factory.mktemp("pages"), sample)


HOSTILE = '</title><script>alert(1)</script><img src=x onerror=alert(2)>\u202egnp.exe" onload="alert(3)'


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The pages of a few moves of every kind, with texts that would do harm as they stand."""
    hostile = json.dumps(HOSTILE)
    cast = CAST + (
        f"person:eve a tm:Person ; rdfs:label {hostile}@en ; skos:exactMatch <javascript:alert(4)> ; skos:editorialNote {hostile}@en .\n"
        f"company:evil a tm:Company ; rdfs:label {hostile}@en, {hostile}@zh ; tm:companyKind tm:startUp .\n"
        f"role:evil a tm:Role ; tm:title {hostile}@en ; tm:roleAt company:evil ; tm:roleFunction tm:researchFunction ; tm:grade {hostile} .\n"
        f"product:evil a tm:Product ; rdfs:label {hostile}@en ; tm:madeBy company:evil .\n"
        f"claim:evil a tm:Claim ; tm:about move:eve-1 ; tm:source source:evil ; tm:stance tm:reports ; tm:says {hostile}@en ;"
        f' tm:locator {hostile} ; tm:checked "2026-01-01"^^xsd:date ; tm:joined "2025-04"^^xsd:gYearMonth .\n'
        f"source:evil a tm:Source ; dcterms:title {hostile}@zh ; tm:publisherName {hostile}@en ; tm:url <javascript:alert(5)> ;"
        f' tm:creditedTo {hostile} ; tm:sourceTier tm:originalReporting ; tm:published "2025-01"^^xsd:gYearMonth .\n'
    )
    blocks = (
        move("ann-1", person="ann", frm="star", to="alpha", joined="2024-10"),
        move("ann-2", person="ann", frm="alpha", to="nova", announced="2025-11-19", kind="founding", claims=(claim("confirms"), claim("reports"))),
        move("ben-1", person="ben", frm="alpha", to="beta", left="2024-03-04", claims=(claim(), claim(published="2025-02-02", left="2024-06"))),
        move("cat-1", person="cat", frm="alpha", to="alpha-lab", kind="internal", joined="2023"),
        move("cat-2", person="cat", frm="alpha", kind="departure", claims=(claim("rumours"),)),
        move("dan-1", person="dan", frm="uni", to="beta", joined="2025-01/2025-06", claims=(claim(), claim("denies", published="2025-03-03"))),
        move("dan-2", person="dan", to="star", kind="acquiHire", claims=(claim("denies"),)),
        move("team-1", frm="star", to="beta", joined="2024-08", minSize=5, maxSize=9),
        move("dan-3", person="dan", frm="star", to="beta", group="team-1", joined="2024-08"),
        move("ben-2", person="ben", frm="beta", to="nova", left="2025-01-31", announced="2025-02"),
        move("ben-3", person="ben", frm="nova", to="uni", left="2026", announced="2026-04-10"),
        move("eve-1", person="eve", frm="alpha", to="evil", joined="2025-03", toRole="role:evil"),
    )
    folder = tmp_path_factory.mktemp("small")
    (folder / "site").mkdir()
    return make(folder / "site", data_set(folder, *blocks, cast=cast))


def test_every_entity_has_a_page_in_both_languages(whole: Made) -> None:
    entities = [iri for kind in FOLDERS for iri in whole.knowledge.kinds.get(kind, [])]
    assert len(entities) > 800
    for iri in entities:
        for language in addresses.LANGUAGES:
            assert (whole.folder / addresses.page(f"{addresses.entity(iri)}.html", language)).is_file()


def test_every_link_and_every_anchor_leads_somewhere(whole: Made, small: Made) -> None:
    for made in (whole, small):
        missing = [one for one in broken(made.folder, ELSEWHERE) if not re.search(r"\.(?:ttl|jsonld)' leads nowhere$", one)]
        assert missing == []


def test_pages_link_to_the_same_thing_as_data(whole: Made) -> None:
    for path, up in (("person/noam-shazeer.html", "../"), ("zh/person/noam-shazeer.html", "../../")):
        head = whole.raw(path)
        assert f'<link rel="cite-as" href="{BASE}person/noam-shazeer">' in head
        assert f'<link rel="describedby" type="text/turtle" href="{up}person/noam-shazeer.ttl">' in head
        assert f'<link rel="alternate" type="application/ld+json" href="{up}person/noam-shazeer.jsonld">' in head
        assert '<link rel="type" href="https://schema.org/Person">' in head
        assert f'<link rel="collection" href="{BASE}dataset">' in head


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("person", "Person"), ("company", "Organization"), ("move", "Event"), ("claim", "Claim"), ("source", "CreativeWork"), ("product", "Product")],
)
def test_the_type_is_the_ontology_s_own(whole: Made, folder: str, kind: str) -> None:
    page = next(page for page in sorted((whole.folder / folder).glob("*.html")) if not page.name.startswith("index"))
    assert f'<link rel="type" href="https://schema.org/{kind}">' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_every_curated_fact_of_an_entity_is_on_its_page(whole: Made, language: str) -> None:
    knowledge = whole.knowledge
    missing = []
    pages = {iri: addresses.page(f"{addresses.entity(iri)}.html", language) for kind in FOLDERS for iri in knowledge.kinds.get(kind, [])}
    raw = {iri: whole.raw(path) for iri, path in pages.items()}
    text = {iri: plain(page) for iri, page in raw.items()}
    for quad in whole.edition.store.quads_for_pattern(None, None, None, NamedNode(CURATED)):
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, NamedNode) or subject.value not in pages or predicate == RDF_TYPE:
            continue
        page = text[subject.value]
        if isinstance(value, NamedNode):
            path = addresses.entity(value.value)
            shown = (
                f'href="../{path}.html' in raw[subject.value]
                if path
                else visible(knowledge.text(value.value, "rdfs:label", language)) in page
                or f"../report/{value.value.rsplit('/', 1)[-1]}.html" in raw[subject.value]
                or visible(value.value) in page
            )
        else:
            assert isinstance(value, Literal)
            other = value.language not in (None, language) and language in {
                one.language for one in knowledge.values(subject.value, prefixed(predicate)) if isinstance(one, Literal)
            }
            shown = other or _shown(value, page, predicate, language)
        if not shown:
            missing.append(f"{pages[subject.value]}: {predicate.rsplit('/', 1)[-1]} {value}")
    assert missing == []


def _shown(value: Literal, page: str, predicate: str, language: str) -> bool:
    text = " ".join(visible(value.value).split())
    if value.datatype.value.endswith(("date", "gYear", "gYearMonth", "EDTF")):
        return written(text, language) in page
    if value.datatype.value.endswith("boolean"):
        return WORDS["ent_yes" if text == "true" else "ent_no"][language == "zh"] in page or WORDS["ent_truncated"][language == "zh"] in page
    if predicate.endswith("Share"):
        return f"{float(text) * 100:.3g}%" in page
    if predicate.endswith("language"):
        return WORDS[f"ent_tongue_{text}"][language == "zh"] in page
    return text in page


def test_every_fact_of_a_move_has_a_source_with_publisher_date_tier_and_address(whole: Made) -> None:
    knowledge = whole.knowledge
    for iri in knowledge.kinds["Move"]:
        page = whole.raw(f"{addresses.entity(iri)}.html")
        sources = {knowledge.one(one, "tm:source") for one in knowledge.to(iri, "tm:about")}
        listed = page[page.index('<ol class="sources">') :]
        facts = re.findall(r"<dt>(?:From|To|Kind|Role[^<]*|Person)</dt><dd>(.*?)</dd>", page)
        assert all('<sup class="refs">' in fact or "not known" in fact for fact in facts), (iri, facts)
        for source in sources:
            assert f'href="../{addresses.entity(source)}.html"' in page, (iri, source)
            url = knowledge.one(source, "tm:url")
            published = knowledge.one(source, "tm:published")
            if f'href="../{addresses.entity(source)}.html">about this source' in listed:
                assert not url or f'href="{url.replace("&", "&amp;")}"' in listed
                assert not published or written(published, "en") in plain(listed)


def test_dates_keep_the_precision_that_was_reported(small: Made) -> None:
    page = small.text("move/ann-1.html")
    assert "Joined October 2024[1] any day from 1 October 2024 to 31 October 2024" in page
    assert "Gone from Star by October 2024 reckoned from the date of joining" in page
    assert "At Alpha from October 2024" in page
    for path in ("person/ann.html", "company/alpha.html", "move/index.html"):
        assert "October 2024" in small.text(path)
        assert not re.search(r"\d October 2024|2024-10-\d", small.raw(path)), path
    assert "announced 19 November 2025" in small.text("person/ann.html")
    assert "2025年11月19日公布" in small.text("zh/person/ann.html")
    assert "不晚于2024年10月" in small.text("zh/person/ann.html")
    assert "January to June 2025" in small.text("person/dan.html")
    assert "2025年1月至6月" in small.text("zh/person/dan.html")


def test_an_announcement_is_dated_as_it_was_reported_whatever_else_is_known(small: Made) -> None:
    page = small.text("move/ben-2.html")
    reckoned = "only the announcement is dated; with the date of leaving, reckoned as 31 January 2025 to 28 February 2025"
    assert f"At Nova from announced February 2025 {reckoned}" in page
    assert "仅公布日期可考；结合离开日期，按2025年1月31日至2025年2月28日计" in small.text("zh/move/ben-2.html")
    assert "At Uni from announced 10 April 2026 only the announcement is dated; with the date of leaving" in small.text("move/ben-3.html")
    assert "announced 10 April 2026" in small.text("person/ben.html")
    assert "2026年4月10日公布" in small.text("zh/person/ben.html")
    assert not re.search(r"announced (?:January|2026)", small.text("person/ben.html"))
    assert "reckoned" not in small.text("move/ann-2.html")


def test_times_are_those_that_the_reports_show(whole: Made) -> None:
    """The derived text has months; a page may say a day only where one was reported."""
    knowledge = whole.knowledge
    days = {
        value.value
        for kind in ("Move", "GroupMove", "Claim")
        for iri in knowledge.kinds[kind]
        for predicate in ("tm:left", "tm:joined", "tm:announced")
        for value in knowledge.values(iri, predicate)
        if len(value.value) == 10
    }
    reported = {written(day, "en") for day in days} | {
        written(one, "en") for kind in ("Source", "Claim", "Person") for iri in knowledge.kinds[kind]
        for predicate in ("tm:published", "tm:checked", "tm:knownBy", "tm:pathChecked") for one in knowledge.all(iri, predicate)
    }  # fmt: skip
    quoted = ("tm:says", "tm:locator", "skos:editorialNote", "dcterms:title", "rdfs:label")
    words = " ".join(text for about in knowledge.facts.values() for predicate in quoted for text in (one.value for one in about.get(predicate, ())))
    for page in sorted((whole.folder / "person").glob("*.html")):
        shown = set(re.findall(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b", plain(page.read_text(encoding="utf-8"))))
        known = {written(one, "en") for state in knowledge.kinds["MoveState"] for one in knowledge.all(state, "tm:knownFrom")}
        assert {one for one in shown - reported - known if one not in words} == set(), page


def test_sentences_are_no_firmer_than_the_claims(small: Made) -> None:
    def lede(slug: str, language: str = "") -> str:
        found = re.search(r'<p class="lede">(.*?)</p>', small.raw(f"{language}move/{slug}.html"))
        assert found
        return plain(found[1])

    assert lede("ann-1") == "Ann is reported to have left Star for Alpha."
    assert lede("ann-2") == "Ann left Alpha to found Nova."
    assert lede("cat-2") == "Cat is rumoured to have left Alpha; nobody has confirmed it."
    assert lede("dan-1") == "Some say that Dan left Uni for Beta, and others deny it."
    assert lede("dan-2") == "It is denied that Dan joined Star, which took on a whole team."
    assert lede("ann-1", "zh/") == "据报道，安离开Star，加入Alpha。"
    assert lede("dan-2", "zh/") == "“Dan随团队加入Star”一说遭到否认。"


def test_statuses_say_why(small: Made) -> None:
    page = small.text("move/ann-2.html")
    assert "confirmed A party confirms it and none denies it. It rests on 2 claims (confirms 1, reports 1)." in page
    assert 'href="../ns.html#status"' in small.raw("move/ann-2.html")


def test_groups_show_their_size_and_members(small: Made) -> None:
    page = small.raw("move/team-1.html")
    assert "Number of people 5 to 9" in plain(page)
    assert 'href="../move/dan-3.html"' in page
    assert 'href="../move/team-1.html"' in small.raw("move/dan-3.html")


def test_contradictions_stand_side_by_side(small: Made) -> None:
    for path in ("move/ben-1.html", "person/ben.html"):
        page = small.raw(path)
        assert "Sources disagree." in page
        row = re.search(r'<tr><th scope="row">Left</th>(.*?)</tr>', page[page.index('<table class="side-by-side">') :])
        assert row
        cells = re.findall(r"<td[^>]*>(.*?)</td>", row[1])
        assert [plain(cell) for cell in cells] == ["4 March 2024 contradicted by another claim", "June 2024 contradicted by another claim"]
    assert "Sources disagree." not in small.raw("move/ann-1.html")


def test_they_are_the_contradictions_of_the_report(whole: Made, sample: Path) -> None:
    matters = {
        "whether it happened": "Stance", "from company": "From company", "from company, unit": "From company", "to company": "To company",
        "to company, unit": "To company", "kind of move": "Kind of move", "left": "Left", "joined": "Joined", "announced": "Announced",
        "size": "Number of people", "share of the staff": "Share", "role left": "From role", "role taken up": "To role", "what they say": "In words",
    }  # fmt: skip
    expected: dict[str, set[str]] = {}
    for record in talentmoves.report("contradictions", data=[sample]).records():
        about = record["about"]
        assert isinstance(about, str)
        if about.startswith(BASE + "move/"):
            expected.setdefault(about, set()).add(matters[str(record["matter"])])
    assert len(expected) > 10
    found: dict[str, set[str]] = {}
    for kind in ("Move", "GroupMove"):
        for iri in whole.knowledge.kinds[kind]:
            rows = re.findall(r'<tr><th scope="row">([^<]*)</th>(.*?)</tr>', whole.raw(f"{addresses.entity(iri)}.html"))
            disputed = {plain(name) for name, cells in rows if 'class="contradicted"' in cells}
            if disputed:
                found[iri] = disputed
    assert found == expected


def test_what_was_known_when_is_told_step_by_step(whole: Made) -> None:
    knowledge = whole.knowledge
    for iri in knowledge.kinds["Move"]:
        page = whole.text(f"{addresses.entity(iri)}.html")
        history = page[page.index("What was known when") :]
        for state in knowledge.to(iri, "tm:stateOf"):
            assert written(knowledge.one(state, "tm:knownFrom"), "en") in history


def test_the_timeline_and_the_table_say_the_same(whole: Made) -> None:
    page = whole.raw("person/noam-shazeer.html")
    picture = page[page.index("<svg") : page.index("</svg>")]
    assert 'role="img"' in picture and "<title" in picture and "<desc" in picture
    assert "<style" not in picture and "style=" not in picture
    names = re.findall(r'<text class="name"[^>]*>([^<]*)</text>', picture)
    table = page[page.index("Time at each company") :]
    assert names == [plain(one) for one in re.findall(r'<th scope="row">(.*?)</th>', table[: table.index("</table>")])]
    for name in names:
        assert f"{name}: from" in plain(picture)
    for place in re.findall(r'(?:x|cx|width)="(-?[\d.]+)%"', picture):
        assert 0 <= float(place) <= 100


def test_years_of_a_company_are_those_of_its_moves(small: Made) -> None:
    page = small.raw("company/alpha.html")
    rows = re.findall(r'<tr><th scope="row">(\d{4})</th><td class="number">(\d+)</td><td class="number">(\d+)</td>', page)
    assert rows == [("2025", "0", "2"), ("2024", "1", "1")]
    assert "1 rumoured, disputed or denied move is left out." in plain(page)
    assert "2 moves in" not in plain(page) and "1 move in," in plain(page)


def test_a_picture_of_years_needs_more_than_one() -> None:
    assert draw_years([Year(2024, 1, 0)], "T", "D") == ""
    assert "<svg" in draw_years([Year(2023, 1, 0), Year(2024, 0, 3)], "T", "D")


def test_hostile_texts_do_no_harm(small: Made) -> None:
    pages = sorted(small.folder.rglob("*.html"))
    shown = 0
    for path in pages:
        text = path.read_text(encoding="utf-8")
        page = Page(text)
        assert [tag for tag, _, _ in page.attributes].count("img") == 0
        assert not [one for one in page.attributes if one[1].startswith("on") or one[2].strip().lower().startswith("javascript:")], path
        assert text.count("<script") == 1, path
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", text), path
        shown += "&lt;script&gt;" in text
    assert shown > 10


def test_addresses_other_than_of_the_web_are_shown_and_not_linked(small: Made) -> None:
    page = small.raw("source/evil.html")
    assert "javascript:alert(5)" in page and 'href="javascript' not in page


def test_pages_are_sound(whole: Made, small: Made) -> None:
    for made, step in ((whole, 10), (small, 1)):
        for path in sorted(made.folder.rglob("*.html"))[::step]:
            text = path.read_text(encoding="utf-8")
            page = Page(text)
            assert unsound(page) == [], path
            assert text.count("<table") == text.count("<caption>"), path
            assert not re.search(r"<th(?![^>]*scope)(?=[ >])", text), path
            assert not re.search(r"\stm:|>tm:", text), path


def test_titles_and_descriptions_are_there_and_differ(whole: Made) -> None:
    titles: dict[str, list[Path]] = {}
    for path in sorted((whole.folder / "person").glob("*.html")) + sorted((whole.folder / "company").glob("*.html")):
        text = path.read_text(encoding="utf-8")
        title = re.search(r"<title>(.*?)</title>", text)
        description = re.search(r'<meta name="description" content="([^"]*)">', text)
        assert title and description and 10 < len(unescape(description[1])) <= 300, path
        titles.setdefault(title[1], []).append(path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_names_in_the_other_script_are_marked(whole: Made) -> None:
    assert '<span lang="zh">周畅</span>' in whole.raw("person/zhou-chang.html")
    assert '<span lang="en">' in whole.raw("zh/person/noam-shazeer.html")


def test_no_english_is_left_on_chinese_pages(whole: Made) -> None:
    knowledge = whole.knowledge
    names = {word for about in knowledge.facts.values() for label in LABELS for value in about.get(label, ()) for word in _words(value.value)}
    names |= {word for iri in knowledge.facts if iri.startswith(BASE) for word in _words(iri)}
    # What sources say stands there in English where editors wrote no Chinese, and Chinese texts have names in them.
    names |= {
        word
        for about in knowledge.facts.values()
        for says in ("tm:says", "skos:editorialNote", "tm:notTestable", "skos:definition")
        for value in about.get(says, ())
        if isinstance(value, Literal) and value.language == "zh"
        for word in _words(value.value)
    }
    names |= set(_words("English Turtle JSON-LD CC0 Wikidata Talent Moves talentmoves"))
    left = set()
    for path in sorted((whole.folder / "zh").rglob("*.html"))[::6]:
        for piece in Page(path.read_text(encoding="utf-8")).text:
            language, tag, text = piece.split("\t", 2)
            if language.startswith("zh") and tag not in ("code", "script"):
                left |= {f"{path.name}: {text.strip()}" for word in _words(text) if word not in names}
    assert sorted(left)[:10] == []


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{2,}", text.lower())


def test_every_text_is_there_in_both_languages_with_the_same_gaps() -> None:
    for key, said in WORDS.items():
        assert said.en and said.zh, key
        assert sorted(re.findall(r"{\w*}", said.en)) == sorted(re.findall(r"{\w*}", said.zh)), key


def test_no_text_is_there_for_nothing() -> None:
    used = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("entities", "templates/entities")
        for path in sorted((ROOT / "cli" / "talentmoves" / "site" / folder).glob("*.*"))
    )
    stems = set(re.findall(r"ent_[a-zA-Z_0-9]+", used))
    unused = [key for key in WORDS if key not in stems and not any(stem.endswith("_") and key.startswith(stem) for stem in stems)]
    unused = [key for key in unused if re.sub("_(?:one|many)$", "", key) not in stems]
    assert unused == []


def test_lists_are_grouped_and_lead_to_everything(whole: Made) -> None:
    for folder in sorted(set(FOLDERS.values())):
        listed = "".join(page.read_text(encoding="utf-8") for page in sorted((whole.folder / folder).glob("index*.html")))
        for page in sorted((whole.folder / folder).glob("*.html")):
            assert page.name.startswith("index") or f'href="../{folder}/{page.name}"' in listed, page
    assert '<h2 id="y2024">2024</h2>' in whole.raw("move/index.html")
    assert re.search(r'<h3 id="m2024-\d\d">[A-Z][a-z]+ <small class="quiet">\d+</small></h3>', whole.raw("move/index.html"))
    assert '<h2 id="kind-bigTech">Big tech' in whole.raw("company/index.html")
    people = re.findall(r'<a href="\.\./person/[^"]*">([^<]*)</a>', whole.raw("person/index.html"))
    assert [name.casefold() for name in people] == sorted(name.casefold() for name in people)


def test_long_lists_are_laid_out_on_pages() -> None:
    from markupsafe import Markup

    def section(label: str, number: int, above: str = "") -> Section:
        return Section(label, label.lower(), [Markup(label)] * number, number, above, "y")

    pages = paged([section("A", 3, "Y"), section("B", 4), section("C", 12)], rows=6)
    assert [[(one.label, len(one.rows), one.above) for one in page] for page in pages] == [
        [("A", 3, "Y")],
        [("B", 4, "Y"), ("C", 2, "")],
        [("C", 6, "Y")],
        [("C", 4, "Y")],
    ]
    flat = [one._replace(above="", above_anchor="") for one in (section("A", 3), section("B", 4))]
    laid = paged(flat, rows=6)
    assert [(one.label, one.href, one.total, one.here) for one in directory(laid, laid[1])] == [
        ("A", "index.html#a", 3, False),
        ("B", "index-2.html#b", 4, True),
    ]


def test_no_page_is_too_large_for_a_phone(whole: Made) -> None:
    assert max(path.stat().st_size for path in whole.folder.rglob("*.html")) < 300_000


def test_theses_name_the_reports_that_test_them(whole: Made) -> None:
    theses = [iri for iri in whole.knowledge.kinds["Thesis"] if whole.knowledge.to(iri, "rdf:type") or whole.knowledge.one(iri, "tm:testedBy")]
    assert theses
    for iri in theses:
        report = whole.knowledge.one(iri, "tm:testedBy").rsplit("/", 1)[-1]
        assert f'href="../report/{report}.html"' in whole.raw(f"{addresses.entity(iri)}.html")
        assert TM not in whole.text(f"{addresses.entity(iri)}.html")
