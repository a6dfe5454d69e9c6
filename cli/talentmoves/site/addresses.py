"""Where pages lie in a release, and how one links to another from any depth."""

from __future__ import annotations

from ..vocabulary import BASE, TM
from .knowledge import FOLDERS

LANGUAGES = ("en", "zh")
_ENTITY_FOLDERS = frozenset(FOLDERS.values())


def entity(iri: str) -> str:
    """Return the path of an entity of ours without an ending, such as ``person/noam-shazeer``; nothing for what has no page.

    >>> entity("https://w3id.org/talent-moves/person/noam-shazeer"), entity("https://example.org/")
    ('person/noam-shazeer', '')
    """
    path = iri.removeprefix(BASE)
    folder, _, rest = path.partition("/")
    return path if path != iri and folder in _ENTITY_FOLDERS and rest and "/" not in rest else ""


def term(iri: str) -> str:
    """Return the place of a term in the ontology reference, such as ``ns.html#Move``."""
    return f"ns.html#{iri.removeprefix(TM)}"


def page(path: str, language: str) -> str:
    """Return the path of a page in one language; English stands at the root.

    >>> page("person/a.html", "zh"), page("index.html", "en")
    ('zh/person/a.html', 'index.html')
    """
    return path if language == "en" else f"{language}/{path}"


def up(path: str) -> str:
    """Return the way from a page to the root of the site.

    >>> up("zh/person/a.html"), up("index.html")
    ('../../', '')
    """
    return "../" * path.count("/")
