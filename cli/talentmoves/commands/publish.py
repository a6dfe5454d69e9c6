"""moves publish"""

from __future__ import annotations

from pathlib import Path

import click

from ..output import emit
from . import options


@options.add(options.DATA)
@click.command()
@click.argument("directory", type=click.Path(path_type=Path), metavar="DIR")
@click.pass_context
def command(ctx: click.Context, directory: Path, data: tuple[Path, ...]) -> None:
    """Write a release of the data into DIR: dumps, a description and checksums.

    The data is validated first, and errors stop it. DIR appears whole or not at all; an earlier
    release there is replaced. Two runs on the same data give the same bytes.
    """
    from ..release.publishing import FindingsError, publish
    from ..validation.writing import text

    try:
        staging = publish(directory, data)
    except FindingsError as error:
        emit(text.write(error.findings))
        raise
    emit("".join(f"{directory / one.name}\n" for one in staging.downloads()))
