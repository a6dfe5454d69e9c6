"""Find people in the data who were taken out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad, Store

from .. import places
from ..naming import forms, possible_names
from ..tombstones import VARIABLE, Key, find_key
from ..vocabulary import BASE, TM
from .findings import Finding
from .locating import Locator
from .rules.removed import RULE
from .wording import Wording

_HASH, _MARK, _URL, _SPARES = (NamedNode(TM + name) for name in ("nameHash", "keyMark", "url", "spares"))
_PERSON = BASE + "person/"


class Looked(NamedTuple):
    """What came of it."""

    findings: list[Finding]
    #: What could not be checked, in a sentence; nothing where all could.
    notes: list[str]


def look(store: Store, files: Sequence[Path], language: str, said: Iterable[Quad] | None = None) -> Looked:
    """Return a finding for each statement that names somebody who was taken out.

    :param store: with the curated graph; its removals count
    :param files: where its statements are written, for their places
    :param said: the statements to look at; all that are curated if left out
    :raises DataError: if the key is no key
    """
    hashes = {quad.object.value for quad in store.quads_for_pattern(None, _HASH, None, None) if isinstance(quad.object, Literal)}
    if not hashes:
        return Looked([], [])
    marks = {quad.object.value for quad in store.quads_for_pattern(None, _MARK, None, None) if isinstance(quad.object, Literal)}
    key = find_key(dict.fromkeys([*(file.resolve().parent for file in files), places.data()]))
    if key is None or key.mark not in marks:
        why = "there is no key here" if key is None else "the key here is another one"
        where = f"${VARIABLE}, or removal.key beside the data"
        note = f"whether somebody who was taken out comes back was not checked: {why} ({where}). Maintainers check it."
        return Looked([], [note])
    spared = {quad.object for quad in store.quads_for_pattern(None, _SPARES, None, None)}
    found = [quad for quad in (store if said is None else said) if quad.subject not in spared and _names(quad, key, hashes)]
    if not found:
        return Looked([], [])
    locator, wording = Locator(files), Wording(store, language)
    # An address repeats what the name says; it counts where it is alone.
    named = {quad.subject for quad in found if not quad.predicate.value.endswith("#type")}
    kept = [quad for quad in dict.fromkeys(found) if not quad.predicate.value.endswith("#type") or quad.subject not in named]
    told = [_finding(quad, locator, wording, language) for quad in kept]
    return Looked(sorted(told, key=lambda finding: finding.order), [])


def _names(quad: Quad, key: Key, hashes: set[str]) -> bool:
    return any(key.hash(form) in hashes for form in dict.fromkeys(_forms(quad)))


def _forms(quad: Quad) -> Iterator[str]:
    """Yield what could be a name in a statement: of a person's own names and address the whole, elsewhere every part."""
    about_person = isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_PERSON)
    if isinstance(quad.object, Literal):
        if quad.predicate == _HASH or not (quad.object.language or quad.object.datatype.value.endswith("#string")):
            return
        own = about_person and quad.predicate.value.endswith(("#label", "#altLabel"))
        yield from forms(quad.object.value) if own else possible_names(quad.object.value)
    elif quad.predicate == _URL and isinstance(quad.object, NamedNode):
        yield from possible_names(unquote(quad.object.value))
    elif about_person and quad.predicate.value.endswith("#type"):
        assert isinstance(quad.subject, NamedNode)
        yield from forms(quad.subject.value.removeprefix(_PERSON).replace("-", " "))


def _finding(quad: Quad, locator: Locator, wording: Wording, language: str) -> Finding:
    focus = quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)
    value = str(quad.object)
    return Finding(
        code=RULE.code,
        level=RULE.level,
        location=locator.find(focus, quad.predicate.value, value),
        focus=focus,
        label=wording.label(focus),
        message=RULE.message[language],
        repair=RULE.repair[language],
        page=RULE.page,
        path=quad.predicate.value,
        value=value,
    )
