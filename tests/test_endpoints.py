"""The same report on every engine gives the same rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from talentmoves.dataset.opening import Dataset
from talentmoves.engines.embedded import EmbeddedEngine
from talentmoves.reports import metadata
from talentmoves.reports.running import run
from tests.conftest import Run

VARIANTS: list[tuple[str, ...]] = [(), ("--as-of", "2024-11-19")]
EXTRA = {
    "latest": [("--company", "字节跳动"), ("--person", "Noam Shazeer"), ("--since", "2024-01-01")],
    "flows": [("--level", "unit"), ("--since", "2024-01-01", "--until", "2024-12-31"), ("--company", "Alphabet"), ("--level", "kind")],
    "net-flow": [("--level", "unit"), ("--kind", "startUp"), ("--since", "2024-07-01", "--until", "2024-12-31")],
    "boomerangs": [("--company", "Google"), ("--company", "Microsoft")],
    "founder-exits": [("--company", "Adept")],
    "group-moves": [("--company", "OPPO")],
    "shelters": [("--months", "6"), ("--months", "40")],
    "departures-by-month": [("--kind", "bigTech", "--since", "2024-01-01"), ("--kind", "bigTech", "--other", "startUp")],
    "tenures": [("--months", "12"), ("--company", "ByteDance")],
    "alumni": [("--company", "ByteDance")],
    "contradictions": [("--about", "adept-team-amazon-2024")],
}
CALLS = [(name, options) for name in metadata.names() for options in [*VARIANTS, *EXTRA.get(name, [])]]
IDS = [" ".join((name, *options)) for name, options in CALLS]


def rows(moves: Run, name: str, *options: str) -> list[dict[str, Any]]:
    done = moves("report", name, "-f", "json", *options)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    return found


@pytest.mark.parametrize(("name", "options"), CALLS, ids=IDS)
def test_oxigraph_gives_the_same_rows(moves: Run, oxigraph_merged: str, name: str, options: tuple[str, ...], sample: Path) -> None:
    assert rows(moves, name, *options, "--endpoint", oxigraph_merged) == rows(moves, name, *options, "--data", str(sample))


@pytest.mark.parametrize("name", metadata.names())
def test_oxigraph_with_named_graphs_gives_the_same_rows(moves: Run, oxigraph_apart: str, name: str, sample: Path) -> None:
    assert rows(moves, name, "--endpoint", oxigraph_apart) == rows(moves, name, "--data", str(sample))


@pytest.mark.parametrize(("name", "options"), CALLS, ids=IDS)
def test_virtuoso_gives_the_same_rows(moves: Run, virtuoso: str, name: str, options: tuple[str, ...], sample: Path) -> None:
    assert rows(moves, name, *options, "--endpoint", virtuoso, "--timeout", "110") == rows(moves, name, *options, "--data", str(sample))


@pytest.fixture(scope="module")
def everything() -> EmbeddedEngine:
    """All data, loaded at once."""
    return EmbeddedEngine(Dataset(), whole=True)


@pytest.mark.parametrize("name", metadata.names())
def test_a_report_that_loads_only_what_it_touches_gives_what_it_gives_on_everything(name: str, everything: EmbeddedEngine) -> None:
    assert run(name, everything).rows == run(name, EmbeddedEngine(Dataset())).rows
