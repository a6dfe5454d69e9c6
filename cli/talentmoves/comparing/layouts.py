"""A difference in prose for the terminal, and in Markdown for a changelog."""

from __future__ import annotations

import re

from ..formats.cells import visible, width
from ..formats.text import terminal_width, wrap
from .changes import Changes
from .telling import tell
from .words import say

_WIDEST = 120
# What Markdown would take for markup; an address in angle brackets or a line of its own is none here.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&!])")
_LEADING = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))")

# Chinese breaks between any two characters, but before no closing mark; a date stays whole.
_HAN = "\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff"
_CHUNK = re.compile(rf"\s+|[（“]*(?:[{_HAN}]|[^\s{_HAN}，。；：、（）“”]+)[，。；：、）”]*|[，。；：、（）“”]")


def text(changes: Changes, old: str, new: str, language: str) -> str:
    """Return the difference for reading in a terminal."""
    told = tell(changes, language)
    room = min(terminal_width(), _WIDEST)
    lines = [*_wrapped(_title(old, new, language), room), ""]
    for section in told.sections:
        lines += _wrapped(section.heading, room)
        for item in section.items:
            first, *rest = _wrapped(item, max(room - 4, 20))
            lines += [f"  – {first}", *(f"    {line}" for line in rest)]
        lines.append("")
    return "\n".join([*lines, *_wrapped(told.closing, room)]) + "\n"


def markdown(changes: Changes, old: str, new: str, language: str) -> str:
    """Return the difference in Markdown (https://spec.commonmark.org/)."""
    told = tell(changes, language)
    lines = [f"# {_escaped(_title(old, new, language))}", ""]
    for section in told.sections:
        lines += [f"## {_escaped(section.heading)}", "", *(f"- {_escaped(item)}" for item in section.items), ""]
    return "\n".join([*lines, _escaped(told.closing)]) + "\n"


def _title(old: str, new: str, language: str) -> str:
    return say("title", language, old=visible(old), new=visible(new))


def _wrapped(line: str, room: int) -> list[str]:
    """Break a line between words, or between Chinese characters."""
    lines = [""]
    for chunk in _CHUNK.findall(line):
        if width(lines[-1]) + width(chunk.rstrip()) > room and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += chunk if lines[-1] else chunk.lstrip()
    # What is longer than a line by itself is broken anywhere.
    return [part for whole in lines for part in wrap(whole.rstrip(), room)]


def _escaped(line: str) -> str:
    return _LEADING.sub(r"\1\\\2\3\4", _SPECIAL.sub(r"\\\1", " ".join(line.split())))
