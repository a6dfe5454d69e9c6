"""Our own check of a contribution against a base that is already loaded: the one place that calls it."""

from __future__ import annotations

from pathlib import Path

from engines import Result, ours


class Base:
    """A data set that contributions are checked against."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._results = results([file])

    def findings(self, contribution: Path) -> frozenset[Result]:
        """Return what the contribution causes. The base stays as it is."""
        # Everything anew, until validation can look at what has changed alone.
        return results([self._file, contribution]) - self._results


def results(files: list[Path]) -> frozenset[Result]:
    """Return every result on some files together."""
    return ours.results(ours.everything(files))
