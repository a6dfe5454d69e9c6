"""The media types of the files of a release, as far as web servers do not know them by themselves."""

from __future__ import annotations

from ...vocabulary import CC0

#: By ending; UTF-8 is said where a reader would otherwise guess.
MEDIA_TYPES = {
    "ttl": "text/turtle; charset=utf-8",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "trig": "application/trig",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "rdfp": "application/rdf-patch",
    "rq": "application/sparql-query",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "wasm": "application/wasm",
}
#: Compressed files are downloads: a client that is told of an encoding would unpack them and find the check sum wrong.
COMPRESSED = "application/gzip"
LICENCE = f'<{CC0}>; rel="license"'
