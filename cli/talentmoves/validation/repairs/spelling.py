"""Properties and kinds that are mistyped, and kinds that are too many."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ...shacl.vocabulary import SH
from ...vocabulary import RDF_TYPE, TM
from ..privacy import private
from ..rules.shape_facts import listed
from . import statements
from .nearest import alike
from .problem import Problem, Repair
from .turtle import Writer

_KINDS = {"person": "Person", "company": "Company", "role": "Role", "product": "Product", "source": "Source", "speaker": "UnnamedSpeaker"}
_OUR_KINDS = (*_KINDS.values(), "Claim", "Thesis", "Move", "GroupMove")
_DID_YOU_MEAN = {"en": "Did you mean {names}?", "zh": "是否想写 {names}？"}
_OR = {"en": " or ", "zh": " 或 "}
_LISTED = {"en": "ontology/talent-moves.ttl lists the properties.", "zh": "属性见 ontology/talent-moves.ttl。"}
_ADD_KIND = {"en": "Add its kind right after its address.", "zh": "请在标识之后写明类别。"}
_KEEP = {"en": "Keep {kept} alone; kinds from other vocabularies are not written.", "zh": "只保留 {kept}；不写其他词表的类别。"}


def misspelt(problem: Problem) -> bool:
    """Tell whether a finding of TM001 is about a property of ours that nobody declares, and that is nothing private."""
    if not problem.path.startswith(TM) or private(problem.path.removeprefix(TM)):
        return False
    return not any(True for _ in problem.store.quads_for_pattern(NamedNode(problem.path), None, None, None))


def property_name(problem: Problem) -> Repair | None:
    """Offer the nearest properties that the entry may have; certain where one stands out.

    A property that exists but has no place here is not a slip of the pen.
    """
    namespace = problem.path[: max(problem.path.rfind("#"), problem.path.rfind("/")) + 1]
    ours = namespace == TM
    if ours and not misspelt(problem):
        return None
    allowed = [iri for iri in listed(problem.shape, SH + "ignoredProperties") if iri.startswith(namespace) and iri[len(namespace) :].isalnum()]
    found = alike(problem.path[len(namespace) :], [iri[len(namespace) :] for iri in allowed])
    if not found:
        return Repair(_LISTED[problem.language]) if ours else None
    names = _OR[problem.language].join(Writer.usual().iri(namespace + name) for name, _ in found)
    best, stands_out = found[0]
    place = problem.locate(problem.focus, problem.path, None)
    edit = problem.replace(lambda _, writer: writer.iri(namespace + best), stands_out, place, NamedNode(problem.path)) if place else None
    return Repair(_DID_YOU_MEAN[problem.language].format(names=names), edit)


def kind(problem: Problem) -> Repair | None:
    """Correct the kind of an entry, or add it; certain where a kind of ours is mistyped."""
    if problem.blank:
        return None
    given = [value for value in problem.values(problem.focus, RDF_TYPE) if isinstance(value, NamedNode)]
    by_address = _KINDS.get(problem.focus.rpartition("/")[0].rpartition("/")[2])
    if not given:
        return Repair(_ADD_KIND[problem.language], None, f"  a tm:{by_address} ;\n") if by_address else None
    wrong = given[0].value
    local = wrong[max(wrong.rfind("#"), wrong.rfind("/")) + 1 :]
    found = alike(local, _OUR_KINDS)
    best, stands_out = found[0] if found else (by_address, False)
    if best is None:
        return None
    # A kind from elsewhere that is called like ours means the same, if the address says so too.
    certain = stands_out and (wrong.startswith(TM) or best == by_address)
    place = problem.locate(problem.focus, RDF_TYPE, f"<{wrong}>")
    edit = problem.replace(lambda _, writer: writer.iri(TM + best), certain, place, given[0]) if place else None
    return Repair(_DID_YOU_MEAN[problem.language].format(names=f"tm:{best}"), edit)


def one_kind(problem: Problem) -> Repair | None:
    """Delete the kinds that are not ours, one at a time; certain where one of ours stays."""
    given = sorted(problem.kinds(problem.focus))
    ours = [one for one in given if one.startswith(TM)]
    others = [one for one in given if not one.startswith(TM)]
    if len(ours) != 1 or not others:
        return None
    edit = statements.drop(problem, problem.focus, RDF_TYPE, f"<{others[0]}>", certain=True)
    return Repair(_KEEP[problem.language].format(kept=Writer.usual().iri(ours[0])), edit)
