"""The addresses of entities and of the ontology lead to what the client can read, on real web servers."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from talentmoves.release.dumps import entities as entity_files
from talentmoves.release.dumps import serialising
from talentmoves.release.edition import Edition, edition
from talentmoves.release.staging import Staging
from talentmoves.site import reference, serving
from talentmoves.site.knowledge import FOLDERS, Knowledge
from talentmoves.site.rendering import Site
from tests.conftest import free_port
from tests.web_servers import apache, nginx

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
CHINESE = "zh-CN,zh;q=0.9,en;q=0.8"
FOLDER = tuple(f"{folder}/" for folder in FOLDERS.values())
PERSON = "person/noam-shazeer"
#: What clients send for the person, and the ending of what they are led to; nothing stands for 406.
ACCEPTS = [
    (BROWSER, ".html"),
    ("text/html", ".html"),
    ("application/xhtml+xml", ".html"),
    ("text/turtle", ".ttl"),
    ("TEXT/Turtle", ".ttl"),
    ("text/turtle; charset=utf-8", ".ttl"),
    ("application/ld+json", ".jsonld"),
    ('application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"', ".jsonld"),
    ("application/json", ".jsonld"),
    (None, ".ttl"),
    ("*/*", ".ttl"),
    ("text/*", ".html"),
    ("application/*", ".jsonld"),
    # What rdflib, Jena and Comunica send.
    ("text/turtle, application/rdf+xml;q=0.9, text/n3;q=0.8, */*;q=0.1", ".ttl"),
    ("text/turtle,application/n-triples,application/ld+json,application/rdf+xml;q=0.7,*/*;q=0.3", ".ttl"),
    ("application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,text/turtle;q=0.6,text/html;q=0.2", ".jsonld"),
    # Weights.
    ("text/html;q=0.5, text/turtle;q=0.6", ".ttl"),
    ("text/html;q=0.55, text/turtle;q=0.5", ".html"),
    ("text/html;q=0.50, text/turtle;q=0.5", ".html"),
    ("text/turtle;q=0.999, text/html;q=1.000", ".html"),
    ("text/turtle;q=0, text/html;q=0.1", ".html"),
    ("text/turtle;q=0, */*", ".jsonld"),
    ("text/turtle;q=0.0, application/ld+json;q=0, */*;q=0.1", ".html"),
    ("text/html;q=0, text/turtle;q=0, */*;q=0.3", ".jsonld"),
    ("text/html ; q=0.3 , application/ld+json ; q=0.4", ".jsonld"),
    ("application/rdf+xml, text/html;q=0.1", ".html"),
    # Nothing that there is.
    ("image/png", ""),
    ("application/rdf+xml", ""),
    ("text/turtle;q=0", ""),
    ("text/turtles", ""),
]
LANGUAGES = [
    (CHINESE, "zh/"),
    ("zh", "zh/"),
    ("zh-Hans-CN", "zh/"),
    ("fr, zh;q=0.5", "zh/"),
    ("en-GB,en;q=0.9,zh;q=0.8", ""),
    ("en;q=0.5,zh-TW;q=0.7", "zh/"),
    ("zh;q=0, *", ""),
    ("fr", ""),
    ("", ""),
]


class Answer(NamedTuple):
    """What a server answered."""

    status: int
    location: str
    headers: dict[str, str]


class Served(NamedTuple):
    """A release that is served."""

    address: str

    def ask(self, path: str, accept: str | None = None, language: str = "") -> Answer:
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.netloc, timeout=10)
        headers = {"Accept": accept} if accept is not None else {}
        if language:
            headers["Accept-Language"] = language
        connection.request("GET", parts.path + path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        found = {name.lower(): value for name, value in answer.getheaders()}
        location = found.get("location", "")
        # nginx gives the path alone; where it leads is the same.
        location = location.removeprefix(self.address) if location.startswith("http") else location.removeprefix(parts.path)
        return Answer(answer.status, location, found)


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def root(sample: Path, port: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a release of the sample, at its root and in a folder of it."""
    root = tmp_path_factory.mktemp("www")
    made = edition([sample], f"http://127.0.0.1:{port}/talent-moves/")
    folder = root / "talent-moves"
    folder.mkdir()
    fill(made, Staging(folder))
    (folder / "probe.txt").write_text("here")
    (root / "probe.txt").write_text("here")
    return root


def fill(made: Edition, staging: Staging) -> None:
    knowledge = Knowledge(made.nquads)
    site = Site(made, staging)
    serialising.write(made, staging)
    entity_files.write(made, FOLDERS, staging)
    reference.write(site, knowledge)
    # Whatever stands in the other pages, they are served alike.
    pages = ["data.html", *(f"{name.removesuffix('.jsonld')}.html" for name in staging.files if name.startswith(FOLDER) and name.endswith(".jsonld"))]
    for page in pages:
        for language in ("", "zh/"):
            staging.write(f"{language}{page}", b"<!DOCTYPE html><title>A page</title>")
    staging.write("dataset.ttl", b"")
    serving.write(staging, made)


@pytest.fixture(scope="module")
def apache_address(root: Path, port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with apache(tmp_path_factory.mktemp("apache"), root, port) as address:
        yield address


@pytest.fixture(scope="module", params=["Apache in a folder", "Apache at the root", "nginx in a folder", "nginx at the root"])
def served(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = root / "talent-moves"
    here = tmp_path_factory.mktemp("server")
    if request.param == "Apache in a folder":
        yield Served(f"{request.getfixturevalue('apache_address')}talent-moves/")
    elif request.param == "Apache at the root":
        with apache(here, folder) as address:
            yield Served(address)
    elif request.param == "nginx in a folder":
        with nginx(here, root, folder / "nginx.conf") as address:
            yield Served(f"{address}talent-moves/")
    else:
        with nginx(here, folder, folder / "nginx.conf") as address:
            yield Served(address)


@pytest.fixture(scope="module")
def w3id(root: Path, apache_address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A second Apache that plays w3id.org."""
    registry = tmp_path_factory.mktemp("w3id")
    (registry / "talent-moves").mkdir()
    (registry / "talent-moves" / ".htaccess").write_bytes((root / "talent-moves" / "w3id" / ".htaccess").read_bytes())
    (registry / "probe.txt").write_text("here")
    with apache(tmp_path_factory.mktemp("w3id-server"), registry) as address:
        yield Served(f"{address}talent-moves/")


def test_a_person_is_told_of_in_what_the_client_asks_for(served: Served) -> None:
    for accept, ending in ACCEPTS:
        answer = served.ask(PERSON, accept)
        expected = (303, PERSON + ending) if ending else (406, "")
        assert (answer.status, answer.location) == expected, accept
        assert answer.headers["vary"].replace(", ", ",") == "Accept,Accept-Language", accept
        assert answer.headers["access-control-allow-origin"] == "*", accept


def test_a_page_is_in_the_language_that_the_reader_prefers_and_rdf_in_all(served: Served) -> None:
    for language, folder in LANGUAGES:
        assert served.ask(PERSON, BROWSER, language).location == f"{folder}{PERSON}.html", language
        assert served.ask(PERSON, "text/turtle", language).location == f"{PERSON}.ttl", language


def test_every_kind_of_address_leads_somewhere(served: Served, root: Path) -> None:
    files = root / "talent-moves"
    move = min((files / "move").glob("noam-shazeer*.ttl")).stem
    for path, html, turtle, jsonld in [
        (f"move/{move}", f"move/{move}.html", f"move/{move}.ttl", f"move/{move}.jsonld"),
        ("ns", "ns.html", "ns.ttl", "ns.jsonld"),
        ("ns/0.1.0", "ns.html", "ns.ttl", "ns.jsonld"),
        ("graph/curated", "data.html", "curated.ttl", ""),
        ("graph/derived", "data.html", "derived.ttl", ""),
        ("dataset", "data.html", "dataset.ttl", ""),
        ("rule/TM012", "rule/TM012.html", "rule/TM012.ttl", ""),
        ("rule/TM000", "rule/TM000.html", "", ""),
        ("tenure/noam-shazeer-google", "data.html", "derived.ttl", ""),
    ]:
        for accept, target in ((BROWSER, html), ("text/turtle", turtle), ("application/ld+json", jsonld)):
            answer = served.ask(path, accept)
            assert (answer.status, answer.location) == ((303, target) if target else (406, "")), (path, accept)
            if target:
                assert (files / target).is_file()
                assert served.ask(target).status == 200
        assert served.ask(path).status == 303
    for path, target in ((f"move/{move}/known/2024-08-02", f"move/{move}"), ("shape/TM012-says", "rule/TM012")):
        assert served.ask(path, BROWSER)[:2] == (303, target)


def test_what_is_not_there_is_not_found(served: Served) -> None:
    for path in ("person/nobody-of-this-name", "ns/9.9.9", "rule/TM999", "rule/TM12", "person/no/one", "graph/nothing", "nothing", "person/../../x"):
        for accept in (BROWSER, "text/turtle", "*/*", "image/png"):
            assert served.ask(path, accept).status in (400, 404), (path, accept)


def test_files_have_their_media_types_and_may_be_read_by_pages_elsewhere(served: Served) -> None:
    for name, media_type in [
        (f"{PERSON}.ttl", "text/turtle; charset=utf-8"),
        (f"{PERSON}.jsonld", "application/ld+json"),
        ("context.jsonld", "application/ld+json"),
        ("talent-moves.nq", "application/n-quads"),
        ("talent-moves.trig", "application/trig"),
        ("talent-moves.nt", "application/n-triples"),
        ("talent-moves.rdf", "application/rdf+xml"),
        ("talent-moves.nq.gz", "application/gzip"),
    ]:
        answer = served.ask(name, "*/*")
        assert answer.status == 200, name
        assert answer.headers["content-type"] == media_type, name
        assert "content-encoding" not in answer.headers, name
        assert answer.headers["access-control-allow-origin"] == "*", name
        assert answer.headers["link"] == '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"', name


def test_apache_shows_a_page_of_ours_for_what_is_missing(apache_address: str) -> None:
    parts = urlsplit(apache_address)
    for path in ("person/nobody", "zh/person/nobody.html", "nothing"):
        connection = http.client.HTTPConnection(parts.netloc, timeout=10)
        connection.request("GET", f"/talent-moves/{path}", headers={"Accept": BROWSER})
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        assert answer.status == 404
        assert "There is no page here" in body
        assert 'href="/talent-moves/assets/site.css"' in body


def test_w3id_leads_there_in_one_step(w3id: Served, apache_address: str) -> None:
    there = f"{apache_address}talent-moves/"
    for accept, ending in ACCEPTS:
        answer = w3id.ask(PERSON, accept)
        expected = (303, there + PERSON + ending) if ending else (406, "")
        assert (answer.status, answer.headers.get("location", "")) == expected, accept
    assert w3id.ask(PERSON, BROWSER, CHINESE).headers["location"] == f"{there}zh/{PERSON}.html"
    assert w3id.ask("ns", "text/turtle").headers["location"] == f"{there}ns.ttl"
    assert w3id.ask("", BROWSER)[0] == 302
    assert w3id.ask("context.jsonld").headers["location"] == f"{there}context.jsonld"
    assert w3id.ask("person/nobody", BROWSER).headers["location"] == f"{there}person/nobody.html"
    assert Served(there).ask("person/nobody.html").status == 404


def test_an_address_of_w3id_itself_is_not_led_to_itself(sample: Path, tmp_path: Path) -> None:
    staging = Staging(tmp_path)
    serving.write(staging, edition([sample]))
    assert sorted(staging.files) == [".htaccess", "_headers", "_redirects", "nginx.conf"]


def test_static_hosts_are_told_of_addresses_without_a_page_of_their_own(root: Path) -> None:
    lines = (root / "talent-moves" / "_redirects").read_text().splitlines()
    assert "/talent-moves/ns/0.1.0 /talent-moves/ns.html 302" in lines
    assert "/talent-moves/graph/curated /talent-moves/data.html 302" in lines
    # A rule whose source is its own target without the ending never comes to an end on hosts that take the ending off.
    rules = [line.split() for line in lines if not line.startswith("#")]
    assert all(source != target.removesuffix(".html") and status == "302" for source, target, status in rules)
