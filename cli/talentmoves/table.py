"""The one table that reports and queries turn into, with typed values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode

from .engines.protocol import Answer, Solutions, Term
from .errors import EngineError
from .vocabulary import XSD

if TYPE_CHECKING:  # half of the answers have no such values, and a report must start quickly
    from datetime import date
    from decimal import Decimal

#: A cell: an IRI or text, a number, a day, a truth value, a list of IRIs or texts, or nothing.
Value: TypeAlias = "str | int | Decimal | date | bool | tuple[str, ...] | None"

_WHOLE_NUMBERS = {XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "short")}
_NUMBERS = {XSD + name for name in ("decimal", "double", "float")}


#: Types a column can have; ``iris`` and ``strings`` are lists, separated in the query by a blank
#: and by "; ".
COLUMN_TYPES = frozenset({"iri", "iris", "string", "strings", "date", "month", "integer", "decimal", "boolean"})


class Column(NamedTuple):
    """A column of a report's answer."""

    name: str
    type: str = "string"
    summary: str = ""
    #: The column that holds this one's name for people; tables show that one instead.
    shown: str = ""


class Chart(NamedTuple):
    """How to draw the answer: one bar a row, the first value in front of the second, of which it is a part."""

    label: tuple[str, ...]
    values: tuple[str, ...]


class Table(NamedTuple):
    """Rows under named, typed columns."""

    columns: tuple[Column, ...]
    rows: list[tuple[Value, ...]]
    title: str = ""
    #: What a reader must know before using a figure.
    caveat: str = ""
    chart: Chart | None = None
    #: The query's solutions, for formats that write RDF terms as such.
    answer: Answer = True

    def records(self) -> list[dict[str, Value]]:
        """Return the rows as dictionaries by column name."""
        return [{column.name: value for column, value in zip(self.columns, row, strict=True)} for row in self.rows]


def from_report(answer: Answer, columns: tuple[Column, ...], **about: object) -> Table:
    """Return the table of a report, its values of the types that the columns declare.

    :raises EngineError: if the engine left out a column or gave a value of another type
    """
    if not isinstance(answer, Solutions):
        raise EngineError("The engine did not answer a report with rows.")
    missing = [column.name for column in columns if column.name not in answer.variables]
    if missing:
        raise EngineError(f"The engine left out columns of the report: {', '.join(missing)}.", "Check that this is a SPARQL 1.1 endpoint.")
    places = [answer.variables.index(column.name) for column in columns]
    rows = [tuple(_typed(row[place], column) for place, column in zip(places, columns, strict=True)) for row in answer.rows]
    return Table(columns, rows, answer=answer, **about)  # type: ignore[arg-type]


def sort(table: Table, order: tuple[str, ...]) -> Table:
    """Return the table with its rows sorted by columns, one with a minus sign from the greatest to the least.

    What is not known comes last either way. The engines do not sort: they differ in where they put
    what is unbound, and one cannot sort rows that hold long lists.
    """
    places = {column.name: place for place, column in enumerate(table.columns)}
    rows = list(table.rows)
    for key in reversed(order):  # a stable sort by the last key first
        place = places[key.removeprefix("-")]
        known = [row for row in rows if row[place] is not None]
        known.sort(key=lambda row: row[place], reverse=key.startswith("-"))  # type: ignore[arg-type, return-value]
        rows = known + [row for row in rows if row[place] is None]
    return table._replace(rows=rows)


def from_answer(answer: Answer) -> Table:
    """Return the table of any query: one column a variable, of the type its values have."""
    if isinstance(answer, bool):
        return Table((Column("answer", "boolean"),), [(answer,)], answer=answer)
    if not isinstance(answer, Solutions):
        names: Sequence[str] = ("subject", "predicate", "object")
        rows: list[tuple[Term | None, ...]] = [tuple(triple) for triple in answer]
    else:
        names, rows = answer.variables, answer.rows
    columns = tuple(Column(name, _common_type([row[place] for row in rows])) for place, name in enumerate(names))
    return Table(columns, [tuple(_natural(term) for term in row) for row in rows], answer=answer)


def _typed(term: Term | None, column: Column) -> Value:
    if term is None:
        return () if column.type in ("iris", "strings") else None
    text = term.value if isinstance(term, (NamedNode, Literal)) else str(term)
    try:
        match column.type:
            case "integer":
                return _integer(text)
            case "decimal":
                return _decimal(text)
            case "date":
                return _date(text)
            case "boolean":
                return {"true": True, "1": True, "false": False, "0": False}[text]
            # No engine promises an order within GROUP_CONCAT.
            case "iris":
                return tuple(sorted(set(text.split())))
            case "strings":
                return tuple(sorted({part for part in text.split("; ") if part}))
            case _:
                return text
    except (ValueError, KeyError, ArithmeticError):
        raise EngineError(f"The engine gave '{text}' where the column {column.name} has values of type {column.type}.") from None


def _natural(term: Term | None) -> Value:
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return term.value
    if not isinstance(term, Literal):
        return str(term)
    datatype = term.datatype.value
    try:
        if datatype in _WHOLE_NUMBERS:
            return int(term.value)
        if datatype in _NUMBERS:
            return _decimal(term.value)
    except (ValueError, ArithmeticError):
        return term.value  # an ill-formed literal is shown as it stands
    if datatype == XSD + "boolean" and term.value in ("true", "false", "1", "0"):
        return term.value in ("true", "1")
    return term.value


def _integer(text: str) -> int:
    try:
        return int(text)
    except ValueError:  # an engine may sum integers to a decimal
        return int(_decimal(text))


def _decimal(text: str) -> Decimal:
    from decimal import Decimal

    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    # 0.50 and 0.5 are one number; engines differ in the zeros.
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()


def _date(text: str) -> date:
    from datetime import date

    return date.fromisoformat(text[:10])


def _common_type(terms: list[Term | None]) -> str:
    present = [term for term in terms if term is not None]
    if present and all(isinstance(term, NamedNode) for term in present):
        return "iri"
    if present and all(isinstance(term, Literal) and term.datatype.value in _WHOLE_NUMBERS | _NUMBERS for term in present):
        return "decimal"
    return "string"
