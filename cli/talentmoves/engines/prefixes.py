"""Declare the project's prefixes where a query uses them undeclared, so that one text runs everywhere."""

from __future__ import annotations

import re

from ..vocabulary import PREFIXES

_DECLARED = re.compile(r"\bPREFIX\s+([A-Za-z][\w-]*):", re.IGNORECASE)
_HIDDEN = re.compile(r"<[^<>\s]*>|'[^'\n]*'|\"[^\"\n]*\"|#[^\n]*")
_USED = re.compile(r"(?<![\w:?$@-])([A-Za-z][\w-]*):")


def declare(query: str) -> str:
    """Return the query with a PREFIX line for each known prefix that it uses and does not declare.

    >>> declare("ASK { ?s a tm:Move }")
    'PREFIX tm: <https://w3id.org/talent-moves/ns#> ASK { ?s a tm:Move }'
    """
    declared = set(_DECLARED.findall(query))
    used = dict.fromkeys(_USED.findall(_HIDDEN.sub(" ", query)))
    missing = [prefix for prefix in used if prefix in PREFIXES and prefix not in declared]
    # On one line, so that the engine's error messages keep the query's own line numbers.
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing) + query
