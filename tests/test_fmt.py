"""moves fmt: one layout, the same triples, every comment where it belongs."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from talentmoves.layout.formatting import formatted
from talentmoves.layout.order import PROPERTIES
from talentmoves.places import ontology_files
from talentmoves.vocabulary import BASE
from tests.conftest import ROOT, Run
from tests.turtle_texts import texts

LAYOUT = ROOT / "tests" / "layout"
DATA = sorted((ROOT / "data").rglob("*.ttl"))
OTHERS = [file for folder in ("ontology", "shapes", "tests/cases", "tests/turtle") for file in sorted((ROOT / folder).rglob("*.ttl"))]
UNTIDY = (
    "@prefix person: <https://w3id.org/talent-moves/person/> .\nperson:b a <https://w3id.org/talent-moves/ns#Person> . # b\nperson:a a person:c .\n"
)


def quads(text: str) -> Dataset:
    found = Dataset(parse(text, format=RdfFormat.TURTLE, base_iri=BASE))
    found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return found


def test_the_layout_of_everything() -> None:
    new = formatted((LAYOUT / "everything.before.ttl").read_text(encoding="utf-8"))
    expected = LAYOUT / "everything.after.ttl"
    if os.environ.get("REGENERATE"):
        expected.write_text(new, encoding="utf-8")
    assert new == expected.read_text(encoding="utf-8")
    assert formatted(new) == new


def test_the_curated_data_is_in_the_layout(moves: Run) -> None:
    done = moves("fmt", "--check")
    assert (done.returncode, done.stdout) == (0, ""), "make fmt mends it"


@pytest.mark.parametrize("files", [DATA, OTHERS], ids=["data", "others"])
def test_it_says_the_same_before_and_after_and_stays_as_it_is(files: list[Path]) -> None:
    for file in files:
        text = file.read_text(encoding="utf-8")
        new = formatted(text)
        assert formatted(new) == new, file
        assert quads(new) == quads(text), file


def test_another_parser_reads_the_same() -> None:
    for file in DATA[:3]:
        text = file.read_text(encoding="utf-8")
        before, after = Graph().parse(data=text, format="turtle", publicID=BASE), Graph().parse(data=formatted(text), format="turtle", publicID=BASE)
        assert set(before) == set(after)
    text = (LAYOUT / "everything.before.ttl").read_text(encoding="utf-8").replace("@ZH", "@zh").replace("@EN", "@en")
    assert isomorphic(Graph().parse(data=text, format="turtle"), Graph().parse(data=formatted(text), format="turtle"))


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(texts)
def test_generated_texts(text: str) -> None:
    try:
        before = quads(text)
    except SyntaxError:
        return
    new = formatted(text)
    assert quads(new) == before
    assert formatted(new) == new


COMMENTS = st.sampled_from(("", "", "", "\n# c{}\n", " # c{}\n", "\n\n# c{}\n\n# d{}\n", "\n"))
WORDS = """e:s a e:T ; e:p ( 1 [ e:q 2 ; e:r 3 ] ) , e:o ; e:k 'x' . e:a e:b e:c , e:d . e:s e:p e:z . [ e:x 1 ] e:y 2 .
PREFIX f: <http://f#> f:a f:b f:c .""".split()  # noqa: SIM905


@settings(deadline=None, max_examples=200)
@given(st.lists(COMMENTS, min_size=len(WORDS), max_size=len(WORDS)))
def test_no_comment_is_lost_wherever_it_stands(gaps: list[str]) -> None:
    written = [f"{gap.format(at, at)} {word}" for at, (gap, word) in enumerate(zip(gaps, WORDS, strict=True))]
    text = "@prefix e: <http://example.org/> .\n" + "".join(written)
    new = formatted(text)
    assert quads(new) == quads(text)
    assert sorted(line[line.index("# ") :].strip() for line in new.splitlines() if "# " in line) == sorted(
        line[line.index("# ") :].strip() for line in text.splitlines() if "# " in line
    )
    assert formatted(new) == new


def test_every_property_of_the_vocabulary_has_its_place() -> None:
    kinds = ("ObjectProperty", "DatatypeProperty")
    derived = ROOT / "ontology" / "derived.ttl"
    wanted = {
        str(quad.subject)
        for file in ontology_files()
        if file not in (derived, ROOT / "ontology" / "rules.ttl")
        for quad in parse(path=str(file), format=RdfFormat.TURTLE)
        if str(quad.object).endswith(tuple(f"owl#{kind}>" for kind in kinds))
    }
    assert wanted - set(PROPERTIES) == set()


def test_it_writes_what_it_says_and_nothing_else(moves: Run, tmp_path: Path) -> None:
    untidy, tidy = tmp_path / "untidy.ttl", tmp_path / "tidy.ttl"
    untidy.write_text(UNTIDY, encoding="utf-8")
    tidy.write_text(formatted(UNTIDY), encoding="utf-8")
    untidy.chmod(0o640)
    before = tidy.stat().st_mtime_ns
    checked = moves("fmt", "--check", tmp_path)
    assert checked.returncode == 1 and checked.stdout.splitlines() == [str(untidy)]
    assert f"moves fmt {tmp_path}" in checked.stderr
    shown = moves("fmt", "--diff", tmp_path)
    assert shown.returncode == 0 and "+person:a" in shown.stdout and untidy.read_text(encoding="utf-8") == UNTIDY
    assert moves("fmt", tmp_path).stdout.splitlines() == [str(untidy)]
    assert untidy.read_text(encoding="utf-8") == formatted(UNTIDY)
    assert stat.S_IMODE(untidy.stat().st_mode) == 0o640 and tidy.stat().st_mtime_ns == before
    again = moves("fmt", "--check", tmp_path)
    assert again.returncode == 0 and again.stderr == "moves: 2 files in the layout.\n"


def test_standard_input_becomes_standard_output(moves: Run) -> None:
    assert moves("fmt", "-", stdin=UNTIDY).stdout == formatted(UNTIDY)
    assert moves("fmt", "-", "--check", stdin=UNTIDY).returncode == 1
    wrong = moves("fmt", "-", stdin="x y .")
    assert wrong.returncode == 2 and wrong.stderr.startswith("moves: standard input:1:")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("wrong.ttl", b"@prefix e: <http://e/> .\ne:a e:b .\n", "wrong.ttl:2:"),
        ("latin.ttl", "# Zo\u00eb\n".encode("latin-1"), "not UTF-8"),
        ("other.nt", b"<a:a> <a:b> <a:c> .\n", "not a Turtle file"),
        ("deep.ttl", b"<a:a> <a:b> " + b"[ <a:b> " * 150 + b"1" + b"]" * 150 + b" .\n", "more than 100 brackets are open"),
        ("star.ttl", b"<< <a:a> <a:b> <a:c> >> <a:d> 1 .\n", "star.ttl:1:"),
    ],
)
def test_what_cannot_be_laid_out_is_left_alone_and_so_is_everything_else(moves: Run, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "untidy.ttl").write_text(UNTIDY, encoding="utf-8")
    done = moves("fmt", tmp_path / name, tmp_path / "untidy.ttl")
    assert done.returncode == 2 and said in done.stderr, done.stderr
    assert (tmp_path / name).read_bytes() == content and (tmp_path / "untidy.ttl").read_text(encoding="utf-8") == UNTIDY


def test_a_write_protected_file_stops_it_before_anything_is_written(moves: Run, tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_text(UNTIDY, encoding="utf-8")
    (tmp_path / "b.ttl").chmod(0o444)
    done = moves("fmt", tmp_path)
    assert done.returncode == 2 and "write-protected" in done.stderr
    assert (tmp_path / "a.ttl").read_text(encoding="utf-8") == UNTIDY


def test_line_ends_and_language_tags_are_made_alike(tmp_path: Path) -> None:
    text = formatted('@prefix p: <https://w3id.org/talent-moves/person/> .\r\np:a p:b "x"@zh-Hant-CN , "y"@EN .\r\n')
    assert "\r" not in text and '"y"@en, "x"@zh-hant-cn' in text


def test_it_works_where_there_is_no_checkout(tmp_path: Path) -> None:
    shutil.copy(LAYOUT / "everything.before.ttl", tmp_path / "one.ttl")
    done = subprocess.run([sys.executable, "-m", "talentmoves", "fmt", "one.ttl"], cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.stdout == "one.ttl\n", done.stderr
