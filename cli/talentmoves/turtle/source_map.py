"""Find where a statement stands in Turtle files, reading no more of them than it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from .errors import TurtleError
from .lines import Lines
from .reader import PlacedTriple, Span, read
from .statements import Statements
from .terms import RDF, stored

_TYPE = f"<{RDF}type>"
# N-Triples is Turtle too; the other formats have no place of a triple that could be shown.
_SUFFIXES = (".ttl", ".nt")


class Place(NamedTuple):
    """Where a word stands; lines and columns count from 1, columns and length in characters."""

    file: Path
    line: int
    column: int
    length: int


class BlankNode(NamedTuple):
    """A blank node, and where it is first written: its label, or its opening bracket."""

    #: As the reader has it. The labels of a Store are others: it gives each blank node a new one.
    label: str
    place: Place


class _File:
    def __init__(self, path: Path, base: str | None) -> None:
        self._path = path
        self._base = base
        try:
            # A place counts the ends of lines as they are written, so they are not translated.
            self._text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            self._text = ""
        self._lines = Lines(self._text)
        self._statements: Statements | None = None

    @property
    def statements(self) -> Statements:
        if self._statements is None:
            self._statements = Statements(self._text, self._base)
        return self._statements

    @property
    def has_blank_nodes(self) -> bool:
        """Whether there may be any; the marks also stand in texts."""
        return any(mark in self._text for mark in ("_:", "[", "("))

    def place(self, span: Span) -> Place:
        line, column = self._lines.position(span[0])
        return Place(self._path, line, column, span[1] - span[0])

    def all(self) -> Iterator[PlacedTriple]:
        try:
            yield from read(self._text, self._base)
        except TurtleError:
            return

    def blank_nodes(self) -> dict[str, Span]:
        found: dict[str, Span] = {}
        if not self.has_blank_nodes:
            return found
        for triple in self.all():
            for term, span in ((triple.subject, triple.subject_span), (triple.object, triple.object_span)):
                if term[0] == "_" and (term not in found or span < found[term]):
                    found[term] = span
        return dict(sorted(found.items(), key=lambda item: item[1]))


class SourceMap:
    """Knows where the statements of some files stand. Terms are in N-Triples form, written or as a Store holds them.

    Files are opened and cut into statements at the first question; after that a question reads
    only the statements of its subject. A file that cannot be read, or is not Turtle, has no places.

    :param base: what relative addresses in the files are resolved against
    """

    def __init__(self, files: Iterable[Path], base: str | None = None) -> None:
        self._paths = [file for file in files if file.suffix in _SUFFIXES]
        self._base = base
        self._opened: list[_File] | None = None
        self._blank_nodes: list[BlankNode] | None = None

    def find(self, subject: str, predicate: str | None = None, object: str | None = None) -> Place | None:
        """Return the place of an object, or of the first predicate, or of the subject.

        A subject alone is shown where its type is stated, and else where it first begins a
        statement. Without a predicate an object is looked for in all statements of the subject.
        """
        wanted = None if object is None else stored(object)
        first: Place | None = None
        for file, triple in self._about(subject):
            if predicate is None and wanted is None:
                if triple.predicate == _TYPE:
                    return file.place(triple.subject_span)
                first = first or file.place(triple.subject_span)
            elif predicate is None or triple.predicate == predicate:
                if wanted is None:
                    return file.place(triple.predicate_span)
                if stored(triple.object) == wanted:
                    return file.place(triple.object_span)
        return first

    def find_each(self, subject: str) -> Iterator[tuple[PlacedTriple, Callable[[Span], Place]]]:
        """Yield the triples of a subject, each with what turns a span of it into a place."""
        for file, triple in self._about(subject):
            yield triple, file.place

    def find_each_blank(self) -> Iterator[tuple[PlacedTriple, Callable[[Span], Place]]]:
        """Yield the triples whose subject is a blank node, as :meth:`find_each` does."""
        for file in self._files():
            if file.has_blank_nodes:
                for triple in file.all():
                    if triple.subject[0] == "_":
                        yield triple, file.place

    def blank_nodes(self) -> list[BlankNode]:
        """Return all blank nodes, file by file in the order in which they are first written.

        The nodes of a collection stand where its items do. The first call reads the files that
        have blank nodes from end to end.
        """
        if self._blank_nodes is None:
            self._blank_nodes = [BlankNode(label, file.place(span)) for file in self._files() for label, span in file.blank_nodes().items()]
        return self._blank_nodes

    def _files(self) -> list[_File]:
        if self._opened is None:
            self._opened = [_File(path, self._base) for path in self._paths]
        return self._opened

    def _about(self, subject: str) -> Iterator[tuple[_File, PlacedTriple]]:
        for file in self._files():
            for triple in file.statements.about(subject):
                yield file, triple
