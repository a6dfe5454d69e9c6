"""Fill frames and bodies of pages fast: there are tens of thousands of them, and half a millisecond for each."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, Template
from markupsafe import Markup, escape

from .. import addresses
from ..rendering import Site, environment

# Private characters of Unicode stand around the names of what is filled in; the texts of the site have none of them.
_OPEN, _CLOSE = "\ue000", "\ue001"
_GAP = re.compile(f"{_OPEN}([a-z]+){_CLOSE}")
_SLUG = "slug"


class Frame:
    """What is around the pages of one kind in one language: rendered once, with gaps for what differs from page to page.

    :param folder: where the pages lie, such as ``person``
    :param gaps: the names of what differs, besides the path
    :param context: what is the same on all of them
    """

    def __init__(self, site: Site, template: str, folder: str, language: str, gaps: tuple[str, ...], **context: object) -> None:
        self._site = site
        self._folder = addresses.page(folder, language)
        gap = {name: Markup(f"{_OPEN}{name}{_CLOSE}") for name in gaps}
        path = f"{folder}/{_OPEN}{_SLUG}{_CLOSE}"
        self._pieces = _GAP.split(site.render(template, f"{path}.html", language, rdf=path, **gap, **context))

    def write(self, slug: str, **values: str) -> None:
        """Write one page; values that are not markup are escaped."""
        filled = {name: html(value) for name, value in values.items()}
        filled[_SLUG] = escape(slug)
        pieces = self._pieces
        content = "".join([piece if at % 2 == 0 else filled[piece] for at, piece in enumerate(pieces)])
        self._site.staging.write(f"{self._folder}/{slug}.html", content.encode())


def html(value: object) -> Markup:
    """Return a value as HTML: markup as it is, anything else escaped.

    >>> html("<b>"), html(Markup("<b>"))
    (Markup('&lt;b&gt;'), Markup('<b>'))
    """
    return value if type(value) is Markup else escape(value)


def fill(name: str, values: dict[str, object]) -> str:
    """Fill the template of a kind's body; it sees these values and no others, so that they need not be copied."""
    template = _body(name)
    return "".join(template.root_render_func(template.new_context(values, shared=True)))


@cache
def _body(name: str) -> Template:
    """Return the template of a kind's body.

    Jinja's own escaping makes a new object of every value that is markup already, and most are; :func:`html` does the same in a
    third of the time. The texts that macros and blocks return count as text, so these templates have none.
    """
    return _environment().get_template(f"entities/{name}.html")


@cache
def _environment() -> Environment:
    return environment().overlay(autoescape=False, finalize=html)
