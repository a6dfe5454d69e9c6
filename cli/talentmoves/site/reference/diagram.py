"""The classes and what connects them, as a picture.

Where a class stands is chosen by hand, so that few lines cross; which classes there are, and what connects them,
comes from the ontology. A class without a chosen place stands in a row at the bottom.
"""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from .relations import Relation, classes, relations, subclasses
from .terms import Origin, Term, Terms

_WIDTH, _BOX, _LINE = 440, 122, 13
_LEFT, _MIDDLE, _RIGHT = 88, 220, 352
#: The centres of the classes, in a drawing little wider than a phone.
_PLACES = {
    "UnnamedSpeaker": (_MIDDLE, 28),
    "Source": (_LEFT, 112),
    "Claim": (_RIGHT, 112),
    "MoveState": (_LEFT, 222),
    "Thesis": (_RIGHT, 222),
    "Move": (_MIDDLE, 318),
    "Tenure": (_LEFT, 402),
    "GroupMove": (_RIGHT, 402),
    "Person": (_LEFT, 516),
    "Role": (_RIGHT, 516),
    "Company": (_MIDDLE, 622),
    "Removal": (_LEFT, 804),
    "Product": (_MIDDLE, 804),
}
_ROW = 76
#: Where along a line its label stands, if not in the middle.
_ALONG = {
    ("Move", "Company"): 0.22,
    ("Move", "Person"): 0.66,
    ("Move", "Role"): 0.66,
    ("Role", "Product"): 0.24,
    ("Product", "Person"): 0.76,
    ("Claim", "Move"): 0.62,
}
#: Lines that go around what stands between, through a lane at the side.
_LANES = {("MoveState", "Company"): 10, ("Thesis", "Company"): _WIDTH - 10}


class _Box(NamedTuple):
    term: Term
    x: float
    y: float
    #: What stands below the name: the label, and the properties that lead back to the class.
    below: list[str]

    @property
    def height(self) -> float:
        return 30 + _LINE * len(self.below)

    def edge(self, x: float, y: float) -> tuple[float, float]:
        """Return where a line from the centre to a place leaves the box."""
        across, down = x - self.x, y - self.y
        share = min(
            (_BOX / 2) / abs(across) if across else float("inf"),
            (self.height / 2) / abs(down) if down else float("inf"),
        )
        return self.x + across * share, self.y + down * share


def drawing(terms: Terms, language: str) -> Markup:
    """Return the picture as SVG; its colours come from the style sheet."""
    found = relations(terms)
    boxes = {box.term.name: box for box in _boxes(terms, found, language)}
    height = max(box.y + box.height / 2 for box in boxes.values()) + 8
    between = [relation for relation in found if relation.start != relation.end]
    joined = {(one.start, one.end) for one in between} | {(one.end, one.start) for one in between}
    parts = [_line(boxes[below], boxes[above], "ref-sub", 12 if (below, above) in joined else 0) for below, above in subclasses(terms)]
    parts += [_line(boxes[one.start], boxes[one.end], "ref-derived" if one.derived else "ref-line") for one in between]
    parts += [_label(boxes[one.start], boxes[one.end], one) for one in between]
    parts += [_drawn(box) for box in boxes.values()]
    return Markup(
        '<svg class="ref-diagram" viewBox="0 0 {} {:.0f}" xmlns="http://www.w3.org/2000/svg" aria-labelledby="diagram-title">'
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>'
        '<marker id="above" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10" markerHeight="10" orient="auto">'
        '<path d="M1 1 9 5 1 9z"/></marker></defs>{}</svg>'
    ).format(_WIDTH, height, Markup("").join(parts))


def _boxes(terms: Terms, found: list[Relation], language: str) -> list[_Box]:
    lowest = max(y for _, y in _PLACES.values())
    unplaced = 0
    boxes = []
    for term in classes(terms):
        place = _PLACES.get(term.name)
        if place is None:
            place = ((_LEFT, _MIDDLE, _RIGHT)[unplaced % 3], lowest + _ROW * (1 + unplaced // 3))
            unplaced += 1
        label = [] if language == "en" else [terms.knowledge.text(term.iri, "rdfs:label", language)]
        back = [one for relation in found if relation.start == relation.end == term.name for one in relation.properties]
        by_origin = [[one.name for one in back if one.origin is origin] for origin in Origin]
        boxes.append(_Box(term, *place, [*label, *(f"↻ {', '.join(names)}" for names in by_origin if names)]))
    return boxes


def _drawn(box: _Box) -> Markup:
    top = box.y - box.height / 2
    lines = Markup("").join(
        Markup('<text class="ref-small" x="{:.0f}" y="{:.0f}">{}</text>').format(box.x, top + 20 + _LINE * (at + 1), line)
        for at, line in enumerate(box.below)
    )
    return Markup(
        '<a href="#{}"><rect class="{}" x="{:.0f}" y="{:.0f}" width="{}" height="{}" rx="3"/><text x="{:.0f}" y="{:.0f}">{}</text>{}</a>'
    ).format(
        box.term.name,
        "ref-box derived" if box.term.origin is Origin.DERIVED else "ref-box",
        box.x - _BOX / 2,
        top,
        _BOX,
        box.height,
        box.x,
        top + 20,
        box.term.name,
        lines,
    )


def _line(start: _Box, end: _Box, name: str, aside: float = 0) -> Markup:
    lane = _LANES.get((start.term.name, end.term.name))
    if lane is not None:
        x1, x2 = _side(start, lane), _side(end, lane)
        return Markup('<path class="{}" d="M{:.0f} {:.0f}H{}V{:.0f}H{:.0f}"/>').format(name, x1, start.y, lane, end.y, x2)
    (x1, y1), (x2, y2) = _ends(start, end)
    return Markup('<path class="{}" d="M{:.1f} {:.1f} {:.1f} {:.1f}"/>').format(name, x1 + aside, y1, x2 + aside, y2)


def _ends(start: _Box, end: _Box) -> tuple[tuple[float, float], tuple[float, float]]:
    return start.edge(end.x, end.y), end.edge(start.x, start.y)


def _side(box: _Box, lane: float) -> float:
    return box.x + (_BOX / 2 if lane > box.x else -_BOX / 2)


def _label(start: _Box, end: _Box, relation: Relation) -> Markup:
    (x1, y1), (x2, y2) = _ends(start, end)
    lane = _LANES.get((relation.start, relation.end))
    if lane is not None:
        x1, y1, x2, y2 = lane, end.y, _side(end, lane), end.y
    along = _ALONG.get((relation.start, relation.end), 0.5)
    x, y = x1 + (x2 - x1) * along, y1 + (y2 - y1) * along
    first = y + 4 - _LINE * (len(relation.properties) - 1) / 2
    return Markup("").join(
        Markup('<a href="#{0}"><text class="ref-label{1}" x="{2:.0f}" y="{3:.0f}">{0}</text></a>').format(
            term.name, " derived" if term.origin is Origin.DERIVED else "", x, first + _LINE * at
        )
        for at, term in enumerate(relation.properties)
    )
