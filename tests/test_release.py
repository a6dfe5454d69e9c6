"""A release: the same bytes for the same data, whole or not at all, and true to what it says of itself."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

import talentmoves
from talentmoves.vocabulary import BASE, CURATED, DERIVED, ONTOLOGY, SHAPES
from tests.conftest import CASES, ROOT, Run

FORMATS = {
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "ttl": RdfFormat.TURTLE,
    "rdf": RdfFormat.RDF_XML,
}
#: What every release has, whatever else there is besides.
NAMES = {
    "LICENSE",
    "SHA256SUMS",
    "context.jsonld",
    "dataset.ttl",
    "graphs.json",
    *(f"{graph}.ttl" for graph in ("curated", "derived", "ontology", "shapes")),
    *(f"talent-moves.{ending}{compressed}" for ending in FORMATS for compressed in ("", ".gz")),
}
QUADS = ("nq", "trig", "jsonld")
GOOD = CASES / "TM101-joined-before-left" / "good.ttl"
OTHER = CASES / "TM103-announced-late" / "good.ttl"

Triples = set[tuple[str, str, str]]


def content(directory: Path) -> dict[str, bytes]:
    return {file.relative_to(directory).as_posix(): file.read_bytes() for file in directory.rglob("*") if file.is_file()}


def read(release: Path, ending: str) -> Store:
    store = Store()
    store.load(path=str(release / f"talent-moves.{ending}"), format=FORMATS[ending])
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


def test_it_holds_what_every_release_holds(release: Path) -> None:
    assert set(content(release)) >= NAMES
    assert (release / "LICENSE").read_bytes() == (ROOT / "data" / "LICENSE").read_bytes()


def test_the_check_sums_are_of_exactly_what_is_there(release: Path) -> None:
    lines = (release / "SHA256SUMS").read_text().splitlines()
    found = content(release)
    assert [line.split("  ")[1] for line in lines] == sorted(set(found) - {"SHA256SUMS"})
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256(found[name]).hexdigest() == digest


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_holds_the_triples_of_the_store(release: Path, expected: Triples, ending: str) -> None:
    store = read(release, ending)
    graphs = {graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)}
    assert graphs == ({CURATED, DERIVED, ONTOLOGY, SHAPES} if ending in QUADS else set())
    assert triples(store) - triples(store, SHAPES) <= expected <= triples(store)


@pytest.mark.parametrize("graph", [CURATED, DERIVED, ONTOLOGY])
def test_the_graphs_are_apart_as_in_the_store(release: Path, sample: Path, graph: str) -> None:
    wanted = triples(talentmoves.store([sample]), graph)
    assert wanted and all(triples(read(release, ending), graph) == wanted for ending in QUADS)


def test_triples_and_quads_are_sorted_with_one_a_line(release: Path) -> None:
    for ending in ("nt", "nq"):
        lines = (release / f"talent-moves.{ending}").read_bytes().splitlines()
        assert lines == sorted(set(lines)) and len(lines) > 10_000
        assert all(line.endswith(b" .") for line in lines)
    assert b"_:" not in re.sub(rb'"(?:[^"\\\\]|\\\\.)*"', b"", (release / "talent-moves.nt").read_bytes())


def test_the_same_data_gives_the_same_bytes_anywhere(moves: Run, tmp_path: Path) -> None:
    places = (tmp_path / "one", tmp_path / "another place")
    for place, environment in zip(
        places,
        ({"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}, {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        strict=True,
    ):
        place.mkdir()
        done = moves("publish", "out", "--data", GOOD, cwd=place, TALENT_MOVES_CACHE="off", **environment)
        assert done.returncode == 0, done.stderr
    one, other = (content(place / "out") for place in places)
    assert one == other and any(name.endswith(".html") for name in one)


def test_the_dumps_of_more_data_are_the_same_bytes_too(moves: Run, release: Path, sample: Path, tmp_path: Path) -> None:
    done = moves("publish", "out", "--no-site", "--data", sample, cwd=tmp_path, PYTHONHASHSEED="7", TZ="Asia/Shanghai", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    found, before = content(tmp_path / "out"), content(release)
    rdf = {name for name in found if name.endswith((".ttl", ".jsonld", ".gz", ".nq", ".nt", ".rdf", ".trig", ".csv", ".parquet", "graphs.json"))}
    # Descriptions tell of a site where there is one.
    assert {name for name in rdf if found[name] != before[name]} <= {"dataset.ttl", "dataset.jsonld", "void.ttl", "service.ttl"}
    assert len(rdf) > 25


def test_the_order_and_the_names_of_files_make_no_difference(moves: Run, tmp_path: Path) -> None:
    text = GOOD.read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    blocks = body.strip().split("\n\n")
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, order in ((one, blocks), (other, blocks[::-1])):
        folder.mkdir()
        for at, block in enumerate(order):
            (folder / f"{at}.ttl").write_text(f"{head}\n\n{block}\n", encoding="utf-8")
        assert moves("publish", tmp_path / f"{folder.name}-out", "--no-site", "--data", folder).returncode == 0
    assert content(tmp_path / "one-out") == content(tmp_path / "other-out")


@pytest.fixture
def earlier(moves: Run, tmp_path: Path) -> Path:
    directory = tmp_path / "release"
    assert moves("publish", directory, "--no-site", "--data", GOOD).returncode == 0
    return directory


def test_a_release_replaces_an_earlier_one_and_leaves_nothing_beside(moves: Run, tmp_path: Path, earlier: Path) -> None:
    before = content(earlier)
    done = moves("publish", earlier, "--no-site", "--data", OTHER)
    assert done.returncode == 0
    after = content(earlier)
    assert after["curated.ttl"] != before["curated.ttl"] and set(after) >= NAMES
    assert list(tmp_path.iterdir()) == [earlier]


def test_it_prints_the_files_that_people_download(moves: Run, tmp_path: Path) -> None:
    done = moves("publish", tmp_path / "out", "--no-site", "--data", GOOD)
    *listed, total = done.stdout.splitlines()
    assert {str(tmp_path / "out" / name) for name in NAMES if name.startswith("talent-moves.")} <= set(listed)
    assert all(Path(name).is_file() for name in listed)
    assert total.startswith(f"{len(content(tmp_path / 'out'))} files, ")


def test_an_earlier_release_with_a_file_of_somebody_else_is_left_alone(moves: Run, earlier: Path) -> None:
    (earlier / "notes.txt").write_text("mine")
    before = content(earlier)
    done = moves("publish", earlier, "--data", GOOD)
    assert done.returncode == 2 and "notes.txt" in done.stderr
    assert content(earlier) == before


def start(directory: Path, data: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "talentmoves", "publish", str(directory), "--data", str(data)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_killed_at_any_moment_it_leaves_the_earlier_release_whole_and_the_next_run_tidies_up(moves: Run, tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    began = time.monotonic()
    assert moves("publish", before, "--data", GOOD).returncode == 0
    took = time.monotonic() - began
    assert moves("publish", after, "--data", OTHER).returncode == 0
    whole = content(before), content(after)
    folder = tmp_path / "here"
    folder.mkdir()
    shutil.copytree(before, directory := folder / "release")
    drawn = random.Random(5)
    for _ in range(4):
        run = start(directory, OTHER)
        time.sleep(drawn.uniform(0.2, 1) * took)
        run.kill()
        run.wait()
        assert content(directory) in whole
    assert moves("publish", directory, "--data", OTHER).returncode == 0
    assert content(directory) == whole[1]
    # Nothing that was killed goes on writing either.
    assert list(folder.iterdir()) == [directory]


def test_two_runs_at_once_leave_one_whole_release(tmp_path: Path, earlier: Path, moves: Run) -> None:
    runs = [start(earlier, data) for data in (GOOD, OTHER)]
    codes = [run.wait(timeout=120) for run in runs]
    assert 0 in codes and set(codes) <= {0, 2}
    lines = (earlier / "SHA256SUMS").read_text().splitlines()
    found = content(earlier)
    assert {line.split("  ")[1]: line.split("  ")[0] for line in lines} == {
        name: hashlib.sha256(content_).hexdigest() for name, content_ in found.items() if name != "SHA256SUMS"
    }
    assert list(tmp_path.iterdir()) == [earlier]


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
    assert moves("publish", tmp_path / "out", "--no-site", "--data", CASES / "TM103-announced-late" / "bad.ttl").returncode == 0


@pytest.mark.parametrize("data", ["malformed", "empty"])
def test_data_that_cannot_be_read_leaves_nothing(moves: Run, tmp_path: Path, data: str) -> None:
    file = tmp_path / "data.ttl"
    file.write_text("<x" if data == "malformed" else "")
    assert moves("publish", tmp_path / "out", "--no-site", "--data", file).returncode == 2
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
    assert moves("publish", tmp_path / "out", "--no-site", "--data", GOOD).returncode == 0


def test_a_release_of_other_data_holds_that_data(moves: Run, tmp_path: Path) -> None:
    data = shutil.copy(GOOD, tmp_path / "mine.ttl")
    assert moves("publish", tmp_path / "out", "--no-site", "--data", data).returncode == 0
    store = read(tmp_path / "out", "nt")
    a, person = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode("https://w3id.org/talent-moves/ns#Person")
    people = list(store.quads_for_pattern(None, a, person, DefaultGraph()))
    assert [quad.subject.value for quad in people if isinstance(quad.subject, NamedNode)] == [BASE + "person/ada-example"]


def test_reports_can_be_asked_of_a_release(moves: Run, release: Path, sample: Path) -> None:
    done = moves("report", "boomerangs", "-f", "csv", "--data", release / "talent-moves.nq")
    assert done.returncode == 0, done.stderr
    assert done.stdout == moves("report", "boomerangs", "-f", "csv", "--data", sample).stdout


def test_a_folder_of_downloads_with_check_sums_of_its_own_is_left_alone(moves: Run, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    (tmp_path / "SHA256SUMS").write_text(f"{hashlib.sha256(b'mine').hexdigest()}  thesis.txt\n")
    done = moves("publish", tmp_path, "--data", GOOD, "--no-site")
    assert done.returncode == 2 and "thesis.txt" in done.stderr
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_a_link_in_an_earlier_release_is_somebody_elses(moves: Run, tmp_path: Path, earlier: Path) -> None:
    (earlier / "keep").symlink_to(tmp_path)
    done = moves("publish", earlier, "--data", GOOD, "--no-site")
    assert done.returncode == 2 and "keep" in done.stderr


def test_a_release_does_not_stand_in_another(moves: Run, earlier: Path) -> None:
    done = moves("publish", earlier / "inner", "--data", GOOD, "--no-site")
    assert done.returncode == 2 and "lies inside another release" in done.stderr
    assert not (earlier / "inner").exists()


@pytest.mark.parametrize("address", ["ftp://example.org/", "https://example.org/../x/", "https://example.org/a b", "javascript:alert(1)"])
def test_an_address_that_is_none_is_refused(moves: Run, tmp_path: Path, address: str) -> None:
    done = moves("publish", tmp_path / "out", "--data", GOOD, "--address", address)
    assert done.returncode == 2 and "--address" in done.stderr
    assert not list(tmp_path.iterdir())


def test_asked_to_end_it_leaves_nothing_behind(tmp_path: Path) -> None:
    run = start(tmp_path / "out", GOOD)
    time.sleep(2)
    run.terminate()
    assert run.wait(timeout=30) in (143, 0)
    assert [file.name for file in tmp_path.iterdir()] in ([], ["out"])
