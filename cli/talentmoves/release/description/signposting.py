"""Links that lead a program from the page about the data set to its files: FAIR Signposting (https://signposting.org/FAIR/).

The same links stand in the pages as ``<link>`` and, with those that lead back, in ``linkset.json`` as a link set
(RFC 9264, https://www.rfc-editor.org/rfc/rfc9264).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...vocabulary import BASE
from ..edition import Edition
from ..staging import Written
from . import about

LINKSET = "linkset.json"
LINKSET_TYPE = "application/linkset+json"
_PAGE = "https://schema.org/AboutPage"
#: The descriptions of the data set, with their media types and what they conform to.
DESCRIPTIONS = {
    "dataset.ttl": ("text/turtle", "http://www.w3.org/ns/dcat#"),
    "dataset.jsonld": ("application/ld+json", "http://www.w3.org/ns/dcat#"),
    "void.ttl": ("text/turtle", "http://rdfs.org/ns/void#"),
    "service.ttl": ("text/turtle", "http://www.w3.org/ns/sparql-service-description#"),
    "croissant.json": ("application/ld+json", "http://mlcommons.org/croissant/1.0"),
    "CITATION.cff": ("application/yaml", ""),
}


class Link(NamedTuple):
    """A link from a page."""

    rel: str
    href: str
    type: str = ""
    profile: str = ""


def of_dataset(root: str, downloads: Iterable[Written] = ()) -> list[Link]:
    """Return the links of a page about the data set.

    :param root: the way to the root of the release, such as ``../``, or its address
    :param downloads: the files that make up the data set, where the page is to name them itself
    """
    return [
        Link("cite-as", BASE),
        Link("type", _PAGE),
        Link("type", "https://schema.org/Dataset"),
        Link("author", about.PUBLISHER),
        Link("license", about.LICENCE),
        *(Link("describedby", root + name, *kinds) for name, kinds in DESCRIPTIONS.items()),
        *(Link("item", root + file.name, file.media_type) for file in downloads),
        Link("linkset", root + LINKSET, LINKSET_TYPE),
    ]


def linkset(edition: Edition, downloads: Sequence[Written]) -> dict[str, object]:
    """Return the links of the data set, of its files and of its descriptions as a link set."""
    root = edition.address
    here = [link for link in of_dataset(root, downloads) if link.rel != "linkset"]
    contexts: list[dict[str, object]] = [_context(root, here)]
    for file in downloads:
        back = [Link("collection", root, "text/html"), Link("license", about.LICENCE), Link("type", "https://schema.org/DataDownload")]
        contexts.append(_context(root + file.name, back))
    for name in DESCRIPTIONS:
        contexts.append(_context(root + name, [Link("describes", root, "text/html")]))
    return {"linkset": contexts}


def _context(anchor: str, links: Iterable[Link]) -> dict[str, object]:
    targets: dict[str, list[dict[str, object]]] = {}
    for link in links:
        target: dict[str, object] = {"href": link.href}
        if link.type:
            target["type"] = link.type
        if link.profile:
            # An attribute of an extension has a list of values (RFC 9264, section 4.2.4.3).
            target["profile"] = [link.profile]
        targets.setdefault(link.rel, []).append(target)
    return {"anchor": anchor, **targets}
