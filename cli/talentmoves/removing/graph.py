"""The blocks of a data set, and which of them go when a person goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..contributing.placing import kind
from ..layout import formatting, parsing
from ..layout.tree import Block, Document
from ..vocabulary import BASE, TM

_PERSON, _ABOUT, _SOURCE = (f"<{TM}{name}>" for name in ("person", "about", "source"))
#: Kinds of things that are here only because something names them.
_SERVING = ("role", "source", "speaker", "product", "company")


def read(files: Iterable[Path]) -> dict[Path, Document]:
    """Return the trees of Turtle files.

    :raises InputError: if a file cannot be read or is not well-formed
    """
    return {file: parsing.parse(formatting.read(file)) for file in files}


def objects(block: Block, predicate: str | None = None) -> Iterator[str]:
    """Yield the objects of a block, or of one of its properties."""
    for one in block.properties:
        if predicate is None or one.predicate == predicate:
            yield from (value.node for value in one.values if isinstance(value.node, str))


def going(documents: Iterable[Document], person: str) -> set[str]:
    """Return the subjects that go with a person: their moves, what is claimed of these, and what nothing else names any more."""
    blocks = [block for document in documents for block in document.blocks if isinstance(block.subject, str)]
    gone = {person}
    gone |= {_subject(block) for block in blocks if person in objects(block, _PERSON)}
    gone |= {_subject(block) for block in blocks if not gone.isdisjoint(objects(block, _ABOUT))}
    naming: dict[str, set[str]] = {}
    for block in blocks:
        for node in objects(block):
            if node != block.subject:
                naming.setdefault(node, set()).add(_subject(block))
    serving = {_subject(block) for block in blocks if kind(_subject(block)) in _SERVING} & naming.keys()
    while True:
        idle = {subject for subject in serving - gone if naming[subject] <= gone}
        if not idle:
            return gone
        gone |= idle


def without(block: Block, gone: set[str]) -> None:
    """Take out of a block what it says of things that go."""
    for one in block.properties:
        one.values = [value for value in one.values if value.node not in gone or not isinstance(value.node, str)]
    block.properties = [one for one in block.properties if one.values]


def _subject(block: Block) -> str:
    assert isinstance(block.subject, str)
    return block.subject


def ours(term: str) -> bool:
    """Tell whether a term is the address of an entity of ours."""
    return term.startswith(f"<{BASE}") and not term.startswith(f"<{TM}")
