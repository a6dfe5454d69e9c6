"""Pages of reports: the rows of the report, all of them, each figure with what is behind it, in both languages."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

import talentmoves
from talentmoves.engines.protocol import Solutions, materialised
from talentmoves.engines.stored import StoreEngine
from talentmoves.errors import EngineError
from talentmoves.formats.cells import addresses as entries
from talentmoves.formats.cells import heading, shown_columns
from talentmoves.formats.registry import writer
from talentmoves.reports import metadata
from talentmoves.reports.running import run
from talentmoves.site.reports import cells, places, times
from talentmoves.site.reports.chinese import CHINESE, HEADINGS, values
from talentmoves.site.reports.views import View, views
from talentmoves.vocabulary import BASE, CURATED, DERIVED, ONTOLOGY
from tests.conftest import ROOT
from tests.site_pages import Element, Made, follow, make, read
from tests.small import claim, data_set, move
from tests.small import rows as of_report

VIEWS = views()
LANGUAGES = ("", "zh/")
BOTH = pytest.mark.parametrize("language", LANGUAGES, ids=["English", "Chinese"])
EACH = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)


@pytest.fixture(scope="module")
def made(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("reports"), sample)


def pages(made: Made, language: str, view: View) -> list[Path]:
    first = made.folder / language / "report" / f"{view.name}.html"
    links = read(first).all("nav", "pages")
    return [first.parent / link.attributes["href"].removeprefix("../report/") for link in links[0].all("a")] if links else [first]


def rows(made: Made, language: str, view: View) -> list[tuple[Path, Element]]:
    return [
        (page, row)
        for page in pages(made, language, view)
        for table in read(page).all("table", "sortable")
        for row in table.all("tbody")[0].all("tr")
    ]


def cells_of(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element)]


@BOTH
@EACH
def test_all_rows_can_be_reached_without_a_script_and_say_what_the_report_says(made: Made, view: View, language: str) -> None:
    table = run(view.report, StoreEngine(made.edition.store), view.values)
    shown = shown_columns(table)
    found = rows(made, language, view)
    assert len(found) == len(table.rows)
    for row, (_, written) in zip(table.rows, found, strict=True):
        for (at, column), cell in zip(shown, cells_of(written), strict=True):
            value = row[at]
            if times.tells(table, row, column):
                assert cell.attributes.get("data-value", "") == ("; ".join(value) if isinstance(value, tuple) else str(value or ""))
                assert bool(cell.text()) == bool(value) and not re.search(r"\d{4}-\d\d|\d/\d", cell.text())
            elif column.type in ("integer", "decimal"):
                assert cell.text() == ("" if value is None else format(value, "f") if hasattr(value, "as_tuple") else str(value))
            elif column.type == "iris":
                assert cell.attributes["data-value"] == str(len(entries(value, column)))
            elif column.type == "string" and value and not language:
                assert cell.text() == " ".join(str(value).split())
            elif value is not None and value != () and value != "":
                assert cell.text()


def test_times_are_written_as_on_the_pages_of_moves(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    blocks = (
        move("ann-1", person="ann", frm="star", to="alpha", left="2022", joined="2023-01/2023-02"),
        move("ben-1", person="ben", frm="star", to="alpha", joined="2022"),
        move("cat-1", person="cat", frm="star", to="alpha", announced="2024-08-05"),
        move("dan-1", person="dan", frm="star", to="alpha", left="2024-03", minSize=2000),
        move("team", frm="star", to="alpha", joined="2024-08", minSize=1990, claims=(claim(minSize=1990, maxSize=1990), claim(minSize=2000))),
    )
    made = make(tmp_path / "out", data_set(tmp_path, *blocks))

    def shown(name: str, language: str, column: str) -> set[str]:
        view = View(name, name)
        at = [column.name for _, column in shown_columns(made.answers.table(view))].index(column)
        return {cells_of(row)[at].text() for _, row in rows(made, language, view)}

    assert {"2022", "by December 2022", "announced August 2024", "March 2024"} <= shown("tenures", "", "end")
    assert {"2022年", "不晚于2022年12月", "2024年8月公布", "2024年3月"} <= shown("tenures", "zh/", "end")
    assert {"January to February 2023", "March 2024 or later"} <= shown("tenures", "", "start")
    assert {"2023年1月至2月", "不早于2024年3月"} <= shown("tenures", "zh/", "start")
    assert {"5 August 2024", ""} == shown("latest", "", "announced")
    assert {"5 August 2024", "28 February 2023", "31 December 2022"} <= shown("latest", "", "when")
    assert {"2024年8月5日", "2023年2月28日", "2022年12月31日"} <= shown("latest", "zh/", "when")
    assert "2024年3月" in shown("departures-by-month", "zh/", "month")
    assert shown("contradictions", "zh/", "oneValue") | shown("contradictions", "zh/", "otherValue") == {"1990", "至少2000"}


@BOTH
@EACH
def test_every_figure_opens_down_to_what_is_behind_it(made: Made, view: View, language: str) -> None:
    table = made.answers.table(view)
    shown = shown_columns(table)
    for row, (page, written) in zip(table.rows, rows(made, language, view), strict=True):
        for (at, column), cell in zip(shown, cells_of(written), strict=True):
            if column.type == "iris" and row[at]:
                lists = cell.all("details")
                if not lists:
                    lists = follow(page, cell.all("a")[0].attributes["href"], made.folder).all("ul", "behind")
                links = [link.attributes["href"] for link in lists[0].all("a")]
                ours = [BASE + link.lstrip("./").removesuffix(".html") for link in links]
                assert ours == list(entries(row[at], column))


def test_long_lists_have_a_page_that_leads_back(made: Made) -> None:
    behind = sorted((made.folder / "report" / "behind").glob("*.html"))
    assert behind
    for page in behind:
        items = read(page).all("ul", "behind")[0].all("li")
        assert len(items) > cells.LONGEST
        back = read(page).all("main")[0].all("p")[1].all("a")[0].attributes["href"]
        assert follow(page, back, made.folder).name == "tr"


@EACH
def test_the_rows_can_be_downloaded_whole(made: Made, view: View) -> None:
    table = run(view.report, StoreEngine(made.edition.store), view.values)
    for name in ("csv", "tsv", "json"):
        assert (made.folder / "report" / f"{view.name}.{name}").read_bytes() == writer(name)(table).encode()
    for language in LANGUAGES:
        page = made.folder / language / "report" / f"{view.name}.html"
        links = [link.attributes["href"] for link in read(page).all("a", "button")]
        assert {f"report/{view.name}.{name}" for name in ("csv", "tsv", "json")} == {
            str((page.parent / link).resolve().relative_to(made.folder.resolve())) for link in links if "report/" in link
        }
        assert f"../query.html#report={view.name}" in links


@EACH
def test_its_query_stands_alone(made: Made, view: View) -> None:
    text = (made.folder / "report" / f"{view.name}.rq").read_text(encoding="utf-8")
    assert not re.search(r"\?_\w", text)
    graphs: list[NamedNode] = [NamedNode(graph) for graph in (CURATED, DERIVED, ONTOLOGY)]
    answer = materialised(made.edition.store.query(text, default_graph=graphs))  # type: ignore[arg-type]
    assert isinstance(answer, Solutions) and len(answer.rows) == len(made.answers.table(view).rows)
    assert text.startswith("# ") and f"# The same on the command line: {view.command}\n" in text


def test_the_query_page_gets_the_list_of_the_reports_in_both_languages(made: Made) -> None:
    listed = json.loads((made.folder / "reports.json").read_text(encoding="utf-8"))["reports"]
    assert [one["name"] for one in listed] == [view.name for view in VIEWS]
    for one in listed:
        assert (made.folder / one["query"]).is_file()
        for language in ("en", "zh"):
            assert all(one[language][part] for part in ("title", "summary", "caveat"))
        assert re.search("[\u4e00-\u9fff]", one["zh"]["title"]) and not re.search("[\u4e00-\u9fff]", one["en"]["title"])
        known = {parameter.name for parameter in metadata.find(one["report"]).parameters}
        assert {parameter["name"] for parameter in one["parameters"]} == known


@EACH
def test_the_command_shown_gives_the_same_rows(view: View) -> None:
    words = view.command.split()
    assert words[:3] == ["moves", "report", view.report]
    options = {parameter.option: parameter.name for parameter in metadata.find(view.report).parameters}
    assert {options[name]: value for name, value in zip(words[3::2], words[4::2], strict=True)} == dict(view.values)


def test_every_text_of_a_report_has_its_chinese_and_none_is_left_over() -> None:
    wanted = set()
    for report in metadata.catalogue():
        wanted |= {report.summary, report.description, report.caveat}
        wanted |= {parameter.summary for parameter in report.parameters} | {column.summary for column in report.columns}
    assert set(CHINESE) == wanted
    assert all(re.search("[\u4e00-\u9fff]", text) for text in CHINESE.values())


def test_every_heading_has_its_chinese() -> None:
    names = set()
    for report in metadata.catalogue():
        named = {column.shown for column in report.columns}
        names |= {heading(column.name) for column in report.columns if column.name not in named}
    assert set(HEADINGS) == names


def test_every_phrase_of_a_query_has_its_chinese() -> None:
    """What the queries themselves say, as the reports on the curated data have it."""
    for name, columns in {"contradictions": ["matter"], "coverage": ["gap"], "tenures": ["retained"], "theses": ["figure"]}.items():
        for row in csv.DictReader(io.StringIO((ROOT / "tests" / "expected" / f"{name}.csv").read_text(encoding="utf-8"))):
            for column in columns:
                assert not row[column] or values.value(row[column]), row[column]
        said = re.findall(r'BIND\("([a-z ,0-9]+)" AS \?(?:matter|gap)\)', metadata.find(name).query)
        said += re.findall(r'^ +\(tm:\w+ (?:tm:\w+ )+"([a-z ]+)"\)$', metadata.find(name).query, re.MULTILINE)
        assert all(values.value(phrase) for phrase in said)


@BOTH
def test_the_index_lists_every_report_with_its_size(made: Made, language: str) -> None:
    cards = read(made.folder / language / "report" / "index.html").all("li", "card")
    assert [card.all("a")[0].attributes["href"] for card in cards] == [f"{view.name}.html" for view in VIEWS]
    for card, view in zip(cards, VIEWS, strict=True):
        assert re.findall(r"[\d,]+", card.all("p", "meta")[0].text())[-1].replace(",", "") == str(len(made.answers.table(view).rows))


@BOTH
@pytest.mark.parametrize("name", ["flows", "flows-by-kind", "net-flow", "coverage"])
def test_a_picture_shows_the_figures_of_its_rows_and_leads_to_them(made: Made, name: str, language: str) -> None:
    view = next(view for view in VIEWS if view.name == name)
    page = made.folder / language / "report" / f"{name}.html"
    chart = made.answers.table(view).chart
    assert chart
    for form in ("broad", "slim"):
        bars = read(page).all("svg", form)[0].all("a")
        assert 0 < len(bars) <= 20
        lengths = []
        for bar in bars:
            figure = bar.all("text", "figure")[0].text()
            row = follow(page, bar.attributes["href"], made.folder)
            columns = [column.name for _, column in shown_columns(made.answers.table(view))]
            numbers = [int(cells_of(row)[columns.index(value)].text()) for value in chart.values]
            assert [abs(int(number)) for number in re.findall(r"\d+", figure)] == [
                abs(number) for number in dict.fromkeys(numbers)
            ] or name == "coverage"
            drawn = [float(rect.attributes["width"]) for rect in bar.all("rect")]
            lengths += [length / abs(number) for length, number in zip(drawn, reversed(numbers), strict=True) if abs(number) > 5]
        assert not lengths or max(lengths) == pytest.approx(min(lengths), rel=0.05)


@BOTH
def test_pages_in_chinese_speak_chinese(made: Made, language: str) -> None:
    for view in VIEWS:
        root = read(made.folder / language / "report" / f"{view.name}.html")
        headings = [part.text() for kind in ("h1", "h2") for part in root.all(kind)] + [part.text() for part in root.all("thead")[0].all("th")]
        assert all(bool(re.search("[\u4e00-\u9fff]", text)) == bool(language) for text in headings), headings


def test_a_long_table_is_cut_into_pages_whose_rows_keep_their_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "ROWS", 3)
    monkeypatch.setattr("talentmoves.site.reports.writing.ROWS", 3)
    (tmp_path / "out").mkdir()
    blocks = [move(f"ann-{number}", person="ann", frm="star", to="alpha", joined=f"20{number}") for number in range(10, 18)]
    made = make(tmp_path / "out", data_set(tmp_path, *blocks))
    view = View("latest", "latest")
    found = rows(made, "", view)
    assert [len([row for page, row in found if page.stem == name]) for name in ("latest", "latest-2", "latest-3")] == [3, 3, 2]
    assert [row.attributes["id"] for _, row in found] == [f"ann-{number}" for number in range(17, 9, -1)]
    assert [place.page for place in places.places(made.answers.table(view))] == [1, 1, 1, 2, 2, 2, 3, 3]


def test_an_engine_that_cannot_answer_says_so(made: Made) -> None:
    with pytest.raises(EngineError, match="could not answer"):
        StoreEngine(made.edition.store).query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_the_shapes_are_not_in_what_reports_see(made: Made) -> None:
    engine = StoreEngine(made.edition.store)
    assert engine.query("ASK { ?shape a sh:NodeShape }") is False
    assert engine.query("ASK { ?person a tm:Person }") is True


def test_reports_see_the_same_with_and_without_the_shapes_beside_them(made: Made, sample: Path) -> None:
    whole = StoreEngine(talentmoves.store([sample]))
    for view in VIEWS:
        assert run(view.report, whole, view.values).rows == made.answers.table(view).rows


def test_a_choice_of_the_other_side_leaves_only_moves_between_the_kinds(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("ann-1", person="ann", frm="star", to="alpha", joined="2024-07"),
        move("ben-1", person="ben", frm="uni", to="alpha", joined="2024-07"),
        move("cat-1", person="cat", frm="beta", to="nova", left="2024-06"),
    )
    names = ("month", "outCertain", "outPossible", "inCertain", "inPossible")
    assert of_report("departures-by-month", file, *names, kind="bigTech", other="startUp") == [("2024-06", 1, 1, 0, 0), ("2024-07", 0, 0, 1, 1)]
    assert of_report("departures-by-month", file, *names, kind="bigTech") == [("2024-06", 1, 1, 0, 0), ("2024-07", 0, 0, 2, 2)]


def test_flows_by_kind_count_a_person_once_however_many_companies_of_the_kind(tmp_path: Path) -> None:
    file = data_set(
        tmp_path,
        move("ann-1", person="ann", frm="star", to="alpha-team", joined="2020"),
        move("ann-2", person="ann", frm="nova", to="beta", joined="2024"),
        move("ben-1", person="ben", frm="alpha", to="beta", joined="2024"),
        move("cat-1", person="cat", frm="alpha-lab", to="alpha", joined="2024"),
    )
    names = ("fromCompany", "fromName", "toName", "certain", "possible", "moves")
    assert of_report("flows", file, *names, level="kind") == [
        ("tm:bigTech", "big tech", "big tech", 1, 1, ("ben-1",)),
        ("tm:startUp", "start-up", "big tech", 1, 1, ("ann-1", "ann-2")),
    ]
