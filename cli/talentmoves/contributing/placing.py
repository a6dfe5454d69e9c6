"""In which file of a data set an entity has its home. One fact has one home."""

from __future__ import annotations

from collections.abc import Mapping

from ..vocabulary import BASE

#: Kinds of entities, as their addresses have them, by file.
HOMES = {
    "person": "persons.ttl",
    "company": "companies.ttl",
    "role": "roles.ttl",
    "product": "products.ttl",
    "source": "sources.ttl",
    "speaker": "sources.ttl",
    "removal": "removals.ttl",
}
#: What stands at the top of a file that is new.
HEADERS = {
    "persons.ttl": "# People whose professional moves published sources report. Names only: nothing private belongs here.",
    "companies.ttl": "# Companies, laboratories, universities and their units.",
    "roles.ttl": "# Positions that the moves name.",
    "products.ttl": "# Models and applications that roles work on.",
    "sources.ttl": "# Sources that the claims cite, and the people whom they quote without a name.",
    "claims.ttl": "# Claims about companies, roles, products and sources. Claims about a move stand below the move.",
    "removals.ttl": "# People who are not to be entered again. See docs/removal.md.",
}


def kind(address: str) -> str:
    """Return the kind that an address names, such as ``person``.

    >>> kind("<https://w3id.org/talent-moves/person/ada-example>")
    'person'
    """
    return address.strip("<>").removeprefix(BASE).partition("/")[0]


def move_file(dates: Mapping[str, str]) -> str:
    """Return the file of a move: that of the year in which the person left or, where that is not known, joined, or else the move was announced.

    >>> move_file({"joined": "2024-07/2024-12", "announced": "2025-01"})
    'moves/2024.ttl'

    :param dates: the dates that are known, by ``left``, ``joined`` and ``announced``
    """
    known = next((dates[name] for name in ("left", "joined", "announced") if dates.get(name)), "")
    return f"moves/{known[:4]}.ttl" if known else "moves/undated.ttl"


def header(file: str) -> str:
    """Return the comment at the top of a file that is new."""
    if file in HEADERS:
        return HEADERS[file]
    year = file.removeprefix("moves/").removesuffix(".ttl")
    if year == "undated":
        return "# Moves of which no source gives any date. Each move is followed by its claims."
    return (
        f"# Moves of {year}: by the year in which the person left or, where that is not known, joined, or else the move was announced."
        " Each move is followed by its claims."
    )
