"""pySHACL, the reference: https://github.com/RDFLib/pySHACL"""

from __future__ import annotations

import time

from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.namespace import SH
from rdflib.term import Node

from engines import Outcome, Result
from prepared import Part, Task


def validate(task: Task) -> Outcome:
    start = time.perf_counter()
    reports = [_report(part) for part in task.parts]
    seconds = time.perf_counter() - start
    return Outcome(seconds, frozenset(result for report in reports for result in results(report)))


def _report(part: Part) -> Graph:
    import pyshacl

    data = Graph().parse(part.data, format="turtle")
    shapes = Graph().parse(part.shapes, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False, meta_shacl=False)
    assert isinstance(report, Graph)
    return report


def results(report: Graph) -> set[Result]:
    """Return what hangs on the report itself; results below others only explain those."""
    found = set()
    for node in report.objects(None, SH.result):
        names = (SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.sourceShape, SH.resultSeverity)
        found.add(Result(*(_text(report.value(node, name)) for name in names)))
    return found


def _text(term: Node | None) -> str:
    if isinstance(term, URIRef):
        return str(NamedNode(str(term)))
    if isinstance(term, BNode):
        return str(BlankNode(str(term)))
    if isinstance(term, RdflibLiteral):
        if term.language:
            return str(Literal(str(term), language=term.language.lower()))
        return str(Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None))
    return ""
