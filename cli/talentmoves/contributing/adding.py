"""Add rows to a data set: everything is found out before anything is written."""

from __future__ import annotations

import copy
import datetime
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError
from ..layout import tidying
from ..layout.files import write_all
from ..layout.tree import Block, Document
from ..layout.writing import write
from ..output import note
from ..places import display
from ..validation.findings import Finding, Level
from ..validation.running import check
from ..vocabulary import PREFIXES, TM
from . import insertion
from .composing import Composed, Composer
from .errors import Mistake, RowsError
from .fields import BY_NAME
from .register import KnownMove, Register
from .resolving import Resolved, Resolver, twin
from .rows import Row

#: The field that a property comes from, where its name is another.
_FIELDS = {
    TM + "url": "source_url",
    TM + "publisherName": "source_publisher",
    PREFIXES["dcterms"] + "title": "source_title",
    TM + "published": "source_published",
    PREFIXES["dcterms"] + "language": "source_language",
    TM + "sourceTier": "source_tier",
    TM + "creditedTo": "credited_to",
    TM + "moveKind": "kind",
    TM + "fromCompany": "from_company",
    TM + "toCompany": "to_company",
    TM + "fromRole": "from_role",
    TM + "toRole": "to_role",
    PREFIXES["rdfs"] + "label": "person",
    TM + "founded": "",
}


class Plan(NamedTuple):
    """What adding rows comes to; nothing is written yet."""

    #: The new texts of files.
    texts: dict[Path, str]
    #: The Turtle that is added, by file.
    shown: dict[Path, str]
    #: Moves that were here already and get a source more.
    extended: list[str]
    #: What validation says that does not stop it.
    warnings: list[Finding]

    def told(self) -> str:
        """Return the Turtle that is added, with the file that each part goes to."""
        parts = [f"# {display(file)}\n\n{text}" for file, text in self.shown.items()]
        return "\n".join(parts)

    def warn(self) -> None:
        """Tell what validation says that does not stop it, and which moves get a source more."""
        for slug in self.extended:
            note(f"moves: {slug} is here already: the source is added to it.")
        for finding in self.warnings:
            note(f"moves: {finding.level.word}[{finding.code}]: {finding.label}: {finding.message}\n  {finding.repair}")

    def carry_out(self) -> None:
        """Write the files: all of them, or none.

        :raises InputError: if one of them cannot be written
        """
        write_all(self.texts)


class FindingsInRowsError(RowsError):
    """Rows say what the rules forbid (exit code 1)."""

    exit_code = 1


def plan(folder: Path, rows: Sequence[Row], file: Path, today: datetime.date, language: str = "en") -> Plan:
    """Return what adding rows comes to.

    :param folder: the folder of the data set
    :param file: where the rows are from, for messages
    :param today: the day on which the sources were read
    :param language: the language of the findings, ``en`` or ``zh``
    :raises RowsError: if a row names what cannot be told, or looks like a move that is here
    :raises FindingsInRowsError: if the data would break a rule
    :raises InputError: if the data set cannot be read
    """
    register = Register(folder)
    resolver = Resolver(register)
    resolved = [resolver.resolve(row) for row in rows]
    mistakes = list(resolver.mistakes)
    groups = _grouped(resolved, register, mistakes)
    if mistakes:
        raise RowsError(file, mistakes)
    composed = Composer(register, resolver, today).compose(groups)
    findings = _checked(folder, composed, language)
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    if errors:
        raise FindingsInRowsError(file, [_mistake(finding, composed, rows) for finding in errors])
    texts = insertion.inserted(folder, composed.blocks)
    shown = {folder / name: insertion.shown(copy.deepcopy(blocks)) for name, blocks in sorted(composed.blocks.items())}
    return Plan(texts, shown, composed.extended, [finding for finding in findings if finding.level is Level.WARNING])


def folder_of(paths: Sequence[Path], own: Path) -> Path:
    """Return the folder that additions go to.

    :param paths: what ``--data`` names
    :param own: the project's own data
    :raises InputError: if it is not one folder, or cannot be written
    """
    folder = paths[0] if paths else own
    if len(paths) > 1 or not folder.is_dir():
        raise InputError("Additions need one folder of Turtle files.", "Name it with --data FOLDER, or run inside a checkout.")
    if not os.access(folder, os.W_OK):
        raise InputError(f"{display(folder)}: cannot be written.", "Run inside a checkout of your own, or name a folder with --data.")
    return folder


def _grouped(resolved: Sequence[Resolved], register: Register, mistakes: list[Mistake]) -> list[tuple[KnownMove | None, list[Resolved]]]:
    """Return rows by the move that they are about."""
    groups: dict[tuple[str, ...], tuple[KnownMove | None, list[Resolved]]] = {}
    for one in resolved:
        named = one.row.get("move")
        known: KnownMove | None = None
        if named and named != "new":
            known = register.move(named.rsplit("/", 1)[-1].removeprefix("move:"))
            if known is None:
                mistakes.append(one.row.mistake("move", f"there is no move '{named}'.", "moves show PERSON lists the moves of a person."))
            elif known.person != one.person:
                mistakes.append(one.row.mistake("move", f"'{named}' is a move of another person.", f"It is one of {known.person}'s."))
        elif not named:
            known, like = twin(one, register)
            if like:
                listed = " or ".join(move.slug for move in like)
                mistakes.append(
                    one.row.mistake(
                        "move",
                        f"this looks like a move that is here: {listed}.",
                        f"Write {like[0].slug} in the column move to add your source to it, or new if it is another one.",
                    )
                )
        if known and register.said(known.slug, one.source):
            mistakes.append(one.row.mistake("source_url", f"this page is entered already as a source of {known.slug}.", "Leave the row out."))
        key = (known.slug,) if known else (one.person, one.companies["from"], one.companies["to"], one.row.get("kind"))
        group = groups.setdefault(key, (known, []))[1]
        if any(other.source == one.source for other in group):
            mistakes.append(one.row.mistake("source_url", "this page is in another row about the same move.", "Leave one of the rows out."))
        group.append(one)
    return list(groups.values())


def _checked(folder: Path, composed: Composed, language: str) -> list[Finding]:
    text = write(tidying.tidy(Document(blocks=_copies(composed))))
    with tempfile.TemporaryDirectory() as beside:
        file = Path(beside) / "addition.ttl"
        file.write_text(text, encoding="utf-8")
        return check([folder], [file], language, Level.WARNING).findings


def _copies(composed: Composed) -> list[Block]:
    # Blocks are put into order where they stand.
    return [copy.deepcopy(block) for blocks in composed.blocks.values() for block in blocks]


def _mistake(finding: Finding, composed: Composed, rows: Sequence[Row]) -> Mistake:
    row = composed.rows.get(f"<{finding.focus}>") or rows[0]
    field = _FIELDS.get(finding.path, finding.path.removeprefix(TM) if finding.path.startswith(TM) else "")
    return row.mistake(field if field in BY_NAME else "", f"{finding.label}: {finding.message} [{finding.code}]", finding.repair)
