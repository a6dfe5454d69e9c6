"""Pages of the site as tests look at them: what links where, what tables hold."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from talentmoves.engines.stored import StoreEngine
from talentmoves.release.edition import Edition, edition
from talentmoves.release.staging import Staging
from talentmoves.site import front, reports
from talentmoves.site.knowledge import Knowledge
from talentmoves.site.rendering import Site
from talentmoves.site.reports.answers import Answers

_VOID = {"meta", "link", "input", "br", "img", "hr"}


class Element:
    """An element of a page."""

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []

    def text(self) -> str:
        return " ".join("".join(child if isinstance(child, str) else child.text() for child in self.children).split())

    def all(self, name: str, kind: str = "") -> list[Element]:
        found = []
        for child in self.children:
            if isinstance(child, Element):
                if child.name == name and kind in ("", *child.attributes.get("class", "").split()):
                    found.append(child)
                found += child.all(name, kind)
        return found

    def by_id(self, identifier: str) -> Element | None:
        for child in self.children:
            if isinstance(child, Element):
                found = child if child.attributes.get("id") == identifier else child.by_id(identifier)
                if found:
                    return found
        return None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self._at = Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("li", "td", "tr") and self._at.name == tag:  # whose end may be left out
            self._at = self._at.parent or self.root
        made = Element(tag, {name: value or "" for name, value in attrs}, self._at)
        self._at.children.append(made)
        if tag not in _VOID:
            self._at = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._at.children.append(Element(tag, {name: value or "" for name, value in attrs}, self._at))

    def handle_endtag(self, tag: str) -> None:
        at: Element | None = self._at
        while at is not None and at.name != tag:
            at = at.parent
        if at is not None and at.parent is not None:
            self._at = at.parent

    def handle_data(self, data: str) -> None:
        self._at.children.append(data)


@cache
def read(page: Path) -> Element:
    """Return the root of a page; it is read once, for tests only look."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.root


class Made(NamedTuple):
    """A front page with its reports, and what they were made from."""

    folder: Path
    edition: Edition
    knowledge: Knowledge
    answers: Answers


def make(folder: Path, data: Path) -> Made:
    """Write the front page and the reports of some data."""
    made = edition([data])
    knowledge = Knowledge(made.nquads)
    answers = Answers(StoreEngine(made.store))
    site = Site(made, Staging(folder))
    front.write(site, knowledge, answers)
    reports.write(site, knowledge, answers)
    return Made(folder, made, knowledge, answers)


def follow(page: Path, address: str, folder: Path) -> Element:
    """Open what a link of a page leads to, at its anchor if it names one."""
    path, _, anchor = address.partition("#")
    target = (page.parent / path).resolve() if path else page
    assert target.is_relative_to(folder.resolve()), address
    root = read(target)
    found = root.by_id(anchor) if anchor else root
    assert found is not None, f"{page} leads to {address}, and nothing is there"
    return found
