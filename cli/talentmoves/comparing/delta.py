"""The difference of two states of the data as statements, and what of it may be passed on.

A state is canonical N-Quads (RDFC-1.0, https://www.w3.org/TR/rdf-canon/), as ``talent-moves.nq`` of a release holds it.

Over a removal no statement that goes is written down, for any of them may name the person. In its place stands a keyed
hash (HMAC-SHA256, RFC 2104, https://www.rfc-editor.org/rfc/rfc2104), and the key is made of the whole earlier state: who has
that state finds the statements, and who has not learns nothing but their number.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable
from typing import NamedTuple

from ..errors import DataError
from ..vocabulary import BASE, CURATED, RDF_TYPE, TM
from .labels import stable_lines

_TOMBSTONE = f" <{RDF_TYPE}> <{TM}Removal> <{CURATED}> .".encode()
# What cannot hold a name: numbers, truth values and dates of any precision.
_NO_TEXT = re.compile(rb'"(?:[-+0-9./:TZ]*|true|false)"\^\^<[^<>]*>')


class Delta(NamedTuple):
    """What makes one state into another."""

    #: SHA-256 of either state, in hexadecimal digits, which is its RDFC-1.0 hash.
    old_hash: str
    new_hash: str
    #: The statements that go, unless they are withheld, and those that come: N-Quads without the end of the line, sorted.
    removed: list[bytes]
    added: list[bytes]
    #: Keyed hashes of statements that go over a removal, sorted.
    withheld: list[str]
    #: Addresses of the tombstones that come, sorted.
    removals: list[str]


class Comparison(NamedTuple):
    """A difference, with what may be told of either state: over a removal of the earlier one only what the later one holds too."""

    delta: Delta
    #: The statements that can be told of the earlier state, and all of the later one.
    old: set[bytes]
    new: set[bytes]


def compare(old: bytes, new: bytes) -> Comparison:
    """Compare two states.

    :raises DataError: if the later state lacks a tombstone of the earlier one: the difference would bring back who was removed
    """
    before, after = stable_lines(old), stable_lines(new)
    gone, come = before - after, after - before
    entered, lost = sorted(_tombstones(come)), _tombstones(gone)
    if lost:
        count = "people were" if len(lost) > 1 else "somebody was"
        raise DataError(
            f"In the first of the two states {count} removed who may still be in the second: the difference would tell who.",
            "Name the earlier state first.",
        )
    mark = marker(old)
    withheld = sorted(map(mark, gone)) if entered else []
    delta = Delta(_hash(old), _hash(new), [] if entered else sorted(gone), sorted(come), withheld, entered)
    return Comparison(delta, before - gone | _harmless(gone, after) if entered else before, after)


def marker(old: bytes) -> Callable[[bytes], str]:
    """Return what makes the keyed hash of a statement of a state."""
    key = hashlib.sha256(b"talent-moves removal\n" + old).digest()
    return lambda statement: hmac.digest(key, statement, "sha256").hex()


def _hash(state: bytes) -> str:
    return hashlib.sha256(state).hexdigest()


def _tombstones(lines: set[bytes]) -> set[str]:
    return {line[1 : -len(_TOMBSTONE) - 1].decode() for line in lines if line.endswith(_TOMBSTONE) and line.startswith(f"<{BASE}".encode())}


def _harmless(gone: set[bytes], after: set[bytes]) -> set[bytes]:
    """Return the statements that say nothing in words or names which the later state does not have, so that they cannot name who was removed."""
    known: set[bytes] = set()
    for line in after:
        subject, value = _ends(line)
        known.update((subject, value))
    found = set()
    for line in gone:
        subject, value = _ends(line)
        if subject in known and (value in known or _NO_TEXT.fullmatch(value)):
            found.add(line)
    return found


def _ends(line: bytes) -> tuple[bytes, bytes]:
    """Return the subject and the object of a statement in a named graph."""
    subject, _, rest = line.partition(b" ")
    return subject, rest.partition(b" ")[2].rpartition(b" <")[0]
