"""The page on which SPARQL runs in the browser, and the terms that its editor offers."""

from __future__ import annotations

import json

from ..reports import metadata
from ..vocabulary import CURATED, DERIVED, ONTOLOGY, PREFIXES, SHAPES, TM, short
from .addresses import LANGUAGES
from .knowledge import FOLDERS, Knowledge
from .rendering import Site
from .reports.chinese import CHINESE
from .reports.views import View, views
from .words import query as words

_SAYS = "query_say_"
_KINDS = {
    "owl:Class": "class",
    "owl:ObjectProperty": "property",
    "owl:DatatypeProperty": "property",
    "skos:ConceptScheme": "class",
    "skos:Concept": "constant",
}
_QUERY = """\
# {comment}
SELECT ?who ?company ?joined ?status ?move
WHERE {{
  ?state tm:stateOf ?move ; tm:knownUntil "9999-12-31"^^xsd:date ;
    tm:joined ?joined ; tm:joinedLatest ?latest ;
    tm:toCompany/tm:displayName ?company ; tm:status ?status .
  ?move tm:person/tm:displayName ?who .
}}
ORDER BY DESC(?latest) ?move
LIMIT 20
"""


def write(site: Site, knowledge: Knowledge) -> None:
    """Write ``query.html`` in both languages, and ``terms.json``."""
    site.staging.write("terms.json", terms(knowledge))
    for language in LANGUAGES:
        said = {key: getattr(text, language) for key, text in words.WORDS.items()}
        site.page(
            "query.html",
            "query.html",
            language,
            says={key.removeprefix(_SAYS): text for key, text in said.items() if key.startswith(_SAYS)},
            reports=[(view.name, _title(view, language)) for view in views()],
            first=_QUERY.format(comment=said["query_comment"]),
            folders=" ".join(sorted(set(FOLDERS.values()))),
            prefixes=PREFIXES,
            graphs={CURATED: "query_help_curated", DERIVED: "query_help_derived", ONTOLOGY: "query_help_ontology", SHAPES: "query_help_shapes"},
        )


def terms(knowledge: Knowledge) -> bytes:
    """Return the prefixes and the terms of the ontology as JSON.

    A term is a list: name with its prefix, kind, then label and definition in English and in Chinese.
    """
    found = []
    for iri in sorted(knowledge.facts):
        kind = next((_KINDS[short(value)] for value in knowledge.all(iri, "rdf:type") if short(value) in _KINDS), "")
        if iri.startswith(TM) and kind:
            texts = [knowledge.text(iri, predicate, language) for language in LANGUAGES for predicate in ("rdfs:label", "skos:definition")]
            found.append([short(iri), kind, *texts])
    return json.dumps({"v": 1, "prefixes": PREFIXES, "terms": found}, ensure_ascii=False, separators=(",", ":")).encode()


def _title(view: View, language: str) -> str:
    if view.title:
        return str(getattr(view.title, language))
    summary = metadata.find(view.report).summary
    return summary if language == "en" else CHINESE.get(summary, summary)
