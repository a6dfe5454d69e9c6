"""Long lists in sections, and sections on pages that stay small enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

#: So many rows stand on a page, some 200 kB.
ROWS = 500


class Section(NamedTuple):
    """A part of a list under one heading.

    A section whose rows do not fit on a page goes on, with the same label, on the next.
    """

    label: str
    anchor: str
    rows: list[Markup]
    total: int
    #: A heading above this and the following sections, such as the year of months; nothing where it stands already.
    above: str = ""
    above_anchor: str = ""


class Entry(NamedTuple):
    """A link of the directory to a section."""

    label: str
    href: str
    title: str = ""


class Group(NamedTuple):
    """Links of the directory that belong together, such as the months of a year."""

    label: str
    entries: list[Entry]
    here: bool


def name(number: int) -> str:
    """Return the file of a page of a list.

    >>> name(1), name(2)
    ('index.html', 'index-2.html')
    """
    return "index.html" if number == 1 else f"index-{number}.html"


def paged(sections: Sequence[Section], rows: int = ROWS) -> list[list[Section]]:
    """Lay sections out on pages; one begins a new page only if it does not fit on this one."""
    pages: list[list[Section]] = [[]]
    room = rows
    above, above_anchor = "", ""
    for section in sections:
        if section.above:
            above, above_anchor = section.above, section.above_anchor
        left = section.rows
        if len(left) > room and pages[-1] and len(left) <= rows:
            pages.append([])
            room = rows
        first = True
        while left or first:
            if room <= 0:
                pages.append([])
                room = rows
            taken, left = left[:room], left[room:]
            repeated = bool(above) and not any(one.above_anchor == above_anchor for one in pages[-1])
            pages[-1].append(section._replace(rows=taken, above=above if repeated else "", above_anchor=above_anchor if repeated else ""))
            room -= len(taken)
            first = False
    return pages


def places(pages: Sequence[Sequence[Section]]) -> dict[str, str]:
    """Return where each section begins, by its anchor."""
    found: dict[str, str] = {}
    for number, sections in enumerate(pages, 1):
        for section in sections:
            found.setdefault(section.anchor, f"{name(number)}#{section.anchor}")
    return found
