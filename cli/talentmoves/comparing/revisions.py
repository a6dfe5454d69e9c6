"""States of the data in the history of the checkout."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from ..errors import DataError, MovesError
from ..output import note
from ..places import display

#: What a state is built from, and the folder by which a checkout is known.
_MATERIAL = ("data", "ontology", "shapes", "queries")
_NEEDED = ("data", "ontology", "shapes")
_MARK = Path("cli") / "talentmoves"
#: For git a name must not look like an option, whatever people call their branches.
_GIT = ("--no-optional-locks", "--literal-pathspecs")


def commit(root: Path, name: str) -> str:
    """Return the identifier of the commit that a revision names, or nothing where there is no such revision.

    :param root: the folder of the checkout
    :raises DataError: if git is not installed
    """
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    except subprocess.CalledProcessError:
        return ""


def names(root: Path) -> list[str]:
    """Return the tags and branches of a checkout."""
    try:
        return _git(root, "for-each-ref", "--format=%(refname:short)").decode("utf-8", "replace").splitlines()
    except (subprocess.CalledProcessError, MovesError):
        return []


def extract(root: Path, revision: str, name: str, folder: Path) -> None:
    """Write what a state is built from into a folder: the data, ontology, shapes and reports of a revision.

    Where a revision has data but no ontology or no shapes yet, those of the checkout stand in, and a note says so.

    :param revision: the identifier of a commit
    :param name: what people called it
    :raises DataError: if the revision has no data
    """
    has = set(_git(root, "ls-tree", "--name-only", revision).decode("utf-8", "replace").splitlines())
    if "data" not in has:
        first = _git(root, "log", "--format=%h", "--diff-filter=A", "--reverse", "--", "data").decode().split()
        raise DataError(f"{name}: this revision has no data.", f"The first one with data is {first[0]}." if first else "Name another revision.")
    wanted = [part for part in _MATERIAL if part in has]
    with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", "--format=tar", revision, "--", *wanted))) as archive:
        archive.extractall(folder, filter="data")
    for part in _MATERIAL:
        if part not in has:
            if part in _NEEDED:
                note(f"moves: {name} has no {part} yet: those of the checkout stand in.")
            shutil.copytree(root / part, folder / part)
    (folder / _MARK).mkdir(parents=True)


class Building:
    """A state that a process of its own builds, with the ontology, derivations and shapes that lie beside the data.

    :param folder: a checkout, or what :func:`extract` wrote
    :param name: what people called it
    :param target: where to write the state
    """

    def __init__(self, folder: Path, name: str, target: Path) -> None:
        self._name, self._target = name, target
        package = str(Path(__file__).resolve().parents[2])
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([package, *(str(Path(one).absolute()) for one in sys.path if one)])}
        command = [sys.executable, "-m", f"{__package__}.building", str(target)]
        self._process = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)

    def result(self) -> bytes:
        """Wait for the state, and return it.

        :raises DataError: if it cannot be built
        """
        _, said = self._process.communicate()
        if self._process.returncode == 0:
            return self._target.read_bytes()
        lines = said.decode("utf-8", "replace").strip().splitlines() or ["the reason is not known."]
        raise DataError(f"{self._name}: its data cannot be built: {lines[0].strip()}", "Name another revision, or mend the data there.")

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()


def _git(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", *_GIT, "-C", str(root), *arguments], capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise DataError("git is not installed, and a revision is read from its history.", "Install git, or name folders and releases.") from None


def failed(root: Path, error: subprocess.CalledProcessError) -> DataError:
    """Return the error for what git refused."""
    said = error.stderr.decode("utf-8", "replace").strip().splitlines()
    return DataError(
        f"{display(root)}: its history cannot be read ({said[0] if said else 'git failed'}).", "Fetch the whole of it: git fetch --unshallow."
    )


def is_checkout(folder: Path) -> bool:
    """Tell whether a folder holds everything that a state is built from."""
    return all((folder / part).is_dir() for part in (*_MATERIAL, _MARK))
