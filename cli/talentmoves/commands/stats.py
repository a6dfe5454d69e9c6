"""moves stats"""

from __future__ import annotations

from pathlib import Path

import click

from ..output import emit
from . import options

_FORMATS = ("table", "csv", "tsv", "json", "markdown", "html")


@options.add(options.OUTPUT, options.DATA, options.ENDPOINT, options.TIMEOUT)
@click.command()
@click.option("-f", "--format", type=click.Choice(_FORMATS), default="table", show_default=True, help="How to write the counts.")
def command(format: str, output: Path | None, data: tuple[Path, ...], endpoint: str | None, timeout: float) -> None:
    """Count what is in the data: people, companies, moves by status, claims and sources."""
    from ..formats.registry import writer
    from ..statistics import count

    asked = options.engine(data, endpoint, timeout)
    table = count(asked)
    options.pass_on_notes(asked)
    emit(writer(format)(table), output)
