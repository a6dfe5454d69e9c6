"""What an endpoint loaded with a release offers, as a SPARQL 1.1 service description (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

from ...vocabulary import GRAPHS
from ..tables.columns import Text
from . import about, void
from .facts import Facts
from .statements import Statements, expand

_SERVICE = about.DATASET + "#service"
_FORMATS = "http://www.w3.org/ns/formats/"
_UNION = about.DATASET + "#merged"
_COMMENT = Text(
    "We run no public endpoint. This describes what moves query and the query page of this release offer, both over the release itself, and what "
    "a SPARQL 1.1 server offers that has talent-moves.ttl as its default graph and the graphs of talent-moves.trig as its named graphs.",
    "我们不提供公共端点。此处描述的是 moves query 与本发布的查询页所提供的服务（均直接在本发布上运行），以及以 talent-moves.ttl 为默认图、"
    "以 talent-moves.trig 中的各图为命名图的任何 SPARQL 1.1 服务器。",
)


def describe(facts: Facts) -> Statements:
    """Return the service description; it names no ``sd:endpoint``, since there is none of ours."""
    said = Statements()
    said.declare(_SERVICE, "sd:Service")
    said.add(_SERVICE, "rdfs:label", about.NAME)
    said.add(_SERVICE, "rdfs:comment", _COMMENT)
    said.add(_SERVICE, "sd:supportedLanguage", expand("sd:SPARQL11Query"))
    said.add(
        _SERVICE, "sd:resultFormat", *(_FORMATS + name for name in ("SPARQL_Results_JSON", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle"))
    )
    said.add(_SERVICE, "sd:defaultEntailmentRegime", "http://www.w3.org/ns/entailment/Simple")
    said.add(_SERVICE, "sd:defaultDataset", about.DATASET)
    said.declare(about.DATASET, "sd:Dataset")
    said.add(about.DATASET, "dcterms:title", about.TITLE)
    said.add(about.DATASET, "sd:defaultGraph", _UNION)
    said.declare(_UNION, "sd:Graph", "void:Dataset")
    said.add(_UNION, "dcterms:title", Text("All facts in one graph, without the rules", "全部事实合为一图，不含规则"))
    said.add(_UNION, "void:triples", facts.hashes["merged"].statements)
    said.add(_UNION, "void:subset", *GRAPHS)
    for graph, title in void.GRAPHS.items():
        if graph in facts.figures:
            named = f"{about.DATASET}#named-{graph.rsplit('/', 1)[1]}"
            said.add(about.DATASET, "sd:namedGraph", named)
            said.declare(named, "sd:NamedGraph")
            said.add(named, "sd:name", graph)
            said.add(named, "sd:graph", graph)
            said.declare(graph, "sd:Graph", "void:Dataset")
            said.add(graph, "dcterms:title", title)
            said.add(graph, "void:triples", facts.figures[graph].triples)
    return said
