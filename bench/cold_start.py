"""Measure ``moves validate`` on the curated data from cold start, beside parsing it with pyoxigraph in a fresh process.

Two commands run in turn, so that a change of the machine's speed hits both; the median of the pair
by pair ratios counts.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from talentmoves import places

ROUNDS = 15
BOUND = 3.0
HERE = Path(__file__).resolve().parent.parent
PARSE = "import sys, pyoxigraph\nfor file in sys.argv[1:]:\n    for triple in pyoxigraph.parse(path=file):\n        pass"


def seconds(command: list[str], environment: dict[str, str], codes: tuple[int, ...]) -> float:
    """Return the wall time of a command that has to end with one of these codes."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=HERE, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    if done.returncode not in codes:
        sys.exit(f"{' '.join(command[:3])} ended with {done.returncode}.")
    return taken


def main() -> None:
    files = [str(file) for file in places.rdf_files((places.data(),))]
    ours = [sys.executable, "-m", "talentmoves", "validate"]
    theirs = [sys.executable, "-c", PARSE, *files]
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with TemporaryDirectory() as folder:
        # Whatever is kept between runs begins empty; the first round, which fills it, is told apart.
        environment = {**os.environ, "TALENT_MOVES_CACHE": folder}
        first = seconds(ours, environment, (0, 1))
        times = [(seconds(ours, environment, (0, 1)), seconds(theirs, environment, (0,))) for _ in range(rounds)]
    ratio = statistics.median(own / other for own, other in times)
    own, other = (1000 * statistics.median(column) for column in zip(*times, strict=True))
    print(f"moves validate: {own:.0f} ms, the very first time {1000 * first:.0f} ms")
    print(f"parsing the data: {other:.0f} ms; ratio {ratio:.2f}, bound {BOUND}")


if __name__ == "__main__":
    main()
