"""A Sankey diagram of people between kinds of organisation.

Bands are as wide as people possibly went; the part of each that certainly went is solid.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from ..drawing import bar, fitted, label, link, number, picture

#: For a desktop and for a phone.
_FORMS = (("broad", 860, 430), ("slim", 340, 470))
_NODE, _GAP = 12, 14


class Flow(NamedTuple):
    """People from one kind to another."""

    source: str
    target: str
    certain: int
    possible: int
    #: Its class in the style sheet, which says how it is emphasised.
    kind: str
    #: The figure as it stands in the table.
    figure: str
    #: For the tip.
    tip: str
    address: str


def sankey(name: str, flows: Sequence[Flow], order: Sequence[str], names: dict[str, str]) -> Markup:
    """Draw flows from the left to the right, in both forms.

    :param order: the kinds from top to bottom
    :param names: what the kinds are called
    """
    return Markup("\n").join(_drawn(name, flows, order, names, *form) for form in _FORMS)


def _drawn(name: str, flows: Sequence[Flow], order: Sequence[str], names: dict[str, str], form: str, across: float, high: float) -> Markup:
    slim = form == "slim"
    left, right = (100.0, across - 100.0) if slim else (150.0, across - 150.0)
    sources = [kind for kind in order if any(flow.source == kind for flow in flows)]
    targets = [kind for kind in order if any(flow.target == kind for flow in flows)]
    total = sum(flow.possible for flow in flows) or 1
    scale = (high - _GAP * (max(len(sources), len(targets), 1) - 1)) / total
    ranked = sorted(flows, key=lambda flow: (order.index(flow.source), order.index(flow.target)))
    outs, out_bars = _stacked(sources, ranked, scale, lambda flow: flow.source)
    ranked_in = sorted(flows, key=lambda flow: (order.index(flow.target), order.index(flow.source)))
    ins, in_bars = _stacked(targets, ranked_in, scale, lambda flow: flow.target)
    bands = [_band(flow, left + _NODE, outs[flow], right - _NODE, ins[flow], scale) for flow in ranked]
    # Those that matter lie above the rest.
    inside = [drawn for flow, drawn in zip(ranked, bands, strict=True) if flow.kind == "rest"]
    inside += [drawn for flow, drawn in zip(ranked, bands, strict=True) if flow.kind != "rest"]
    for bars, x, anchor, at in ((out_bars, left, "end", left - 8), (in_bars, right - _NODE, "", right + 8)):
        for kind, (top, size) in bars.items():
            room = (left if anchor else across - right) - 10
            inside.append(bar(x, top, _NODE, size, "node"))
            inside.append(label(at, top + size / 2 + 5, fitted(names[kind], room), "", anchor))
    inside += [_written(flow, left, outs[flow], scale) for flow in ranked if flow.kind != "rest" and flow.possible * scale > 16]
    return picture(across, high + 12, name, f"chart sankey {form}", inside)


def _stacked(
    kinds: Sequence[str], flows: Sequence[Flow], scale: float, end: Callable[[Flow], str]
) -> tuple[dict[Flow, float], dict[str, tuple[float, float]]]:
    """Return where each flow begins on its node, and the place and size of each node.

    The nodes bear no sums: somebody who went two ways would count twice in them.
    """
    begins: dict[Flow, float] = {}
    nodes: dict[str, tuple[float, float]] = {}
    y = 4.0
    for kind in kinds:
        own = [flow for flow in flows if end(flow) == kind]
        top = y
        for flow in own:
            begins[flow] = y
            y += flow.possible * scale
        nodes[kind] = (top, y - top)
        y += _GAP
    return begins, nodes


def _band(flow: Flow, x1: float, y1: float, x2: float, y2: float, scale: float) -> Markup:
    parts = [_ribbon(x1, y1, x2, y2, flow.possible * scale, "possible")]
    if flow.certain:
        parts.append(_ribbon(x1, y1, x2, y2, flow.certain * scale, "certain"))
    return link(flow.address, flow.tip, Markup('<g class="{}">{}</g>').format(flow.kind, Markup("").join(parts)))


def _ribbon(x1: float, y1: float, x2: float, y2: float, thick: float, grade: str) -> Markup:
    middle = (x1 + x2) / 2
    a, b, c, d = (number(value) for value in (y1, y2, y2 + thick, y1 + thick))
    left, right, half = number(x1), number(x2), number(middle)
    return Markup(f'<path class="{grade}" d="M{left},{a}C{half},{a} {half},{b} {right},{b}V{c}C{half},{c} {half},{d} {left},{d}Z"/>')


def _written(flow: Flow, left: float, top: float, scale: float) -> Markup:
    return label(left + _NODE + 8, top + flow.possible * scale / 2 + 5, flow.figure, "on")
