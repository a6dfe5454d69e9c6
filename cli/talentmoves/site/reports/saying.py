"""What reports say, in one language."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Literal

from ...formats.cells import heading, visible
from ..knowledge import Knowledge
from .chinese import HEADINGS, in_chinese, values

# Properties whose texts queries give in English, and that the data has in Chinese beside it.
_TRANSLATED = ("rdfs:label", "tm:says", "tm:notTestable", "tm:title", "dcterms:title")


class Saying:
    """Puts the texts of reports into one language.

    :param language: ``en`` or ``zh``
    """

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        self.language = language
        self._data = _in_chinese(knowledge) if language == "zh" else {}

    def text(self, english: str) -> str:
        """Return a text of a report's description."""
        return english if self.language == "en" else in_chinese(english)

    def heading(self, column: str) -> str:
        """Return what stands above a column."""
        english = heading(column)
        return english if self.language == "en" else HEADINGS.get(english, english)

    def value(self, text: str) -> str:
        """Return a cell's text, with what cannot be seen made visible."""
        if self.language == "en":
            return visible(text)
        return visible(values.value(text) or self._data.get(text, text))


def _in_chinese(knowledge: Knowledge) -> Mapping[str, str]:
    """Return the data's own texts in Chinese, by the English ones and by the names that reports show."""
    found: dict[str, str] = {}
    for subject, about in knowledge.facts.items():
        if "tm:displayName" in about and "rdfs:label" in about:
            found.setdefault(about["tm:displayName"][0].value, knowledge.name(subject, "zh"))
        for predicate in _TRANSLATED:
            by_language = {value.language: value.value for value in about.get(predicate, ()) if isinstance(value, Literal)}
            if "en" in by_language and "zh" in by_language:
                found.setdefault(by_language["en"], by_language["zh"])
    return found
