"""Put Turtle into the one layout of curated data: same triples, same comments, one text."""

from __future__ import annotations

from collections import Counter
from difflib import unified_diff
from pathlib import Path

from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from ..dataset.unreadable import not_utf8, not_well_formed, unreadable
from ..errors import InputError
from ..places import display
from ..turtle.errors import TurtleError
from ..turtle.lines import Lines
from ..vocabulary import BASE
from . import parsing, tidying
from .writing import write


def formatted(text: str) -> str:
    r"""Return a Turtle text in the one layout. Once laid out, a text stays as it is.

    >>> print(formatted("@prefix p: <https://w3id.org/talent-moves/person/> . p:ada <http://www.w3.org/2000/01/rdf-schema#label> 'Ada'@EN ."))
    @prefix person: <https://w3id.org/talent-moves/person/> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    <BLANKLINE>
    person:ada
      rdfs:label "Ada"@en .
    <BLANKLINE>

    :raises TurtleError: if the text is not Turtle 1.1, or nested deeper than the layout goes
    """
    return write(tidying.tidy(parsing.parse(text)))


def read(file: Path) -> str:
    """Return the text of a Turtle file.

    :raises InputError: if it cannot be read, is not UTF-8, or is not well-formed
    """
    if file.suffix != ".ttl":
        raise InputError(f"{display(file)}: not a Turtle file.", "Only Turtle (*.ttl) has a layout here; name such a file or a folder.")
    try:
        text = file.read_bytes().decode("utf-8")
        _quads(text)
    except UnicodeDecodeError:
        raise not_utf8(file) from None
    except SyntaxError as error:
        raise not_well_formed(file, error) from None
    except (OSError, ValueError) as error:
        raise unreadable(file, error) from None
    return text


def decoded(content: bytes) -> str:
    """Return the text of standard input.

    :raises InputError: if it is not UTF-8, or not well-formed Turtle
    """
    hint = "Nothing was laid out; pipe in Turtle 1.1 in UTF-8."
    try:
        text = content.decode("utf-8")
        _quads(text)
    except UnicodeDecodeError:
        raise InputError("standard input: not UTF-8.", hint) from None
    except SyntaxError as error:
        raise InputError(f"standard input:{error.lineno or 1}:{error.offset or 1}: not well-formed: {error.msg}.", hint) from None
    return text


def of_file(file: Path, text: str) -> str:
    """Return the text of a file in the one layout, checked to say the same.

    :raises InputError: if the text has what the layout does not go for
    """
    try:
        new = formatted(text)
    except TurtleError as error:
        line, column = Lines(text).position(error.offset)
        raise InputError(f"{display(file)}:{line}:{column}: {error.message}.", "This file was left as it is; write it in plain Turtle 1.1.") from None
    if not same_triples(text, new) or _comments(text) != _comments(new) or formatted(new) != new:
        raise InputError(
            f"{display(file)}: would not say the same in the one layout.", "This file was left as it is. Please report this as a defect."
        )
    return new


def same_triples(one: str, other: str) -> bool:
    """Tell whether two texts say the same; the names of blank nodes do not matter.

    https://www.w3.org/TR/rdf-canon/
    """
    if one == other:
        return True
    first, second = _quads(one), _quads(other)
    if "_:" in one or "[" in one or "(" in one:
        for each in (first, second):
            each.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return first == second


def _quads(text: str) -> Dataset:
    return Dataset(parse(text, format=RdfFormat.TURTLE, base_iri=BASE))


def _comments(text: str) -> Counter[str]:
    return tidying.comments(parsing.parse(text))


def difference(old: str, new: str, name: str) -> str:
    """Return what differs between two texts of a file as a unified diff."""
    return "".join(unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), name, name))
