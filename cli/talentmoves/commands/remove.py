"""moves remove"""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from .. import places
from ..output import emit, note
from ..tombstones import REASONS
from . import options


@options.add(options.DATA)
@click.command()
@click.argument("person")
@click.option("--reason", type=click.Choice(REASONS), required=True, help="Why; it is the only thing told besides the day.")
@click.option("--dry-run", is_flag=True, help="Tell what would go, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.pass_context
def command(ctx: click.Context, person: str, reason: str, dry_run: bool, yes: bool, data: tuple[Path, ...]) -> None:
    """Take PERSON out of the data, and see to it that nobody enters them again.

    Their moves go with every claim about them, and whatever nothing else needs; texts and addresses
    that name them are covered. What stays is a hash of the names under a key that is not part of
    the data, the reason and the day. Releases made from then on know nothing of the person.
    """
    from ..contributing.adding import folder_of
    from ..removing.removal import plan

    folder = folder_of(data, places.data())
    checkout = places.material() if not data and (places.material() / "cli").is_dir() else None
    made = plan(folder, person, reason, datetime.date.today(), checkout)
    counted = ", ".join(f"{number} {kind}" for kind, number in made.counts.items())
    note(f"moves: {made.label}: {counted} go; {len(made.texts)} files change.")
    for place in made.elsewhere:
        note(f"moves: {place} names the person too: mend it by hand, or make it anew.")
    if dry_run or not (yes or click.confirm("Take this person out?", err=True)):
        note("moves: nothing was written.")
        ctx.exit(0 if dry_run else 1)
    made.carry_out()
    emit("".join(f"{places.display(file)}\n" for file in made.texts))
    note(f"moves: {made.tombstone} refuses re-entry.")
    if made.key:
        note(f"moves: {places.display(made.key[0])} is the key of the hashes: keep it, and keep it out of git; docs/removal.md tells how.")
    note("moves: git history and earlier releases still hold the person; docs/removal.md tells what to do about them.")
