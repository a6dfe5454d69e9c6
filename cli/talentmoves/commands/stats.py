"""moves stats"""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import ParameterError
from ..output import emit
from . import options

_FORMATS = ("table", "csv", "tsv", "json", "markdown", "html")


@options.add(options.OUTPUT, options.DATA, options.ENDPOINT, options.TIMEOUT)
@click.command()
@click.option("-f", "--format", type=click.Choice(_FORMATS), default="table", show_default=True, help="How to write the counts.")
@click.option("--trend", is_flag=True, help="Show how the counts, and the shares that are well sourced, grew by the history of the checkout.")
@click.option("--limit", type=click.IntRange(min=2), default=12, show_default=True, metavar="N", help="With --trend: how many commits at most.")
def command(format: str, trend: bool, limit: int, output: Path | None, data: tuple[Path, ...], endpoint: str | None, timeout: float) -> None:
    """Count what is in the data: people, companies, moves by status, claims and sources."""
    from ..formats.registry import writer

    if trend:
        from ..trend import trend as measured

        if data or endpoint:
            raise ParameterError("--trend is about the checkout's own data.", "Leave --data and --endpoint out.")
        emit(writer(format)(measured(limit)), output)
        return
    from ..statistics import count

    asked = options.engine(data, endpoint, timeout)
    table = count(asked)
    options.pass_on_notes(asked)
    emit(writer(format)(table), output)
