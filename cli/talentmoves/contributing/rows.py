"""Read rows from CSV, JSON Lines, or the text of an issue form."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError
from ..places import display
from ..suggestions import did_you_mean
from .errors import Mistake, RowsError
from .fields import BY_NAME, FIELDS, Field
from .terms import is_date

#: What GitHub writes where nothing was answered.
_NOTHING = ("_No response_", "None")
#: Characters; names are short, and a paraphrase is a sentence.
_LONGEST = {"person": 100, "person_zh": 40, "from_company": 150, "to_company": 150, "source_url": 2000}
_LONGEST_TEXT = 1000
_TRUE_NAMES = {field.name for field in FIELDS}


class Row(NamedTuple):
    """What one source says about one move; fields without a value are left out."""

    line: int
    name: str
    values: dict[str, str]

    def get(self, field: str) -> str:
        """Return the value of a field, what holds by default, or an empty text."""
        return self.values.get(field, "") or BY_NAME[field].default

    def mistake(self, field: str, message: str, hint: str = "") -> Mistake:
        """Return something that is wrong with a field of this row."""
        return Mistake(self.line, self.name, field, message, hint)


def template() -> str:
    """Return the template: a CSV file with the names of the columns and one example."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in FIELDS])
    writer.writerow([field.example for field in FIELDS])
    return out.getvalue()


def read(file: Path) -> list[Row]:
    """Return the rows of a file.

    :param file: ``.csv``, ``.jsonl``, or ``.md`` with the text of an issue form
    :raises InputError: if it cannot be read, or has none of these endings
    :raises RowsError: if rows have unknown fields, or values of the wrong form
    """
    readers = {".csv": _csv, ".jsonl": _jsonl, ".md": _form, ".txt": _form}
    reader = readers.get(file.suffix.lower())
    if reader is None:
        raise InputError(f"{display(file)}: neither .csv nor .jsonl nor .md.", "moves add --template prints the template for .csv.")
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{display(file)}: not UTF-8 (byte {error.start}).", "Save the file as UTF-8; spreadsheets call it CSV UTF-8.") from None
    except OSError as error:
        raise InputError(f"{display(file)}: cannot be read ({error.strerror}).", "Check the path and the permissions of the file.") from None
    mistakes: list[Mistake] = []
    rows = list(reader(text, file, mistakes))
    for row in rows:
        mistakes += list(_wrong(row))
    if mistakes:
        raise RowsError(file, sorted(mistakes, key=lambda one: one.line))
    if not rows:
        raise InputError(f"{display(file)}: no rows in this file.", "moves add --template prints the template, with an example.")
    return rows


def form_problem(field: Field, value: str) -> tuple[str, str] | None:
    """Return what is wrong with a value and how to mend it; nothing if it is fine.

    >>> form_problem(BY_NAME["joined"], "Sept 2024")[0]
    "'Sept 2024' is not a date that we can read."
    """
    if field.choices and value not in {choice.value for choice in field.choices}:
        return f"'{value}' is none of the values.", f"One of {', '.join(choice.value for choice in field.choices)}."
    if field.name in ("left", "joined", "announced", "source_published") and not is_date(value):
        return f"'{value}' is not a date that we can read.", field.help_en
    if field.name == "source_url" and not _is_address(value):
        return f"'{value}' is not the address of a page.", "Write it whole, with https:// in front, as the browser shows it."
    if len(value) > _LONGEST.get(field.name, _LONGEST_TEXT):
        return f"this is {len(value)} characters long.", "Say it shorter."
    return None


def _is_address(value: str) -> bool:
    from pyoxigraph import NamedNode

    try:
        NamedNode(value)
    except ValueError:
        return False
    return value.startswith(("https://", "http://")) and "." in value.partition("//")[2] and not re.search(r'[\s<>"{}|\\^`]', value)


def _wrong(row: Row) -> Iterator[Mistake]:
    for field in FIELDS:
        value = row.values.get(field.name, "")
        if not value:
            if field.required and not (field.name == "person" and row.values.get("person_zh")):
                yield row.mistake(field.name, "nothing is given.", field.help_en)
            continue
        problem = form_problem(field, value)
        if problem:
            yield row.mistake(field.name, *problem)
        elif not value.isprintable():
            yield row.mistake(field.name, "has a character that cannot be written or seen.", "Delete it; a line break becomes a blank.")
    if not row.values.get("from_company") and not row.values.get("to_company"):
        yield row.mistake("to_company", "neither the company left nor the one joined is given.", "Give at least one of from_company and to_company.")


def _csv(text: str, file: Path, mistakes: list[Mistake]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    names: list[str] = []
    number = 0
    line = 1
    try:
        for cells in reader:
            first, line = line, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names = [cell.strip() for cell in cells]
                mistakes += _unknown(first, "heading", names)
                continue
            number += 1
            if len(cells) > len(names):
                mistakes.append(
                    Mistake(
                        first, f"row {number}", "", f"{len(cells)} cells under {len(names)} columns.", "Put a text with commas in quotation marks."
                    )
                )
                continue
            yield Row(first, f"row {number}", _known(dict(zip(names, cells, strict=False))))
    except csv.Error as error:
        raise InputError(f"{display(file)}:{reader.line_num}: not well-formed CSV: {error}.", "A quotation mark inside a text is doubled.") from None


def _jsonl(text: str, file: Path, mistakes: list[Mistake]) -> Iterator[Row]:
    for line, written in enumerate(text.split("\n"), 1):
        if not written.strip():
            continue
        try:
            found = json.loads(written)
        except json.JSONDecodeError as error:
            raise InputError(f"{display(file)}:{line}:{error.colno}: not well-formed JSON: {error.msg}.", "Write one object a line.") from None
        if not isinstance(found, dict):
            raise InputError(f"{display(file)}:{line}: not an object.", 'Write one object a line, such as {"person": "Ada Example", …}.')
        mistakes += _unknown(line, f"line {line}", list(found))
        odd = [name for name, value in found.items() if not isinstance(value, str | int | None)]
        mistakes += [Mistake(line, f"line {line}", name, "is not a text.", "Write the value in quotation marks.") for name in odd]
        yield Row(line, f"line {line}", _known({name: "" if value is None else str(value) for name, value in found.items() if name not in odd}))


def _form(text: str, file: Path, mistakes: list[Mistake]) -> Iterator[Row]:
    """Read what GitHub makes of an issue form: a heading for each field, and under it the answer."""
    labels = {label.casefold(): field for field in FIELDS for label in (field.en, field.zh, field.name)}
    values: dict[str, str] = {}
    first = 0
    field: Field | None = None
    for line, written in enumerate(text.splitlines(), 1):
        if written.startswith("### "):
            field = labels.get(written[4:].strip().casefold())
            first = first or line
            if field is not None and field.name in values:
                mistakes.append(Mistake(line, "form", field.name, f"the heading '{written[4:].strip()}' is there twice.", "Keep one of them."))
            if field is None:
                offered = did_you_mean(written[4:].strip(), [one.en for one in FIELDS])
                mistakes.append(Mistake(line, "form", "", f"there is no field '{written[4:].strip()}'.", offered or "Use the form as it is."))
            continue
        if field is not None and written.strip() and written.strip() not in _NOTHING:
            values[field.name] = f"{values.get(field.name, '')} {written.strip()}".strip()
    for name, value in values.items():
        values[name] = next((choice.value for choice in BY_NAME[name].choices if value in (choice.en, choice.zh)), value)
    if values:
        yield Row(first, "form", values)


def _unknown(line: int, row: str, names: list[str]) -> list[Mistake]:
    found = []
    for name in names:
        if name and name.strip() not in _TRUE_NAMES:
            offered = did_you_mean(name.strip(), sorted(_TRUE_NAMES))
            found.append(Mistake(line, row, name.strip(), "there is no such column.", offered or "moves add --template prints the columns."))
    for name in {name for name in names if name and names.count(name) > 1}:
        found.append(Mistake(line, row, name, "this column is there twice.", "Keep one of them."))
    return found


def _known(values: dict[str, str]) -> dict[str, str]:
    return {name.strip(): value.strip() for name, value in values.items() if name.strip() in _TRUE_NAMES and value and value.strip()}
