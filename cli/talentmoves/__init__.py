"""Who moved where in the AI industry, in which role, when, and who says so.

The data as an rdflib graph or a pyoxigraph store, and the rows of a report with their types:

>>> import talentmoves
>>> store = talentmoves.store()
>>> graph = talentmoves.graph()
>>> rows = talentmoves.report("boomerangs", company="Google").records()
>>> [(row["back"], row["same"]) for row in rows if "Shazeer" in row["personName"]]
[('2024-08 announced', True)]
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

    from .table import Table

__all__ = ["graph", "report", "store"]


def store(data: Sequence[Path] = ()) -> pyoxigraph.Store:
    """Return the data as a pyoxigraph store with the curated, the derived and the ontology graph.

    Their names are in :mod:`talentmoves.vocabulary`. The store is yours to change.

    :param data: Turtle files and folders to use in place of the project's own data
    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if there are no moves in the data

    >>> from talentmoves.vocabulary import CURATED, DERIVED, ONTOLOGY
    >>> sorted(name.value for name in store().named_graphs()) == sorted([CURATED, DERIVED, ONTOLOGY])
    True
    """
    from .dataset.opening import Dataset

    return Dataset(data).whole()


def graph(derived: bool = True, data: Sequence[Path] = ()) -> rdflib.Graph:
    """Return the data as an rdflib graph, with the prefixes of the project bound.

    :param derived: whether derived facts are in it, besides the curated ones and the ontology
    :param data: Turtle files and folders to use in place of the project's own data
    :raises InputError: if a file cannot be read or is not well-formed
    :raises DataError: if there are no moves in the data

    >>> from rdflib import RDF, Namespace
    >>> tm = Namespace("https://w3id.org/talent-moves/ns#")
    >>> len(set(graph(derived=False).subjects(RDF.type, tm.Person))) > 30
    True
    """
    from .rdflib_bridge import to_graph
    from .vocabulary import CURATED, DERIVED, ONTOLOGY

    return to_graph(store(data), (CURATED, ONTOLOGY, DERIVED) if derived else (CURATED, ONTOLOGY))


def report(name: str, *, data: Sequence[Path] = (), endpoint: str | None = None, timeout: float = 60.0, **parameters: object) -> Table:
    """Run a report and return its rows, their values of the types that the report declares.

    Entities are addresses (``str``), lists are tuples, days are :class:`datetime.date`, shares are
    :class:`decimal.Decimal`; what is not known is ``None``.

    :param name: name of the report, as ``moves report`` lists it
    :param data: Turtle files and folders to use in place of the project's own data
    :param endpoint: address of a SPARQL 1.1 endpoint to ask in place of the embedded store
    :param timeout: seconds that the endpoint may take
    :param parameters: the report's parameters by name, such as ``asOf="2024-11-19"``
    :raises UnknownNameError: if there is no such report, parameter or entity
    :raises ParameterError: if a parameter has a value of the wrong type
    :raises EngineError: if the endpoint fails

    >>> report("boomerangs", asOf="2020-01-01").rows
    []
    >>> [column.type for column in report("net-flow").columns][:3]
    ['iri', 'string', 'string']
    """
    from .dataset.opening import Dataset
    from .engines.embedded import EmbeddedEngine
    from .engines.endpoint import EndpointEngine
    from .reports.running import run

    values = {key: str(value) for key, value in parameters.items()}
    if endpoint is None:
        return run(name, EmbeddedEngine(Dataset(data)), values)
    remote = EndpointEngine(endpoint, timeout)
    remote.require_moves()
    return run(name, remote, values)
