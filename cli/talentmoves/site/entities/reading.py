"""The facts in one language: names, links, dates and texts, each made once and used on thousands of pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Generic, TypeVar

from markupsafe import Markup, escape
from pyoxigraph import Literal

from ...formats.cells import visible
from ...vocabulary import TM
from .. import addresses
from ..knowledge import Knowledge
from . import dates
from .dates import Moment
from .framing import html

#: From a page of an entity to the root of its language: every one lies in a folder.
UP = "../"
_WEB = re.compile(r"https?://[^\s<>\"\x00-\x20\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]+")
_HAN = re.compile("[\u3400-\u9fff]")
_NAMES = ("rdfs:label", "tm:title", "dcterms:title", "skos:prefLabel")
_LEVELS = {"confirmed": "ok", "reported": "", "rumoured": "warn", "disputed": "warn", "denied": "bad"}
_STANCES = {"confirms": "ok", "reports": "", "rumours": "warn", "denies": "bad"}
#: What a title is cut to where it heads a page.
_TITLE = 90

Key = TypeVar("Key")
Made = TypeVar("Made")


class Making(dict[Key, Made], Generic[Key, Made]):
    """A dictionary that makes what it is asked for, once."""

    def __init__(self, make: Callable[[Key], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Made:
        made = self[key] = self._make(key)
        return made


class Reader:
    """The knowledge as readers of one language see it. The dictionaries are used in templates, where a call costs more.

    :param texts: what the site says, by key
    """

    def __init__(self, knowledge: Knowledge, language: str, texts: Mapping[str, str]) -> None:
        self.knowledge = knowledge
        self.language = language
        self.texts = texts
        #: The same for templates, as markup and as attributes, which are found fastest.
        self.t = SimpleNamespace(**{key: escape(text) for key, text in texts.items()})
        self._patterns = Making[str, str](lambda key: str(escape(texts[key])))
        self._names = Making[str, tuple[str, str]](self._named)
        self._written = Making[tuple[str, str], Markup](lambda key: self._marked(*self._best(*key)))
        #: Names as plain text, for titles and pictures.
        self.plain = Making[str, str](lambda iri: self._names[iri][0])
        #: Names, marked where they are in another language.
        self.name = Making[str, Markup](lambda iri: self._marked(*self._names[iri]))
        #: English names, by which lists are sorted in both languages.
        self.alphabetical = Making[str, str](lambda iri: self._in_english(iri))
        #: Names that link to the page of what they name, if it has one.
        self.link = Making[str, Markup](self._link)
        #: Badges: of statuses and of stances.
        self.badge = Making[str, Markup](self._badge)
        #: Reported dates in words.
        self.date = Making[str, Markup](lambda value: dates.element(value, language))
        #: When somebody came or went, in words.
        self.when = Making[Moment | None, Markup](self._when)
        #: Sources as they are cited in lists.
        self.citation = Making[str, Markup](self._citation)
        #: Who published a source, and when, in one short line.
        self.publisher = Making[str, Markup](self._publisher)
        #: The same for the source of a claim, and as the head of the claim's column.
        self.sayer = Making[str, Markup](lambda claim: self.publisher[knowledge.one(claim, "tm:source")])
        self.column = Making[str, Markup](self._column)
        #: What a claim says, how firmly, and where.
        self.saying = Making[str, Markup](self._saying)
        #: Places in sources, which editors write in English or Chinese without saying so.
        self.located = Making[str, Markup](lambda place: self._marked(place, "zh" if _HAN.search(place) else "en"))
        #: What a property is called.
        self.label = Making[str, Markup](self._label)

    def say(self, key: str, **values: object) -> Markup:
        """Fill a text; values that are not markup are escaped."""
        return Markup(self._patterns[key].format(**{name: html(value) for name, value in values.items()}))

    def count(self, key: str, number: int) -> str:
        """Write a number with its noun; the texts end in ``_one`` and ``_many``."""
        return self.texts[f"{key}_{'one' if number == 1 else 'many'}"].format(f"{number:,}")

    def text(self, iri: str, predicate: str) -> Markup:
        """Return a text, marked where it is in another language."""
        return self._written[iri, predicate]

    def words(self, iri: str, predicate: str) -> str:
        """Return a text without marks."""
        return self._best(iri, predicate)[0]

    def labels(self, iri: str) -> list[Markup]:
        """Return the names of an entity in other languages than this one."""
        shown = self.plain[iri]
        found = [value for value in self.knowledge.values(iri, "rdfs:label") if isinstance(value, Literal) and visible(value.value) != shown]
        return [self._marked(visible(value.value), value.language or "") for value in found]

    def other_names(self, iri: str) -> list[Markup]:
        """Return the names of an entity in other scripts and its nicknames, each marked with its language."""
        shown = self.plain[iri]
        found = [value for predicate in ("rdfs:label", "skos:altLabel") for value in self.knowledge.values(iri, predicate) if value.value != shown]
        return list(
            dict.fromkeys(self._marked(visible(value.value), (value.language if isinstance(value, Literal) else "") or "") for value in found)
        )

    def notes(self, iri: str) -> list[Markup]:
        """Return what editors note about an entity, in this language where they wrote it so."""
        notes = self.knowledge.values(iri, "skos:editorialNote")
        own = [note for note in notes if isinstance(note, Literal) and note.language == self.language]
        return [self._marked(visible(note.value), (note.language if isinstance(note, Literal) else "") or "") for note in own or notes]

    def own_title(self, source: str) -> Markup:
        """Return the title of a source, whole and in the source's own language."""
        titles = self.knowledge.values(source, "dcterms:title")
        language = (titles[0].language if titles and isinstance(titles[0], Literal) else "") or ""
        return self._marked(visible(titles[0].value), language) if titles else self.name[source]

    def other_titles(self, role: str) -> list[Markup]:
        """Return what a role is called in other languages."""
        shown = self._best(role, "tm:title")[0]
        found = [value for value in self.knowledge.values(role, "tm:title") if isinstance(value, Literal) and visible(value.value) != shown]
        return [self._marked(visible(value.value), value.language or "") for value in found]

    def outside(self, address: str) -> Markup:
        """Link to the same thing elsewhere, such as its item in Wikidata."""
        label = visible(address.rsplit("/", 1)[-1])
        label = f"Wikidata {label}" if "wikidata.org/" in address else visible(address)
        safe = web_address(address)
        return Markup(f'<a href="{escape(safe)}" rel="external noopener">{escape(label)}</a>') if safe else escape(label)

    def way(self, frm: str, to: str, made: Mapping[str, Markup | str]) -> Markup:
        """Write from where to where.

        :param made: :attr:`plain`, :attr:`name` or :attr:`link`
        """
        return Markup(f"{html(made[frm]) if frm else '…'} → {html(made[to]) if to else '…'}")

    def _named(self, iri: str) -> tuple[str, str]:
        kind = self.knowledge.kind(iri)
        if kind == "Move":
            who = self.plain[self.knowledge.one(iri, "tm:person")]
            frm, to = self.knowledge.one(iri, "tm:fromCompany"), self.knowledge.one(iri, "tm:toCompany")
            colon = "：" if self.language == "zh" else ": "
            return f"{who}{colon}{self.plain[frm] if frm else '…'} → {self.plain[to] if to else '…'}", ""
        if kind == "Thesis":
            text, language = self._best(iri, "tm:says")
            return _shortened(text), language
        if kind == "Claim":
            publisher = self._best(self.knowledge.one(iri, "tm:source"), "tm:publisherName")[0]
            about = self.knowledge.one(iri, "tm:about")
            return self.texts["ent_claim_name"].format(publisher=publisher, about=self.plain[about]), ""
        if kind == "Role":
            title, language = self._best(iri, "tm:title")
            employer = self.knowledge.one(iri, "tm:roleAt")
            return (f"{title}{'，' if self.language == 'zh' else ', '}{self.plain[employer]}" if employer else title), language
        for predicate in _NAMES:
            text, language = self._best(iri, predicate)
            if text:
                return (_shortened(text) if kind == "Source" else text), language
        return visible(iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]), ""

    def _in_english(self, iri: str) -> str:
        knowledge = self.knowledge
        if knowledge.kind(iri) == "Move":
            return visible(knowledge.one(iri, "tm:displayName"))
        found = [
            next((value.value for value in knowledge.values(iri, predicate) if isinstance(value, Literal) and value.language == "en"), "")
            for predicate in ("tm:publisherName", "rdfs:label", "tm:title")
        ]
        own = knowledge.one(iri, "dcterms:title")
        return visible(" ".join(filter(None, (*found, own)))) or self.plain[iri]

    def _best(self, iri: str, predicate: str) -> tuple[str, str]:
        found: dict[str, str] = {}
        for value in self.knowledge.values(iri, predicate):
            if isinstance(value, Literal):
                found.setdefault(value.language or "", value.value)
        for language in (self.language, "en", *found):
            if language in found:
                return visible(found[language]), language
        return "", ""

    def _marked(self, text: str, language: str) -> Markup:
        if not text or language in ("", self.language):
            return escape(text)
        return Markup(f'<span lang="{escape(language)}">{escape(text)}</span>')

    def _link(self, iri: str) -> Markup:
        text, language = self._names[iri]
        path = addresses.entity(iri)
        if not path or not self.knowledge.kind(iri):
            return self.name[iri]
        lang = f' lang="{escape(language)}"' if language not in ("", self.language) else ""
        return Markup(f'<a href="{UP}{escape(path)}.html"{lang}>{escape(text)}</a>')

    def _badge(self, concept: str) -> Markup:
        local = concept.removeprefix(TM)
        level = _LEVELS.get(local, _STANCES.get(local, "quiet"))
        css = f"badge {level}" if level else "badge"
        return Markup(f'<span class="{css}">{escape(self.plain[concept])}</span>' if concept else "")

    def _when(self, moment: Moment | None) -> Markup:
        if moment is None:
            return Markup(f'<span class="quiet">{self.t.ent_undated}</span>')
        return self.say(f"ent_when_{moment.how}", date=self.date[moment.value])

    def page(self, iri: str, text: Markup) -> Markup:
        """Link a text to the page of an entity."""
        return Markup(f'<a href="{UP}{escape(addresses.entity(iri))}.html">{text}</a>')

    def published(self, source: str) -> Markup:
        """Write when a source was published."""
        published = self.knowledge.one(source, "tm:published")
        return self.date[published] if published else Markup(self.t.ent_source_undated)

    def _publisher(self, source: str) -> Markup:
        return Markup(f"{self.page(source, self.text(source, 'tm:publisherName'))} <small>{self.published(source)}</small>")

    def _column(self, claim: str) -> Markup:
        source = self.knowledge.one(claim, "tm:source")
        publisher = self.page(claim, self.text(source, "tm:publisherName"))
        return Markup(f"{publisher} <small>{self.published(source)}<br>{self.name[self.knowledge.one(source, 'tm:sourceTier')]}</small>")

    def _saying(self, claim: str) -> Markup:
        knowledge = self.knowledge
        speakers = knowledge.all(claim, "tm:speaker")
        locator = knowledge.one(claim, "tm:locator")
        parts = [self.sayer[claim], self.name[knowledge.one(knowledge.one(claim, "tm:source"), "tm:sourceTier")]]
        if speakers:
            parts.append(self.say("ent_by_speaker", who=Markup(", ".join(self.link[speaker] for speaker in speakers))))
        if locator:
            parts.append(self.located[visible(locator)])
        parts.append(self.page(claim, self.t.ent_claim))
        stance = self.badge[knowledge.one(claim, "tm:stance")]
        return Markup(f'{stance} {self.text(claim, "tm:says")} <small class="by">{" · ".join(parts)}</small>')

    def _label(self, predicate: str) -> Markup:
        own = f"ent_row_{predicate.partition(':')[2]}"
        if own in self.texts:
            return escape(self.texts[own])
        text, language = self._names[predicate.replace("tm:", TM, 1)]
        return self._marked(text[:1].upper() + text[1:], language)

    def _citation(self, source: str) -> Markup:
        """Write a source as a list of references has it: who, what, when, how near to the event, where."""
        knowledge = self.knowledge
        parts = [
            f"{self.text(source, 'tm:publisherName')}{self.t.ent_colon}<cite>{self.own_title(source)}</cite>",
            self.published(source),
            self.name[knowledge.one(source, "tm:sourceTier")],
            self.page(source, self.t.ent_about_source),
        ]
        address = web_address(knowledge.one(source, "tm:url"))
        if address:
            parts.append(f'<a href="{escape(address)}" rel="external nofollow noopener">{self.t.ent_original}</a>')
        return Markup(" · ".join(parts))


def web_address(url: str) -> str:
    """Return an address that a reader may safely follow, or nothing.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    return url if _WEB.fullmatch(url) else ""


def _shortened(text: str) -> str:
    if len(text) <= _TITLE:
        return text
    cut = text[: _TITLE - 1]
    # Not in the middle of a word, where there are words with spaces between them.
    return (cut.rsplit(" ", 1)[0] if " " in cut[-20:] else cut).rstrip() + "…"
