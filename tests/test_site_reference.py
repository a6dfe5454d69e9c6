"""The ontology reference, the pages of the rules and the documents: complete, true to the data, and harmless whatever the data hold."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from talentmoves import places
from talentmoves.release.edition import Edition, edition
from talentmoves.release.staging import Staging
from talentmoves.site import reference
from talentmoves.site.knowledge import Knowledge
from talentmoves.site.reference import texts
from talentmoves.site.reference.derivations import derivations
from talentmoves.site.reference.examples import Examples
from talentmoves.site.reference.relations import STANDS_FOR
from talentmoves.site.reference.terms import Origin, Terms
from talentmoves.site.rendering import Site
from talentmoves.validation.rules.catalogue import catalogue
from talentmoves.validation.rules.explanation import explanation
from talentmoves.vocabulary import BASE, CURATED, DERIVED, ONTOLOGY, PREFIXES, RDF_TYPE, TM

LANGUAGES = ("", "zh/")
_PREFIXES = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())


@pytest.fixture(scope="module")
def made(sample: Path) -> Edition:
    return edition([sample], "https://data.example.org/somewhere/")


@pytest.fixture(scope="module")
def knowledge(made: Edition) -> Knowledge:
    return Knowledge(made.nquads)


@pytest.fixture(scope="module")
def pages(made: Edition, knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What was written, by path."""
    return written(made, knowledge, tmp_path_factory.mktemp("reference"))


def written(made: Edition, knowledge: Knowledge, folder: Path) -> dict[str, str]:
    staging = Staging(folder)
    reference.write(Site(made, staging), knowledge)
    return {name: (folder / name).read_text(encoding="utf-8") for name in staging.files}


def with_facts(made: Edition, *quads: Quad) -> Knowledge:
    content = serialize(quads, format=RdfFormat.N_QUADS)
    assert content is not None
    return Knowledge(made.nquads + content)


def shown(page: str) -> str:
    """What a reader sees of a page, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())


def test_every_term_is_told_of_in_both_languages_at_the_anchor_of_its_name(pages: dict[str, str], knowledge: Knowledge) -> None:
    terms = [iri for iri in knowledge.facts if iri.startswith(TM)]
    assert len(terms) > 150
    for folder in LANGUAGES:
        page = pages[f"{folder}ns.html"]
        seen = shown(page)
        for iri in terms:
            assert page.count(f'id="{iri.removeprefix(TM)}"') == 1, iri
            for language in ("en", "zh"):
                assert " ".join(knowledge.text(iri, "skos:definition", language).split()) in seen, iri
                assert knowledge.text(iri, "rdfs:label", language) in seen, iri


def test_no_anchor_stands_twice_and_every_link_leads_somewhere(pages: dict[str, str], knowledge: Knowledge) -> None:
    anchors = {name: re.findall(r'\bid="([^"]+)"', page) for name, page in pages.items()}
    # What other parts of the site write.
    elsewhere = {"index.html", "data.html", "query.html", "search.html", "ns.ttl", "ns.jsonld"}
    elsewhere |= {f"{kind}/index.html" for kind in ("person", "company", "move", "report")}
    for name, page in pages.items():
        if not name.endswith(".html"):
            continue
        assert len(set(anchors[name])) == len(anchors[name]), name
        main = page[page.index("<main") : page.index("</main>")]
        for target in re.findall(r'\bhref="([^"]+)"', main):
            if target.startswith(("http://", "https://", "/")):
                continue
            path, _, anchor = target.partition("#")
            path = normpath(join(dirname(name), path)) if path else name
            inside = path.removeprefix("zh/")
            if path in pages:
                assert not anchor or anchor in anchors[path], (name, target)
            else:
                assert inside in elsewhere or knowledge.kind(BASE + inside.removesuffix(".html")), (name, target)


def test_uses_are_counted_as_sparql_counts_them(made: Edition, knowledge: Knowledge) -> None:
    terms = Terms(knowledge).by_name
    data = [NamedNode(CURATED), NamedNode(DERIVED)]
    for name in ("left", "status", "person", "says"):
        statements = {quad.triple for graph in data for quad in made.store.quads_for_pattern(None, NamedNode(TM + name), None, graph)}
        assert terms[name].uses == len(statements) > 0, name
    for name in ("Move", "Tenure", "hire", "confirmed"):
        statements = {quad.triple for graph in data for quad in made.store.quads_for_pattern(None, None, NamedNode(TM + name), graph)}
        assert terms[name].uses == len(statements) > 0, name


def test_examples_are_turtle_that_the_data_hold(made: Edition, knowledge: Knowledge) -> None:
    terms = Terms(knowledge)
    examples = Examples(terms)
    held = {quad.triple for quad in made.store}
    without = []
    for term in terms.by_name.values():
        entity, turtle = examples.of(term)
        if not turtle:
            without.append(term)
            continue
        statements = [quad.triple for quad in parse(_PREFIXES + turtle, format=RdfFormat.TURTLE)]
        assert statements and set(statements) <= held, term.name
        assert any(term.iri in _addresses(statement) for statement in statements), term.name
        assert all(statement.subject == NamedNode(entity) for statement in statements)
    used = [term.name for term in without if term.uses and term.name not in terms.under("rdfs:domain")]
    # Texts too long for an example are left out of it.
    assert set(used) <= {"says", "notTestable"}, used


def _addresses(statement: Triple) -> set[str]:
    return {node.value for node in (statement.predicate, statement.object) if isinstance(node, NamedNode)}


def test_what_the_derivations_are_said_to_derive_is_what_they_derive(made: Edition, knowledge: Knowledge) -> None:
    said = {TM + name for one in derivations() for name in one.derives}
    done = {quad.predicate.value for quad in made.store.quads_for_pattern(None, None, None, NamedNode(DERIVED))}
    done |= {quad.object.value for quad in made.store.quads_for_pattern(None, NamedNode(RDF_TYPE), None, NamedNode(DERIVED))}  # type: ignore[union-attr]
    assert {iri for iri in done if iri.startswith(TM)} <= said
    derived = {term.iri for term in Terms(knowledge).by_name.values() if term.origin is Origin.DERIVED}
    assert derived <= said, "a term of derived.ttl that no file derives"


def test_the_diagram_draws_every_class_and_a_new_one(made: Edition, tmp_path: Path) -> None:
    graph = NamedNode(ONTOLOGY)
    new, leads = NamedNode(TM + "Conference"), NamedNode(TM + "metAt")
    owl, rdfs = PREFIXES["owl"], PREFIXES["rdfs"]
    knowledge = with_facts(
        made,
        Quad(new, NamedNode(RDF_TYPE), NamedNode(owl + "Class"), graph),
        Quad(leads, NamedNode(RDF_TYPE), NamedNode(owl + "ObjectProperty"), graph),
        Quad(leads, NamedNode(rdfs + "domain"), NamedNode(TM + "Person"), graph),
        Quad(leads, NamedNode(rdfs + "range"), new, graph),
    )
    page = written(made, knowledge, tmp_path)["ns.html"]
    drawing = page[page.index("<svg") : page.index("</svg>")]
    classes = {term.name for term in Terms(knowledge).by_name.values() if term.kind.value == "owl:Class"}
    assert set(re.findall(r'<a href="#(\w+)"><rect', drawing)) == classes - set(STANDS_FOR)
    assert '<a href="#metAt"><text' in drawing
    assert "fromCompany" in drawing


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_a_rule_tells_what_the_program_explains(pages: dict[str, str], language: str) -> None:
    folder = "" if language == "en" else "zh/"
    for rule in catalogue().values():
        seen = shown(pages[f"{folder}rule/{rule.code}.html"])
        told = explanation(rule, language)
        assert told.example is not None
        parts = [rule.title[language], *told.messages, rule.repair[language], told.level, told.group, told.example.wrong, told.example.right]
        for part in (*parts, told.example.printed, *told.concerns):
            assert " ".join(part.split()) in seen, (rule.code, part)
        assert f'<a href="{rule.code}.html">{rule.code}</a>' in pages[f"{folder}rule/index.html"]
    assert {f"{folder}rule/TM000.html", f"{folder}rule/TM141.html"} <= pages.keys()


def test_the_shapes_of_a_rule_are_turtle_by_themselves(pages: dict[str, str]) -> None:
    whole = Store()
    for file in places.all_shape_files():
        whole.load(path=str(file), format=RdfFormat.TURTLE)
    for rule in catalogue().values():
        graph = Store()
        graph.load(pages[f"rule/{rule.code}.ttl"].encode(), format=RdfFormat.TURTLE)
        for shape in rule.shapes:
            found = {quad.predicate for quad in graph.quads_for_pattern(NamedNode(shape), None, None)}
            assert found == {quad.predicate for quad in whole.quads_for_pattern(NamedNode(shape), None, None)}, shape


def test_documents_are_pages_in_the_language_that_they_are_in(pages: dict[str, str]) -> None:
    assert "What is in the data, and what never is" in pages["policy.html"]
    assert "收录什么，绝不收录什么" in pages["zh/policy.html"]
    assert '<article class="ref-text">' in pages["zh/policy.html"]
    for name in ("removal", "contribute"):
        assert '<article class="ref-text" lang="en">' in pages[f"zh/{name}.html"]
        assert "本页尚无中文译文" in pages[f"zh/{name}.html"]
    assert '<a href="removal.html">' in pages["policy.html"]
    assert '<a href="removal.html">' in pages["zh/policy.html"]
    assert '<a href="policy.html">what is in the data' in pages["contribute.html"]
    assert "<table>" in pages["contribute.html"]


def test_markdown_can_bring_no_html_and_no_foreign_kinds_of_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policy.md").write_text(
        "# A <b>title</b>\n\n<script>alert(1)</script>\n\n[one](javascript:alert(1)) [two](../data/x.ttl) [three](data:text/html,x)"
        " [four](https://example.org/) [five](contribute.md#by-hand) ![six](https://example.org/x.png)\n"
    )
    monkeypatch.setattr(places, "docs", lambda: tmp_path)
    text = texts.read("policy", "zh")
    assert text.language == "en"
    assert "<script" not in text.body and "&lt;script&gt;" in text.body
    assert re.findall(r'(?:href|src)="([^"]*)"', text.body) == ["https://example.org/", "contribute.html#by-hand"]
    assert "six" in text.body


def test_hostile_texts_in_the_data_do_no_harm(made: Edition, tmp_path: Path) -> None:
    graph = NamedNode(CURATED)
    person = NamedNode(BASE + "person/aaa-hostile")
    bad = '<script>alert("x")</script>\u202e'
    knowledge = with_facts(
        made,
        Quad(person, NamedNode(RDF_TYPE), NamedNode(TM + "Person"), graph),
        *(
            Quad(person, NamedNode(PREFIXES[prefix] + name), Literal(bad, language="en"), graph)
            for prefix, name in (("rdfs", "label"), ("skos", "altLabel"), ("tm", "displayName"), ("tm", "grade"), ("tm", "namedAs"), ("tm", "title"))
        ),
        *(Quad(person, NamedNode(f"{PREFIXES['skos']}{name}"), Literal(bad), graph) for name in ("note", "example", "scopeNote", "historyNote")),
        Quad(person, NamedNode("javascript:alert(1)"), Literal(bad), graph),
    )
    page = written(made, knowledge, tmp_path)["ns.html"]
    assert "aaa-hostile" in page
    assert "<script>alert" not in page and "\u202e" not in page
    assert 'href="javascript' not in page


def test_the_page_for_what_is_missing_links_from_the_root(pages: dict[str, str]) -> None:
    for folder in LANGUAGES:
        page = pages[f"{folder}404.html"]
        targets = re.findall(r'(?:href|src|action)="([^"]*)"', page)
        assert all(target.startswith(("/somewhere/", "https://", "#")) for target in targets), targets
    assert pages[".nojekyll"] == ""
