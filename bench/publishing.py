"""Measure ``moves publish`` beside what pyoxigraph takes to write the same six serialisations alone.

``python bench/publishing.py`` takes the curated data, ``--moves 100000`` generated moves. First both sides' files are
read back, and have to hold the same statements, by hash. pyoxigraph is timed at its quickest: :meth:`Store.dump` of
a store that is loaded already, into a file, in a fresh process. It has nothing else to do; a release also parses,
derives and validates the data, and writes tables, descriptions, files of entities and, as told, the site.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse, serialize

from generator import generate
from talentmoves.vocabulary import GRAPHS

BOUND = 3.0
QUADS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
TRIPLES = {"nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE, "rdf": RdfFormat.RDF_XML}
#: In a release, and on pyoxigraph's side.
NAME = "talent-moves"


class Taken(NamedTuple):
    """What a process took."""

    seconds: float
    #: The most memory that it, or the largest process that it waited for, ever had.
    megabytes: float


def publish(data: Sequence[str], folder: Path, *options: str) -> Taken:
    """Publish a release, and return what that took."""
    return run([sys.executable, "-m", "talentmoves", "publish", str(folder), *options, *(f"--data={path}" for path in data)])


def run(command: Sequence[str]) -> Taken:
    """Run a command, and return what it took."""
    environment = {**os.environ, "TALENT_MOVES_CACHE": "off"}
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    said = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command[:5])} failed:\n{said[-2000:]}")
    return Taken(time.perf_counter() - began, usage.ru_maxrss / 1024)


def dump(source: Path, folder: Path) -> None:
    """Write the six serialisations with pyoxigraph, and print the seconds that each took."""
    store = Store()
    # Loading from a file would name blank nodes anew.
    store.bulk_extend(parse(path=str(source), format=RdfFormat.N_QUADS))
    # The formats without graphs hold the union of the facts, which is no graph of the store.
    merged = Store()
    merged.bulk_extend(Quad(*quad.triple) for graph in GRAPHS for quad in store.quads_for_pattern(None, None, None, NamedNode(graph)))
    taken = {}
    for ending, rdf_format in (QUADS | TRIPLES).items():
        began = time.perf_counter()
        if ending in QUADS:
            store.dump(str(folder / f"{NAME}.{ending}"), rdf_format)
        else:
            merged.dump(str(folder / f"{NAME}.{ending}"), rdf_format, from_graph=DefaultGraph())
        taken[ending] = time.perf_counter() - began
    print(json.dumps(taken))


def pyoxigraph_alone(source: Path, folder: Path) -> dict[str, float]:
    """Return the seconds that pyoxigraph takes for each format, in a fresh process."""
    command = [sys.executable, __file__, "--dump", str(source), str(folder)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return found


def check_agreement(ours: Path, theirs: Path) -> None:
    """Stop unless all files of both sides hold the same statements."""
    told = json.loads((ours / "graphs.json").read_text())["hashes"]
    for ending, rdf_format in (QUADS | TRIPLES).items():
        one, other = (content_hash(parse(path=str(folder / f"{NAME}.{ending}"), format=rdf_format)) for folder in (ours, theirs))
        # Nodes without a name keep their canonical labels in every format.
        if not one == other == told["dataset" if ending in QUADS else "merged"]["sha256"]:
            sys.exit(f"{NAME}.{ending}: not the same statements on both sides.")
    print(f"All six agree: {told['dataset']['statements']:,} statements, {told['dataset']['sha256']}")


def content_hash(quads: Iterable[Quad]) -> str:
    """Return the hash of statements as sorted lines."""
    content = serialize(quads, format=RdfFormat.N_QUADS)
    assert content is not None
    return hashlib.sha256(b"".join(sorted({line + b"\n" for line in content.split(b"\n") if line}))).hexdigest()


def parts(data: Sequence[Path], folder: Path) -> dict[str, float]:
    """Return the seconds that each part of a release without the site takes, one after the other in this process."""
    from talentmoves.release.dumps import entities, serialising
    from talentmoves.release.edition import edition
    from talentmoves.release.staging import Staging
    from talentmoves.release.tables import files as tables
    from talentmoves.site.knowledge import FOLDERS
    from talentmoves.validation.findings import Level
    from talentmoves.validation.running import check

    staging = Staging(folder)
    taken: dict[str, float] = {}
    began = time.perf_counter()
    made = edition(data)
    taken["parsing and deriving"] = time.perf_counter() - began
    steps: dict[str, Callable[[], object]] = {
        "validation": lambda: check(data, least=Level.ERROR),
        "dumps": lambda: serialising.write(made, staging),
        "files of entities": lambda: entities.write(made, FOLDERS, staging),
        "tables": lambda: tables.write(made, staging),
    }
    for name, work in steps.items():
        began = time.perf_counter()
        work()
        taken[name] = time.perf_counter() - began
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=0, help="generated moves in place of the curated data")
    parser.add_argument("--rounds", type=int, default=1, help="medians of so many rounds, both sides in turn")
    parser.add_argument("--site", action="store_true", help="measure the release with the site as well")
    parser.add_argument("--dump", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.dump:
        dump(*given.dump)
        return
    with TemporaryDirectory() as name:
        folder = Path(name)
        data = [generate(given.moves, folder / "data", share=0).data] if given.moves else []
        measure([str(path) for path in data], folder, given.rounds, given.site)
        (folder / "parts").mkdir()
        taken = parts(data, folder / "parts")
        total = sum(taken.values())
        print("One part after the other: " + ", ".join(f"{part} {seconds:.1f} s ({seconds / total:.0%})" for part, seconds in taken.items()))


def measure(data: Sequence[str], folder: Path, rounds: int, site: bool) -> None:
    """Print what both sides take, and the ratios."""
    ours, theirs = folder / "release", folder / "theirs"
    theirs.mkdir()
    publish(data, ours, "--no-site")
    source = ours / f"{NAME}.nq"
    pyoxigraph_alone(source, theirs)
    check_agreement(ours, theirs)
    kinds: dict[str, list[str]] = {"without the site": ["--no-site"]} | ({"with the site": []} if site else {})
    times: dict[str, list[Taken]] = {kind: [] for kind in kinds}
    alone: list[dict[str, float]] = []
    for _ in range(rounds):
        alone.append(pyoxigraph_alone(source, theirs))
        for kind, options in kinds.items():
            times[kind].append(publish(data, folder / kind.replace(" ", "-"), *options))
    base = statistics.median(sum(one.values()) for one in alone)
    shares = ", ".join(f"{ending} {seconds:.1f}" for ending, seconds in alone[-1].items())
    print(f"pyoxigraph alone: {base:.1f} s ({shares})")
    for kind, taken in times.items():
        seconds = statistics.median(one.seconds for one in taken)
        memory = max(one.megabytes for one in taken)
        print(f"moves publish {kind}: {seconds:.1f} s, {memory:,.0f} MB at most; ratio {seconds / base:.2f}, bound {BOUND}")


if __name__ == "__main__":
    main()
