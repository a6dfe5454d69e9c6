"""Find the entity that a name, a nickname, a slug or an address stands for."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ..engines.protocol import Engine, Solutions
from ..errors import UnknownNameError
from ..suggestions import nearest
from ..vocabulary import BASE, TM

_NAMES = """
SELECT ?entity ?class ?name ?preferred WHERE {
  ?entity a ?class .
  { ?entity rdfs:label ?name . BIND(true AS ?preferred) }
  UNION { ?entity skos:altLabel ?name . BIND(false AS ?preferred) }
  UNION { ?entity tm:title ?name . BIND(true AS ?preferred) }
  FILTER(?class IN (tm:Person, tm:Company, tm:Move, tm:GroupMove, tm:Role, tm:Product))
}
"""
_ALL = "SELECT ?entity ?class WHERE { ?entity a ?class . FILTER(?class IN (tm:Person, tm:Company, tm:Move, tm:GroupMove, tm:Role, tm:Product)) }"


class Known(NamedTuple):
    """An entity and one of its names."""

    entity: str
    #: Local name of its class, such as ``Person``.
    kind: str
    name: str
    preferred: bool


def known(engine: Engine) -> list[Known]:
    """Return every name of every person, company, move, role and product; slugs count as names."""
    found = []
    answer = engine.query(_NAMES)
    assert isinstance(answer, Solutions)
    for entity, kind, name, preferred in answer.rows:
        assert isinstance(entity, NamedNode) and isinstance(kind, NamedNode) and isinstance(name, Literal) and isinstance(preferred, Literal)
        found.append(Known(entity.value, kind.value.removeprefix(TM), name.value, preferred.value in ("true", "1")))
    answer = engine.query(_ALL)
    assert isinstance(answer, Solutions)
    for entity, kind in answer.rows:
        assert isinstance(entity, NamedNode) and isinstance(kind, NamedNode)
        found.append(Known(entity.value, kind.value.removeprefix(TM), entity.value.rsplit("/", 1)[-1], False))
    return sorted(set(found))


def find(engine: Engine, text: str, kinds: tuple[str, ...]) -> NamedNode:
    """Return the entity of one of the classes that the text names.

    The text can be a name in any script, a nickname, a slug (``noam-shazeer``), a slug with its kind
    (``person/noam-shazeer`` or ``person:noam-shazeer``) or the whole address. Case does not matter.

    :param kinds: local names of the classes, such as ``("Person", "Company")``
    :raises UnknownNameError: if nothing or more than one thing has the name; the text offers the nearest
    """
    wanted = text.strip()
    candidates = [entry for entry in known(engine) if entry.kind in kinds]
    addresses = {entry.entity for entry in candidates}
    path = wanted.strip("<>").removeprefix(BASE)
    for form in (path, path.replace(":", "/", 1)):
        if BASE + form in addresses:
            return NamedNode(BASE + form)
    folded = wanted.casefold()
    matching = [entry for entry in candidates if entry.name.casefold() == folded]
    exact = {entry.entity for entry in matching if entry.preferred} or {entry.entity for entry in matching}
    if len(exact) == 1:
        return NamedNode(exact.pop())
    words = [kind.lower() for kind in kinds if kind != "GroupMove"]
    what = " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
    if exact:
        listed = ", ".join(sorted(entity.removeprefix(BASE) for entity in exact))
        raise UnknownNameError(f"'{text}' names more than one {what}.", f"Say which: {listed}.")
    offered = _offers(wanted, candidates)
    hint = f"Did you mean {' or '.join(offered)}?" if offered else "Check the spelling; names are accepted in English and in their own script."
    raise UnknownNameError(f"There is no {what} '{text}'.", hint)


def _offers(text: str, candidates: list[Known]) -> list[str]:
    """Return the nearest names, one an entity and preferably not its slug."""
    # The last one wins: a preferred name over a slug, an English one over one in another script.
    best = {entry.entity: entry.name for entry in sorted(candidates, key=lambda entry: (entry.preferred, entry.name.isascii()))}
    entities = {entry.name: entry.entity for entry in candidates}
    found = nearest(text, list(entities), limit=8)
    return list(dict.fromkeys(name if _has_han(text) and _has_han(name) else best[entities[name]] for name in found))[:3]


def _has_han(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)
