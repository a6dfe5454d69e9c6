"""Count what is in a data set."""

from __future__ import annotations

from .engines.protocol import Engine, Solutions
from .table import Column, Table, Value, from_answer

_COUNTS = """
SELECT ?what ?number WHERE {
  {
    SELECT ?what (COUNT(DISTINCT ?thing) AS ?number) WHERE {
      VALUES (?class ?what ?place) {
        (tm:Person "people" 1) (tm:Company "companies" 2) (tm:Role "roles" 3) (tm:Product "products" 4)
        (tm:Move "moves of one person" 5) (tm:GroupMove "moves of a group" 6)
        (tm:Claim "claims" 8) (tm:Thesis "theses" 9) (tm:Source "sources" 10)
      }
      ?thing a ?class .
    }
    GROUP BY ?what
  } UNION {
    SELECT ?what (COUNT(DISTINCT ?thing) AS ?number) WHERE {
      ?thing tm:moveKind ?kind ; tm:status ?status .
      ?status rdfs:label ?label .
      FILTER(LANG(?label) = "en")
      BIND(CONCAT("moves, ", STR(?label)) AS ?what)
    }
    GROUP BY ?what
  } UNION {
    SELECT ?what (COUNT(DISTINCT ?root) AS ?number) WHERE {
      ?source tm:origin ?root .
      BIND("independent publishers" AS ?what)
    }
    GROUP BY ?what
  } UNION {
    SELECT ?what (COUNT(DISTINCT ?thing) AS ?number) WHERE {
      {
        SELECT ?thing (COUNT(DISTINCT ?origin) AS ?origins) WHERE {
          ?claim tm:about ?thing ; tm:stance ?stance ; tm:source ?source .
          ?thing tm:moveKind ?kind .
          ?source tm:origin ?origin .
          FILTER(?stance != tm:denies)
        }
        GROUP BY ?thing
      }
      FILTER(?origins > 1)
      BIND("moves with two independent sources or more" AS ?what)
    }
    GROUP BY ?what
  }
}
"""
_ORDER = (
    "people",
    "companies",
    "roles",
    "products",
    "moves of one person",
    "moves of a group",
    "moves, confirmed",
    "moves, reported",
    "moves, rumoured",
    "moves, disputed",
    "moves, denied",
    "moves with two independent sources or more",
    "claims",
    "theses",
    "sources",
    "independent publishers",
)


def count(engine: Engine) -> Table:
    """Return how many there are of each kind of thing, in a fixed order; what is not there counts 0.

    :raises EngineError: if the engine fails
    """
    answer = engine.query(_COUNTS)
    assert isinstance(answer, Solutions)
    found: dict[Value, Value] = dict(from_answer(answer).rows)  # type: ignore[arg-type]
    columns = (Column("what", "string"), Column("number", "integer"))
    return Table(columns, [(name, found.get(name, 0)) for name in _ORDER])
