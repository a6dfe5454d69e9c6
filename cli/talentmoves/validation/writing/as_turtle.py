"""Findings as the validation report of the W3C, https://www.w3.org/TR/shacl/#validation-report."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from ...shacl.vocabulary import SH
from ...vocabulary import PREFIXES, RDF_TYPE, TM, XSD
from ..findings import Finding, Level
from .outcome import Outcome

_SEVERITIES = {Level.ERROR: "Violation", Level.WARNING: "Warning", Level.INFO: "Info"}
_LONE = re.compile("[\ud800-\udfff]")


def write(outcome: Outcome) -> str:
    """Return the report as Turtle.

    It holds every finding, also those that ``--level`` hides or a baseline knows: without them it
    could not say truly whether the data conforms.
    """
    findings = sorted([*outcome.findings, *outcome.known], key=lambda finding: finding.order)
    report = BlankNode("report")
    results = [BlankNode(f"result{number}") for number in range(1, len(findings) + 1)]
    triples = [
        Triple(report, NamedNode(RDF_TYPE), _sh("ValidationReport")),
        Triple(report, _sh("conforms"), Literal("false" if findings else "true", datatype=NamedNode(XSD + "boolean"))),
    ]
    triples += [Triple(report, _sh("result"), result) for result in results]
    terms = _Terms()
    for result, finding in zip(results, findings, strict=True):
        triples += _result(result, finding, outcome.language, terms)
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes={name: PREFIXES[name] for name in ("sh", "tm", "xsd")})
    assert text is not None
    # The prefixes come first, one a line, in an order that differs from run to run.
    lines = text.decode("utf-8").splitlines(keepends=True)
    head = [line for line in lines[:3] if line.startswith("@prefix")]
    return "".join([*sorted(head), *lines[len(head) :]])


def _result(node: BlankNode, finding: Finding, language: str, terms: _Terms) -> list[Triple]:
    facts: list[tuple[NamedNode, NamedNode | BlankNode | Literal | None]] = [
        (NamedNode(RDF_TYPE), _sh("ValidationResult")),
        (_sh("resultSeverity"), _sh(_SEVERITIES[finding.level])),
        (_sh("focusNode"), terms.node(finding.focus)),
        (_sh("resultPath"), _iri(finding.path)),
        (_sh("value"), terms.term(finding.value)),
        (_sh("sourceShape"), _iri(finding.shape)),
        (_sh("sourceConstraintComponent"), _iri(finding.component)),
        (_sh("resultMessage"), Literal(_LONE.sub("\ufffd", finding.message), language=language)),
        (NamedNode(TM + "ruleCode"), Literal(finding.code)),
    ]
    return [Triple(node, predicate, value) for predicate, value in facts if value is not None]


class _Terms:
    """Reads terms, and names blank nodes in the order in which they come."""

    def __init__(self) -> None:
        self._blank: dict[str, BlankNode] = {}

    def node(self, focus: str) -> NamedNode | BlankNode | None:
        label = focus.removeprefix("_:")
        return _iri(label) if ":" in label else self._named(label)

    def term(self, text: str) -> NamedNode | BlankNode | Literal | None:
        """Read a term in N-Triples form; nothing if it is none."""
        if text.startswith("_:"):
            return self._named(text[2:])
        try:
            (quad,) = parse(f"<a:> <a:> {_LONE.sub(chr(0xFFFD), text)} .".encode(), format=RdfFormat.TURTLE)
        except (SyntaxError, ValueError):
            return None
        return quad.object if isinstance(quad.object, (NamedNode, Literal)) else None

    def _named(self, label: str) -> BlankNode:
        return self._blank.setdefault(label, BlankNode(f"entry{len(self._blank) + 1}"))


def _sh(name: str) -> NamedNode:
    return NamedNode(SH + name)


def _iri(text: str) -> NamedNode | None:
    """Return an address; nothing if it is none, such as a SPARQL path."""
    try:
        return NamedNode(text) if text else None
    except ValueError:
        return None
