"""What the tests share: the program as a process, a release, and real SPARQL servers."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session", autouse=True)
def cache_of_our_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests out of the user's cache."""
    before = os.environ.get("TALENT_MOVES_CACHE")
    os.environ["TALENT_MOVES_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["TALENT_MOVES_CACHE"]
    else:
        os.environ["TALENT_MOVES_CACHE"] = before


@pytest.fixture(scope="session")
def moves() -> Run:
    """Run the program as a user does, and return what it printed."""

    def run(*arguments: str | Path, cwd: Path = ROOT, stdin: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "talentmoves", *map(str, arguments)]
        env = {**os.environ, "COLUMNS": "160", **environment}
        done = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, encoding="utf-8", env=env, timeout=120)
        # A user's mistake must never end in a traceback.
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first of the workers makes and all others share."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the curated data that hangs together."""
    from tests.sample import write_sample

    def make(folder: Path) -> None:
        folder.mkdir()
        write_sample(folder)

    return made_once(tmp_path_factory, "sample", make)


@pytest.fixture(scope="session")
def sample_release(moves: Run, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the sample without pages."""
    return made_once(tmp_path_factory, "sample-release", lambda folder: _publish(moves, folder, sample, "--no-site"))


@pytest.fixture(scope="session")
def sample_site(moves: Run, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the sample with pages."""
    return made_once(tmp_path_factory, "sample-site", lambda folder: _publish(moves, folder, sample))


def _publish(moves: Run, folder: Path, sample: Path, *options: str) -> None:
    done = moves("publish", folder, "--data", sample, *options)
    assert done.returncode == 0, done.stdout + done.stderr


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Wait until a server answers."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"the server of {url} ended with {server.returncode}")
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{url} does not answer")


def oxigraph(directory: Path, files: list[Path]) -> Iterator[str]:
    """Load files into a store on disk and serve it with oxigraph's own server."""
    program = str(Path(sys.executable).with_name("oxigraph"))
    location = directory / "store"
    load = [program, "load", "--location", str(location), "--file", *map(str, files)]
    subprocess.run(load, check=True, capture_output=True, timeout=120)
    port = free_port()
    server = subprocess.Popen([program, "serve-read-only", "--location", str(location), "--bind", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/", server)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        server.kill()
        server.wait()


@pytest.fixture(scope="session")
def oxigraph_merged(sample_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An oxigraph endpoint with the sample, everything in its default graph."""
    yield from oxigraph(tmp_path_factory.mktemp("oxigraph"), [sample_release / "talent-moves.ttl"])


@pytest.fixture(scope="session")
def oxigraph_apart(sample_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An oxigraph endpoint with the sample that keeps our graphs apart."""
    yield from oxigraph(tmp_path_factory.mktemp("oxigraph"), [sample_release / "talent-moves.nq"])


_VIRTUOSO = """
[Database]
DatabaseFile = {here}/virtuoso.db
ErrorLogFile = {here}/virtuoso.log
LockFile = {here}/virtuoso.lck
TransactionFile = {here}/virtuoso.trx
xa_persistent_file = {here}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {here}/virtuoso-temp.db
TransactionFile = {here}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {here}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CaseMode = 2
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 100000
"""


@pytest.fixture(scope="session")
def virtuoso(sample_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Virtuoso endpoint with the sample (Debian's package virtuoso-opensource, the engine behind DBpedia)."""
    if not shutil.which("virtuoso-t"):
        if os.environ.get("TALENT_MOVES_ALL_TESTS"):
            pytest.fail("virtuoso-t is missing: apt-get install virtuoso-opensource")
        pytest.skip("needs Debian's package virtuoso-opensource")
    here = tmp_path_factory.mktemp("virtuoso")
    sql, http = free_port(), free_port()
    (here / "virtuoso.ini").write_text(_VIRTUOSO.format(here=here, sql=sql, http=http))
    shutil.copy(sample_release / "talent-moves.nt", here / "data.nt")
    server = subprocess.Popen(
        ["virtuoso-t", "+configfile", str(here / "virtuoso.ini"), "+foreground"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://127.0.0.1:{http}/sparql?query=ASK%7B%7D", server, 120)
        load = f"DB.DBA.TTLP_MT(file_to_string_output('{here}/data.nt'), '', 'urn:talent-moves');"
        subprocess.run(["isql-vt", str(sql), "dba", "dba", f"exec={load}"], check=True, capture_output=True, timeout=300)
        yield f"http://127.0.0.1:{http}/sparql"
    finally:
        server.kill()
        server.wait()
