"""Read documents in RDF that may not be well-formed, so that only what they say counts, not how it is written."""

from __future__ import annotations

from pyoxigraph import RdfFormat, parse, serialize

from ..comparing.labels import canonical_again
from ..formats.cells import visible


def canonical(content: bytes, rdf_format: RdfFormat) -> bytes:
    """Return the canonical N-Quads of a document (RDFC-1.0, https://www.w3.org/TR/rdf-canon/).

    :raises SyntaxError: if it is not well-formed
    :raises ValueError: if it is not UTF-8
    """
    nquads = serialize(parse(content, format=rdf_format), format=RdfFormat.N_QUADS)
    assert nquads is not None
    return canonical_again(nquads.split(b"\n"))


def reason(error: Exception) -> str:
    """Return why a document cannot be read."""
    if isinstance(error, SyntaxError):
        return f"line {error.lineno}: {visible(error.msg)[:200]}" if error.lineno else visible(error.msg)[:200]
    return visible(str(getattr(error, "strerror", None) or error))[:200]
