"""Publish a release: a directory that appears whole or not at all."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .. import places
from ..errors import DataError, InputError
from ..release.edition import Edition, edition
from ..release.signing import SIGNATURE, password_for, sign
from ..release.staging import SUMS, Staging
from ..validation.findings import Finding, Level
from ..validation.running import check
from . import ground, progress, swapping
from .working import Part

#: A page in each language, Turtle and JSON-LD; reports and terms make up for entities that have none.
_FILES_AN_ENTITY = 4


class Choices(NamedTuple):
    """What a release is to hold besides the dumps, tables and descriptions."""

    #: Whether it has the site, with Turtle and JSON-LD of every entity.
    site: bool = True
    #: Where it will be served; nothing for the project's own address.
    address: str = ""
    #: An earlier release, to tell the changes from.
    previous: Path | None = None
    #: A minisign secret key to sign with.
    key: Path | None = None


class FindingsError(DataError):
    """The data has errors, so there is no release (exit code 1).

    :param findings: the errors
    """

    exit_code = 1

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"No release: the data has {len(findings)} error(s).", "Mend them first; moves validate shows them again.")
        self.findings = findings


def publish(directory: Path, data: Sequence[Path] = (), choices: Choices | None = None) -> Staging:
    """Validate the data, then write a release of it; the same data gives the same bytes.

    :param directory: where the release shall stand; an earlier release there is replaced
    :param data: Turtle files and folders to use in place of the project's own ``data/``
    :returns: the record of the files that were written
    :raises FindingsError: if the data has errors
    :raises InputError: if the directory holds something else, or cannot be written
    :raises ParameterError: if the address is none of a web server
    """
    directory = directory.absolute()
    choices = choices or Choices()
    address = ground.address(choices.address)
    password = password_for(choices.key) if choices.key is not None else ""
    ground.refuse(directory)
    try:
        swapping.recover(directory)
        beside = Path(tempfile.mkdtemp(dir=directory.parent, prefix=f".{directory.name}.publishing-"))
    except OSError as error:
        raise _unwritable(directory, error) from None
    held = None
    try:
        held = swapping.lock(beside)
        fresh = beside / "new"
        fresh.mkdir()
        with progress.bar() as shown:
            staging = Staging(fresh, shown.tell)
            # What is found wrong while the release grows stops it, and nothing of it is ever seen.
            validation = Part(partial(_validate, data), staging)
            try:
                made = edition(data, address)
                _fill(staging, made, _parts(made, choices, shown), validation, choices)
            finally:
                validation.stop()
        if choices.key is not None:
            staging.write(SIGNATURE, sign(staging.sums(), choices.key, password, made.version))
        swapping.put_in_place(fresh, directory, beside / "old")
    except OSError as error:
        raise _unwritable(directory, error) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if held is not None:
            os.close(held)
    return staging


def _parts(made: Edition, choices: Choices, shown: progress.Progress) -> list[Callable[[Staging], None]]:
    """Return what is written in processes of their own, the longest first."""
    data: list[Callable[[Staging], None]] = [partial(_write_dumps, made), partial(_write_tables, made)]
    if not choices.site:
        return data
    from ..site import building
    from ..site.knowledge import FOLDERS, Knowledge

    knowledge = Knowledge(made.nquads)
    shown.expected = _FILES_AN_ENTITY * sum(len(found) for kind, found in knowledge.kinds.items() if kind in FOLDERS)
    pages = [partial(write, made, knowledge) for write in (building.entities, building.reports, building.reference)]
    return [pages[0], pages[1], partial(_write_entities, made), pages[2], *data]


def _validate(data: Sequence[Path], _: Staging) -> None:
    if errors := check(data, least=Level.ERROR).findings:
        raise FindingsError(errors)


def _fill(staging: Staging, made: Edition, works: Sequence[Callable[[Staging], None]], validation: Part, choices: Choices) -> None:
    gc.collect()
    gc.freeze()  # what is there now need not be looked through again, which would copy it into every process
    parts = [Part(work, staging) for work in works]
    try:
        for part in (validation, *parts):
            part.wait()
    finally:
        for part in parts:
            part.stop()
        gc.unfreeze()
    _write_what_tells_of_the_rest(made, staging, choices)
    staging.write(SUMS, staging.sums())


def _write_entities(made: Edition, staging: Staging) -> None:
    from ..release.dumps import entities
    from ..site.knowledge import FOLDERS

    entities.write(made, FOLDERS, staging)


def _write_dumps(made: Edition, staging: Staging) -> None:
    from ..release.dumps import serialising

    serialising.write(made, staging)


def _write_tables(made: Edition, staging: Staging) -> None:
    from ..release.tables import files

    files.write(made, staging)


def _write_what_tells_of_the_rest(made: Edition, staging: Staging, choices: Choices) -> None:
    from ..release.description import files as description

    staging.write("LICENSE", (places.data() / "LICENSE").read_bytes())
    if choices.previous is not None:
        from ..comparing.publishing import write_changes

        write_changes(choices.previous, made, staging)
    description.write(made, staging, choices.previous)
    if choices.site:
        from ..site import building

        building.last(made, staging)


def _unwritable(directory: Path, error: OSError) -> InputError:
    return InputError(f"{directory}: cannot be written ({error.strerror}).", "Check that you may write there and that there is room.")
