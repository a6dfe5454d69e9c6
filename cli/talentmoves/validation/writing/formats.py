"""The formats of findings by name; a format's module is imported when it is used."""

from __future__ import annotations

import re
from importlib import import_module

from .outcome import Outcome

_WRITERS = {
    "text": ("text", "write_outcome"),
    "json": ("as_json", "write"),
    "sarif": ("sarif", "write"),
    "github": ("github", "write"),
    "junit": ("junit", "write"),
    "turtle": ("as_turtle", "write"),
    "markdown": ("as_markdown", "write"),
}

FORMATS = tuple(_WRITERS)

# Where a program reads the text it says these in escapes, so that they cannot steer a terminal and nothing is lost:
# controls, what turns the direction of text, and the lone surrogates that stand in file names that are not UTF-8.
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff]")
_WITH_ESCAPES = ("json", "sarif", "turtle")


def write(name: str, outcome: Outcome) -> str:
    """Return the outcome in one of the formats, as text that UTF-8 can write and a terminal can show."""
    module, function = _WRITERS[name]
    text: str = getattr(import_module(f"{__package__}.{module}"), function)(outcome)
    return _UNSEEN.sub(_escaped if name in _WITH_ESCAPES else "\ufffd", text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
