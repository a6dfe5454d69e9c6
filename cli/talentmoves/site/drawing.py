"""Pieces of SVG pictures that stand in pages: their colours come from the style sheet, so that they follow light and dark."""

from __future__ import annotations

from markupsafe import Markup, escape

from ..formats.cells import visible, width

#: The width of one column of text at a font size of 1.
_COLUMN = 0.56


def number(value: float) -> str:
    """Write a coordinate as short as a pixel allows, the same on every machine.

    >>> number(1.0), number(2.345), number(-0.01)
    ('1', '2.3', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def fitted(text: str, room: float, size: float = 13) -> str:
    """Shorten a text to the room there is.

    >>> fitted("Thinking Machines Lab", 80), fitted("Meta", 80)
    ('Thinking…', 'Meta')
    """
    shown = visible(text)
    if width(shown) * size * _COLUMN <= room:
        return shown
    while shown and (width(shown) + 1) * size * _COLUMN > room:
        shown = shown[:-1]
    return f"{shown.rstrip()}…"


def label(x: float, y: float, text: str, kind: str = "", anchor: str = "") -> Markup:
    """Return a line of text."""
    attributes = (f' class="{kind}"' if kind else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return Markup(f'<text x="{number(x)}" y="{number(y)}"{attributes}>{escape(visible(text))}</text>')


def bar(x: float, y: float, across: float, high: float, kind: str) -> Markup:
    """Return a rectangle."""
    return Markup(f'<rect class="{kind}" x="{number(x)}" y="{number(y)}" width="{number(max(across, 0))}" height="{number(max(high, 0))}"/>')


def link(address: str, title: str, inside: Markup) -> Markup:
    """Let a part of a picture lead to a page."""
    return Markup('<a href="{}"><title>{}</title>{}</a>').format(address, visible(title), inside)


def picture(across: float, high: float, name: str, kind: str, inside: list[Markup]) -> Markup:
    """Return a picture with its name for those who cannot see it.

    :param kind: its class in the style sheet
    """
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="{}" viewBox="0 0 {} {}" width="{}" height="{}" role="group" aria-label="{}">'
    ).format(kind, number(across), number(high), number(across), number(high), visible(name))
    return Markup("\n").join([head, *inside, Markup("</svg>")])


def top_of(value: float) -> int:
    """Return a round number that is not below the value and has a whole half, for the end of a scale.

    >>> [top_of(value) for value in (0, 3, 12, 87, 175, 900)]
    [2, 4, 20, 100, 200, 1000]
    """
    if value <= 2:
        return 2
    step: int = 10 ** (len(str(int(value))) - 1)
    return next(step * part for part in (1, 2, 4, 6, 8, 10) if step * part >= value)
