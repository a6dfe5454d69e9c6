"""moves fmt"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import places
from ..output import emit, note
from . import options


@click.command()
@click.argument("paths", nargs=-1, type=options.FILE, metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; the exit code is 1 if a file is not in the layout.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], check: bool, diff: bool) -> None:
    """Lay out curated Turtle in the one way that the project has.

    Subjects, properties and values come in a fixed order, prefixes are those that are used, language
    tags are in lower case. The triples and the comments stay. Without a PATH all curated data is
    laid out; - reads standard input and writes the result to standard output.
    """
    from ..layout import files, formatting

    if [str(path) for path in paths] == ["-"]:
        text = formatting.decoded(sys.stdin.buffer.read())
        new = formatting.of_file(Path("standard input"), text)
        changed = {Path("standard input"): new} if new != text else {}
        total, before = 1, {Path("standard input"): text}
        if not (check or diff):
            emit(new)
            return
    else:
        changed, total = files.lay_out(paths or (places.data(),))
        before = {}
    if diff:
        emit("".join(formatting.difference(before.get(file) or formatting.read(file), new, places.display(file)) for file, new in changed.items()))
    elif check:
        emit("".join(f"{places.display(file)}\n" for file in changed))
    else:
        files.write_all(changed)
        emit("".join(f"{places.display(file)}\n" for file in changed))
    if check and changed:
        note(f"moves: {len(changed)} of {_files(total)} not in the layout; moves fmt{_again(paths)} lays them out.")
    elif not changed:
        note(f"moves: {_files(total)} in the layout.")
    ctx.exit(1 if check and changed else 0)


def _files(number: int) -> str:
    return f"{number} file" + ("" if number == 1 else "s")


def _again(paths: tuple[Path, ...]) -> str:
    import shlex

    return f" {shlex.join(map(str, paths))}" if paths else ""
