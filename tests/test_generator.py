"""The generated moves that the benchmarks run on: known size, known violations, nothing else wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest

from talentmoves.validation.rules.catalogue import catalogue
from talentmoves.vocabulary import BASE, RDF_TYPE, TM
from tests.conftest import ROOT

MOVES = 1000


def generate(folder: Path, *options: str, moves: int = MOVES) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "bench" / "generator.py"), str(moves), "-o", str(folder), *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("generated")
    done = generate(made)
    assert done.returncode == 0, done.stderr
    return made


def triples(folder: Path) -> list[pyoxigraph.Triple]:
    return [quad.triple for quad in pyoxigraph.parse(path=str(folder / "moves.ttl"))]


def known(folder: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (folder / "violations.jsonl").read_text(encoding="utf-8").splitlines()]


def test_there_are_as_many_moves_as_asked_for(folder: Path) -> None:
    kinds = [triple.object.value for triple in triples(folder) if triple.predicate.value == RDF_TYPE]
    assert kinds.count(TM + "Move") + kinds.count(TM + "GroupMove") == MOVES
    assert {TM + "Thesis", TM + "Product", TM + "UnnamedSpeaker"} <= set(kinds)


def test_no_triple_is_written_twice(folder: Path) -> None:
    found = triples(folder)
    assert len(found) == len(set(found))


def test_the_number_of_triples_is_told_as_it_is(tmp_path: Path) -> None:
    done = generate(tmp_path, "--violations", "0", moves=2000)
    found = len(triples(tmp_path))
    assert f" {found} triples, " in done.stdout
    assert 14 < found / 2000 < 17
    assert known(tmp_path) == []


def test_every_rule_is_broken_in_a_node_of_its_own(folder: Path) -> None:
    assert {line["code"] for line in known(folder)} == set(catalogue())
    subjects = {triple.subject.value for triple in triples(folder) if isinstance(triple.subject, pyoxigraph.NamedNode)}
    assert {line["focus"] for line in known(folder)} <= subjects
    assert all(line["focus"].startswith(BASE) for line in known(folder))


def test_the_same_seed_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    generate(tmp_path / "same")
    generate(tmp_path / "other", "--seed", "2")
    for name in ("moves.ttl", "violations.jsonl"):
        assert (tmp_path / "same" / name).read_bytes() == (folder / name).read_bytes()
    assert (tmp_path / "other" / "moves.ttl").read_bytes() != (folder / "moves.ttl").read_bytes()


def test_too_few_moves_for_every_rule_is_said_so(tmp_path: Path) -> None:
    done = generate(tmp_path, moves=50)
    assert done.returncode == 1
    assert "too few to break every rule" in done.stderr and "Traceback" not in done.stderr
