"""moves report"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from ..formats.registry import REPORT_FORMATS, writer
from ..output import emit
from ..reports import metadata
from . import options

_LIMIT = click.Option(["--limit"], type=click.IntRange(min=1), metavar="ROWS", help="Give only the first rows.")
_FORMAT = click.Option(["-f", "--format"], type=click.Choice(REPORT_FORMATS), default="table", show_default=True, help="How to write the rows.")


class _Reports(click.Group):
    """Makes a command of each report, with an option for each of its parameters."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return metadata.names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(metadata.find(cmd_name))


def _command(report: metadata.Report) -> click.Command:
    parameters = [
        click.Option([parameter.option, parameter.name], metavar=_metavar(parameter), help=_help(parameter)) for parameter in report.parameters
    ]
    columns = "\n".join(f"  {column.name} ({column.type}): {column.summary}" for column in report.columns)
    return click.Command(
        report.name,
        params=[*parameters, _LIMIT, _FORMAT, options.OUTPUT, options.DATA, options.ENDPOINT, options.TIMEOUT],
        callback=partial(_run, report.name),
        help=f"{report.summary}.\n\n{report.description}\n\n\b\nColumns:\n{columns}",
        epilog=f"Note: {report.caveat}",
        short_help=report.summary,
    )


def _metavar(parameter: metadata.Parameter) -> str:
    if parameter.type == "choice":
        return "|".join(parameter.choices)
    return {"iri": "NAME", "integer": "N", "date": "YYYY-MM-DD"}[parameter.type]


def _help(parameter: metadata.Parameter) -> str:
    shown = parameter.type in ("integer", "choice")
    return parameter.summary + (f"  [default: {parameter.default}]" if shown else "")


def _run(
    name: str, *, limit: int | None, format: str, output: Path | None, data: tuple[Path, ...], endpoint: str | None, timeout: float, **values: Any
) -> None:
    from ..reports.running import run

    asked = options.engine(data, endpoint, timeout)
    table = run(name, asked, {key: value for key, value in values.items() if value is not None})
    options.pass_on_notes(asked)
    emit(writer(format)(table._replace(rows=table.rows[:limit])), output)


@click.group(cls=_Reports, invoke_without_command=True, subcommand_metavar="[NAME [OPTIONS]]")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Run a named report, or list the reports.

    Each report has options of its own: moves report NAME --help shows them, with what every column
    means and what to bear in mind.
    """
    if ctx.invoked_subcommand is None:
        rows = [(report.name, report.summary) for report in metadata.catalogue()]
        size = max(len(name) for name, _ in rows)
        emit("".join(f"{name:<{size}}  {summary}\n" for name, summary in rows))
