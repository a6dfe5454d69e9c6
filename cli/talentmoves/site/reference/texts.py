"""The documents about the data as pages, from the Markdown that contributors read."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from ... import places
from .. import addresses
from ..rendering import Site

#: The documents that are pages; each may have a Chinese one beside it, such as ``policy.zh.md``.
NAMES = ("policy", "removal", "contribute")


class Text(NamedTuple):
    """A document as HTML."""

    title: str
    body: Markup
    #: The language that it is in.
    language: str


def write(site: Site) -> None:
    """Write the documents as pages, and the page that a web server shows for what is not there."""
    for name in NAMES:
        for language in addresses.LANGUAGES:
            site.page("reference/text.html", f"{name}.html", language, text=read(name, language))
    base = urlsplit(site.edition.address).path
    for language in addresses.LANGUAGES:
        site.page("reference/404.html", "404.html", language, base=base)
    # GitHub Pages would leave out what begins with an underscore.
    site.staging.write(".nojekyll", b"")


def read(name: str, language: str) -> Text:
    """Return a document in a language, or in English where it has not been translated.

    Raw HTML in it is shown as text. What it links to is a page of ours or an address on the web; other links become text.
    """
    file = places.docs() / f"{name}.{language}.md"
    if not file.is_file():
        language, file = "en", places.docs() / f"{name}.md"
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(file.read_text(encoding="utf-8"))
    title = ""
    if tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        title, tokens = tokens[1].content, tokens[3:]
    tokens = _without_switch(tokens, name)
    for token in tokens:
        if token.children:
            token.children = _relinked(token.children)
    return Text(title, Markup(markdown.renderer.render(tokens, markdown.options, {})), language)


def _without_switch(tokens: list[Token], name: str) -> list[Token]:
    """Leave out the paragraph that is but a link to the same document in the other language: every page has one in its head."""
    for at, token in enumerate(tokens):
        children = token.children or []
        if (
            token.type == "inline"
            and len(children) == 3
            and children[0].type == "link_open"
            and _target(str(children[0].attrs["href"])) == f"{name}.html"
        ):
            return [*tokens[: at - 1], *tokens[at + 2 :]]
    return tokens


def _relinked(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    dropped: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            target = _target(str(token.attrs.get("href", "")))
            token.attrs["href"] = target
            dropped.append(not target)
            if target:
                kept.append(token)
        elif token.type == "link_close":
            if not dropped.pop():
                kept.append(token)
        elif token.type == "image":
            kept.append(Token("text", "", 0, content=token.content))
        else:
            kept.append(token)
    return kept


def _target(href: str) -> str:
    """Return where a link of a document leads on the site, in the same language, or nothing.

    >>> _target("policy.zh.md"), _target("removal.md#key"), _target("rules/TM012.md"), _target("../data/x.ttl"), _target("javascript:x")
    ('policy.html', 'removal.html#key', 'rule/TM012.html', '', '')
    """
    parts = urlsplit(href)
    if parts.scheme in ("http", "https"):
        return href
    path = PurePosixPath(parts.path)
    if parts.scheme or parts.netloc or path.suffix != ".md":
        return ""
    name = path.stem.partition(".")[0]
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    if len(path.parts) == 1 and name in NAMES:
        return f"{name}.html{fragment}"
    return f"rule/{name}.html{fragment}" if path.parts[:1] == ("rules",) and len(path.parts) == 2 else ""
