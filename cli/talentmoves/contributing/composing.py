"""Make blocks of rows: the entities that are new, the moves, and a claim for each row."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import NamedTuple

from ..layout.tree import Block
from .fields import DATES, SIDES
from .placing import HOMES, move_file
from .register import KnownMove, Register
from .resolving import Resolved, Resolver
from .rows import Row
from .slugs import slug, unused
from .terms import address, block, concept, date, entity, text

_SENIORITIES = (
    ("founder", "founderLevel"),
    ("chief ", "executiveLevel"),
    ("ceo", "executiveLevel"),
    ("cto", "executiveLevel"),
    ("president", "executiveLevel"),
    ("head", "headLevel"),
    ("director", "headLevel"),
)


class Composed(NamedTuple):
    """Blocks by the file that they go to, and what each came from."""

    blocks: dict[str, list[Block]]
    #: The row behind each subject, in N-Triples form.
    rows: dict[str, Row]
    #: Moves that were here already and get a source more.
    extended: list[str]


class Composer:
    """Makes blocks of resolved rows.

    :param today: the day on which the rows' makers read the sources
    """

    def __init__(self, register: Register, resolver: Resolver, today: datetime.date) -> None:
        self._register = register
        self._resolver = resolver
        self._today = today.isoformat()
        self._blocks: dict[str, list[Block]] = defaultdict(list)
        self._rows: dict[str, Row] = {}
        self._roles: dict[tuple[str, str], str] = {}
        self._extended: list[str] = []

    def compose(self, groups: list[tuple[KnownMove | None, list[Resolved]]]) -> Composed:
        """Return the blocks of groups of rows, each about one move, which may be here already."""
        for known, rows in groups:
            self._move(known, rows)
        for (kind, name), (row, field) in self._resolver.new.items():
            if kind == "person":
                self._person(name, row)
            elif kind == "company":
                self._company(name, row, field)
            elif kind == "source":
                self._source(name, row)
        return Composed(dict(self._blocks), self._rows, self._extended)

    def _add(self, file: str, row: Row, made: Block) -> None:
        self._blocks[file].append(made)
        assert isinstance(made.subject, str)
        self._rows.setdefault(made.subject, row)

    def _person(self, name: str, row: Row) -> None:
        labels = [text(row.get("person"), "en"), *([text(row.get("person_zh"), "zh")] if row.get("person_zh") else [])]
        self._add(HOMES["person"], row, block(entity("person", name), [("rdf:type", [concept("Person")]), ("rdfs:label", labels)]))

    def _company(self, name: str, row: Row, field: str) -> None:
        chinese, owner = row.get(f"{field}_zh"), row.get(f"{field}_part_of")
        owners = self._register.company(owner) if owner else []
        source = self._resolver.source(row)
        labels = [text(row.get(field), "en"), *([text(chinese, "zh")] if chinese else [])]
        statements = [
            ("rdf:type", [concept("Company")]),
            ("rdfs:label", labels),
            ("tm:companyKind", [concept(row.get(f"{field}_kind"))] if row.get(f"{field}_kind") else []),
            ("tm:partOf", [entity("company", owners[0].slug)] if owners else []),
            ("dcterms:source", [entity("source", source)] if owners and source else []),
        ]
        self._add(HOMES["company"], row, block(entity("company", name), statements))

    def _source(self, name: str, row: Row) -> None:
        publisher = row.get("source_publisher")
        statements = [
            ("rdf:type", [concept("Source")]),
            ("dcterms:title", [text(row.get("source_title"), "en")]),
            ("tm:publisherName", [text(publisher, "en" if publisher.isascii() else "zh")]),
            ("tm:creditedTo", [text(row.get("credited_to"))] if row.get("credited_to") else []),
            ("tm:url", [address(row.get("source_url"))]),
            ("dcterms:language", [text(row.get("source_language").lower())]),
            ("tm:published", [date(row.get("source_published"))] if row.get("source_published") else []),
            ("tm:sourceTier", [concept(row.get("source_tier"))]),
        ]
        self._add(HOMES["source"], row, block(entity("source", name), statements))

    def _role(self, row: Row, side: str, company: str) -> str:
        title = row.get(f"{side}_role")
        if not title or not company:
            return ""
        title = title[:1].upper() + title[1:]
        known = self._register.role(company, title) or self._roles.get((company, title.casefold()))
        if known:
            return entity("role", known)
        made = unused(slug(f"{company} {title}"), self._register.slugs["role"])
        self._register.slugs["role"].add(made)
        self._roles[company, title.casefold()] = made
        chinese = row.get(f"{side}_role_zh")
        level = next((level for word, level in _SENIORITIES if word in title.casefold() and "vice" not in title.casefold()), "")
        statements = [
            ("rdf:type", [concept("Role")]),
            ("tm:roleAt", [entity("company", company)]),
            ("tm:title", [text(title, "en"), *([text(chinese, "zh")] if chinese else [])]),
            ("tm:roleFunction", [concept(row.get(f"{side}_role_function"))]),
            ("tm:seniority", [concept(level)] if level else []),
        ]
        self._add(HOMES["role"], row, block(entity("role", made), statements))
        return entity("role", made)

    def _values(self, resolved: Resolved) -> dict[str, str]:
        """Return what a row says of the move, as terms by the property's name."""
        row, companies = resolved.row, resolved.companies
        found = {f"{side}Company": entity("company", companies[side]) for side in SIDES if companies[side]}
        found |= {f"{side}Role": role for side in SIDES if (role := self._role(row, side, companies[side]))}
        found["moveKind"] = concept(kind_of(resolved, self._register))
        return found | {name: date(row.get(name)) for name in DATES if row.get(name)}

    def _move(self, known: KnownMove | None, rows: list[Resolved]) -> None:
        said = [self._values(one) for one in rows]
        values: dict[str, str] = {}
        for given in said:
            values = {**given, **values}  # the first row that gives a value decides
        if known is None:
            name = self._name(rows[0], values)
            file = move_file({field: _lexical(values[field]) for field in DATES if field in values})
            statements = [("rdf:type", [concept("Move")]), ("tm:person", [entity("person", rows[0].person)])]
        else:
            name, statements = known.slug, []
            file = move_file({field: known.values[field] for field in DATES if known.values.get(field)})
            self._extended.append(name)
            # What the move lacks; what it has is not changed by another source.
            values = {field: term for field, term in values.items() if not known.values.get(field) and not field.endswith("Company")}
            values = {
                field: term for field, term in values.items() if not field.endswith("Role") or known.values.get(field.replace("Role", "Company"))
            }
        if statements or values:
            self._add(file, rows[0].row, block(entity("move", name), [*statements, *((f"tm:{field}", [term]) for field, term in values.items())]))
        for one, own in zip(rows, said, strict=True):
            self._claim(file, name, one, own)

    def _claim(self, file: str, move: str, resolved: Resolved, values: dict[str, str]) -> None:
        row = resolved.row
        made = unused(f"{move}-{resolved.source}", self._register.slugs["claim"])
        self._register.slugs["claim"].add(made)
        speakers = self._register.person(row.get("speaker")) if row.get("speaker") else []
        if not speakers and row.get("speaker") and row.get("speaker") == row.get("person"):
            speaker = [entity("person", resolved.person)]
        else:
            speaker = [entity("person", speakers[0].slug)] if speakers else []
        statements = [
            ("rdf:type", [concept("Claim")]),
            ("tm:about", [entity("move", move)]),
            ("tm:source", [entity("source", resolved.source)]),
            ("tm:stance", [concept(row.get("stance"))]),
            ("tm:says", [text(row.get("says"), "en"), *([text(row.get("says_zh"), "zh")] if row.get("says_zh") else [])]),
            ("tm:locator", [text(row.get("locator"))] if row.get("locator") else []),
            ("tm:speaker", speaker),
            *((f"tm:{field}", [term]) for field, term in values.items()),
            ("tm:checked", [date(self._today)]),
        ]
        self._add(file, row, block(entity("claim", made), statements))

    def _name(self, resolved: Resolved, values: dict[str, str]) -> str:
        year = next((_lexical(values[field])[:4] for field in ("joined", "announced", "left") if field in values), "")
        to, left = resolved.companies["to"], resolved.companies["from"]
        wanted = "-".join(filter(None, (resolved.person, to or f"leaves-{left}", year)))
        made = unused(wanted, self._register.slugs["move"])
        self._register.slugs["move"].add(made)
        return made


def kind_of(resolved: Resolved, register: Register) -> str:
    """Return the kind of a move: as the row gives it, or as its companies have it."""
    given = resolved.row.get("kind")
    if given:
        return given
    left, joined = resolved.companies["from"], resolved.companies["to"]
    if not joined:
        return "departure"
    return "internal" if left and register.top(left) == register.top(joined) else "hire"


def _lexical(term: str) -> str:
    return term[1:].partition('"')[0]
