"""The curated data keeps the promises that its readers and editors build on."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from talentmoves import places
from talentmoves.validation.findings import Level
from talentmoves.validation.running import validate
from talentmoves.vocabulary import BASE, PREFIXES, RDF_TYPE, TM
from tests.conftest import ROOT

FILES = sorted((ROOT / "data").rglob("*.ttl"))
KINDS = {"person": "Person", "company": "Company", "role": "Role", "product": "Product", "move": "Move", "claim": "Claim", "source": "Source"}


@cache
def quads(file: Path) -> tuple[Quad, ...]:
    return tuple(parse(path=str(file), format=RdfFormat.TURTLE, base_iri=BASE))


@cache
def everything() -> tuple[Quad, ...]:
    return tuple(quad for file in FILES for quad in quads(file))


@cache
def typed(*classes: str) -> set[str]:
    wanted = {TM + name for name in classes}
    return {value(quad.subject) for quad in everything() if quad.predicate.value == RDF_TYPE and value(quad.object) in wanted}


def value(term: object) -> str:
    assert isinstance(term, (NamedNode, Literal))
    return term.value


@cache
def values(predicate: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for quad in everything():
        if quad.predicate.value == predicate:
            found.setdefault(value(quad.subject), []).append(value(quad.object))
    return found


def test_it_breaks_no_rule_above_a_hint() -> None:
    assert [(finding.code, finding.focus) for finding in validate() if finding.level > Level.INFO] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_it_has_no_blank_nodes(file: Path) -> None:
    assert not any(isinstance(term, BlankNode) for quad in quads(file) for term in (quad.subject, quad.object))


def _blocks(file: Path) -> list[str]:
    prefixes: dict[str, str] = {}
    subjects = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if declared := re.match(r"@prefix ([\w-]*): <([^>]*)> \.$", line):
            prefixes[declared[1]] = declared[2]
        elif line and not line.startswith((" ", "#")):
            prefix, _, local = line.partition(":")
            subjects.append(prefixes[prefix] + local)
    return subjects


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_subject_starts_one_block_at_the_left_margin(file: Path) -> None:
    blocks = _blocks(file)
    assert len(blocks) == len(set(blocks))
    assert set(blocks) == {value(quad.subject) for quad in quads(file)}


def test_every_entity_has_one_home() -> None:
    homes: dict[str, list[str]] = {}
    for file in FILES:
        for subject in _blocks(file):
            homes.setdefault(subject, []).append(file.name)
    assert {subject: files for subject, files in homes.items() if len(files) > 1} == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_files_are_plain_text_without_surprises(file: Path) -> None:
    content = file.read_bytes()
    assert content.endswith(b"\n") and not content.endswith(b"\n\n")
    text = content.decode("utf-8")
    assert not re.search(r"[\r\t\ufeff\u200b\u202a-\u202e]| +\n", text)
    declared = set(re.findall(r"^@prefix ([\w-]*):", text, re.MULTILINE))
    assert declared <= set(PREFIXES)


def test_no_derived_property_is_written_by_hand() -> None:
    derived = {value(quad.subject) for quad in parse(path=str(ROOT / "ontology" / "derived.ttl"), format=RdfFormat.TURTLE)}
    assert TM + "leftEarliest" in derived
    used = {quad.predicate.value for quad in everything()} | {value(quad.object) for quad in everything() if quad.predicate.value == RDF_TYPE}
    assert used & derived == set()


def test_language_tags_are_lower_case() -> None:
    # The parser folds case, so the text itself is searched, strings left out.
    for file in (*FILES, *places.ontology_files()):
        tags = re.findall(r'"@([A-Za-z][A-Za-z0-9-]*)', file.read_text(encoding="utf-8"))
        assert [tag for tag in tags if tag != tag.lower()] == [], file.name


def test_every_move_has_a_claim_and_every_claim_a_source_that_exists() -> None:
    claimed = {target for targets in values(TM + "about").values() for target in targets}
    assert typed("Move", "GroupMove") - claimed == set()
    sources = values(TM + "source")
    for entry in typed("Claim", "Thesis"):
        assert len(sources[entry]) == 1
        assert set(sources[entry]) <= typed("Source")


def test_everything_that_is_named_exists() -> None:
    subjects = {value(quad.subject) for quad in everything()}
    named = {value(quad.object) for quad in everything() if isinstance(quad.object, NamedNode) and value(quad.object).startswith(BASE)}
    reports = {f"{BASE}report/{file.stem}" for file in places.report_files()}
    terms = {iri for iri in named if iri.startswith(TM)}
    assert named - terms - subjects - reports == set()


def test_addresses_are_ascii_slugs_of_their_kind() -> None:
    for quad in everything():
        if quad.predicate.value != RDF_TYPE:
            continue
        kind, slug = value(quad.subject).removeprefix(BASE).split("/")
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug), slug
        if kind in KINDS:
            expected = {"Move": ("Move", "GroupMove"), "Claim": ("Claim", "Thesis")}.get(KINDS[kind], (KINDS[kind],))
            assert value(quad.object).removeprefix(TM) in expected, slug


def test_people_and_companies_have_an_english_name_and_no_two_the_same() -> None:
    for kind in ("Person", "Company", "Product"):
        names: dict[str, str] = {}
        for quad in everything():
            subject = value(quad.subject)
            if quad.predicate.value == PREFIXES["rdfs"] + "label" and isinstance(quad.object, Literal) and subject in typed(kind):
                assert quad.object.language in ("en", "zh"), subject
                if quad.object.language == "en":
                    namesake = names.setdefault(quad.object.value, subject)
                    # Two people of one name say so in a note each.
                    assert namesake == subject or {namesake, subject} <= values(PREFIXES["skos"] + "editorialNote").keys()
                    names[f"{quad.object.value} {subject}"] = subject
                    assert quad.object.value.isascii() or not re.search("[\u4e00-\u9fff]", quad.object.value)
                else:
                    assert re.search("[\u4e00-\u9fff]", quad.object.value), subject
        assert set(names.values()) == typed(kind)


def test_nothing_private_is_recorded() -> None:
    allowed = {
        RDF_TYPE,
        *(PREFIXES["rdfs"] + name for name in ("label",)),
        *(PREFIXES["skos"] + name for name in ("altLabel", "editorialNote", "exactMatch")),
        TM + "pathChecked",
    }
    found = {quad.predicate.value for quad in everything() if value(quad.subject).startswith(BASE + "person/")}
    assert found <= allowed
    addresses = [value(quad.object) for quad in everything() if re.search(r"[\w.]+@[\w-]+\.\w+", value(quad.object))]
    assert addresses == []
