"""moves validate"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import places
from ..errors import ParameterError
from ..output import emit, note
from ..validation.writing.formats import FORMATS, write
from . import options

if TYPE_CHECKING:
    from ..validation.findings import Finding

_LEVELS = ("error", "warning", "info")


@options.add(options.OUTPUT, options.DATA, options.ENDPOINT, options.TIMEOUT)
@click.command()
@click.argument("paths", nargs=-1, type=options.FILE, metavar="[PATH]...")
@click.option("-f", "--format", type=click.Choice(FORMATS), default="text", show_default=True, help="How to write the findings.")
@click.option("--fail-on", type=click.Choice(_LEVELS), default="error", show_default=True, help="The lightest level that makes the exit code 1.")
@click.option("--level", type=click.Choice(_LEVELS), default="warning", show_default=True, help="The lightest level that is shown.")
@click.option("--lang", type=click.Choice(("en", "zh")), default="en", show_default=True, help="Language of the messages.")
@click.option("--baseline", type=options.FILE, metavar="FILE", help="Show, and fail on, only findings that are not in this baseline.")
@click.option("--write-baseline", type=options.FILE, metavar="FILE", help="Write every finding to FILE as a baseline, and show none.")
@click.option(
    "--also",
    type=(click.Choice(FORMATS), options.FILE),
    multiple=True,
    metavar="FORMAT FILE",
    help="Write this format to FILE as well; can be repeated.",
)
@click.option("--fix", is_flag=True, help="Make the repairs that are certain in the files, and show what remains.")
@click.option("--watch", is_flag=True, help="Check again after every change of a file, until Ctrl-C.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    format: str,
    fail_on: str,
    level: str,
    lang: str,
    baseline: Path | None,
    write_baseline: Path | None,
    also: tuple[tuple[str, Path], ...],
    fix: bool,
    watch: bool,
    output: Path | None,
    data: tuple[Path, ...],
    endpoint: str | None,
    timeout: float,
) -> None:
    """Check the data against the rules, and say what is wrong, where, and how to mend it.

    Without a PATH everything is checked. With PATHs only what those files cause is shown: files of
    the data set, or contributions that are checked in its context.
    """
    _refuse_what_excludes_each_other(ctx)
    _refuse_to_write_twice([*(file for _, file in also), *([output] if output else [])])
    if watch:
        from ..validation.watching import watch as run

        rules = (places.material() / "shapes", places.material() / "ontology")
        run(_passed_on(ctx, _WHAT_IS_FOUND), [*(data or (places.data(),)), *paths, *rules, *([baseline] if baseline else [])])
        return
    from ..validation.findings import Level
    from ..validation.running import check, check_endpoint, mend
    from ..validation.unreadable import told
    from ..validation.writing.outcome import Outcome

    accepted = None
    if baseline or write_baseline:
        from ..validation import baseline as baselines

        accepted = baselines.read(baseline) if baseline else None
    # Baselines and the W3C's report hold every finding, also those too light to be shown.
    everything = baseline or write_baseline or "turtle" in (format, *(name for name, _ in also))
    least = Level.INFO if everything else min(Level[level.upper()], Level[fail_on.upper()])
    if endpoint:
        from ..engines.endpoint import EndpointEngine

        checked, notes = check_endpoint(EndpointEngine(endpoint, timeout), lang, least)
        for text in notes:
            note(f"moves: {text}")
    elif fix:
        checked, mended = mend(data, paths, lang)
        for file in mended:
            note(f"moves: mended {places.display(file)}")
    else:
        checked = check(data, paths, lang, least)
    found = checked.findings
    if output or format not in _TELLING:
        for text in told(found):
            note(f"moves: {text}")
    for text in checked.notes:
        note(f"moves: {text}")
    if checked.cut:
        note(f"moves: there are more findings than the {len(found)} that are told; mend what they have in common first.")
    if checked.unreadable is not None and write_baseline:
        raise checked.unreadable
    if write_baseline:
        baselines.write(found, write_baseline)
        note(f"moves: {baselines.counted(len(found))} in {write_baseline}; --baseline {write_baseline} leaves out what it holds.")
        return
    new, known, gone = baselines.split(found, accepted) if accepted is not None else (found, [], 0)
    if gone and not paths and checked.unreadable is None:  # with PATHs the other findings are not looked for
        renew = shlex.join(["moves", "validate", "--write-baseline", str(baseline), *_passed_on(ctx, ("data",))])
        note(f"moves: gone: {baselines.counted(gone)} of the baseline; {renew} leaves out what is gone.")
    files = [] if endpoint else places.rdf_files(paths or data or (places.data(),))
    outcome = Outcome(
        findings=new,
        known=known,
        files=files,
        showing=Level[level.upper()],
        failing=Level[fail_on.upper()],
        language=lang,
        lighter=checked.lighter,
        mendable=_mendable(new, files),
        arguments=_passed_on(ctx, _WHAT_IS_FOUND),
        columns=shutil.get_terminal_size((100, 24)).columns,
    )
    for name, file in also:
        emit(write(name, outcome), file)
    emit(write(format, outcome._replace(colour=output is None and _in_colour())), output)
    ctx.exit(checked.unreadable.exit_code if checked.unreadable else outcome.failed)


#: Formats that people, or GitHub beside the lines, see at once on standard output: there the messages would say it twice.
_TELLING = ("text", "github")


def _mendable(findings: list[Finding], files: list[Path]) -> int:
    if not findings:
        return 0
    from ..validation.fixing import certain

    ours = {file.resolve() for file in files}
    return sum(edit.location.file.resolve() in ours for edit in certain(findings))


#: What an option cannot go with, and why.
_EXCLUDES = {
    "endpoint": (("paths", "data", "fix", "watch"), "An endpoint is validated as it is: leave the other out."),
    "watch": (("write_baseline", "fix", "output", "also", "format"), "--watch shows text on the screen; run moves validate without it."),
    "write_baseline": (
        ("baseline", "fix", "paths", "output", "also", "format"),
        "A baseline is of the whole data set, and writing it shows nothing: leave the other out.",
    ),
}


def _refuse_what_excludes_each_other(ctx: click.Context) -> None:
    names = {parameter.name: parameter.opts[-1] for parameter in ctx.command.params if parameter.name} | {"paths": "PATH"}
    for one, (others, hint) in _EXCLUDES.items():
        for other in others if ctx.params[one] else ():
            if ctx.params[other] and ctx.params[other] != "text":
                raise ParameterError(f"{names[one]} and {names[other]} exclude each other.", hint)


def _refuse_to_write_twice(files: list[Path]) -> None:
    for file, times in Counter(Path(os.path.realpath(file)) for file in files).items():
        if times > 1:
            raise ParameterError(f"{places.display(file)} would be written twice.", "Give each format a file of its own.")


#: What changes what is found and shown; the others only say where it is written, and in which format.
_WHAT_IS_FOUND = ("paths", "data", "endpoint", "timeout", "fail_on", "level", "lang", "baseline")


def _passed_on(ctx: click.Context, names: Collection[str]) -> list[str]:
    """Return those of the options and arguments of this call that are not as they are by default."""
    given: list[str] = []
    for parameter in ctx.command.params:
        value = ctx.params.get(parameter.name or "")
        if isinstance(parameter, click.Option) and parameter.name in names and value and value != parameter.default:
            for each in value if parameter.multiple else (value,):
                given += [parameter.opts[-1], *([] if parameter.is_flag else [str(each)])]
    paths = [str(path) for path in ctx.params["paths"] if "paths" in names]
    return [*given, *(["--"] if any(path.startswith("-") for path in paths) else []), *paths]


def _in_colour() -> bool:
    # https://no-color.org
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
