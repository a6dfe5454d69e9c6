"""The CONSTRUCT files as the reference shows them: what each derives, and how."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ... import places

_COMMENT = re.compile(r"\A(?:#[^\n]*\n)+")
_TEMPLATE = re.compile(r"CONSTRUCT\s*\{(.*?)\}", re.DOTALL)
_TERM = re.compile(r"(?<![\w:])tm:([A-Za-z]\w*)")
#: A variable between a subject or a semicolon and a value.
_VARIABLE_PROPERTY = re.compile(r"(?:[?]\w+|;)\s+[?](\w+)\s+[?]\w+")
_VALUES = re.compile(r"VALUES\s*(?:\(([^)]*)\)|[?](\w+))\s*\{([^}]*)\}")
#: What decides between two values is none of them.
_CONDITION = re.compile(r"\AIF\([^,]*,")
_BOUND = re.compile(r"BIND\((.*)\s+AS\s+[?](\w+)\)")


class Derivation(NamedTuple):
    """A CONSTRUCT file."""

    name: str
    #: The comment at its head, in English.
    says: str
    query: str
    #: The local names of the terms that it derives.
    derives: tuple[str, ...]


@cache
def derivations() -> tuple[Derivation, ...]:
    """Return the files in the order in which they run."""
    found = []
    for file in places.derivation_files():
        text = file.read_text(encoding="utf-8")
        head = _COMMENT.match(text)
        says = " ".join(line.lstrip("# ") for line in head[0].splitlines()) if head else ""
        query = text[head.end() :].strip() if head else text.strip()
        found.append(Derivation(file.stem, says, query, tuple(derives(query))))
    return tuple(found)


def derives(query: str) -> list[str]:
    """Return the local names of the terms that a CONSTRUCT query makes statements with.

    >>> derives("CONSTRUCT { ?a ?b ?c ; tm:status ?d } WHERE { VALUES ?b { tm:left tm:joined } ?a tm:person ?c }")
    ['status', 'left', 'joined']
    """
    template = _TEMPLATE.search(query)
    if template is None:
        return []
    names = _TERM.findall(template[1])
    for variable in _VARIABLE_PROPERTY.findall(template[1]):
        names += _values_of(variable, query)
    return list(dict.fromkeys(names))


def _values_of(variable: str, query: str) -> list[str]:
    """Return the terms that a query gives a variable, in a list of values or by name."""
    found: list[str] = []
    for several, one, content in _VALUES.findall(query):
        variables = [name.lstrip("?") for name in (several or one).split()]
        terms = _TERM.findall(content)
        if variable in variables:
            found += terms[variables.index(variable) :: len(variables)]
    for expression, bound in _BOUND.findall(query):
        if bound == variable:
            found += _TERM.findall(_CONDITION.sub("", expression))
    return found
