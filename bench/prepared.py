"""What the engines get: a data file and, for those that do not derive facts, each part of the shapes with its data graph.

The parts are those of ``shapes/``: ``entities`` sees what people wrote and the ontology, ``consistency``
what is derived from it as well. They are Turtle put end to end, so that every engine reads the same syntax.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pyoxigraph import NamedNode, RdfFormat

from talentmoves import places
from talentmoves.validation.data_graph import DataGraph
from talentmoves.validation.rules.rulebook import PARTS
from talentmoves.vocabulary import DERIVED


class Part(NamedTuple):
    """One part of the shapes, and the data graph that it sees."""

    shapes: Path
    data: Path


class Task(NamedTuple):
    """One data set to validate."""

    #: What people wrote.
    data: tuple[Path, ...]
    parts: tuple[Part, ...]


def prepare(data: Sequence[Path], folder: Path) -> Task:
    """Return the task of validating some files; what belongs to it is written into the folder."""
    graph = DataGraph(data)
    graph.derive()
    derived = folder / "derived.nt"
    with derived.open("wb") as out:
        graph.store.dump(out, RdfFormat.N_TRIPLES, from_graph=NamedNode(DERIVED))
    common = [*data, *places.ontology_files()]
    made = task(data, folder)
    for name, part in zip(PARTS, made.parts, strict=True):
        _join(places.shape_files(name), part.shapes)
        _join([*common, derived] if name == "consistency" else common, part.data)
    return made


def task(data: Sequence[Path], folder: Path) -> Task:
    """Return the task that :func:`prepare` has written into the folder."""
    return Task(tuple(data), tuple(Part(folder / f"{name}-shapes.ttl", folder / f"{name}-data.ttl") for name in PARTS))


@contextmanager
def temporary(data: Sequence[Path]) -> Iterator[Task]:
    """Give the task of validating some files, in a folder that goes away."""
    with TemporaryDirectory() as folder:
        yield prepare(data, Path(folder))


def _join(files: Sequence[Path], target: Path) -> None:
    with target.open("wb") as out:
        for file in files:
            with file.open("rb") as content:
                shutil.copyfileobj(content, out)
            out.write(b"\n")
