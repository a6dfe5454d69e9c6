"""What can be reached over a relation, in any number of steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_Node = TypeVar("_Node")


def reached(start: Iterable[_Node], following: Callable[[_Node], Iterable[_Node]]) -> Iterator[_Node]:
    """Yield the nodes to start from and all that can be reached from them, each once; circles do no harm.

    >>> parts = {"a": "bc", "c": "ad"}
    >>> list(reached("a", lambda node: parts.get(node, "")))
    ['a', 'b', 'c', 'd']

    :param following: returns the nodes that are one step away
    """
    found = dict.fromkeys(start)
    yield from found
    open_ = list(found)
    while open_:
        for node in following(open_.pop()):
            if node not in found:
                found[node] = None
                open_.append(node)
                yield node
