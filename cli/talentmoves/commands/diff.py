"""moves diff"""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import InputError
from ..output import emit
from . import options

FORMATS = ("text", "patch", "json", "markdown")


@options.add(options.OUTPUT)
@click.command()
@click.argument("old")
@click.argument("new", default="")
@click.option("-f", "--format", "shape", type=click.Choice(FORMATS), default="text", show_default=True, help="Prose, RDF Patch, JSON or Markdown.")
@click.option("--lang", type=click.Choice(("en", "zh")), default="en", show_default=True, help="The language of prose and Markdown.")
@click.option(
    "--apply", "patch", type=click.Path(path_type=Path, dir_okay=False), metavar="PATCH", help="Write what this patch makes of OLD, as N-Quads."
)
def command(old: str, new: str, shape: str, lang: str, patch: Path | None, output: Path | None) -> None:
    """Tell what changed from OLD to NEW, move by move.

    Each of the two is a release, a folder or file of data, a dump of a release (.nq, .nq.gz, .trig,
    .jsonld), a checkout, or a revision of this checkout: a tag, branch or commit. A revision is built
    with its own ontology and derivations. What is both a path and a revision is taken for the path;
    git:NAME is always the revision. Without NEW, OLD is compared with the data of the checkout.

    Of people who were removed nothing is told but that they were.
    """
    from ..comparing import comparing
    from ..release.staging import listed

    if output is not None and listed(output.absolute().parent):
        raise InputError(f"{output}: lies in a release, which would not be whole any more.", "Write to another folder.")
    if patch is not None:
        if new:
            raise click.UsageError("--apply takes OLD alone: NEW is what comes out.")
        if shape != "text":
            raise click.UsageError("--apply writes N-Quads: leave out -f.")
        emit(comparing.patched(patch, old), output)
        return
    emit(comparing.compared(old, new, shape, lang), output)
