"""Programs of other people read the dumps, and agree with each other on every statement."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import rdflib
from pyld import jsonld
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from talentmoves.release.dumps import serialising
from talentmoves.release.edition import canonical_lines, edition
from talentmoves.release.staging import Staging
from talentmoves.vocabulary import GRAPHS
from tests.conftest import CASES, ROOT

QUADS = ("nq", "trig", "jsonld")
TRIPLES = ("nt", "ttl", "rdf")
Riot = Callable[..., bytes]

_JAVA = Path("/usr/share/java")
# What Debian's Jena needs on the class path; its command that knows is not in the package.
_JARS = [
    "jena-arq", "jena-base", "jena-cmds", "jena-core", "jena-dboe-base", "jena-dboe-index", "jena-dboe-storage", "jena-dboe-trans-data",
    "jena-dboe-transaction", "jena-iri", "jena-rdfconnection", "jena-shacl", "jena-shex", "jena-tdb", "jena-tdb2", "commons-cli", "commons-codec",
    "commons-compress", "commons-csv", "commons-io", "commons-lang3", "dexx.collection", "gson", "guava", "httpclient", "httpclient-cache",
    "httpcore", "jackson-annotations", "jackson-core", "jackson-databind", "jsonld-java", "jcl-over-slf4j", "protobuf", "slf4j-api", "slf4j-simple",
    "thrift", "titanium-json-ld",
]  # fmt: skip


def missing(what: str) -> None:
    if os.environ.get("TALENT_MOVES_ALL_TESTS"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"needs {what}")


@pytest.fixture(scope="module")
def dumps(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dumps")
    serialising.write(edition([sample]), Staging(folder))
    return folder


@pytest.fixture(scope="module")
def expected(dumps: Path) -> dict[str, bytes]:
    """The canonical statements that each dump has to hold, by its ending."""
    nquads = (dumps / "talent-moves.nq").read_bytes()
    ours = {NamedNode(graph) for graph in GRAPHS}
    merged = canonical_lines({Quad(*quad.triple) for quad in parse(nquads, format=RdfFormat.N_QUADS) if quad.graph_name in ours})
    return dict.fromkeys(QUADS, nquads) | dict.fromkeys(TRIPLES, merged)


def canonical(nquads: bytes | str) -> bytes:
    return canonical_lines(parse(nquads, format=RdfFormat.N_QUADS))


@pytest.fixture(autouse=True, scope="module")
def literals_as_they_are() -> Iterator[None]:
    """Keep rdflib from writing literals in another form, such as 1.0 for 1.00."""
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    yield
    rdflib.NORMALIZE_LITERALS = before


@pytest.mark.parametrize("ending", ["trig", "jsonld", "ttl", "rdf"])
def test_rdflib(dumps: Path, expected: dict[str, bytes], ending: str) -> None:
    file = dumps / f"talent-moves.{ending}"
    data = rdflib.Dataset() if ending in QUADS else rdflib.Graph()
    data.parse(file)
    assert canonical(data.serialize(format="nquads" if ending in QUADS else "nt", encoding="utf-8")) == expected[ending]


@pytest.mark.parametrize("ending", ["nq", "nt", "ttl", "rdf", "trig"])
def test_rapper(dumps: Path, expected: dict[str, bytes], ending: str) -> None:
    if not shutil.which("rapper"):
        missing("Debian's package raptor2-utils")
    names = {"nq": "nquads", "nt": "ntriples", "ttl": "turtle", "rdf": "rdfxml"}
    command = ["rapper", "-q", "-i", names.get(ending, ending), "-o", "nquads" if ending in QUADS else "ntriples"]
    done = subprocess.run([*command, str(dumps / f"talent-moves.{ending}")], capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    assert canonical(done.stdout) == expected[ending]


@pytest.fixture(scope="module")
def riot(tmp_path_factory: pytest.TempPathFactory) -> Riot:
    """Run Jena's riot (Debian's package libapache-jena-java)."""
    jars = [_JAVA / f"{name}.jar" for name in _JARS]
    if not shutil.which("java") or not all(jar.exists() for jar in jars):
        missing("Debian's packages libapache-jena-java and default-jre-headless")
    # In Debian 12 the classes of the Xerces that comes with Jena have another package name, its messages have not.
    resources = tmp_path_factory.mktemp("jena")
    with zipfile.ZipFile(_JAVA / "jena-core.jar") as core:
        for name in core.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and name.endswith(".properties"):
                target = resources / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(core.read(name))
    path = ":".join(map(str, [resources, *jars]))

    def run(*arguments: str | Path) -> bytes:
        # Counts and complaints come on the one stream, statements on the other.
        done = subprocess.run(["java", "-cp", path, "riotcmd.riot", *map(str, arguments)], capture_output=True, timeout=300)
        assert done.returncode == 0 and b"ERROR" not in done.stderr and b"WARN" not in done.stderr, done.stderr
        return done.stdout or done.stderr

    return run


@pytest.mark.parametrize("ending", ["trig", "jsonld", "rdf"])
def test_riot(dumps: Path, expected: dict[str, bytes], riot: Riot, ending: str) -> None:
    # Debian has no JSON-P for Jena's processor of JSON-LD 1.1; the dump can do with that of 1.0.
    syntax = ["--syntax=jsonld10"] if ending == "jsonld" else []
    assert canonical(riot(*syntax, "--output=nquads", dumps / f"talent-moves.{ending}")) == expected[ending]


def test_riot_counts_what_is_told(dumps: Path, riot: Riot) -> None:
    told = json.loads((dumps / "graphs.json").read_text())["hashes"]
    files = {one["file"]: one["statements"] for one in told.values()} | {"talent-moves.ttl": told["merged"]["statements"]}
    said = riot("--count", *(dumps / file for file in files)).decode()
    counts = {name: int(count.replace(",", "")) for name, count in re.findall(r"/([a-z.-]+) : (?:Triples|Quads) = ([\d,]+)", said)}
    assert counts == files


def test_pyld(dumps: Path, expected: dict[str, bytes]) -> None:
    document = json.loads((dumps / "talent-moves.jsonld").read_text(encoding="utf-8"))
    assert canonical(jsonld.to_rdf(document, {"format": "application/n-quads"})) == expected["jsonld"]


def test_rdf_canonize_gives_the_hashes_that_are_told(tmp_path: Path) -> None:
    if not shutil.which("npm"):
        missing("npm")
    shutil.copytree(ROOT / "tests" / "canonize", folder := tmp_path / "canonize")
    install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--cache", str(tmp_path / "cache")]
    if subprocess.run(install, cwd=folder, capture_output=True, timeout=120).returncode:
        missing("the npm registry")
    # Its time grows with the square of the number of statements.
    release = tmp_path / "release"
    release.mkdir()
    serialising.write(edition([CASES / "TM101-joined-before-left" / "good.ttl"]), Staging(release))
    told = json.loads((release / "graphs.json").read_text())["hashes"]
    files = []
    for name, one in told.items():
        file = release / one["file"]
        if file.suffix == ".ttl":
            # What it reads is N-Quads; rdflib makes them from what the release has.
            file = folder / f"{name}.nq"
            file.write_bytes(rdflib.Graph().parse(release / one["file"]).serialize(format="nt", encoding="utf-8"))
        files.append(file)
    done = subprocess.run(["node", "canonize.mjs", *map(str, files)], cwd=folder, capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    assert dict(zip(told, done.stdout.split(), strict=True)) == {name: one["sha256"] for name, one in told.items()}
