"""A release: the same bytes for the same data, whole or not at all, and true to what it says of itself."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store
from rdflib import Dataset, Graph, Literal, URIRef

import talentmoves
from talentmoves.vocabulary import BASE, CURATED, DERIVED, ONTOLOGY
from tests.conftest import CASES, ROOT, Run

NAMES = [
    "LICENSE",
    "SHA256SUMS",
    "curated.ttl",
    "dataset.ttl",
    "derived.ttl",
    "ontology.ttl",
    "talent-moves.jsonld",
    "talent-moves.nq",
    "talent-moves.nt",
    "talent-moves.trig",
    "talent-moves.ttl",
]  # fmt: skip
DUMPS = {
    "nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD, "nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE,
}  # fmt: skip
QUADS = ("nq", "trig", "jsonld")
GOOD = CASES / "TM101-joined-before-left" / "good.ttl"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
SPDX = "http://spdx.org/rdf/terms#"

Triples = set[tuple[str, str, str]]


def content(directory: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in directory.iterdir()}


def read(release: Path, ending: str) -> Store:
    store = Store()
    store.load(path=str(release / f"talent-moves.{ending}"), format=DUMPS[ending])
    return store


def triples(store: Store, graph: str | None = None) -> Triples:
    return {
        (str(quad.subject), str(quad.predicate), str(quad.object))
        for quad in store.quads_for_pattern(None, None, None, NamedNode(graph) if graph else None)
    }


@pytest.fixture(scope="module")
def release(sample_release: Path) -> Path:
    """A release of the sample: rdflib takes minutes to read one of all data."""
    return sample_release


@pytest.fixture(scope="module")
def expected(sample: Path) -> Triples:
    return triples(talentmoves.store([sample]))


def test_it_holds_these_files(release: Path) -> None:
    assert sorted(content(release)) == NAMES
    assert (release / "LICENSE").read_bytes() == (ROOT / "data" / "LICENSE").read_bytes()


def test_the_check_sums_are_right(release: Path) -> None:
    lines = (release / "SHA256SUMS").read_text().splitlines()
    assert [line.split("  ")[1] for line in lines] == [name for name in NAMES if name != "SHA256SUMS"]
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((release / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("ending", DUMPS)
def test_every_format_holds_the_same_triples(release: Path, expected: Triples, ending: str) -> None:
    store = read(release, ending)
    assert triples(store) == expected
    graphs = {graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)}
    assert graphs == ({CURATED, DERIVED, ONTOLOGY} if ending in QUADS else set())


@pytest.mark.parametrize("graph", [CURATED, DERIVED, ONTOLOGY])
def test_the_graphs_are_apart_as_in_the_store(release: Path, sample: Path, graph: str) -> None:
    wanted = triples(talentmoves.store([sample]), graph)
    assert wanted and all(triples(read(release, ending), graph) == wanted for ending in QUADS)


@pytest.mark.parametrize("ending", ["nt", "ttl"])
def test_rdflib_reads_the_same_triples(release: Path, expected: Triples, ending: str) -> None:
    graph = Graph().parse(release / f"talent-moves.{ending}")
    assert len(graph) == len(expected)
    assert {(s.n3(), p.n3()) for s, p, _ in graph} == {(s, p) for s, p, _ in expected}


@pytest.mark.parametrize("ending", ["nq", "trig", "jsonld"])
def test_rdflib_reads_the_same_quads(release: Path, sample: Path, expected: Triples, ending: str) -> None:
    data = Dataset()
    data.parse(release / f"talent-moves.{ending}", format={"nq": "nquads", "jsonld": "json-ld"}.get(ending, ending))
    found = {(str(graph), subject.n3(), predicate.n3()) for subject, predicate, _, graph in data.quads()}
    store = talentmoves.store([sample])
    assert found == {(quad.graph_name.value, str(quad.subject), str(quad.predicate)) for quad in store if isinstance(quad.graph_name, NamedNode)}


def test_triples_and_quads_are_sorted_with_one_a_line(release: Path) -> None:
    for ending in ("nt", "nq"):
        lines = (release / f"talent-moves.{ending}").read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(set(lines)) > 10_000
        assert all(line.endswith(" .") for line in lines)
    subjects = [line.split(" ", 1)[0] for line in (release / "talent-moves.nt").read_text(encoding="utf-8").splitlines()]
    assert subjects == sorted(subjects)
    assert not any(subject.startswith("_:") for subject in subjects)


@pytest.fixture(scope="module")
def description(release: Path) -> Graph:
    return Graph().parse(release / "dataset.ttl")


def number(description: Graph, subject: str, predicate: str) -> int:
    value = description.value(URIRef(subject), URIRef(VOID + predicate))
    assert isinstance(value, Literal)
    return int(value)


@pytest.mark.parametrize("part", [BASE + "dataset", CURATED, DERIVED, ONTOLOGY])
def test_the_description_counts_what_is_there(release: Path, description: Graph, part: str) -> None:
    found = triples(read(release, "nq"), None if part.endswith("dataset") else part)
    assert number(description, part, "triples") == len(found)
    assert number(description, part, "distinctSubjects") == len({triple[0] for triple in found})
    assert number(description, part, "distinctObjects") == len({triple[2] for triple in found})
    assert number(description, part, "properties") == len({triple[1] for triple in found})
    classes = {triple[2]: 0 for triple in found if triple[1].endswith("#type>")}
    assert number(description, part, "classes") == len(classes)
    partitions = list(description.objects(URIRef(part), URIRef(VOID + "classPartition")))
    assert len(partitions) == len(classes)
    for partition in partitions:
        kind = description.value(partition, URIRef(VOID + "class"))
        assert number(description, str(partition), "entities") == sum(triple[2] == f"<{kind}>" for triple in found if triple[1].endswith("#type>"))


def test_the_description_points_to_each_dump_with_size_and_check_sum(release: Path, description: Graph) -> None:
    distributions = list(description.objects(URIRef(BASE + "dataset"), URIRef(DCAT + "distribution")))
    assert len(distributions) == len(DUMPS) + 3  # and each graph alone
    for distribution in distributions:
        url = str(description.value(distribution, URIRef(DCAT + "downloadURL")))
        bytes_ = (release / url.rsplit("/", 1)[1]).read_bytes()
        assert str(description.value(distribution, URIRef(DCAT + "byteSize"))) == str(len(bytes_))
        checksum = description.value(distribution, URIRef(SPDX + "checksum"))
        assert str(description.value(checksum, URIRef(SPDX + "checksumValue"))) == hashlib.sha256(bytes_).hexdigest()
    assert description.value(URIRef(BASE + "dataset"), URIRef("http://purl.org/dc/terms/license")) == URIRef(
        "https://creativecommons.org/publicdomain/zero/1.0/"
    )


def test_the_same_data_gives_the_same_bytes_anywhere(moves: Run, release: Path, sample: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = moves("publish", "out", "--data", sample, cwd=elsewhere, PYTHONHASHSEED="7", TZ="Pacific/Kiritimati", LC_ALL="C", TALENT_MOVES_CACHE="off")
    assert done.returncode == 0, done.stderr
    assert content(elsewhere / "out") == content(release)


def test_the_order_and_the_names_of_files_make_no_difference(moves: Run, tmp_path: Path) -> None:
    text = GOOD.read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    blocks = body.strip().split("\n\n")
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, order in ((one, blocks), (other, blocks[::-1])):
        folder.mkdir()
        for at, block in enumerate(order):
            (folder / f"{at}.ttl").write_text(f"{head}\n\n{block}\n", encoding="utf-8")
        assert moves("publish", tmp_path / f"{folder.name}-out", "--data", folder).returncode == 0
    assert content(tmp_path / "one-out") == content(tmp_path / "other-out")


@pytest.fixture
def earlier(moves: Run, tmp_path: Path) -> Path:
    directory = tmp_path / "release"
    assert moves("publish", directory, "--data", GOOD).returncode == 0
    return directory


def test_a_release_replaces_an_earlier_one_and_leaves_nothing_beside(moves: Run, tmp_path: Path, earlier: Path) -> None:
    done = moves("publish", earlier, "--data", GOOD)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [str(earlier / name) for name in NAMES]
    assert sorted(content(earlier)) == NAMES
    assert list(tmp_path.iterdir()) == [earlier]


def test_an_earlier_release_with_a_file_of_somebody_else_is_left_alone(moves: Run, earlier: Path) -> None:
    (earlier / "notes.txt").write_text("mine")
    before = content(earlier)
    done = moves("publish", earlier, "--data", GOOD)
    assert done.returncode == 2 and "notes.txt" in done.stderr
    assert content(earlier) == before


@pytest.mark.parametrize(("name", "graph"), [("curated", CURATED), ("derived", DERIVED), ("ontology", ONTOLOGY)])
def test_each_graph_is_there_alone(release: Path, sample: Path, name: str, graph: str) -> None:
    alone = Store()
    alone.load(path=str(release / f"{name}.ttl"))
    assert triples(alone) == triples(talentmoves.store([sample]), graph)


def test_data_with_errors_is_not_published_and_the_earlier_release_stays(moves: Run, tmp_path: Path, earlier: Path) -> None:
    before = content(earlier)
    done = moves("publish", earlier, "--data", CASES / "TM101-joined-before-left" / "bad.ttl")
    assert done.returncode == 1
    assert "error[TM101]" in done.stdout and "No release: the data has 1 error(s)." in done.stderr
    assert content(earlier) == before
    assert list(tmp_path.iterdir()) == [earlier]


def test_a_warning_does_not_stop_a_release(moves: Run, tmp_path: Path) -> None:
    assert moves("publish", tmp_path / "out", "--data", CASES / "TM103-announced-late" / "bad.ttl").returncode == 0


@pytest.mark.parametrize("data", ["malformed", "empty"])
def test_data_that_cannot_be_read_leaves_nothing(moves: Run, tmp_path: Path, data: str) -> None:
    file = tmp_path / "data.ttl"
    file.write_text("<x" if data == "malformed" else "")
    assert moves("publish", tmp_path / "out", "--data", file).returncode == 2
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_with_other_files_is_left_alone(moves: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    done = moves("publish", tmp_path, "--data", GOOD)
    assert done.returncode == 2 and "holds files that are not of a release: letter.txt." in done.stderr
    assert content(tmp_path) == {"letter.txt": b"mine"}


@pytest.mark.parametrize("place", ["a file", "a link", "no folder"])
def test_a_place_where_no_release_can_stand(moves: Run, tmp_path: Path, place: str) -> None:
    target = tmp_path / "target"
    if place == "a file":
        target.write_text("x")
    elif place == "a link":
        target.symlink_to(tmp_path)
    else:
        target = tmp_path / "no" / "such"
    done = moves("publish", target, "--data", GOOD)
    assert (done.returncode, done.stdout) == (2, "")
    assert str(target) in done.stderr


def test_an_empty_folder_will_do(moves: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert moves("publish", tmp_path / "out", "--data", GOOD).returncode == 0


def test_a_release_of_other_data_holds_that_data(moves: Run, tmp_path: Path) -> None:
    data = shutil.copy(GOOD, tmp_path / "mine.ttl")
    assert moves("publish", tmp_path / "out", "--data", data).returncode == 0
    store = read(tmp_path / "out", "nt")
    a, person = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode("https://w3id.org/talent-moves/ns#Person")
    people = list(store.quads_for_pattern(None, a, person, DefaultGraph()))
    assert [quad.subject.value for quad in people if isinstance(quad.subject, NamedNode)] == [BASE + "person/ada-example"]


def test_reports_can_be_asked_of_a_release(moves: Run, release: Path, sample: Path) -> None:
    done = moves("report", "boomerangs", "-f", "csv", "--data", release / "talent-moves.nq")
    assert done.returncode == 0, done.stderr
    assert done.stdout == moves("report", "boomerangs", "-f", "csv", "--data", sample).stdout
