"""What stays of people who were taken out: hashes of their names that only who has the key can test.

The hash is HMAC-SHA256 (RFC 2104, https://www.rfc-editor.org/rfc/rfc2104) of the folded name. The key
is no part of the data: it is in the environment, or in a file beside the data that git and
releases leave out.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .errors import DataError
from .naming import forms
from .places import display

VARIABLE = "TALENT_MOVES_REMOVAL_KEY"
KEY_FILE = "removal.key"
#: Why people are taken out; local names of the concepts.
REASONS = ("objection", "outOfScope", "mistakenIdentity", "otherReason")
_LEAST = 32  # hexadecimal digits: 128 bits


class Key(NamedTuple):
    """A key, and a mark by which it is known without telling it."""

    secret: bytes
    mark: str

    def hash(self, form: str) -> str:
        """Return the hash of one form of a name, as :func:`talentmoves.naming.forms` has it."""
        return hmac.digest(self.secret, form.encode(), hashlib.sha256).hex()

    def of_name(self, name: str) -> set[str]:
        """Return the hashes of a name, one for each order of its words; their division, case and accents do not matter."""
        return {self.hash(form) for form in forms(name)}


def find_key(folders: Iterable[Path]) -> Key | None:
    """Return the key from the environment, or from the first of the folders that has one.

    :raises DataError: if it is no key
    """
    given = os.environ.get(VARIABLE, "")
    if given:
        return _key(given, f"${VARIABLE}")
    for folder in folders:
        file = folder / KEY_FILE
        try:
            return _key(file.read_text(encoding="ascii"), display(file))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            raise DataError(f"{display(file)}: cannot be read ({error}).", "Restore the file from where you keep it.") from None
    return None


def make_key() -> str:
    """Return a new key, as it is written."""
    return secrets.token_hex(32)


def parsed(written: str) -> Key:
    """Return the key that :func:`make_key` wrote."""
    return _key(written, "the new key")


def _key(written: str, place: str) -> Key:
    text = written.strip()
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        secret = b""
    if len(text) < _LEAST or not secret:
        raise DataError(f"{place}: not a removal key.", "A key is at least 32 hexadecimal digits, as moves remove writes it.")
    return Key(secret, hashlib.sha256(b"talent-moves removal key" + secret).hexdigest()[:8])
