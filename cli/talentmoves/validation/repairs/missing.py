"""Statements that are missing: with the value where the data tell it, else with a mark to fill in.

What is to be filled in is ``…`` in a text and ``fill-in`` in a name; both are findings until then.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ...vocabulary import BASE, PREFIXES, TM, XSD
from ..rules.shape_facts import choices
from . import statements
from .address_form import may_be_offered, well_formed
from .addresses import proposed
from .problem import LABEL, Problem, Repair
from .references import FILL_IN, entity_slugs
from .support import claimed
from .turtle import Writer, quoted

Value = NamedNode | Literal
Guess = Callable[[Problem, str], Value | None]

_TERM = f"tm:{FILL_IN}"
_DOTS = "…"
_ADD = {"en": "Add {statement}.", "zh": "请补上 {statement}。"}
_FILL = {"en": "{repair} In the line below, put it in place of “{mark}”.", "zh": "{repair}请在下面一行中用它替换“{mark}”。"}


class Missing(NamedTuple):
    """A property that is missing."""

    predicate: str
    #: What to write where nothing is known, without the property.
    placeholder: str
    #: Works the value out from the data.
    guess: Guess = lambda problem, predicate: None


def _today(problem: Problem, predicate: str) -> Value | None:
    return Literal(datetime.date.today().isoformat(), datatype=NamedNode(XSD + "date"))


def _exists(problem: Problem, iri: str, kinds: tuple[str, ...]) -> bool:
    return any(TM + kind in problem.kinds(iri) for kind in kinds)


def _parts(problem: Problem) -> list[str]:
    return problem.focus.rpartition("/")[2].split("-")


def _leading(problem: Problem, prefix: str, *kinds: str) -> NamedNode | None:
    """Return the entry whose slug the slug of the focus begins with, the longest where there are several."""
    parts = _parts(problem)
    for length in range(len(parts), 0, -1):
        iri = f"{BASE}{prefix}/{'-'.join(parts[:length])}"
        if iri != problem.focus and _exists(problem, iri, kinds):
            return NamedNode(iri)
    return None


def _runs(parts: list[str]) -> Iterator[str]:
    for length in range(len(parts), 0, -1):
        for start in range(len(parts) - length, -1, -1):
            yield "-".join(parts[start : start + length])


def _person(problem: Problem, predicate: str) -> Value | None:
    return _leading(problem, "person", "Person")


def _about(problem: Problem, predicate: str) -> Value | None:
    return _leading(problem, "move", "Move", "GroupMove")


def _role_company(problem: Problem, predicate: str) -> Value | None:
    return _leading(problem, "company", "Company")


def _company(problem: Problem, predicate: str) -> Value | None:
    """Return the company of a move: that of its role, that of a claim, or the one that its slug names."""
    role = predicate.replace("Company", "Role")
    for named in problem.values(problem.focus, role):
        for company in problem.values(named.value, TM + "roleAt") if isinstance(named, NamedNode) else []:
            if isinstance(company, NamedNode):
                return company
    for value in claimed(problem, problem.focus, predicate):
        return value
    person = _leading(problem, "person", "Person")
    rest = _parts(problem)[len(person.value.rpartition("/")[2].split("-")) if person else 0 :]
    other = {value.value for side in ("fromCompany", "toCompany") for value in problem.values(problem.focus, TM + side)}
    for run in _runs(rest):
        iri = f"{BASE}company/{run}"
        if iri not in other and _exists(problem, iri, ("Company",)):
            return NamedNode(iri)
    return None


def _claim_source(problem: Problem, predicate: str) -> Value | None:
    """Return the source that the slug of a claim ends with the publisher of, if there is just one."""
    move = _leading(problem, "move", "Move", "GroupMove")
    rest = _parts(problem)[len(move.value.rpartition("/")[2].split("-")) if move else 0 :]
    best: dict[int, list[str]] = {}
    for slug in entity_slugs(problem, ("Source",)):
        name = slug.partition("/")[2].split("-")
        shared = next((at for at, (one, two) in enumerate(zip(name, rest, strict=False)) if one != two), min(len(name), len(rest)))
        best.setdefault(shared, []).append(slug)
    most = max(best, default=0)
    return NamedNode(BASE + best[most][0]) if most and len(best[most]) == 1 else None


def _cited(problem: Problem, predicate: str) -> Value | None:
    """Return the source of a claim about the company, if there is just one."""
    claims = problem.subjects(TM + "about", NamedNode(problem.focus))
    sources = {source for claim in claims for source in problem.values(claim, TM + "source") if isinstance(source, NamedNode)}
    return next(iter(sources)) if len(sources) == 1 else None


def _publisher(problem: Problem, predicate: str) -> Value | None:
    """Return the name of the publisher of other sources at the same host."""
    hosts = {value.value.split("/")[2] for value in problem.values(problem.focus, TM + "url") if value.value.count("/") > 1}
    for quad in problem.store.quads_for_pattern(None, NamedNode(TM + "url"), None, None) if hosts else ():
        address = getattr(quad.object, "value", "")
        if address.count("/") > 1 and address.split("/")[2] in hosts and isinstance(quad.subject, NamedNode):
            for name in problem.values(quad.subject.value, predicate):
                if isinstance(name, Literal) and name.language == "en":
                    return name
    return None


def _chinese_name(problem: Problem, predicate: str) -> Value | None:
    """Return the name under which a source in Chinese writes of the person."""
    for move in problem.subjects(TM + "person", NamedNode(problem.focus)):
        for claim in problem.subjects(TM + "about", NamedNode(move)):
            for name in problem.values(claim, TM + "namedAs"):
                if any("\u4e00" <= character <= "\u9fff" for character in name.value):
                    return Literal(name.value, language="zh")
    return None


_FROM = Missing(TM + "fromCompany", "company:fill-in", _company)
_TO = Missing(TM + "toCompany", "company:fill-in", _company)
_DCTERMS = PREFIXES["dcterms"]
#: What a rule, or one shape of a rule, finds missing.
_MISSING = {
    "TM005": Missing(LABEL, '"…"@en'),
    "TM015": Missing(TM + "checked", "", _today),
    "TM019": Missing(TM + "companyKind", _TERM),
    "TM024": Missing(TM + "partOf", "company:fill-in", _role_company),
    "TM028": Missing(TM + "acquiredBy", "company:fill-in"),
    "TM029": Missing(_DCTERMS + "source", "source:fill-in", _cited),
    "TM031": Missing(TM + "roleAt", "company:fill-in", _role_company),
    "TM034": Missing(TM + "title", '"…"@en'),
    "TM035": Missing(TM + "roleFunction", _TERM),
    "TM044": Missing(TM + "person", "person:fill-in", _person),
    "TM047": Missing(TM + "toCompany", "company:fill-in", _company),
    "TM050": Missing(TM + "moveKind", _TERM),
    "TM057": Missing(LABEL, '"…"@zh'),
    "TM066": Missing(TM + "about", "move:fill-in", _about),
    "TM069": Missing(TM + "source", "source:fill-in", _claim_source),
    "TM072": Missing(TM + "stance", _TERM),
    "TM075": Missing(TM + "says", '"…"@en'),
    "TM076": Missing(TM + "locator", '"…"'),
    "TM082": Missing(TM + "says", '"…"@zh'),
    "TM083": Missing(TM + "testedBy", "report:fill-in"),
    "TM088": Missing(_DCTERMS + "title", '"…"@en'),
    "TM089": Missing(TM + "publisherName", '"…"@en', _publisher),
    "TM091": Missing(PREFIXES["skos"] + "editorialNote", '"…"@en'),
    "TM093": Missing(_DCTERMS + "language", '"…"'),
    "TM095": Missing(TM + "sourceTier", _TERM),
    "TM098": Missing(TM + "derivesFrom", "source:fill-in"),
    "TM107-left": _FROM,
    "TM107-joined": _TO,
    "TM114-hire": _TO,
    "TM114-acqui-hire-from": _FROM,
    "TM114-acqui-hire-to": _TO,
    "TM114-internal-from": _FROM,
    "TM114-internal-to": _TO,
    "TM114-departure": _FROM,
    "TM118-from": _FROM,
    "TM118-to": _TO,
    "TM138": Missing(LABEL, '"…"@zh', _chinese_name),
}
RULES = tuple(dict.fromkeys(name.partition("-")[0] for name in _MISSING))


def statement(problem: Problem) -> Repair | None:
    """Give the statement that is missing: as an edit where its value is known, else as a line to paste and fill in."""
    name = problem.shape.rpartition("/")[2]
    missing = _MISSING.get(name) or _MISSING.get(problem.rule.code)
    if missing is None or problem.blank:
        return None
    predicate = missing.predicate
    value = missing.guess(problem, predicate)
    if value is None or not may_be_offered(value):
        return _line(problem, predicate, missing.placeholder)
    usual = Writer.usual()
    shown = f"{usual.iri(predicate)} {usual.term(value)}"
    edit = statements.add(problem, problem.focus, predicate, value)
    return Repair(_ADD[problem.language].format(statement=shown), edit, "" if edit else f"  {shown} ;\n")


def reason(problem: Problem) -> Repair | None:
    """Give the line for the reason that is missing in one of the two languages."""
    given = {value.language for value in problem.values(problem.focus, TM + "notTestable") if isinstance(value, Literal)}
    language = next((one for one in ("en", "zh") if one not in given), None)
    return _line(problem, TM + "notTestable", f"{quoted(_DOTS)}@{language}") if language else None


def _line(problem: Problem, predicate: str, placeholder: str) -> Repair:
    listed = choices(predicate) if FILL_IN in placeholder else []
    comment = f"  # {', '.join(map(Writer.usual().iri, listed))}" if listed else ""
    block = f"  {Writer.usual().iri(predicate)} {placeholder} ;{comment}\n"
    mark = _DOTS if _DOTS in placeholder else placeholder
    return Repair(_FILL[problem.language].format(repair=problem.rule.repair[problem.language], mark=mark), None, block)


_GIVEN = ("fromCompany", "toCompany", "fromRole", "toRole", "left", "joined", "announced", "minSize", "maxSize", "minShare", "maxShare")
_CLAIM = {
    "en": "Add a claim like the one below: who says it, what they say, and only those values that they give.",
    "zh": "请照下面添加一条说法：写明来源、转述，并只保留来源所给的值。",
}


def claim(problem: Problem) -> Repair | None:
    """Give the claim that a move lacks, with all of the move's values."""
    if problem.blank or not problem.focus.startswith(BASE + "move/"):
        return None
    # Where the move has to be renamed, the claim is about it under its new name.
    about = problem.focus if well_formed(problem.focus) else proposed(problem)
    if about is None:
        return None
    slug = about.rpartition("/")[2]
    usual = Writer.usual()
    lines = [
        "a tm:Claim",
        f"tm:about {usual.iri(about)}",
        "tm:source source:fill-in",
        "tm:stance tm:reports",
        'tm:says "…"@en',
        'tm:locator "…"',
        f"tm:checked {usual.literal(datetime.date.today().isoformat(), XSD + 'date')}",
    ]
    for name in _GIVEN:
        lines += [f"tm:{name} {usual.term(value)}" for value in problem.values(problem.focus, TM + name) if may_be_offered(value)]
    return Repair(_CLAIM[problem.language], None, f"claim:{slug}-fill-in\n  " + " ;\n  ".join(lines) + " .\n")
