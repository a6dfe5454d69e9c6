"""The front page: its pictures, its tables and the reports agree, and every figure opens down to its moves."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from talentmoves.engines.stored import StoreEngine
from talentmoves.formats.cells import addresses
from talentmoves.release.staging import Staging
from talentmoves.reports.running import run
from talentmoves.site import assets
from talentmoves.site.rendering import Site
from talentmoves.vocabulary import BASE, TM
from tests.conftest import ROOT
from tests.site_pages import Element, Made, follow, make, read
from tests.small import CAST, claim, data_set, move

LANGUAGES = ("", "zh/")
BOTH = pytest.mark.parametrize("language", LANGUAGES, ids=["English", "Chinese"])
#: What would do harm if it came into a page as it stands.
HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202egnp.exe" onload="alert(3)'
CAST_AND_HOSTILE = CAST + (
    "person:eve a tm:Person ; rdfs:label " + json.dumps(HOSTILE, ensure_ascii=True).replace("\\/", "/") + "@en .\n"
    'company:evil a tm:Company ; rdfs:label "=cmd()|\'<b onmouseover=alert(4)>"@en ; tm:companyKind tm:startUp ; tm:url <javascript:alert(5)> .\n'
)
MOVES = (
    move("ann-1", person="ann", frm="star", to="alpha-lab", joined="2024-07", left="2024-06"),
    move("ben-1", person="ben", frm="alpha", to="star", left="2023-05-04", claims=(claim(), claim("confirms"))),
    move("cat-1", person="cat", frm="uni", to="beta", joined="2022"),
    move("dan-1", person="dan", frm="nova", to="beta", announced="2025-02", claims=(claim("rumours"),)),
    move("team-1", frm="star", to="beta", joined="2024-08", minSize=5),
    move("eve-1", person="eve", frm="evil", to="alpha", joined="2025-03"),
    move("eve-2", person="eve", frm="alpha", to="evil", left="2025-04"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("site"), data_set(tmp_path_factory.mktemp("data"), *MOVES, cast=CAST_AND_HOSTILE))


def figures(made: Made) -> dict[tuple[str, str], str]:
    """What the report says of each pair of kinds, as figures are written."""
    found = {}
    for record in run("flows", StoreEngine(made.edition.store), {"level": "kind"}).records():
        certain, possible = record["certain"], record["possible"]
        figure = str(certain) if certain == possible else f"{certain}–{possible}"
        found[str(record["fromCompany"]), str(record["toCompany"])] = figure + ("+" if record["orMore"] else "")
    return found


def section(made: Made, language: str, name: str) -> Element:
    page = read(made.folder / language / "index.html")
    return next(part for part in page.all("section") if part.attributes["aria-labelledby"] == name)


@BOTH
def test_the_table_beside_the_sankey_holds_the_figures_of_the_report(made: Made, language: str) -> None:
    table = section(made, language, "flows").all("table")[0]
    cells = [cell.text() for row in table.all("tbody")[0].all("tr") for cell in row.all("td")]
    assert sorted(cell for cell in cells if cell != "0") == sorted(figures(made).values())
    assert figures(made)[TM + "startUp", TM + "bigTech"] == "7–8+"


@BOTH
@pytest.mark.parametrize("form", ["broad", "slim"])
def test_the_sankey_has_a_band_for_every_figure_and_as_wide_as_it_says(made: Made, language: str, form: str) -> None:
    picture = section(made, language, "flows").all("svg", form)[0]
    links = picture.all("a")
    titles = [link.all("title")[0].text() for link in links]
    assert sorted(re.findall(r"\d+(?:–\d+)?\+?", title)[-1] for title in titles) == sorted(figures(made).values())
    unit = []
    for link, title in zip(links, titles, strict=True):
        figure = re.findall(r"\d+(?:–\d+)?", title)[-1].split("–")
        widths = {path.attributes["class"]: thickness(path.attributes["d"]) for path in link.all("path")}
        unit.append(widths["possible"] / int(figure[-1]))
        if figure[0] != "0":
            assert widths["certain"] == pytest.approx(widths["possible"] * int(figure[0]) / int(figure[-1]), abs=0.3)
        else:
            assert "certain" not in widths
    assert max(unit) == pytest.approx(min(unit), abs=0.3), "bands of one picture have one scale"


def thickness(path: str) -> float:
    begin = re.match(r"M[\d.]+,([\d.]+)C.* [\d.]+,([\d.]+)Z", path)
    assert begin
    return float(begin[2]) - float(begin[1])


@BOTH
def test_every_figure_opens_down_to_its_moves(made: Made, language: str) -> None:
    page = made.folder / language / "index.html"
    table = run("flows", StoreEngine(made.edition.store), {"level": "kind"})
    at = [column.name for column in table.columns].index("moves")
    wanted = {tuple(row[0:3:2]): set(addresses(row[at], table.columns[at])) for row in table.rows}
    for place in ("table", "svg"):
        links = section(made, language, "flows").all(place)[0].all("a")
        found = []
        for link in links:
            row = follow(page, link.attributes["href"], made.folder)
            found.append({BASE + a.attributes["href"].removeprefix("../").removesuffix(".html") for a in row.all("details")[0].all("a")})
        assert sorted(map(sorted, found)) == sorted(map(sorted, wanted.values()))


@BOTH
def test_the_months_agree_with_the_report_in_picture_and_table(made: Made, language: str) -> None:
    records = run("departures-by-month", StoreEngine(made.edition.store), {"kind": "bigTech", "other": "startUp"}).records()
    wanted = [[str(one[name]) for name in ("month", "inCertain", "inPossible", "outCertain", "outPossible")] for one in records]
    part = section(made, language, "months")
    rows = part.all("table")[0].all("tbody")[0].all("tr")
    assert [[cell.text() for cell in row.children if isinstance(cell, Element)] for row in rows] == wanted
    links = part.all("svg", "broad")[0].all("a")
    assert [link.all("title")[0].text()[:7] for link in links] == [row[0] for row in wanted]
    for link, row in zip(links, wanted, strict=True):
        for way, certain, possible in (("came", row[1], row[2]), ("went", row[3], row[4])):
            high = {tuple(bar.attributes["class"].split()): float(bar.attributes["height"]) for bar in link.all("rect", way)}
            assert ((way, "certain") in high) == (certain != "0") and ((way, "possible") in high) == (possible != "0")
        assert follow(made.folder / language / "index.html", link.attributes["href"], made.folder).all("th")[0].attributes["data-value"] == row[0]


@BOTH
def test_the_latest_moves_come_first_with_their_status_and_their_dates_as_reported(made: Made, language: str) -> None:
    items = [item.text() for item in section(made, language, "latest").all("li")]
    assert len(items) == 7
    expected = ("Ben", "Alpha → Star", *(("2023年5月4日", "2个独立来源") if language else ("4 May 2023", "2 independent sources")))
    assert any(all(part in item for part in expected) for item in items), items
    by_name = {item.split()[0]: item for item in items}
    assert ("2022" in by_name["Cat"]) and "2022-12" not in by_name["Cat"] and "31" not in by_name["Cat"]
    assert ("rumoured" if not language else "传闻") in by_name["Dan"]


@BOTH
def test_every_link_within_the_pages_leads_somewhere(made: Made, language: str) -> None:
    known = {f"{language}{name}" for name in ("data.html", "query.html", "ns.html", "policy.html", "person/index.html", "company/index.html")}
    known |= {f"{language}{name}" for name in ("move/index.html", "rule/index.html")} | {"assets/site.css", "assets/site.js", "assets/icon.svg"}
    pages = [page for page in made.folder.rglob("*.html") if page.is_relative_to(made.folder / "zh") == bool(language)]
    for page in pages:
        for link in read(page).all("a"):
            address = link.attributes["href"]
            if address.startswith("https://"):
                continue
            path = address.partition("#")[0]
            target = os.path.relpath((page.parent / path).resolve() if path else page, made.folder.resolve())
            folder, _, name = target.removeprefix(language).rpartition("/")
            if folder in ("person", "company", "move", "claim", "source", "product", "role") and not name.startswith("index"):
                assert BASE + f"{folder}/{name.removesuffix('.html')}" in made.knowledge.facts, address
            elif target not in known:
                follow(page, address, made.folder)


def test_search_knows_every_name_in_both_scripts(made: Made) -> None:
    content = json.loads((made.folder / "search.json").read_text(encoding="utf-8"))
    assert content["v"] == 1
    items = {item[1]: item for item in content["items"]}
    assert items["person/ann"][:4] == ["p", "person/ann", "Ann", "安"]
    assert items["person/ann"][5:] == ["Alpha Lab", "Alpha Lab"]
    assert items["company/beta"][0] == "c" and items["company/beta"][3] == "贝塔" and items["company/beta"][5:] == ["big tech", "大厂"]
    assert items["move/dan-1"][2:4] == ["Dan: Nova → Beta", "Dan：Nova → 贝塔"]
    assert items["report/flows-by-kind"][0] == "r" and "大厂" in items["report/flows-by-kind"][3]
    paths = [item[1] for item in content["items"]]
    assert len(paths) == len(set(paths))
    for kind, letter in (("Person", "p"), ("Company", "c")):
        assert sum(item[0] == letter for item in content["items"]) == len(made.knowledge.kinds[kind])


@BOTH
def test_without_a_script_the_page_of_results_leads_to_the_lists(made: Made, language: str) -> None:
    links = {link.attributes["href"] for link in read(made.folder / language / "search.html").all("main")[0].all("a")}
    assert links == {"person/index.html", "company/index.html", "move/index.html", "report/index.html"}


def test_hostile_names_do_no_harm(made: Made) -> None:
    for page in made.folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "\u202e" not in text and 'href="javascript:' not in text
        root = read(page)
        assert all(
            script.attributes.get("src", "").endswith("assets/site.js") or script.attributes.get("type") == "application/ld+json"
            for script in root.all("script")
        )
        assert not root.all("img") and not root.all("b")
    front = (made.folder / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in front or "&lt;/script&gt;" in front
    assert "\u202e" not in (made.folder / "search.json").read_text(encoding="utf-8")


@BOTH
def test_the_front_page_is_light(made: Made, language: str, tmp_path: Path) -> None:
    assets.write(Site(made.edition, Staging(tmp_path)))
    files = [made.folder / language / "index.html", *(tmp_path / "assets" / name for name in ("site.css", "site.js", "icon.svg"))]
    assert sum(file.stat().st_size for file in files) < 200_000, "even without compression"


def test_a_data_set_without_such_moves_has_a_front_page_too(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    made = make(tmp_path / "out", data_set(tmp_path, move("cat-1", person="cat", frm="uni", to="", kind="departure")))
    page = read(made.folder / "index.html")
    assert page.all("h1") and not page.all("svg", "months")


_BUILD = """
import hashlib, sys
from pathlib import Path
from tests.site_pages import make
made = make(Path(sys.argv[1]), Path(sys.argv[2]))
for file in sorted(made.folder.rglob("*")):
    if file.is_file():
        print(hashlib.sha256(file.read_bytes()).hexdigest(), file.relative_to(made.folder))
"""


def test_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    data = data_set(tmp_path, *MOVES, cast=CAST_AND_HOSTILE)
    found = []
    for seed, place in (("1", "C.UTF-8"), ("2", "C")):
        (tmp_path / seed).mkdir()
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": place, "TZ": f"UTC+{seed}", "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, "-c", _BUILD, tmp_path / seed, data], capture_output=True, text=True, env=env, timeout=120)
        assert done.returncode == 0, done.stderr
        found.append(done.stdout)
    assert found[0] == found[1] and len(found[0].splitlines()) > 100
