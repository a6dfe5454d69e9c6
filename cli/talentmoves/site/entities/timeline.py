"""A career as a picture: a bar for each company, hatched where the dates only allow it.

All places are percentages of the width, so that the picture fits any screen and its letters keep their size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup, escape

from .dates import Span

_ROW, _TOP, _BAR, _BELOW = 46, 34, 14, 8
_DAYS_A_YEAR = 365.25
#: How far a bar without a known start, or end, reaches beyond what is known.
_STUB = 1.5 * _DAYS_A_YEAR
_STEPS = (1, 2, 5, 10, 20, 50)
_MOST_TICKS = 7
_LEFT, _RIGHT = 1.0, 99.0
#: A label begins where its bar begins, or ends where it ends when that is nearer to the right.
_MIDDLE = 45.0


class Bar(NamedTuple):
    """One stay at one company."""

    name: str
    start: Span | None
    end: Span | None
    #: Whether somebody is known to have gone, be the day known or not.
    over: bool


class Mark(NamedTuple):
    """One move: the bar that it belongs to, the days that it allows, and what it is."""

    bar: int
    span: Span
    what: str


class Texts(NamedTuple):
    """What the picture says besides names."""

    title: str
    description: str
    undated: str


def draw(bars: Sequence[Bar], marks: Sequence[Mark], texts: Texts, until: str) -> Markup:
    """Draw a timeline.

    :param until: the day up to which the data was checked, where stays that go on end
    :returns: the SVG, or nothing where no date is known
    """
    days = [_day(day) for bar in bars for span in (bar.start, bar.end) if span for day in span]
    if not days:
        return Markup("")
    starts_before = any(bar.start is None and bar.end for bar in bars)
    low = min(days) - (_STUB if starts_before else 0)
    high = max(*days, _day(until) if until else 0)
    low, high = low - 60, high + 60
    scale = (_RIGHT - _LEFT) / (high - low)

    def place(day: float) -> float:
        return _LEFT + (min(max(day, low), high) - low) * scale

    parts = [*_axis(low, high, place, _TOP + _ROW * len(bars))]
    for at, bar in enumerate(bars):
        parts += _bar(bar, _TOP + at * _ROW, place, high - 60, texts.undated)
    for mark in marks:
        middle = (place(_day(mark.span.first)) + place(_day(mark.span.last))) / 2
        top = _TOP + mark.bar * _ROW + 20 + _BAR / 2
        parts.append(f'<circle class="mark" cx="{middle:.2f}%" cy="{top:.0f}" r="4.5"><title>{escape(mark.what)}</title></circle>')
    height = _TOP + _ROW * len(bars) + _BELOW
    return Markup(
        f'<svg class="timeline" width="100%" height="{height}" role="img" aria-labelledby="timeline-title" '
        f'aria-describedby="timeline-text"><title id="timeline-title">{escape(texts.title)}</title>'
        f'<desc id="timeline-text">{escape(texts.description)}</desc>{_PAINT}{"".join(parts)}</svg>'
    )


_PAINT = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="hatch-ground" width="6" height="6"/><line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern>'
    '<linearGradient id="fade-in"><stop class="fade" offset="0" stop-opacity="0"/><stop class="fade" offset="1"/></linearGradient>'
    '<linearGradient id="fade-out"><stop class="fade" offset="0"/><stop class="fade" offset="1" stop-opacity=".25"/></linearGradient></defs>'
)


def _axis(low: float, high: float, place: Callable[[float], float], bottom: int) -> list[str]:
    first, last = date.fromordinal(int(low)).year + 1, date.fromordinal(int(high)).year
    step = next((step for step in _STEPS if (last - first) / step <= _MOST_TICKS), _STEPS[-1])
    parts = []
    for year in range(first, last + 1):
        if year % step == 0:
            at = place(date(year, 1, 1).toordinal())
            anchor = "end" if at > 94 else "start" if at < 3 else "middle"
            parts.append(
                f'<line class="tick" x1="{at:.2f}%" x2="{at:.2f}%" y1="20" y2="{bottom}"/>'
                f'<text class="year" x="{at:.2f}%" y="13" text-anchor="{anchor}">{year}</text>'
            )
    return parts


def _bar(bar: Bar, top: int, place: Callable[[float], float], now: float, undated: str) -> list[str]:
    y = top + 20
    if bar.start is None and bar.end is None:
        return [
            f'<text class="name" x="{_LEFT}%" y="{top + 14}">{escape(bar.name)} <tspan class="undated">({escape(undated)})</tspan></text>',
            f'<line class="unknown" x1="{_LEFT}%" x2="{_RIGHT}%" y1="{y + _BAR // 2}" y2="{y + _BAR // 2}"/>',
        ]
    parts = []
    # The days on which the person was certainly there, and around them those on which they can have been.
    came = _day(bar.start.last) if bar.start else None
    went = _day(bar.end.first) if bar.end else None
    if bar.start:
        left = place(_day(bar.start.first))
        parts.append(_piece("maybe", left, place(min(_day(bar.start.last), _day(bar.end.last)) if bar.end else _day(bar.start.last)), y))
    else:
        assert went is not None
        left = place(went - _STUB)
        parts.append(_piece("before", left, place(went), y))
    if bar.end:
        right = place(_day(bar.end.last))
        if came is not None and went is not None and came < went:
            parts.append(_piece("certain", place(came), place(went), y))
        parts.append(_piece("maybe", max(place(_day(bar.end.first)), place(came) if came is not None else 0), right, y))
    else:
        assert came is not None
        right = place(came + _STUB) if bar.over else place(max(now, came))
        parts.append(_piece("after" if bar.over else "lasting", place(came), right, y))
    x, anchor = (left, "start") if left <= _MIDDLE else (right, "end")
    return [f'<text class="name" x="{x:.2f}%" y="{top + 14}" text-anchor="{anchor}">{escape(bar.name)}</text>', *parts]


def _piece(kind: str, left: float, right: float, y: int) -> str:
    # A month is too narrow to be seen in a career of decades, so a piece has a least width.
    return f'<rect class="{kind}" x="{left:.2f}%" y="{y}" width="{max(right - left, 0.4):.2f}%" height="{_BAR}"/>' if right >= left else ""


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
