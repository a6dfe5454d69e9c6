"""Write a tree as Turtle in the one layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .names import Names
from .order import TYPE
from .tree import Block, Brackets, Collection, Document, Node, Property, Value

#: Brackets that do not fit on a line of so many characters are written on several; other objects stay on the line of their property.
WIDTH = 150
_STEP = "  "


def write(document: Document) -> str:
    """Return a document as Turtle: its comments at the top, its prefixes, its blocks."""
    term = Names(document.prefixes).term
    blocks = [_block(block, term) for block in document.blocks]
    parts = [_comments(document.header)]
    prefixes = document.prefixes
    if prefixes and not document.header:
        # What stands at the very top is the file's.
        parts = [_comments(prefixes[0].above)]
        prefixes[0].above = []
    lines: list[str] = []
    for one in prefixes:
        lines += one.above
        lines.append(_with_comment(f"@prefix {one.name} <{one.namespace}> .", one.behind))
    parts += ["\n".join(lines), *blocks, _comments(document.footer)]
    return "\n\n".join(part for part in parts if part) + "\n"


_Term = Callable[[str], str]


def _block(block: Block, term: _Term) -> str:
    lines = list(block.above)
    subject = _inline(block.subject, term, len("  .")) or ""
    if not subject:
        opened, *rest = _nested(block.subject, term, "")
        lines += [opened, *rest]
    else:
        lines.append(subject)
    if not block.properties:
        lines += block.closing
        lines.append(_with_comment(".", block.behind)) if block.closing else lines.append(_with_comment(lines.pop() + " .", block.behind))
        return "\n".join(lines)
    lines[-1] = _with_comment(lines[-1], block.behind)
    lines += _properties(block.properties, term, _STEP, " ;" if block.closing else " .")
    if block.closing:
        lines += [_STEP + comment for comment in block.closing]
        lines.append(".")
    return "\n".join(lines)


def _properties(properties: list[Property], term: _Term, indent: str, end: str) -> list[str]:
    lines: list[str] = []
    for at, one in enumerate(properties):
        lines += [indent + comment for comment in one.above]
        lines += _property(one, term, indent, end if at + 1 == len(properties) else " ;")
    return lines


def _property(one: Property, term: _Term, indent: str, mark: str) -> list[str]:
    predicate = indent + ("a" if one.predicate == TYPE else term(one.predicate))
    plain = [value.node if isinstance(value.node, str) else None for value in one.values]
    told = any(value.above for value in one.values) or any(value.behind for value in one.values[:-1])
    if not told:
        written = [term(node) if node is not None else _inline(value.node, term, WIDTH) for node, value in zip(plain, one.values, strict=True)]
        line = f"{predicate} {', '.join(text or '' for text in written)}{mark}"
        if all(written) and (len(line) <= WIDTH or all(plain)):
            return [_with_comment(line, one.values[-1].behind)]
        if len(one.values) == 1:
            opened, *rest = _nested(one.values[0].node, term, indent)
            lines = [f"{predicate} {opened.lstrip()}", *rest]
            lines[-1] = _with_comment(lines[-1] + mark, one.values[-1].behind)
            return lines
    lines = [predicate]
    deeper = indent + _STEP
    for at, value in enumerate(one.values):
        lines += [deeper + comment for comment in value.above]
        text = _inline(value.node, term, WIDTH - len(deeper))
        lines += [deeper + text] if text else _nested(value.node, term, deeper)
        lines[-1] = _with_comment(lines[-1] + (mark if at + 1 == len(one.values) else ","), value.behind)
    return lines


def _inline(node: Node, term: _Term, room: int) -> str | None:
    """Return a node on one line; nothing if it has comments or does not fit."""
    if isinstance(node, str):
        return term(node)
    text = ""
    for part in _flat(node, term):
        if part is None:
            return None
        text += part if part == "," or not text else f" {part}"
    return text if len(text) <= room else None


def _flat(node: Node, term: _Term) -> Iterator[str | None]:
    if isinstance(node, str):
        yield term(node)
    elif isinstance(node, Collection):
        yield None if node.closing else "("
        for item in node.items:
            yield from _flat_value(item, term)
        yield ")"
    else:
        if node.closing or len(node.properties) > 1:
            yield None
        yield "["
        for one in node.properties:
            if one.above:
                yield None
            yield "a" if one.predicate == TYPE else term(one.predicate)
            for at, value in enumerate(one.values):
                if at:
                    yield ","
                yield from _flat_value(value, term)
        yield "]"


def _flat_value(value: Value, term: _Term) -> Iterator[str | None]:
    if value.above or value.behind:
        yield None
    yield from _flat(value.node, term)


def _nested(node: Node, term: _Term, indent: str) -> list[str]:
    """Return a bracketed node on several lines."""
    assert not isinstance(node, str)
    deeper = indent + _STEP
    if isinstance(node, Brackets):
        inside = _properties(node.properties, term, deeper, "")
        return [f"{indent}[", *inside, *(deeper + comment for comment in node.closing), f"{indent}]"]
    lines = [f"{indent}("]
    for item in node.items:
        lines += [deeper + comment for comment in item.above]
        text = _inline(item.node, term, WIDTH - len(deeper))
        lines += [deeper + text] if text else _nested(item.node, term, deeper)
        lines[-1] = _with_comment(lines[-1], item.behind)
    return [*lines, *(deeper + comment for comment in node.closing), f"{indent})"]


def _comments(lines: Iterable[str]) -> str:
    return "\n".join(lines).strip("\n")


def _with_comment(line: str, comments: list[str]) -> str:
    return f"{line} {comments[-1]}" if comments else line
