"""Find links of a site that lead nowhere, and what browsers must mend in its pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r'<[a-z][^>]*?\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'<[a-z][^>]*?\sid="([^"]*)"')
_NAMED = re.compile(r'<[a-z][^>]*?\s(?:aria-labelledby|aria-describedby|aria-controls|for)="([^"]*)"')
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """The structure of a page: its headings, its attributes, and its pieces of text with their language and element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.text: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.unclosed: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in values.items()]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag not in _VOID and not self.get_starttag_text().endswith("/>"):  # type: ignore[union-attr]
            inherited = self.open[-1][1] if self.open else ""
            self.open.append((tag, values.get("lang", inherited)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self.open or self.open[-1][0] != tag:
            self.unclosed.append(f"</{tag}> closes <{self.open[-1][0] if self.open else ''}>")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        # What is inside an element of another language is of that language.
        self.text.append(f"{self.open[-1][1] if self.open else ''}\t{self.open[-1][0] if self.open else ''}\t{data}")


def broken(folder: Path, elsewhere: Collection[str] = ()) -> list[str]:
    """Return the links, from any page in a folder, that lead to no file, or to no place on a page.

    Attributes are found as the templates write them, in double quotes: to parse thousands of pages takes too long.

    :param elsewhere: beginnings of paths that others write, which are not looked for
    """
    ids: dict[str, list[str]] = {}
    found = []
    links: list[tuple[str, str]] = []
    for path in sorted(folder.rglob("*.html")):
        name, text = path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")
        ids[name] = _ID.findall(text)
        links += [(name, unescape(link)) for link in dict.fromkeys(_LINK.findall(text))]
        found += [f"{name}: the id '{one}' stands twice" for one in sorted({one for one in ids[name] if ids[name].count(one) > 1})]
        named = [one for value in _NAMED.findall(text) for one in value.split()]
        found += [f"{name}: nothing has the id '{one}'" for one in dict.fromkeys(named) if one not in ids[name]]
    there: dict[str, bool] = {}
    for name, link in links:
        parts = urlsplit(link)
        if parts.scheme or link.startswith("//"):
            continue
        path = unquote(parts.path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        if path.startswith("/") or target.startswith(".."):
            found.append(f"{name}: '{link}' leads out of the site")
        elif target.startswith(tuple(elsewhere)):
            continue
        elif not there.setdefault(target, (folder / target).is_file()):
            found.append(f"{name}: '{link}' leads nowhere")
        elif parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
            found.append(f"{name}: '{link}' leads to no place on that page")
    return found


def unsound(page: Page) -> list[str]:
    """Return what is wrong with the structure of a page: elements that do not nest, headings that skip a level, tables without names."""
    found = list(page.unclosed)
    found += [f"<{tag}> is not closed" for tag, _ in page.open]
    found += ["there is not one h1"] if page.headings.count(1) != 1 else []
    found += [f"h{one} follows h{before}" for before, one in zip([0, *page.headings], page.headings, strict=False) if one > before + 1]
    tags = [tag for tag, name, _ in page.attributes if name == "scope"]
    found += ["scope stands elsewhere than on th"] if set(tags) - {"th"} else []
    return found
