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

# File names that are not UTF-8 hold them; no encoding can write them.
_LONE = re.compile("[\ud800-\udfff]")


def write(name: str, outcome: Outcome) -> str:
    """Return the outcome in one of the formats."""
    module, function = _WRITERS[name]
    text: str = getattr(import_module(f"{__package__}.{module}"), function)(outcome)
    return _LONE.sub("\ufffd", text)
