"""What every description of one release needs to know."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ...errors import InputError
from ...vocabulary import CURATED, RDF_TYPE, TM
from ..dumps.hashes import DATASET as WHOLE
from ..dumps.hashes import Hashed, graph_hashes
from ..edition import Edition
from ..staging import Written
from .about import DATASET
from .figures import Figures, count

_DCTERMS = "http://purl.org/dc/terms/"
_VERSION = "http://www.w3.org/ns/dcat#version"
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
#: Of the descriptions, the one that tells of an earlier release what the next one needs to know.
DATASET_FILE = "dataset.ttl"


class Version(NamedTuple):
    """A release by what is in it."""

    #: The hash of the data set as an address (RFC 6920): no server is needed to know which data is meant.
    iri: str
    number: str
    modified: str


class Facts(NamedTuple):
    """One release, ready to be described."""

    edition: Edition
    #: The dumps and the tables.
    downloads: Sequence[Written]
    #: The first and the last date of a move, as they were reported; nothing where no move has a date.
    period: tuple[str, str] | None
    #: The day of issue, as far as anything tells it.
    issued: str | None
    #: The counts of each graph by its address, and of all together under the empty string.
    figures: Mapping[str, Figures]
    #: The hashes of the graphs, by the names of their files, and of the whole.
    hashes: Mapping[str, Hashed]
    previous: Version | None = None

    @property
    def version(self) -> Version:
        """What identifies this release by what is in it."""
        return Version(named_information(self.hashes[WHOLE].sha256), self.edition.version, self.edition.modified or "")

    def url(self, name: str) -> str:
        """Return where a file of the release will be."""
        return self.edition.address + name


def facts(edition: Edition, downloads: Sequence[Written], previous: Path | None = None) -> Facts:
    """Gather what is to be said of a release.

    :param previous: the folder of an earlier release, if there is one
    :raises InputError: if SOURCE_DATE_EPOCH is not a number of seconds
    """
    return Facts(
        edition,
        downloads,
        period(edition),
        issued(edition),
        count(edition.nquads),
        graph_hashes(edition),
        read_version(previous) if previous else None,
    )


def issued(edition: Edition) -> str | None:
    """Return the day of issue: that of SOURCE_DATE_EPOCH, or else the last day on which the data was worked on.

    https://reproducible-builds.org/specs/source-date-epoch/

    :raises InputError: if SOURCE_DATE_EPOCH is not a number of seconds
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return edition.modified
    try:
        if not given.isdecimal():
            raise ValueError(given)
        return datetime.fromtimestamp(int(given), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise InputError(
            f"SOURCE_DATE_EPOCH is '{given}', which is no number of seconds since 1970.",
            "Set it to one, such as that of git log -1 --format=%ct, or unset it.",
        ) from None


def period(edition: Edition) -> tuple[str, str] | None:
    """Return the first and the last date of a move, each with the precision that was reported."""
    dates = list(_dates(edition))
    # As text "2025" comes before "2025-03", which is right for a beginning; for an end it is to come after.
    return (min(dates), max(dates, key=lambda date: f"{date}~")) if dates else None


def named_information(sha256: str) -> str:
    """Return a SHA-256 hash as an address (RFC 6920, https://www.rfc-editor.org/rfc/rfc6920).

    >>> named_information("7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069")
    'ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk'
    """
    return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(sha256)).rstrip(b"=").decode()


def read_version(release: Path) -> Version | None:
    """Return what identifies an earlier release, or nothing if its folder does not describe one.

    :param release: its folder
    """
    try:
        content = (release / DATASET_FILE).read_bytes()
        about = [triple for triple in parse(content, format=RdfFormat.TURTLE) if triple.subject == NamedNode(DATASET)]
    except (OSError, SyntaxError):
        return None
    said = [(triple.predicate.value, triple.object.value) for triple in about if isinstance(triple.object, (NamedNode, Literal))]
    iri = next((value for name, value in said if name == _DCTERMS + "identifier" and value.startswith("ni:")), None)
    values = dict(said)
    return Version(iri, values.get(_VERSION, ""), values.get(_DCTERMS + "modified", "")) if iri else None


def _dates(edition: Edition) -> Iterator[str]:
    store, graph = edition.store, NamedNode(CURATED)
    moves = {
        quad.subject for kind in ("Move", "GroupMove") for quad in store.quads_for_pattern(None, NamedNode(RDF_TYPE), NamedNode(TM + kind), graph)
    }
    for name in ("left", "joined", "announced"):
        for quad in store.quads_for_pattern(None, NamedNode(TM + name), None, graph):
            if quad.subject in moves and isinstance(quad.object, Literal):
                # An interval has two.
                yield from (part for part in quad.object.value.split("/") if _DAY.fullmatch(part))
