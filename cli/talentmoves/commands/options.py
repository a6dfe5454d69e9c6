"""Options that several commands share, and the engine that they lead to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..engines.protocol import Engine
from ..errors import ParameterError
from ..output import note

FILE = click.Path(path_type=Path)

DATA = click.Option(
    ["--data"], type=FILE, multiple=True, metavar="PATH", help="A Turtle file or folder to use in place of the project's data; can be repeated."
)
ENDPOINT = click.Option(["--endpoint"], metavar="URL", help="Ask this SPARQL 1.1 endpoint instead of the embedded store.")
TIMEOUT = click.Option(
    ["--timeout"], type=click.FloatRange(min=0.1), default=60.0, show_default=True, metavar="SECONDS", help="How long an endpoint may take."
)
OUTPUT = click.Option(["-o", "--output"], type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to this file.")


def add(*options: click.Option) -> Callable[[click.Command], click.Command]:
    """Return a decorator that adds shared options to a command."""

    def decorate(command: click.Command) -> click.Command:
        command.params.extend(options)
        return command

    return decorate


def engine(data: tuple[Path, ...], endpoint: str | None, timeout: float, for_reports: bool = True) -> Engine:
    """Return the engine that the options ask for.

    :param for_reports: whether an endpoint must hold moves and what is derived from them
    :raises ParameterError: if both a data set and an endpoint are given
    """
    if endpoint is None:
        from ..dataset.opening import Dataset
        from ..engines.embedded import EmbeddedEngine

        return EmbeddedEngine(Dataset(data), whole=not for_reports)
    if data:
        raise ParameterError("--data and --endpoint exclude each other.", "Load the data into the endpoint, or leave one of them out.")
    from ..engines.endpoint import EndpointEngine

    remote = EndpointEngine(endpoint, timeout)
    if for_reports:
        remote.require_moves()
    return remote


def pass_on_notes(asked: Any) -> None:
    """Tell the user what an endpoint did to the answer, such as cutting it short."""
    for text in dict.fromkeys(getattr(asked, "notes", ())):
        note(f"moves: {text}")
