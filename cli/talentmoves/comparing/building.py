"""Build the state of the checkout that the working directory is in, and write it: ``python -m talentmoves.comparing.building FILE``.

It runs in a process of its own, because each revision brings its own ontology, derivations and shapes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ..errors import MovesError
from ..release.edition import edition


def main(target: str) -> int:
    """Write the state as canonical N-Quads."""
    try:
        made = edition()
    except MovesError as error:
        print(error.message, file=sys.stderr)
        return error.exit_code
    Path(target).write_bytes(made.nquads)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
