"""The words of a finding: what the entity is called, what is wrong with it, and how to mend it."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Store

from ..suggestions import nearest
from ..vocabulary import ONTOLOGY, TM, short
from .rules import Rule
from .shacl import Result

_NOT_RECORDED = "TM001"
_ADDRESS = "TM002"
_NAMELESS = {"en": "an entry without an address", "zh": "没有标识的条目"}
_BLANK = {
    "en": ("This entry has no address of its own.", "Give it one at the left margin, such as person:ada-example; [ ] and _: cannot be cited."),
    "zh": ("该条目没有自己的标识。", "请在行首写明标识，例如 person:ada-example；[ ] 与 _: 无法被引用。"),
}
_UNKNOWN = {"en": "There is no property {name}.", "zh": "没有 {name} 这个属性。"}
_DID_YOU_MEAN = {
    "en": "Did you mean {names}? ontology/talent-moves.ttl lists the properties.",
    "zh": "是否想写 {names}？属性见 ontology/talent-moves.ttl。",
}
_LISTED = {"en": "ontology/talent-moves.ttl lists the properties.", "zh": "属性见 ontology/talent-moves.ttl。"}


def words(rule: Rule, result: Result, declared: set[str], language: str) -> tuple[str, str]:
    """Return what is wrong and how to mend it.

    A misspelt property and an entry without an address get words of their own: the rules that catch
    them are about something graver.

    :param declared: addresses of the terms of our ontology
    """
    if rule.code == _ADDRESS and ":" not in result.focus:
        return _BLANK[language]
    path = result.path or ""
    if rule.code == _NOT_RECORDED and path.startswith(TM) and path not in declared:
        offered = nearest(path.removeprefix(TM), sorted(term.removeprefix(TM) for term in declared if term[len(TM) :][:1].islower()))
        names = (" / " if language == "zh" else " or ").join(f"tm:{name}" for name in offered)
        repair = _DID_YOU_MEAN[language].format(names=names) if offered else _LISTED[language]
        return _UNKNOWN[language].format(name=short(path)), repair
    return dict(result.messages).get(language) or rule.message[language], rule.repair[language]


def declared_terms(store: Store) -> set[str]:
    """Return the addresses of the terms that our ontology declares."""
    subjects = (quad.subject for quad in store.quads_for_pattern(None, None, None, NamedNode(ONTOLOGY)))
    return {subject.value for subject in subjects if isinstance(subject, NamedNode) and subject.value.startswith(TM)}


def label(store: Store, entity: str, language: str) -> str:
    """Return what people call an entity, in one language if it has a name in it."""
    if ":" not in entity:  # an address has one, the label of a blank node has none
        return _NAMELESS[language]
    names = [
        quad.object
        for predicate in ("http://www.w3.org/2000/01/rdf-schema#label", TM + "displayName")
        for quad in store.quads_for_pattern(NamedNode(entity), NamedNode(predicate), None, None)
    ]
    texts = [name for name in names if isinstance(name, Literal)]
    in_language = [name.value for name in texts if name.language == language]
    found = in_language or [name.value for name in texts if not name.language] or [name.value for name in texts] or [short(entity)]
    return " ".join(found[0].split())
