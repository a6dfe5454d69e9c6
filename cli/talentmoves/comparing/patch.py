"""RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html): written, read and applied.

The header names the state that the patch makes and the one that it starts from (``id``, ``prev``), with the hash of either
(``sha256``, ``prev-sha256``). Over a removal each statement that goes stands in the header as a keyed hash (``removed``; see
:mod:`talentmoves.comparing.delta`), and there are no ``D`` rows.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from typing import NamedTuple

from pyoxigraph import Quad, RdfFormat, parse, serialize

from ..errors import DataError, InputError
from ..formats.cells import visible
from ..vocabulary import BASE
from .delta import Delta, marker
from .labels import canonical_again, stable_lines

_ROW = re.compile(r"[ \t]*(?:(?P<code>[A-Z]+)(?:[ \t]+(?P<rest>.*?))?[ \t]*\.[ \t]*)?(?:#.*)?\r?")
_HEADER = re.compile(r'(?P<name>[A-Za-z][A-Za-z0-9_-]*)[ \t]+(?:"(?P<text>[^"\\]*)"|<(?P<iri>[^<>\s]*)>)')
_HASH = re.compile(r"[0-9a-f]{64}")


class Patch(NamedTuple):
    """A patch that was read."""

    #: RDFC-1.0 hashes of the states that it starts from and makes.
    old_hash: str
    new_hash: str
    #: Statements as N-Quads without the end of the line, with the number of the line of the patch.
    removed: dict[bytes, int]
    added: dict[bytes, int]
    #: Keyed hashes of statements, with the number of the line of the patch.
    withheld: dict[str, int]


def write(delta: Delta) -> bytes:
    """Return a difference as RDF Patch: statements that go, then those that come, in the order of their code points."""
    rows = [
        f"H id <{identifier(delta.new_hash)}> .",
        f"H prev <{identifier(delta.old_hash)}> .",
        f'H sha256 "{delta.new_hash}" .',
        f'H prev-sha256 "{delta.old_hash}" .',
        *(f'H removed "{mark}" .' for mark in delta.withheld),
        "TX .",
        # Characters that cannot be seen are escaped, as N-Quads allow.
        *(visible(f"D {line.decode()}") for line in delta.removed),
        *(visible(f"A {line.decode()}") for line in delta.added),
        "TC .",
    ]
    return "".join(f"{row}\n" for row in rows).encode()


def identifier(state_hash: str) -> str:
    """Return the name of a state: a UUID of its hash (version 5, https://www.rfc-editor.org/rfc/rfc9562#section-5.5)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{BASE}state/{state_hash}").urn


def read(content: bytes, name: str = "patch") -> Patch:
    """Read an RDF Patch that :func:`write` made.

    :param name: what errors call it
    :raises InputError: if it is not well-formed, with the number of the line
    """
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise _wrong(name, content.count(b"\n", 0, error.start) + 1, "not UTF-8") from None
    header: dict[str, str] = {}
    withheld: dict[str, int] = {}
    statements: dict[str, list[tuple[int, str]]] = {"D": [], "A": []}
    stage = "H"
    for number, line in enumerate(lines, 1):
        row = _ROW.fullmatch(line)
        if row is None:
            code, rest = line.strip().partition(" ")[0], ""
            if code not in statements:
                raise _wrong(name, number, "not a row of RDF Patch, which is a code, its terms, and a full stop")
        else:
            code, rest = row["code"] or "", row["rest"] or ""
        if not code:
            continue
        if code == "H" and stage == "H":
            found = _HEADER.fullmatch(rest)
            if found is None:
                raise _wrong(name, number, "not a header, which is a name and a value")
            value = found["text"] if found["text"] is not None else found["iri"]
            if found["name"] == "removed":
                withheld[_hash(name, number, value)] = number
            elif found["name"] in header:
                raise _wrong(name, number, f"a second header '{found['name']}'")
            else:
                header[found["name"]] = _hash(name, number, value) if found["name"].endswith("sha256") else value
        elif code == "TX" and stage == "H" and not rest:
            stage = "TX"
        elif code == "TC" and stage == "TX" and not rest:
            stage = "TC"
        elif code in statements and stage == "TX":
            # Not what the expression took for the end: a full stop and a number sign can stand in a text.
            statements[code].append((number, line.strip()[1:].strip()))
        else:
            raise _wrong(name, number, f"'{code}' cannot stand here: after the headers come TX, statements (D, A), and TC, each once")
    if stage != "TC":
        raise _wrong(name, len(lines), "the end is missing (TC)")
    for wanted in ("sha256", "prev-sha256"):
        if wanted not in header:
            raise _wrong(name, 1, f"no header '{wanted}', which tells the state that it is for")
    removed, added = _parsed(name, statements["D"]), _parsed(name, statements["A"])
    for line_, number in added.items():
        if line_ in removed:
            raise _wrong(name, number, f"the statement goes too, in line {removed[line_]}")
    return Patch(header["prev-sha256"], header["sha256"], removed, added, withheld)


def apply(patch: Patch, state: bytes) -> bytes:
    """Return what a patch makes of a state, which is checked by its hash before and after.

    :param state: canonical N-Quads
    :returns: canonical N-Quads
    :raises DataError: if the patch is for another state, or does not make what it says
    """
    if hashlib.sha256(state).hexdigest() != patch.old_hash:
        raise DataError(
            "The patch starts from another state of the data.",
            f"Apply it to the release whose RDFC-1.0 hash is {patch.old_hash}; SHA-256 of talent-moves.nq is the same.",
        )
    lines = stable_lines(state)
    gone = set(patch.removed)
    if patch.withheld:
        mark = marker(state)
        gone |= {line for line in lines if mark(line) in patch.withheld}
    for statement, number in patch.removed.items():
        if statement not in lines:
            raise DataError(f"Line {number} of the patch takes out a statement that is not there.", "The patch was altered; get it again.")
    made = canonical_again(lines - gone | set(patch.added))
    if hashlib.sha256(made).hexdigest() != patch.new_hash:
        raise DataError("What comes out is not what the patch says, by its hash; nothing was written.", "The patch was altered; get it again.")
    return made


def _parsed(name: str, rows: list[tuple[int, str]]) -> dict[bytes, int]:
    """Return statements in the one way that the engine writes them."""
    for number, text in rows:
        if text.startswith("#"):
            raise _wrong(name, number, "not a statement in N-Quads")
    try:
        quads = list(parse("\n".join(text for _, text in rows), format=RdfFormat.N_QUADS))
    except SyntaxError:
        quads = []
    if len(quads) != len(rows):
        raise _wrong(name, next((number for number, text in rows if not _is_statement(text)), rows[0][0]), "not a statement in N-Quads")
    content = _serialised(quads)
    found: dict[bytes, int] = {}
    for line, (number, _) in zip(content.split(b"\n"), rows, strict=False):
        if line in found:
            raise _wrong(name, number, f"the statement of line {found[line]} again")
        found[line] = number
    return found


def _is_statement(text: str) -> bool:
    try:
        return len(list(parse(text, format=RdfFormat.N_QUADS))) == 1
    except SyntaxError:
        return False


def _serialised(quads: list[Quad]) -> bytes:
    content = serialize(quads, format=RdfFormat.N_QUADS)
    assert content is not None
    return content


def _hash(name: str, number: int, value: str) -> str:
    if not _HASH.fullmatch(value):
        raise _wrong(name, number, "not a SHA-256 in 64 hexadecimal digits")
    return value


def _wrong(name: str, number: int, what: str) -> InputError:
    return InputError(f"{name}:{number}: {what}.", "It is to be RDF Patch as moves diff -f patch writes it; get it again if it was altered.")
