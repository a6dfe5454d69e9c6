"""Validate generated moves with all shapes, beside other engines: answers first, then seconds.

``python bench/validation.py --moves 10000``. Each run is a process of its own; its time is that of
reading and validating, without starting Python. Others get derived facts as a file, ours derives them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pyoxigraph import RdfFormat, Store

import generator
from engines import NAMES, Result
from prepared import prepare
from talentmoves.validation.rules import rulebook
from talentmoves.validation.rules.catalogue import by_shape

HERE = Path(__file__).resolve().parent
#: Engines that get the shapes of entities only: compared with that part of our answer, which as a whole is compared with what is known.
ENTITIES_ONLY = ("shacl_core",)
Found = set[tuple[str, str]]


class Run(NamedTuple):
    """What one run of an engine gave."""

    seconds: float
    megabytes: float
    results: frozenset[Result]


class TooSlowError(Exception):
    """The engine took longer than allowed, or ended with an error."""


def run(engine: str, folder: Path, data: Path, limit: float) -> Run:
    """Run an engine once.

    :raises TooSlowError: if it took longer than allowed, or ended with an error
    """
    answer = folder / f"{engine}.json"
    command = [sys.executable, str(HERE / "worker.py"), engine, str(folder), str(answer), str(data)]
    try:
        done = subprocess.run(command, timeout=limit, stderr=subprocess.PIPE, encoding="utf-8")
    except subprocess.TimeoutExpired:
        raise TooSlowError(f"over {limit:.0f} s") from None
    if done.returncode:
        raise TooSlowError(f"failed: {(done.stderr.strip().splitlines() or [f'exit {done.returncode}'])[-1]}")
    content = json.loads(answer.read_text(encoding="utf-8"))
    return Run(content["seconds"], content["megabytes"], frozenset(Result(*result) for result in content["results"]))


def codes(results: frozenset[Result]) -> Found:
    """Return rules and nodes, which is what the manifest holds."""
    rules = by_shape()
    return {(rules[result.shape.strip("<>")].code, result.focus.strip("<>")) for result in results}


def compare(name: str, first: Run, reference: Run, known: Found) -> str:
    """Say how the answer of an engine differs from what is known and from our results."""
    found = codes(first.results)
    if name in ENTITIES_ONLY:
        own = {str(shape.node) for shape in rulebook.shapes(rulebook.ENTITIES)}
        reference = reference._replace(results=frozenset(result for result in reference.results if result.shape in own))
        known = codes(reference.results)
    missing, more = known - found, found - known
    if missing or more:
        kinds = sorted({code for code, _ in missing | more})
        return f"not exact: {len(missing)} missing, {len(more)} too many ({', '.join(kinds[:8])}{' …' if len(kinds) > 8 else ''})"
    ours, theirs = _stored(reference.results), _stored(first.results)
    ours, theirs = ours - theirs, theirs - ours
    if name == "ours" or not (ours or theirs):
        return "exact, shapes of entities only" if name in ENTITIES_ONLY else "exact"
    return f"exact; reports differ in {max(len(ours), len(theirs))} of {len(reference.results)} results"


def _stored(results: frozenset[Result]) -> frozenset[Result]:
    # Oxigraph's store writes a number in one way: 50.0 as 50.
    return frozenset(result._replace(value=_in_store(result.value)) if result.value.startswith('"') else result for result in results)


def _in_store(value: str) -> str:
    store = Store()
    store.load(f"<urn:s> <urn:p> {value} .".encode(), RdfFormat.N_TRIPLES)
    return str(next(iter(store)).object)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engines", default=",".join(NAMES), help=f"of {', '.join(NAMES)}")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--time-limit", type=float, default=600, help="seconds for one run of one engine")
    given = parser.parse_args()
    engines = list(dict.fromkeys(["ours", *given.engines.split(","), "parsing"]))
    if unknown := set(engines) - {*NAMES, "parsing"}:
        parser.error(f"no engine {', '.join(sorted(unknown))}")
    with TemporaryDirectory() as folder:
        _measure(Path(folder), given, engines)


def _measure(folder: Path, given: argparse.Namespace, engines: list[str]) -> None:
    written = generator.generate(given.moves, folder, given.seed)
    known = generator.known(written.manifest)
    prepare([written.data], folder)
    print(
        f"{written.moves} moves, {written.triples} triples ({written.triples / written.moves:.1f} a move), {len(known)} known violations", flush=True
    )
    runs: dict[str, list[Run]] = {}
    notes: dict[str, str] = {}
    for turn in range(given.rounds):
        for engine in engines:
            # What took a fifth of the limit once is not run again: nothing near it is in question.
            if engine in notes and (engine not in runs or runs[engine][0].seconds > given.time_limit / 5):
                continue
            try:
                done = run(engine, folder, written.data, given.time_limit)
            except TooSlowError as error:
                notes[engine] = str(error)
                continue
            runs.setdefault(engine, []).append(done)
            if turn == 0:
                notes[engine] = "" if engine == "parsing" else compare(engine, done, runs["ours"][0], known) if "ours" in runs else "not compared"
                print(f"  {engine}: {done.seconds:.2f} s, {done.megabytes:.0f} MB, {notes[engine]}", flush=True)
    _table(engines, runs, notes)


def _table(engines: list[str], runs: dict[str, list[Run]], notes: dict[str, str]) -> None:
    own = statistics.median(run.seconds for run in runs["ours"]) if "ours" in runs else float("nan")
    print(f"{'engine':<18}{'seconds':>10}{'of ours':>10}{'MB':>8}  answer")
    for engine in engines:
        if engine not in runs:
            print(f"{engine:<18}{'':>10}{'':>10}{'':>8}  {notes[engine]}")
            continue
        seconds = statistics.median(run.seconds for run in runs[engine])
        memory = max(run.megabytes for run in runs[engine])
        print(f"{engine:<18}{seconds:>10.2f}{seconds / own:>10.2f}{memory:>8.0f}  {notes[engine]}")


if __name__ == "__main__":
    main()
