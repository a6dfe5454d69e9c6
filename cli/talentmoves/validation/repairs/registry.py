"""Which repair belongs to which rule."""

from __future__ import annotations

import re
from collections.abc import Callable

from pyoxigraph import Store

from ...vocabulary import PREFIXES
from ..rules.rule import Rule
from . import addresses, choices, dates, languages, literals, missing, references, removing, spelling, support
from .problem import Locate, Memory, Problem, Repair, Violation

#: What may look like a name with a prefix, and is none.
_NO_NAMES = re.compile(r'"[^"]*"|<[^>]*>|#[^\n]*')
_PREFIX = re.compile(r"(?<![\w:])([A-Za-z]\w*):[\w-]+")
Mend = Callable[[Problem], Repair | None]

_REFERENCES = (
    *("TM022", "TM025", "TM026", "TM030", "TM033", "TM039", "TM040", "TM042", "TM043"),
    *("TM046", "TM049", "TM053", "TM054", "TM068", "TM071", "TM077", "TM078", "TM097"),
)
#: The repairs of each rule, tried in their order; the first that knows something is taken.
REPAIRS: dict[str, tuple[Mend, ...]] = {
    "TM001": (spelling.property_name, removing.line),
    "TM002": (addresses.rename,),
    "TM003": (spelling.one_kind,),
    "TM004": (spelling.kind,),
    "TM006": (languages.too_many,),
    "TM007": (literals.language,),
    "TM008": (literals.language_tag,),
    "TM010": (removing.optional_line,),
    "TM011": (literals.plain_text,),
    "TM013": (dates.mend,),
    "TM016": (dates.mend,),
    "TM017": (literals.wikidata,),
    "TM023": (removing.whole,),
    "TM027": (removing.whole,),
    "TM032": (removing.whole,),
    "TM041": (literals.truth,),
    "TM048": (removing.whole,),
    "TM056": (removing.line,),
    "TM059": (literals.whole_number,),
    "TM063": (literals.decimal_number,),
    "TM064": (literals.share_of_one,),
    "TM079": (literals.whole_number,),
    "TM080": (removing.line,),
    "TM081": (removing.line,),
    "TM086": (missing.reason,),
    "TM087": (literals.whole_number,),
    "TM090": (literals.web_address,),
    "TM094": (literals.language_code,),
    "TM102": (dates.exchange,),
    "TM111": (choices.hire,),
    "TM112": (choices.internal,),
    "TM113": (choices.hire,),
    "TM116": (removing.larger,),
    "TM120": (missing.claim,),
    "TM121": (support.mend,),
    "TM122": (support.mend,),
    "TM124": (removing.earlier,),
    "TM125": (removing.line,),
    "TM126": (removing.line,),
    "TM140": (literals.visible_text,),
    **dict.fromkeys(missing.RULES, (missing.statement,)),
    **dict.fromkeys(languages.RULES, (languages.missed, missing.statement)),
    **dict.fromkeys(("TM021", "TM037", "TM038", "TM052", "TM074", "TM085", "TM096"), (choices.mend,)),
    **dict.fromkeys(_REFERENCES, (references.mend,)),
}


def repair(rule: Rule, result: Violation, store: Store, locate: Locate, language: str, memory: Memory | None = None) -> Repair:
    """Return how to mend what was found: the rule's own words, or more exactly where the data tell more.

    :param store: with the curated, the derived and the ontology graph
    :param locate: tells where a statement stands
    :param language: ``en`` or ``zh``
    :param memory: an empty dictionary that all findings of one run share, so that names are collected once
    """
    problem = Problem(rule, result, store, locate, language, {} if memory is None else memory)
    for mend in REPAIRS.get(rule.code, ()):
        found = mend(problem)
        if found is not None:
            return found._replace(block=_with_prefixes(found.block, problem)) if found.block else found
    return Repair(rule.repair[language])


def _with_prefixes(block: str, problem: Problem) -> str:
    """Return a block that can be pasted as it is: with what it takes of prefixes that its file does not declare."""
    file = problem.file()
    if file is None:
        return block
    declared = problem.writer_of(file)
    used = _PREFIX.findall(_NO_NAMES.sub("", block))
    missing = [prefix for prefix in dict.fromkeys(used) if prefix in PREFIXES and not declared.knows(prefix)]
    if not missing:
        return block
    if block[:1].isspace():  # inside an entry, where no prefix can be declared
        return "\n".join(_in_full(line, missing) for line in block.split("\n"))
    return "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in missing) + "\n" + block


def _in_full(line: str, prefixes: list[str]) -> str:
    statement, mark, comment = line.partition("  #")
    for prefix in prefixes:
        statement = re.sub(rf"(?<![\w:<]){prefix}:([\w-]+)", rf"<{PREFIXES[prefix]}\1>", statement)
    return statement + mark + comment
