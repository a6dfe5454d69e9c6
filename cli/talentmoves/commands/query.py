"""moves query"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from ..errors import InputError, QueryError
from ..formats.registry import QUERY_FORMATS, writer
from ..output import emit
from . import options

_QUERY = re.compile(r"\s*(#|(BASE|PREFIX|SELECT|ASK|CONSTRUCT|DESCRIBE)\b.*\s)", re.IGNORECASE)


def _text(query: str) -> str:
    if query == "-":
        content = sys.stdin.buffer.read()
        name = "standard input"
    elif not query.strip():
        raise QueryError("The query is empty.", "Write a SELECT, ASK, CONSTRUCT or DESCRIBE query.")
    elif _QUERY.match(query) or "{" in query:
        return query
    else:
        name = query
        try:
            content = Path(query).read_bytes()
        except FileNotFoundError:
            raise InputError(
                f"{query}: no such file, and not a SPARQL query either.", "Give a file, - for standard input, or the query itself."
            ) from None
        except OSError as error:
            raise InputError(f"{query}: cannot be read ({error.strerror}).", "Check the path and the permissions of the file.") from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8 (byte {error.start + 1}).", "Save the query in the encoding UTF-8.") from None
    if not text.strip():
        raise QueryError(f"{name}: the query is empty.", "Write a SELECT, ASK, CONSTRUCT or DESCRIBE query.")
    return text


@options.add(options.OUTPUT, options.DATA, options.ENDPOINT, options.TIMEOUT)
@click.command()
@click.argument("query", metavar="FILE|-|TEXT")
@click.option("-f", "--format", type=click.Choice(QUERY_FORMATS), default="table", show_default=True, help="How to write the answer.")
def command(query: str, format: str, output: Path | None, data: tuple[Path, ...], endpoint: str | None, timeout: float) -> None:
    """Run a SPARQL query of your own, from a file, standard input (-) or the command line.

    The prefixes of the project (tm:, person:, company:, move: and so on) need no declaration. With
    -f json the answer has the form of the W3C's SPARQL results.
    """
    from ..table import from_answer

    text = _text(query)
    asked = options.engine(data, endpoint, timeout, for_reports=False)
    table = from_answer(asked.query(text))
    options.pass_on_notes(asked)
    emit(writer(format, for_query=True)(table), output)
