"""What explains the data: the ontology reference, the pages of the rules, the policy, and the page for what is not there."""

from __future__ import annotations

from ..knowledge import Knowledge
from ..rendering import Site
from . import ontology, rules, texts


def write(site: Site, knowledge: Knowledge) -> None:
    """Write the pages, in both languages."""
    ontology.write(site, knowledge)
    rules.write(site, knowledge)
    texts.write(site)
