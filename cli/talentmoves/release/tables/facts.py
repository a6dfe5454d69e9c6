"""The facts that the tables show, by property and subject: a path of properties is followed in a microsecond."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Store

from ...vocabulary import LAST_DAY, SHAPES, TM, expand

#: What the computed columns use besides what the paths name.
_BESIDES = (
    "tm:stateOf",
    "tm:knownUntil",
    "tm:knownFrom",
    "tm:about",
    "^tm:about",
    "tm:stance",
    "tm:source",
    "tm:origin",
    "^tm:person",
    "^tm:within",
    "tm:status",
    "tm:firm",
    "tm:fromCompany",
    "^tm:fromCompany",
    "tm:toCompany",
    "^tm:toCompany",
    "tm:toTop",
    "tm:entryEarliest",
    "tm:entryLatest",
    "tm:startMove",
    "tm:endMove",
    "^org:member",
    "org:organization",
    "rdf:type",
    "^rdf:type",
    "rdfs:label",
    "tm:title",
    "dcterms:title",
    "tm:displayName",
)


class Facts:
    """What a store says, read once for each property.

    Texts are filed under their property with the language behind it, such as ``rdfs:label@zh``. A property with ``^``
    before it is followed backwards. ``state`` leads from a move to what is known of it today.

    :param store: the edition's store
    :param paths: the paths that will be followed
    """

    def __init__(self, store: Store, paths: Iterable[str]) -> None:
        self._values: dict[str, dict[str, list[str]]] = defaultdict(dict)
        steps = {*_BESIDES, *(step.partition("@")[0] for path in paths for step in path.split("/"))} - {"", "state", "current"}
        for step in sorted({step.lstrip("^") for step in steps}):
            self._read(store, step, f"^{step}" in steps)
        current = self._values["state"]
        for state, moves in self._values["tm:stateOf"].items():
            if self.one(state, "tm:knownUntil") == LAST_DAY:
                current[moves[0]] = [state]

    def _read(self, store: Store, step: str, backwards: bool) -> None:
        inverse = self._values[f"^{step}"] if backwards else None
        for subject, _, value, graph in store.quads_for_pattern(None, NamedNode(expand(step)), None, None):
            if not isinstance(subject, NamedNode) or not isinstance(value, (NamedNode, Literal)) or graph == _SHAPES:
                continue
            name, text = subject.value, value.value
            key = f"{step}@{value.language}" if isinstance(value, Literal) and value.language else step
            self._values[key].setdefault(name, []).append(text)
            if inverse is not None:
                inverse.setdefault(text, []).append(name)
        for key in (key for key in self._values if key.lstrip("^").partition("@")[0] == step):
            for values in self._values[key].values():
                if len(values) > 1:
                    values[:] = sorted(set(values))

    def add(self, subject: str, step: str, value: str) -> None:
        """File something that was worked out."""
        self._values[step].setdefault(subject, []).append(value)

    def entities(self, classes: Iterable[str]) -> list[str]:
        """Return the entities of the classes, in the order of their addresses."""
        return sorted({entity for name in classes for entity in self.all(TM + name, "^rdf:type")})

    def is_a(self, entity: str, name: str) -> bool:
        """Tell whether an entity is of a class, by its local name."""
        return TM + name in self._values["rdf:type"].get(entity, ())

    def all(self, subject: str, step: str) -> list[str]:
        """Return the values of one property, in a fixed order."""
        return self._values[step].get(subject, [])

    def one(self, subject: str, step: str) -> str:
        """Return the first value of one property, or nothing."""
        found = self._values[step].get(subject)
        return found[0] if found else ""

    def follow(self, subject: str, steps: tuple[str, ...]) -> list[str]:
        """Return the values at the end of a path; those of several ways stand in the order of the ways."""
        return self.ends([subject], steps)[0]

    def ends(self, subjects: list[str], steps: tuple[str, ...]) -> list[list[str]]:
        """Return the values at the end of a path from each of many subjects."""
        values, nothing = self._values[steps[0]], list[str]()
        found = [values.get(subject, nothing) for subject in subjects]
        for step in steps[1:]:
            values = self._values[step]
            found = [[end for way in ways for end in values.get(way, nothing)] if ways else nothing for ways in found]
        return found


_SHAPES = NamedNode(SHAPES)
