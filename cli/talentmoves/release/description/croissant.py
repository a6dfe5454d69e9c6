"""The release in Croissant 1.0, the format in which machine-learning tools find, load and check data.

https://docs.mlcommons.org/croissant/docs/croissant-spec.html
"""

from __future__ import annotations

from ...vocabulary import BASE
from ..staging import Written
from ..tables.columns import Column, Datatype, TableDefinition
from ..tables.definitions import TABLES
from . import about, citation, media
from .facts import Facts

#: The context that the specification gives, with the vocabulary for responsible AI.
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
#: What its tools call a format that has got a registered name since.
_ENCODINGS = {"application/vnd.apache.parquet": "application/x-parquet"}
#: The tables whose references are told, and those that they may lead to. The tools join what is referred to, and refuse
#: records that refer to each other in a circle or in a chain.
_REFERRING, _REFERRED = ("moves", "claims"), ("people", "companies", "sources")
_TYPES = {
    Datatype.IRI: "sc:URL",
    Datatype.DATE: "sc:Date",
    Datatype.INTEGER: "sc:Integer",
    Datatype.DECIMAL: "sc:Float",
    Datatype.BOOLEAN: "sc:Boolean",
}


def describe(facts: Facts) -> dict[str, object]:
    """Return the description of a release: every download as a file, every table as a set of records."""
    edition = facts.edition
    node: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "@id": about.DATASET,
        "name": about.TITLE.en,
        "alternateName": about.NAME.en,
        "description": about.DESCRIPTION.en,
        "conformsTo": ["http://mlcommons.org/croissant/1.0", "http://mlcommons.org/croissant/RAI/1.0"],
        "license": about.LICENCE,
        "url": edition.address,
        "version": edition.version,
        "creator": {"@type": "sc:Organization", "name": about.MAINTAINERS.en, "url": BASE},
        "publisher": {"@type": "sc:Organization", "name": about.MAINTAINERS.en, "url": BASE},
        "keywords": [keyword.en for keyword in about.KEYWORDS],
        "inLanguage": list(about.LANGUAGES),
        "citeAs": citation.bibtex(edition.version, facts.issued),
        "rai:dataCollection": about.COLLECTION,
        "rai:personalSensitiveInformation": about.PRIVACY,
        "rai:dataLimitations": about.LIMITS,
    }
    if facts.issued:
        node["datePublished"] = facts.issued
    if edition.modified:
        node["dateModified"] = edition.modified
    if facts.period:
        node["temporalCoverage"] = "/".join(facts.period)
    node["distribution"] = [_file(facts, file) for file in facts.downloads]
    here = {file.name for file in facts.downloads}
    node["recordSet"] = [_records(table) for table in TABLES if _parquet(table) in here]
    return node


def _file(facts: Facts, file: Written) -> dict[str, object]:
    return {
        "@type": "cr:FileObject",
        "@id": file.name,
        "name": file.name,
        "description": file.title,
        "contentUrl": facts.url(file.name),
        "contentSize": f"{file.size} B",
        "encodingFormat": media.GZIP if media.is_compressed(file) else _ENCODINGS.get(file.media_type, file.media_type),
        "sha256": file.sha256,
    }


def _records(table: TableDefinition) -> dict[str, object]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{table.title.en}. {table.description.en}",
        "key": {"@id": f"{table.name}/id"},
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: TableDefinition, column: Column) -> dict[str, object]:
    this = f"{table.name}/{column.name}"
    node: dict[str, object] = {
        "@type": "cr:Field",
        "@id": this,
        "name": column.name,
        "description": column.description.en,
        "dataType": _TYPES.get(column.datatype, "sc:Text"),
        # Of Parquet, since it has lists, days and texts as they are.
        "source": {"fileObject": {"@id": _parquet(table)}, "extract": {"column": column.name}},
    }
    if column.many:
        node["repeated"] = True
    if column.property_iri:
        node["equivalentProperty"] = column.property_iri
    if table.name in _REFERRING and column.table in _REFERRED:
        node["references"] = {"field": {"@id": f"{column.table}/id"}}
    return node


def _parquet(table: TableDefinition) -> str:
    return f"tables/{table.name}.parquet"
