"""moves publish"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import click

from ..output import emit
from . import options


@options.add(options.DATA)
@click.command()
@click.argument("directory", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--no-site", is_flag=True, help="Leave out the pages and the files of single entities: dumps, tables and descriptions only.")
@click.option(
    "--address", default="", metavar="URL", help="Where the release will be served, for the redirects; the project's own address if left out."
)
@click.option(
    "--previous", type=click.Path(path_type=Path), metavar="DIR", help="An earlier release: adds a changelog and a patch from it to this one."
)
@click.option("--sign", "key", type=click.Path(path_type=Path), metavar="KEY", help="A minisign secret key to sign SHA256SUMS with.")
def command(directory: Path, data: tuple[Path, ...], no_site: bool, address: str, previous: Path | None, key: Path | None) -> None:
    """Write a release of the data into DIR: dumps, tables, descriptions, checksums and the site.

    The data is validated first, and errors stop it. DIR appears whole or not at all; an earlier
    release there is replaced. Two runs on the same data give the same bytes. SOURCE_DATE_EPOCH
    gives the day of issue. The password of a key is asked for, or taken from TALENT_MOVES_SIGN_PASSWORD.
    """
    from ..publishing.making import Choices, FindingsError, publish
    from ..validation.writing import text

    # Asked to end, the program tidies up as it does when interrupted.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        staging = publish(directory, data, Choices(not no_site, address, previous, key))
    except FindingsError as error:
        emit(text.write(error.findings))
        raise
    pages = sum(name.endswith(".html") for name in staging.files)
    listed = "".join(f"{directory / one.name}\n" for one in staging.downloads())
    emit(f"{listed}{len(staging.files):,} files, {pages:,} of them pages, {sum(one.size for one in staging.files.values()) / 1e6:,.0f} MB.\n")
