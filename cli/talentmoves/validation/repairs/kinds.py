"""Entries of another kind than a property asks for: they exist, so that nothing has to be added."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ...vocabulary import BASE, DERIVED, PREFIXES, RDF_TYPE, TM
from ..findings import Note
from .problem import LABEL, Problem
from .turtle import Writer

_COMPANY = ("Company",)
_PERSON = ("Person",)
_SOURCE = ("Source",)
#: The kinds of entries that a property points to.
EXPECTED: dict[str, tuple[str, ...]] = {
    **{TM + name: _COMPANY for name in ("fromCompany", "toCompany", "partOf", "acquiredBy", "roleAt", "madeBy", "concerns")},
    **{TM + name: _PERSON for name in ("person", "founder", "reportsTo", "ledBy")},
    **{TM + name: ("Role",) for name in ("fromRole", "toRole")},
    **dict.fromkeys((TM + "source", TM + "derivesFrom", PREFIXES["dcterms"] + "source"), _SOURCE),
    TM + "worksOn": ("Product",),
    TM + "partOfGroup": ("GroupMove",),
    TM + "contradicts": ("Claim", "Thesis"),
    TM + "speaker": ("Person", "UnnamedSpeaker"),
    TM + "about": ("Move", "GroupMove", "Company", "Role", "Product", "Person", "Source"),
}
OURS = frozenset(kind for kinds in EXPECTED.values() for kind in kinds)
_BY_ADDRESS = tuple(PREFIXES[prefix] for prefix in ("move", "claim", "source"))
_OTHER = {"en": "{entity} is {given}; this has to be {expected}.", "zh": "{entity} 是{given}；此处应为{expected}。"}
_FOREIGN = {
    "en": "{entity} is declared as {given}, which is not a kind that we hold; this has to be {expected}.",
    "zh": "{entity} 的类别写作 {given}，这不是我们收录的类别；此处应为{expected}。",
}
_NONE = {"en": "{entity} does not say what it is; this has to be {expected}.", "zh": "{entity} 没有写明类别；此处应为{expected}。"}
_NAME = {"en": "Name {expected}, or correct the kind of {entity}.", "zh": "请填写{expected}，或更正 {entity} 的类别。"}
_CORRECT = {
    "en": "Correct the kind of {entity} where it stands; nothing needs to be added.",
    "zh": "请在 {entity} 所在之处更正其类别；无需添加条目。",
}
_DECLARED = {"en": "{entity} is declared as {given} here", "zh": "{entity} 在此声明为 {given}"}
_UNDECLARED = {"en": "{entity} stands here, without a kind", "zh": "{entity} 在此，但未写类别"}
_OR = {"en": " or ", "zh": "或"}
_COMMA = {"en": ", ", "zh": "、"}


class Mistaken(NamedTuple):
    """An entry that exists, but not as what a property asks for."""

    entity: str
    #: The kinds that it is declared to be of: addresses, in a fixed order.
    given: tuple[str, ...]
    expected: tuple[str, ...]

    @property
    def ours(self) -> bool:
        """Whether it is of a kind that we hold."""
        return any(kind.removeprefix(TM) in OURS for kind in self.given)


def mistaken(problem: Problem) -> Mistaken | None:
    """Return the entry that a finding of an unknown reference points to after all, nothing if there is none."""
    expected = EXPECTED.get(problem.path)
    value = problem.value
    if expected is None or not isinstance(value, NamedNode) or not value.value.startswith(BASE):
        return None
    quads = problem.store.quads_for_pattern(value, None, None, None)
    if all(getattr(quad.graph_name, "value", "") == DERIVED for quad in quads):
        return None
    given = tuple(sorted(problem.kinds(value.value)))
    return None if any(kind.removeprefix(TM) in expected for kind in given) else Mistaken(value.value, given, expected)


def message(problem: Problem) -> str | None:
    """Tell of what kind the entry is, and which kind is asked for; nothing where there is no such entry."""
    found = mistaken(problem)
    if found is None:
        return None
    words = _OTHER if found.ours else _FOREIGN if found.given else _NONE
    return words[problem.language].format(**_words(problem, found))


def advice(problem: Problem, found: Mistaken) -> str:
    """Tell how to mend it: at the entry itself where its kind is none of ours."""
    return (_NAME if found.ours else _CORRECT)[problem.language].format(**_words(problem, found))


def note(problem: Problem) -> Note | None:
    """Point to the line that declares the kind of the entry, or to the entry; nothing where there is none."""
    found = mistaken(problem)
    if found is None:
        return None
    written = Writer.usual()
    entity = written.iri(found.entity)
    if not found.given:
        return Note(_UNDECLARED[problem.language].format(entity=entity), problem.locate(found.entity, None, None))
    words = _DECLARED[problem.language].format(entity=entity, given=written.iri(found.given[0]))
    return Note(words, problem.locate(found.entity, RDF_TYPE, f"<{found.given[0]}>"))


def _words(problem: Problem, found: Mistaken) -> dict[str, str]:
    given = [_called(problem, kind) if found.ours else Writer.usual().iri(kind) for kind in found.given]
    expected = [_called(problem, TM + kind) for kind in found.expected]
    return {
        # Moves, claims and sources have names that are long, and addresses that tell as much.
        "entity": Writer.usual().iri(found.entity) if found.entity.startswith(_BY_ADDRESS) else problem.called(found.entity),
        "given": _COMMA[problem.language].join(given),
        "expected": _OR[problem.language].join(filter(None, (_COMMA[problem.language].join(expected[:-1]), expected[-1]))),
    }


def _called(problem: Problem, kind: str) -> str:
    """Return what the ontology calls a kind: ``a person``."""
    names = [name.value for name in problem.values(kind, LABEL) if isinstance(name, Literal) and name.language == problem.language]
    name = names[0] if names else Writer.usual().iri(kind)
    return name if problem.language == "zh" else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
