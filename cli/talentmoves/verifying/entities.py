"""Hold the files of single entities, in Turtle and JSON-LD, against the dump: they say nothing else, and leave nothing out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import partial

from pyoxigraph import RdfFormat, parse, serialize

from ..release.dumps.lines import Lines
from ..release.dumps.prefixes import NAMESPACES
from ..site.knowledge import FOLDERS
from ..vocabulary import BASE, CC0, DATASET, RDF_TYPE, TM
from ..vocabulary import GRAPHS as MERGED
from . import limited
from .alterations import first
from .folder import Folder
from .outcome import Alteration, Kind, Outcome
from .reading import reason

_FORMATS = {".ttl": RdfFormat.TURTLE, ".jsonld": RdfFormat.JSON_LD}
#: Files that one process checks: so many that starting it does not count, so few that all cores have some.
_AT_ONCE = 2500
#: What a file says of itself, which no dump holds.
_BELONGING = (
    f"<{RDF_TYPE}> <{NAMESPACES['foaf']}Document>",
    f"<{NAMESPACES['dcterms']}license> <{CC0}>",
    f"<{NAMESPACES['void']}inDataset> <{DATASET}>",
)
_BLANK = re.compile(rb"^_:[^ ]+| _:[^ ]+(?= \.$)", re.MULTILINE)
#: Statements by their subjects, as canonical N-Triples.
_Statements = Mapping[bytes, Collection[bytes]]


def check(folder: Folder, sums: dict[str, str], dump: str, reference: bytes, outcome: Outcome, tell: Callable[[], None]) -> None:
    """Check every file of an entity that is there, and that every entity has its files where any has.

    :param sums: what the files' sums should be
    :param dump: the name of the dump that the files are held against
    :param reference: its canonical N-Quads
    :param tell: called after some thousand files
    """
    known = {problem.name for problem in outcome.problems}
    found = sorted(name for name in sums if name in folder.sizes and name not in known and _entity(name))
    if not found:
        return
    statements = _by_subject(reference)
    for name in sorted(_expected(statements).difference(sums, known)):
        outcome.add(Kind.MISSING, name, f"{name} is missing: {dump} has this entity.")
    groups = [found[start : start + _AT_ONCE] for start in range(0, len(found), _AT_ONCE)]
    works = [limited.Work(partial(_judge, folder, group, statements), sum(map(folder.sizes.__getitem__, group))) for group in groups]
    for group, verdicts in zip(groups, limited.run_all(works, tell), strict=True):
        if isinstance(verdicts, limited.ExceededError):
            outcome.add(Kind.STATEMENTS, "", f"One of {len(group):,} files from {group[0]} to {group[-1]} cannot be read: {verdicts}.")
            continue
        for name, verdict in verdicts.items():
            if isinstance(verdict, Alteration):
                outcome.add(Kind.STATEMENTS, name, f"{name} does not say what {dump} says.").alteration = verdict
            else:
                outcome.add(Kind.STATEMENTS, name, f"{name} cannot be read: {verdict}.")


def _entity(name: str) -> bytes:
    """Return the entity that a file is of, as N-Triples write it; nothing where it is none of an entity."""
    path, dot, ending = name.rpartition(".")
    folder, _, rest = path.partition("/")
    fits = folder in FOLDERS.values() and rest and "/" not in rest and f"{dot}{ending}" in _FORMATS
    return f"<{BASE}{path}>".encode() if fits else b""


def _by_subject(reference: bytes) -> dict[bytes, set[bytes]]:
    statements: dict[bytes, set[bytes]] = defaultdict(set)
    for piece in Lines(reference).ntriples(*MERGED):
        for line in _unlabelled(piece).split(b"\n"):
            statements[line.partition(b" ")[0]].add(line)
    return dict(statements)


def _expected(statements: _Statements) -> set[str]:
    """Return the names of the files that the entities of the dump have."""
    start = f"<{BASE}".encode()
    types = [f" <{RDF_TYPE}> <{TM}{name}> .".encode() for name in FOLDERS]
    paths = (
        subject[len(start) : -1].decode()
        for subject, lines in statements.items()
        if subject.startswith(start) and any(subject + ending in lines for ending in types)
    )
    return {name for path in paths for name in (f"{path}{ending}" for ending in _FORMATS) if _entity(name)}


def _judge(folder: Folder, names: list[str], statements: _Statements) -> dict[str, Alteration | str]:
    """Return what is wrong with some files, by their names."""
    verdicts = ((name, _verdict(folder, name, statements)) for name in names)
    return {name: verdict for name, verdict in verdicts if verdict is not None}


def _verdict(folder: Folder, name: str, statements: _Statements) -> Alteration | str | None:
    try:
        content = serialize(parse(folder.read(name), format=_FORMATS[name[name.rindex(".") :]]), format=RdfFormat.N_TRIPLES)
    except (SyntaxError, ValueError, RecursionError, OSError) as error:
        return reason(error)
    assert content is not None
    entity = _entity(name)
    has = set(_unlabelled(content).split(b"\n")) - {b""}
    # Its own address is that of wherever the release was to be served.
    belonging = (*_BELONGING, f"<{NAMESPACES['foaf']}primaryTopic> {entity.decode()}")
    itself = tuple(f"/{name}> {said} .".encode() for said in belonging)
    # Of other subjects it holds a part only.
    added = sorted(line for line in has if not _stated(line, statements) and not line.endswith(itself))
    removed = sorted(set(statements.get(entity, ())) - has)
    if not added and not removed:
        return None if entity in statements else "there is no such entity"
    return Alteration([], first(added), first(removed), len(added), len(removed))


def _unlabelled(ntriples: bytes) -> bytes:
    """Return statements with the labels of blank nodes left out: these differ from one file to the next."""
    return _BLANK.sub(lambda match: b" _:" if match[0].startswith(b" ") else b"_:", ntriples) if b"_:" in ntriples else ntriples


def _stated(line: bytes, statements: _Statements) -> bool:
    return line in statements.get(line.partition(b" ")[0], ())
