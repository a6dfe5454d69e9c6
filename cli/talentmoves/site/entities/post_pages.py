"""The pages of roles and of products."""

from __future__ import annotations

from collections.abc import Mapping

from ...formats.cells import visible
from . import claims
from .moves import Move
from .pages import Pages
from .references import References


def write(pages: Pages, moves: Mapping[str, Move]) -> None:
    """Write the page of every role and of every product."""
    for iri in pages.of("Role"):
        _role(pages, iri, moves)
    for iri in pages.of("Product"):
        _product(pages, iri)


def _role(pages: Pages, iri: str, moves: Mapping[str, Move]) -> None:
    knowledge = pages.knowledge
    one = knowledge.one
    taken, given = (sorted((moves[move] for move in knowledge.to(iri, side) if move in moves), key=lambda move: move.order) for side in _SIDES)
    naming = sorted({thing for side in _SIDES for thing in knowledge.to(iri, side) if knowledge.kind(thing) == "Claim"})
    through = {claim for move in (*taken, *given) for claim in move.claims}
    own = claims.about(knowledge, iri)
    references = References()
    sources = [claims.source(knowledge, claim) for claim in (*own, *naming)]

    def giving(predicate: str, value: str) -> list[str]:
        return claims.giving(knowledge, (*own, *naming), predicate, value)

    for reader in pages.readers:
        counts = (reader.count("ent_taken", len(taken)), reader.count("ent_given", len(given)))
        pages.write(
            reader,
            "role",
            iri,
            references,
            f"{reader.plain[iri]}{reader.texts['ent_colon']}{reader.texts['ent_comma'].join(counts)}",
            other_titles=reader.other_titles(iri),
            employer=one(iri, "tm:roleAt"),
            function=one(iri, "tm:roleFunction"),
            seniority=one(iri, "tm:seniority"),
            products=knowledge.all(iri, "tm:worksOn"),
            bosses=knowledge.all(iri, "tm:reportsTo"),
            grade=visible(one(iri, "tm:grade")),
            part_time=one(iri, "tm:partTime") == "true",
            notes=reader.notes(iri),
            taken=taken,
            given=given,
            # A title that one source gives while the move itself has another.
            only_claimed=[claim for claim in naming if claim not in through],
            own=own,
            sources=sources,
            giving=giving,
            compared=claims.compare(knowledge, iri, own),
        )


_SIDES = ("tm:toRole", "tm:fromRole")


def _product(pages: Pages, iri: str) -> None:
    knowledge = pages.knowledge
    own = claims.about(knowledge, iri)
    makers = knowledge.all(iri, "tm:madeBy")
    leaders = list(dict.fromkeys(leader for claim in own for leader in knowledge.all(claim, "tm:ledBy")))
    references = References()

    def giving(predicate: str, value: str) -> list[str]:
        return claims.giving(knowledge, own, predicate, value)

    for reader in pages.readers:
        made = reader.texts["ent_comma"].join(reader.plain[maker] for maker in makers)
        pages.write(
            reader,
            "product",
            iri,
            references,
            f"{reader.plain[iri]}{reader.texts['ent_colon']}{reader.label['tm:madeBy'].striptags()} {made}",
            others=reader.other_names(iri),
            makers=makers,
            leaders=leaders,
            giving=giving,
            roles=sorted(role for role in set(knowledge.to(iri, "tm:worksOn")) if knowledge.kind(role) == "Role"),
            notes=reader.notes(iri),
            own=own,
            compared=claims.compare(knowledge, iri, own),
        )
