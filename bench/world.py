"""A made-up world of careers, companies and sources, in which no rule finds anything.

Everything is drawn from one seeded stream, so the same seed gives the same world. What is held in
memory is the companies, one for a hundred moves.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Generator, Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

import names

Pairs = list[tuple[str, str]]
FUNCTIONS = {"researchFunction": "Researcher", "engineeringFunction": "Engineer", "productFunction": "Product manager", "managementFunction": "Head"}
FIRST_YEAR, LAST_YEAR = 2004, 2024


class Block(NamedTuple):
    """One entity: its address, and its properties with their values, as in Turtle."""

    subject: str
    pairs: Pairs

    @property
    def turtle(self) -> str:
        return f"{self.subject}\n  " + " ;\n  ".join(f"{name} {value}" for name, value in self.pairs) + " .\n"

    @property
    def triples(self) -> int:
        # Only labels, texts and founders come several at a time; a comma within a text has no quotation mark or colon around it.
        return sum(1 + value.count('@en, "') + value.count(", person:") for _, value in self.pairs)

    @property
    def is_move(self) -> bool:
        return self.pairs[0][1] in ("tm:Move", "tm:GroupMove")


class Company:
    """A company; companies are parts of earlier ones only, so there are no circles."""

    def __init__(self, number: int, whole: Company | None, founded: int) -> None:
        self.number = number
        self.name = names.company(number)
        self.term = f"company:{names.slug(self.name)}"
        self.whole = whole
        self.top: Company = whole.top if whole else self
        self.depth: int = whole.depth + 1 if whole else 0
        #: Year of founding, or 0 where it is not said.
        self.founded = founded
        self.founders: list[str] = []
        self.used = False

    @property
    def kind(self) -> str:
        if self.whole:
            return "tm:unit"
        if self.founded:
            return "tm:startUp"
        return ("tm:bigTech", "tm:researchLab", "tm:university", "tm:otherCompany")[self.number % 4]


class Source:
    """A source, with how many claims are still to cite it."""

    def __init__(self, term: str, language: str, day: int, claims: int) -> None:
        self.term, self.language, self.day, self.claims = term, language, day, claims


class World:
    """Makes the blocks of entities, in the order in which they are written."""

    def __init__(self, seed: int, moves: int) -> None:
        self.random = random.Random(seed)
        self.moves = moves
        #: Moves that are still to be made.
        self.left = moves
        self.companies = self._companies(max(24, moves // 100))
        # Popularity after Zipf's law.
        self.popularity = list(accumulate(1 / (rank + 2) for rank in range(len(self.companies))))
        self.young = [company for company in self.companies if company.founded]
        self.open: dict[tuple[str, bool], Source] = {}
        self.counts = {"source": 0, "role": 0, "product": 0, "speaker": 0, "group": 0}

    def blocks(self) -> Iterator[Block]:
        """Yield every entity; exactly as many of them are moves as were asked for."""
        people = theses = 0
        while self.left:
            yield from self._career(people)
            people += 1
            if (self.moves - self.left) // 2000 > theses:
                theses += 1
                yield from self._thesis(theses)
        yield from self._company_blocks()

    def _companies(self, count: int) -> list[Company]:
        made: list[Company] = []
        for number in range(count):
            whole = None
            founded = 0
            draw = self.random.random()
            if number >= 8 and draw < 0.25:
                whole = made[int(self.random.random() ** 2 * len(made))]
                if whole.depth == 3:
                    whole = whole.top
            elif number >= 8 and draw < 0.55:
                founded = self.random.randint(1998, 2021)
            made.append(Company(number, whole, founded))
        return made

    def _any(self, year: int) -> Company:
        while True:
            company = self.companies[bisect(self.popularity, self.random.random() * self.popularity[-1])]
            if company.founded < year:
                return company

    def _career(self, number: int) -> Iterator[Block]:
        """Yield a person, the moves of a career, and what they need."""
        chance = self.random.random
        name, chinese = names.person(number)
        slug = names.slug(name)
        person: Pairs = [("a", "tm:Person"), ("rdfs:label", _text(name) + (f', "{chinese}"@zh' if chinese else ""))]
        if chance() < 0.03:
            person.append(("skos:exactMatch", f"wd:Q8{number}"))
        yield Block(f"person:{slug}", person)
        # Who is told of in Chinese has a Chinese name here.
        language = "zh" if chinese and chance() < 0.6 else "en"
        length = 1 + min(int(self.random.expovariate(0.25)), 11)
        year = self.random.randint(FIRST_YEAR, 2012)
        now = None if chance() < 0.8 else self._any(year)
        left = {now.top} if now else set()
        for step in range(length):
            if not self.left:
                return
            year += self.random.randint(1, 3)
            if now and (step == length - 1 or year > LAST_YEAR) and chance() < 0.25:
                yield from self._move(slug, name, step, language, "departure", now, None, min(year, LAST_YEAR + 1))
                return
            kind, new = self._next(now, min(year, LAST_YEAR), left)
            # Not every source says where somebody came from.
            origin = now if kind == "acquiHire" or chance() < 0.65 else None
            yield from self._move(slug, name, step, language, kind, origin, new, year)
            left.add(new.top)
            now = new
            if year > LAST_YEAR - 3:
                return

    def _next(self, now: Company | None, year: int, left: set[Company]) -> tuple[str, Company]:
        # Nobody comes back to the same owner, so that no two moves of a person can be taken for one.
        draw = self.random.random()
        if draw < 0.06:
            for company in self.random.choices(self.young, k=20):
                if company.founded == year and company.top not in left and not company.founders:
                    return "founding", company
        while True:
            company = self._any(year)
            if company.top not in left:
                return ("acquiHire" if now and draw > 0.95 else "hire"), company

    def _move(
        self, slug: str, name: str, step: int, language: str, kind: str, now: Company | None, new: Company | None, year: int
    ) -> Iterator[Block]:
        chance = self.random.random
        self.left -= 1
        values: Pairs = []
        for prefix, company in (("from", now), ("to", new)):
            if company:
                self._use(company)
                values.append((f"tm:{prefix}Company", company.term))
        if new and chance() < 0.04:
            role = yield from self._role(new)
            values.append(("tm:toRole", role))
        if kind == "founding" and new:
            new.founders.append(f"person:{slug}")
        dates = self._dates(kind, year, now is not None)
        term = f"move:{slug}-{step + 1}"
        group: Pairs = []
        if now and new and kind == "acquiHire" and self.left:
            joined = yield from self._group(now, new, year)
            group = [("tm:partOfGroup", joined)]
        yield Block(term, [("a", "tm:Move"), ("tm:person", f"person:{slug}"), *values, ("tm:moveKind", f"tm:{kind}"), *dates, *group])
        told = self._sentence(name, now, new, dates)
        yield from self._claim(term, 1, language, False, told, [*values, *dates])
        if chance() < 0.04:
            yield from self._claim(term, 2, language, True, f"Repeats: {told}", values[:1])

    def _dates(self, kind: str, year: int, known: bool) -> Pairs:
        draw = self.random.random()
        if kind == "departure":
            return [("tm:left", self._date(year))]
        if draw < 0.55 and kind != "founding":
            return []
        if draw < 0.62:
            return [("tm:announced", self._date(year))]
        if draw < 0.68 and known and kind != "founding":
            return [
                ("tm:left", f'"{year}-0{self.random.randint(1, 5)}"^^xsd:gYearMonth'),
                ("tm:joined", f'"{year}-0{self.random.randint(6, 9)}"^^xsd:gYearMonth'),
            ]
        return [("tm:joined", self._date(year))]

    def _date(self, year: int) -> str:
        draw = self.random.random()
        month = self.random.randint(1, 12)
        if draw < 0.30:
            return f'"{year}"^^xsd:gYear'
        if draw < 0.80:
            return f'"{year}-{month:02}"^^xsd:gYearMonth'
        if draw < 0.96:
            return f'"{year}-{month:02}-{self.random.randint(1, 28):02}"^^xsd:date'
        return f'"{year}-07/{year}-12"^^edtf:EDTF'

    def _sentence(self, name: str, now: Company | None, new: Company | None, dates: Pairs) -> str:
        places = f"goes from {now.name} to {new.name}" if now and new else f"joins {new.name}" if new else f"leaves {now.name}" if now else ""
        when = f", {dates[-1][0][3:]} {dates[-1][1].split(chr(34))[1]}" if dates else ""
        return f"{name} {places}{when}."

    def _group(self, now: Company, new: Company, year: int) -> Generator[Block, None, str]:
        """Yield a group move that the next move belongs to; return its address."""
        term = f"move:team-{self._number('group')}"
        smallest = self.random.randint(2, 9)
        values: Pairs = [
            ("tm:fromCompany", now.term),
            ("tm:toCompany", new.term),
            ("tm:announced", f'"{year}"^^xsd:gYear'),
            ("tm:minSize", str(smallest)),
            ("tm:maxSize", str(smallest + self.random.randint(1, 20))),
        ]
        english, chinese = _text(f"A team of {now.name} goes to {new.name}"), f'"{now.name} 的团队去了 {new.name}"@zh'
        yield Block(term, [("a", "tm:GroupMove"), ("rdfs:label", f"{english}, {chinese}"), ("tm:moveKind", "tm:acquiHire"), *values])
        yield from self._claim(term, 1, "en", False, f"A whole team of {now.name} goes to {new.name}.", values)
        self.left -= 1
        return term

    def _role(self, company: Company) -> Generator[Block, None, str]:
        number = self._number("role")
        term = f"role:{company.term.partition(':')[2]}-{number}"
        function, title = self.random.choice(list(FUNCTIONS.items()))
        pairs: Pairs = [("a", "tm:Role"), ("tm:roleAt", company.term), ("tm:title", _text(title)), ("tm:roleFunction", f"tm:{function}")]
        if number % 3 == 0:
            pairs.append(("tm:seniority", "tm:leadLevel"))
        if number % 10 == 0:
            product = f"product:{company.term.partition(':')[2]}-{number}"
            yield Block(product, [("a", "tm:Product"), ("rdfs:label", _text(f"{company.name} {number}")), ("tm:madeBy", company.term)])
            pairs.append(("tm:worksOn", product))
        yield Block(term, pairs)
        return term

    def _claim(self, about: str, number: int, language: str, copy: bool, says: str, values: Pairs) -> Iterator[Block]:
        source = yield from self._source(language, copy)
        pairs: Pairs = [("a", "tm:Claim"), ("tm:about", about), ("tm:source", source.term)]
        pairs.append(("tm:stance", "tm:reports" if copy else self.random.choice(("tm:confirms", "tm:reports", "tm:reports", "tm:rumours"))))
        pairs += [("tm:says", _text(says)), ("tm:locator", f'"paragraph {self.random.randint(1, 30)}"')]
        if self.random.random() < 0.005:
            speaker = f"speaker:colleague-{self._number('speaker')}"
            yield Block(speaker, [("a", "tm:UnnamedSpeaker"), ("rdfs:label", _text("a former colleague"))])
            pairs.append(("tm:speaker", speaker))
        pairs.append(("tm:checked", f'"2026-10-{self.random.randint(1, 28):02}"^^xsd:date'))
        yield Block(f"claim:{about.partition(':')[2]}-c{number}", [*pairs, *values])

    def _source(self, language: str, copy: bool) -> Generator[Block, None, Source]:
        """Return a source that the next claim cites; it is written before its first claim."""
        source = self.open.get((language, copy))
        if source is None or source.claims == 0:
            original = (yield from self._source(language, False)) if copy else None
            if original:
                original.claims += 1  # the copy is no claim
            number = self._number("source")
            publisher = names.publisher(self.random.randint(0, 299))
            slug = names.slug(publisher)
            # The Zipf-like spread of articles about one move and lists of many.
            source = Source(f"source:{slug}-{number}", language, original.day + 1 if original else self.random.randint(0, 500), 1)
            source.claims = min(int(6 * self.random.paretovariate(1.2)), 400)
            day = (date(2025, 1, 1) + timedelta(days=source.day)).isoformat()
            pairs: Pairs = [("a", "tm:Source"), ("dcterms:title", _text(f"People of the trade, report {number}"))]
            pairs += [("tm:publisherName", _text(publisher)), ("tm:url", f"<https://{slug}.example/{day[:4]}/{number}>")]
            pairs += [("dcterms:language", f'"{language}"'), ("tm:published", f'"{day}"^^xsd:date')]
            pairs.append(("tm:sourceTier", "tm:repetition" if copy else "tm:originalReporting"))
            if original:
                pairs.append(("tm:derivesFrom", original.term))
            yield Block(source.term, pairs)
            self.open[language, copy] = source
        source.claims -= 1
        return source

    def _thesis(self, number: int) -> Iterator[Block]:
        source = yield from self._source("en", False)
        year = self.random.randint(2016, LAST_YEAR)
        says = f'{_text(f"In {year} more people went back than left.")}, "{year} 年回流者多于离开者。"@zh'
        pairs: Pairs = [("a", "tm:Thesis"), ("tm:source", source.term), ("tm:stance", "tm:reports"), ("tm:says", says)]
        pairs += [("tm:locator", '"opening"'), ("tm:checked", '"2026-10-30"^^xsd:date')]
        yield Block(f"claim:thesis-{number}", [*pairs, ("tm:period", f'"{year}"^^xsd:gYear'), ("tm:testedBy", "report:net-flow")])

    def _use(self, company: Company) -> None:
        while not company.used:
            company.used = True
            company = company.whole or company

    def _number(self, kind: str) -> int:
        self.counts[kind] += 1
        return self.counts[kind]

    def _company_blocks(self) -> Iterator[Block]:
        """Yield the companies that anything mentions."""
        used = [company for company in self.companies if company.used]
        large = [company for company in used if company.top is company and not company.founded]
        for company in used:
            pairs: Pairs = [("a", "tm:Company"), ("rdfs:label", _text(company.name)), ("tm:companyKind", company.kind)]
            facts: Pairs = []
            if company.whole:
                facts.append(("tm:partOf", company.whole.term))
            if company.founders:
                facts.append(("tm:founder", ", ".join(company.founders)))
            if company.founded:
                facts.append(("tm:founded", f'"{company.founded}"^^xsd:gYear'))
                if large and self.random.random() < 0.1:
                    facts += [("tm:acquiredBy", self.random.choice(large).term), ("tm:acquired", '"2025"^^xsd:gYear')]
            if facts:
                source = yield from self._source("en", False)
                facts.append(("dcterms:source", source.term))
            if company.number % 7 == 0:
                pairs.append(("skos:exactMatch", f"wd:Q7{company.number}"))
            yield Block(company.term, [*pairs, *facts])


def _text(text: str) -> str:
    return f'"{text}"@en'
