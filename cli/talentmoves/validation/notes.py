"""What else belongs to a finding: the other of two places that do not agree.

A SPARQL constraint projects that place as ``?noteSubject``, ``?notePath`` and ``?noteValue``, and carries
the words as ``tm:note``; ``?note2Subject`` and ``tm:note2`` tell of a further one. Other shapes name a
property of the same entity with ``tm:notePath``.
"""

from __future__ import annotations

from collections import Counter

from pyoxigraph import Literal, NamedNode, Store

from ..shacl.messages import filled
from ..shacl.results import unbracketed
from ..shacl.vocabulary import SH
from ..vocabulary import TM
from .findings import Location, Note
from .repairs import kinds
from .repairs.problem import Locate, Problem, Term, Violation, term
from .repairs.support import claimed, claims_about
from .repairs.turtle import Writer
from .rules.rule import Rule
from .rules.shape_facts import all_of, texts

#: How many places of one kind are named.
_MOST = 4
_VALUE = {"en": "{value} is given here", "zh": "此处写 {value}"}
_GIVES = {"en": "this claim gives {value}", "zh": "该说法写 {value}"}
_SILENT = {"en": "this claim gives no such value", "zh": "该说法没有写此项"}
_CHINESE = {"en": "this source in Chinese tells of the person", "zh": "该中文来源提到此人"}


def notes(rule: Rule, result: Violation, store: Store, locate: Locate, language: str) -> tuple[Note, ...]:
    """Return the notes of a finding, each with its place where that is known.

    :param store: with the curated, the derived and the ontology graph
    :param locate: tells where a statement stands
    :param language: ``en`` or ``zh``
    """
    problem = Problem(rule, result, store, locate, language, {})
    listed = sorted({*_of_shape(problem), *_too_many(problem)}, key=_order)
    found = [*_projected(problem), *listed, *_of_rule(problem), *filter(None, [kinds.note(problem)])]
    return tuple(dict.fromkeys(found))[:_MOST]


def _order(note: Note) -> tuple[str, int, int, str]:
    place = note.location
    return (str(place.file), place.line, place.column, note.text) if place else ("~", 0, 0, note.text)


def _projected(problem: Problem) -> list[Note]:
    found = []
    for name in ("note", "note2"):
        subject = problem.bindings.get(f"{name}Subject")
        constraint = getattr(problem.result, "constraint", "") or f"{problem.shape}-query"
        words = texts(unbracketed(constraint), TM + name).get(problem.language)
        if subject and words:
            path = unbracketed(problem.bindings.get(f"{name}Path", "")) or None
            place = _place(problem, term(subject).value, path, problem.bindings.get(f"{name}Value"))
            found.append(Note(_filled(problem, words), place))
    return found


def _of_shape(problem: Problem) -> list[Note]:
    shape = problem.shape
    words = texts(shape, TM + "note").get(problem.language)
    if not words or problem.blank:
        return []
    found = []
    for path in all_of(shape, TM + "notePath"):
        found += [Note(_filled(problem, words), _place(problem, problem.focus, path, str(value))) for value in problem.values(problem.focus, path)]
    return found


def _too_many(problem: Problem) -> list[Note]:
    """Name the values of which only one can stand."""
    if problem.blank or not problem.path:
        return []
    component = unbracketed(problem.result.component)
    if component not in (SH + "UniqueLangConstraintComponent", SH + "MaxCountConstraintComponent"):
        return []
    values = problem.values(problem.focus, problem.path)
    if component == SH + "UniqueLangConstraintComponent":
        languages = Counter(value.language for value in values if isinstance(value, Literal) and value.language)
        values = [value for value in values if isinstance(value, Literal) and languages[value.language or ""] > 1]
    if len(values) < 2:
        return []
    return [
        Note(_VALUE[problem.language].format(value=_shown(problem, value)), _place(problem, problem.focus, problem.path, str(value)))
        for value in values[:_MOST]
    ]


def _of_rule(problem: Problem) -> list[Note]:
    if problem.rule.code in ("TM121", "TM122"):
        return _claims(problem)
    if problem.rule.code == "TM138":
        return _chinese_sources(problem)
    return []


def _claims(problem: Problem) -> list[Note]:
    """Name what the claims about a move give instead."""
    given = claimed(problem, problem.focus, problem.path)
    if given:
        return [
            Note(_GIVES[problem.language].format(value=_shown(problem, value)), _place(problem, claim, problem.path, str(value)))
            for value, claim in given.items()
        ]
    return [Note(_SILENT[problem.language], problem.locate(claim, None, None)) for claim in claims_about(problem, problem.focus)[:1]]


def _chinese_sources(problem: Problem) -> list[Note]:
    for move in problem.subjects(TM + "person", NamedNode(problem.focus)):
        for claim in problem.subjects(TM + "about", NamedNode(move)):
            for source in problem.values(claim, TM + "source"):
                if Literal("zh") in problem.values(source.value, "http://purl.org/dc/terms/language"):
                    return [Note(_CHINESE[problem.language], _place(problem, claim, TM + "source", str(source)))]
    return []


def _place(problem: Problem, subject: str, path: str | None, value: str | None) -> Location | None:
    """Return where a statement stands, or its subject where it does not stand anywhere."""
    return (problem.locate(subject, path, value) if path else None) or problem.locate(subject, None, None)


def _filled(problem: Problem, words: str) -> str:
    bound = {"this": problem.result.focus, "value": problem.result.value, **problem.bindings}

    def meaning(name: str) -> str | None:
        found = bound.get(name)
        return _shown(problem, term(found)) if found else None

    return filled(words, meaning)


def _shown(problem: Problem, value: Term) -> str:
    if isinstance(value, NamedNode):
        # A term of ours is written as it stands in the file; an entry goes by its name.
        name = "" if value.value.startswith(TM) else problem.name(value.value)
        return name or Writer.usual().iri(value.value)
    return value.value if isinstance(value, Literal) else f"_:{value.value}"
