"""The page about the data: what to take, how to check it, how to cite it, and how it was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..formats.cells import visible
from ..release.description import about, citation, signposting, void
from ..release.description.facts import issued, period
from ..release.dumps.hashes import graph_hashes
from ..release.edition import Edition
from ..release.staging import SUMS, Written
from ..release.tables.definitions import TABLES
from ..vocabulary import RDF_TYPE, TM
from .addresses import LANGUAGES
from .landing import head
from .rendering import Site

PATH = "data.html"
#: What is counted, by the text that names it.
_COUNTED = {
    "moves": ("Move", "GroupMove"),
    "people": ("Person",),
    "companies": ("Company",),
    "roles": ("Role",),
    "data_claims": ("Claim", "Thesis"),
    "sources": ("Source",),
}
#: The keys of what is said of files whose names are fixed; of the tables and graphs their own titles say it.
_KEYS = {
    **{f"talent-moves.{ending}": f"data_{ending}" for ending in ("ttl", "trig", "nq", "nt", "jsonld", "rdf")},
    "context.jsonld": "data_context",
    "graphs.json": "data_graphs",
    "tables/csv-metadata.json": "data_csvw",
    "dataset.ttl": "data_dcat",
    "dataset.jsonld": "data_dcat",
    "void.ttl": "data_void",
    "service.ttl": "data_service",
    "croissant.json": "data_croissant",
    "CITATION.cff": "data_citation",
    "changes/CHANGELOG.md": "data_changelog",
    "changes/CHANGELOG.zh.md": "data_changelog_zh",
}
_GRAPHS = {f"{graph.rsplit('/', 1)[1]}.ttl": text for graph, text in void.GRAPHS.items()}


class Row(NamedTuple):
    """A file, and the same compressed where it is there too."""

    plain: Written
    compressed: Written | None
    #: What it is, and in which language that is said.
    what: str
    language: str


def write(site: Site, downloads: Sequence[Written]) -> None:
    """Write ``data.html`` in both languages.

    :param downloads: all files that people download, the descriptions too
    """
    edition = site.edition
    day = issued(edition)
    landing = head(edition, [file for file in downloads if file.name not in signposting.DESCRIPTIONS])
    for language in LANGUAGES:
        said = site.texts(language)
        site.page(
            "data.html",
            PATH,
            language,
            groups=_groups(downloads, said, language),
            names={file.name for file in downloads},
            counts={key: count for key, kinds in _COUNTED.items() if (count := _count(edition, kinds))},
            period=period(edition),
            issued=day,
            tables=TABLES,
            hashes=graph_hashes(edition),
            citation=citation.text(edition.version, day, language),
            bibtex=citation.bibtex(edition.version, day),
            licence=about.LICENCE,
            licence_title=getattr(about.LICENCE_TITLE, language),
            sums=SUMS,
            landing=landing,
            readable=readable,
        )


def readable(size: int) -> str:
    """Return a size as people read it.

    >>> readable(999), readable(35_651_704), readable(1_234)
    ('999 B', '36 MB', '1.2 kB')
    """
    amount, unit = float(size), "B"
    for larger in ("kB", "MB", "GB"):
        if amount >= 1000:
            amount, unit = amount / 1000, larger
    return f"{amount:.1f} {unit}" if amount < 10 and unit != "B" else f"{amount:.0f} {unit}"


def _groups(downloads: Iterable[Written], said: Mapping[str, str], language: str) -> dict[str, list[Row]]:
    """Return the files by the text that names their group."""
    by_name = {file.name: file for file in downloads}
    groups: dict[str, list[Row]] = {key: [] for key in ("data_tables", "data_whole", "data_apart", "data_described", "data_changed")}
    for name, file in by_name.items():
        if name.removesuffix(".gz") != name and name.removesuffix(".gz") in by_name:
            continue
        what = _what(name, said, language)
        groups[_group(name)].append(Row(file, by_name.get(f"{name}.gz"), what or visible(file.title), language if what else "en"))
    order = {f"tables/{table.name}": place for place, table in enumerate(TABLES)}
    groups["data_tables"].sort(key=lambda row: (order.get(row.plain.name.rpartition(".")[0], len(order)), row.plain.name))
    return {key: rows for key, rows in groups.items() if rows}


def _group(name: str) -> str:
    if name.startswith("tables/"):
        return "data_tables"
    if name.startswith("changes/"):
        return "data_changed"
    if name.startswith("talent-moves."):
        return "data_whole"
    return "data_apart" if name in _GRAPHS else "data_described"


def _what(name: str, said: Mapping[str, str], language: str) -> str:
    """Return what a file is, or nothing if that is known from its own title alone."""
    if name in _GRAPHS:
        return str(getattr(_GRAPHS[name], language))
    if key := _KEYS.get(name.removesuffix(".gz")):
        return said[key]
    for table in TABLES:
        for ending in ("csv", "parquet"):
            if name == f"tables/{table.name}.{ending}":
                return f"{getattr(table.title, language)}{'：' if language == 'zh' else ', '}{said[f'data_{ending}']}"
    if name.startswith("changes/from-"):
        return said["data_patch" if ".rdfp" in name else "data_changes"]
    return ""


def _count(edition: Edition, kinds: Iterable[str]) -> int:
    found = (edition.store.quads_for_pattern(None, NamedNode(RDF_TYPE), NamedNode(TM + kind), None) for kind in kinds)
    return len({quad.subject for quads in found for quad in quads})
