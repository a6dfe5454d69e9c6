"""Which terms the files of a vocabulary declare."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse


def declared_in(files: Iterable[Path]) -> set[str]:
    """Return the addresses of the terms that Turtle files make statements about.

    :raises SyntaxError: if one is not well-formed
    """
    quads = (quad for file in files for quad in parse(path=str(file), format=RdfFormat.TURTLE))
    return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
