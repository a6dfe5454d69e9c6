"""References to entries that do not exist, or that are of another kind."""

from __future__ import annotations

import re
from typing import cast

from pyoxigraph import Literal, NamedNode

from ...vocabulary import BASE, PREFIXES, TM
from .address_form import slug_of, well_formed
from .kinds import EXPECTED, advice, mistaken
from .nearest import alike
from .problem import LABEL, Problem, Repair
from .turtle import Writer, quoted

_PREFIX = {"GroupMove": "move", "Thesis": "claim", "UnnamedSpeaker": "speaker"}
_NAMED = ("Person", "Company", "Product", "UnnamedSpeaker")
#: Stands in a name for what a human must fill in.
FILL_IN = "fill-in"
#: Stands for a term of ours that a human must choose.
_TERM = f"tm:{FILL_IN}"
#: What an entry of a kind needs beside its name, with what a human must fill in.
_NEEDED = {
    "Company": [f"tm:companyKind {_TERM}"],
    "Role": ["tm:roleAt company:fill-in", 'tm:title "…"@en', f"tm:roleFunction {_TERM}"],
    "Source": ['dcterms:title "…"@en', 'tm:publisherName "…"@en', "tm:url {url}", 'dcterms:language "…"', f"tm:sourceTier {_TERM}"],
    "Product": [],
}
_DID_YOU_MEAN = {"en": "Did you mean {names}?", "zh": "是否想写 {names}？"}
_OR = {"en": " or ", "zh": " 或 "}
_ADD = {
    "en": "Check the spelling, or add the entry to {file}: fill in what is marked … or fill-in.",
    "zh": "请检查拼写，或将该条目添加到 {file}：请填写标为 … 或 fill-in 之处。",
}
_THIS_SOURCE = {"en": "Name the source, not its address: {name}.", "zh": "请填写来源，而不是网址：{name}。"}
_FILES = {"Person": "persons", "Company": "companies", "Role": "roles", "Product": "products", "Source": "sources", "UnnamedSpeaker": "sources"}


def mend(problem: Problem) -> Repair | None:
    """Offer the nearest entries, or the block of a new one; none where the entry exists and only its kind is wrong."""
    kinds = EXPECTED.get(problem.path)
    value = problem.value
    if kinds is None or not isinstance(value, (NamedNode, Literal)):
        return None
    if "Source" in kinds and (
        sources := [one for one in problem.subjects(TM + "url", NamedNode(value.value)) if well_formed(one)] if _is_web(value.value) else []
    ):
        name = problem.called(sources[0])
        edit = problem.replace(lambda _, writer: writer.iri(sources[0]), certain=len(sources) == 1)
        return Repair(_THIS_SOURCE[problem.language].format(name=name), edit)
    other = mistaken(problem)
    if other is not None and not other.ours:  # the entry that is meant, only that its kind is wrong
        return Repair(advice(problem, other))
    found = _near(problem, kinds, value.value)
    if found:
        names = _OR[problem.language].join(problem.called(entity) for entity, _ in found)
        entity, stands_out = found[0]
        # Never certain: an entry that is missing can look like one that exists.
        edit = problem.replace(lambda _, writer: writer.iri(entity), certain=False) if stands_out or len(found) == 1 else None
        return Repair(_DID_YOU_MEAN[problem.language].format(names=names), edit)
    return _new(problem, kinds[0], value) if other is None else Repair(advice(problem, other))


def _is_web(text: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>\"{}|^`\\]+", text) is not None


def _near(problem: Problem, kinds: tuple[str, ...], wanted: str) -> list[tuple[str, bool]]:
    slugs = entity_slugs(problem, kinds)
    if wanted.startswith(BASE):
        tail = wanted[len(BASE) :]
        # The same slug under another kind comes first: company/x for person/x.
        known = {slug.partition("/")[2]: slug for slug in slugs} if tail not in slugs else {}
        found = [(BASE + known.get(name, name), out) for name, out in alike(tail.partition("/")[2], known)]
        return [(entity, out) for entity, out in found if entity != wanted]
    names = _names(problem, kinds)
    exact = sorted(set(names.get(wanted.strip().lower(), ())))
    if exact:
        return [(entity, len(exact) == 1) for entity in exact[:3]]
    return [(sorted(names[name])[0], out) for name, out in alike(wanted.strip().lower(), names)]


def entity_slugs(problem: Problem, kinds: tuple[str, ...]) -> list[str]:
    """Return the addresses of the entries of some kinds without what they all begin with."""
    key = ("slugs", kinds)
    if key not in problem.memory:
        problem.memory[key] = sorted(entity[len(BASE) :] for kind in kinds for entity in _entities(problem, kind))
    return cast("list[str]", problem.memory[key])


def _entities(problem: Problem, kind: str) -> list[str]:
    """Return the entries of a kind; those whose own address is to be changed are not to be offered."""
    return [entity for entity in problem.entities(TM + kind) if well_formed(entity)]


def _names(problem: Problem, kinds: tuple[str, ...]) -> dict[str, list[str]]:
    key = ("names", kinds)
    if key not in problem.memory:
        names: dict[str, list[str]] = {}
        for kind in kinds:
            for entity in _entities(problem, kind):
                for path in (LABEL, PREFIXES["skos"] + "altLabel", TM + "title"):
                    for name in problem.values(entity, path):
                        names.setdefault(name.value.strip().lower(), []).append(entity)
        problem.memory[key] = names
    return cast("dict[str, list[str]]", problem.memory[key])


def _new(problem: Problem, kind: str, value: NamedNode | Literal) -> Repair | None:
    if kind not in _FILES:
        return None
    prefix = _PREFIX.get(kind, kind.lower())
    own = f"{BASE}{prefix}/"
    url = ""
    if value.value.startswith(own):
        slug = value.value[len(own) :]
    elif isinstance(value, Literal):
        slug = slug_of(value.value)
    elif value.value.startswith(BASE):
        return None  # an entry of another kind, or an address that is no entry's
    else:
        slug, url = "fill-in", f"<{value.value}>"
    if not well_formed(own + slug):
        return None
    lines = [f"a tm:{kind}"]
    if kind in _NAMED:
        name = value.value if isinstance(value, Literal) else " ".join(word.capitalize() for word in slug.split("-"))
        lines.append(f"rdfs:label {quoted(name)}@en")
    for line in _NEEDED.get(kind, []):
        lines.append(line.replace("{url}", url or "<https://fill-in.example/>"))
    block = f"{Writer.usual().iri(own + slug)}\n  " + " ;\n  ".join(lines) + " .\n"
    return Repair(_ADD[problem.language].format(file=f"data/{_FILES[kind]}.ttl"), None, block)
