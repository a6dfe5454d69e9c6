"""Put a tree into order: one block a subject, everything in its place, the prefixes that are needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..vocabulary import PREFIXES
from .names import Names
from .order import TYPE, sort, sort_properties
from .tree import Block, Brackets, Collection, Document, Node, Prefix, Property, Value


def tidy(document: Document) -> Document:
    """Return the document in order. Comments stay with what they are about."""
    blocks = _joined(document.blocks)
    for block in blocks:
        _tidy_node(block.subject)
        block.properties = _tidied(block.properties)
        _keep_one(block)
    document.blocks = sort(blocks)
    document.prefixes = _prefixes(document)
    return document


def comments(document: Document) -> Counter[str]:
    """Return every comment of a document with the number of times that it stands there."""
    return Counter(line for line in _all_comments(document) if line)


def _joined(blocks: Iterable[Block]) -> list[Block]:
    """Join the blocks of one subject; the comments of the later one stand above its first property."""
    found: list[Block] = []
    first: dict[str, Block] = {}
    for block in blocks:
        known = first.get(block.subject) if isinstance(block.subject, str) else None
        if known is None:
            if isinstance(block.subject, str):
                first[block.subject] = block
            found.append(block)
            continue
        # A block of a named subject has a property.
        block.properties[0].above[:0] = [line for line in (*block.above, *block.behind) if line]
        known.properties += block.properties
        known.closing += block.closing
    return found


def _tidied(properties: list[Property]) -> list[Property]:
    joined: dict[str, Property] = {}
    for one in properties:
        for value in one.values:
            _tidy_node(value.node)
        known = joined.setdefault(one.predicate, one)
        if known is not one:
            known.above += one.above
            known.values += one.values
    for one in joined.values():
        one.values = _distinct(one.values)
    return sort_properties(list(joined.values()))


def _distinct(values: list[Value]) -> list[Value]:
    """Return values without those that say the same again, whose comments go to the first."""
    found: list[Value] = []
    first: dict[str, Value] = {}
    for value in values:
        if isinstance(value.node, str):
            known = first.setdefault(value.node, value)
            if known is not value:
                known.above += [*value.above, *value.behind]
                continue
        found.append(value)
    for value in found:
        # One comment can stand behind a value; the others stand above it.
        value.above += value.behind[:-1]
        value.behind = value.behind[-1:]
    return found


def _tidy_node(node: Node) -> None:
    if isinstance(node, Brackets):
        node.properties = _tidied(node.properties)
    elif isinstance(node, Collection):
        for item in node.items:
            _tidy_node(item.node)
        node.items = [Value(item.node, [*item.above, *item.behind[:-1]], item.behind[-1:]) for item in node.items]


def _keep_one(block: Block) -> None:
    if len(block.behind) > 1:
        block.above += block.behind[:-1]
        block.behind = block.behind[-1:]


def _prefixes(document: Document) -> list[Prefix]:
    """Return the prefixes that the blocks use, in order: the project's names for its namespaces, the file's for others.

    The comments of prefixes that are not kept go to the top of the file.
    """
    chosen: dict[str, Prefix] = {}
    lost: list[str] = []
    for name, namespace in PREFIXES.items():
        chosen[f"{name}:"] = Prefix(f"{name}:", namespace)
    namespaces = {one.namespace: one for one in chosen.values()}
    for one in document.prefixes:
        known = namespaces.get(one.namespace)
        if known is None and one.name not in chosen:
            chosen[one.name] = namespaces[one.namespace] = Prefix(one.name, one.namespace, list(one.above), list(one.behind))
        elif known is not None:
            known.above += [*one.above, *one.behind]
        else:
            lost += [*one.above, *one.behind]
    names = Names(chosen.values())
    for block in document.blocks:
        for node in _nodes(block.subject, block.properties):
            names.term(node)
    for one in chosen.values():
        if one.name not in names.used:
            lost += [*one.above, *one.behind]
        one.above += one.behind[:-1]
        one.behind = one.behind[-1:]
    document.header += ([""] if document.header and lost else []) + lost
    return [chosen[name] for name in sorted(names.used)]


def _nodes(subject: Node, properties: Iterable[Property]) -> Iterator[str]:
    if isinstance(subject, str):
        yield subject
    elif isinstance(subject, Brackets):
        yield from _nodes("_:", subject.properties)
    else:
        for item in subject.items:
            yield from _nodes(item.node, ())
    for one in properties:
        if one.predicate != TYPE:  # which is written as a
            yield one.predicate
        for value in one.values:
            yield from _nodes(value.node, ())


def _all_comments(document: Document) -> Iterator[str]:
    yield from document.header
    yield from document.footer
    for one in document.prefixes:
        yield from (*one.above, *one.behind)
    for block in document.blocks:
        yield from (*block.above, *block.behind, *block.closing)
        yield from _of_node(block.subject)
        yield from _of_properties(block.properties)


def _of_properties(properties: Iterable[Property]) -> Iterator[str]:
    for one in properties:
        yield from one.above
        for value in one.values:
            yield from (*value.above, *value.behind)
            yield from _of_node(value.node)


def _of_node(node: Node) -> Iterator[str]:
    if isinstance(node, Brackets):
        yield from node.closing
        yield from _of_properties(node.properties)
    elif isinstance(node, Collection):
        yield from node.closing
        for item in node.items:
            yield from (*item.above, *item.behind)
            yield from _of_node(item.node)
