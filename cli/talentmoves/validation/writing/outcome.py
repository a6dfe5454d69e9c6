"""The outcome of a validation: what was found, and how much of it is to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..findings import Finding, Level


class Outcome(NamedTuple):
    """What was found, with everything that a format needs to write it."""

    #: Sorted by place, without those of the baseline.
    findings: Sequence[Finding]
    #: Findings that the baseline holds: no failure, and shown nowhere but in the W3C's report.
    known: Sequence[Finding] = ()
    #: The files that were checked.
    files: Sequence[Path] = ()
    #: The lightest level that is shown, and the lightest that makes the validation fail.
    showing: Level = Level.INFO
    failing: Level = Level.ERROR
    #: Language of the messages, ``en`` or ``zh``.
    language: str = "en"
    #: For text: whether it is coloured, and how many columns a line of source may take.
    colour: bool = False
    columns: int | None = None
    #: How many of the findings ``--fix`` would mend.
    mendable: int = 0
    #: Arguments with which ``moves validate`` checks the same again.
    arguments: Sequence[str] = ()
    #: How many findings are too light to be shown and were not even told.
    lighter: int = 0

    @property
    def shown(self) -> list[Finding]:
        """The findings to show: what makes the validation fail is never hidden."""
        lightest = min(self.showing, self.failing)
        return [finding for finding in self.findings if finding.level >= lightest]

    @property
    def hidden(self) -> int:
        """How many findings are too light to be shown."""
        return len(self.findings) - len(self.shown) + self.lighter

    @property
    def failed(self) -> bool:
        """Whether anything weighs enough to make the exit code 1."""
        return any(finding.level >= self.failing for finding in self.findings)

    def fails(self, finding: Finding) -> bool:
        """Tell whether this finding makes the validation fail."""
        return finding.level >= self.failing
