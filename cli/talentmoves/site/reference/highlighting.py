"""Turtle and SPARQL as HTML: words marked by what they are, and names linked to their pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from markupsafe import Markup

from ...formats.cells import visible
from ...vocabulary import BASE, PREFIXES, TM
from .. import addresses
from ..knowledge import Knowledge

#: Returns the way to the page of what has one, and nothing for the rest.
Link = Callable[[str], str]

_PREFIXED = r"[A-Za-z][\w-]*:[\w%](?:[\w.%-]*[\w%-])?"
# The first alternative that fits wins: what stands in a text or an address is neither comment nor name.
_WORD = re.compile(
    r'(?P<text>"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*")'
    r'|(?P<address><[^<>"{}|^`\\\s]*>)'
    r"|(?P<comment>#[^\n]*)"
    rf"|(?P<name>{_PREFIXED})"
    r"|(?P<variable>[?$][A-Za-z_]\w*)"
    r"|(?P<keyword>@[A-Za-z]+(?:-[A-Za-z0-9]+)*|(?<![\w:])(?:[A-Z][A-Z_]*[A-Z]|a|true|false)(?![\w:]))"
    r"|(?P<number>(?<![\w:.-])[+-]?\d+(?:\.\d+)?(?![\w:-]))",
    re.DOTALL,
)


def links(knowledge: Knowledge, home: str) -> Link:
    """Return what finds the pages of entities and terms.

    :param home: the way from the page to the root of its language
    """

    def link(iri: str) -> str:
        if iri.startswith(TM):
            return f"{home}{addresses.term(iri)}" if iri in knowledge.facts else ""
        entity = addresses.entity(iri)
        return f"{home}{entity}.html" if entity and knowledge.kind(iri) else ""

    return link


def marked(source: str, link: Link) -> Markup:
    """Return Turtle or SPARQL as HTML; characters that cannot be seen are shown by their code."""
    return Markup(_marked(visible(source), link))


def _marked(shown: str, link: Link) -> str:
    # Markup that escapes at every step takes four times as long as escaping here.
    parts: list[str] = []
    end = 0
    for found in _WORD.finditer(shown):
        parts.append(escape(shown[end : found.start()]))
        parts.append(_word(found.lastgroup or "", found[0], link))
        end = found.end()
    return "".join([*parts, escape(shown[end:])])


def _word(kind: str, word: str, link: Link) -> str:
    if kind == "text" and word.startswith('"""'):
        # In shapes these hold queries.
        return f'"""{_marked(word[3:-3], link)}"""'
    target = link(_iri(kind, word)) if kind in ("name", "address") else ""
    if target:
        return f'<a class="{kind}" href="{escape(target)}">{escape(word)}</a>'
    # Most names are of no page; marking them too would double the size of a page for little.
    return escape(word) if kind == "name" else f'<span class="{kind}">{escape(word)}</span>'


def _iri(kind: str, word: str) -> str:
    if kind == "address":
        return word[1:-1]
    prefix, _, local = word.partition(":")
    namespace = PREFIXES.get(prefix, "")
    return namespace + local if namespace.startswith(BASE) else ""
