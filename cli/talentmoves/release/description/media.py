"""What kinds of files a release has: media types, and what a name tells of them."""

from __future__ import annotations

import re

from ..staging import Written

GZIP = "application/gzip"
#: Media types by the ending of a file's name.
_BY_ENDING = {
    "ttl": "text/turtle",
    "trig": "application/trig",
    "nq": "application/n-quads",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}
#: The W3C's names of the formats of RDF (https://www.w3.org/ns/formats/), by media type.
FORMATS = {
    "text/turtle": "http://www.w3.org/ns/formats/Turtle",
    "application/trig": "http://www.w3.org/ns/formats/TriG",
    "application/n-quads": "http://www.w3.org/ns/formats/N-Quads",
    "application/n-triples": "http://www.w3.org/ns/formats/N-Triples",
    "application/ld+json": "http://www.w3.org/ns/formats/JSON-LD",
    "application/rdf+xml": "http://www.w3.org/ns/formats/RDF_XML",
}
_DUMP = re.compile(r"([a-z-]+)\.(?:ttl|trig|nq|nt|jsonld|rdf)(?:\.gz)?")


def is_compressed(file: Written) -> bool:
    """Tell whether a file is compressed with gzip."""
    return file.name.endswith(".gz")


def media_type(file: Written) -> str:
    """Return the media type of a file, of what is in it where it is compressed."""
    if not is_compressed(file):
        return file.media_type
    return _BY_ENDING.get(file.name.removesuffix(".gz").rpartition(".")[2], file.media_type)


def dumped(file: Written) -> str:
    """Return what a dump of RDF holds, such as ``curated``; nothing for a file that is no dump.

    >>> [dumped(Written(name, "", 0)) for name in ("curated.ttl", "talent-moves.nq.gz", "tables/moves.csv")]
    ['curated', 'talent-moves', '']
    """
    found = _DUMP.fullmatch(file.name)
    return found[1] if found else ""
