"""Measure the Turtle reader and the source map beside pyoxigraph's parser, on the curated data many times over.

Each copy has names of its own, so that no word is known from the copy before. The triples are
compared first. The three run in turn, so that a change of the machine's speed hits all; the median
of the ratios counts. ``python bench/turtle_reader.py [MEGABYTES]``, 6 without one.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from talentmoves.turtle.reader import read
from talentmoves.turtle.source_map import Place, SourceMap
from talentmoves.vocabulary import BASE

ROUNDS = 5
SUBJECTS = 500
DATA = Path(__file__).resolve().parent.parent / "data"
_PREFIX = re.compile(r"^@prefix.*\n", re.MULTILINE)
_NAME = re.compile(r"\b((?:claim|company|move|person|product|role|source):[\w-]+)")


def turtle(megabytes: int) -> str:
    """Return the curated data again and again, each time under other names."""
    curated = "\n".join(file.read_text(encoding="utf-8") for file in sorted(DATA.rglob("*.ttl")))
    head = "".join(sorted(set(_PREFIX.findall(curated))))
    body = _PREFIX.sub("", curated)
    copies = max(1, megabytes * 1_000_000 // len(body.encode()))
    return head + "\n".join(_NAME.sub(rf"\1-{number}", body) for number in range(copies))


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print one line for each of the two: the speed, the ratio to pyoxigraph, and the bound."""
    text = turtle(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
    content = text.encode()
    megabytes = len(content) / 1e6
    theirs = [(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in parse(content, format=RdfFormat.TURTLE, base_iri=BASE)]
    if theirs != [triple[:3] for triple in read(text, BASE)]:
        sys.exit("The reader and pyoxigraph do not read the same triples: nothing is timed.")
    subjects = random.Random(1).sample(sorted({triple[0] for triple in theirs}), SUBJECTS)
    predicates = {triple[0]: triple[1] for triple in theirs}
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory, "data.ttl")
        file.write_bytes(content)

        def engine() -> None:
            for _ in parse(content, format=RdfFormat.TURTLE, base_iri=BASE):
                pass

        def reader() -> None:
            for _ in read(text, BASE):
                pass

        def lookups() -> list[Place | None]:
            sources = SourceMap([file], BASE)
            return [sources.find(subject, predicates[subject]) for subject in subjects]

        if None in lookups():
            sys.exit("The source map does not find every statement: nothing is timed.")
        rows = [(timed(engine), timed(reader), timed(lookups)) for _ in range(ROUNDS + 1)][1:]
    engine_time = statistics.median(row[0] for row in rows)
    print(f"{megabytes:.1f} MB, {len(theirs):,} triples; pyoxigraph.parse: {megabytes / engine_time:.1f} MB/s")
    for at, name, bound in ((1, "reader", "at least 1.5 MB/s"), (2, f"source map, {SUBJECTS} statements", "less than a reading")):
        seconds = statistics.median(row[at] for row in rows)
        ratio = statistics.median(row[at] / row[0] for row in rows)
        print(f"{name}: {1000 * seconds:.0f} ms, {megabytes / seconds:.1f} MB/s; time to pyoxigraph's {ratio:.2f}; bound: {bound}")


if __name__ == "__main__":
    main()
