"""moves show"""

from __future__ import annotations

from pathlib import Path

import click

from ..output import emit
from . import options


@options.add(options.OUTPUT, options.DATA, options.ENDPOINT, options.TIMEOUT)
@click.command()
@click.argument("name", metavar="PERSON|COMPANY|MOVE")
def command(name: str, output: Path | None, data: tuple[Path, ...], endpoint: str | None, timeout: float) -> None:
    """Show a person, company or move with its moves, claims and sources.

    The name can be in English or in its own script, a nickname, or the identifier that reports give:
    moves show "Noam Shazeer", moves show 字节跳动, moves show noam-shazeer-character-ai-2021.
    """
    from ..entities import dossier, dossier_text, names

    asked = options.engine(data, endpoint, timeout)
    entity = names.find(asked, name, ("Person", "Company", "Move", "GroupMove"))
    found = dossier.collect(asked, entity)
    options.pass_on_notes(asked)
    emit(dossier_text.write(found), output)
