"""What mutations of the curated data are made of: where they can be made, and how the text changes.

A mutation says which rule it breaks, which entities it can be made in, and how the text changes; what changes
it returns where the finding is expected. :mod:`tests.test_mutations` makes them and looks at what is found.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.turtle_blocks import Block, Spot, Text

PERSON, COMPANY, ROLE, PRODUCT, SPEAKER = "tm:Person", "tm:Company", "tm:Role", "tm:Product", "tm:UnnamedSpeaker"
SOURCE, CLAIM, THESIS, MOVE, GROUP = "tm:Source", "tm:Claim", "tm:Thesis", "tm:Move", "tm:GroupMove"
DATE = "<http://www.w3.org/2001/XMLSchema#date>"
YEAR = "<http://www.w3.org/2001/XMLSchema#gYear>"
MONTH = "<http://www.w3.org/2001/XMLSchema#gYearMonth>"
EDTF = "<http://id.loc.gov/datatypes/edtf/EDTF>"
WIKIDATA = "<http://www.wikidata.org/entity/Q99999990"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
COMPANY_ = "<https://w3id.org/talent-moves/company/"
ROLE_ = "<https://w3id.org/talent-moves/role/"
REPORT = "<https://w3id.org/talent-moves/report/"
TIMES = ("tm:left", "tm:joined", "tm:announced")
FACTS = ("tm:founded", "tm:founder", "tm:partOf", "tm:acquiredBy", "tm:acquired")

Fits = Callable[[Block, Text], bool]
#: What breaks the block, and where findings are expected; more than one where a link has two ends.
Change = Callable[[Block, Text], Spot | list[Spot]]


class Mutation(NamedTuple):
    """One way to break the data."""

    code: str
    kind: str
    change: Change
    fits: Fits = lambda block, text: True


def day(value: str) -> str:
    """A date as it is written in a file without the prefix."""
    return f'"{value}"^^{DATE}'


def has(*properties: str) -> Fits:
    return lambda block, text: block.has(*properties)


def lacks(*properties: str) -> Fits:
    return lambda block, text: block.lacks(*properties)


def both(*all_of: Fits) -> Fits:
    return lambda block, text: all(fits(block, text) for fits in all_of)


def only(property: str, value: str) -> Fits:
    return lambda block, text: block.values(property) == [value]


def used_elsewhere(property: str, least: int = 4) -> Fits:
    """Whether others use the value too, so that it does not become unused."""
    return lambda block, text: all(text.mentions(value) > least for value in block.values(property))


def original(move: Block, text: Text) -> bool:
    """Whether a claim about the move has a source that does not repeat another one."""
    return any(text.blocks[claim.value("tm:source")].value("tm:sourceTier") != "tm:repetition" for claim in text.naming("tm:about", move.name))


def about(*kinds: str) -> Fits:
    def fits(block: Block, text: Text) -> bool:
        about = text.blocks.get(block.value("tm:about"))
        return about is not None and about.kind in kinds

    return fits


def only_move(block: Block, text: Text) -> bool:
    """Whether nothing else is known of the person, so that times cannot collide with another move."""
    person = block.value("tm:person")
    return bool(person) and len(text.naming("tm:person", person)) == 1 and block.lacks("tm:partOfGroup")


def both_ends(block: Block, text: Text) -> bool:
    return block.has("tm:fromCompany", "tm:toCompany")


def full_time(block: Block, text: Text) -> bool:
    roles = block.values("tm:fromRole") + block.values("tm:toRole")
    return not any(text.blocks[role].has("tm:partTime") for role in roles)


def founded(property: str) -> Fits:
    return lambda block, text: any(text.blocks[company].has("tm:founded") for company in block.values(property))


def supported(move: Block, text: Text, spot: Spot, **values: str) -> Spot:
    """Add a claim that says what the move now says."""
    source = text.naming("tm:about", move.name)[0].value("tm:source")
    name = move.name.partition(":")[2]
    move.append(
        [
            f"claim:{name}-mutation",
            "  a tm:Claim ;",
            f"  tm:about {move.name} ;",
            f"  tm:source {source} ;",
            "  tm:stance tm:reports ;",
            '  tm:says "The report tells of this move."@en ;',
            '  tm:locator "paragraph 2" ;',
            *(f"  tm:{property} {value} ;" for property, value in values.items()),
            f"  tm:checked {day('2026-11-23')} .",
        ]
    )
    return spot


def new_move(person: str, after: Block, text: Text, name: str, **values: str) -> Block:
    """Add a move of the same person, with a claim of the same source."""
    move = after.append([f"move:{name}", "  a tm:Move ;", f"  tm:person {person} ;", *(f"  tm:{key} {value} ;" for key, value in values.items())])
    move.lines[-1].text = move.lines[-1].text[:-1] + "."
    source = text.naming("tm:about", after.name)[0].value("tm:source")
    facts = [f"  tm:{key} {value} ;" for key, value in values.items() if key != "moveKind"]
    head = [f"claim:{name}-mutation", "  a tm:Claim ;", f"  tm:about move:{name} ;", f"  tm:source {source} ;", "  tm:stance tm:reports ;"]
    said = ['  tm:says "The report tells of this move."@en ;', '  tm:locator "paragraph 2" ;', *facts, f"  tm:checked {day('2026-11-23')} ."]
    after.append(head + said)
    return move


def write(property: str, value: str) -> Change:
    return lambda block, text: block.write(property, value)


def also(property: str, value: str) -> Change:
    return lambda block, text: block.also(property, value)


def twice(property: str, value: str) -> Change:
    return lambda block, text: block.twice(property, value)


def add(property: str, value: str) -> Change:
    return lambda block, text: block.add(property, value)


def unwanted(property: str, value: str) -> Change:
    """Add a property that is not allowed; the finding is expected at the property."""
    return lambda block, text: block.add(property, value)._replace(word=property)


def too_many(property: str, *values: str) -> Change:
    return lambda block, text: block.add(property, ", ".join(values))._replace(word=property)


def delete(property: str) -> Change:
    return lambda block, text: block.delete(property)


def named(property: str, *values: str) -> Change:
    """Leave a text in other languages only; the finding is expected at the property."""
    return lambda block, text: block.write(property, ", ".join(values))._replace(word=property)


ABOUT_MOVE = about(MOVE, GROUP)
ABOUT_OTHER = about(COMPANY, ROLE, PRODUCT, PERSON)
ABOUT_COMPANY = about(COMPANY)
LOCATED = has("tm:locator")
