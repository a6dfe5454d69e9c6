"""Long lists in sections, and sections on pages that stay small enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

#: So many rows stand on a page, at most some 250 kB.
ROWS = 900


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
    """A link of the directory: to a section, or to the first of those under one heading."""

    label: str
    href: str
    total: int
    #: Whether it begins, or goes on, on the page shown.
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


def directory(pages: Sequence[Sequence[Section]], shown: Sequence[Section]) -> list[Entry]:
    """Return links to all sections, or where they stand under headings, to these.

    :param shown: the page on which the directory stands
    """
    here = {section.anchor for section in shown} | {section.above_anchor for section in shown}
    found: dict[str, Entry] = {}
    heading = ""
    seen: set[str] = set()
    for number, sections in enumerate(pages, 1):
        for section in sections:
            heading = section.above_anchor or heading
            anchor = heading or section.anchor
            if anchor not in found:
                found[anchor] = Entry(section.above or section.label, f"{name(number)}#{anchor}", 0, anchor in here)
            if section.anchor not in seen:
                seen.add(section.anchor)
                found[anchor] = found[anchor]._replace(total=found[anchor].total + section.total)
    return list(found.values())
