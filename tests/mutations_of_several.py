"""Ways to break what several entities of the curated data say together, each of which breaks one rule and no other."""

from __future__ import annotations

from tests.breaking import (
    ABOUT_COMPANY,
    CLAIM,
    COMPANY,
    FACTS,
    GROUP,
    MONTH,
    MOVE,
    PERSON,
    PRODUCT,
    ROLE,
    SOURCE,
    SPEAKER,
    TIMES,
    YEAR,
    Change,
    Mutation,
    about,
    add,
    both,
    both_ends,
    day,
    founded,
    full_time,
    has,
    lacks,
    new_move,
    only,
    only_move,
    original,
    supported,
    used_elsewhere,
    write,
)
from tests.turtle_blocks import Block, Spot, Text

_COMPANY_FACTS_ONLY = both(about(COMPANY, ROLE, PRODUCT), lacks("tm:founded", "tm:acquired", *TIMES))


def _left_later(move: Block, text: Text) -> Spot:
    supported(move, text, move.write("tm:left", f'"2026-10"^^{MONTH}'), left=f'"2026-10"^^{MONTH}')
    return move.at("tm:joined", move.value("tm:joined"))


def _joined_long_ago(move: Block, text: Text) -> Spot:
    return supported(move, text, move.write("tm:joined", f'"1931"^^{YEAR}'), joined=f'"1931"^^{YEAR}')


def _left_long_ago(move: Block, text: Text) -> Spot:
    return supported(move, text, move.write("tm:left", f'"1931"^^{YEAR}'), left=f'"1931"^^{YEAR}')


def _without_origin(move: Block, text: Text) -> Spot:
    move.write("tm:moveKind", "tm:founding")
    move.delete("tm:fromCompany")
    return move.at("tm:left", move.value("tm:left"))


def _part_of_its_unit(company: Block, text: Text) -> list[Spot]:
    unit = text.naming("tm:partOf", company.name)[0]
    company.add("dcterms:source", unit.values("dcterms:source")[0])
    return [company.add("tm:partOf", unit.name), unit.at("tm:partOf", company.name)]


def _same_company(move: Block, text: Text) -> Spot:
    move.write("tm:moveKind", "tm:internal")
    company = move.value("tm:fromCompany")
    return supported(move, text, move.write("tm:toCompany", company), toCompany=company)


def _elsewhere(move: Block, text: Text) -> Spot:
    return supported(move, text, move.write("tm:toCompany", "company:alphabet"), toCompany="company:alphabet")


def _fewer_than_named(group: Block, text: Text) -> Spot:
    group.delete("tm:minSize")
    spot = group.write("tm:maxSize", "2") if group.has("tm:maxSize") else group.add("tm:maxSize", "2")
    return supported(group, text, spot, maxSize="2")


def _two_posts(move: Block, text: Text) -> Spot:
    person = move.value("tm:person")
    name = person.partition(":")[2]
    # Of which no founding date is known, so that nothing else is wrong.
    first, last = [company.name for company in text.of(COMPANY) if company.lacks("tm:founded", "tm:partOf", "tm:acquired")][:2]
    new_move(person, move, text, f"{name}-one", toCompany=first, moveKind="tm:hire", joined=f'"1988-03"^^{MONTH}')
    second = new_move(person, move, text, f"{name}-two", toCompany=last, moveKind="tm:hire", joined=f'"1989-06"^^{MONTH}')
    new_move(person, move, text, f"{name}-three", fromCompany=first, moveKind="tm:departure", left=f'"1991-07"^^{MONTH}')
    new_move(person, move, text, f"{name}-four", fromCompany=last, moveKind="tm:departure", left=f'"1992-01"^^{MONTH}')
    return second.at("tm:joined", f'"1989-06"^^{MONTH}')


def _later_announced(move: Block, text: Text) -> Spot:
    return supported(move, text, move.write("tm:announced", day("2026-11-22")), announced=day("2026-11-22"))


def _published(move: Block, text: Text) -> bool:
    claims = [claim for claim in text.naming("tm:about", move.name) if claim.has("tm:toCompany")]
    return any(text.blocks[claim.value("tm:source")].has("tm:published") for claim in claims)


def _from_a_copy(claim: Block, text: Text) -> Spot:
    copies = [source for source in text.of(SOURCE) if source.value("tm:sourceTier") == "tm:repetition" and source.value("dcterms:language") == '"en"']
    claim.write("tm:source", copies[0].name)
    return text.blocks[claim.value("tm:about")].start


def _only_claim_of_an_original(claim: Block, text: Text) -> bool:
    move = text.blocks.get(claim.value("tm:about"))
    if move is None or move.kind != MOVE or move.has("tm:announced") or len(text.naming("tm:about", move.name)) != 1:
        return False
    return text.blocks[claim.value("tm:source")].value("tm:sourceTier") != "tm:repetition" and used_elsewhere("tm:source", 1)(claim, text)


def _circle_of_copies(source: Block, text: Text) -> list[Spot]:
    original = text.blocks[source.value("tm:derivesFrom")]
    original.delete("tm:published")
    return [original.add("tm:derivesFrom", source.name), source.at("tm:derivesFrom", original.name)]


def _original_without_copies_dates(source: Block, text: Text) -> bool:
    original = text.blocks.get(source.value("tm:derivesFrom"))
    return original is not None and original.lacks("tm:derivesFrom") and len(text.naming("tm:derivesFrom", original.name)) == 1


def _original_is_newer(source: Block, text: Text) -> Spot:
    text.blocks[source.value("tm:derivesFrom")].write("tm:published", day("2026-11-22"))
    return source.at("tm:published", source.value("tm:published"))


def _dated_pair(source: Block, text: Text) -> bool:
    return (
        source.has("tm:published")
        and _original_without_copies_dates(source, text)
        and text.blocks[source.value("tm:derivesFrom")].has("tm:published")
    )


def _entered_twice(move: Block, text: Text) -> Spot:
    name = f"{move.name}-ii"
    for claim in text.naming("tm:about", move.name):
        again = claim.copy(f"{claim.name}-ii")
        again.write("tm:about", name)
        if again.lacks("tm:locator"):
            again.add("tm:locator", '"paragraph 2"')
    return move.copy(name).start


def _leaves_twice(move: Block, text: Text) -> Spot:
    name = move.name.partition(":")[2] + "-ii"
    left = move.value("tm:left")
    return new_move(move.value("tm:person"), move, text, name, fromCompany=move.value("tm:fromCompany"), moveKind="tm:departure", left=left).start


def _same(property: str, kind: str) -> Change:
    """Give the entity what another one has whose name comes before; the later one of the two is told."""

    def change(block: Block, text: Text) -> Spot:
        first = min((other for other in text.of(kind) if other.has(property)), key=lambda other: other.name)
        assert first.name < block.name
        return block.write(property, first.values(property)[0])

    return change


def _same_match(block: Block, text: Text) -> Spot:
    first = min((other for other in text.of(block.kind) if other.lacks("skos:exactMatch")), key=lambda other: other.name)
    assert first.name < block.name
    first.add("skos:exactMatch", "<http://www.wikidata.org/entity/Q99999999>")
    return block.add("skos:exactMatch", "<http://www.wikidata.org/entity/Q99999999>")


def _spare(name: str, *unlike: str) -> Change:
    """Add an entity that nothing uses."""

    def change(block: Block, text: Text) -> Spot:
        spare = block.copy(f"{block.name}-{name}")
        spare.delete(*unlike)
        if spare.has("rdfs:label"):
            spare.write("rdfs:label", '"Spare Example"@en, "备用"@zh')
        return spare.start

    return change


def _chinese_name(move: Block, text: Text) -> bool:
    return any(label.endswith("@zh") for label in text.blocks[move.value("tm:person")].values("rdfs:label")) and _first_is_original(move, text)


def _first_is_original(move: Block, text: Text) -> bool:
    return text.blocks[text.naming("tm:about", move.name)[0].value("tm:source")].value("tm:sourceTier") != "tm:repetition"


#: What several entities say together.
OF_SEVERAL: list[Mutation] = [
    Mutation("TM101", MOVE, _left_later, both(only_move, full_time, has("tm:left", "tm:joined"), lacks("tm:announced"))),
    Mutation(
        "TM103",
        MOVE,
        lambda move, text: (_joined_long_ago(move, text), move.at("tm:announced", move.value("tm:announced")))[1],
        both(lacks("tm:left", "tm:partOfGroup"), has("tm:joined", "tm:announced"), lambda move, text: not founded("tm:toCompany")(move, text)),
    ),
    Mutation("TM104", MOVE, _joined_long_ago, both(only_move, has("tm:joined"), lacks("tm:left", "tm:announced"), founded("tm:toCompany"))),
    Mutation("TM105", MOVE, _left_long_ago, both(only_move, has("tm:left"), founded("tm:fromCompany"))),
    Mutation("TM106", COMPANY, write("tm:acquired", f'"1931"^^{YEAR}'), has("tm:acquired", "tm:founded")),
    Mutation("TM107", MOVE, _without_origin, both(both_ends, has("tm:left"), lacks("tm:fromRole"))),
    Mutation(
        "TM108",
        COMPANY,
        _part_of_its_unit,
        lambda company, text: company.lacks("tm:partOf", "dcterms:source") and bool(text.naming("tm:partOf", company.name)),
    ),
    Mutation(
        "TM109",
        COMPANY,
        lambda company, text: company.write("tm:acquiredBy", company.name),
        both(has("tm:acquiredBy"), used_elsewhere("tm:acquiredBy")),
    ),
    Mutation("TM110", MOVE, _same_company, both(both_ends, lacks("tm:fromRole", "tm:toRole", "tm:partOfGroup"))),
    Mutation("TM111", MOVE, write("tm:moveKind", "tm:internal"), both(both_ends, only("tm:moveKind", "tm:hire"))),
    Mutation("TM112", MOVE, write("tm:moveKind", "tm:hire"), both(both_ends, only("tm:moveKind", "tm:internal"))),
    Mutation(
        "TM113",
        MOVE,
        lambda move, text: (move.write("tm:moveKind", "tm:departure"), move.at("tm:toCompany", move.value("tm:toCompany")))[1],
        both(both_ends, only("tm:moveKind", "tm:hire")),
    ),
    Mutation("TM114", MOVE, lambda move, text: (move.write("tm:moveKind", "tm:acquiHire"), move.start)[1], lacks("tm:fromCompany")),
    Mutation("TM114", MOVE, lambda move, text: (move.write("tm:moveKind", "tm:hire"), move.start)[1], lacks("tm:toCompany")),
    Mutation("TM114", MOVE, lambda move, text: (move.write("tm:moveKind", "tm:internal"), move.start)[1], lacks("tm:toCompany")),
    Mutation("TM115", MOVE, _elsewhere, both(has("tm:partOfGroup", "tm:toCompany"), lacks("tm:toRole"))),
    Mutation("TM116", GROUP, _fewer_than_named, lambda group, text: len(text.naming("tm:partOfGroup", group.name)) > 2),
    Mutation(
        "TM117",
        CLAIM,
        add("tm:toRole", "<https://w3id.org/talent-moves/role/adept-co-founder>"),
        both(about(MOVE), has("tm:toCompany"), lacks("tm:toRole"), lambda claim, text: claim.value("tm:toCompany") != "company:adept"),
    ),
    Mutation(
        "TM118",
        MOVE,
        lambda move, text: supported(
            move,
            text,
            move.add("tm:toRole", "<https://w3id.org/talent-moves/role/adept-co-founder>"),
            toRole="<https://w3id.org/talent-moves/role/adept-co-founder>",
        ),
        lacks("tm:toCompany"),
    ),
    Mutation("TM119", MOVE, _two_posts, both(only_move, full_time, _chinese_name)),
    Mutation(
        "TM120",
        MOVE,
        lambda move, text: (
            move.append(
                [
                    f"{move.name}-unclaimed",
                    "  a tm:Move ;",
                    f"  tm:person {move.value('tm:person')} ;",
                    f"  tm:toCompany {move.value('tm:toCompany')} ;",
                    "  tm:moveKind tm:founding .",
                ]
            ).start
        ),
        both(only_move, has("tm:toCompany")),
    ),
    Mutation("TM121", MOVE, add("tm:fromCompany", "company:amazon"), both(only("tm:moveKind", "tm:hire"), lacks("tm:fromCompany", "tm:partOfGroup"))),
    Mutation(
        "TM121",
        MOVE,
        write("tm:joined", f'"2024"^^{YEAR}'),
        lambda move, text: (
            move.value("tm:joined").startswith('"2024-')
            and not any(claim.value("tm:joined").startswith('"2024"') for claim in text.naming("tm:about", move.name))
        ),
    ),
    Mutation(
        "TM122",
        MOVE,
        lambda move, text: move.add("tm:toRole", next(role.name for role in text.of(ROLE) if role.value("tm:roleAt") == move.value("tm:toCompany"))),
        lambda move, text: (
            move.has("tm:toCompany")
            and move.lacks("tm:toRole")
            and any(role.value("tm:roleAt") == move.value("tm:toCompany") for role in text.of(ROLE))
            and not any(claim.has("tm:toRole") for claim in text.naming("tm:about", move.name))
        ),
    ),
    Mutation(
        "TM123",
        CLAIM,
        write("tm:checked", day("1999-01-01")),
        both(_COMPANY_FACTS_ONLY, lambda claim, text: text.blocks[claim.value("tm:source")].has("tm:published")),
    ),
    Mutation(
        "TM124",
        MOVE,
        _later_announced,
        both(only_move, has("tm:announced", "tm:toCompany"), lacks("tm:joined", "tm:left"), _published),
    ),
    Mutation("TM125", CLAIM, add("tm:founded", f'"2010"^^{YEAR}'), about(ROLE)),
    Mutation("TM125", CLAIM, add("tm:joined", f'"2010"^^{YEAR}'), ABOUT_COMPANY),
    Mutation("TM125", CLAIM, add("tm:title", '"Example"@en'), ABOUT_COMPANY),
    Mutation("TM125", CLAIM, add("tm:madeBy", "company:amazon"), about(MOVE)),
    Mutation("TM127", CLAIM, _from_a_copy, _only_claim_of_an_original),
    Mutation("TM128", SOURCE, _circle_of_copies, _original_without_copies_dates),
    Mutation("TM128", SOURCE, lambda source, text: source.add("tm:derivesFrom", source.name), lacks("tm:derivesFrom")),
    Mutation("TM129", SOURCE, _original_is_newer, _dated_pair),
    Mutation(
        "TM130",
        MOVE,
        _entered_twice,
        both(both_ends, has("tm:joined"), lacks("tm:left", "tm:partOfGroup"), original),
    ),
    Mutation("TM131", MOVE, _leaves_twice, both(only_move, both_ends, has("tm:left"), _first_is_original)),
    Mutation("TM132", SOURCE, _same("tm:url", SOURCE), has("tm:url")),
    Mutation("TM133", PERSON, _same_match, lacks("skos:exactMatch")),
    Mutation("TM133", PRODUCT, _same_match, lacks("skos:exactMatch")),
    Mutation("TM134", PERSON, _same("rdfs:label", PERSON), lambda block, text: len(block.values("rdfs:label")) == 1),
    Mutation("TM134", COMPANY, _same("rdfs:label", COMPANY)),
    Mutation(
        "TM135",
        SOURCE,
        _spare("spare"),
        both(lacks("tm:url"), has("skos:editorialNote"), lambda source, text: source.value("tm:sourceTier") != "tm:repetition"),
    ),
    Mutation("TM136", PERSON, _spare("spare", "skos:exactMatch")),
    Mutation(
        "TM137",
        COMPANY,
        _spare("spare", "skos:exactMatch"),
        lacks("skos:exactMatch", *FACTS),
    ),
    Mutation("TM137", ROLE, _spare("spare")),
    Mutation("TM137", PRODUCT, _spare("spare", "skos:exactMatch")),
    Mutation("TM137", SPEAKER, _spare("spare")),
]
