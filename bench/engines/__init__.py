"""One module an engine: ``validate(task)`` gives the seconds and every result of the W3C report."""

from __future__ import annotations

from typing import NamedTuple

SH = "http://www.w3.org/ns/shacl#"
#: Engines by name, with the distribution that holds each.
NAMES = ("ours", "pyshacl", "shacl_rust", "shacl_rust_mended", "shacl_core", "pyshifty")


class Result(NamedTuple):
    """One validation result; terms in N-Triples form, what is missing empty."""

    focus: str
    path: str
    value: str
    component: str
    shape: str
    severity: str


class Outcome(NamedTuple):
    """What an engine found, and how long it took to read the data and the shapes and to validate."""

    seconds: float
    results: frozenset[Result]
