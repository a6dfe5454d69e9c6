"""The site in a real browser: on a phone and a desktop, light and dark, in English and Chinese, by keyboard, without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import Reader, Visit, chromium, served
from tests.conftest import CASES, Run

#: A page of each kind; a folder stands for its first page that is no list.
KINDS = [
    "index.html", "search.html?q=noam", "person/index.html", "company/index.html", "move/index.html", "source/index.html", "report/index.html",
    "person/", "company/", "move/", "claim/", "source/", "role/", "product/", "report/flows.html", "report/contradictions.html",
    "query.html", "ns.html", "rule/index.html", "rule/", "data.html", "policy.html",
]  # fmt: skip
HOSTILE = r"</script><script>alert(1)</script><img src=x onerror=alert(1)> =cmd() [x](javascript:alert(1)) "
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def reader(browser: Browser, sample_site: Path) -> Iterator[Reader]:
    with served(sample_site) as address:
        yield Reader(browser, address)


def first_page(release: Path, kind: str) -> str:
    if not kind.endswith("/"):
        return kind
    return kind + next(file.name for file in sorted((release / kind).glob("*.html")) if file.name != "index.html")


def ready(page: Page) -> None:
    expect(page.locator("#status")).to_have_text(re.compile("Ready|就绪"), timeout=30_000)


def write(page: Page, query: str) -> None:
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(query)


def run(page: Page, query: str) -> None:
    write(page, query)
    page.locator("#run").click()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("size", "dark", "language"), [("phone", True, "zh/"), ("desktop", False, "")], ids=["phone-dark-zh", "desktop-light-en"])
def test_every_kind_of_page_fits_the_window_and_is_usable_by_all(
    reader: Reader, sample_site: Path, kind: str, size: str, dark: bool, language: str
) -> None:
    with reader.visit(size, dark) as visit:
        page = visit.open(language + first_page(sample_site, kind))
        if kind == "query.html":
            ready(page)
        assert visit.fits()
        visit.thin_out()
        assert visit.violations() == []


def test_the_front_page_is_light(reader: Reader) -> None:
    with reader.visit("phone") as visit:
        visit.open("index.html").wait_for_load_state("networkidle")
        assert 10_000 < visit.bytes < 200_000


@pytest.mark.parametrize("kind", ["index.html", "person/noam-shazeer.html", "report/flows.html", "zh/company/index.html"])
def test_pages_say_the_same_without_javascript(reader: Reader, kind: str) -> None:
    texts = []
    for scripts in (False, True):
        with reader.visit("phone", java_script_enabled=scripts) as visit:
            page = visit.open(kind)
            texts.append(page.locator("main").inner_text())
            assert page.locator("nav a").first.is_visible()
    without = {line for line in texts[0].splitlines() if len(line) > 20}
    assert without
    assert without <= set(texts[1].splitlines())


def test_pages_that_need_javascript_say_so_and_lead_on(reader: Reader) -> None:
    with reader.visit("phone", java_script_enabled=False) as visit:
        page = visit.open("query.html")
        assert "needs JavaScript" in page.locator("main").inner_text()
        page.locator("main").get_by_role("link", name="read the reports").click()
        assert page.url.endswith("/report/index.html")


@pytest.mark.parametrize(
    ("size", "language", "typed", "path"),
    [
        ("desktop", "", "shazeer noam", "person/noam-shazeer"),
        ("phone", "", "沙澤爾", "person/noam-shazeer"),
        ("phone", "zh/", "CharacterAI", "company/character-ai"),
        ("desktop", "zh/", "Shàz", "person/noam-shazeer"),
        ("desktop", "", "No-am Sha zeer", "person/noam-shazeer"),
    ],
)
def test_search_suggests_names_in_both_scripts(reader: Reader, size: str, language: str, typed: str, path: str) -> None:
    with reader.visit(size) as visit:
        page = visit.open(f"{language}policy.html")
        page.get_by_role("combobox").fill(typed)
        page.get_by_role("option").first.click()
        page.wait_for_url(f"**/{language}{path}.html")


def test_search_works_by_keyboard_alone_and_lists_all_it_finds(reader: Reader) -> None:
    with reader.visit() as visit:
        page = visit.open("policy.html")
        box = page.get_by_role("combobox")
        box.focus()
        page.keyboard.type("noam")
        expect(page.get_by_role("listbox")).to_be_visible()
        assert box.get_attribute("aria-expanded") == "true"
        page.keyboard.press("ArrowDown")
        chosen = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
        assert chosen.get_attribute("aria-selected") == "true"
        page.keyboard.press("Escape")
        expect(page.get_by_role("listbox")).to_be_hidden()
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=noam")
        expect(page.locator("main .results a").first).to_contain_text("Noam")
        assert visit.violations() == []


def test_search_that_finds_nothing_says_so(reader: Reader) -> None:
    with reader.visit() as visit:
        page = visit.open("search.html?q=%3Cscript%3Ealert(1)%3C/script%3E")
        expect(page.locator("main").get_by_role("status")).to_contain_text("Nothing has this name")


def test_the_first_tab_stop_leads_to_the_content(reader: Reader) -> None:
    with reader.visit() as visit:
        page = visit.open("person/noam-shazeer.html")
        page.keyboard.press("Tab")
        assert page.locator(":focus").get_attribute("class") == "skip"
        page.keyboard.press("Enter")
        assert page.locator(":focus").get_attribute("id") == "content"


def test_a_chosen_theme_holds_on_the_next_page(reader: Reader) -> None:
    with reader.visit() as visit:
        page = visit.open("policy.html")
        paper = "getComputedStyle(document.documentElement).backgroundColor"
        light = page.evaluate(paper)
        button = page.locator("button.theme")
        button.click()
        button.click()
        assert "dark" in str(button.get_attribute("aria-label"))
        dark = page.evaluate(paper)
        assert dark != light
        visit.open("ns.html")
        assert page.evaluate(paper) == dark
        button.click()
        assert page.evaluate(paper) == light


def test_what_scrolls_sideways_has_a_name_of_its_own(reader: Reader) -> None:
    with reader.visit("phone") as visit:
        page = visit.open("report/flows.html")
        expect(page.get_by_role("region", name=page.locator("h1").inner_text())).to_be_visible()
        page = visit.open("rule/TM101.html")
        expect(page.get_by_role("region", name="Text, scrolls sideways").first).to_be_visible()


def test_a_report_is_sorted_by_any_column(reader: Reader) -> None:
    with reader.visit() as visit:
        page = visit.open("report/flows.html")
        table = page.locator("table.sortable").first
        column = (
            table.locator("thead th").all_inner_texts().index(next(t for t in table.locator("thead th").all_inner_texts() if "possible" in t.lower()))
        )
        heading = table.locator("thead th").nth(column)
        cells = table.locator(f"tbody tr td:nth-child({column + 1}), tbody tr th:nth-child({column + 1})")
        heading.get_by_role("button").focus()
        page.keyboard.press("Enter")
        assert heading.get_attribute("aria-sort") == "ascending"
        up = [number(text) for text in cells.all_inner_texts()]
        assert up == sorted(up)
        page.keyboard.press("Enter")
        assert heading.get_attribute("aria-sort") == "descending"
        assert [number(text) for text in cells.all_inner_texts()] == sorted(up, reverse=True)
        assert len(set(up)) > 1


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text) or 0)


@pytest.fixture(scope="module")
def asking(reader: Reader) -> Iterator[Visit]:
    """The query page, loaded once for the tests that only ask."""
    with reader.visit() as visit:
        ready(visit.open("query.html"))
        yield visit


def test_a_query_returns_rows_that_can_be_sorted_and_lead_to_pages(asking: Visit) -> None:
    page = asking.page
    run(page, "SELECT ?who ?name { ?who a tm:Person ; tm:displayName ?name } LIMIT 30")
    expect(page.locator("#status")).to_contain_text("30 rows in")
    names = page.locator("#result tbody td:nth-child(2)").all_inner_texts()
    page.locator("#result th").nth(1).get_by_role("button").click()
    expect(page.locator("#result th").nth(1)).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("#result tbody tr")).to_have_count(30)
    assert page.locator("#result tbody td:nth-child(2)").all_inner_texts() == sorted(names, key=str.casefold)
    address = page.locator("#result tbody a").first.get_attribute("href")
    assert address is not None
    assert re.fullmatch(r"person/[\w-]+\.html", address)
    assert page.request.get(f"{asking.address}/{address}").ok
    assert asking.violations() == []


def test_queries_ask_the_merged_graph_and_reach_each_graph_alone(asking: Visit) -> None:
    page = asking.page
    for query, expected in [
        ("ASK { ?x tm:person ?y . ?x ^tm:stateOf/tm:status ?s . ?s skos:prefLabel ?l }", "Yes"),
        ("ASK { ?shape a sh:NodeShape }", "No"),
        ("ASK { GRAPH <https://w3id.org/talent-moves/graph/shapes> { ?shape a sh:NodeShape } }", "Yes"),
        ("ASK FROM <https://w3id.org/talent-moves/graph/curated> { ?state tm:stateOf ?move }", "No"),
    ]:
        run(page, query)
        expect(page.locator("#status")).to_contain_text("Answered")
        assert page.locator("#result").inner_text() == expected, query


def test_what_cannot_be_asked_is_refused_in_a_sentence(asking: Visit) -> None:
    page = asking.page
    for query, sentence in [
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "never does"),
        ("SELECT * FROM <http://example.org/> { ?s ?p ?o }", "not http://example.org/"),
        ("DELETE WHERE { ?s ?p ?o }", "only reads"),
        ("SELECT * { ?s foo:bar ?o }", "foo: is not declared"),
        ("  # nothing", "empty"),
        ("SELECT * {\n  ?s tm:person ?o ;;\n  ?? }", "Line 3"),
    ]:
        run(page, query)
        expect(page.locator("#status")).to_contain_text(sentence)


def test_a_mistake_is_marked_where_it_is(asking: Visit) -> None:
    page = asking.page
    for query, sentence, marked in [
        ("SELECT * {\n  ?s tm:person ?o .\n  FILTRE(?o)\n}", "Line 3: FILTRE is no word of SPARQL. Did you mean FILTER?", "FILTRE"),
        ("SELECT ?s { ?s a tm:Move }\nLIMIT ten", "Line 2: ten is no word of SPARQL", "ten"),
        ("SELECT ?s {\n  ?s tm:person }", "Line 2: the query cannot be understood here", "}"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s tm:person ?o }", "variable that is unbound", ""),
    ]:
        run(page, query)
        expect(page.locator("#status")).to_contain_text(sentence)
        assert "".join(page.locator(".cm-lintRange-error").all_inner_texts()) == marked


def test_answers_are_downloaded_in_standard_formats(asking: Visit) -> None:
    page = asking.page
    run(page, 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { ("=1+1" "x, \\"y\\""@en -5) (UNDEF <https://example.org/> 2.5) } }')
    expect(page.locator("#status")).to_contain_text("2 rows")
    assert download(page, "CSV") == 'a,b,c\r\n\'=1+1,"x, ""y""",-5\r\n,https://example.org/,2.5\r\n'
    assert download(page, "TSV").splitlines()[1] == '"=1+1"\t"x, \\"y\\""@en\t-5'
    assert '"xml:lang":"en"' in download(page, "JSON")
    run(page, "CONSTRUCT { ?s a tm:Person } WHERE { ?s a tm:Person } LIMIT 3")
    expect(page.locator("#status")).to_contain_text("3 rows")
    turtle = download(page, "Turtle")
    assert turtle.startswith("@prefix person: <https://w3id.org/talent-moves/person/> .")
    assert turtle.count("tm:Person") == 3


def download(page: Page, format: str) -> str:
    with page.expect_download() as event:
        page.get_by_role("button", name=f"Download {format}").click()
    return event.value.path().read_bytes().decode()


def test_hostile_answers_are_text(asking: Visit) -> None:
    page = asking.page
    hostile = '"<img src=x onerror=alert(1)><script>alert(2)</script>"'
    run(page, f'SELECT ({hostile} AS ?text) (IRI("javascript:alert(3)") AS ?link) ("a\\u202Eb" AS ?turned) ("</script>" AS ?end) {{}}')
    expect(page.locator("#status")).to_contain_text("1 row")
    assert page.locator("#result td").all_inner_texts() == [
        "<img src=x onerror=alert(1)><script>alert(2)</script>",
        "javascript:alert(3)",
        "a\\u202eb",
        "</script>",
    ]
    assert page.locator("#result td a, #result td img, #result td script").count() == 0


def test_the_editor_offers_terms_in_the_language_of_the_page_and_names(reader: Reader) -> None:
    with reader.visit() as visit:
        page = visit.open("zh/query.html")
        ready(page)
        write(page, "")
        page.locator(".cm-content").press_sequentially("SELECT * { ?move tm:fromC")
        offer = page.locator(".cm-tooltip-autocomplete li").first
        expect(offer).to_contain_text("tm:fromCompany")
        expect(page.locator(".cm-completionInfo")).to_contain_text("。")
        page.wait_for_timeout(100)  # the list takes Enter only when it has been seen for a moment
        page.keyboard.press("Enter")
        page.locator(".cm-content").press_sequentially(" Characte")
        page.locator(".cm-tooltip-autocomplete li", has_text="company:character-ai").click()
        assert "tm:fromCompany company:character-ai" in page.locator(".cm-content").inner_text()


def test_the_keyboard_runs_a_query_and_leaves_the_editor(asking: Visit) -> None:
    page = asking.page
    write(page, "ASK {}")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#result")).to_have_text("Yes")
    page.locator(".cm-content").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("id") == "run"


def test_a_runaway_query_is_stopped_and_the_next_one_answered(reader: Reader) -> None:
    with reader.visit("phone") as visit:
        page = visit.open("query.html")
        ready(page)
        page.locator("#limit").select_option("2")
        run(page, RUNAWAY)
        expect(page.locator("#status")).to_contain_text("Stopped after 2 seconds")
        page.locator("#limit").select_option("20")
        run(page, RUNAWAY)
        page.locator("#stop").click()
        expect(page.locator("#status")).to_contain_text("Stopped.")
        run(page, "SELECT (COUNT(*) AS ?n) { ?p a tm:Person }")
        expect(page.locator("#result tbody td")).to_have_text(re.compile(r"[1-9]\d*"))


def test_a_link_holds_the_query(reader: Reader) -> None:
    query = 'SELECT ?问 { ?问 rdfs:label "周"@zh } # ö & # %'
    with reader.visit() as visit:
        page = visit.open("query.html")
        expect(page.locator("#panel")).to_be_visible()
        write(page, query)
        page.locator("#share").click()
        page.wait_for_url("**/query.html#q=*")
        link = page.url
        requests: list[str] = []
        visit.context.on("request", lambda request: requests.append(request.url))
        visit.page = visit.context.new_page()
        page = visit.open(link.removeprefix(f"{visit.address}/"))
        expect(page.locator(".cm-content")).to_have_text(query)
        assert not any("#" in url or "q=" in url for url in requests)


def test_a_report_opens_in_the_editor_and_gives_the_rows_of_its_page(reader: Reader) -> None:
    with reader.visit() as visit:
        page = visit.open("query.html#report=latest")
        ready(page)
        expect(page.locator("#example")).to_have_value("latest")
        page.locator("#run").click()
        expect(page.locator("#status")).to_contain_text("rows in")
        asked = number(page.locator("#status").inner_text().split(" rows")[0])
        page = visit.open("report/latest.html")
        assert page.locator("table.sortable tbody tr").count() == asked


def test_without_the_editor_a_plain_field_does(reader: Reader) -> None:
    with reader.visit("phone") as visit:
        visit.context.route("**/editor.js", lambda route: route.fulfill(status=200, content_type="text/javascript", body="export {};"))
        page = visit.open("query.html")
        ready(page)
        field = page.get_by_label("SPARQL query")
        field.fill("SELECT * {\n ?s ?? }")
        field.press("Control+Enter")
        expect(page.locator("#status")).to_contain_text("Line 2")
        field.fill("ASK {}")
        field.press("Control+Enter")
        expect(page.locator("#result")).to_have_text("Yes")
        assert visit.violations() == []


@pytest.fixture(scope="module")
def hostile_reader(browser: Browser, moves: Run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A release of data whose every text tries to break out; characters that turn its direction are refused by rule TM140."""
    folder = tmp_path_factory.mktemp("hostile")
    good = (CASES / "TM101-joined-before-left" / "good.ttl").read_text(encoding="utf-8")
    bad = re.sub(r'(?<=")[^"\n]+(?="(?:@en)? [;.])', lambda text: text[0] if text[0] == "en" else HOSTILE + text[0], good)
    assert bad.count("alert(1)") > 5
    (folder / "data.ttl").write_text(bad, encoding="utf-8")
    done = moves("publish", folder / "release", "--data", folder / "data.ttl")
    assert done.returncode == 0, done.stdout + done.stderr
    with served(folder / "release") as address:
        yield Reader(browser, address)


def test_hostile_texts_do_nothing_on_any_page(hostile_reader: Reader) -> None:
    with hostile_reader.visit("phone") as visit:
        move = "ada-example-sample-systems-2024"
        entities = [
            "person/ada-example",
            "company/example-labs",
            f"move/{move}",
            f"claim/{move}-example-times",
            "source/example-times-ada-2024-09-03",
        ]
        lists = ["index", "person/index", "company/index", "move/index", "source/index", "report/latest", "report/flows", "zh/report/sources", "data"]
        for path in [*entities, *lists]:
            page = visit.open(f"{path}.html")
            content = page.content()
            assert "<img src=x" not in content, path
            assert page.locator("main script:not([type]), main [onerror], a[href^=javascript]").count() == 0, path
        assert "<img src=x" in visit.open("person/ada-example.html").locator("h1").inner_text()
        page = visit.open("search.html?q=ada")
        expect(page.locator("main .results a").first).to_contain_text("<img src=x")
        page = visit.open("query.html")
        ready(page)
        run(page, "SELECT ?name { ?who a tm:Person ; rdfs:label ?name }")
        expect(page.locator("#result td")).to_contain_text("<img src=x onerror=alert(1)>")


def test_the_query_page_takes_what_the_server_has(reader: Reader) -> None:
    """A host may lack the compressed data, or unpack it on the way."""
    with reader.visit() as visit:
        visit.context.route(
            "**/talent-moves.nq.gz", lambda route: route.fulfill(status=200, body='<https://example.org/a> <https://example.org/b> "c" .\n')
        )
        page = visit.open("query.html")
        expect(page.locator("#status")).to_have_text("Ready: 1 statements.")
