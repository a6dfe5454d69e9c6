"""How to cite the data set: CITATION.cff, and the same for people (https://citation-file-format.github.io/)."""

from __future__ import annotations

import json

from ...vocabulary import BASE
from . import about

FILE = "CITATION.cff"
_MESSAGE = "If you use this data set, please cite it as below."


def cff(version: str, released: str | None) -> bytes:
    """Return CITATION.cff.

    :param released: the day of issue
    """
    lines = [
        "cff-version: 1.2.0",
        f"message: {_quoted(_MESSAGE)}",
        "type: dataset",
        f"title: {_quoted(about.TITLE.en)}",
        f"abstract: {_quoted(about.DESCRIPTION.en)}",
        "authors:",
        f"  - name: {_quoted(about.MAINTAINERS.en)}",
        f"version: {_quoted(version)}",
        *([f"date-released: {released}"] if released else []),
        f"license: {about.LICENCE_NAME}",
        f"url: {BASE}",
        "keywords:",
        *(f"  - {_quoted(keyword.en)}" for keyword in about.KEYWORDS),
    ]
    return ("\n".join(lines) + "\n").encode()


def text(version: str, released: str | None, language: str) -> str:
    """Return the citation as people write it."""
    year = f" ({released[:4]})" if released else ""
    if language == "zh":
        return f"{about.MAINTAINERS.zh}{year.replace('(', '（').replace(')', '）').strip()}：{about.TITLE.zh}，版本 {version}。{BASE}"
    return f"{about.MAINTAINERS.en}{year}: {about.TITLE.en}. Version {version}. {BASE}"


def bibtex(version: str, released: str | None) -> str:
    """Return the citation for BibTeX; ``@misc`` is what every style knows."""
    lines = [
        "@misc{talent-moves,",
        f"  author = {{{{{about.MAINTAINERS.en}}}}},",
        f"  title = {{{{{about.TITLE.en}}}}},",
        *([f"  year = {{{released[:4]}}},"] if released else []),
        f"  version = {{{version}}},",
        f"  url = {{{BASE}}},",
        "}",
    ]
    return "\n".join(lines)


def _quoted(value: str) -> str:
    # A string of JSON is one of YAML.
    return json.dumps(value, ensure_ascii=False)
