"""What a data set holds already, by the names that people use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Store

from ..dataset.loading import load
from ..naming import folded, forms
from ..places import rdf_files
from ..vocabulary import BASE, CURATED, PREFIXES, TM

_LABEL = NamedNode(PREFIXES["rdfs"] + "label")
_NAMES = (_LABEL, NamedNode(PREFIXES["skos"] + "altLabel"))


class Known(NamedTuple):
    """An entity that is here."""

    slug: str
    #: What it is called first, in English.
    label: str
    names: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Its English name, with the Chinese one behind it."""
        other = next((name for name in self.names if not name.isascii() and name != self.label), "")
        return f"{self.label} {other}".strip()


class KnownMove(NamedTuple):
    """A move that is here; companies by slug, dates as they are written."""

    slug: str
    person: str
    values: dict[str, str]


class Register:
    """The people, companies, roles, sources and moves of a data set.

    :param folder: the folder of the data set
    :raises InputError: if a file cannot be read or is not well-formed
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        store = Store()
        load(store, rdf_files((folder,)), CURATED)
        self._store = store
        self.slugs: dict[str, set[str]] = defaultdict(set)
        for quad in store:
            kind, _, slug = str(quad.subject).strip("<>").removeprefix(BASE).partition("/")
            self.slugs[kind].add(slug)
        self.people = self._entities("Person")
        self.companies = self._entities("Company")
        self._sources = {quad.object.value: _slug(quad.subject) for quad in self._about("url") if isinstance(quad.object, NamedNode)}
        self._roles = {
            (_slug(place.object), folded(quad.object.value)): _slug(quad.subject)
            for quad in self._about("title")
            for place in store.quads_for_pattern(quad.subject, NamedNode(TM + "roleAt"), None, None)
            if isinstance(quad.object, Literal)
        }
        self._part_of = {_slug(quad.subject): _slug(quad.object) for quad in self._about("partOf")}

    def person(self, name: str) -> list[Known]:
        """Return the people of a name, in any script and in any order of its words."""
        return _named(name, self.people)

    def company(self, name: str) -> list[Known]:
        """Return the companies of a name."""
        return _named(name, self.companies, ordered=True)

    def source(self, url: str) -> str | None:
        """Return the source with this address."""
        return self._sources.get(url)

    def role(self, company: str, title: str) -> str | None:
        """Return the role of this title at a company."""
        return self._roles.get((company, folded(title)))

    def top(self, company: str) -> str:
        """Return the topmost company of a company."""
        seen = {company}
        while company in self._part_of and self._part_of[company] not in seen:
            company = self._part_of[company]
            seen.add(company)
        return company

    def moves(self, person: str) -> list[KnownMove]:
        """Return the moves of a person, in the order of their addresses."""
        found = []
        for quad in self._store.quads_for_pattern(None, NamedNode(TM + "person"), NamedNode(f"{BASE}person/{person}"), None):
            values = {}
            for fact in self._store.quads_for_pattern(quad.subject, None, None, None):
                name = fact.predicate.value.removeprefix(TM)
                values[name] = fact.object.value if isinstance(fact.object, Literal) else _slug(fact.object)
            found.append(KnownMove(_slug(quad.subject), person, values))
        return sorted(found)

    def move(self, slug: str) -> KnownMove | None:
        """Return a move of one person by its slug."""
        subject = NamedNode(f"{BASE}move/{slug}")
        people = [_slug(quad.object) for quad in self._store.quads_for_pattern(subject, NamedNode(TM + "person"), None, None)]
        return next((move for person in people for move in self.moves(person) if move.slug == slug), None)

    def said(self, move: str, source: str) -> bool:
        """Tell whether a source says something about a move here."""
        about, of = NamedNode(f"{BASE}move/{move}"), NamedNode(f"{BASE}source/{source}")
        claims = self._store.quads_for_pattern(None, NamedNode(TM + "about"), about, None)
        return any(next(self._store.quads_for_pattern(claim.subject, NamedNode(TM + "source"), of, None), None) for claim in claims)

    def like_person(self, name: str, limit: int = 5) -> list[Known]:
        """Return the people whose names are most like this one, best first."""
        return _like(name, self.people, limit)

    def like_company(self, name: str, limit: int = 5) -> list[Known]:
        """Return the companies whose names are most like this one, best first."""
        return _like(name, self.companies, limit)

    def _about(self, name: str) -> list[Quad]:
        return list(self._store.quads_for_pattern(None, NamedNode(TM + name), None, None))

    def _entities(self, kind: str) -> list[Known]:
        found = []
        for quad in self._store.quads_for_pattern(None, NamedNode(PREFIXES["rdf"] + "type"), NamedNode(TM + kind), None):
            literals = [
                (name != _LABEL, fact.object.language != "en", fact.object.value)
                for name in _NAMES
                for fact in self._store.quads_for_pattern(quad.subject, name, None, None)
                if isinstance(fact.object, Literal)
            ]
            names = tuple(dict.fromkeys(value for _, _, value in sorted(literals)))
            if names:
                found.append(Known(_slug(quad.subject), names[0], names))
        return sorted(found)


def _slug(term: object) -> str:
    return str(getattr(term, "value", term)).rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _named(name: str, known: Iterable[Known], ordered: bool = False) -> list[Known]:
    if ordered:
        return [one for one in known if any(folded(name) == folded(other) for other in one.names) or one.slug == name]
    wanted = forms(name)
    return [one for one in known if one.slug == name or any(not wanted.isdisjoint(forms(other)) for other in one.names)]


def _like(name: str, known: list[Known], limit: int) -> list[Known]:
    from rapidfuzz import fuzz, process  # 25 ms that only a question needs

    wanted = folded(name)
    if not wanted:
        return []
    by_name = [(folded(other), one) for one in known for other in (*one.names, one.slug)]
    begins = [one for other, one in by_name if wanted in other]
    scored = process.extract(wanted, [other for other, _ in by_name], scorer=fuzz.WRatio, limit=4 * limit, score_cutoff=70)
    near = [by_name[at][1] for _, _, at in scored]
    return list(dict.fromkeys([*begins, *near]))[:limit]
