"""Pictures of reports: bars for the rows that matter most, and months as bars above and below a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from ..drawing import bar, fitted, label, link, picture, top_of

#: For a desktop and for a phone: text in a picture that is shrunk cannot be read.
WIDTHS = (("broad", 860), ("slim", 340))


class Bar(NamedTuple):
    """A bar with its label; the first value is a part of the second where there are two."""

    label: str
    values: tuple[float, ...]
    #: What stands behind the bar.
    figure: str
    #: Where it leads.
    address: str


class Month(NamedTuple):
    """What happened in a month: how many came and went, certainly and possibly."""

    month: str
    came: tuple[int, int]
    went: tuple[int, int]
    address: str
    #: For the tip: the figures in words.
    tip: str


def bars(name: str, rows: Sequence[Bar]) -> Markup:
    """Draw horizontal bars, each under its label, for both widths."""
    return Markup("\n").join(_bars(name, rows, kind, across) for kind, across in WIDTHS)


def _bars(name: str, rows: Sequence[Bar], kind: str, across: float) -> Markup:
    low = min(0.0, *(min(row.values) for row in rows))
    high = max(0.0, *(max(row.values) for row in rows)) or 1.0
    room = 74.0
    left = room if low < 0 else 0.0
    scale = (across - left - room) / (high - low)
    zero = left - low * scale
    inside = [bar(zero - 0.5, 0, 1, len(rows) * 36, "axis")] if low < 0 else []
    for at, row in enumerate(rows):
        top = at * 36.0
        parts = [label(0, top + 13, fitted(row.label, across - 4))]
        for value, what in reversed(list(zip(row.values, ("certain", "possible"), strict=False))):
            parts.append(bar(zero + min(value, 0) * scale, top + 18, abs(value) * scale, 11, what if value >= 0 else "lost"))
        furthest = max(row.values)
        if furthest >= 0:
            parts.append(label(zero + furthest * scale + 6, top + 28, row.figure, "figure"))
        else:
            parts.append(label(zero + furthest * scale - 6, top + 28, row.figure, "figure", "end"))
        inside.append(link(row.address, f"{row.label}: {row.figure}", Markup("").join(parts)))
    return picture(across, len(rows) * 36 + 2, name, f"chart bars {kind}", inside)


def months(name: str, rows: Sequence[Month]) -> Markup:
    """Draw what came above a line and what went below it, for both widths.

    One team of uncertain size would flatten all the rest, so the scale follows the other months and what goes
    beyond it carries its number.
    """
    return Markup("\n").join(_months(name, rows, kind, across) for kind, across in WIDTHS)


def _months(name: str, rows: Sequence[Month], kind: str, across: float) -> Markup:
    most = top_of(_usual([max(row.came[1], row.went[1]) for row in rows]))
    left, half, head = 26.0, 120.0, 16.0
    step = (across - left) / max(len(rows), 1)
    scale = half / most
    middle = head + half
    inside = [bar(left, middle - most * part * scale, across - left, 0.6, "grid") for part in (1.0, 0.5, -0.5, -1.0)]
    inside += [label(left - 5, middle - most * part * scale + 4, f"{abs(most * part):g}", "tick", "end") for part in (1.0, 0.5, 0.0, -0.5, -1.0)]
    years = [(at, row.month[:4]) for at, row in enumerate(rows) if row.month.endswith("-01") or not at]
    for at, year in years:
        x = left + at * step
        inside += [bar(x, head, 0.6, 2 * half, "grid"), label(x + 3, middle + half + 16, year if across > 400 else f"’{year[2:]}", "tick")]
    for at, row in enumerate(rows):
        x = left + at * step + step * 0.1
        parts = [bar(left + at * step, head, step, 2 * half, "hit")]
        for sign, (certain, possible), what in ((1, row.came, "came"), (-1, row.went, "went")):
            for value, grade in ((possible, "possible"), (certain, "certain")):
                shown = min(value, most)
                if shown:
                    parts.append(bar(x, middle - (shown * scale if sign > 0 else 0), step * 0.8, shown * scale, f"{what} {grade}"))
            if possible > most:
                parts.append(label(x + step * 0.4, middle - half - 4 if sign > 0 else middle + half + 12, str(possible), "figure", "middle"))
        inside.append(link(row.address, row.tip, Markup("").join(parts)))
    inside.append(bar(left, middle - 0.5, across - left, 1, "axis"))
    return picture(across, head + 2 * half + 22, name, f"chart months {kind}", inside)


def _usual(values: Sequence[int]) -> int:
    """Return the greatest value, those left out that are twice what nearly all months have."""
    ordered = sorted(values)
    if not ordered:
        return 1
    common = ordered[(len(ordered) - 1) * 95 // 100]
    return max([value for value in ordered if value <= 2 * common], default=1)


def goes_beyond(rows: Sequence[Month]) -> bool:
    """Tell whether some month goes beyond the frame."""
    most = top_of(_usual([max(row.came[1], row.went[1]) for row in rows]))
    return any(max(row.came[1], row.went[1]) > most for row in rows)
