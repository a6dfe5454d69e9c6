"""Put blocks into the files where they belong; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pyoxigraph import Dataset, RdfFormat, parse

from ..layout import formatting, parsing, tidying
from ..layout.tree import Block, Document
from ..layout.writing import write
from ..vocabulary import BASE
from .placing import header


def inserted(folder: Path, blocks: Mapping[str, Sequence[Block]]) -> dict[Path, str]:
    """Return the new texts of the files that blocks go to, in the one layout.

    :param folder: the folder of the data set
    :param blocks: the blocks by file, as paths in the folder
    :raises InputError: if a file cannot be read or is not well-formed
    """
    texts = {}
    for name, added in blocks.items():
        if added:
            file = folder / name
            old = formatting.read(file) if file.exists() else f"{header(name)}\n"
            texts[file] = _with(old, added)
    return texts


def shown(blocks: Sequence[Block]) -> str:
    """Return blocks as the Turtle that a reader is shown: without the lines that declare prefixes."""
    text = write(tidying.tidy(Document(blocks=[*blocks])))
    return "\n".join(line for line in text.splitlines() if not line.startswith("@prefix ")).strip("\n") + "\n"


def _with(old: str, added: Sequence[Block]) -> str:
    document = parsing.parse(old)
    document.blocks += added
    new = write(tidying.tidy(document))
    # What was there stays there, whatever else happens.
    assert _statements(old) <= _statements(new), "a statement was lost"
    return new


def _statements(text: str) -> set[str]:
    return {str(quad) for quad in Dataset(parse(text, format=RdfFormat.TURTLE, base_iri=BASE))}
