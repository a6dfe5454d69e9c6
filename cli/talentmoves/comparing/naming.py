"""What people call the things that a difference is about."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ..formats.cells import visible
from ..vocabulary import BASE, ONTOLOGY, PREFIXES, SHAPES, TM, XSD, short
from .changes import Changes
from .facts import Facts, Properties, Value, text_in
from .words import HEADINGS, PROPERTIES, say

#: Properties whose texts are too long to stand in a line.
LONG = frozenset({"tm:says", "skos:editorialNote", "skos:definition", "tm:notTestable", "rdfs:comment", "sh:select", "tm:repair", "sh:message"})


class Names:
    """Names things in one language; what is in the later state by what it says of them there.

    :param changes: what changed
    :param language: ``en`` or ``zh``
    """

    def __init__(self, changes: Changes, language: str) -> None:
        self._old, self._new = changes.old, changes.new
        self.language = language
        self._other = "en" if language == "zh" else "zh"

    def facts(self, iri: str) -> Facts:
        """Return the state to ask about a thing."""
        return self._new if iri in self._new else self._old

    def name(self, iri: str) -> str:
        """Return the name of a thing, or its identifier."""
        return self.facts(iri).name(iri, self.language) or visible(short(iri))

    def scripts(self, *things: str) -> str:
        """Return the names of things in the other language, where they have others there."""
        found = [self.facts(iri).name(iri, self._other) for iri in things]
        return say("between names", self.language).join(name for name, iri in zip(found, things, strict=True) if name and name != self.name(iri))

    def with_scripts(self, iri: str) -> str:
        """Return the name of a thing with the one in the other language behind it."""
        return self.aside(self.name(iri), self.scripts(iri))

    def aside(self, text: str, aside: str) -> str:
        """Return a text with another one in brackets, where there is one."""
        return say("aside", self.language, text=text, aside=aside) if aside else text

    def heading(self, kind: str, iri: str) -> str:
        """Return what an entity is called where something is told about it."""
        facts = self.facts(iri)
        if kind == "Move":
            return self._move(facts, iri)
        if kind == "Role":
            company = facts.one(iri, "tm:roleAt")
            return say("role at", self.language, title=self.name(iri), company=self.name(company)) if company else self.name(iri)
        if kind == "Source":
            return self.source(iri) + ("" if self.name_is_publisher(iri) else f" {say('quoted', self.language, text=self.name(iri))}")
        if kind in ("Thesis", "Claim"):
            says = facts.of(iri).get("tm:says")
            return say("quoted", self.language, text=text_in(says, self.language)) if says else visible(short(iri))
        if kind == "Term":
            return self.aside(visible(short(iri)), facts.name(iri, self.language))
        if kind == "Rule":
            return visible(f"{facts.one(iri, 'tm:ruleCode', SHAPES) or short(iri)} {facts.name(iri, self.language)}".strip())
        return self.with_scripts(iri)

    def _move(self, facts: Facts, iri: str) -> str:
        person, from_, to = (facts.one(iri, f"tm:{name}") for name in ("person", "fromCompany", "toCompany"))
        made = self._bare_move(facts, iri)
        made = self.aside(made, self.scripts(*(thing for thing in (person, to or from_) if thing)))
        others = [other for other in facts.moves.get(person, ()) if other != iri and self._bare_move(facts, other) == self._bare_move(facts, iri)]
        # Somebody can move to one company twice.
        return f"{made} [{visible(iri.rpartition('/')[2])}]" if others else made

    def _bare_move(self, facts: Facts, iri: str) -> str:
        person, from_, to, kind = (facts.one(iri, f"tm:{name}") for name in ("person", "fromCompany", "toCompany", "moveKind"))
        if not person:
            return self.name(iri)
        form = {TM + "founding": "founding", TM + "internal": "internal"}.get(kind, "to") if to else "from" if from_ else "bare"
        return HEADINGS[form].text(self.language, person=self.name(person), to=self.name(to) if to else "", from_=self.name(from_) if from_ else "")

    def source(self, iri: str) -> str:
        """Return who published a source, and when."""
        facts = self.facts(iri)
        publishers = facts.of(iri).get("tm:publisherName")
        name = text_in(publishers, self.language) if publishers else self.name(iri)
        return say("between", self.language).join(part for part in (name, visible(facts.one(iri, "tm:published"))) if part)

    def name_is_publisher(self, iri: str) -> bool:
        """Tell whether a source has no title that could stand behind its publisher."""
        return "dcterms:title" not in self.facts(iri).of(iri)

    def property(self, predicate: str) -> str:
        """Return the name of a property."""
        if predicate in PROPERTIES:
            return PROPERTIES[predicate].text(self.language)
        prefix, _, local = predicate.partition(":")
        return self.facts(PREFIXES.get(prefix, "") + local).name(PREFIXES.get(prefix, "") + local, self.language) or visible(predicate)

    def value(self, value: Value) -> str:
        """Return a value for reading: things by name, texts in quotation marks, dates as precise as they are."""
        if isinstance(value, NamedNode):
            facts = self.facts(value.value)
            if facts.kind(value.value) == "Source":
                return self.source(value.value)
            known = value.value.startswith(BASE) or facts.of(value.value, ONTOLOGY)
            return self.name(value.value) if known else visible(short(value.value))
        assert isinstance(value, Literal)
        if value.datatype.value == XSD + "boolean":
            return say("yes" if value.value in ("true", "1") else "no", self.language)
        if value.language or value.datatype.value == XSD + "string":
            return say("quoted", self.language, text=visible(value.value))
        return visible(value.value)

    def told(self, about: Properties, predicate: str) -> list[str]:
        """Return the values of a property for reading."""
        return [self.value(value) for value in about.get(predicate, ())]
