"""A sample of the curated data, broken in every way that a rule forbids: each time exactly this rule is found, at exactly this place."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from talentmoves.validation.findings import Finding
from talentmoves.validation.rules.catalogue import catalogue
from talentmoves.validation.running import validate
from tests.mutations import OF_ONE
from tests.mutations_of_several import OF_SEVERAL
from tests.sample import write_sample
from tests.turtle_blocks import Block, Spot, Text

MUTATIONS = OF_ONE + OF_SEVERAL
#: How many validations all mutations share. Those of one validation are in different entities; one that
#: disturbs another shows, for what is found must be what all of them ask for and no more.
RUNS = 10

#: Code, focus, path, value.
Key = tuple[str, str, str, str]
#: Code, file, line, column.
Place = tuple[str, str, int, int]


class Broken(NamedTuple):
    """What came of the mutations of one validation."""

    #: By the number of the mutation: what is broken, and which findings are expected.
    expected: dict[int, tuple[str, list[Place]]]
    found: list[Place]


def key(finding: Finding) -> Key:
    return (finding.code, finding.focus, finding.path, finding.value)


def place(finding: Finding, folder: Path) -> Place:
    where = finding.location
    return (finding.code, "", 0, 0) if where is None else (finding.code, str(where.file.relative_to(folder)), where.line, where.column)


def chosen(text: Text, number: int, taken: set[str]) -> Block:
    """An entity in which a mutation can be made, and none of whose neighbours is broken already."""
    mutation = MUTATIONS[number]
    blocks = text.of(mutation.kind)
    random.Random(number).shuffle(blocks)
    for block in blocks:
        if neighbours(block, text).isdisjoint(taken) and mutation.fits(block, text):
            return block
    raise LookupError(f"mutation {number} ({mutation.code}) fits nowhere in the curated data")


def neighbours(block: Block, text: Text) -> set[str]:
    """The entity, what it is about, and all moves of that person and their groups."""
    names = {block.name, *block.values("tm:about"), *block.values("tm:person"), *block.values("tm:partOfGroup"), *block.values("tm:derivesFrom")}
    for name in list(names):
        near = text.blocks.get(name)
        names |= {value for each in ("tm:person", "tm:partOfGroup") for value in near.values(each)} if near else set()
    if block.kind == "tm:Company":
        names |= {other.name for each in ("tm:partOf", "tm:acquiredBy") for other in text.naming(each, block.name)}
    return names


def broken(folder: Path, numbers: list[int], known: Counter[Key], sample: Path) -> Broken:
    """Make some mutations in a copy of the sample, and validate it."""
    text = Text(sample)
    taken: set[str] = set()
    spots: dict[int, tuple[str, list[Spot]]] = {}
    for number in numbers:
        block = chosen(text, number, taken)
        taken |= neighbours(block, text)
        name = block.name
        change = MUTATIONS[number].change(block, text)
        spots[number] = (name, change if isinstance(change, list) else [change])
    text.save(folder)
    new: list[Place] = []
    left = known.copy()
    for finding in validate([folder]):
        if left[key(finding)]:
            left[key(finding)] -= 1
        else:
            new.append(place(finding, folder))
    return Broken({number: (name, [(MUTATIONS[number].code, *text.place(one)) for one in where]) for number, (name, where) in spots.items()}, new)


def alone(folder: Path, number: int, known: Counter[Key], sample: Path) -> str:
    """Make one mutation by itself and say what is wrong with what is found, if anything is."""
    outcome = broken(folder, [number], known, sample)
    name, expected = outcome.expected[number]
    return (
        ""
        if sorted(expected) == sorted(outcome.found)
        else f"mutation {number} in {name}: expected {sorted(expected)}, found {sorted(outcome.found)}"
    )


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A larger sample: every mutation needs a place of its own."""
    return write_sample(tmp_path_factory.mktemp("larger-sample"), one_in=64)


@pytest.fixture(scope="module")
def known(sample: Path) -> Counter[Key]:
    """What is found in the sample as it is."""
    return Counter(key(finding) for finding in validate([sample]))


def test_every_rule_is_broken_by_a_mutation() -> None:
    assert {mutation.code for mutation in MUTATIONS} == set(catalogue())


@pytest.mark.parametrize("run", range(RUNS))
def test_exactly_the_broken_rule_is_found_at_its_place(run: int, known: Counter[Key], sample: Path, tmp_path: Path) -> None:
    numbers = list(range(run, len(MUTATIONS), RUNS))
    outcome = broken(tmp_path / "all", numbers, known, sample)
    expected = sorted(place for _, places in outcome.expected.values() for place in places)
    if sorted(outcome.found) != expected:
        # One at a time shows which of them it is.
        wrong = [alone(tmp_path / str(number), number, known, sample) for number in numbers]
        pytest.fail("\n".join(filter(None, wrong)) or f"only together: {Counter(outcome.found)} is not {Counter(expected)}")
