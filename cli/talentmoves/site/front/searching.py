"""The names that the search box finds: people, companies, moves, products and reports, in both scripts."""

from __future__ import annotations

import json

from ...formats.cells import visible
from .. import addresses
from ..entities.reading import Reader
from ..knowledge import Knowledge
from ..rendering import Site
from ..reports.views import title, views

#: Entities that are found by name, with the letter that stands for their kind.
_KINDS = (("Person", "p"), ("Company", "c"), ("Product", "d"), ("Move", "m"), ("GroupMove", "m"))


def write(site: Site, knowledge: Knowledge) -> None:
    """Write ``search.json`` and the pages of results.

    An item is its kind, its path without the ending, its English and its Chinese name, other names, and what tells
    it from others of the name in English and in Chinese.
    """
    readers = [Reader(knowledge, language, site.texts(language)) for language in addresses.LANGUAGES]
    items: list[list[object]] = []
    for kind, letter in _KINDS:
        for iri in knowledge.kinds.get(kind, []):
            if path := addresses.entity(iri):
                items.append([letter, path, *_names(knowledge, iri, readers), *_hints(knowledge, iri, kind, readers)])
    for view in views():
        items.append(["r", f"report/{view.name}", title(view).en, title(view).zh, [view.name], "", ""])
    content = json.dumps({"v": 1, "items": items}, ensure_ascii=False, separators=(",", ":"))
    site.staging.write("search.json", content.encode())
    for language in addresses.LANGUAGES:
        site.page("front/search.html", "search.html", language)


def _names(knowledge: Knowledge, iri: str, readers: list[Reader]) -> tuple[str, str, list[str]]:
    english, chinese = (reader.plain[iri] for reader in readers)
    if knowledge.kind(iri) == "Move":
        # The names of the person and of the companies are found in both scripts already; the rest would fill the file.
        return english, "" if chinese == english else chinese, []
    others = dict.fromkeys(visible(name) for predicate in ("rdfs:label", "skos:altLabel") for name in knowledge.all(iri, predicate))
    return english, "" if chinese == english else chinese, [name for name in others if name not in (english, chinese)]


def _hints(knowledge: Knowledge, iri: str, kind: str, readers: list[Reader]) -> tuple[str, str]:
    english, chinese = (_hint(knowledge, iri, kind, reader) for reader in readers)
    return english, chinese


def _hint(knowledge: Knowledge, iri: str, kind: str, reader: Reader) -> str:
    if kind == "Company":
        return reader.plain[knowledge.one(iri, "tm:companyKind")] if knowledge.one(iri, "tm:companyKind") else ""
    if kind == "Product":
        maker = knowledge.one(iri, "tm:madeBy")
        return reader.plain[maker] if maker else ""
    if kind == "Person":
        return _posts(knowledge, iri, reader)
    state = knowledge.state(iri)
    days = [knowledge.one(state, f"tm:{side}Shown") for side in ("entry", "exit")] if state else []
    return next((day[:4] for day in days if day), "")


def _posts(knowledge: Knowledge, person: str, reader: Reader) -> str:
    """Return where somebody was last known to go: what tells two people of one name apart."""
    found: dict[str, str] = {}
    for move in knowledge.to(person, "tm:person"):
        state = knowledge.state(move)
        company = knowledge.one(move, "tm:toCompany")
        if state and company:
            found[company] = max(found.get(company, ""), knowledge.one(state, "tm:entryLatest"))
    last = sorted(found, key=lambda company: (found[company], company), reverse=True)[:2]
    return ", ".join(reader.plain[company] for company in last) if reader.language == "en" else "、".join(reader.plain[company] for company in last)
