"""A Turtle text as a tree that keeps its comments."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Brackets:
    """A blank node that is written as its properties."""

    properties: list[Property] = field(default_factory=list)
    #: Comments in front of the closing bracket.
    closing: list[str] = field(default_factory=list)


@dataclass
class Collection:
    """A list in round brackets."""

    items: list[Value] = field(default_factory=list)
    #: Comments in front of the closing bracket.
    closing: list[str] = field(default_factory=list)


#: A term in N-Triples form, or one of the bracketed forms.
Node = str | Brackets | Collection


@dataclass
class Value:
    """An object, or an item of a collection."""

    node: Node
    #: Comments on lines of their own, above.
    above: list[str] = field(default_factory=list)
    #: Comments behind it on its line.
    behind: list[str] = field(default_factory=list)


@dataclass
class Property:
    """A predicate with its objects."""

    predicate: str
    values: list[Value] = field(default_factory=list)
    above: list[str] = field(default_factory=list)


@dataclass
class Block:
    """Everything that one statement, or all statements about one subject, say."""

    subject: Node
    properties: list[Property] = field(default_factory=list)
    #: Comments above; an empty string stands for an empty line.
    above: list[str] = field(default_factory=list)
    #: Comments behind the subject on its line.
    behind: list[str] = field(default_factory=list)
    #: Comments in front of the full stop.
    closing: list[str] = field(default_factory=list)


@dataclass
class Prefix:
    """A prefix that the text declares, with its colon."""

    name: str
    namespace: str
    above: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)


@dataclass
class Document:
    """A whole text."""

    #: Comments at the very top; an empty string stands for an empty line.
    header: list[str] = field(default_factory=list)
    prefixes: list[Prefix] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    #: Comments behind the last statement.
    footer: list[str] = field(default_factory=list)
