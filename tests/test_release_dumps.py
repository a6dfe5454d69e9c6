"""The dumps and the files of the entities: the same statements in every form, read alone or together."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyld import jsonld
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from talentmoves.errors import DataError
from talentmoves.release.dumps import entities, rdfxml, serialising, turtle
from talentmoves.release.dumps.context import Context
from talentmoves.release.dumps.hashes import PARTS, graph_hashes, hashes_of
from talentmoves.release.dumps.jsonld import Compactor
from talentmoves.release.dumps.lines import Lines
from talentmoves.release.edition import Edition, canonical_lines, edition, sorted_lines
from talentmoves.release.staging import Staging
from talentmoves.site.knowledge import FOLDERS
from talentmoves.vocabulary import BASE, CURATED, DERIVED, GRAPHS, ONTOLOGY, SHAPES, TM, XSD

QUADS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
TRIPLES = {"nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE, "rdf": RdfFormat.RDF_XML}


@pytest.fixture(scope="module")
def made(sample: Path) -> Edition:
    return edition([sample])


@pytest.fixture(scope="module")
def dumps(made: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dumps")
    serialising.write(made, Staging(folder))
    return folder


@pytest.fixture(scope="module")
def files(made: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the entities."""
    folder = tmp_path_factory.mktemp("entities")
    entities.write(made, FOLDERS, Staging(folder))
    return folder


def statements(file: Path) -> set[Triple]:
    found = parse(path=str(file), format=RdfFormat.TURTLE if file.suffix == ".ttl" else RdfFormat.JSON_LD)
    return {quad.triple for quad in found}


def of_the_edition(made: Edition, *graphs: str) -> set[Triple]:
    return {
        quad.triple
        for quad in parse(made.nquads, format=RdfFormat.N_QUADS)
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value in graphs
    }


@pytest.mark.parametrize("ending", QUADS)
def test_a_dump_with_graphs_is_the_edition(made: Edition, dumps: Path, ending: str) -> None:
    found = parse(path=str(dumps / f"talent-moves.{ending}"), format=QUADS[ending])
    assert canonical_lines(found) == made.nquads


@pytest.mark.parametrize("ending", TRIPLES)
def test_a_dump_without_graphs_is_the_union_of_the_facts(made: Edition, dumps: Path, ending: str) -> None:
    found = parse(path=str(dumps / f"talent-moves.{ending}"), format=TRIPLES[ending])
    assert {quad.triple for quad in found} == of_the_edition(made, *GRAPHS)


@pytest.mark.parametrize("graph", [CURATED, DERIVED, ONTOLOGY, SHAPES])
def test_a_graph_alone_has_the_hash_that_is_told(made: Edition, dumps: Path, graph: str) -> None:
    name = graph.rsplit("/", 1)[1]
    alone = Dataset(parse(path=str(dumps / f"{name}.ttl"), format=RdfFormat.TURTLE))
    alone.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    content = serialize(alone, format=RdfFormat.N_QUADS)
    assert content is not None
    told = graph_hashes(made)[name]
    assert (hashlib.sha256(sorted_lines(content)).hexdigest(), len(alone)) == (told.sha256, told.statements)


def test_the_sorted_dumps_are_canonical_so_that_sha256sum_tells_their_hash(made: Edition, dumps: Path) -> None:
    told = json.loads((dumps / "graphs.json").read_text())["hashes"]
    assert {name: (one["sha256"], one["statements"]) for name, one in told.items()} == graph_hashes(made)
    for name in ("merged", "dataset"):
        content = (dumps / told[name]["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == told[name]["sha256"]
        assert content.count(b"\n") == told[name]["statements"]
    assert set(told) == {*PARTS, "dataset"}


def test_blank_nodes_in_two_graphs_are_named_for_each_alone() -> None:
    shapes = '_:x <a:p> _:y <{0}> .\n_:y <a:p> "1" <{0}> .\n_:z <a:p> "2" <{1}> .\n<a:s> <a:p> "_: no blank node" <{1}> .\n'
    nquads = canonical_lines(parse(shapes.format(SHAPES, CURATED).encode(), format=RdfFormat.N_QUADS))
    for graph, count in ((SHAPES, 2), (CURATED, 2)):
        alone = [Quad(*quad.triple) for quad in parse(nquads, format=RdfFormat.N_QUADS) if quad.graph_name == NamedNode(graph)]
        assert b"".join(Lines(nquads).ntriples(graph)) == canonical_lines(alone)
        assert hashes_of(nquads)[graph.rsplit("/", 1)[1]].statements == count


def test_a_large_data_set_is_read_in_pieces_that_fit_together() -> None:
    lines = [f'<a:{number:06}> <a:p> "{"x" * 90}" <{graph}> .\n' for number in range(9000) for graph in (CURATED, DERIVED)]
    nquads = "".join(lines).encode()
    together = b"".join(Lines(nquads).ntriples(*GRAPHS))
    assert together == b"".join(Lines(nquads).ntriples(CURATED)) and together.count(b"\n") == 9000
    assert len(list(Lines(nquads).pieces(*GRAPHS))) > 1
    assert sum(1 for _ in Lines(nquads).subjects(*GRAPHS)) == 9000


@pytest.mark.parametrize("ending", [*QUADS, *TRIPLES])
def test_the_compressed_dump_is_the_plain_one_and_names_no_time(dumps: Path, ending: str) -> None:
    compressed = (dumps / f"talent-moves.{ending}.gz").read_bytes()
    assert gzip.decompress(compressed) == (dumps / f"talent-moves.{ending}").read_bytes()
    assert compressed[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


def test_turtle_declares_the_prefixes_that_it_uses_and_no_other(files: Path, dumps: Path) -> None:
    for file in [*sorted(files.rglob("*.ttl"))[::50], dumps / "shapes.ttl"]:
        text = file.read_text(encoding="utf-8")
        declared = set(re.findall(r"^@prefix (\w+):", text, re.MULTILINE))
        body = re.sub(r'"(?:[^"\\]|\\.)*"|<[^>]*>', "", re.sub(r"^@prefix .*$", "", text, flags=re.MULTILINE))
        assert set(re.findall(r"(?<![\w:])([a-z]+):", body)) == declared, file


def test_trig_has_each_graph_as_one_block(dumps: Path) -> None:
    lines = (dumps / "talent-moves.trig").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.endswith(" {")] == [f"<{graph}> {{" for graph in (*GRAPHS, SHAPES)]


# ------------------------------------------------------------------------------------------------ the context


def test_every_term_of_the_ontology_has_its_key(made: Edition) -> None:
    context = Context(made.store)
    declared = {triple.subject.value for triple in of_the_edition(made, ONTOLOGY) if isinstance(triple.subject, NamedNode)}
    assert {iri for iri in declared if iri.startswith(TM)} <= set(context.names)
    used = {triple.predicate.value for triple in of_the_edition(made, CURATED, DERIVED)}
    assert {iri for iri in used if iri.startswith(TM)} <= set(context.keys)


@pytest.mark.parametrize(
    ("kind", "range_", "definition"),
    [
        ("ObjectProperty", TM + "Person", {"@id": "tm:newOne", "@type": "@id"}),
        ("ObjectProperty", "http://www.w3.org/2004/02/skos/core#Concept", {"@id": "tm:newOne", "@type": "@vocab"}),
        ("DatatypeProperty", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", {"@id": "tm:newOne", "@container": "@language"}),
        ("DatatypeProperty", XSD + "date", {"@id": "tm:newOne", "@type": "xsd:date"}),
        ("DatatypeProperty", XSD + "integer", "tm:newOne"),
        ("DatatypeProperty", TM + "PartialDate", "tm:newOne"),
    ],
)
def test_a_new_property_has_its_key_from_its_range(kind: str, range_: str, definition: object) -> None:
    store, graph, term = Store(), NamedNode(ONTOLOGY), NamedNode(TM + "newOne")
    store.add(Quad(term, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode(f"http://www.w3.org/2002/07/owl#{kind}"), graph))
    store.add(Quad(term, NamedNode("http://www.w3.org/2000/01/rdf-schema#range"), NamedNode(range_), graph))
    assert Context(store).definitions["newOne"] == definition


def test_the_same_name_in_two_vocabularies_is_told_apart(made: Edition) -> None:
    definitions = Context(made.store).definitions
    assert definitions["title"] == {"@id": "tm:title", "@container": "@language"}
    assert definitions["dcterms:title"] == {"@id": "http://purl.org/dc/terms/title", "@container": "@language"}
    assert definitions["label"] == {"@id": "rdfs:label", "@container": "@language"}


VALUES = [
    '"plain"', '"text"@en', '"other"@en', '"文"@zh-hans', '"2024"^^<{xsd}gYear>', '"2024-01-01"^^<{xsd}date>', '"5"^^<{xsd}integer>',
    '"05"^^<{xsd}integer>', '"-0"^^<{xsd}integer>', '"123456789012345678901234567890"^^<{xsd}integer>', '"true"^^<{xsd}boolean>',
    '"1"^^<{xsd}boolean>', '"0.50"^^<{xsd}decimal>', '"1."^^<{xsd}decimal>', '"1.0E3"^^<{xsd}double>', '"x"^^<https://example.org/type>',
    '"a\\"b\\\\c\\n\\t\\u007F</script>"', '"@id"', '"_:b"', "<https://example.org/x>", "<{tm}hire>", "<{tm}person>", "<{base}person/a>",
    "<urn:isbn:1>", "<http://purl.org/dc/terms/>", "<{xsd}date>", "<{tm}a.b.>", "<{tm}a/b>", "_:c14n0",
]  # fmt: skip
PREDICATES = [
    "person", "moveKind", "says", "checked", "minShare", "minSize", "firm", "joined", "locator", "entryBasis", "unheardOf", "title",
]  # fmt: skip


@pytest.mark.parametrize("predicate", [*(TM + name for name in PREDICATES), "http://purl.org/dc/terms/title", "https://example.org/p#q"])
def test_any_value_under_any_key_comes_back_as_it_was(made: Edition, predicate: str) -> None:
    lines = [f"<a:s> <{predicate}> {value.format(xsd=XSD, tm=TM, base=BASE)} .\n" for value in VALUES]
    for kind in ("<https://example.org/Kind>", f"<{TM}Move>", '"no kind"', "_:kind"):
        lines.append(f"<a:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> {kind} .\n")
    nquads = canonical_lines(parse("".join(lines).encode(), format=RdfFormat.N_QUADS))
    (subject, found), = Lines(nquads.replace(b" .\n", b" <a:g> .\n")).subjects("a:g")  # fmt: skip
    assert set(parse(as_turtle(subject, found), format=RdfFormat.TURTLE)) == set(parse(nquads, format=RdfFormat.N_QUADS))
    context = Context(made.store)
    compactor = Compactor(context)
    node = b", ".join(compactor.node(subject, found))
    for definitions in (context.definitions, context.part(compactor.used)):
        document = b'{"@context": %b, %b}' % (json.dumps(definitions).encode(), node)
        assert canonical_lines(parse(document, format=RdfFormat.JSON_LD)) == nquads
        assert (
            canonical_lines(parse(jsonld.to_rdf(json.loads(document), {"format": "application/n-quads"}).encode(), format=RdfFormat.N_QUADS))
            == nquads
        )
    writer = rdfxml.RdfXml()
    element = writer.element(subject, found)
    assert set(parse(rdfxml.header(writer.used) + element + rdfxml.FOOTER, format=RdfFormat.RDF_XML)) == {*parse(nquads, format=RdfFormat.N_QUADS)}


def as_turtle(subject: bytes, found: Iterable[tuple[bytes, bytes]]) -> bytes:
    writer = turtle.Turtle()
    block = writer.block(subject, found)
    return turtle.header(writer.used) + block


def test_what_a_format_cannot_say_stops_the_release(made: Edition) -> None:
    context = Context(made.store)
    for value in (b"<tm:x>", b'"x"@en--ltr', b"<<( <a:s> <a:p> <a:o> )>>"):
        with pytest.raises(DataError):
            Compactor(context).node(b"<a:s>", [(b"<a:p>", value)])
    for predicate, value in ((b"<a:p>", b'"\\u0001"'), (b"<a:p>", b'"\\uFFFE"'), (b"<https://example.org/1>", b'"x"')):
        with pytest.raises(DataError):
            rdfxml.RdfXml().element(b"<a:s>", [(predicate, value)])


def test_rdf_xml_keeps_every_character_that_it_can_hold() -> None:
    text = "<script>&amp;]]> \"'\r\n\t 文😀\u202e\u0085\u2028"
    quad = Quad(NamedNode("https://example.org/?a=1&b=2"), NamedNode("https://example.org/x#p"), Literal(text, language="en"))
    (subject, found), = Lines(canonical_lines([quad]).replace(b" .\n", b" <a:g> .\n")).subjects("a:g")  # fmt: skip
    writer = rdfxml.RdfXml()
    element = writer.element(subject, found)
    assert list(parse(rdfxml.header(writer.used) + element + rdfxml.FOOTER, format=RdfFormat.RDF_XML)) == [quad]


# ------------------------------------------------------------------------------------------------ entities


def test_every_entity_with_a_page_has_both_files(made: Edition, files: Path) -> None:
    kinds = {TM + name for name in FOLDERS}
    wanted = {
        quad.subject.value.removeprefix(BASE)
        for quad in made.store.quads_for_pattern(None, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), None, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode) and quad.object.value in kinds
    }
    for ending in (".ttl", ".jsonld"):
        found = {file.relative_to(files).as_posix().removesuffix(ending) for file in files.rglob(f"*{ending}")}
        assert found == wanted | {"ns"}


def test_a_file_holds_all_that_is_stated_of_its_entity_and_nothing_else_but_of_itself(made: Edition, files: Path) -> None:
    facts = of_the_edition(made, *GRAPHS)
    by_subject: dict[str, set[Triple]] = {}
    for triple in facts:
        by_subject.setdefault(str(triple.subject), set()).add(triple)
    for file in sorted(files.rglob("*/*.ttl")):
        path = file.relative_to(files).with_suffix("").as_posix()
        found = statements(file)
        assert by_subject[f"<{BASE}{path}>"] <= found
        own = {triple for triple in found if triple.subject == NamedNode(f"{BASE}{path}.ttl")}
        assert found - own <= facts
        assert {(str(triple.predicate), str(triple.object)) for triple in own} == {
            ("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "<http://xmlns.com/foaf/0.1/Document>"),
            ("<http://xmlns.com/foaf/0.1/primaryTopic>", f"<{BASE}{path}>"),
            ("<http://rdfs.org/ns/void#inDataset>", f"<{BASE}dataset>"),
            ("<http://purl.org/dc/terms/license>", "<https://creativecommons.org/publicdomain/zero/1.0/>"),
        }


def test_both_files_of_an_entity_say_the_same(files: Path) -> None:
    for file in files.rglob("*.ttl"):
        other = {str(triple).replace(".jsonld>", ".ttl>") for triple in statements(file.with_suffix(".jsonld"))}
        assert {str(triple) for triple in statements(file)} == other


def test_the_whole_context_does_for_a_single_file_too(files: Path, dumps: Path) -> None:
    whole = json.loads((dumps / "context.jsonld").read_text())["@context"]
    for file in sorted(files.rglob("*.jsonld"))[::20]:
        document = json.loads(file.read_text(encoding="utf-8"))
        assert {name: whole[name] for name in document["@context"] if name != "@version"} | {"@version": 1.1} == document["@context"] | {
            "@version": 1.1
        }
        document["@context"] = whole
        assert {quad.triple for quad in parse(json.dumps(document).encode(), format=RdfFormat.JSON_LD)} == statements(file)


def test_another_processor_expands_a_file_without_a_network(files: Path) -> None:
    def no_network(url: str, options: object) -> None:
        raise AssertionError(f"{url} was asked for")

    for kind in sorted(set(FOLDERS.values())):
        file = min((files / kind).glob("*.jsonld"))
        found = jsonld.to_rdf(json.loads(file.read_text(encoding="utf-8")), {"format": "application/n-quads", "documentLoader": no_network})
        assert {quad.triple for quad in parse(found, format=RdfFormat.N_QUADS)} == statements(file)


def test_a_move_comes_with_its_claims_and_what_is_known_today(made: Edition, files: Path) -> None:
    moves = 0
    for file in sorted((files / "move").glob("*.ttl")):
        move = NamedNode(f"{BASE}move/{file.stem}")
        claims = {quad.subject for quad in made.store.quads_for_pattern(None, NamedNode(TM + "about"), move, None)}
        found = statements(file)
        told = {triple.subject for triple in found if str(triple.predicate).endswith("#type>")}
        assert claims <= told
        states = [triple for triple in found if triple.predicate == NamedNode(TM + "stateOf")]
        assert len(states) == bool(claims)
        assert all(
            Triple(state.subject, NamedNode(TM + "knownUntil"), Literal("9999-12-31", datatype=NamedNode(XSD + "date"))) in found for state in states
        )
        moves += 1
    assert moves > 50


def test_a_person_comes_with_their_moves_and_the_names_of_the_companies(files: Path) -> None:
    found = json.loads((files / "person" / "noam-shazeer.jsonld").read_text(encoding="utf-8"))
    assert (found["id"], found["type"], found["label"]["en"]) == (f"{BASE}person/noam-shazeer", "Person", "Noam Shazeer")
    included = {one["id"]: one for one in found["@included"]}
    moves = [one for one in included.values() if one.get("person") == found["id"]]
    assert moves and all(one["type"] == "Move" for one in moves)
    companies = {one[key] for one in moves for key in ("fromCompany", "toCompany") if key in one}
    assert all(included[company]["label"]["en"] for company in companies)


def test_a_mirror_names_its_own_files(made: Edition, tmp_path: Path) -> None:
    entities.write(made._replace(address="https://example.org/mirror/"), FOLDERS, Staging(tmp_path))
    text = (tmp_path / "person" / "noam-shazeer.ttl").read_text(encoding="utf-8")
    assert "<https://example.org/mirror/person/noam-shazeer.ttl>\n  a foaf:Document" in text and "person:noam-shazeer\n  a tm:Person" in text
    shutil.rmtree(tmp_path)


def test_the_ontology_is_there_for_who_asks_for_a_term(made: Edition, files: Path) -> None:
    assert statements(files / "ns.ttl") == statements(files / "ns.jsonld") == of_the_edition(made, ONTOLOGY)


@pytest.mark.parametrize("slug", ["..", ".ssh", "a%2Fb", "a b", "a\\b", "~root", "a;b"])
def test_an_address_that_leads_out_of_the_folder_is_refused(tmp_path: Path, slug: str) -> None:
    address = f"{BASE}person/{slug.replace(' ', '%20').replace(chr(92), '%5C')}"
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    store = Store()
    store.add(Quad(NamedNode(address), kind, NamedNode(TM + "Person"), NamedNode(CURATED)))
    hostile = Edition(store, canonical_lines(store), "0", None)
    with pytest.raises(DataError, match="cannot be the name of a file"):
        entities.write(hostile, FOLDERS, Staging(tmp_path))
