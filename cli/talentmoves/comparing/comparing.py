"""Compare two states that people name, in the format they ask for; and make one state of another by a patch."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from ..errors import InputError
from . import as_json, layouts, patch
from .changes import changes
from .delta import Comparison, compare
from .states import states


def compared(old: str, new: str, shape: str, language: str) -> str:
    """Return the difference of two states.

    :param old: the earlier state, as :func:`talentmoves.comparing.states.states` takes it
    :param new: the later state
    :param shape: ``text``, ``patch``, ``json`` or ``markdown``
    :param language: ``en`` or ``zh``
    :raises MovesError: as :func:`talentmoves.comparing.states.states` does
    :raises DataError: if the difference would bring back who was removed
    """
    before, after = states(old, new)
    return in_shape(compare(before.nquads, after.nquads), before.name, after.name, shape, language)


def in_shape(comparison: Comparison, old: str, new: str, shape: str, language: str) -> str:
    """Return a difference in a format.

    :param old: what people call the earlier state
    :param new: what people call the later state
    :param shape: ``text``, ``patch``, ``json`` or ``markdown``
    :param language: ``en`` or ``zh``
    """
    if shape == "patch":
        return patch.write(comparison.delta).decode()
    if shape == "json":
        return as_json.write(changes(comparison), old, new)
    return (layouts.markdown if shape == "markdown" else layouts.text)(changes(comparison), old, new, language)


def patched(file: Path, old: str) -> str:
    """Return what a patch makes of a state, as canonical N-Quads.

    :param file: the patch, as :func:`talentmoves.comparing.patch.write` writes it, or packed with gzip
    :raises InputError: if the patch cannot be read or is not well-formed
    :raises DataError: if it is for another state, or was altered
    """
    try:
        content = file.read_bytes()
        if file.suffix == ".gz":
            content = gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(
            f"{file}: cannot be read ({getattr(error, 'strerror', None) or error}).", "Check the path, or get the patch again."
        ) from None
    read = patch.read(content, str(file))
    (state,) = states(old)
    return patch.apply(read, state.nquads).decode()
