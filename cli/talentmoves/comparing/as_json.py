"""A difference as JSON; ``docs/diff.md`` says what each member means."""

from __future__ import annotations

import json
from typing import Any

from pyoxigraph import NamedNode

from ..formats.cells import visible
from ..vocabulary import XSD
from .changes import WITHDRAWN, Change, Changes, Difference
from .facts import Facts, Value
from .patch import identifier

_STRING = XSD + "string"


def write(changes: Changes, old: str, new: str) -> str:
    """Return the difference as JSON.

    :param old: what people call the earlier state
    :param new: what people call the later state
    """
    delta = changes.delta
    document = {
        "old": {"name": old, "id": identifier(delta.old_hash), "sha256": delta.old_hash},
        "new": {"name": new, "id": identifier(delta.new_hash), "sha256": delta.new_hash},
        "statements": {name: {"added": added, "removed": removed} for name, (added, removed) in changes.counts.items()},
        "withheld": len(delta.withheld),
        "removals": [{"removal": one.iri, "reason": one.reason, "day": one.day} for one in changes.removals],
        "changes": [_change(change, changes) for change in changes.changes],
    }
    # Characters that cannot be seen are escaped, which JSON allows; they stand in texts only.
    return visible(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _change(change: Change, changes: Changes) -> dict[str, Any]:
    facts = changes.old if change.what == WITHDRAWN else changes.new
    made: dict[str, Any] = {"id": change.iri, "class": change.kind, "change": change.what}
    if change.was:
        made["was"] = change.was
    if names := _names(facts, change.iri):
        made["name"] = names
    if change.kind == "Claim" and (source := facts.one(change.iri, "tm:source")):
        made["source"] = source
    made["properties"] = [_difference(difference) for difference in change.differences]
    if change.kind != "Claim":
        made["claims"] = [_change(claim, changes) for claim in change.claims]
    return made


def _names(facts: Facts, iri: str) -> dict[str, str]:
    found = {language: facts.plain_name(iri, language) for language in ("en", "zh")}
    return {language: name for language, name in found.items() if name}


def _difference(difference: Difference) -> dict[str, Any]:
    before, after = ([_value(value) for value in values] for values in (difference.before, difference.after))
    return {"property": difference.predicate, "before": before, "after": after}


def _value(value: Value) -> dict[str, str]:
    """Return a value as JSON-LD has it (https://www.w3.org/TR/json-ld11/#value-objects)."""
    if isinstance(value, NamedNode):
        return {"@id": value.value}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    return {"@value": value.value} if value.datatype.value == _STRING else {"@value": value.value, "@type": value.datatype.value}
