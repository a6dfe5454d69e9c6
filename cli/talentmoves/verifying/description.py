"""Compare the sizes and sums in the release's own description with the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ..errors import InputError
from ..formats.cells import visible
from ..release.description.about import DATASET
from . import limited
from .folder import Folder
from .outcome import Kind, Outcome

#: The description.
DESCRIPTION = "dataset.ttl"
_SIZE = "http://www.w3.org/ns/dcat#byteSize"
_CHECKSUM = "http://spdx.org/rdf/terms#checksum"
_VALUE = "http://spdx.org/rdf/terms#checksumValue"


def downloads(folder: Folder) -> dict[str, tuple[int, str]]:
    """Return the size and the sum that the description gives for each file.

    :raises InputError: if it cannot be read
    """
    try:
        found = limited.run(partial(_read, folder), folder.sizes.get(DESCRIPTION, 0))
    except limited.ExceededError:
        found = None
    if found is None:
        raise InputError(f"{DESCRIPTION} cannot be read as a description.")
    return found


def _read(folder: Folder) -> dict[str, tuple[int, str]] | None:
    try:
        return _downloads(folder.read(DESCRIPTION))
    except (SyntaxError, ValueError, OSError):
        return None


def _downloads(content: bytes) -> dict[str, tuple[int, str]]:
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in parse(content, format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
            said[quad.subject.value][quad.predicate.value] = quad.object.value
    start = f"{DATASET}#"
    found = {}
    for subject, about in said.items():
        if subject.startswith(start) and _SIZE in about:
            found[subject.removeprefix(start)] = (int(about[_SIZE]), said[about.get(_CHECKSUM, "")].get(_VALUE, "").lower())
    return found


def check(folder: Folder, sums: dict[str, str], expected: Sequence[str], outcome: Outcome) -> None:
    """Check every size and sum that the description gives.

    :param sums: what the files' sums should be
    :param expected: the files that it should describe
    """
    if DESCRIPTION not in folder.sizes:
        outcome.notes.append(f"Without {DESCRIPTION} the sizes and sums that it gives were not checked.")
        return
    try:
        given = downloads(folder)
    except InputError as error:
        if not outcome.of(DESCRIPTION):
            outcome.add(Kind.DESCRIPTION, DESCRIPTION, error.message)
        return
    lacking = [name for name in expected if name not in given]
    if lacking and not outcome.of(DESCRIPTION):
        outcome.add(Kind.DESCRIPTION, DESCRIPTION, f"{DESCRIPTION} does not describe {len(lacking)} file(s) of the release.").details = lacking[:5]
    for name, (size, sha256) in sorted(given.items()):
        if name not in sums:
            outcome.add(Kind.DESCRIPTION, DESCRIPTION, f"{DESCRIPTION} describes {visible(name)[:100]}, which is no file of the release.")
        elif outcome.of(name):
            continue  # it is known to be altered
        elif name in folder.sizes and (size != folder.sizes[name] or sha256 != sums[name]):
            outcome.add(Kind.DESCRIPTION, name, f"{name} has not the size and the sum that {DESCRIPTION} gives: one of the two was altered.")
