"""Write results: to standard output as UTF-8, or to a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from .errors import InputError


def emit(text: str, file: Path | None = None) -> None:
    """Write text to a file, or to standard output. A reader that closed the pipe is no error.

    :raises InputError: if the file cannot be written
    """
    if file is not None:
        replace(file, text.encode("utf-8"))
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _abandon_standard_output()
    except OSError as error:
        _abandon_standard_output()
        raise InputError(f"Standard output cannot be written ({error.strerror}).", "Write to a file with -o, where there is room.") from None


def _abandon_standard_output() -> None:
    # Python flushes once more at exit; give it somewhere to write.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(text: str) -> None:
    """Write a message to standard error."""
    with contextlib.suppress(BrokenPipeError, UnicodeEncodeError):
        print(text, file=sys.stderr, flush=True)


def replace(file: Path, content: bytes) -> None:
    """Write a file beside its place and rename it, so that it is never half written.

    :raises InputError: if the file cannot be written
    """
    import tempfile

    try:
        handle, beside = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    except OSError as error:
        raise _unwritable(file, error) from None
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        mask = os.umask(0)
        os.umask(mask)
        Path(beside).chmod(0o666 & ~mask)
        Path(beside).replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise _unwritable(file, error) from None


def _unwritable(file: Path, error: OSError) -> InputError:
    return InputError(f"{file}: cannot be written ({error.strerror}).", "Check that the folder exists and that you may write there.")
