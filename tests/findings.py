"""Findings to write: some as a validation gives them, some as bad as a file and a contributor can make them."""

from __future__ import annotations

from pathlib import Path

from talentmoves.validation.findings import Edit, Finding, Level, Location, Note
from talentmoves.vocabulary import BASE, TM

SOURCE = '''# the Turtle that these findings are about
move:ada-example
  a tm:Move ;
  tm:left "2024-10"^^xsd:gYearMonth ;
  tm:joined "2024-09-02"^^xsd:date ;
\trdfs:label "周畅 e\u0301 Zhou"@zh ;
  tm:says """one
two
three"""@en .
'''

#: Everything that a format has to escape, and what must not reach a terminal.
NASTY = '50%, a:b::c ]]> <b> & "q" | \\ \r\n\x00\x1b[2J\x85\u2028\u202eevil\u2066 [link](https://evil.example) @everyone \ufffe 雪'


def located(file: Path, needle: str, length: int | None = None) -> Location:
    """Where a text stands in a file."""
    text = file.read_bytes().decode("utf-8")
    at = text.index(needle)
    before = text[:at]
    return Location(file, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1, len(needle) if length is None else length)


def finding(location: Location | None, **changes: object) -> Finding:
    """A finding about the two dates of one move."""
    plain = Finding(
        code="TM101",
        level=Level.ERROR,
        location=location,
        focus=BASE + "move/ada-example",
        label="Ada Example",
        message="The person joined in 2024-09-02, before leaving in 2024-10.",
        repair="Correct one of the two dates.",
        page=BASE + "rule/TM101",
        path=TM + "joined",
        value='"2024-09-02"^^<http://www.w3.org/2001/XMLSchema#date>',
        shape=TM + "joinedBeforeLeftShape",
        component="http://www.w3.org/ns/shacl#SPARQLConstraintComponent",
    )
    return plain._replace(**changes)  # type: ignore[arg-type]


def write_source(folder: Path, name: str = "moves.ttl") -> Path:
    """A file for findings to point to."""
    file = folder / name
    file.write_bytes(SOURCE.encode("utf-8"))
    return file


def full(file: Path) -> Finding:
    """A finding with all that a finding can have."""
    return finding(
        located(file, '"2024-09-02"'),
        notes=(Note("left here", located(file, '"2024-10"')), Note("the source gives months only")),
        edit=Edit(located(file, '"2024-09-02"^^xsd:date'), '"2024-11"^^xsd:gYearMonth', True),
        block="claim:ada-example\n  a tm:Claim ;\n  tm:about move:ada-example .\n",
    )


def nasty(file: Path) -> Finding:
    """A finding whose every word comes from somebody who means harm."""
    return finding(
        Location(file, 5, 13, 9999),
        label=NASTY,
        message=NASTY,
        repair=NASTY,
        value='"' + "x]]>\\n\\u0000" + '"',
        notes=(Note(NASTY, Location(file, 99, 99, 3)), Note(NASTY)),
        edit=Edit(Location(file, 7, 11, 20), NASTY, False),
        block=NASTY,
    )
