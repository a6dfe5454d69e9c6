"""Shapes as the compiler sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .graph import Node, Term
from .paths import Path


class Constraint(NamedTuple):
    """One constraint of a shape (SHACL 2.1.1)."""

    #: The parameter that declares it, without namespace: ``class``, ``minCount``, …; ``component`` for a custom one.
    kind: str
    #: Address of its constraint component.
    component: str
    #: What the parameter says; its type depends on the kind.
    argument: Any


class Qualified(NamedTuple):
    """The argument of a qualified value shape (SHACL 4.7.3)."""

    shape: Shape
    minimum: int | None
    maximum: int | None
    #: Shapes to which a counted value must not conform.
    siblings: tuple[Shape, ...]


class Targets(NamedTuple):
    """What a shape is about (SHACL 2.1.3)."""

    nodes: tuple[Term, ...] = ()
    classes: tuple[Node, ...] = ()
    subjects_of: tuple[str, ...] = ()
    objects_of: tuple[str, ...] = ()
    #: Whether every subject of a triple is one, which takes a target of SHACL-AF to say.
    every_subject: bool = False


class Query(NamedTuple):
    """A SELECT or ASK query of the shapes graph (SHACL 5)."""

    #: The node that holds it.
    node: Term
    #: With its prefixes declared and $PATH replaced.
    text: str
    is_ask: bool
    messages: tuple[tuple[str, str], ...]


class Custom(NamedTuple):
    """The argument of a constraint of a component that the shapes graph defines (SHACL 6)."""

    query: Query
    #: Values of the parameters, by variable.
    parameters: tuple[tuple[str, Term], ...]


@dataclass(eq=False)
class Shape:
    """A node shape, or with a path a property shape."""

    node: Node
    path: Path | None
    targets: Targets
    severity: str
    deactivated: bool
    messages: tuple[tuple[str, str], ...]
    constraints: list[Constraint] = field(default_factory=list)
