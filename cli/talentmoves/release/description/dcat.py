"""The catalogue, the data set and its distributions in DCAT 3, as DCAT-AP 3 wants them.

DCAT: https://www.w3.org/TR/vocab-dcat-3/   DCAT-AP: https://semiceu.github.io/DCAT-AP/releases/3.0.0/
"""

from __future__ import annotations

from pyoxigraph import Literal

from ..staging import Written
from . import about, media
from .facts import Facts
from .statements import Statements, date, typed

_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def describe(facts: Facts) -> Statements:
    """Return the description of a release."""
    said = Statements()
    _catalogue(said, facts)
    _dataset(said, facts)
    for file in facts.downloads:
        _distribution(said, facts, file)
    _what_is_named(said, facts)
    return said


def checksum(said: Statements, subject: str, sha256: str) -> None:
    """Say what the SHA-256 of something is (https://spdx.org/rdf/terms/)."""
    node = f"{subject}-sha256"
    said.add(subject, "spdx:checksum", node)
    said.declare(node, "spdx:Checksum")
    said.add(node, "spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
    said.add(node, "spdx:checksumValue", typed(sha256, "hexBinary"))


def _catalogue(said: Statements, facts: Facts) -> None:
    said.declare(about.CATALOGUE, "dcat:Catalog")
    said.add(about.CATALOGUE, "dcterms:title", about.NAME)
    said.add(about.CATALOGUE, "dcterms:description", about.DESCRIPTION)
    said.add(about.CATALOGUE, "dcterms:publisher", about.PUBLISHER)
    said.add(about.CATALOGUE, "dcterms:license", about.LICENCE)
    said.add(about.CATALOGUE, "dcterms:language", *about.LANGUAGES.values())
    said.add(about.CATALOGUE, "foaf:homepage", facts.edition.address)
    said.add(about.CATALOGUE, "dcat:themeTaxonomy", about.THEME_SCHEME)
    said.add(about.CATALOGUE, "dcat:dataset", about.DATASET)
    _days(said, about.CATALOGUE, facts)


def _dataset(said: Statements, facts: Facts) -> None:
    this, data = about.DATASET, facts.version
    said.declare(this, "dcat:Dataset")
    said.add(this, "dcterms:title", about.TITLE)
    said.add(this, "dcterms:description", about.DESCRIPTION)
    # The first is of the data set in any version; the second is of this content and no other.
    said.add(this, "dcterms:identifier", typed(this, "anyURI"), typed(data.iri, "anyURI"))
    said.add(this, "dcat:version", Literal(data.number))
    _days(said, this, facts)
    said.add(this, "dcterms:license", about.LICENCE)
    said.add(this, "dcterms:accessRights", about.PUBLIC)
    said.add(this, "dcterms:publisher", about.PUBLISHER)
    said.add(this, "dcterms:creator", about.PUBLISHER)
    said.add(this, "dcat:contactPoint", about.CONTACT)
    said.add(this, "dcterms:language", *about.LANGUAGES.values())
    said.add(this, "dcat:keyword", *about.KEYWORDS)
    said.add(this, "dcat:theme", *(theme.iri for theme in about.THEMES))
    said.add(this, "dcterms:conformsTo", *about.STANDARDS)
    said.add(this, "dcterms:accrualPeriodicity", about.FREQUENCY)
    said.add(this, "dcat:landingPage", facts.edition.address)
    if facts.period:
        said.add(this, "dcterms:temporal", f"{this}#period")
    if facts.previous:
        said.add(this, "dcat:previousVersion", facts.previous.iri)
    said.add(this, "dcat:distribution", *(_iri(file) for file in facts.downloads))


def _distribution(said: Statements, facts: Facts, file: Written) -> None:
    this = _iri(file)
    said.declare(this, "dcat:Distribution")
    said.add(this, "dcterms:title", Literal(file.title, language="en"))
    said.add(this, "dcterms:license", about.LICENCE)
    said.add(this, "dcat:downloadURL", facts.url(file.name))
    said.add(this, "dcat:accessURL", facts.url(file.name))
    said.add(this, "dcat:mediaType", _MEDIA_TYPES + media.media_type(file))
    if media.is_compressed(file):
        said.add(this, "dcat:compressFormat", _MEDIA_TYPES + media.GZIP)
    said.add(this, "dcat:byteSize", typed(str(file.size), "nonNegativeInteger"))
    checksum(said, this, file.sha256)


def _what_is_named(said: Statements, facts: Facts) -> None:
    """Say of what kind everything is that the rest points to, so that nobody has to fetch it to know."""
    said.declare(about.PUBLISHER, "foaf:Agent")
    said.add(about.PUBLISHER, "foaf:name", about.MAINTAINERS)
    said.add(about.PUBLISHER, "foaf:homepage", facts.edition.address)
    said.declare(about.CONTACT, "vcard:Kind", "vcard:Organization")
    said.add(about.CONTACT, "vcard:fn", about.MAINTAINERS)
    said.add(about.CONTACT, "vcard:hasURL", facts.url("policy.html"))
    if about.ADDRESS:
        said.add(about.CONTACT, "vcard:hasEmail" if about.ADDRESS.startswith("mailto:") else "vcard:hasURL", about.ADDRESS)
    said.declare(about.LICENCE, "dcterms:LicenseDocument")
    said.add(about.LICENCE, "dcterms:title", about.LICENCE_TITLE)
    said.declare(about.PUBLIC, "dcterms:RightsStatement")
    said.declare(about.FREQUENCY, "dcterms:Frequency")
    said.declare("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm")
    for iri in about.LANGUAGES.values():
        said.declare(iri, "dcterms:LinguisticSystem")
    said.declare(about.THEME_SCHEME, "skos:ConceptScheme")
    said.add(about.THEME_SCHEME, "dcterms:title", Literal("Data theme", language="en"))
    for theme in about.THEMES:
        said.declare(theme.iri, "skos:Concept")
        said.add(theme.iri, "skos:prefLabel", theme.title)
        said.add(theme.iri, "skos:inScheme", about.THEME_SCHEME)
    for iri, title in about.STANDARDS.items():
        said.declare(iri, "dcterms:Standard")
        said.add(iri, "dcterms:title", title)
    for name in sorted({media.media_type(file) for file in facts.downloads} | {media.GZIP for file in facts.downloads if media.is_compressed(file)}):
        said.declare(_MEDIA_TYPES + name, "dcterms:MediaType")
    said.declare(facts.edition.address, "foaf:Document")
    for file in facts.downloads:
        said.declare(facts.url(file.name), "rdfs:Resource")
    if facts.period:
        begin, end = facts.period
        said.declare(f"{about.DATASET}#period", "dcterms:PeriodOfTime")
        said.add(f"{about.DATASET}#period", "dcat:startDate", date(begin))
        said.add(f"{about.DATASET}#period", "dcat:endDate", date(end))
    if facts.previous:
        said.add(facts.previous.iri, "dcat:version", Literal(facts.previous.number))
        if facts.previous.modified:
            said.add(facts.previous.iri, "dcterms:modified", date(facts.previous.modified))


def _days(said: Statements, subject: str, facts: Facts) -> None:
    if facts.issued:
        said.add(subject, "dcterms:issued", date(facts.issued))
    if facts.edition.modified:
        said.add(subject, "dcterms:modified", date(facts.edition.modified))


def _iri(file: Written) -> str:
    return f"{about.DATASET}#{file.name}"
