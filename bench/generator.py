"""Write generated moves, most of them clean, with known violations of every rule among them.

``python bench/generator.py 10000 -o DIR`` writes ``DIR/moves.ttl`` and ``DIR/violations.jsonl``, which holds
what validation has to find: a line for each rule and node. The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import violations
from talentmoves import vocabulary
from talentmoves.errors import DataError, MovesError
from world import World

PREFIXES = {name: iri for name, iri in vocabulary.PREFIXES.items() if name not in ("org", "owl", "prov", "rdf", "sh", "tenure")} | {
    "foaf": "http://xmlns.com/foaf/0.1/",
    "wd": "http://www.wikidata.org/entity/",
}


Writer = Callable[[str], object]


class Written(NamedTuple):
    """What a run has written."""

    data: Path
    manifest: Path
    moves: int
    triples: int
    violations: int


def generate(moves: int, folder: Path, seed: int = 1, share: float = 0.005) -> Written:
    """Write data and manifest.

    :param share: how many violations there are for each move; every rule is broken once at least, unless it is 0
    :raises DataError: if there are too few moves to break every rule
    """
    copies = _copies(moves, share)
    clean = moves - sum(example.moves for example in copies)
    if clean < 1:
        raise DataError(f"{moves} moves are too few to break every rule.", "Ask for a thousand moves, or for --violations 0.")
    folder.mkdir(parents=True, exist_ok=True)
    written = Written(folder / "moves.ttl", folder / "violations.jsonl", moves, 0, len(copies))
    triples = 0
    with written.data.open("w", encoding="utf-8") as data, written.manifest.open("w", encoding="utf-8") as manifest:
        data.writelines(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items()))
        done = made = 0
        for block in World(seed, clean).blocks():
            # The violations are spread evenly; one stands between two entities, never inside one.
            while done < len(copies) and made * (len(copies) + 1) >= (done + 1) * clean:
                triples += _write_violation(copies[done], done + 1, data.write, manifest.write)
                done += 1
            data.write("\n" + block.turtle)
            triples += block.triples
            made += block.is_move
    return written._replace(triples=triples)


def _copies(moves: int, share: float) -> list[violations.Violation]:
    if not share:
        return []
    examples = violations.examples()
    return list(islice(cycle(examples.values()), max(len(examples), round(moves * share))))


def _write_violation(example: violations.Violation, number: int, data: Writer, manifest: Writer) -> int:
    text, focuses = example.copy(number)
    data("\n" + text)
    for focus in focuses:
        manifest(json.dumps({"code": example.code, "focus": focus}) + "\n")
    return example.triples


def known(manifest: Path) -> set[tuple[str, str]]:
    """Return the rules and nodes of a manifest."""
    lines = (json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines())
    return {(line["code"], line["focus"]) for line in lines}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("moves", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--violations", type=float, default=0.005, help="for each move; every rule is broken once at least")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    given = parser.parse_args()
    try:
        done = generate(given.moves, given.output, given.seed, given.violations)
    except MovesError as error:
        sys.exit(str(error))
    print(f"{done.data}: {done.moves} moves, {done.triples} triples, {done.triples / done.moves:.1f} a move, {done.violations} violations")


if __name__ == "__main__":
    main()
