"""moves add"""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from .. import places
from ..output import emit, note
from . import options


@options.add(options.DATA)
@click.command()
@click.option(
    "--from", "source", type=options.FILE, metavar="FILE", help="Take rows from a .csv or .jsonl file, or from the text of an issue form (.md)."
)
@click.option("--template", is_flag=True, help="Print the template for .csv, with an example, and stop.")
@click.option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.option("--lang", type=click.Choice(("en", "zh")), default="en", show_default=True, help="Language of questions and findings.")
@click.pass_context
def command(ctx: click.Context, source: Path | None, template: bool, dry_run: bool, yes: bool, lang: str, data: tuple[Path, ...]) -> None:
    """Add moves without writing Turtle: answer questions, or give a table.

    One row is what one source says about one move; rows about one move become one move with several
    claims. People and companies that are here are found by their names in any script. What is added
    is validated first, and all of it is written or nothing.
    """
    from ..contributing import adding, rows

    if template:
        emit(rows.template())
        return
    folder = adding.folder_of(data, places.data())
    today = datetime.date.today()
    if source is not None:
        plan = adding.plan(folder, rows.read(source), source, today, lang)
        emit(plan.told())
        plan.warn()
        if dry_run:
            note("moves: nothing was written.")
            return
    else:
        from ..contributing.interview import Interview
        from ..contributing.prompting import Stopped, prompter

        try:
            found = Interview(folder, prompter(), lang, today).run(confirm=not yes and not dry_run)
        except Stopped:
            note("\nmoves: 未写入任何内容。" if lang == "zh" else "\nmoves: nothing was written.")
            ctx.exit(1)
        if found is None or dry_run:
            note("moves: 未写入任何内容。" if lang == "zh" else "moves: nothing was written.")
            return
        plan = found
    plan.carry_out()
    for file in plan.texts:
        note(f"moves: {'已写入' if lang == 'zh' else 'wrote'} {places.display(file)}")
