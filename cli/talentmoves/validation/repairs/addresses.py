"""Addresses of entries that are not of the right form."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ...vocabulary import BASE, TM
from .address_form import slug_of
from .problem import Problem, Repair
from .turtle import Writer

_FOLDERS = {"UnnamedSpeaker": "speaker", "GroupMove": "move", "Thesis": "claim"}
_GIVE = {
    "en": "Give it one at the left margin, such as person:ada-example; [ ] and _: cannot be cited.",
    "zh": "请在行首写明标识，例如 person:ada-example；[ ] 与 _: 无法被引用。",
}
_RENAME = {"en": "Rename it to {name}, here and wherever it is used.", "zh": "请在此处及所有用到它的地方改名为 {name}。"}


def proposed(problem: Problem) -> str | None:
    """Return the address of the right form that an entry is to have; nothing where none can be made or it is taken."""
    kinds = [kind[len(TM) :] for kind in sorted(problem.kinds(problem.focus)) if kind.startswith(TM)]
    slug = slug_of(problem.focus.rpartition("/")[2].rpartition("#")[2])
    if not kinds or not slug:
        return None
    iri = f"{BASE}{_FOLDERS.get(kinds[0], kinds[0].lower())}/{slug}"
    return None if problem.kinds(iri) else iri


def rename(problem: Problem) -> Repair | None:
    """Offer an address of the right form; an edit where nothing else uses the old one."""
    if problem.blank:
        return Repair(_GIVE[problem.language])
    iri = proposed(problem)
    if iri is None:
        return None
    used = any(True for _ in problem.store.quads_for_pattern(None, None, NamedNode(problem.focus), None))
    place = None if used else problem.locate(problem.focus, None, None)
    edit = problem.replace(lambda _, writer: writer.iri(iri), certain=False, place=place, written=NamedNode(problem.focus)) if place else None
    return Repair(_RENAME[problem.language].format(name=Writer.usual().iri(iri)), edit)
