"""The metadata of the CSV files: CSV on the Web (https://www.w3.org/TR/tabular-metadata/).

The file has the name that readers look for beside any CSV file
(https://www.w3.org/TR/tabular-data-model/#default-locations-and-site-wide-location-configuration). RDF made of the
tables with it (https://www.w3.org/TR/csv2rdf/) says what the dumps say, except that a date with the precision that was
reported has the datatype ``tm:PartialDate``.
"""

from __future__ import annotations

import json
from typing import Any

from pyoxigraph import NamedNode, Store

from ...vocabulary import CC0, RDF_TYPE, TM, expand
from .columns import PARTIAL_DATE, Column, Datatype, TableDefinition, Text, address
from .definitions import TABLES
from .delimited import GUARD

#: The name of the file.
NAME = "csv-metadata.json"
_BASES = {
    Datatype.ID: "string",
    Datatype.TERM: "string",
    Datatype.IRI: "anyURI",
    Datatype.STRING: "string",
    Datatype.DATE: "date",
    Datatype.PARTIAL_DATE: "string",
    Datatype.INTEGER: "integer",
    Datatype.DECIMAL: "decimal",
    Datatype.BOOLEAN: "boolean",
}


def metadata(store: Store, root: str) -> bytes:
    """Return the metadata of all tables.

    :param store: the edition's store, which has the schemes that terms are from
    :param root: where the release will be served, with a slash at the end
    """
    group = {
        "@context": "http://www.w3.org/ns/csvw",
        "@id": f"{root}tables/{NAME}",
        "dc:title": _both(Text("Talent Moves: tables", "人才流动：数据表")),
        "dc:description": _both(GUARD),
        "dc:license": {"@id": CC0},
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [_table(definition, store) for definition in TABLES],
    }
    return (json.dumps(group, ensure_ascii=False, indent=1) + "\n").encode()


def _table(definition: TableDefinition, store: Store) -> dict[str, Any]:
    columns = [_column(column, definition, store) for column in definition.columns]
    if len(definition.classes) == 1:  # or else the class is in a column
        class_ = {"propertyUrl": RDF_TYPE, "valueUrl": TM + definition.classes[0], "virtual": True}
        columns.append({"name": "class", "titles": {"en": "class", "zh": "类"}, **class_})
    # A cell without a value has no row to refer to, which the standard takes for an error.
    keys = [column for column in definition.columns if column.table and column.required and column.name != "id"]
    return {
        "url": f"{definition.name}.csv",
        "dc:title": _both(definition.title),
        "dc:description": _both(definition.description),
        "tableSchema": {
            "aboutUrl": address(definition.kind) + "{+id}",
            "primaryKey": "id",
            "rowTitles": ["name"] if any(column.name == "name" for column in definition.columns) else ["id"],
            "columns": columns,
            "foreignKeys": [
                {"columnReference": column.name, "reference": {"resource": f"{column.table}.csv", "columnReference": "id"}} for column in keys
            ],
        },
    }


def _column(column: Column, definition: TableDefinition, store: Store) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        # What stands in the file first, so that the header is known by it.
        "titles": {"und": column.name, "en": column.title.en, "zh": column.title.zh},
        "dc:description": _both(column.description),
        "datatype": _datatype(column, store),
    }
    if column.separator:
        found["separator"] = column.separator
    if column.required:
        found["required"] = True
    if column.language:
        found["lang"] = column.language
    if _is_suppressed(column):
        return found | {"suppressOutput": True}
    if column.about:
        found["aboutUrl"] = _subject(definition.column(column.about))
    return found | {"propertyUrl": column.property_iri} | _value(column)


def _is_suppressed(column: Column) -> bool:
    """Tell whether a column gives no RDF: it is worked out, or its cells hold what one cell of CSVW cannot say."""
    of_several = column.many and (column.datatype is not Datatype.STRING or "/" in column.path) and column.datatype is not Datatype.INTEGER
    return of_several or not column.property_iri


def _subject(column: Column) -> str:
    """Return the address of what another column names."""
    if column.datatype is Datatype.DATE:  # a state of knowledge of a move, by its first day
        return address("move") + "{+id}/known/{" + column.name + "}"
    return _value(column)["valueUrl"]


def _value(column: Column) -> dict[str, str]:
    """Return the address that a cell stands for."""
    start = {Datatype.ID: address(column.kind), Datatype.TERM: TM, Datatype.IRI: ""}.get(column.datatype)
    return {} if start is None else {"valueUrl": start + "{+" + column.name + "}"}


def _datatype(column: Column, store: Store) -> str | dict[str, str]:
    base = _BASES[column.datatype]
    if column.datatype is Datatype.PARTIAL_DATE:
        return {"@id": TM + "PartialDate", "base": base, "format": PARTIAL_DATE}
    if column.datatype is Datatype.TERM and column.kind:
        in_scheme = store.quads_for_pattern(None, NamedNode(expand("skos:inScheme")), NamedNode(TM + column.kind), None)
        return {"base": base, "format": "|".join(sorted({quad.subject.value.removeprefix(TM) for quad in in_scheme}))}  # type: ignore[union-attr]
    return base


def _both(text: Text) -> list[dict[str, str]]:
    return [{"@value": text.en, "@language": "en"}, {"@value": text.zh, "@language": "zh"}]
