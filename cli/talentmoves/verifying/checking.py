"""Check a release: the sums, the signature, the description, the hashes of the graphs, and that all dumps say the same."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError
from ..formats.cells import visible
from ..release import signing
from ..release.signing import SIGNATURE
from ..release.staging import SUMS
from . import description, dumps, entities, listing
from .core import CORE, DESCRIBED
from .description import DESCRIPTION
from .folder import LARGEST, Folder
from .outcome import Kind, Outcome
from .progress import bar
from .website import Website

_SMALL = 1 << 26
#: By how many bytes even a short file may be longer than it should be and is fetched to the end all the same.
_MARGIN = 1 << 20
_FORGERY = "Sums and hashes tell of damage, not of forgery: who can alter the release can make them anew."
_NOT_SIGNED = f"{_FORGERY} It is not signed."
_NOT_CHECKED = f"{_FORGERY} It is signed: --public-key KEY checks by whom."


class Wishes(NamedTuple):
    """How to check."""

    #: Only the sums.
    quick: bool = False
    #: Every page of a site on a web server too.
    everything: bool = False
    #: The public key of who must have signed it, or the path of a file with it.
    key: str = ""
    #: Seconds that a server may keep us waiting.
    timeout: float = 30.0


def verify(release: str, wishes: Wishes) -> Outcome:
    """Check a release.

    :param release: its folder, or its address on a web server
    :raises InputError: if there is no release
    :raises ParameterError: if the address, or the key, is none
    :raises EngineError: if the server cannot be reached
    """
    outcome = Outcome(release)
    with bar() as tell:
        if "://" not in release:
            folder = Folder(Path(release))
            listed = _sums(folder, outcome)
            _check(folder, listed, listed, wishes, outcome, tell)
            return outcome
        with tempfile.TemporaryDirectory(prefix="talent-moves-") as beside:
            site = Website(release, wishes.timeout)
            site.first(SUMS, Path(beside), listing.MOST_BYTES)
            listed = listing.read((Path(beside) / SUMS).read_bytes(), outcome)
            fetched = _fetched(site, listed, Path(beside), wishes, outcome, tell)
            _check(Folder(Path(beside)), {name: listed[name] for name in fetched}, listed, wishes, outcome, tell)
    return outcome


def _sums(folder: Folder, outcome: Outcome) -> dict[str, str]:
    try:
        if folder.sizes.get(SUMS, 0) > listing.MOST_BYTES:
            raise OSError(0, "it is too large")
        return listing.read(folder.read(SUMS), outcome)
    except FileNotFoundError:
        raise InputError(f"{outcome.release}: no {SUMS} here, so this is no release.", "Name the folder that moves publish wrote.") from None
    except OSError as error:
        raise InputError(f"{outcome.release}: {SUMS} cannot be read ({error.strerror}).", "Get the release again.") from None


def _fetched(site: Website, listed: dict[str, str], beside: Path, wishes: Wishes, outcome: Outcome, tell: Callable[[], None]) -> list[str]:
    """Fetch what is to be checked of a release on a web server, and return the names of what came."""
    wanted = sorted(listed if wishes.everything else filter(_is_data, listed))
    unsigned = site.fetch([SIGNATURE], beside, {SIGNATURE: _SMALL}, tell)
    failed = {name: error for name, error in unsigned.items() if not error.missing}
    failed |= site.fetch([DESCRIPTION], beside, {DESCRIPTION: _SMALL}, tell) if DESCRIPTION in wanted else {}
    sizes = {name: _SMALL for name in wanted if not _is_data(name)}
    with suppress(OSError, InputError):
        come = Folder(beside)
        # A description that was altered itself tells nothing of what is due.
        if DESCRIPTION in come.sizes and come.digest(DESCRIPTION) == listed.get(DESCRIPTION):
            given = description.downloads(come)
            # Of what is a little longer than it should be, the statements that are too many can be told.
            sizes |= {name: min(2 * size + _MARGIN, LARGEST) for name, (size, _) in given.items() if name in listed}
    failed |= site.fetch([name for name in wanted if name != DESCRIPTION], beside, sizes, tell)
    for name, error in sorted(failed.items()):
        if error.too_long:
            outcome.add(Kind.ALTERED, name, f"{name} was altered: {error}, far more than it should have.")
        else:
            outcome.add(Kind.MISSING if error.missing else Kind.UNREACHABLE, name, f"{name} cannot be fetched: {error}.")
    if len(listed) > len(wanted):
        left = len(listed) - len(wanted)
        outcome.notes.append(f"{left:,} pages and files of single entities were not checked; --all fetches these too.")
    outcome.notes.append(f"Files that the server has besides those in {SUMS} cannot be told over the web.")
    return [name for name in wanted if name not in failed]


def _is_data(name: str) -> bool:
    """Tell dumps, tables and descriptions from pages and from files of single entities."""
    return name.startswith("tables/") or ("/" not in name and not name.endswith(".html"))


def _check(folder: Folder, sums: dict[str, str], listed: dict[str, str], wishes: Wishes, outcome: Outcome, tell: Callable[[], None]) -> None:
    """Check the files.

    :param sums: what the sums of those should be that are to be checked
    :param listed: the same of all files of the release
    """
    _check_signature(folder, wishes.key, outcome)
    _check_files(folder, sums, outcome, tell)
    _check_core(folder, listed, outcome)
    if wishes.quick:
        outcome.notes.append("Only the sums were checked.")
        return
    _check_packed(folder, sums, outcome, tell)
    compared = dumps.check(folder, sums, outcome, tell)
    description.check(folder, listed, DESCRIBED, outcome)
    if compared is not None:
        entities.check(folder, sums, *compared, outcome, tell)
    if any(name.endswith(".html") for name in sums):
        outcome.notes.append(f"Pages were held against {SUMS} alone.")


def _check_signature(folder: Folder, key: str, outcome: Outcome) -> None:
    if not key:
        outcome.notes.append(_NOT_CHECKED if SIGNATURE in folder.sizes else _NOT_SIGNED)
        return
    if outcome.of(SIGNATURE):
        return
    if SIGNATURE not in folder.sizes:
        # A key that is none shall be told at once.
        signing.public_key(key)
        outcome.add(Kind.SIGNATURE, SIGNATURE, f"The release is not signed: there is no {SIGNATURE}.")
        return
    try:
        content = folder.read(SIGNATURE) if folder.sizes[SIGNATURE] <= _SMALL else b""
        signed = signing.check(folder.read(SUMS), content, key)
    except signing.SignatureError as error:
        outcome.add(Kind.SIGNATURE, SIGNATURE, error.message)
    except OSError as error:
        outcome.add(Kind.SIGNATURE, SIGNATURE, f"{SIGNATURE} cannot be read ({error.strerror}).")
    else:
        outcome.signed = f"{signed.key} ({visible(signed.comment)})"


def _check_files(folder: Folder, sums: dict[str, str], outcome: Outcome, tell: Callable[[], None]) -> None:
    names = {sha256: name for name, sha256 in sums.items()}
    for name in sorted(folder.others):
        outcome.add(Kind.NO_FILE, name, f"{visible(name)} is a link or a device where a release has files only; it was not followed.")
    for name in sorted(folder.closed):
        outcome.add(Kind.UNREADABLE, name, f"{visible(name)} cannot be opened.")
    for name, expected in sums.items():
        if name not in folder.sizes:
            if name not in folder.others:
                outcome.add(Kind.MISSING, name, f"{name} is missing.")
            continue
        tell()
        if folder.sizes[name] > LARGEST:
            outcome.add(Kind.ALTERED, name, f"{name} was altered: it is larger than any file of a release.")
            continue
        try:
            found = folder.digest(name)
        except OSError as error:
            outcome.add(Kind.UNREADABLE, name, f"{name} cannot be read ({error.strerror}).")
            continue
        if found == expected:
            outcome.files += 1
            continue
        problem = outcome.add(Kind.ALTERED, name, f"{name} was altered.")
        if found in names:
            problem.details.append(f"It holds what {names[found]} should hold.")
    for name in sorted(folder.sizes.keys() - sums.keys() - {SUMS, SIGNATURE}):
        outcome.add(Kind.ADDED, name, f"{visible(name)} was added: {SUMS} does not list it.")


def _check_core(folder: Folder, listed: dict[str, str], outcome: Outcome) -> None:
    """Check that nothing that every release has was taken away together with its sum."""
    for name in CORE:
        if name not in listed and name not in folder.sizes and name not in folder.others:
            outcome.add(Kind.MISSING, name, f"{name} is missing: {SUMS} does not list it, though every release has it.")


def _check_packed(folder: Folder, sums: dict[str, str], outcome: Outcome, tell: Callable[[], None]) -> None:
    """Check that a compressed file unpacks to what the plain one should be."""
    for name in sums:
        plain = name.removesuffix(".gz")
        if plain == name or plain not in sums or name not in folder.sizes or outcome.of(name):
            continue
        tell()
        try:
            found = folder.unpacked_digest(name, folder.sizes.get(plain, LARGEST))
        except (OSError, zlib.error):
            found = ""
        if found != sums[plain]:
            outcome.add(Kind.PACKED, name, f"{name} does not unpack to {plain}.")
