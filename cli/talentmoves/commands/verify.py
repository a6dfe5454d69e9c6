"""moves verify"""

from __future__ import annotations

from math import isnan
from pathlib import Path

import click

from ..output import emit
from . import options


def _number(_: click.Context, __: click.Parameter, seconds: float) -> float:
    if isnan(seconds):  # no range leaves it out: it compares with nothing
        raise click.BadParameter("nan is no number of seconds.")
    return seconds


@options.add(options.OUTPUT)
@click.command()
@click.argument("release", metavar="DIR|URL")
@click.option("-f", "--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="Prose or JSON.")
@click.option("--quick", is_flag=True, help="Check the sums only, not the hashes of the graphs and the agreement of the dumps.")
@click.option("--all", "everything", is_flag=True, help="Of a URL, check every page and the files of single entities too.")
@click.option("--public-key", "key", default="", metavar="FILE|KEY", help="Demand the signature of this minisign key.")
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 86_400),
    default=30.0,
    callback=_number,
    show_default=True,
    metavar="SECONDS",
    help="How long a server may keep us waiting.",
)
@click.pass_context
def command(ctx: click.Context, release: str, shape: str, quick: bool, everything: bool, key: str, timeout: float, output: Path | None) -> None:
    """Check that a release in a folder or on a web server is whole, and tell what was altered.

    Every file is held against SHA256SUMS, the graphs against their hashes (RDFC-1.0), the dumps against
    each other, the files of single entities against a dump, and sizes and sums against the description.
    Of a URL the dumps, tables and descriptions are checked. Whether it is genuine only a signature tells: --public-key.

    Exit codes: 0 whole; 1 altered; 2 wrong use, or no release there; 3 the server cannot be reached.
    """
    from ..verifying import writing
    from ..verifying.checking import Wishes, verify

    outcome = verify(release, Wishes(quick, everything, key, timeout))
    emit((writing.as_json if shape == "json" else writing.text)(outcome), output)
    ctx.exit(outcome.exit_code)
