"""moves validate"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ..output import emit
from . import options

_LEVELS = ("error", "warning", "info")


@options.add(options.OUTPUT, options.DATA)
@click.command()
@click.argument("paths", nargs=-1, type=options.FILE, metavar="[PATH]...")
@click.option("-f", "--format", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to write the findings.")
@click.option("--fail-on", type=click.Choice(_LEVELS), default="error", show_default=True, help="The lightest level that makes the exit code 1.")
@click.option("--level", type=click.Choice(_LEVELS), default="warning", show_default=True, help="The lightest level that is shown.")
@click.option("--lang", type=click.Choice(("en", "zh")), default="en", show_default=True, help="Language of the messages.")
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], format: str, fail_on: str, level: str, lang: str, output: Path | None, data: tuple[Path, ...]
) -> None:
    """Check the data against the rules, and say what is wrong, where, and how to mend it.

    Without a PATH everything is checked. With PATHs only what those files cause is shown: files of
    the data set, or contributions that are checked in its context.
    """
    from ..validation import as_json, text
    from ..validation.findings import Level
    from ..validation.running import validate

    failing = Level[fail_on.upper()]
    found = validate(data, paths, lang)
    shown = [finding for finding in found if finding.level >= min(Level[level.upper()], failing)]
    if format == "json":
        emit(as_json.write(shown), output)
    else:
        emit(text.write(shown, lang, colour=output is None and _in_colour(), hidden=len(found) - len(shown)), output)
    if any(finding.level >= failing for finding in found):
        ctx.exit(1)


def _in_colour() -> bool:
    # https://no-color.org
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
