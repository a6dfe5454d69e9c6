"""What the pages of all kinds of entities have in common: their head, their place, and where their data lies."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ...vocabulary import DATASET, TM
from .. import addresses
from ..knowledge import FOLDERS, Knowledge
from ..rendering import Site
from . import claims, fragments
from .framing import Frame, fill
from .reading import Making, Reader
from .references import References

#: The list that a kind of entity stands in, as the key of its name.
_LISTS = {
    "Person": "people",
    "Company": "companies",
    "Move": "moves",
    "GroupMove": "moves",
    "Claim": "ent_all_claims",
    "Thesis": "ent_all_claims",
    "Source": "sources",
    "Role": "roles",
    "Product": "ent_products",
}
_SCHEMA = "https://schema.org/"
_LONGEST = 300


class Pages:
    """Writes pages of entities, in one language after the other.

    :param site: where they go
    """

    def __init__(self, site: Site, knowledge: Knowledge) -> None:
        self.site = site
        self.knowledge = knowledge
        self.readers = [Reader(knowledge, language, site.texts(language)) for language in addresses.LANGUAGES]
        self._shared: dict[str, dict[str, object]] = {
            reader.language: {
                "r": reader,
                "t": reader.t,
                "name": reader.name,
                "link": reader.link,
                "date": reader.date,
                "when": reader.when,
                "badge": reader.badge,
                "citation": reader.citation,
                "shown": claims.shown,
                "comparison": fragments.comparison,
                "said": fragments.said,
                "said_in_short": fragments.said_in_short,
                "history": fragments.history,
                "classified": fragments.unmarked(reader, "ent_mark_classified"),
                "named": fragments.unmarked(reader, "ent_mark_named"),
                "noted": fragments.unmarked(reader, "ent_mark_noted"),
            }
            for reader in self.readers
        }
        self._frames = Making[tuple[str, str], Frame](lambda key: self._frame(*key))

    def write(self, reader: Reader, template: str, iri: str, references: References, about: str, **context: object) -> None:
        """Write the page of an entity.

        :param about: one sentence for search engines
        """
        path = addresses.entity(iri)
        filled = fill(template, {**self._shared[reader.language], "iri": iri, "mark": references.mark, **context})
        self._frames[self.knowledge.kind(iri), reader.language].write(
            path.partition("/")[2],
            iri=iri,
            title=reader.plain[iri],
            crumb=reader.name[iri],
            about=about if len(about) <= _LONGEST else about[: _LONGEST - 1].rstrip() + "…",
            body=Markup(f"{filled}{fragments.cited(reader, references.sources)}"),
        )

    def _frame(self, kind: str, language: str) -> Frame:
        return Frame(
            self.site,
            "entities/entity.html",
            FOLDERS[kind],
            language,
            ("iri", "title", "crumb", "about", "body"),
            type=_schema_type(self.knowledge, kind),
            list=_LISTS[kind],
            dataset=DATASET,
        )

    def list(self, reader: Reader, path: str, **context: object) -> None:
        """Write one page of a list."""
        self.site.page("entities/list.html", path, reader.language, r=reader, **context)

    def of(self, *kinds: str) -> Iterator[str]:
        """Return the entities of some classes that can have a page."""
        for kind in kinds:
            yield from (iri for iri in self.knowledge.kinds.get(kind, ()) if addresses.entity(iri) and self.knowledge.kind(iri) == kind)


def _schema_type(knowledge: Knowledge, kind: str) -> str:
    """Return the class of schema.org that the ontology puts a class of ours under."""
    above = [TM + kind]
    for iri in above:
        for parent in knowledge.all(iri, "rdfs:subClassOf"):
            if parent.startswith(_SCHEMA):
                return parent
            if parent.startswith(TM) and parent not in above:
                above.append(parent)
    return _SCHEMA + "Thing"
