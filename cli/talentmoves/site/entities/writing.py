"""Write the pages of all entities, and the lists that lead to them."""

from __future__ import annotations

from ..knowledge import Knowledge
from ..rendering import Site
from . import companies, company_pages, document_pages, lists, move_pages, person_pages, persons, post_pages
from .moves import Move
from .pages import Pages


def write(site: Site, knowledge: Knowledge) -> None:
    """Write the pages of all people, companies, moves, claims, sources, roles and products, in both languages.

    :param site: where they go
    """
    pages = Pages(site, knowledge)
    moves = {iri: Move(knowledge, iri) for iri in pages.of("Move", "GroupMove")}
    people = {iri: persons.gather(knowledge, iri, moves) for iri in pages.of("Person")}
    organisations = {iri: companies.gather(knowledge, iri, moves, people) for iri in pages.of("Company")}
    person_pages.write(pages, people)
    company_pages.write(pages, organisations)
    move_pages.write(pages, moves)
    document_pages.write(pages)
    post_pages.write(pages, moves)
    lists.write(pages, moves, people, organisations)
