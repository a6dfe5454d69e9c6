"""Nothing gets into the data that no rule looks at: statements about unheard-of things, about the vocabulary, in other graphs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Run

PREFIXES = """@prefix person: <https://w3id.org/talent-moves/person/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix tm: <https://w3id.org/talent-moves/ns#> .

"""
SECRET = "someone@mail.example"
GRAPH = "https://w3id.org/talent-moves/graph/"
QUAD = f'<https://w3id.org/talent-moves/person/zz> <https://schema.org/email> "{SECRET}"'


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("predicate", ["http://mail.example/address", "https://schema.org/email", "https://w3id.org/talent-moves/ns#contact"])
def test_what_is_said_about_an_entry_without_a_kind_is_an_error(moves: Run, tmp_path: Path, predicate: str) -> None:
    file = written(tmp_path, "new.ttl", f'{PREFIXES}person:zz <{predicate}> "{SECRET}" .\n')
    for given in ([file], ["--data", file]):
        done = moves("validate", *given)
        assert done.returncode == 1 and "error[TM004]" in done.stdout and "new.ttl:6:1" in done.stdout


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (f'tm:contact <https://schema.org/email> "{SECRET}" .', "tm:contact"),
        ('tm:Person rdfs:label "Hacked"@en .', "tm:Person"),
        ("tm:Source rdfs:subClassOf tm:Speaker .", "tm:Source"),
        ('tm:Foo rdfs:subClassOf tm:Person . person:evil a tm:Foo ; rdfs:label "Evil"@en .', "tm:Foo"),
        ("tm:poached a skos:Concept ; skos:inScheme tm:MoveKindScheme .", "tm:poached"),
        ('<https://w3id.org/talent-moves/ns> rdfs:label "Ours"@en .', "ns"),
    ],
)
def test_nothing_is_said_about_the_vocabulary(moves: Run, tmp_path: Path, text: str, term: str) -> None:
    file = written(tmp_path, "new.ttl", f"{PREFIXES}{text}\n")
    for given in ([file], ["--data", file]):
        done = moves("validate", *given)
        assert done.returncode == 2 and done.stdout == ""
        assert f"new.ttl:6:1: says something about {term}, a term of the vocabulary." in done.stderr


def test_a_class_of_one_s_own_is_no_way_in(moves: Run, tmp_path: Path) -> None:
    text = 'skos:Foo rdfs:subClassOf tm:Person .\nperson:evil a skos:Foo ; rdfs:label "Evil"@en .\n'
    done = moves("validate", written(tmp_path, "new.ttl", PREFIXES + text))
    assert done.returncode == 1 and "error[TM004]: skos:Foo" in done.stdout


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("new.trig", f"{QUAD} .", "error[TM004]"),
        ("new.nq", f"{QUAD} <{GRAPH}curated> .", "error[TM004]"),
        ("new.nq", f"{QUAD} <http://graph.example/> .", "Names the graph <http://graph.example/>"),
        ("new.nq", f"{QUAD} _:graph .", "Names the graph _:"),
    ],
)
def test_no_graph_is_left_unchecked(moves: Run, sample: Path, tmp_path: Path, name: str, text: str, told: str) -> None:
    data = tmp_path / "data"
    shutil.copytree(sample, data)
    written(data, name, text + "\n")
    done = moves("validate", "--data", data)
    assert done.returncode in (1, 2) and told in done.stdout + done.stderr
    assert moves("publish", "--no-site", "--data", data, tmp_path / "release").returncode in (1, 2)
    assert not (tmp_path / "release").exists()


def test_graphs_that_are_made_anew_are_not_read(moves: Run, sample: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(sample, data)
    written(data, "new.nq", "".join(f"{QUAD} <{GRAPH}{name}> .\n" for name in ("derived", "ontology")))
    assert moves("publish", "--no-site", "--data", data, tmp_path / "release").returncode == 0
    assert not [file.name for file in (tmp_path / "release").rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]
