"""Fill the templates: one page in one language, with links that work from wherever the site is served."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..release.description import about
from ..release.edition import Edition
from ..release.staging import Staging
from . import addresses, words
from .words import Said


class Site:
    """Writes pages.

    :param edition: what the site shows
    :param staging: where to write
    """

    def __init__(self, edition: Edition, staging: Staging) -> None:
        self.edition = edition
        self.staging = staging
        self._environment = environment()
        self._texts = {language: _texts(language) for language in addresses.LANGUAGES}

    def texts(self, language: str) -> Mapping[str, str]:
        """Return what the site says in a language, by key."""
        return self._texts[language]

    def page(self, template: str, path: str, language: str, **context: object) -> None:
        """Write one page.

        Templates know, besides the context: ``language``; ``t``, the texts by key; ``root``, the way to the root of
        the site (for assets, dumps and RDF); ``home``, the way to the root of this language (for pages); ``here``, the
        page's path in the site; ``other``, its path in the other language; ``edition``; ``contact``, where to write.

        :param template: its name in ``templates/``
        :param path: the page's path in the English site, such as ``person/noam-shazeer.html``
        """
        self.staging.write(addresses.page(path, language), self.render(template, path, language, **context).encode())

    def render(self, template: str, path: str, language: str, **context: object) -> str:
        """Return the text of a page without writing it; see :meth:`page`."""
        here = addresses.page(path, language)
        return self._environment.get_template(template).render(
            context,
            language=language,
            t=self._texts[language],
            root=addresses.up(here),
            home=addresses.up(path),
            here=here,
            path=path,
            other=addresses.page(path, "zh" if language == "en" else "en"),
            edition=self.edition,
            contact=about.ADDRESS,
        )


@cache
def environment() -> Environment:
    """Return what reads and fills the templates."""
    return Environment(
        loader=PackageLoader("talentmoves.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def _texts(language: str) -> Mapping[str, str]:
    """Return the texts of all kinds of pages in one language."""
    found: dict[str, str] = {}
    for module in iter_modules(words.__path__):
        said: dict[str, Said] = import_module(f"{words.__name__}.{module.name}").WORDS
        for key, text in said.items():
            assert key not in found, f"the text '{key}' stands twice"
            found[key] = getattr(text, language)
    return found
