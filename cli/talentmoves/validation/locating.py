"""Find where an entity, a property and a value stand in Turtle files.

Curated Turtle has one block an entity, with its subject at the left margin; that is what this
relies on. A subject elsewhere in a line is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ..vocabulary import RDF_TYPE
from .findings import Location

_PREFIX = re.compile(r"^\s*(?:@prefix|PREFIX)\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE)
_BLANK = re.compile(r"^(?:[^#\"<]*\s)?(\[|_:\w+)")
_TOKEN = re.compile(
    r"""
      <(?P<iri>[^<>]*)>
    | \"\"\"(?P<long>(?:[^"\\]|\\.|"(?!""))*)\"\"\" | "(?P<short>(?:[^"\\\n]|\\.)*)"
    | \#[^\n]*
    | (?P<prefix>[\w-]*):(?P<local>[\w.%-]*[\w%-])?
    | (?P<word>[A-Za-z0-9.+-]+)
    """,
    re.VERBOSE | re.DOTALL,
)


class _Block(NamedTuple):
    file: Path
    line: int
    text: str
    prefixes: dict[str, str]


class Locator:
    """Knows the blocks of some Turtle files."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._blocks: dict[str, _Block] = {}
        #: Where the first entry without an address stands; the store does not keep such entries apart.
        self._blank: Location | None = None
        for file in files:
            if file.suffix == ".ttl":
                self._read(file)

    def find(self, focus: str, path: str | None = None, value: str | None = None) -> Location | None:
        """Return where the value of the property of the entity stands, as nearly as it can be told.

        :param path: the property; its own place is given where there is no value to point to
        :param value: lexical form of a literal, or an IRI
        """
        block = self._blocks.get(focus)
        if block is None:
            return self._blank if ":" not in focus else None
        tokens = list(_TOKEN.finditer(block.text))
        spot = tokens[0]
        if path is not None:
            at = next((at for at, token in enumerate(tokens) if at and _iri(token, block.prefixes) == path), None)
            if at is not None:
                spot = tokens[at]
                if value is not None:
                    spot = next((token for token in tokens[at + 1 :] if _is(token, value, block.prefixes)), spot)
        elif value is not None:
            spot = next((token for token in tokens[1:] if _is(token, value, block.prefixes)), spot)
        before = block.text[: spot.start()]
        column = len(before) - (before.rfind("\n") + 1) + 1
        return Location(block.file, block.line + before.count("\n"), column, len(spot[0].split("\n")[0]))

    def _read(self, file: Path) -> None:
        prefixes: dict[str, str] = {}
        starts: list[tuple[int, int]] = []
        text = file.read_text(encoding="utf-8")
        offset = 0
        for number, line in enumerate(text.splitlines(keepends=True), 1):
            if declared := _PREFIX.match(line):
                prefixes[declared[1]] = declared[2]
            elif self._blank is None and (blank := _BLANK.match(line)):
                self._blank = Location(file, number, blank.start(1) + 1, len(blank[1]))
            elif line[:1] not in ("", " ", "\t", "#", "@", "\n", "\r"):
                starts.append((number, offset))
            offset += len(line)
        for at, (number, offset) in enumerate(starts):
            end = starts[at + 1][1] if at + 1 < len(starts) else len(text)
            block = _Block(file, number, text[offset:end], prefixes)
            token = _TOKEN.match(block.text)
            subject = _iri(token, prefixes) if token else None
            if subject is not None:
                self._blocks.setdefault(subject, block)


def _iri(token: re.Match[str], prefixes: dict[str, str]) -> str | None:
    if token["iri"] is not None:
        return token["iri"]
    if token["prefix"] is not None:
        return prefixes.get(token["prefix"], "") + (token["local"] or "")
    return RDF_TYPE if token["word"] == "a" else None


def _is(token: re.Match[str], value: str, prefixes: dict[str, str]) -> bool:
    literal = token["short"] if token["short"] is not None else token["long"]
    if literal is not None:
        return literal == value or literal.replace('\\"', '"') == value
    return token["word"] == value or _iri(token, prefixes) == value
