"""moves explain"""

from __future__ import annotations

import click

from ..output import emit


@click.command()
@click.argument("code", required=False)
@click.option("--lang", type=click.Choice(("en", "zh")), default="en", show_default=True, help="Language of the explanation.")
def command(code: str | None, lang: str) -> None:
    """Tell what a rule wants, with a wrong and a right example; without a CODE, list the rules."""
    from ..validation.explanation import explain
    from ..validation.rules import catalogue, find

    if code is None:
        emit("".join(f"{rule.code}  {rule.level.word:<7}  {rule.title[lang]}\n" for rule in catalogue().values()))
    else:
        emit(explain(find(code), lang))
