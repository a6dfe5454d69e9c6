"""Sign a release, and check a signature, in the format of minisign (https://jedisct1.github.io/minisign/).

What is signed is ``SHA256SUMS``, which holds the sum of every other file. The public key is no part of a release: who could
alter the release could put another one there. It belongs where people find it by another way.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import InputError, MovesError, ParameterError
from .staging import SUMS

if TYPE_CHECKING:  # it brings a library of cryptography, which takes a while to import
    from minisign import PublicKey, SecretKey  # type: ignore[import-untyped]

#: The file with the signature.
SIGNATURE = f"{SUMS}.minisig"
#: The environment variable with the password of the secret key.
PASSWORD = "TALENT_MOVES_SIGN_PASSWORD"
_UNTRUSTED = "signature of the release of Talent Moves; check it with moves verify or minisign"
_MAKE_ONE = "Name a secret key that minisign -G made."


class SignatureError(MovesError):
    """A signature is not that of the key over this content (exit code 1)."""

    exit_code = 1


class Signed(NamedTuple):
    """A signature that holds."""

    #: The key by which it was made, as minisign writes it.
    key: str
    #: What the signer says besides, which the signature covers too.
    comment: str


def password_for(key: Path) -> str:
    """Return the password of a secret key: from the environment, or asked for on a terminal; nothing where it needs none.

    :raises InputError: if the key cannot be read
    :raises ParameterError: if it needs a password and there is none
    """
    if not _secret(key).is_encrypted():
        return ""
    if given := os.environ.get(PASSWORD):
        return given
    if not sys.stdin.isatty():
        raise ParameterError(f"{key}: the key has a password, and there is no terminal to ask for it on.", f"Put it into {PASSWORD}.")
    import click

    asked: str = click.prompt(f"Password of {key}", hide_input=True, err=True)
    return asked


def sign(sums: bytes, key: Path, password: str = "", version: str = "") -> bytes:
    """Return the signature of the sums of a release, the same bytes each time.

    :param sums: the content of ``SHA256SUMS``
    :param key: the secret key, in the format of minisign
    :param password: of the key, where it has one
    :param version: of the release, which the signature then covers too
    :raises InputError: if the key cannot be read
    :raises ParameterError: if the password is wrong
    """
    from minisign import Error

    secret = _secret(key)
    try:
        secret.decrypt(password)
    except (Error, ValueError, MemoryError):
        raise ParameterError(f"{key}: the password is wrong.", f"Check {PASSWORD}, or type it again.") from None
    # minisign would put the time here, and two builds would differ.
    comment = " ".join(part for part in ("talent-moves", version, f"sha256:{hashlib.sha256(sums).hexdigest()}") if part)
    with secret:
        return bytes(secret.sign(sums, untrusted_comment=_UNTRUSTED, trusted_comment=comment)) + b"\n"


def check(sums: bytes, signature: bytes, key: str) -> Signed:
    """Check the signature of the sums of a release.

    :param sums: the content of ``SHA256SUMS``
    :param signature: the content of ``SHA256SUMS.minisig``
    :param key: the public key, or the path of a file with it
    :raises ParameterError: if the key is none
    :raises SignatureError: if the signature does not hold
    """
    from minisign import Error, Signature

    public = public_key(key)
    try:
        read = Signature.from_bytes(signature)
    except (Error, ValueError):
        raise SignatureError(f"{SIGNATURE} is not a signature of minisign.") from None
    if _identifier(signature) != _key_number(public):
        raise SignatureError(f"{SIGNATURE} was made by another key: {_identifier(signature)}, not {_key_number(public)}.")
    try:
        public.verify(sums, read)
    except (Error, ValueError):
        raise SignatureError(f"{SIGNATURE} does not fit {SUMS}: one of them was altered after signing.") from None
    return Signed(_identifier(signature), read.trusted_comment)


def _identifier(signature: bytes) -> str:
    import base64

    number = base64.b64decode(signature.splitlines()[1])[2:10]
    return number[::-1].hex().upper()


def _key_number(public: PublicKey) -> str:
    import base64

    return base64.b64decode(public.to_base64())[2:10][::-1].hex().upper()


def _secret(key: Path) -> SecretKey:
    from minisign import Error, SecretKey

    try:
        return SecretKey.from_bytes(_content(key, _MAKE_ONE))
    except (Error, ValueError):
        raise InputError(f"{key}: not a secret key of minisign.", _MAKE_ONE) from None


def public_key(key: str) -> PublicKey:
    """Return a public key.

    :param key: the key itself, or the path of a file with it
    :raises ParameterError: if it is none
    """
    from minisign import Error, PublicKey

    hint = "Give the line that begins with RW, or the file that minisign -G wrote beside the secret key (minisign.pub)."
    try:
        if not Path(key).is_file():
            return PublicKey.from_base64(key)
        content = _content(Path(key), hint).strip()
        return PublicKey.from_bytes(content) if b"\n" in content else PublicKey.from_base64(content)
    except (Error, ValueError, OSError):
        raise ParameterError(f"--public-key: '{key}' is neither a public key of minisign nor a file with one.", hint) from None


def _content(file: Path, hint: str) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(1 << 16)
    except OSError as error:
        raise InputError(f"{file}: cannot be read ({error.strerror}).", hint) from None
