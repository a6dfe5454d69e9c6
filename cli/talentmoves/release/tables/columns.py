"""What a table and a column are: the one definition that CSV, CSVW, Parquet and the descriptions of a release read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ... import places
from ...vocabulary import BASE, PREFIXES, expand

if TYPE_CHECKING:
    from .facts import Facts

#: A cell: a text, a number, a day, a truth value, a list, or nothing.
Cell: TypeAlias = "str | int | Decimal | date | bool | tuple[str, ...] | tuple[int, ...] | None"

#: A date with the precision that was reported, or an interval of two of them, as ``tm:PartialDate`` has it.
PARTIAL_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?"


class Datatype(Enum):
    """What the cells of a column hold."""

    #: The last part of the address of an entity of ours, such as ``noam-shazeer``.
    ID = "id"
    #: The local name of a term of a scheme of ours, such as ``confirmed``.
    TERM = "term"
    IRI = "iri"
    STRING = "string"
    DATE = "date"
    PARTIAL_DATE = "partial date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"


class Text(NamedTuple):
    """A text in both languages."""

    en: str
    zh: str


class Column(NamedTuple):
    """A column of a table."""

    name: str
    datatype: Datatype
    #: The way from the row's entity to the value: predicates with slashes between, ``^`` before one that is followed backwards.
    path: str = ""
    #: How the cell is worked out, where no path leads to it.
    compute: Callable[[Facts, str], Cell] | None = None
    #: What stands above the column, and what it means; the ontology's own words where they are not given.
    own_title: Text | None = None
    own_description: Text | None = None
    #: Of an :attr:`Datatype.ID`: the kind of entity, such as ``company``; of a :attr:`Datatype.TERM`: its scheme.
    kind: str = ""
    #: Of an :attr:`Datatype.ID`: the table in which the entity has its row.
    table: str = ""
    #: The column that names the entity of which this one tells, where that is not the row's own.
    about: str = ""
    #: Whether a cell holds several values, or how many there are.
    many: bool = False
    counted: bool = False
    #: Whether every row has a value.
    required: bool = False

    @property
    def language(self) -> str:
        """The language of the texts, or nothing."""
        return self.path.rpartition("@")[2] if "@" in self.path else ""

    @property
    def property_iri(self) -> str:
        """The property of RDF that a cell gives, or nothing for what is worked out."""
        if self.path.startswith("current"):  # what is worked out here, not what the data says
            return ""
        last = self.path.rpartition("/")[2].partition("@")[0]
        prefix, _, local = last.partition(":")
        return PREFIXES[prefix] + local if local and not prefix.startswith("^") else ""

    @property
    def title(self) -> Text:
        """What stands above the column, in both languages."""
        return self.own_title or _ontology()[self.property_iri][0]

    @property
    def description(self) -> Text:
        """What the column means, in both languages."""
        return self.own_description or _ontology()[self.property_iri][1]

    @property
    def separator(self) -> str:
        """What stands between the values of a list in CSV; nothing for a column of single values."""
        # A text has blanks and semicolons in it, an identifier or an address has none.
        return "" if not self.many else " | " if self.datatype is Datatype.STRING else " "


class TableDefinition(NamedTuple):
    """A table: its rows are the entities of some classes, in the order of their identifiers."""

    name: str
    #: Local names of the classes.
    classes: tuple[str, ...]
    #: The part of an entity's address that tells its kind.
    kind: str
    title: Text
    description: Text
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """Return the column of a name."""
        return next(column for column in self.columns if column.name == name)


def own(table: str, kind: str, iri: Text) -> tuple[Column, ...]:
    """Return the columns with which every table begins: the identifier, the address of the thing and that of its page."""
    identifier = Text(f"The last part of the {kind}'s address, which identifies it", f"{iri.zh}的最后一段，即其标识符")
    return (
        Column("id", Datatype.ID, own_title=Text("identifier", "标识符"), own_description=identifier, kind=kind, table=table, required=True),
        Column("iri", Datatype.IRI, own_title=Text("IRI", "IRI"), own_description=iri, required=True),
        Column(
            "page",
            Datatype.IRI,
            own_title=Text("page", "页面"),
            own_description=Text("The address of the page about it", "介绍该条目的页面网址"),
            required=True,
        ),
    )


def address(kind: str) -> str:
    """Return what the addresses of the entities of a kind begin with.

    >>> address("person")
    'https://w3id.org/talent-moves/person/'
    """
    return f"{BASE}{kind}/"


@cache
def _ontology() -> dict[str, tuple[Text, Text]]:
    """Return the label and the definition of every term."""
    found: dict[str, dict[str, str]] = {}
    wanted = {expand("rdfs:label"): "label", expand("skos:definition"): "definition"}
    for file in places.ontology_files():
        for quad in parse(file.read_bytes(), format=RdfFormat.TURTLE):
            role = wanted.get(quad.predicate.value)
            if role and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                found.setdefault(quad.subject.value, {})[f"{role}@{quad.object.language}"] = quad.object.value
    return {
        iri: (Text(texts["label@en"], texts["label@zh"]), Text(texts["definition@en"], texts["definition@zh"]))
        for iri, texts in found.items()
        if {"label@en", "label@zh", "definition@en", "definition@zh"} <= texts.keys()
    }
