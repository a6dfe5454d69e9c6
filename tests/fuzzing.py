"""Hostile data: Turtle that is damaged, odd or larger than anything a contributor means to write."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.conftest import CASES

PREFIXES = "".join(
    f"@prefix {name}: <https://w3id.org/talent-moves/{name}/> .\n" for name in ("claim", "company", "move", "person", "product", "role", "source")
) + (
    "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix tm: <https://w3id.org/talent-moves/ns#> .\n"
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
)
SEED = (CASES / "TM060-one-size" / "good.ttl").read_bytes()
_EDTF = "<http://id.loc.gov/datatypes/edtf/EDTF>"

#: Each is one file's whole content.
ENCODINGS: dict[str, bytes] = {
    "UTF-16 with a mark": SEED.decode().encode("utf-16"),
    "UTF-16 without a mark": SEED.decode().encode("utf-16-le"),
    "Latin-1": SEED.replace(b"Ada Example", "Adä Exämple".encode("latin-1")),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + SEED,
    "NUL": SEED.replace(b"Ada", b"A\0da"),
    "surrogates": SEED.replace(b"Ada", b"\xed\xa0\x80"),
    "escaped surrogate": SEED.replace(b"Ada", b"\\uD800"),
    "carriage returns": SEED.replace(b"\n", b"\r"),
    "empty": b"",
    "blank": b" \n\t\r\n",
    "comment": b"# nothing",
    "prefix not declared": b"no:one no:where no:what .",
    "relative addresses": b"<a> a <b> ; <> <../../etc/passwd> . <#x> a <?q> .",
    "odd addresses": (PREFIXES + "<http://e/%zz> a tm:Person .").encode(),
    "odd characters": (
        PREFIXES + '<https://w3id.org/talent-moves/person/\U0001f600\u202e> a tm:Person ; rdfs:label "\u202e\U0001f600"@en .'
    ).encode(),
    "escapes in an address": (PREFIXES + "<http://e/\\u0020\\u003e> a tm:Person .").encode(),
    "quoted triples": (PREFIXES + "<< person:a a tm:Person >> tm:says <<( person:a a tm:Person )>> .").encode(),
}

#: Well-formed Turtle that says what nobody expects.
ODD: dict[str, str] = {
    "blank nodes": """
        [] a tm:Person ; rdfs:label [] . _:x a tm:Move ; tm:person _:x ; tm:toCompany _:y ; tm:joined [] .
        _:y a tm:Company ; tm:partOf _:y ; tm:founded [ a tm:Claim ; tm:about [] ] .
        [ a tm:Claim ] tm:about _:x ; tm:source [ a tm:Source ; tm:derivesFrom _:z ] . _:z a tm:Source ; tm:derivesFrom _:z .""",
    "collections": "person:p a tm:Person ; rdfs:label ( 1 ( 2 ) () ) . ( 1 ) tm:about ( ) . claim:c a tm:Claim ; tm:says ( ( ) ) .",
    "dates": f"""
        move:m a tm:Move ; tm:joined "0001-01-01"^^xsd:date, "-9999999999999-01-01"^^xsd:date, "2024-13"^^xsd:gYearMonth,
        "0000"^^xsd:gYear ;
        tm:left "9999-12-31/0001-01-01"^^{_EDTF}, "/"^^{_EDTF}, "2024/"^^{_EDTF} ;
        tm:announced "12024"^^xsd:gYear, "-0044"^^xsd:gYear, "2024-01-01+25:00"^^xsd:date .""",
    "numbers": 'move:g a tm:GroupMove ; tm:minSize 99999999999999999999999999 ; tm:maxSize 1.5, "x"^^xsd:integer ; tm:minShare 1e999 .',
    "classes": """
        tm:Person a tm:Person ; rdfs:subClassOf tm:Move, tm:Person . tm:Move rdfs:subClassOf tm:Person . rdfs:label rdfs:label rdfs:label .
        person:p a tm:Person, tm:Company, tm:Claim, tm:Thesis, tm:Move, tm:GroupMove, tm:Source, tm:Role, tm:Product .
        tm:about a tm:Claim ; tm:about tm:about .""",
    "literals as types": 'person:p a "Person", 1, [], ( ) . move:m a tm:Move ; tm:person "person:p" ; tm:toCompany true ; tm:moveKind "hire"@en .',
    "circles of one": "company:c a tm:Company ; tm:partOf company:c ; tm:acquiredBy company:c . source:s a tm:Source ; tm:derivesFrom source:s . "
    "claim:c a tm:Claim ; tm:about claim:c ; tm:contradicts claim:c . move:g a tm:GroupMove ; tm:partOfGroup move:g ; tm:person move:g .",
}


def _repeated(count: int, text: Callable[[int], str]) -> str:
    return PREFIXES + "".join(map(text, range(count)))


def _company(number: int, rest: str) -> str:
    return f'company:c{number} a tm:Company ; rdfs:label "C{number}"@en ; tm:companyKind tm:startUp ; {rest} dcterms:source source:s .\n'


def _source(number: int, rest: str) -> str:
    texts = 'dcterms:title "T"@en ; tm:publisherName "X"@en ; dcterms:language "en"'
    return f"source:s{number} a tm:Source ; {texts} ; tm:sourceTier tm:repetition ; {rest} .\n"


def _move(number: int) -> str:
    person = f'person:p{number} a tm:Person ; rdfs:label "P{number}"@en .\n'
    move = f"move:m{number} a tm:Move ; tm:person person:p{number} ; tm:toCompany company:c0 ; tm:moveKind tm:hire ;"
    return f'{person}{move} tm:joined "2024"^^xsd:gYear .\n'


#: What is large: how to make it, and how many seconds it may take.
HUGE: dict[str, tuple[Callable[[], str], int]] = {
    "a line of 5 MB": (lambda: PREFIXES + 'person:p a tm:Person ; rdfs:label "P"@en .' + " " * 5_000_000, 60),
    "a name of 10 MB": (lambda: PREFIXES + f'person:p a tm:Person ; rdfs:label "{"a" * 10_000_000}"@en .', 60),
    "names that patterns stumble over": (
        lambda: (
            PREFIXES
            + "".join(f'person:p{at} a tm:Person ; rdfs:label "{part * 300_000}!"@en .\n' for at, part in enumerate(("1 ", "+1-", "a@", "a.", "@a.")))
        ),
        60,
    ),
    "an address of 1 MB": (lambda: PREFIXES + f'<https://w3id.org/talent-moves/person/{"a-" * 500_000}> a tm:Person ; rdfs:label "P"@en .', 60),
    "brackets": (lambda: PREFIXES + "person:p tm:person " + "[ tm:person " * 100_000 + "1" + " ]" * 100_000 + " .\n", 60),
    "parentheses": (lambda: PREFIXES + "person:p tm:person " + "( " * 100_000 + "1" + " )" * 100_000 + " .\n", 60),
    "many findings": (lambda: _repeated(10_000, lambda at: f"person:p{at} a tm:Person .\n"), 60),
    "many statements about one": (
        lambda: PREFIXES + "person:p a tm:Person " + "".join(f"; rdfs:seeAlso <http://e/{at}> " for at in range(10_000)) + ".\n",
        60,
    ),
    "a circle of companies": (lambda: _repeated(300, lambda at: _company(at, f"tm:partOf company:c{(at + 1) % 300} ;")), 60),
    "a chain of companies": (lambda: _repeated(300, lambda at: _company(at, f"tm:partOf company:c{at + 1} ;")), 60),
    "a circle of sources": (lambda: _repeated(300, lambda at: _source(at, f"tm:derivesFrom source:s{(at + 1) % 300}")), 60),
    "one company in many moves": (lambda: _repeated(1_500, _move) + _company(0, ""), 10),
}


def damaged(cases: int, seed: int) -> Iterator[bytes]:
    """Yield files that were cut off, or in which bits, bytes or lines changed."""
    pick = random.Random(seed)
    for _ in range(cases):
        text = bytearray(SEED)
        kind = pick.randrange(5)
        for _ in range(pick.randint(1, 4)):
            at = pick.randrange(len(text))
            if kind == 0:
                text[at] ^= 1 << pick.randrange(8)
            elif kind == 1:
                text[at : at + pick.randint(0, 40)] = b""
            elif kind == 2:
                text[at:at] = pick.choice(
                    (b'"', b"'''", b"[", b"(", b"]", b")", b";", b",", b".", b"<", b">", b"\\", b"@", b"^^", b"_:b ", b"\0", b"\xff", b"# ")
                )
            elif kind == 3:
                lines = text.splitlines(keepends=True)
                lines.insert(pick.randrange(len(lines)), pick.choice(lines))
                text = bytearray(b"".join(lines))
            else:
                words = text.split(b" ")
                words[pick.randrange(len(words))] = pick.choice(words)
                text = bytearray(b" ".join(words))
        yield bytes(text[: pick.randrange(len(text))] if pick.random() < 0.2 else text)


def written(folder: Path, content: bytes | str, name: str = "hostile.ttl") -> Path:
    """A file with this content."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file
