"""How many came and how many left, year by year: bars above and below a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

_HALF, _EDGE, _YEARS = 64, 16, 22
_MOST_NUMBERS, _MOST_YEARS = 18, 8


class Year(NamedTuple):
    """One year of a company."""

    year: int
    came: int
    left: int


def draw(years: Sequence[Year], title: str, description: str) -> Markup:
    """Draw the years side by side; those without any move keep their place.

    :returns: the SVG, or nothing where there is but one year
    """
    if len(years) < 2:
        return Markup("")
    counted = {year.year: year for year in years}
    first, last = years[0].year, years[-1].year
    number = last - first + 1
    most = max(max(year.came, year.left) for year in years)
    middle = _EDGE + _HALF
    width = 100 / number
    step = -(-number // _MOST_YEARS)
    parts = []
    for at, year in enumerate(range(first, last + 1)):
        x = at * width
        centre = x + width / 2
        found = counted.get(year, Year(year, 0, 0))
        for kind, value in (("came", found.came), ("left", found.left)):
            if not value:
                continue
            height = max(value / most * _HALF, 1.5)
            top = middle - height if kind == "came" else middle
            parts.append(f'<rect class="{kind}" x="{x + width * 0.12:.2f}%" y="{top:.1f}" width="{width * 0.76:.2f}%" height="{height:.1f}"/>')
            if number <= _MOST_NUMBERS:
                base = middle - height - 4 if kind == "came" else middle + height + 12
                parts.append(f'<text class="count" x="{centre:.2f}%" y="{base:.1f}" text-anchor="middle">{value}</text>')
        if (last - year) % step == 0:
            parts.append(f'<text class="year" x="{centre:.2f}%" y="{middle + _HALF + _EDGE + 14}" text-anchor="middle">{year}</text>')
    height = 2 * (_HALF + _EDGE) + _YEARS
    return Markup(
        f'<svg class="yearly" width="100%" height="{height}" role="img" aria-labelledby="yearly-title" aria-describedby="yearly-text">'
        f'<title id="yearly-title">{escape(title)}</title><desc id="yearly-text">{escape(description)}</desc>'
        f'<line class="zero" x1="0" x2="100%" y1="{middle}" y2="{middle}"/>{"".join(parts)}</svg>'
    )
