"""The terms of blocks, in the N-Triples form in which the layout has them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from ..layout.tree import Block, Property, Value
from ..vocabulary import BASE, PREFIXES, TM, XSD

#: The forms in which a date can be known: a day, a month, a year, or an interval of months.
DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|[0-9]{4}-[0-9]{2}/[0-9]{4}-[0-9]{2}")
_DATATYPES = {10: XSD + "date", 7: XSD + "gYearMonth", 4: XSD + "gYear", 15: PREFIXES["edtf"] + "EDTF"}


def entity(kind: str, slug: str) -> str:
    """Return the address of an entity of ours, such as ``person`` and ``ada-example``."""
    return f"<{BASE}{kind}/{slug}>"


def concept(name: str) -> str:
    """Return a term of the vocabulary or of one of its lists, such as ``hire``."""
    return f"<{TM}{name}>"


def address(iri: str) -> str:
    """Return an address as a term."""
    return str(NamedNode(iri))


def text(words: str, language: str = "") -> str:
    """Return a text, in a language or in none."""
    return str(Literal(words, language=language) if language else Literal(words))


def date(value: str) -> str:
    """Return a date as precise as it is given.

    :raises ValueError: if it has none of the forms of :data:`DATE`
    """
    if not DATE.fullmatch(value):
        raise ValueError(value)
    return str(Literal(value, datatype=NamedNode(_DATATYPES[len(value)])))


def is_date(value: str) -> bool:
    """Tell whether a value has one of the forms of :data:`DATE`, and is a day, month or year that exists.

    >>> is_date("2024-02-29"), is_date("2023-02-29"), is_date("2024-07/2024-12"), is_date("2024-12/2024-07")
    (True, False, True, False)
    """
    if not DATE.fullmatch(value):
        return False
    try:
        days = [datetime.date.fromisoformat(part + "-01-01"[len(part) - 4 :]) for part in value.split("/")]
    except ValueError:
        return False
    return days == sorted(days)


def block(subject: str, statements: Iterable[tuple[str, Iterable[str]]]) -> Block:
    """Return a block.

    :param statements: properties by their prefixed names, such as ``tm:person``, with values; those without values are left out
    """
    found = Block(subject)
    for name, values in statements:
        nodes = [Value(value) for value in values if value]
        if nodes:
            prefix, _, local = name.partition(":")
            found.properties.append(Property(f"<{PREFIXES[prefix]}{local}>", nodes))
    return found
