"""What an engine can do and how it answers, whichever it is."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

Term = NamedNode | BlankNode | Literal | Triple


class Solutions(NamedTuple):
    """The answer to a SELECT query."""

    variables: tuple[str, ...]
    #: One tuple a solution, a term or nothing for each variable.
    rows: list[tuple[Term | None, ...]]


#: Solutions of a SELECT, the truth of an ASK, the triples of a CONSTRUCT or DESCRIBE.
Answer = Solutions | bool | list[Triple]


class Engine(Protocol):
    """Something that answers SPARQL 1.1 queries over one data set."""

    def query(self, text: str) -> Answer:
        """Answer a query.

        :raises QueryError: if the text is not a well-formed query
        :raises EngineError: if the engine is out of reach, too slow, or fails
        """
        ...


def materialised(result: QuerySolutions | QueryBoolean | QueryTriples) -> Answer:
    """Read a lazy result to its end, so that an error in its middle surfaces here."""
    if isinstance(result, QueryBoolean):
        return bool(result)
    if isinstance(result, QueryTriples):
        return list(result)
    variables = tuple(variable.value for variable in result.variables)
    return Solutions(variables, [tuple(solution[name] for name in variables) for solution in result])
