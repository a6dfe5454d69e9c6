"""Where files lie: the one place that knows.

The project's material (``ontology/``, ``data/``, ``shapes/``, ``queries/``) is taken from the
checkout that the working directory is in; failing that from the checkout that an editable
installation points to; failing that from the copy inside the wheel.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from .errors import DataError, InputError

_PARTS = ("ontology", "data", "shapes", "queries")
_PACKAGE = Path(__file__).resolve().parent
#: Endings of the names of files with RDF in them.
RDF_SUFFIXES = {".ttl", ".nt", ".trig", ".nq", ".rdf", ".jsonld"}


def _is_material(directory: Path) -> bool:
    return all((directory / part).is_dir() for part in _PARTS)


def _is_checkout(directory: Path) -> bool:
    return _is_material(directory) and (directory / "cli" / "talentmoves").is_dir()


@cache
def material() -> Path:
    """Return the directory that holds ``ontology/``, ``data/``, ``shapes/`` and ``queries/``.

    :raises DataError: if there is neither a checkout nor a copy in the package
    """
    here = Path.cwd()
    for directory in (here, *here.parents):
        if _is_checkout(directory):
            return directory
    source_tree = _PACKAGE.parent.parent
    if _is_checkout(source_tree):
        return source_tree
    bundled = _PACKAGE / "material"
    if _is_material(bundled):
        return bundled
    raise DataError(
        "The data that belongs to talentmoves is missing from this installation.",
        "Install it again (pip install --force-reinstall talent-moves) or run inside a checkout.",
    )


def rdf_files(paths: tuple[Path, ...]) -> list[Path]:
    """Return the RDF files that the paths name, directories searched to the bottom, in a fixed order.

    :raises InputError: if a path does not exist or cannot be listed
    :raises DataError: if there is no RDF file at all
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for folder, folders, names in os.walk(path, onerror=_unlistable):
                folders.sort()
                for name in sorted(names):
                    if Path(name).suffix in RDF_SUFFIXES and not name.startswith("."):
                        found[_regular(Path(folder, name))] = None
        elif path.exists():
            found[_regular(path)] = None
        else:
            raise InputError(f"{path}: no such file or directory.", "Check the path; it is to be a Turtle file or a folder of them.")
    if not found:
        listed = ", ".join(str(path) for path in paths)
        raise DataError(f"{listed}: no RDF file here.", "Put Turtle files (*.ttl) there, or name another path.")
    return list(found)


def _regular(path: Path) -> Path:
    # A pipe would be waited for, perhaps for ever, and a file is read more than once.
    if path.exists() and not path.is_file():
        raise InputError(f"{path}: not a regular file.", "Write what comes out of a pipe to a file first.")
    return path


def _unlistable(error: OSError) -> None:
    raise InputError(f"{error.filename}: cannot be listed ({error.strerror}).", "Check the permissions of the folder.")


def data() -> Path:
    """Return the folder of the curated Turtle."""
    return material() / "data"


def ontology_files() -> list[Path]:
    """Return the Turtle files of the vocabulary, in a fixed order."""
    return sorted((material() / "ontology").glob("*.ttl"))


def derived_vocabulary() -> Path:
    """Return the Turtle file of the terms that nobody writes by hand."""
    return material() / "ontology" / "derived.ttl"


def derivation_files() -> list[Path]:
    """Return the CONSTRUCT files in the order in which they run, which their names declare."""
    return sorted((material() / "ontology" / "derivations").glob("*.rq"))


def shape_files(part: str) -> list[Path]:
    """Return the shapes of one part: ``entities`` or ``consistency``, with what both share."""
    folder = material() / "shapes"
    return sorted(folder.glob("*.ttl")) + sorted((folder / part).glob("*.ttl"))


def all_shape_files() -> list[Path]:
    """Return the shapes of all parts, in a fixed order."""
    return sorted((material() / "shapes").rglob("*.ttl"))


def docs() -> Path:
    """Return the folder of the documents about the data."""
    return material() / "docs"


def rule_cases() -> Path:
    """Return the folder with a wrong and a right example of each rule."""
    checkout = material() / "tests" / "cases"
    return checkout if checkout.is_dir() else material() / "cases"


def report_files() -> list[Path]:
    """Return the report queries in alphabetical order."""
    return sorted((material() / "queries").glob("*.rq"))


def cache_home() -> Path | None:
    """Return the directory of the cache, which need not exist, or nothing if there is none.

    The environment variable TALENT_MOVES_CACHE names another one; ``off`` means none.
    """
    chosen = os.environ.get("TALENT_MOVES_CACHE", "")
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen)
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "talent-moves"
    except RuntimeError:  # no home directory
        return None


def display(path: Path) -> str:
    """Return a path as people would type it: relative to the working directory where it lies below."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
