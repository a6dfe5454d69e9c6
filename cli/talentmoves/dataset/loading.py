"""Read RDF files into a store, with errors that name the file, the line and the next step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from ..places import RDF_SUFFIXES
from ..vocabulary import BASE, CURATED, GRAPHS, SHAPES
from .unreadable import Problem, UnreadableFileError, not_utf8, not_well_formed, other_graph, unreadable


def load(store: Store, files: list[Path], graph: str) -> None:
    """Load RDF files into one named graph of the store.

    Of files that name graphs, as those of a release do, only the default graph and that graph are
    loaded: the project's other graphs are made anew, and what is in any other graph nobody would check.

    :param graph: IRI of the graph
    :raises UnreadableFileError: if a file cannot be read, is not UTF-8, is not well-formed, or names a graph that
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
            raise not_well_formed(file, error) from None
        except UnicodeDecodeError:
            raise not_utf8(file) from None
        except (OSError, ValueError) as error:
            raise unreadable(file, error) from None


def _of_graph(file: Path, rdf_format: RdfFormat, target: NamedNode) -> Iterator[Quad]:
    for quad in parse(path=str(file), format=rdf_format, base_iri=BASE, rename_blank_nodes=True):
        if isinstance(quad.graph_name, DefaultGraph) or quad.graph_name == target:
            yield Quad(quad.subject, quad.predicate, quad.object, target)
        elif not (isinstance(quad.graph_name, NamedNode) and quad.graph_name.value in (*GRAPHS, SHAPES)):
            raise other_graph(file, str(quad.graph_name))


def problems(files: list[Path]) -> list[Problem]:
    """Return why files cannot be loaded, each read by itself; nothing of those that can."""
    found = []
    for file in files:
        try:
            load(Store(), [file], CURATED)
        except UnreadableFileError as error:
            found.append(error.problem)
    return found
