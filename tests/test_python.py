"""The documented Python interface and the types that it promises."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib import RDF, XSD, Literal, Namespace, URIRef

import talentmoves
from talentmoves.errors import DataError, EngineError, InputError, MovesError, ParameterError, UnknownNameError
from talentmoves.reports import metadata
from talentmoves.vocabulary import BASE, CURATED, DERIVED, ONTOLOGY, TM
from tests.conftest import ROOT, free_port
from tests.small import data_set, move

TYPES = {
    "iri": str, "string": str, "month": str, "integer": int, "decimal": Decimal, "date": date, "boolean": bool, "iris": tuple, "strings": tuple,
}  # fmt: skip


def test_it_offers_what_it_says() -> None:
    assert talentmoves.__all__ == ["graph", "report", "store"]
    assert all(getattr(talentmoves, name).__doc__ for name in talentmoves.__all__)


def test_importing_it_is_quick_because_nothing_heavy_comes_along() -> None:
    code = "import sys, talentmoves; print([m for m in ('rdflib', 'pyshacl', 'pyoxigraph', 'SPARQLWrapper', 'yaml', 'click') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout == "[]\n"


def test_the_store_keeps_three_graphs_and_is_the_caller_s_own() -> None:
    store = talentmoves.store()
    assert isinstance(store, pyoxigraph.Store)
    assert {graph.value for graph in store.named_graphs() if isinstance(graph, pyoxigraph.NamedNode)} == {CURATED, DERIVED, ONTOLOGY}
    store.clear()
    assert len(talentmoves.store()) > 10_000


def test_the_graph_is_the_union_with_prefixes_bound(sample: Path) -> None:
    graph = talentmoves.graph(data=[sample])
    tm = Namespace(TM)
    assert isinstance(graph, rdflib.Graph)
    assert dict(graph.namespaces())["tm"] == URIRef(TM)
    assert (URIRef(BASE + "person/noam-shazeer"), RDF.type, tm.Person) in graph
    assert len(graph) == len({(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in talentmoves.store([sample])})


def test_the_graph_without_what_is_derived(sample: Path) -> None:
    tm = Namespace(TM)
    curated = talentmoves.graph(derived=False, data=[sample])
    assert not list(curated.subjects(RDF.type, tm.Tenure)) and list(talentmoves.graph(data=[sample]).subjects(RDF.type, tm.Tenure))
    assert (tm.Move, RDF.type, rdflib.OWL.Class) in curated


def test_literals_keep_their_form(tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", to="alpha"), 'move:any tm:minShare 0.5 ; tm:left "2024"^^xsd:gYear ; tm:grade "P9" .\n')
    graph = talentmoves.graph(data=[file])
    subject = URIRef(BASE + "move/any")
    assert graph.value(subject, URIRef(TM + "minShare")) == Literal("0.5", datatype=XSD.decimal)
    assert graph.value(subject, URIRef(TM + "left")) == Literal("2024", datatype=XSD.gYear)
    assert graph.value(subject, URIRef(TM + "grade")) == Literal("P9")


@pytest.mark.parametrize("name", metadata.names())
def test_a_report_s_values_have_the_types_that_it_declares(name: str) -> None:
    table = talentmoves.report(name)
    assert table.records()[0].keys() == {column.name for column in table.columns}
    for row in table.rows:
        for value, column in zip(row, table.columns, strict=True):
            if column.type in ("iris", "strings"):
                assert isinstance(value, tuple) and all(isinstance(entry, str) for entry in value)
            else:
                assert value is None or type(value) is TYPES[column.type], column.name
            if column.type == "iri" and value is not None:
                assert str(value).startswith("http")


def test_parameters_take_python_values() -> None:
    rows = talentmoves.report("shelters", months=40, asOf=date(2026, 1, 1)).records()
    assert rows and all(row["monthsLeast"] <= 40 for row in rows)  # type: ignore[operator]
    assert talentmoves.report("latest", person=BASE + "person/noam-shazeer").rows


@pytest.mark.parametrize(
    ("error", "arguments"),
    [
        (UnknownNameError, {"name": "nope"}),
        (UnknownNameError, {"name": "latest", "colour": "red"}),
        (UnknownNameError, {"name": "latest", "company": "Nowhere Ltd"}),
        (ParameterError, {"name": "latest", "asOf": "soon"}),
        (InputError, {"name": "latest", "data": [Path("gone.ttl")]}),
        (DataError, {"name": "latest", "data": [ROOT / "ontology" / "schemes.ttl"]}),
        (ParameterError, {"name": "latest", "endpoint": "nowhere"}),
        (EngineError, {"name": "latest", "endpoint": f"http://127.0.0.1:{free_port()}/"}),
    ],
)
def test_errors_are_of_one_family_and_tell_the_next_step(error: type[MovesError], arguments: dict[str, object]) -> None:
    with pytest.raises(error) as caught:
        talentmoves.report(**arguments)  # type: ignore[arg-type]
    assert caught.value.message and caught.value.hint
    assert caught.value.exit_code == (3 if error is EngineError else 2)
