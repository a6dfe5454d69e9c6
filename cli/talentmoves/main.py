"""The program ``moves``: finds the command, runs it, and turns errors into messages and exit codes."""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module
from typing import Any

import click

from .errors import MovesError

#: Commands with the line that help shows; a command's module is imported when it is used.
COMMANDS = {
    "report": "Run a named report, or list the reports.",
    "query": "Run a SPARQL query of your own.",
    "validate": "Check the data against the rules.",
    "explain": "Tell what a rule wants, with a wrong and a right example.",
    "show": "Show a person, company or move with claims and sources.",
    "add": "Add moves without writing Turtle: by questions, or from a table.",
    "remove": "Take a person out of the data, and refuse re-entry.",
    "fmt": "Lay out curated Turtle in the one way that the project has.",
    "stats": "Count what is in the data.",
    "verify": "Check that a release is whole and unaltered.",
    "diff": "Tell what changed between two states of the data.",
    "publish": "Write a release: dumps, descriptions and checksums.",
}


class _Commands(click.Group):
    """Imports a command only when it is asked for, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"{__package__}.commands.{cmd_name}").command
        return found

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from .suggestions import did_you_mean

            hint = did_you_mean(args[0], COMMANDS) or "moves --help lists the commands."
            raise click.UsageError(f"There is no command '{args[0]}'. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MovesError as error:
            from .output import note

            note(f"moves: {error}")
            ctx.exit(error.exit_code)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"moves {version('talent-moves')}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version and exit.")
def main() -> None:
    """Who moved where in the AI industry, in which role, when, and who says so.

    Without options every command works on the data in the checkout, or elsewhere on the data that
    came with the installation.
    """


def program() -> None:
    """Run ``moves`` and leave without tidying up, which would take as long as a tenth of a report."""
    code: int | str | None = 0
    try:
        main(prog_name="moves")
    except SystemExit as end:
        code = end.code
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else 1 if code else 0)
