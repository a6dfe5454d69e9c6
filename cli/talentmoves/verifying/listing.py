"""Read ``SHA256SUMS``, which anybody may have written."""

from __future__ import annotations

import re

from ..errors import InputError
from ..formats.cells import visible
from ..release.signing import SIGNATURE
from ..release.staging import SUMS, is_safe
from .outcome import Kind, Outcome

#: More than a release of a million entities has.
MOST_BYTES = 1 << 30
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def read(content: bytes, outcome: Outcome) -> dict[str, str]:
    """Return the sums by the names of the files, and take note of lines that can be none of ours.

    :raises InputError: if there is no sum at all
    """
    found: dict[str, str] = {}
    wrong: list[str] = []
    for line in content.decode("utf-8", "replace").splitlines():
        match = _LINE.fullmatch(line)
        if match is None or not is_safe(match[2]) or match[2] in (SUMS, SIGNATURE) or match[2] in found:
            wrong.append(line)
        else:
            found[match[2]] = match[1]
    if not found:
        raise InputError(f"{outcome.release}: {SUMS} lists no file, so this is no release.", "Name the folder or the address of a release.")
    if wrong:
        problem = outcome.add(Kind.LISTING, SUMS, f"{SUMS} has {len(wrong)} line(s) that no release has; the files they name were left alone.")
        problem.details = [visible(line)[:120] for line in wrong[:5]]
    return found
