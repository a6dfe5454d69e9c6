"""Measure how long the program takes from cold start, beside the imports that it cannot do without.

Two commands run in turn, so that a change of the machine's speed hits both; the median of the pair
by pair ratios counts. Run it with ``make bench``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 21
HERE = Path(__file__).resolve().parent.parent
MOVES = str(Path(sys.executable).with_name("moves"))
PAIRS = {
    "moves report boomerangs": ([MOVES, "report", "boomerangs"], [sys.executable, "-c", "import pyoxigraph, click"], 2.5),
    "moves --help": ([MOVES, "--help"], [sys.executable, "-c", "import click"], 1.5),
}


def seconds(command: list[str]) -> float:
    """Return the wall time of a command."""
    start = time.perf_counter()
    subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def answer(*options: str) -> bytes:
    """Return what the report prints."""
    return subprocess.run([MOVES, "report", "boomerangs", "-f", "csv", *options], cwd=HERE, check=True, stdout=subprocess.PIPE).stdout


def main() -> None:
    """Print one line a pair: both medians, the ratio and its bound."""
    if answer() != answer("--data", "data"):
        sys.exit("The report from the cache differs from the report on the data: nothing is timed.")
    for name, (ours, theirs, bound) in PAIRS.items():
        times = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS + 1)][1:]
        ratio = statistics.median(own / other for own, other in times)
        own, other = (1000 * statistics.median(column) for column in zip(*times, strict=True))
        print(f"{name}: {own:.0f} ms; {' '.join(theirs[1:])}: {other:.0f} ms; ratio {ratio:.2f}, bound {bound}")


if __name__ == "__main__":
    main()
