"""A page for every rule, and one that lists them."""

from __future__ import annotations

from ...validation.findings import Level
from ...validation.levels import LEVELS
from ...validation.rules.all_rules import BY_CODE
from ...validation.rules.catalogue import catalogue
from ...validation.rules.explanation import HEADINGS, all_groups, explanation
from ...validation.rules.rule import Rule
from .. import addresses
from ..knowledge import Knowledge
from ..rendering import Site
from . import shapes
from .highlighting import Link, links, marked

#: The classes of the badges, by level.
BADGES = {Level.ERROR: "bad", Level.WARNING: "warn", Level.INFO: "quiet"}


def write(site: Site, knowledge: Knowledge) -> None:
    """Write the pages of the rules, and the shapes of each as Turtle."""
    link = links(knowledge, addresses.up("rule/index.html"))
    for rule in (*catalogue().values(), *(one.rule for one in BY_CODE.values())):
        _write_rule(site, rule, link)
    for language in addresses.LANGUAGES:
        groups = [(group, rules) for group, rules in all_groups(language)]
        site.page("reference/rules.html", "rule/index.html", language, groups=groups, levels=LEVELS[language], badges=BADGES)


def _write_rule(site: Site, rule: Rule, link: Link) -> None:
    shape = shapes.text(rule)
    if shape:
        site.staging.write(f"rule/{rule.code}.ttl", shapes.turtle(rule))
    marked_shape = marked(shape, link)
    for language in addresses.LANGUAGES:
        told = explanation(rule, language)
        example = told.example
        site.page(
            "reference/rule.html",
            f"rule/{rule.code}.html",
            language,
            words=HEADINGS[language],
            told=told,
            rule=rule,
            badge=BADGES[rule.level],
            wrong=marked(example.wrong, link) if example else "",
            right=marked(example.right, link) if example else "",
            concerns=[marked(line, link) for line in told.concerns],
            shape=marked_shape,
        )
