"""Between pyoxigraph and rdflib: the same terms in the other library's classes."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store
from rdflib import Graph
from rdflib.term import BNode, IdentifiedNode, URIRef
from rdflib.term import Literal as RdflibLiteral

from .vocabulary import PREFIXES, XSD

# rdflib logs a traceback for every ill-formed literal; the shapes report them in words.
logging.getLogger("rdflib.term").setLevel(logging.ERROR + 1)


def to_graph(store: Store, graphs: Iterable[str | None]) -> Graph:
    """Return the union of some of a store's graphs as an rdflib graph, with our prefixes bound.

    Literals keep the lexical form that the store gives them; rdflib does not normalise them again.

    :param graphs: addresses of graphs; nothing stands for the default graph
    """
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for name in graphs:
        for quad in store.quads_for_pattern(None, None, None, NamedNode(name) if name else DefaultGraph()):
            graph.add((_node(quad.subject), URIRef(quad.predicate.value), _term(quad.object)))
    return graph


def _node(term: object) -> IdentifiedNode:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    assert isinstance(term, BlankNode)
    return BNode(term.value)


def _term(term: object) -> IdentifiedNode | RdflibLiteral:
    if not isinstance(term, Literal):
        return _node(term)
    if term.language:
        return RdflibLiteral(term.value, lang=term.language)
    # RDF 1.1: a literal without datatype or language is an xsd:string; rdflib keeps the two apart.
    datatype = None if term.datatype.value == XSD + "string" else URIRef(term.datatype.value)
    return RdflibLiteral(term.value, datatype=datatype, normalize=False)
