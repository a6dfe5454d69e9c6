"""A part of the curated data that hangs together, for tests that would take too long on all of it.

It is drawn from the data when the tests run: all theses and groups, the people of the
first edition, and some others, with everything that these name.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from tests.conftest import ROOT

_NAME = re.compile(r"\b(?:person|company|role|product|source|speaker|move|claim):[a-z0-9-]+")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|<[^>]*>')
#: The day on which the claims of the first edition were checked: its people have every kind of move.
_FIRST = "2026-11-23"


def write_sample(folder: Path, one_in: int = 256, data: Path = ROOT / "data") -> Path:
    """Write the sample into a folder, file by file as the data has it.

    :param one_in: one in so many of the other people, 256 at most; the report on theses takes Virtuoso a minute with 64
    """
    heads: dict[str, str] = {}
    blocks: dict[str, tuple[str, str]] = {}
    for file in sorted(data.rglob("*.ttl")):
        name = str(file.relative_to(data))
        parts = file.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
        heads[name] = "\n\n".join(parts[:2])
        blocks |= {part.split("\n", 1)[0]: (name, part) for part in parts[2:]}
    names = {subject: set(_NAME.findall(_TEXT.sub("", text))) - {subject} for subject, (_, text) in blocks.items()}
    about = {subject: found[0] for subject, (_, text) in blocks.items() if (found := re.findall(r"tm:about (\S+)", text))}
    person = {subject: found[0] for subject, (_, text) in blocks.items() if (found := re.findall(r"tm:person (\S+)", text))}
    chosen = {subject for subject, (_, text) in blocks.items() if "a tm:Thesis ;" in text or "a tm:GroupMove ;" in text or "tm:inventoryRow" in text}
    chosen |= {subject for subject, (_, text) in blocks.items() if "tm:partOfGroup" in text}
    people = {found for subject in chosen for found in (person.get(subject), person.get(about.get(subject, ""))) if found}
    first = {about.get(subject, "") for subject, (_, text) in blocks.items() if f'tm:checked "{_FIRST}"' in text}
    people |= {person[move] for move in first if move in person}
    people |= {subject for subject in blocks if subject.startswith("person:") and hashlib.sha256(subject.encode()).digest()[0] % one_in == 0}
    # People of whom nothing is known but one move with both of its days: few have that.
    alone = [move for move, who in sorted(person.items()) if list(person.values()).count(who) == 1 and "tm:partOfGroup" not in blocks[move][1]]
    both = [move for move in alone if "tm:left " in blocks[move][1] and "tm:joined " in blocks[move][1] and "tm:announced " not in blocks[move][1]]
    people |= {person[move] for move in both[:4]}
    kept = chosen | people | {move for move, who in person.items() if who in people}
    while True:
        more = {name for subject in kept for name in names[subject] if name in blocks}
        more |= {claim for claim, thing in about.items() if thing in kept and (not thing.startswith("move:") or person.get(thing) in {None, *people})}
        # A person who is only named as a founder or a speaker comes without moves.
        if more <= kept:
            break
        kept |= more
    for name, head in heads.items():
        own = [text for subject, (home, text) in blocks.items() if home == name and subject in kept]
        if own:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n\n".join([head, *own]) + "\n", encoding="utf-8")
    return folder
