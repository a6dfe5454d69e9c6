"""moves diff: what changed is told by move, as a patch that makes the one state of the other, and never of who was removed."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from talentmoves.comparing import patch
from talentmoves.comparing.comparing import in_shape
from talentmoves.comparing.delta import Comparison, compare
from talentmoves.comparing.publishing import write_changes
from talentmoves.comparing.states import release, states
from talentmoves.errors import DataError, InputError
from talentmoves.release.edition import canonical_lines, edition
from talentmoves.release.staging import SUMS, Staging
from talentmoves.vocabulary import BASE, CURATED, RDF_TYPE, SHAPES, TM
from tests.conftest import ROOT, Run

HERE = ROOT / "tests" / "diff"
REGENERATE = bool(os.environ.get("REGENERATE"))


def without_hashes(text: str) -> str:
    """The hashes tell the ontology and the rules too, which change without these tests."""
    return re.sub(r"urn:uuid:[0-9a-f-]{36}", "urn:uuid:…", re.sub(r"\b[0-9a-f]{64}\b", "…", text))


@pytest.fixture(scope="module")
def old() -> bytes:
    return edition([HERE / "old"]).nquads


@pytest.fixture(scope="module")
def new() -> bytes:
    return edition([HERE / "new"]).nquads


@pytest.fixture(scope="module")
def comparison(old: bytes, new: bytes) -> Comparison:
    return compare(old, new)


@pytest.mark.parametrize(
    ("name", "shape", "language"),
    [
        ("expected.txt", "text", "en"),
        ("expected.zh.txt", "text", "zh"),
        ("expected.md", "markdown", "en"),
        ("expected.zh.md", "markdown", "zh"),
        ("expected.json", "json", "en"),
        ("expected.rdfp", "patch", "en"),
    ],
)
def test_every_kind_of_change_is_told(comparison: Comparison, monkeypatch: pytest.MonkeyPatch, name: str, shape: str, language: str) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    told = without_hashes(in_shape(comparison, "old", "new", shape, language))
    file = HERE / name
    if REGENERATE:
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


def test_the_program_tells_the_same(moves: Run, comparison: Comparison) -> None:
    done = moves("diff", "old", "new", "--lang", "zh", "-f", "markdown", cwd=HERE)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == in_shape(comparison, "old", "new", "markdown", "zh")


def test_the_same_state_has_no_difference(old: bytes) -> None:
    same = compare(old, old)
    assert in_shape(same, "a", "b", "text", "en") == "What changed from a to b\n\nNothing changed.\n"
    assert in_shape(same, "a", "b", "text", "zh") == "从 a 到 b 的变化\n\n没有变化。\n"
    assert json.loads(in_shape(same, "a", "b", "json", "en"))["changes"] == []


@pytest.mark.parametrize("shape", ["patch", "json"])
def test_the_same_bytes_come_out_anywhere(moves: Run, tmp_path: Path, comparison: Comparison, shape: str) -> None:
    shutil.copytree(HERE, tmp_path / "diff")
    done = moves("diff", "old", "new", "-f", shape, cwd=tmp_path / "diff", PYTHONHASHSEED="7", LC_ALL="C", TZ="Asia/Tokyo")
    assert done.stdout == in_shape(comparison, "old", "new", shape, "en")


# ---- applying


def put(folder: Path, state: bytes) -> Path:
    """A release, as far as a difference looks at it."""
    folder.mkdir(parents=True)
    staging = Staging(folder)
    staging.write("talent-moves.nq", state)
    staging.write(SUMS, staging.sums())
    return folder


def test_a_patch_makes_one_release_of_the_other(moves: Run, tmp_path: Path, old: bytes, new: bytes) -> None:
    before, after = put(tmp_path / "before", old), put(tmp_path / "after", new)
    assert moves("diff", before, after, "-f", "patch", "-o", tmp_path / "p.rdfp").returncode == 0
    done = moves("diff", "--apply", tmp_path / "p.rdfp", before, "-o", tmp_path / "made.nq")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "made.nq").read_bytes() == new
    # What came out is a state too, from which the way back leads.
    assert moves("diff", tmp_path / "made.nq", before, "-f", "patch", "-o", tmp_path / "back.rdfp").returncode == 0
    (tmp_path / "back.rdfp.gz").write_bytes(gzip.compress((tmp_path / "back.rdfp").read_bytes()))
    assert moves("diff", "--apply", tmp_path / "back.rdfp.gz", after).stdout == old.decode()


def test_dumps_of_other_formats_are_the_same_state(moves: Run, tmp_path: Path, sample_release: Path) -> None:
    (tmp_path / "x.nq.gz").write_bytes(gzip.compress((sample_release / "talent-moves.nq").read_bytes()))
    for dump in (tmp_path / "x.nq.gz", sample_release / "talent-moves.trig"):
        assert moves("diff", sample_release, dump).stdout.endswith("Nothing changed.\n")


def test_a_patch_for_another_state_is_refused(moves: Run, tmp_path: Path, old: bytes, new: bytes) -> None:
    (tmp_path / "p.rdfp").write_bytes(patch.write(compare(old, new).delta))
    done = moves("diff", "--apply", tmp_path / "p.rdfp", put(tmp_path / "r", new), "-o", tmp_path / "made.nq")
    assert done.returncode == 2 and "starts from another state" in done.stderr
    assert not (tmp_path / "made.nq").exists()


SMALL = f"""H id <urn:uuid:028a7b17-40cf-5561-9718-48bab54f9c31> .
H prev <urn:uuid:85011620-4b33-5b49-a869-8391126dee94> .
H sha256 "{"a" * 64}" .
H prev-sha256 "{"b" * 64}" .
TX .
D <a:a> <a:b> "c" <a:g> .
A <a:a> <a:b> "d" <a:g> .
TC .
"""


@pytest.mark.parametrize(
    ("line", "becomes", "said"),
    [
        (2, "H prev 3 .", "not a header"),
        (3, 'H sha256 "abc" .', "not a SHA-256"),
        (3, "", "no header 'sha256'"),
        (4, f'H sha256 "{"a" * 64}" .', "a second header 'sha256'"),
        (5, "", "'D' cannot stand here"),
        (6, 'D <a:a> <a:b> "c <a:g> .', "not a statement"),
        (6, 'D <a:a> <a:b> "c" <a:g>', "not a statement"),
        (6, 'D <a:a> <a:b> "c" . <a:a> <a:b> "e" .', "not a statement"),
        (6, "D # nothing .", "not a statement"),
        (7, 'D <a:a> <a:b> "c" <a:g> .', "again"),
        (7, 'A <a:a> <a:b> "c" <a:g> .', "goes too"),
        (7, 'PA "rdf" <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .', "'PA' cannot stand here"),
        (7, "???", "not a row"),
        (8, "TA .", "'TA' cannot stand here"),
        (9, "TX .", "'TX' cannot stand here"),
    ],
)
def test_a_patch_that_is_not_well_formed_is_refused_with_its_line(line: int, becomes: str, said: str) -> None:
    lines = [*SMALL.splitlines(), ""]
    lines[line - 1] = becomes
    with pytest.raises(InputError) as error:
        patch.read("\n".join(lines).encode(), "p.rdfp")
    shown = 1 if "no header" in said else line if line != 5 else 6
    assert error.value.message.startswith(f"p.rdfp:{shown}: ") and said in error.value.message and error.value.hint


def test_the_line_of_a_malformed_patch_is_told(moves: Run, tmp_path: Path) -> None:
    (tmp_path / "p.rdfp").write_text(SMALL.replace("TC .", "TB ."), encoding="utf-8")
    done = moves("diff", "--apply", tmp_path / "p.rdfp", HERE / "old")
    assert done.returncode == 2 and f"{tmp_path / 'p.rdfp'}:8: 'TB' cannot stand here" in done.stderr


def test_a_patch_may_hold_comments_and_empty_lines() -> None:
    assert patch.read(f"# by hand\n\n{SMALL}# end\n".encode()).added == {b'<a:a> <a:b> "d" <a:g> .': 9}


def test_a_patch_that_is_cut_short_or_not_text_is_refused() -> None:
    with pytest.raises(InputError, match="end is missing"):
        patch.read(SMALL.removesuffix("TC .\n").encode())
    with pytest.raises(InputError, match=":7: not UTF-8"):
        patch.read(SMALL.encode().replace(b'"d"', b'"\xff"'))


def shapes(*rules: str) -> bytes:
    from pyoxigraph import RdfFormat, parse

    text = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix a: <a:> .\n" + "\n".join(rules)
    quads = parse(f"{text.splitlines()[0]}\n<{SHAPES}> {{ {' '.join(rules)} }}", format=RdfFormat.TRIG)
    return canonical_lines(quads)


def test_of_the_rules_only_what_changed_is_in_the_patch_though_all_blank_nodes_are_numbered_anew() -> None:
    kept = [f"a:s{number} sh:in ( a:x{number} a:y ) ; sh:property [ sh:path a:p{number} ] ." for number in range(9)]
    one, other = (
        shapes(*kept, "a:t sh:in ( a:u ) .", "a:twice sh:not [ a:same 1 ], [ a:same 1 ] ."),
        shapes("a:a sh:in ( a:v ) .", *kept, "a:twice sh:not [ a:same 1 ] ."),
    )
    delta = compare(one, other).delta
    for lines, subjects in ((delta.removed, ("<a:t>", "<a:twice>")), (delta.added, ("<a:a>", "<a:twice>"))):
        assert {line.decode().split(" ")[0] for line in lines if line.startswith(b"<")} <= set(subjects)
        assert not any(b"a:p1" in line or b"a:x1" in line for line in lines)
    assert patch.apply(patch.read(patch.write(delta)), one) == other


# ---- revisions


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with three commits: no data, the old data, and the new data with one term more."""
    root = tmp_path_factory.mktemp("checkout")

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"]
        subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)

    git("init", "-q", "-b", "trunk")
    for part in ("ontology", "shapes", "queries"):
        shutil.copytree(ROOT / part, root / part)
    (root / "cli" / "talentmoves").mkdir(parents=True)
    (root / "cli" / "talentmoves" / "README").write_text("A checkout is known by this folder.\n")
    git("add", "-A")
    git("commit", "-q", "-m", "Nothing yet")
    git("tag", "empty")
    shutil.copytree(HERE / "old", root / "data")
    git("add", "-A")
    git("commit", "-q", "-m", "Old")
    git("tag", "v1")
    shutil.rmtree(root / "data")
    shutil.copytree(HERE / "new", root / "data")
    ontology = root / "ontology" / "talent-moves.ttl"
    ontology.write_text(f'{ontology.read_text(encoding="utf-8")}\ntm:colour a owl:DatatypeProperty ; rdfs:label "colour"@en .\n', encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "New")
    git("branch", "other")
    return root


def test_revisions_are_told_apart_with_their_own_ontology(moves: Run, repository: Path) -> None:
    done = moves("diff", "v1", "other", cwd=repository)
    assert done.returncode == 0, done.stderr
    assert "joining date 2024-10 → 2024-10-28" in done.stdout
    assert "Terms of the vocabulary added (1)\n  – tm:colour (colour)\n" in done.stdout


def test_without_a_second_side_the_working_data_are_meant(moves: Run, repository: Path) -> None:
    done = moves("diff", "HEAD~1", cwd=repository)
    assert done.stdout.startswith("What changed from HEAD~1 to data\n") and "Terms of the vocabulary added (1)" in done.stdout
    # A checkout elsewhere is a side too, with its own ontology.
    assert moves("diff", "HEAD", ".", cwd=repository).stdout.endswith("Nothing changed.\n")


def test_a_path_goes_before_a_revision_of_the_same_name(moves: Run, repository: Path) -> None:
    shutil.copytree(repository / "data", repository / "v1")
    try:
        assert (
            "Nothing changed that people wrote" in moves("diff", "v1", "HEAD", cwd=repository).stdout
            or "Moves" not in moves("diff", "v1", "HEAD", cwd=repository).stdout
        )
        assert "Moves changed" in moves("diff", "git:v1", "HEAD", cwd=repository).stdout
    finally:
        shutil.rmtree(repository / "v1")


@pytest.mark.parametrize(
    ("side", "said", "hint"),
    [
        ("othr", "'othr' is not a path or a revision of this checkout.", "Did you mean other?"),
        ("git:vv1", "'vv1' is not a revision of this checkout.", "Did you mean v1?"),
        ("dat", "'dat' is not a path", "Did you mean data?"),
        ("git:--output=x", "'--output=x' is not a revision", ""),
        ("empty", "empty: this revision has no data.", "The first one with data is "),
        ("ontology/talent-moves.ttl", "no moves in this data set", ""),
    ],
)
def test_what_is_no_state_is_refused(moves: Run, repository: Path, side: str, said: str, hint: str) -> None:
    done = moves("diff", side, "HEAD", cwd=repository)
    assert done.returncode == 2 and done.stdout == ""
    assert said in done.stderr and hint in done.stderr


def test_a_revision_whose_data_are_malformed_is_named(moves: Run, repository: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(repository, tmp_path / "copy", symlinks=True))
    (copy / "data" / "data.ttl").write_text("<x", encoding="utf-8")
    done = moves("diff", "HEAD", ".", cwd=copy)
    assert done.returncode == 2 and ".: its data cannot be built: " in done.stderr and "data.ttl" in done.stderr


# ---- releases


@pytest.mark.parametrize("what", ["altered", "no sums", "no dump"])
def test_a_release_that_was_altered_is_refused(moves: Run, tmp_path: Path, old: bytes, what: str) -> None:
    directory = put(tmp_path / "release", old)
    if what == "altered":
        (directory / "talent-moves.nq").write_bytes(old + b"<a:a> <a:b> <a:c> .\n")
    else:
        (directory / {"no sums": SUMS, "no dump": "talent-moves.nq"}[what]).unlink()
    done = moves("diff", directory, HERE / "new")
    assert done.returncode == 2 and str(directory) in done.stderr
    assert ("was altered" if what == "altered" else "not a release") in done.stderr
    with pytest.raises(InputError):
        release(directory)


def written(previous: Path, data: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    staging = Staging(folder)
    write_changes(previous, edition([data]), staging)
    assert all(one.title and one.media_type for one in staging.downloads()) and len(staging.downloads()) == len(staging.files)
    return {name: (folder / name).read_bytes() for name in staging.files}


def test_a_release_holds_what_changed_since_the_earlier_one(tmp_path: Path, old: bytes, new: bytes) -> None:
    files = written(put(tmp_path / "earlier", old), HERE / "new", tmp_path / "out")
    delta = compare(old, new).delta
    name = f"changes/from-{delta.old_hash[:12]}"
    assert sorted(files) == ["changes/CHANGELOG.md", "changes/CHANGELOG.zh.md", f"{name}.json", f"{name}.rdfp"]
    assert patch.apply(patch.read(files[f"{name}.rdfp"]), old) == new
    assert json.loads(files[f"{name}.json"])["old"]["sha256"] == delta.old_hash
    assert "Ming Muster's move to New Works Group" in files["changes/CHANGELOG.md"].decode()
    assert "明样加入新工坊" in files["changes/CHANGELOG.zh.md"].decode()


def test_a_large_patch_is_there_packed_too(tmp_path: Path, old: bytes, sample: Path) -> None:
    files = written(put(tmp_path / "earlier", old), sample, tmp_path / "out")
    packed = [name for name in files if name.endswith(".gz")]
    assert len(packed) == 2
    assert all(gzip.decompress(files[name]) == files[name.removesuffix(".gz")] for name in packed)


@pytest.mark.parametrize("what", ["nothing", "a folder", "altered"])
def test_an_earlier_release_that_is_none_stops_the_part(tmp_path: Path, old: bytes, what: str) -> None:
    previous = tmp_path / "earlier"
    if what == "a folder":
        previous.mkdir()
    elif what == "altered":
        put(previous, old)
        (previous / "talent-moves.nq").write_bytes(old[1:])
    with pytest.raises(InputError) as error:
        written(previous, HERE / "new", tmp_path / "out")
    assert str(previous) in str(error.value) and error.value.hint
    assert list((tmp_path / "out").iterdir()) == []


# ---- removal

PEOPLE = {
    "Example Zoe": ("Zoé Example", "Zoe van Example", "Example, Zoe", "zoe-example", "zoe", "zoé", "佐伊", "%E4%BD%90%E4%BC%8A"),
    "yan-sample": ("Yan Sample", "yan-sample"),
    "sam-namesake-robots": ("sam-namesake-robots", "山姆"),
}


class Removed(NamedTuple):
    """Data before and after somebody was removed, with another change besides."""

    before: Path
    after: Path
    #: What must not be found.
    names: tuple[str, ...]
    old: bytes
    new: bytes


@pytest.fixture(scope="module", params=PEOPLE)
def removed(request: pytest.FixtureRequest, moves: Run, tmp_path_factory: pytest.TempPathFactory) -> Removed:
    folder = tmp_path_factory.mktemp("removed")
    before = Path(shutil.copytree(ROOT / "tests" / "removal", folder / "before"))
    after = Path(shutil.copytree(before, folder / "after"))
    done = moves("remove", request.param, "--reason", "objection", "--data", after, "--yes")
    assert done.returncode == 0, done.stderr
    file = after / "persons.ttl"
    file.write_text(f'{file.read_text(encoding="utf-8")}\nperson:fay a tm:Person ; rdfs:label "Fay Newcomer"@en .\n', encoding="utf-8")
    return Removed(before, after, PEOPLE[request.param], edition([before]).nquads, edition([after]).nquads)


def test_no_difference_over_a_removal_tells_who_it_was(tmp_path: Path, removed: Removed) -> None:
    comparison = compare(removed.old, removed.new)
    told = [in_shape(comparison, "a", "b", shape, language) for shape in ("text", "json", "markdown", "patch") for language in ("en", "zh")]
    files = written(put(tmp_path / "earlier", removed.old), removed.after, tmp_path / "out")
    for text in (*told, *files, *(content.decode() for content in files.values())):
        assert not [name for name in removed.names if name.casefold() in text.casefold()], text
    assert "One person was removed at their request (objection)." in told[0]
    assert "一人应本人要求移除" in told[1]
    assert "Fay Newcomer" in told[0]
    document = json.loads(told[2])
    assert [one["reason"] for one in document["removals"]] == ["objection"] and document["withheld"] > 0
    assert patch.apply(patch.read(told[6].encode()), removed.old) == removed.new


def test_over_a_removal_no_statement_that_goes_can_be_guessed_without_the_earlier_state(removed: Removed) -> None:
    content = patch.write(compare(removed.old, removed.new).delta).decode()
    gone = set(removed.old.split(b"\n")) - set(removed.new.split(b"\n"))
    assert content.count("H removed ") == len(gone) > 20
    for line in gone:
        for guess in (line, line + b"\n", line.removesuffix(b" ."), line.split(b" ")[0], line.split(b" ")[0][1:-1]):
            assert hashlib.sha256(guess).hexdigest() not in content


def test_what_the_guide_says_deletes_the_statements(removed: Removed, tmp_path: Path) -> None:
    (tmp_path / "talent-moves.nq").write_bytes(removed.old)
    (tmp_path / "changes.rdfp").write_bytes(patch.write(compare(removed.old, removed.new).delta))
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "diff.md").read_text(encoding="utf-8"), re.DOTALL)
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
    made = (tmp_path / "talent-moves.new.nq").read_bytes()
    assert made == removed.new
    assert not any(name.encode() in made for name in removed.names)


def test_a_difference_that_would_bring_somebody_back_is_refused(moves: Run, removed: Removed) -> None:
    done = moves("diff", removed.after, removed.before, "-f", "patch")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Name the earlier state first." in done.stderr and not any(name in done.stderr for name in removed.names)


def test_several_removals_are_counted_by_their_reasons(old: bytes) -> None:
    said = "".join(
        f"<{BASE}removal/2026-01-05-0a1b2c3{number}> <{RDF_TYPE}> <{TM}Removal> <{CURATED}> .\n"
        f"<{BASE}removal/2026-01-05-0a1b2c3{number}> <{TM}removalReason> <{TM}{reason}> <{CURATED}> .\n"
        for number, reason in enumerate(("objection", "objection", "outOfScope"))
    )
    new = b"".join(sorted({*old.splitlines(keepends=True), *said.encode().splitlines(keepends=True)}))
    told = in_shape(compare(old, new), "a", "b", "text", "en")
    assert "2 people were removed at their request (objection)." in told and "One person was removed who is out of scope." in told


# ---- hostile text

PREFIXES = (
    "".join(f"@prefix {name}: <{BASE}{name}/> .\n" for name in ("person", "move", "company"))
    + f"@prefix tm: <{TM}> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
)
HOSTILE = "<script>alert(1)</script> [x](javascript:alert(2)) \\u202Eevil\\u202C \\u0000\\u001B[31m\\u000A# `*_~ {"


def test_hostile_text_does_no_harm(tmp_path: Path) -> None:
    for name, label in (("old", "Ada"), ("new", HOSTILE)):
        (tmp_path / f"{name}.ttl").write_text(
            f'{PREFIXES}person:a a tm:Person ; rdfs:label "{label}"@en .\nmove:a a tm:Move ; tm:person person:a ; tm:moveKind tm:hire .\n',
            encoding="utf-8",
        )
    comparison = compare(*(edition([tmp_path / f"{name}.ttl"]).nquads for name in ("old", "new")))
    shown = {shape: in_shape(comparison, "old", "new", shape, "en") for shape in ("text", "json", "markdown", "patch")}
    for text in shown.values():
        assert re.search(r"\\u202eevil\\+u202c", text) and not set(text) & set("\u202e\u202c\0\x1b")
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark", {"html": True}).render(shown["markdown"])
    assert "<script" not in page and "<a " not in page and page.count("<h1>") == 1
    (change,) = json.loads(shown["json"])["changes"]
    assert change["properties"][0]["after"][0]["@value"].startswith("<script>alert(1)</script> [x](javascript:alert(2)) \u202eevil")


def test_a_text_that_reads_like_a_statement_is_one_text() -> None:
    awkward = [
        f'<a:s> <a:p> "{text}" <{CURATED}> .' for text in (f"<{TM}about> <b:c> .", f"x> <{TM}about> <b:c> <{CURATED}> .", "_:b <a:p> _:c .", "D # .")
    ]
    old, new = b"", "".join(f"{line}\n" for line in sorted(awkward)).encode()
    read = patch.read(patch.write(compare(old, new).delta))
    assert patch.apply(read, old) == new


def test_two_names_for_one_state_are_read_once() -> None:
    one, other = states(str(HERE / "old"), str(HERE / "old"))
    assert one.nquads is other.nquads


def test_a_tombstone_in_the_earlier_state_alone_is_refused_in_a_release_too(tmp_path: Path, old: bytes) -> None:
    tombstone = f"<{BASE}removal/2026-01-05-0a1b2c3d> <{RDF_TYPE}> <{TM}Removal> <{CURATED}> .\n".encode()
    previous = put(tmp_path / "earlier", b"".join(sorted([*old.splitlines(keepends=True), tombstone])))
    with pytest.raises(DataError):
        written(previous, HERE / "new", tmp_path / "out")


def test_what_a_patch_makes_is_not_written_into_a_release(moves: Run, tmp_path: Path, sample_release: Path) -> None:
    (tmp_path / "p.rdfp").write_text("TX .\nTC .\n")
    before = (sample_release / "talent-moves.nq").read_bytes()
    done = moves("diff", sample_release, "--apply", tmp_path / "p.rdfp", "-o", sample_release / "talent-moves.nq")
    assert done.returncode == 2 and "lies in a release" in done.stderr
    assert (sample_release / "talent-moves.nq").read_bytes() == before
