"""Check contributions of 20 moves against a base that is loaded already, and see whether the time grows with the base.

``python bench/contribution.py --moves 10000,1000000``. At the smallest base the answers are compared with
full validation of everything together, less what the base alone gives. What counts is the work after loading.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import generator
from engines import incremental

BOUND_SECONDS, BOUND_GROWTH = 0.5, 2.0
MOVES = 20
_BLOCK = re.compile(r"^((?:person|move|source|company):\S+)\n((?:  .*\n)+)", re.MULTILINE)


class Sample:
    """Some entities of a base, for contributions to refer to."""

    def __init__(self, base: Path, seed: int) -> None:
        text = _around(base, seed)
        self.persons: list[tuple[str, str]] = []
        self.sources: list[tuple[str, str]] = []
        self.moves: list[tuple[str, str, str]] = []
        self.companies: list[str] = []
        for subject, body in _BLOCK.findall(text):
            values = dict(re.findall(r"^  (\S+) (.*) [;.]$", body, re.MULTILINE))
            if re.match(r"\w+:x\d", subject):
                continue  # a known violation
            if values["a"] == "tm:Person":
                self.persons.append((subject, values["rdfs:label"].split('"')[1]))
            elif values["a"] == "tm:Source" and values.get("dcterms:language") == '"en"' and values["tm:sourceTier"] == "tm:originalReporting":
                self.sources.append((subject, values["tm:url"]))
            elif values["a"] == "tm:Move" and "tm:toCompany" in values and "tm:fromCompany" not in values:
                self.moves.append((subject, values["tm:person"], values["tm:toCompany"]))
                self.companies.append(values["tm:toCompany"])


def _around(base: Path, seed: int) -> str:
    # Turtle that begins with a whole entity; a large base is not read as a whole.
    with base.open("rb") as file:
        file.seek(random.Random(seed).randrange(base.stat().st_size // 2))
        text = file.read(1_000_000).decode("utf-8", "ignore")
    return text[text.index("\n\n") + 2 :]


def contribution(base: Path, seed: int) -> str:
    """Return 20 moves in Turtle that have to do with entities of the base, and what is wrong with some of them."""
    draw, sample = random.Random(seed), Sample(base, seed)
    with base.open(encoding="utf-8") as file:
        prefixes = "".join(islice((line for line in file if line.startswith("@prefix")), len(generator.PREFIXES)))
    blocks = [prefixes]
    for number in range(MOVES):
        slug, company = f"new-{seed}-{number}", draw.choice(sample.companies)
        person, label = f"person:{slug}", f"New Person {seed} {number}"
        source, url = draw.choice(sample.sources)
        move, checked = f"move:{slug}", "2026-11-20"
        if number in (0, 1, 2):  # somebody whom the base knows
            person, label = draw.choice(sample.persons)
        elif number in (3, 4):  # the same move again
            _, person, company = draw.choice(sample.moves)
        elif number == 5:
            company = "company:nobody-knows-it"
        elif number == 6:  # the same name as somebody else
            label = draw.choice(sample.persons)[1]
        elif number == 7:  # checked before the source came out
            checked = "2020-01-01"
        elif number == 8:  # the same address as another source
            source = f"source:{slug}"
            blocks.append(
                f'{source}\n  a tm:Source ;\n  dcterms:title "Again"@en ;\n  tm:publisherName "Again"@en ;\n  tm:url {url} ;\n'
                '  dcterms:language "en" ;\n  tm:published "2026-01-01"^^xsd:date ;\n  tm:sourceTier tm:originalReporting .\n'
            )
        if person == f"person:{slug}":
            blocks.append(f'{person}\n  a tm:Person ;\n  rdfs:label "{label}"@en .\n')
        values = f"  tm:toCompany {company} ;\n" + ("" if number in (3, 4) else '  tm:joined "2025-03"^^xsd:gYearMonth ;\n')
        blocks.append(f"{move}\n  a tm:Move ;\n  tm:person {person} ;\n{values}  tm:moveKind tm:hire .\n")
        if number != 9:  # a move that nobody claims
            blocks.append(
                f'claim:{slug}\n  a tm:Claim ;\n  tm:about {move} ;\n  tm:source {source} ;\n  tm:stance tm:reports ;\n  tm:says "So it says."@en ;\n'
                f'  tm:locator "paragraph 1" ;\n{values}  tm:checked "{checked}"^^xsd:date .\n'
            )
    # A statement about somebody in the base, which breaks a rule there.
    blocks.append(f'{draw.choice(sample.persons)[0]}\n  rdfs:label "Another Name {seed}"@en .\n')
    return "\n".join(blocks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", default="10000", help="sizes of the base, smallest first")
    parser.add_argument("--rounds", type=int, default=5, help="contributions for each base")
    given = parser.parse_args()
    medians = []
    for turn, size in enumerate(map(int, given.moves.split(","))):
        with TemporaryDirectory() as folder:
            medians.append(_measure(size, Path(folder), given.rounds, compared=turn == 0))
    if len(medians) > 1:
        print(f"growth from the smallest to the largest base: {medians[-1] / medians[0]:.2f}, bound {BOUND_GROWTH}")


def _measure(size: int, folder: Path, rounds: int, compared: bool) -> float:
    data = generator.generate(size, folder).data
    files = []
    for seed in range(rounds):
        files.append(folder / f"contribution-{seed}.ttl")
        files[-1].write_text(contribution(data, seed), encoding="utf-8")
    start = time.perf_counter()
    base = incremental.Base(data)
    print(f"base of {size} moves: loaded in {time.perf_counter() - start:.1f} s", flush=True)
    if compared:
        expected = incremental.results([data, files[0]]) - incremental.results([data])
        found = base.findings(files[0])
        if found != expected:
            sys.exit(f"Not exact: {len(expected - found)} missing, {len(found - expected)} too many. Nothing is timed.")
        print(f"  exact: {len(found)} results, the same as by full validation")
    times = []
    for file in files:
        start = time.perf_counter()
        base.findings(file)
        times.append(time.perf_counter() - start)
    median = statistics.median(times)
    print(f"  work after loading: median {1000 * median:.0f} ms, longest {1000 * max(times):.0f} ms, bound {1000 * BOUND_SECONDS:.0f} ms", flush=True)
    return median


if __name__ == "__main__":
    main()
