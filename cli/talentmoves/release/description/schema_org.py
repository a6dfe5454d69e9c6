"""The data set as schema.org, which search engines for data sets read in the page.

https://schema.org/Dataset   https://developers.google.com/search/docs/appearance/structured-data/dataset
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from ..edition import Edition
from ..staging import Written
from ..tables.definitions import MOVES
from . import about, media
from .facts import issued, period


def schema_org(edition: Edition, downloads: Sequence[Written]) -> dict[str, object]:
    """Return the description of a release as a node of schema.org.

    :param downloads: the files that people download, as far as they are known
    """
    dates, day = period(edition), issued(edition)
    publisher = {"@type": "Organization", "@id": about.PUBLISHER, "name": about.MAINTAINERS.en, "url": edition.address}
    node: dict[str, object] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": about.DATASET,
        "identifier": about.DATASET,
        "url": edition.address,
        "name": about.TITLE.en,
        "alternateName": [about.NAME.en, about.NAME.zh, about.TITLE.zh],
        "description": about.DESCRIPTION.en,
        "keywords": [word for keyword in about.KEYWORDS for word in keyword],
        "license": about.LICENCE,
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        "inLanguage": list(about.LANGUAGES),
        "version": edition.version,
        "variableMeasured": [{"@type": "PropertyValue", "name": column.name, "description": column.description.en} for column in MOVES.columns],
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": about.CATALOGUE, "name": about.NAME.en, "url": edition.address},
    }
    if dates:
        node["temporalCoverage"] = "/".join(dates)
    if day:
        node["datePublished"] = day
    if edition.modified:
        node["dateModified"] = edition.modified
    if downloads:
        node["distribution"] = [_distribution(edition, file) for file in downloads]
    return node


def script(node: dict[str, object]) -> str:
    r"""Return JSON-LD to stand inside ``<script type="application/ld+json">``, which nothing in it can end.

    >>> script({"name": "</script><!--"})
    '{"name":"\\u003c/script\\u003e\\u003c!--"}'
    """
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _distribution(edition: Edition, file: Written) -> dict[str, object]:
    kinds = [media.media_type(file), *([media.GZIP] if media.is_compressed(file) else [])]
    return {
        "@type": "DataDownload",
        "name": file.title,
        "contentUrl": edition.address + file.name,
        "encodingFormat": kinds[0] if len(kinds) == 1 else kinds,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }
