"""Refuse data that say something about a term of the vocabulary.

The ontology and the data are validated as one graph, in which a new subclass or a second label of
``tm:Person`` would change what the rules mean; and what is said about a term is published with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pyoxigraph import NamedNode

from .. import places
from ..errors import InputError
from ..shacl.evaluating import StoreSource
from ..vocabulary import BASE, short

_TERMS = BASE + "ns"
_QUERY = f'SELECT DISTINCT ?this WHERE {{ ?this ?property ?value FILTER(ISIRI(?this) && STRSTARTS(STR(?this), "{_TERMS}")) }}'


def refuse_in(data: StoreSource, files: Sequence[Path]) -> None:
    """Refuse data about terms, before the ontology is added to them.

    :raises InputError: naming the file and the line
    """
    refuse((row["this"] for row in data.select(_QUERY)), files)


def refuse(subjects: Iterable[object], files: Sequence[Path]) -> None:
    """Refuse subjects that are terms of the vocabulary.

    :param files: where the subjects were read
    :raises InputError: naming the file and the line
    """
    terms = sorted({subject.value for subject in subjects if isinstance(subject, NamedNode) and _is_term(subject.value)})
    if not terms:
        return
    from .locating import Locator  # reads the files once more

    found = Locator(files).find(terms[0])
    place = f"{places.display(found.file)}:{found.line}:{found.column}" if found else ", ".join(map(places.display, files))
    more = f" ({len(terms) - 1} more terms are spoken of.)" if len(terms) > 1 else ""
    raise InputError(
        f"{place}: says something about {short(terms[0])}, a term of the vocabulary.{more}",
        "Data speak of people, companies, roles, products, sources, claims and moves: give the entry an address of its kind, or delete the lines.",
    )


def _is_term(iri: str) -> bool:
    return iri.startswith(_TERMS) and iri[len(_TERMS) :][:1] in ("", "#", "/")
