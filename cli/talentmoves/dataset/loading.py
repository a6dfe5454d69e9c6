"""Read RDF files into a store, with errors that name the file, the line and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from ..errors import InputError
from ..places import RDF_SUFFIXES, display
from ..vocabulary import BASE, GRAPHS

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def load(store: Store, files: list[Path], graph: str) -> None:
    """Load RDF files into one named graph of the store.

    Of files that name graphs, as those of a release do, only the default graph and that graph are
    loaded: the project's other graphs are made anew, and what is in any other graph nobody would check.

    :param graph: IRI of the graph
    :raises InputError: if a file cannot be read, is not UTF-8, is not well-formed, or names a graph that
        is not the project's; the store may then hold the files before it
    """
    target = NamedNode(graph)
    for file in files:
        # What is not named as one of the formats is taken for Turtle; .txt too, which the engine takes for N-Triples.
        rdf_format = (RdfFormat.from_extension(file.suffix[1:]) if file.suffix in RDF_SUFFIXES else None) or RdfFormat.TURTLE
        try:
            if rdf_format.supports_datasets:
                store.extend(_of_graph(file, rdf_format, target))
            else:
                store.load(path=str(file), format=rdf_format, base_iri=BASE, to_graph=target)
        except SyntaxError as error:
            raise _not_well_formed(file, error) from None
        except UnicodeDecodeError:
            raise _not_utf8(file) from None
        except (OSError, ValueError) as error:
            raise _unreadable(file, error) from None


def _of_graph(file: Path, rdf_format: RdfFormat, target: NamedNode) -> Iterator[Quad]:
    for quad in parse(path=str(file), format=rdf_format, base_iri=BASE, rename_blank_nodes=True):
        if isinstance(quad.graph_name, DefaultGraph) or quad.graph_name == target:
            yield Quad(quad.subject, quad.predicate, quad.object, target)
        elif not (isinstance(quad.graph_name, NamedNode) and quad.graph_name.value in GRAPHS):
            raise InputError(
                f"{display(file)}: names the graph {quad.graph_name}, which is none of the project's.",
                "Write Turtle, or leave out the name of the graph.",
            )


def _not_well_formed(file: Path, error: SyntaxError) -> InputError:
    content = _content(file)
    if content.startswith(_BYTE_ORDER_MARK):
        return InputError(f"{display(file)}:1:1: the file starts with a byte order mark.", "Save it as UTF-8 without a byte order mark (BOM).")
    if not _is_utf8(content):
        return _not_utf8(file)
    place = f"{display(file)}:{error.lineno or 1}:{error.offset or 1}"
    reason = str(error.msg).strip().rstrip(".")
    marker = f"Parser error at line {error.lineno} "
    if reason.startswith(marker):  # the position is in front already
        reason = reason.split(": ", 1)[-1]
    lines = content.decode("utf-8").splitlines()
    shown = ""
    if error.lineno and error.lineno <= len(lines):
        text = lines[error.lineno - 1]
        caret = " " * (max(error.offset or 1, 1) - 1) + "^"
        shown = f"\n  | {text}\n  | {caret}"
    return InputError(f"{place}: not well-formed: {reason}.{shown}", "Mend this line; a missing ';' or '.' on the line above is the usual cause.")


def _not_utf8(file: Path) -> InputError:
    content = _content(file)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        return InputError(f"{display(file)}:{line}:{column}: not UTF-8 (byte 0x{content[error.start]:02X}).", "Save the file in the encoding UTF-8.")
    return InputError(f"{display(file)}: not readable as UTF-8.", "Save the file in the encoding UTF-8.")


def _unreadable(file: Path, error: Exception) -> InputError:
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return InputError(f"{display(file)}: cannot be read ({reason}).", "Check the path and the permissions of the file.")
    if not _is_utf8(_content(file)):
        return _not_utf8(file)
    return InputError(f"{display(file)}: not well-formed: {error}.", "Check that the ending of the file name fits its content.")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise _unreadable(file, error) from None


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
