"""JSON: a report with its description, or a query's answer in the W3C form.

SPARQL 1.1 Query Results JSON Format: https://www.w3.org/TR/sparql11-results-json/
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode

from ..engines.protocol import Solutions, Term
from ..table import Table, Value
from ..vocabulary import XSD

_RDF_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def write(table: Table) -> str:
    """Return a report as an object: title, caveat, columns with types, and one object a row."""
    document = {
        "title": table.title,
        "caveat": table.caveat,
        "columns": [{"name": column.name, "type": column.type, "summary": column.summary} for column in table.columns],
        "rows": [{column.name: _value(value) for column, value in zip(table.columns, row, strict=True)} for row in table.rows],
    }
    return _dump(document)


def write_answer(table: Table) -> str:
    """Return a query's answer in the SPARQL 1.1 JSON format; triples as rows of their terms."""
    answer = table.answer
    if isinstance(answer, bool):
        return _dump({"head": {}, "boolean": answer})
    if not isinstance(answer, Solutions):
        answer = Solutions(("subject", "predicate", "object"), [tuple(triple) for triple in answer])
    bindings = [{name: _term(term) for name, term in zip(answer.variables, row, strict=True) if term is not None} for row in answer.rows]
    return _dump({"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}})


def _dump(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _value(value: Value) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return list(value) if isinstance(value, tuple) else value


def _term(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        return {"type": "literal", "value": str(term)}
    described = {"type": "literal", "value": term.value}
    if term.language:
        described["xml:lang"] = term.language
    elif term.datatype.value not in (XSD + "string", _RDF_LANG_STRING):
        described["datatype"] = term.datatype.value
    return described
