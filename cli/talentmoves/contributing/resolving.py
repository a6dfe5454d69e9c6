"""What the names of rows stand for: something that is here, or something new."""

from __future__ import annotations

from typing import NamedTuple

from ..naming import folded, same, words
from .errors import Mistake
from .fields import BY_NAME, SIDES
from .register import Known, KnownMove, Register
from .rows import Row
from .slugs import slug, unused

#: Names as alike as this, in percent, are taken for one that is misspelt until the contributor says otherwise.
_ALIKE = 88


class New(NamedTuple):
    """Something new: the first row that names it, and the field that does."""

    row: Row
    field: str


class Resolved(NamedTuple):
    """A row with the slugs of what it names."""

    row: Row
    person: str
    #: By ``from`` and ``to``; empty where the row names no company.
    companies: dict[str, str]
    source: str


class Resolver:
    """Finds or makes the slugs of what rows name; the same new name gets the same slug in every row."""

    def __init__(self, register: Register) -> None:
        self.register = register
        #: What is new, by kind and slug.
        self.new: dict[tuple[str, str], New] = {}
        self._names: dict[tuple[str, str], str] = {}
        self.mistakes: list[Mistake] = []

    def resolve(self, row: Row) -> Resolved:
        """Return the slugs of a row; what is wrong goes to :attr:`mistakes`."""
        person = self._person(row)
        companies = {side: self._company(row, side) for side in SIDES}
        return Resolved(row, person, companies, self._source(row))

    def source(self, row: Row) -> str:
        """Return the slug of the source of a row; empty before the row was resolved."""
        url = row.get("source_url")
        return self.register.source(url) or self._names.get(("source", url), "")

    def _person(self, row: Row) -> str:
        chinese = row.get("person_zh")
        name = row.get("person") or chinese
        found = self.register.person(name) or (self.register.person(chinese) if chinese else [])
        if chinese and len(found) > 1:  # namesakes in Latin letters
            found = [one for one in found if chinese in one.names] or found
        if len(found) == 1 and "person" not in row.get("new").split():
            self._contradicts(row, found[0])
        if len(found) > 1:
            slugs = " or ".join(one.slug for one in found)
            self.mistakes.append(row.mistake("person", f"'{name}' names more than one person.", f"Write {slugs}."))
        if found and "person" not in row.get("new").split():
            return found[0].slug
        return self._new(row, "person", "person", words(name), name, self.register.like_person(name, 1))

    def _contradicts(self, row: Row, found: Known) -> None:
        """Tell where one of the two names of a row is another one than that of the person whom the other name finds."""
        name, chinese = row.get("person"), row.get("person_zh")
        known = [one for one in found.names if not one.isascii()]
        if chinese and name and known and not any(same(chinese, one) for one in found.names):
            wrong, field = chinese, "person_zh"
        elif chinese and name and not any(same(name, one) for one in (*found.names, found.slug)):
            wrong, field = name, "person"
        else:
            return
        hint = "Correct it; if it is somebody else of the same name, write person in the column new."
        self.mistakes.append(row.mistake(field, f"'{wrong}' is none of the names of {found.shown}.", hint))

    def _company(self, row: Row, side: str) -> str:
        field = f"{side}_company"
        name = row.get(field)
        if not name:
            return ""
        found = self.register.company(name)
        if len(found) > 1:
            slugs = " or ".join(one.slug for one in found)
            self.mistakes.append(row.mistake(field, f"'{name}' names more than one company.", f"Write {slugs}."))
        if found:
            return found[0].slug
        owner = row.get(f"{field}_part_of")
        if owner and not self.register.company(owner):
            near = " or ".join(one.label for one in self.register.like_company(owner, 2))
            hint = f"Did you mean {near}?" if near else "Add that company first, with a row of its own or in data/companies.ttl."
            self.mistakes.append(row.mistake(f"{field}_part_of", f"'{owner}' is not here.", hint))
        return self._new(row, "company", field, (folded(name),), name, self.register.like_company(name, 1))

    def _new(self, row: Row, kind: str, field: str, key: tuple[str, ...], name: str, like: list[Known]) -> str:
        known = self._names.get((kind, " ".join(key)))
        if known:
            return known
        wanted = slug(name)
        if not wanted:
            self.mistakes.append(
                row.mistake(
                    field, f"'{name}' has no Latin letters, and is not here.", "Write the English name; the Chinese one has a column of its own."
                )
            )
            return ""
        near = next((one for one in like if _alike(name, one)), None)
        if near and field not in row.get("new").split():
            hint = f"Correct it; if it really is another one, write {field} in the column new."
            self.mistakes.append(row.mistake(field, f"'{name}' is not here, but {near.shown} is.", hint))
        if kind == "company" and not row.get(f"{field}_kind"):
            choices = ", ".join(choice.value for choice in BY_NAME[f"{field}_kind"].choices)
            self.mistakes.append(
                row.mistake(f"{field}_kind", f"'{name}' is new here, and nothing says what kind of company it is.", f"One of {choices}.")
            )
        made = unused(wanted, self.register.slugs[kind])
        self.register.slugs[kind].add(made)
        self._names[kind, " ".join(key)] = made
        self.new[kind, made] = New(row, field)
        return made

    def _source(self, row: Row) -> str:
        known = self.source(row)
        if known:
            return known
        published = row.get("source_published")
        made = unused(slug(f"{row.get('source_publisher')} {row.get('person')} {published}") or "source", self.register.slugs["source"])
        self.register.slugs["source"].add(made)
        self._names["source", row.get("source_url")] = made
        self.new["source", made] = New(row, "source_url")
        if row.get("source_tier") == "repetition" and not row.get("credited_to"):
            self.mistakes.append(
                row.mistake("credited_to", "a repetition has to say whose report it repeats.", "Write the name of the first publisher.")
            )
        return made


def _alike(name: str, known: Known) -> bool:
    from rapidfuzz import fuzz

    return any(same(name, other) or fuzz.ratio(" ".join(words(name)), " ".join(words(other))) >= _ALIKE for other in known.names)


def twin(resolved: Resolved, register: Register) -> tuple[KnownMove | None, list[KnownMove]]:
    """Return the move that a row is about, if it is here, and the moves that are like it.

    It is the same move if neither companies nor dates differ, and at least the company joined, or
    the one left where nobody was joined, is the same.
    """
    like = []
    for move in register.moves(resolved.person):
        sides = {side: (move.values.get(f"{side}Company", ""), resolved.companies[side]) for side in SIDES}
        tops = {side: (register.top(one), register.top(other)) for side, (one, other) in sides.items() if one and other}
        if not any(one == other for one, other in tops.values()):
            continue
        ends = [one == other for side, (one, other) in tops.items() if side == "to"] or [bool(sides["to"][0]) == bool(sides["to"][1])]
        if all(one == other for one, other in tops.values()) and all(ends) and _dates_agree(move, resolved.row):
            return move, []
        if ends[0] or not all(bool(one) == bool(other) for one, other in sides.values()):
            like.append(move)
    return None, like


def _dates_agree(move: KnownMove, row: Row) -> bool:
    pairs = [(move.values.get(name, ""), row.get(name)) for name in ("left", "joined", "announced")]
    shared = [(one, other) for one, other in pairs if one and other]
    if shared:
        return all(one.startswith(other) or other.startswith(one) for one, other in shared)
    years = [{date[:4] for date in dates if date} for dates in zip(*pairs, strict=True)]
    return not years[0] or not years[1] or any(abs(int(one) - int(other)) <= 1 for one in years[0] for other in years[1])
