"""moves stats --trend: the figures of every state of the data, by the history of a real clone."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small checkout with three states of its data, one of them unreadable."""
    root = tmp_path_factory.mktemp("clone")
    for part in ("ontology", "shapes", "queries"):
        shutil.copytree(ROOT / part, root / part)
    (root / "cli" / "talentmoves").mkdir(parents=True)

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)

    git("init", "-q")
    shutil.copytree(ROOT / "tests" / "removal", root / "data")
    git("add", "-A")
    git("commit", "-qm", "one")
    (root / "data" / "wrong.ttl").write_text("this is no Turtle\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "two")
    (root / "data" / "wrong.ttl").unlink()
    persons = root / "data" / "persons.ttl"
    persons.write_text(
        persons.read_text(encoding="utf-8").replace(
            '"Yan Sample"@en .', '"Yan Sample"@en ;\n  tm:pathChecked "2026-11-23"^^<http://www.w3.org/2001/XMLSchema#date> .'
        )
    )
    git("add", "-A")
    git("commit", "-qm", "three")
    return root


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_for_each_state_that_can_be_read(moves: Run, clone: Path, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    done = moves("stats", "--trend", "-f", "csv", cwd=clone, TALENT_MOVES_CACHE=cache)
    assert done.returncode == 0, done.stderr
    first, last = rows(done.stdout)
    assert (first["people"], first["moves"], first["wholePaths"]) == ("4", "6", "0.00"), first
    assert last["wholePaths"] == "0.25"
    assert "was left out" in done.stderr and "wrong.ttl" in done.stderr
    again = moves("stats", "--trend", "-f", "csv", cwd=clone, TALENT_MOVES_CACHE=cache)
    assert again.stdout == done.stdout and list((tmp_path / "cache" / "trend").glob("*.json"))


def test_what_is_not_committed_is_the_last_row(moves: Run, clone: Path) -> None:
    extra = clone / "data" / "extra.ttl"
    extra.write_text("<https://w3id.org/talent-moves/person/new> a <https://w3id.org/talent-moves/ns#Person> .\n", encoding="utf-8")
    try:
        last = rows(moves("stats", "--trend", "--limit", "2", "-f", "csv", cwd=clone).stdout)[-1]
    finally:
        extra.unlink()
    assert (last["commit"], last["people"]) == ("now", "5")


def test_where_there_is_no_history_it_says_so(moves: Run, clone: Path, tmp_path: Path) -> None:
    bare = shutil.copytree(clone, tmp_path / "bare", ignore=shutil.ignore_patterns(".git"))
    done = moves("stats", "--trend", cwd=bare, GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert done.returncode == 2 and "no history to read the trend from" in done.stderr
    both = moves("stats", "--trend", "--data", "data", cwd=clone)
    assert both.returncode == 2 and "Leave --data and --endpoint out" in both.stderr
