"""`moves validate --endpoint` finds in an endpoint what it finds in files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from talentmoves.vocabulary import BASE, CURATED
from tests.conftest import Run, oxigraph

#: Put among the curated facts of a release: a founding date after David Luan came, and a company that is not there.
_WRONG = f"""
<{BASE}company/openai> <{BASE}ns#founded> "2030"^^<http://www.w3.org/2001/XMLSchema#gYear> <{CURATED}> .
<{BASE}company/openai> <{BASE}ns#foundedEarliest> "2030-01-01"^^<http://www.w3.org/2001/XMLSchema#date> <{BASE}graph/derived> .
<{BASE}company/openai> <{BASE}ns#partOf> <{BASE}company/nowhere> <{CURATED}> .
"""


@pytest.fixture(scope="module")
def wrong_apart(sample_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An endpoint with named graphs, and mistakes in them."""
    folder = tmp_path_factory.mktemp("wrong")
    (folder / "wrong.nq").write_text(_WRONG, encoding="utf-8")
    yield from oxigraph(folder, [sample_release / "talent-moves.nq", folder / "wrong.nq"])


@pytest.fixture(scope="module")
def wrong_merged(sample_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An endpoint with everything in one graph, and the same mistakes, and data of somebody else."""
    folder = tmp_path_factory.mktemp("wrong")
    triples = "".join(f"{line.rsplit(' ', 2)[0]} .\n" for line in _WRONG.strip().splitlines())
    others = '<http://other.example/x> <http://www.w3.org/2000/01/rdf-schema#label> "somebody else\'s"@en .\n'
    (folder / "wrong.nt").write_text(triples + others, encoding="utf-8")
    yield from oxigraph(folder, [sample_release / "talent-moves.ttl", folder / "wrong.nt"])


def _found(moves: Run, *arguments: str) -> tuple[int, set[tuple[str, str, str]], str]:
    done = moves("validate", "-f", "json", *arguments)
    return done.returncode, {(one["code"], one["focus"], one["value"]) for one in json.loads(done.stdout)["findings"]}, done.stderr


@pytest.mark.parametrize("layout", ["wrong_apart", "wrong_merged"])
def test_mistakes_are_found_in_an_endpoint(moves: Run, request: pytest.FixtureRequest, layout: str) -> None:
    code, found, told = _found(moves, "--endpoint", request.getfixturevalue(layout))
    assert code == 1
    assert {rule for rule, _, _ in found} == {"TM014", "TM022", "TM104", "TM105"}
    assert ("TM022", f"{BASE}company/openai", f"<{BASE}company/nowhere>") in found
    assert ("holds everything in one graph" in told) == (layout == "wrong_merged")


def test_an_endpoint_with_named_graphs_has_the_findings_of_the_files(moves: Run, oxigraph_apart: str, sample: Path) -> None:
    assert _found(moves, "--endpoint", oxigraph_apart, "--level", "info") == _found(moves, "--level", "info", "--data", str(sample))


def test_virtuoso_has_the_findings_of_the_files(moves: Run, virtuoso: str, sample: Path) -> None:
    code, found, told = _found(moves, "--endpoint", virtuoso, "--level", "info")
    assert (code, found) == _found(moves, "--level", "info", "--data", str(sample))[:2]
    assert "not checked: TM140" in told


def test_an_endpoint_goes_with_no_files(moves: Run, oxigraph_apart: str) -> None:
    done = moves("validate", "--endpoint", oxigraph_apart, "--fix")
    assert done.returncode == 2
    assert "--endpoint and --fix exclude each other" in done.stderr


def test_an_endpoint_out_of_reach_is_an_error_of_the_engine(moves: Run) -> None:
    done = moves("validate", "--endpoint", "http://127.0.0.1:9/sparql")
    assert done.returncode == 3
    assert "cannot be reached" in done.stderr
