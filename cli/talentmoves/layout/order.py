"""The order of curated Turtle: of the subjects in a file, of the properties of a subject, of the objects of a property."""

from __future__ import annotations

import re

from ..turtle.terms import RDF
from ..vocabulary import BASE, PREFIXES, TM
from .tree import Block, Property, Value

#: What a thing is, what it is called, what it says, when, and last what editors note beside it.
_PROPERTIES = """
rdf:type rdfs:label skos:altLabel skos:exactMatch tm:person tm:about tm:source tm:stance tm:says tm:locator tm:speaker tm:namedAs
dcterms:title tm:publisherName tm:creditedTo tm:url dcterms:language tm:published tm:sourceTier tm:derivesFrom tm:truncated
tm:companyKind tm:partOf tm:founder tm:founded tm:acquiredBy tm:acquired tm:madeBy tm:ledBy tm:roleAt tm:title tm:roleFunction
tm:seniority tm:grade tm:partTime tm:worksOn tm:reportsTo tm:fromCompany tm:toCompany tm:fromRole tm:toRole tm:moveKind tm:left
tm:joined tm:announced tm:partOfGroup tm:minSize tm:maxSize tm:minShare tm:maxShare tm:destinationUnknown tm:period
tm:durationMonths tm:concerns tm:testedBy tm:notTestable tm:nameHash tm:removalReason tm:removed tm:keyMark tm:spares tm:contradicts
tm:inventoryRow dcterms:source tm:pathChecked tm:checked skos:editorialNote
""".split()  # noqa: SIM905
_LANGUAGES = ("en", "zh")
_LITERAL = re.compile(r'"(?P<text>.*)"(?:@(?P<language>[a-z0-9-]+)|\^\^<(?P<datatype>[^>]+)>)?', re.DOTALL)


def _iri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


#: Every property of the vocabulary has its place here; a test sees to it.
PROPERTIES = {_iri(name): place for place, name in enumerate(_PROPERTIES)}
_ABOUT = f"<{TM}about>"
_CLAIM = f"<{BASE}claim/"


def sort(blocks: list[Block]) -> list[Block]:
    """Return blocks in the order of a file: by address, but a claim behind what it is about, if that is here.

    What has no address of its own comes last, as it was written.
    """
    here = {block.subject for block in blocks if isinstance(block.subject, str)}

    def place(block: Block) -> tuple[int, str, int, str]:
        subject = block.subject
        if not isinstance(subject, str) or subject.startswith("_:"):
            return (1, "", 0, "")
        if subject.startswith(_CLAIM):
            about = _first(block, _ABOUT)
            if about in here:
                return (0, about[1:-1], 1, subject[1:-1])
        return (0, subject[1:-1], 0, "")

    return sorted(blocks, key=place)


def _first(block: Block, predicate: str) -> str:
    nodes = [value.node for one in block.properties if one.predicate == predicate for value in one.values]
    return nodes[0] if nodes and isinstance(nodes[0], str) else ""


def sort_properties(properties: list[Property]) -> list[Property]:
    """Return properties in the project's order, others behind them by address, and their values in order."""
    for one in properties:
        one.values = sorted(one.values, key=_value)
    return sorted(
        properties, key=lambda one: (PROPERTIES.get(one.predicate, len(PROPERTIES)), one.predicate if one.predicate not in PROPERTIES else "")
    )


def _value(value: Value) -> tuple[int, float, str, str]:
    node = value.node
    if not isinstance(node, str) or node.startswith("_:"):
        return (3, 0, "", "")  # as it was written: it has no name to go by
    literal = _LITERAL.fullmatch(node)
    if literal is None:
        return (2, 0, node, "")
    if literal["language"]:
        known = _LANGUAGES.index(literal["language"]) if literal["language"] in _LANGUAGES else len(_LANGUAGES)
        return (1, known, literal["language"], literal["text"])
    return (0, _number(literal["text"]), literal["text"], literal["datatype"] or "")


def _number(text: str) -> float:
    if not re.fullmatch(r"[+-]?[0-9]{1,300}(?:\.[0-9]+)?", text):
        return 0
    return float(text)


#: The predicate that Turtle writes as ``a``.
TYPE = f"<{RDF}type>"
