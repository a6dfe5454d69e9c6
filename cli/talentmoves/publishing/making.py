"""Publish a release: a directory that appears whole or not at all."""

from __future__ import annotations

import gc
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .. import places
from ..errors import DataError, InputError, ParameterError
from ..release.edition import Edition, edition
from ..release.signing import SIGNATURE, password_for, sign
from ..release.staging import SUMS, Staging
from ..site.knowledge import Knowledge
from ..validation.findings import Finding, Level
from ..validation.running import check
from ..vocabulary import BASE
from . import progress, swapping
from .working import Part

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*/?")
#: A page in each language, Turtle and JSON-LD; reports and terms make up for entities that have none.
_FILES_AN_ENTITY = 4


class Choices(NamedTuple):
    """What a release is to hold besides the dumps, tables and descriptions."""

    #: Whether it has the site.
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
    address = _address(choices.address)
    password = password_for(choices.key) if choices.key is not None else ""
    _refuse_to_overwrite(directory)
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
            made = edition(data, address)
            knowledge = Knowledge(made.nquads)
            shown.expected = _FILES_AN_ENTITY * sum(map(len, knowledge.kinds.values()))
            _fill(staging, made, knowledge, data, choices)
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


def _fill(staging: Staging, made: Edition, knowledge: Knowledge, data: Sequence[Path], choices: Choices) -> None:
    gc.collect()
    gc.freeze()  # what is there now need not be looked through again, which would copy it into every process
    parts = [Part(partial(work, made, knowledge), staging) for work in _apart(choices)]
    try:
        # The site grows meanwhile; whatever is found wrong here, nothing of it is ever seen.
        if errors := check(data, least=Level.ERROR).findings:
            raise FindingsError(errors)
        _write_data(made, staging)
        for part in parts:
            part.wait()
    finally:
        for part in parts:
            part.stop()
        gc.unfreeze()
    _write_what_tells_of_the_rest(made, staging, choices)
    staging.write(SUMS, staging.sums())


def _apart(choices: Choices) -> list[Callable[[Edition, Knowledge, Staging], None]]:
    """Return the parts that are written in processes of their own, the longest first."""
    if not choices.site:
        return [_write_entities]
    from ..site import building

    return [building.entities, building.reports, _write_entities, building.reference]


def _write_entities(made: Edition, knowledge: Knowledge, staging: Staging) -> None:
    from ..release.dumps import entities
    from ..site.knowledge import FOLDERS

    entities.write(made, FOLDERS, staging)


def _write_data(made: Edition, staging: Staging) -> None:
    from ..release.dumps import serialising
    from ..release.tables import files as tables

    serialising.write(made, staging)
    tables.write(made, staging)
    staging.write("LICENSE", (places.data() / "LICENSE").read_bytes())


def _write_what_tells_of_the_rest(made: Edition, staging: Staging, choices: Choices) -> None:
    from ..release.description import files as description

    if choices.previous is not None:
        from ..comparing.publishing import write_changes

        write_changes(choices.previous, made, staging)
    description.write(made, staging, choices.previous)
    if choices.site:
        from ..site import building

        building.last(made, staging)


def _address(given: str) -> str:
    if not given:
        return BASE
    if not _ADDRESS.fullmatch(given):
        raise ParameterError(
            f"--address: '{given}' is not the address of a folder on a web server.", "Give one such as https://example.org/talent-moves/."
        )
    return given if given.endswith("/") else f"{given}/"


def _refuse_to_overwrite(directory: Path) -> None:
    if directory.is_symlink() or (directory.exists() and not directory.is_dir()):
        raise InputError(f"{directory}: not a directory.", "Name a directory, or a place where there is none yet.")
    foreign = _foreign(directory) if directory.is_dir() else []
    if foreign:
        shown = ", ".join(foreign[:3]) + (" …" if len(foreign) > 3 else "")
        raise InputError(
            f"{directory}: holds files that are not of a release: {shown}.", "Move them away, or name a new directory, so that nothing is lost."
        )
    if not directory.parent.is_dir():
        raise InputError(f"{directory}: the folder that it shall stand in does not exist.", f"Make it first: mkdir -p {directory.parent}")


def _foreign(directory: Path) -> list[str]:
    try:
        lines = (directory / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        lines = []
    own = {SUMS, SIGNATURE, *(line.partition("  ")[2] for line in lines)}
    found = (Path(folder, name).relative_to(directory).as_posix() for folder, _, names in os.walk(directory) for name in names)
    return sorted(name for name in found if name not in own)


def _unwritable(directory: Path, error: OSError) -> InputError:
    return InputError(f"{directory}: cannot be written ({error.strerror}).", "Check that you may write there and that there is room.")
