"""The known violations: the wrong example of each rule, made anew under other names as often as wanted.

``violations.tsv`` says which nodes each wrong example makes a rule report. It comes from pySHACL, which
has no part in our own evaluation. ``python bench/violations.py`` writes it again after a rule or a case
has changed, in ten minutes; ``python bench/violations.py TM004`` does so for one rule.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import RdfFormat, parse

from talentmoves import places
from talentmoves.errors import DataError

KNOWN = Path(__file__).with_name("violations.tsv")
_ENTITIES = ("claim", "company", "move", "person", "product", "role", "source", "speaker")
# What changes from one copy to the next: names of entities, web addresses, Wikidata items, labels.
# Other texts are matched as a whole, so that nothing inside them is taken for a name.
_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\\n]|\\.)*")|(?P<iri><[^<>\n]*>)|\b(?P<prefix>[a-z]+):(?P<local>[A-Za-z0-9_-]+)
    |(?P<end>[;.][ ]*$)""",
    re.MULTILINE | re.VERBOSE,
)
_WIKIDATA = re.compile(r"Q(\d+)$")
_MOVE = re.compile(r"^  a tm:(?:Group)?Move\b", re.MULTILINE)


class Violation(NamedTuple):
    """One wrong example."""

    code: str
    #: The nodes that the rule reports.
    focuses: tuple[str, ...]
    prefixes: tuple[tuple[str, str], ...]
    #: The Turtle after the prefixes.
    text: str
    #: How many moves and triples are in it.
    moves: int
    triples: int

    def copy(self, number: int) -> tuple[str, list[str]]:
        """Return the example with names that no other number gets, and what the rule reports in it.

        The new part stands in front of each name, so that names keep their order: some rules ask for it.
        """
        focuses = []
        for focus in self.focuses:
            head, _, slug = focus.rpartition("/")
            focuses.append(f"{head}/x{number}-{slug}")
        return _renamed(self.text, number), focuses


@cache
def examples() -> dict[str, Violation]:
    """Return the wrong examples by rule.

    :raises DataError: if ``violations.tsv`` does not fit the cases
    """
    known: dict[str, list[str]] = {}
    for line in KNOWN.read_text(encoding="utf-8").splitlines():
        code, focus = line.split("\t")
        known.setdefault(code, []).append(focus)
    found = {}
    for code, file in _cases():
        content = file.read_text(encoding="utf-8")
        lines = content.splitlines(keepends=True)
        prefixes = tuple(_prefix(line) for line in lines if line.startswith("@prefix"))
        text = "".join(line for line in lines if not line.startswith("@prefix")).strip() + "\n"
        if code not in known:
            raise DataError(f"{KNOWN.name} does not say what {file} makes {code} report.", "Run python bench/violations.py.")
        found[code] = Violation(
            code, tuple(known[code]), prefixes, text, len(_MOVE.findall(text)), sum(1 for _ in parse(path=str(file), format=RdfFormat.TURTLE))
        )
    return found


def _cases() -> Iterator[tuple[str, Path]]:
    for folder in sorted(places.rule_cases().glob("TM*")):
        yield folder.name.partition("-")[0], folder / "bad.ttl"


def _prefix(line: str) -> tuple[str, str]:
    _, name, iri, _ = line.split()
    return name, iri


def _renamed(text: str, number: int) -> str:
    label = False

    def replaced(match: re.Match[str]) -> str:
        nonlocal label
        token = match[0]
        if match["end"]:
            label = False
        elif match["text"]:
            if label:
                return f'{token[:-1]} {number}"'
            return token.replace("https://", f"https://x{number}.")
        elif match["iri"]:
            if _WIKIDATA.search(token[1:-1]):
                return "<" + _item(token[1:-1], number) + ">"
            return token.replace("https://", f"https://x{number}.")
        elif match["prefix"] == "rdfs" and match["local"] == "label":
            label = True
        elif match["prefix"] == "wd":
            return _item(token, number)
        elif match["prefix"] in _ENTITIES:
            return f"{match['prefix']}:x{number}-{match['local']}"
        return token

    return _TOKEN.sub(replaced, text)


def _item(name: str, number: int) -> str:
    return _WIKIDATA.sub(lambda match: f"Q9{number}0{match[1][-2:]}", name)


def _write(wanted: list[str]) -> None:
    kept = [line for line in KNOWN.read_text(encoding="utf-8").splitlines() if line.partition("\t")[0] not in wanted] if wanted else []
    cases = [case for case in _cases() if not wanted or case[0] in wanted]
    with ProcessPoolExecutor() as pool:
        for (code, file), found in zip(cases, pool.map(_focuses, *zip(*cases, strict=True)), strict=True):
            if not found:
                sys.exit(f"{file}: pySHACL does not find {code}.")
            kept += [f"{code}\t{focus}" for focus in found]
    KNOWN.write_text("".join(f"{line}\n" for line in sorted(kept)), encoding="utf-8")


def _focuses(code: str, file: Path) -> list[str]:
    from engines import pyshacl
    from prepared import temporary
    from talentmoves.validation.rules.catalogue import by_shape

    logging.disable()  # rdflib tells of ill-formed literals, which are what some examples are about
    rules = by_shape()
    with temporary([file]) as task:
        results = pyshacl.validate(task).results
    return sorted({result.focus[1:-1] for result in results if rules[result.shape[1:-1]].code == code})


if __name__ == "__main__":
    _write(sys.argv[1:])
