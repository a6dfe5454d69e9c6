"""moves explain"""

from __future__ import annotations

import click

from ..output import emit


@click.command()
@click.argument("code", required=False)
@click.option("--lang", type=click.Choice(("en", "zh")), default="en", show_default=True, help="Language of the explanation.")
def command(code: str | None, lang: str) -> None:
    """Tell what a rule wants, with a wrong and a right example; without a CODE, list the rules by group."""
    from ..validation.rules.all_rules import find
    from ..validation.rules.explanation import explain, overview

    emit(overview(lang) if code is None else explain(find(code), lang))
