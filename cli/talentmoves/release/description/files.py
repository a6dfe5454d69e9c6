"""Write every description of a release."""

from __future__ import annotations

from pathlib import Path

from ..edition import Edition
from ..staging import Staging
from . import citation, croissant, dcat, service, signposting, void
from .facts import DATASET_FILE, facts
from .statements import as_json

_TURTLE, _JSON_LD = "text/turtle", "application/ld+json"


def write(edition: Edition, staging: Staging, previous: Path | None = None) -> None:
    """Write the descriptions; every download is written by then, so that they can give sizes and checksums.

    :param previous: the folder of an earlier release, for the descriptions to name
    :raises InputError: if SOURCE_DATE_EPOCH is not a number of seconds
    """
    known = facts(edition, staging.downloads(), previous)
    catalogue = dcat.describe(known)
    staging.write(DATASET_FILE, catalogue.turtle(), _TURTLE, "DCAT 3 description, Turtle")
    staging.write("dataset.jsonld", catalogue.json_ld(), _JSON_LD, "DCAT 3 description, JSON-LD")
    staging.write("void.ttl", void.describe(known).turtle(), _TURTLE, "VoID description with counts, Turtle")
    staging.write("service.ttl", service.describe(known).turtle(), _TURTLE, "SPARQL service description, Turtle")
    staging.write("croissant.json", as_json(croissant.describe(known)), _JSON_LD, "Croissant description, JSON-LD")
    staging.write(citation.FILE, citation.cff(edition.version, known.issued), "application/yaml", "How to cite, Citation File Format")
    staging.write(signposting.LINKSET, as_json(signposting.linkset(edition, known.downloads)), signposting.LINKSET_TYPE)
