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
from .rules.catalogue import Rule

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
        if entity.startswith("_:"):
            return _NAMELESS[self.language]
        names = [
            quad.object
            for predicate in (RDFS + "label", TM + "displayName")
            for quad in self._store.quads_for_pattern(NamedNode(entity), NamedNode(predicate), None, None)
        ]
        texts = [name for name in names if isinstance(name, Literal) and name.value.strip()]
        in_language = [name.value for name in texts if name.language == self.language]
        found = in_language or [name.value for name in texts if not name.language] or [name.value for name in texts] or [short(entity)]
        return _cut(" ".join(found[0].split()))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
