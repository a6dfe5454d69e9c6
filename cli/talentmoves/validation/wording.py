"""The words of a finding: what the entity is called, and what is wrong with it."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Store

from .. import places
from ..dataset.declared import declared_in
from ..shacl.results import Result, unbracketed
from ..shacl.vocabulary import RDFS
from ..vocabulary import PREFIXES, TM, short
from .privacy import private
from .repairs.problem import term
from .rules.rule import Rule

_NOT_RECORDED = "TM001"
_ADDRESS = "TM002"
#: So many characters of a name or a text are told.
_LONGEST = 80
_NAMELESS = {"en": "an entry without an address", "zh": "没有标识的条目"}
_BLANK = {"en": "This entry has no address of its own.", "zh": "该条目没有自己的标识。"}
_UNKNOWN = {"en": "There is no property {name}.", "zh": "没有 {name} 这个属性。"}


class Wording:
    """Tells in one language what is wrong.

    :param store: with names of the entities
    :param language: ``en`` or ``zh``
    """

    def __init__(self, store: Store, language: str) -> None:
        self.language = language
        self._store = store
        self._declared = declared_in(places.ontology_files())

    def message(self, rule: Rule, result: Result) -> str:
        """Return what is wrong.

        A misspelt property and an entry without an address get words of their own: the rules that catch
        them are about something graver. A property whose name tells something private is not taken for misspelt.
        """
        if rule.code == _ADDRESS and result.focus.startswith("_:"):
            return _BLANK[self.language]
        path = unbracketed(result.path)
        if rule.code == _NOT_RECORDED and path.startswith(TM) and path not in self._declared and not private(path.removeprefix(TM)):
            return _UNKNOWN[self.language].format(name=short(path))
        text = dict(result.messages).get(self.language)
        return self._with_names(text, result) if text else rule.message[self.language]

    def _with_names(self, text: str, result: Result) -> str:
        terms = {result.value or "", *(term for _, term in result.bindings)}
        for told in (term(one).value for one in terms if one.startswith('"') and len(one) > _LONGEST):
            text = text.replace(told, _cut(told))
        # The longest first: an address can begin with another one.
        for address in sorted((unbracketed(one) for one in terms if one.startswith("<")), key=len, reverse=True):
            text = text.replace(address, self._called(address))
        return text

    def _called(self, address: str) -> str:
        # Moves, claims and sources are known by their addresses rather than by their long names.
        for kind in ("move", "claim", "source"):
            if address.startswith(PREFIXES[kind]):
                return f"{kind}:{address.removeprefix(PREFIXES[kind])}"
        return short(address) if address.startswith(TM) else self.label(address)

    def label(self, entity: str) -> str:
        """Return what people call an entity, in this language if it has a name in it; a very long name is cut."""
        return _cut(" ".join((self._composed(entity) or self._name(entity)).split()))

    def _name(self, entity: str) -> str:
        if entity.startswith("_:"):
            return _NAMELESS[self.language]
        names = self._texts(entity, RDFS + "label")
        derived = self._texts(entity, TM + "displayName")
        in_language = [name for name in names if name.language == self.language]
        # Without a language comes before another language: such a name is of either.
        found = in_language or [name for name in names if not name.language] or derived or names
        return found[0].value if found else short(entity)

    def _composed(self, entity: str) -> str:
        """Return the name of a move, a role or a source, made of names in this language; the derived ones are made of English names."""
        if self.language == "en" or entity.startswith("_:"):
            return ""
        if people := self._objects(entity, "person"):
            ends = [self._objects(entity, end) for end in ("fromCompany", "toCompany")]
            return f"{self._name(people[0])}: {' → '.join(self._name(end[0]) if end else '…' for end in ends)}"
        if title := self._text(entity, TM + "title"):
            companies = self._objects(entity, "roleAt")
            return f"{title}, {self._name(companies[0])}" if companies else ""
        publisher, title = self._text(entity, TM + "publisherName"), self._text(entity, PREFIXES["dcterms"] + "title")
        return f"{publisher}: {title}" if publisher and title else ""

    def _text(self, entity: str, predicate: str) -> str:
        """Return one text of a property, in this language if there is one; nothing where there is none."""
        texts = sorted(self._texts(entity, predicate), key=lambda text: (text.language != self.language, text.value))
        return texts[0].value if texts else ""

    def _objects(self, entity: str, name: str) -> list[str]:
        quads = self._store.quads_for_pattern(NamedNode(entity), NamedNode(TM + name), None, None)
        return sorted(quad.object.value for quad in quads if isinstance(quad.object, NamedNode))

    def _texts(self, entity: str, predicate: str) -> list[Literal]:
        quads = self._store.quads_for_pattern(NamedNode(entity), NamedNode(predicate), None, None)
        return [quad.object for quad in quads if isinstance(quad.object, Literal) and quad.object.value.strip()]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
