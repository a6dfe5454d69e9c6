"""Hostile data gets findings or a clear error, whatever it is: no traceback, no hang, no gigabytes."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from talentmoves.errors import MovesError
from talentmoves.validation.running import validate
from tests.conftest import ROOT
from tests.fuzzing import ENCODINGS, HUGE, ODD, PREFIXES, SEED, damaged, written

MEBIBYTES = 1024
#: Linux counts a process's memory in kibibytes, macOS in bytes.
_UNIT = 1 if sys.platform == "darwin" else 1024


class Ended(NamedTuple):
    """How the program ended."""

    code: int
    output: str
    errors: str


def program(folder: Path, *arguments: str | Path, seconds: int = 60) -> Ended:
    """Run the program, and check what no input may cause."""
    command = [sys.executable, "-m", "talentmoves", "validate", *map(str, arguments)]
    out, err = folder / "program.out", folder / "program.err"
    with out.open("wb") as output, err.open("wb") as errors:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=errors)
        start = time.monotonic()
        watchdog = threading.Timer(seconds, process.kill)
        watchdog.start()
        _, status, usage = os.wait4(process.pid, 0)
        watchdog.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    told = err.read_text(encoding="utf-8", errors="replace")
    assert process.returncode in (0, 1, 2), f"ended with {process.returncode} after {time.monotonic() - start:.1f} s: {told[-2000:]}"
    assert "Traceback" not in told and "panicked" not in told, told[-2000:]
    # A new process begins with the size of the one that started it: less than that was not measured.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert usage.ru_maxrss <= own or usage.ru_maxrss * _UNIT / 2**20 < MEBIBYTES
    return Ended(process.returncode, out.read_text(encoding="utf-8"), told)


def in_process(*files: Path, contributions: tuple[Path, ...] = ()) -> None:
    """Validate without a new process; only an error with a next step may come of it."""
    try:
        found = validate(files, contributions)
    except MovesError as error:
        assert str(error).strip()
    else:
        assert all(finding.code and finding.message for finding in found)


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files(seed: int, tmp_path: Path) -> None:
    for content in damaged(12, seed):
        file = written(tmp_path, content)
        try:
            in_process(file)
        except Exception as error:
            pytest.fail(f"{type(error).__name__}: {error}\n{content!r}")


@pytest.mark.parametrize("name", ENCODINGS)
def test_encodings_and_addresses(name: str, tmp_path: Path) -> None:
    in_process(written(tmp_path, ENCODINGS[name]))


@pytest.mark.parametrize("name", ODD)
def test_odd_statements(name: str, tmp_path: Path) -> None:
    file = written(tmp_path, PREFIXES + ODD[name])
    in_process(file)
    in_process(written(tmp_path, SEED, "base.ttl"), contributions=(file,))


@pytest.mark.parametrize("suffix", [".nt", ".trig", ".nq", ".rdf", ".jsonld", ".ttl", ".txt", ""])
@pytest.mark.parametrize(
    "content",
    [b"\x00\xff<[{(", b'{"@context": "https://e.example/c", "@id": 1', b"<r:RDF xmlns:r='x'><r:Description>&lol;"],
    ids=["bytes", "json", "xml"],
)
def test_other_formats(suffix: str, content: bytes, tmp_path: Path) -> None:
    in_process(written(tmp_path, content, f"hostile{suffix}"))


@pytest.mark.parametrize("name", HUGE)
def test_huge_files(name: str, tmp_path: Path) -> None:
    make, seconds = HUGE[name]
    program(tmp_path, "--data", written(tmp_path, make()), seconds=seconds)


def test_program_tells_of_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "folder.ttl").mkdir()
    (tmp_path / "broken.ttl").symlink_to(tmp_path / "nowhere.ttl")
    for name in ("folder.ttl", "broken.ttl", "gone.ttl"):
        ended = program(tmp_path, "--data", tmp_path / name)
        assert ended.code == 2 and name in ended.errors
    # A folder in which one file cannot be read must not be called right.
    ended = program(tmp_path, "--data", tmp_path)
    assert ended.code == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")
def test_fifo_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ttl")
    assert program(tmp_path, "--data", tmp_path / "pipe.ttl").code == 2


def test_sarif_and_contributions_by_the_program(tmp_path: Path) -> None:
    odd = written(tmp_path, PREFIXES + ODD["blank nodes"] + ODD["dates"])
    ended = program(tmp_path, odd)
    assert ended.code == 1 and "error[" in ended.output
    ended = program(tmp_path, "-f", "sarif", "--data", odd)
    assert ended.code == 1 and json.loads(ended.output)["runs"][0]["results"]
    for content in (ENCODINGS["UTF-16 with a mark"], SEED[:700]):
        ended = program(tmp_path, "-f", "sarif", written(tmp_path, content))
        assert ended.code == 2 and "hostile.ttl" in ended.errors
