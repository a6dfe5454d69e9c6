"""Plan a removal: what every file is to be, what stays to be read by people, and the tombstone."""

from __future__ import annotations

import datetime
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..contributing.placing import HEADERS, HOMES
from ..contributing.terms import block, concept, date, entity, text
from ..errors import DataError, UnknownNameError
from ..layout import formatting, tidying
from ..layout.files import turtle_files, write_all
from ..layout.tree import Block, Brackets, Collection, Document, Node, Property, Value
from ..layout.writing import write
from ..naming import forms, same
from ..output import replace
from ..places import display
from ..suggestions import nearest
from ..tombstones import KEY_FILE, Key, find_key, make_key, parsed
from ..validation.findings import Level
from ..validation.running import check
from ..vocabulary import BASE, PREFIXES, TM
from . import graph
from .mentions import Mentions

_NAMES = tuple(f"<{PREFIXES[prefix]}{name}>" for prefix, name in (("rdfs", "label"), ("skos", "altLabel"), ("skos", "exactMatch")))
_NAMED = (_NAMES[0], f"<{TM}publisherName>", f"<{TM}creditedTo>")
_URL = f"<{TM}url>"
_NOTE = f"<{PREFIXES['skos']}editorialNote>"
WITHHELD = "The address is left out, as it names somebody who was taken out of the data."
#: Files of other kinds in the folder of the data that can name people.
_OTHER = (".md", ".txt", ".csv", ".tsv", ".json", ".jsonl", ".nt", ".nq", ".trig")


class Plan(NamedTuple):
    """What a removal comes to; nothing is written yet."""

    #: What people called the person, for messages of this one run.
    label: str
    texts: dict[Path, str]
    #: How many blocks go, by kind.
    counts: dict[str, int]
    #: Places outside of the Turtle that name the person, as file and line.
    elsewhere: list[str]
    #: The file of a key that is new, and its content.
    key: tuple[Path, str] | None
    tombstone: str

    def carry_out(self) -> None:
        """Write the key, then the files: all of them, or none.

        :raises InputError: if one of them cannot be written
        """
        if self.key:
            replace(self.key[0], f"{self.key[1]}\n".encode("ascii"))
            self.key[0].chmod(0o600)
        write_all(self.texts)


def plan(folder: Path, name: str, reason: str, today: datetime.date, checkout: Path | None = None) -> Plan:
    """Return what it comes to when a person is taken out.

    :param folder: the folder of the data set
    :param name: a name of the person in any script, or the last part of the address
    :param reason: one of :data:`talentmoves.tombstones.REASONS`
    :param checkout: a folder whose other files are looked through for the name
    :raises UnknownNameError: if there is no such person, or more than one
    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if the data would break a rule without the person
    """
    documents = graph.read(turtle_files((folder,)))
    people = _people(documents)
    person = _found(people, name)
    label, slug = (people[person] or [person])[0], _slug(person)
    others = {form for subject, own in people.items() if subject != person for other in own for form in forms(other)}
    # What somebody else is called too tells of them, and stays; the last part of the address is a name that nobody shares.
    names = [one for one in (*people[person], slug.replace("-", " ")) if forms(one).isdisjoint(others)]
    elsewhere_named = [one for subject, own in people.items() if subject != person for one in (*own, _slug(subject))]
    mentions = Mentions(names, slug, [*elsewhere_named, *_other_names(documents)])
    mark = secrets.token_hex(4)
    gone = graph.going(documents.values(), person)
    counts: dict[str, int] = {}
    for subject in gone:
        kind = subject.removeprefix(f"<{BASE}").partition("/")[0]
        counts[kind] = counts.get(kind, 0) + 1
    for document in documents.values():
        _clean(document, gone, mentions, f"removed-{mark}")
    known = find_key([folder])
    new = None if known else make_key()
    key = known or parsed(new or "")
    home = folder / HOMES["removal"]
    documents.setdefault(home, Document(header=[HEADERS[HOMES["removal"]]])).blocks.append(_tombstone(mark, names, reason, today, key))
    texts = {file: write(tidying.tidy(document)) for file, document in documents.items()}
    texts = {file: content for file, content in texts.items() if not file.exists() or content != formatting.read(file)}
    for file in sorted(folder.rglob("*")):
        if file.suffix in _OTHER and file.is_file():
            content = file.read_text(encoding="utf-8", errors="surrogateescape")
            if content in mentions:
                texts[file] = mentions.covered(content)
    _refuse_what_breaks(folder, texts)
    elsewhere = [*_left(texts, mentions), *(_mentions_in(checkout, folder, mentions) if checkout else ())]
    return Plan(label, texts, dict(sorted(counts.items())), elsewhere, (folder / KEY_FILE, new) if new else None, f"removal/{today}-{mark}")


def _people(documents: dict[Path, Document]) -> dict[str, list[str]]:
    """Return the names of every person."""
    people: dict[str, list[str]] = {}
    for document in documents.values():
        for one in document.blocks:
            if isinstance(one.subject, str) and one.subject.startswith(f"<{BASE}person/"):
                people.setdefault(one.subject, []).extend(_text(node) for predicate in _NAMES for node in graph.objects(one, predicate))
    return people


def _other_names(documents: dict[Path, Document]) -> list[str]:
    """Return the names of everything else, such as companies and publishers, whose words are nobody's family name alone."""
    blocks = [one for document in documents.values() for one in document.blocks if not str(one.subject).startswith(f"<{BASE}person/")]
    return [_text(node) for one in blocks for predicate in _NAMED for node in graph.objects(one, predicate)]


def _found(people: dict[str, list[str]], name: str) -> str:
    wanted = name.rsplit("/", 1)[-1].removeprefix("person:")
    found = [subject for subject in people if _slug(subject) == wanted]
    named = [subject for subject, names in people.items() if any(same(other, wanted) for other in names)]
    found = found or named
    if len(found) > 1:
        slugs = " or ".join(sorted(map(_slug, found)))
        raise UnknownNameError(f"'{name}' names more than one person.", f"Say which: {slugs}.")
    if not found:
        near = nearest(name, [other for names in people.values() for other in names])
        raise UnknownNameError(
            f"There is no person '{name}' here.", f"Did you mean {' or '.join(near)}?" if near else "Names are accepted in any script."
        )
    return found[0]


def _slug(subject: str) -> str:
    return subject[1:-1].rsplit("/", 1)[-1]


def _text(term: str) -> str:
    if term.startswith("<"):
        return term[1:-1]
    return str(next(iter(_literal(term))))


def _literal(term: str) -> Iterator[str]:
    from pyoxigraph import RdfFormat, parse

    for quad in parse(f"<a:a> <a:a> {term} .", format=RdfFormat.N_TRIPLES):
        yield str(getattr(quad.object, "value", quad.object))


def _clean(document: Document, gone: set[str], mentions: Mentions, cover: str) -> None:
    document.blocks = [one for one in document.blocks if one.subject not in gone]
    for one in document.blocks:
        graph.without(one, gone)
        withheld = False
        for statement in one.properties:
            if statement.predicate == _URL:
                kept = [value for value in statement.values if not mentions.in_address(str(value.node))]
                withheld = withheld or len(kept) < len(statement.values)
                statement.values = kept
        one.properties = [statement for statement in one.properties if statement.values]
        if withheld:
            _withhold(one)
        one.subject = _node(one.subject, mentions, cover)
        _properties(one.properties, mentions, cover)
        for comments in (one.above, one.behind, one.closing):
            comments[:] = [mentions.covered(line) for line in comments]
    # A block that says nothing any more is nothing.
    document.blocks = [one for one in document.blocks if one.properties]
    document.header = [mentions.covered(line) for line in document.header]
    document.footer = [mentions.covered(line) for line in document.footer]


def _withhold(source: Block) -> None:
    """Say in the note of a source that its address is left out; there is one note in each language."""
    notes = [value for one in source.properties if one.predicate == _NOTE for value in one.values]
    english = next((value for value in notes if str(value.node).endswith("@en")), None)
    if english is None:
        source.properties.append(Property(_NOTE, [Value(text(WITHHELD, "en"))]))
    else:
        english.node = text(f"{_text(str(english.node))} {WITHHELD}", "en")


def _properties(properties: list[Property], mentions: Mentions, cover: str) -> None:
    for one in properties:
        one.above = [mentions.covered(line) for line in one.above]
        for value in one.values:
            value.node = _node(value.node, mentions, cover)
            value.above = [mentions.covered(line) for line in value.above]
            value.behind = [mentions.covered(line) for line in value.behind]


def _node(node: Node, mentions: Mentions, cover: str) -> Node:
    if isinstance(node, Brackets):
        _properties(node.properties, mentions, cover)
        return node
    if isinstance(node, Collection):
        for item in node.items:
            item.node = _node(item.node, mentions, cover)
        return node
    if graph.ours(node):
        place, _, slug = node[1:-1].rpartition("/")
        return f"<{place}/{mentions.renamed(slug, cover)}>"
    if node.startswith('"') and node in mentions:
        words_, mark, rest = _divided(node)
        return text(mentions.covered(words_), rest) if mark == "@" else text(mentions.covered(words_))
    return node


def _divided(term: str) -> tuple[str, str, str]:
    """Return the text of a literal, and its language if it has one."""
    _, at, language = term.rpartition("@") if not term.endswith('"') else (term, "", "")
    return _text(term), at if language and '"' not in language else "", language


def _tombstone(mark: str, names: list[str], reason: str, today: datetime.date, key: Key) -> Block:
    hashes = sorted({one for name in names for one in key.of_name(name)})
    return block(
        entity("removal", f"{today}-{mark}"),
        [
            ("rdf:type", [concept("Removal")]),
            ("tm:nameHash", [text(one) for one in hashes]),
            ("tm:removalReason", [concept(reason)]),
            ("tm:removed", [date(today.isoformat())]),
            ("tm:keyMark", [text(key.mark)]),
        ],
    )


def _refuse_what_breaks(folder: Path, texts: dict[Path, str]) -> None:
    with tempfile.TemporaryDirectory() as beside:
        copy = Path(beside) / "data"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(KEY_FILE))
        for file, content in texts.items():
            target = copy / file.relative_to(folder)
            target.write_text(content, encoding="utf-8", errors="surrogateescape")
        errors = [finding for finding in check([copy], least=Level.ERROR).findings if finding.level is Level.ERROR]
    if errors:
        first = errors[0]
        raise DataError(
            f"Without this person the data would break {len(errors)} rule(s), the first {first.code}: {first.label}: {first.message}",
            f"Nothing was written. {first.repair}",
        )


def _left(texts: dict[Path, str], mentions: Mentions) -> Iterator[str]:
    """Yield lines that still name the person, which would be a defect; nobody must have to take our word."""
    for file, content in texts.items():
        for number, line in enumerate(content.splitlines(), 1):
            if line in mentions:
                yield f"{display(file)}:{number}"


def _mentions_in(checkout: Path, data: Path, mentions: Mentions) -> Iterator[str]:
    """Yield the other text files of a checkout that name the person, with the number of lines."""
    skipped = {".git", ".venv", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    for file in sorted(checkout.rglob("*")):
        if data in file.parents or skipped & set(file.relative_to(checkout).parts) or not file.is_file() or file.stat().st_size > 2_000_000:
            continue
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        number = sum(line in mentions for line in lines)
        if number:
            yield f"{display(file)} ({number} line{'' if number == 1 else 's'})"
