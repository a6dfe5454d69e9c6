"""The cache makes reports quicker and changes nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.small import data_set, move


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Path]:
    """A checkout of our own with little data, so that files can be changed."""
    home = tmp_path / "checkout"
    for part in ("ontology", "shapes", "queries"):
        shutil.copytree(ROOT / part, home / part)
    (home / "cli" / "talentmoves").mkdir(parents=True)
    (home / "data").mkdir()
    data_set(home / "data", move("one", person="ann", frm="star", to="alpha", joined="2024"))
    return home


@pytest.fixture
def latest(moves: Run, checkout: Path, tmp_path: Path) -> object:
    def run(cache: str | Path = tmp_path / "cache") -> list[str]:
        done = moves("report", "latest", "-f", "csv", cwd=checkout, TALENT_MOVES_CACHE=str(cache))
        assert (done.returncode, done.stderr) == (0, "")
        return sorted(line.rsplit("/", 1)[1] for line in done.stdout.splitlines()[1:])

    return run


def entries(tmp_path: Path) -> list[Path]:
    """The data sets in the cache; descriptions of reports lie beside them."""
    return sorted(entry for entry in (tmp_path / "cache").glob("*") if entry.is_dir())


def test_it_is_filled_once_and_gives_the_same(latest, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert latest() == ["one"]
    (entry,) = entries(tmp_path)
    state = {file.name: file.stat().st_mtime_ns for file in entry.iterdir()}
    assert len(state) > 20
    assert latest() == ["one"]
    assert {file.name: file.stat().st_mtime_ns for file in entry.iterdir()} == state


def test_a_changed_a_new_and_a_deleted_file_are_seen_at_once(latest, checkout: Path) -> None:  # type: ignore[no-untyped-def]
    assert latest() == ["one"]
    more = checkout / "data" / "more.ttl"
    prefixes = "".join(line for line in (checkout / "data" / "data.ttl").read_text(encoding="utf-8").splitlines(True) if line.startswith("@prefix"))
    more.write_text(prefixes + move("two", person="ben", frm="star", to="alpha", joined="2024"), encoding="utf-8")
    assert latest() == ["one", "two"]
    # As many bytes as before, within the same second.
    more.write_text(more.read_text(encoding="utf-8").replace("move:two", "move:six"), encoding="utf-8")
    assert latest() == ["one", "six"]
    more.unlink()
    assert latest() == ["one"]


def test_a_changed_derivation_or_ontology_is_seen_at_once(latest, checkout: Path, moves: Run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert latest() == ["one"]
    file = checkout / "ontology" / "schemes.ttl"
    file.write_text(file.read_text(encoding="utf-8").replace('"reported"@en', '"told"@en'), encoding="utf-8")
    done = moves("report", "latest", "-f", "csv", cwd=checkout, TALENT_MOVES_CACHE=str(tmp_path / "cache"))
    assert ",told," in done.stdout


@pytest.mark.parametrize("harm", ["emptied", "cut off", "garbage", "no key", "other key"])
def test_a_damaged_entry_is_no_problem(latest, tmp_path: Path, harm: str) -> None:  # type: ignore[no-untyped-def]
    latest()
    (entry,) = entries(tmp_path)
    files = sorted(entry.glob("*.nq"))
    if harm == "emptied":
        for file in entry.iterdir():
            file.unlink()
    elif harm == "cut off":
        for file in files:
            file.write_bytes(file.read_bytes()[:-20])
    elif harm == "garbage":
        for file in files:
            file.write_bytes(b"\xff\x00 garbage")
    elif harm == "no key":
        (entry / "key").unlink()
    else:
        (entry / "key").write_text("another")
    assert latest() == ["one"]
    assert latest() == ["one"]


@pytest.mark.parametrize("place", ["a file", "below a file", "read-only", "nul"])
def test_a_cache_that_cannot_be_written_is_no_problem(latest, tmp_path: Path, place: str) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "file"
    file.write_text("x")
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    assert latest({"a file": file, "below a file": file / "cache", "read-only": folder, "nul": "/dev/null/x"}[place]) == ["one"]
    folder.chmod(0o700)
    assert file.read_text() == "x"


def test_off_means_none(latest, tmp_path: Path, checkout: Path) -> None:  # type: ignore[no-untyped-def]
    assert latest("off") == ["one"]
    assert not (tmp_path / "cache").exists() and not (checkout / "off").exists()


def test_without_a_home_there_is_no_cache_and_no_error(moves: Run, checkout: Path) -> None:
    done = moves("stats", cwd=checkout, TALENT_MOVES_CACHE="", HOME="/nonexistent", XDG_CACHE_HOME="")
    assert (done.returncode, done.stderr) == (0, "")


def test_several_processes_at_once_do_not_disturb_each_other(checkout: Path, tmp_path: Path) -> None:
    env = {**os.environ, "TALENT_MOVES_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "talentmoves", "report", "latest", "-f", "csv"]
    for _ in range(3):
        running = [subprocess.Popen(command, cwd=checkout, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
        outcomes = {(*process.communicate(timeout=60), process.returncode) for process in running}
        ((out, err, code),) = outcomes
        assert (err, code) == ("", 0) and "move/one" in out
        shutil.rmtree(tmp_path / "cache")


def test_nothing_unfinished_is_left_and_old_entries_go(latest, tmp_path: Path, checkout: Path) -> None:  # type: ignore[no-untyped-def]
    file = checkout / "data" / "data.ttl"
    for _ in range(6):
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        latest()
        for entry in entries(tmp_path):  # as if two hours had gone by
            old = entry.stat().st_mtime - 7200
            os.utime(entry, (old, old))
    assert len(entries(tmp_path)) <= 5
    assert not [entry for entry in entries(tmp_path) if "unfinished" in entry.name]


def test_data_of_one_s_own_is_never_cached(moves: Run, tmp_path: Path, checkout: Path) -> None:
    file = checkout / "data" / "data.ttl"
    assert moves("stats", "--data", file, cwd=checkout, TALENT_MOVES_CACHE=str(tmp_path / "cache")).returncode == 0
    assert entries(tmp_path) == []
