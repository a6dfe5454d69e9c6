"""What the pages say of a move, gathered once for both languages and for every page that shows it."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from ...vocabulary import TM
from ..knowledge import Knowledge, slug
from . import claims, dates
from .claims import Comparison
from .dates import Moment, Span
from .reading import Reader

_DATES = ("tm:left", "tm:joined", "tm:announced")
_UNDATED = Span("9999-12-31", "9999-12-31")
_VERBS = {"founding": "founding", "acquiHire": "acqui", "internal": "internal"}


class Known(NamedTuple):
    """What was known of a move from one day on."""

    since: str
    status: str
    frm: str
    to: str
    exit: Moment | None
    entry: Moment | None
    #: The claims that came out on that day.
    fresh: list[str]


class Move:
    """One move, of a person or of a group.

    :param iri: its address
    """

    def __init__(self, knowledge: Knowledge, iri: str) -> None:
        self._knowledge = knowledge
        self.iri = iri
        self._giving: dict[tuple[str, str], list[str]] = {}
        self.slug = slug(iri)
        one = knowledge.one
        self.person = one(iri, "tm:person")
        self.frm = one(iri, "tm:fromCompany")
        self.to = one(iri, "tm:toCompany")
        self.from_roles = knowledge.all(iri, "tm:fromRole")
        self.to_roles = knowledge.all(iri, "tm:toRole")
        self.kind = one(iri, "tm:moveKind")
        self.status = one(iri, "tm:status")
        self.group = one(iri, "tm:partOfGroup")
        self.state = state = knowledge.state(iri)
        self.exit = dates.moment(knowledge, state, "exit") if state else None
        self.entry = dates.moment(knowledge, state, "entry") if state else None
        #: The days that these allow.
        self.out = dates.span(knowledge, state, "exit") if state else None
        self.into = dates.span(knowledge, state, "entry") if state else None

    @property
    def when(self) -> Moment | None:
        """When it happened: the coming where it is known, else the going."""
        return self.entry or self.exit

    @property
    def days(self) -> Span | None:
        """The days that :attr:`when` allows."""
        return self.into or self.out

    @property
    def order(self) -> tuple[str, str, str]:
        """What moves are sorted by: undated ones come last."""
        return (*(self.days or _UNDATED), self.iri)

    @property
    def dated(self) -> list[str]:
        """The dates that were reported of it, as properties."""
        return [predicate for predicate in _DATES if predicate in self._knowledge.facts[self.iri]]

    @cached_property
    def claims(self) -> list[str]:
        """The claims about it, the earliest first."""
        return claims.about(self._knowledge, self.iri)

    @cached_property
    def sources(self) -> list[str]:
        """The sources of its claims."""
        return list(dict.fromkeys(claims.source(self._knowledge, claim) for claim in self.claims))

    @cached_property
    def comparison(self) -> Comparison:
        """Its claims side by side."""
        return claims.compare(self._knowledge, self.iri, self.claims)

    @cached_property
    def members(self) -> list[str]:
        """The moves of named people that are part of it."""
        return sorted(self._knowledge.to(self.iri, "tm:partOfGroup"))

    def giving(self, predicate: str, value: str) -> list[str]:
        """Return the sources that give a value of it."""
        found = self._giving.get((predicate, value))
        if found is None:
            found = self._giving[predicate, value] = claims.giving(self._knowledge, self.claims, predicate, value)
        return found

    def values(self, predicate: str) -> list[tuple[str, list[str]]]:
        """Return each value of a property with the sources that give it."""
        return [(value, self.giving(predicate, value)) for value in self._knowledge.all(self.iri, predicate)]

    @cached_property
    def history(self) -> list[Known]:
        """What was known of it, the earliest first."""
        knowledge = self._knowledge
        found = []
        seen: set[str] = set()
        for state in sorted(knowledge.to(self.iri, "tm:stateOf"), key=lambda state: knowledge.one(state, "tm:knownFrom")):
            known = {*knowledge.all(state, "tm:restsOn"), *knowledge.all(state, "tm:deniedBy")}
            found.append(
                Known(
                    knowledge.one(state, "tm:knownFrom"),
                    knowledge.one(state, "tm:status"),
                    knowledge.one(state, "tm:fromCompany"),
                    knowledge.one(state, "tm:toCompany"),
                    dates.moment(knowledge, state, "exit"),
                    dates.moment(knowledge, state, "entry"),
                    sorted(known - seen),
                )
            )
            seen |= known
        return found


def sentence(reader: Reader, move: Move) -> Markup:
    """Say the move in one sentence, no more firmly than its claims do."""
    status = move.status.removeprefix(TM) or "reported"
    made = reader.link
    who = made[move.person] if move.person else reader.text(move.iri, "rdfs:label")
    if not move.person:
        return reader.say(f"ent_group_{status}", what=who)
    verb = _VERBS.get(move.kind.removeprefix(TM), "hire")
    ends = "both" if move.frm and move.to else "from" if move.frm else "to" if move.to else "none"
    act = reader.say(f"ent_act_{verb}_{ends}", frm=made[move.frm] if move.frm else "", to=made[move.to] if move.to else "")
    return reader.say(f"ent_said_{status}", who=who, act=act)
