"""Which addresses are answered with which files."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from pyoxigraph import NamedNode

from ...release.edition import Edition
from ...vocabulary import BASE, GRAPHS, PREFIXES, SHAPES
from ..knowledge import FOLDERS

#: The part of an address that names an entity; a rule sees to it, so no file can be mistaken for one.
SLUG = "[a-z0-9-]+"
_ONTOLOGY = NamedNode(BASE + "ns")
_VERSION = NamedNode(PREFIXES["owl"] + "versionIRI")


class Resource(NamedTuple):
    """Addresses of one form, and the files with what there is to tell; an empty path where there is none.

    In the paths ``$0`` stands for the whole address.
    """

    #: A regular expression for the part of the address behind the base.
    pattern: str
    html: str
    turtle: str
    jsonld: str
    #: Whether the files differ by address, so that a server has to look whether they are there.
    several: bool = False


class Resources(NamedTuple):
    """All that is negotiated."""

    negotiated: list[Resource]
    #: Addresses that are answered like another one: by their form, what stands for them; ``$1`` is the first group.
    moved: dict[str, str]


def resources(edition: Edition, files: Container[str]) -> Resources:
    """Return what is negotiated in a release.

    :param files: the names of its files
    """
    folders = "|".join(sorted(set(FOLDERS.values())))
    data = _if_there("data.html", files)
    found = [
        Resource(f"(?:{folders})/{SLUG}", "$0.html", "$0.ttl", "$0.jsonld", several=True),
        Resource(r"rule/TM\d\d\d", "$0.html", "$0.ttl", "", several=True),
        Resource("report/[a-z0-9-]+", "$0.html", "", "", several=True),
        Resource("|".join(_ontology(edition)), *_files("ns", files)),
        Resource("dataset", data or _if_there("index.html", files), *_files("dataset", files)[1:]),
    ]
    found += [Resource(graph.removeprefix(BASE), data, *_files(graph.rpartition("/")[2], files)[1:]) for graph in (*GRAPHS, SHAPES)]
    # These have no page of their own; the dumps speak of them.
    found += [
        Resource(f"tenure/{SLUG}", data, _if_there("derived.ttl", files), ""),
        Resource(f"speaker/{SLUG}", data, _if_there("curated.ttl", files), ""),
        Resource(f"removal/{SLUG}", data, _if_there("curated.ttl", files), ""),
    ]
    moved = {f"(move/{SLUG})/known/[0-9-]+": "$1", r"shape/(TM\d\d\d)(?:-[\w-]+)?": "rule/$1"}
    return Resources([one for one in found if one.html or one.turtle or one.jsonld], moved)


def _ontology(edition: Edition) -> list[str]:
    versions = (quad.object for quad in edition.store.quads_for_pattern(_ONTOLOGY, _VERSION, None, None))
    return ["ns", *sorted(iri.value.removeprefix(BASE).replace(".", r"\.") for iri in versions if isinstance(iri, NamedNode))]


def _files(name: str, files: Container[str]) -> tuple[str, str, str]:
    return _if_there(f"{name}.html", files), _if_there(f"{name}.ttl", files), _if_there(f"{name}.jsonld", files)


def _if_there(name: str, files: Container[str]) -> str:
    return name if name in files else ""
