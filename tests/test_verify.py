"""Checking a release: every kind of alteration is told, in a folder and over the web, and a hostile release does no harm."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import io
import json
import os
import shutil
import socketserver
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from talentmoves.errors import EngineError, InputError, MovesError, ParameterError
from talentmoves.release.dumps import entities
from talentmoves.release.edition import edition
from talentmoves.release.signing import PASSWORD, SIGNATURE, SignatureError, check, password_for, sign
from talentmoves.release.staging import SUMS, Staging
from talentmoves.site.knowledge import FOLDERS
from talentmoves.verifying import entities as held
from talentmoves.verifying import limited
from talentmoves.verifying.checking import Wishes, verify
from talentmoves.verifying.folder import Folder
from talentmoves.verifying.outcome import Kind, Outcome
from talentmoves.vocabulary import BASE, CURATED
from tests.conftest import CASES, Run, free_port, wait_for

GOOD = CASES / "TM101-joined-before-left" / "good.ttl"
MOVE = "Ada Example"
DUMPS = ["curated.ttl", "talent-moves.jsonld", "talent-moves.nq", "talent-moves.nt", "talent-moves.rdf", "talent-moves.trig", "talent-moves.ttl"]


@pytest.fixture(scope="module")
def published(moves: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("published") / "release"
    done = moves("publish", directory, "--data", GOOD, "--no-site")
    assert done.returncode == 0, done.stdout + done.stderr
    return directory


@pytest.fixture
def release(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "release"))


def found(release: Path | str, **wishes: object) -> Outcome:
    return verify(str(release), Wishes(**wishes))  # type: ignore[arg-type]


def kinds(outcome: Outcome) -> list[tuple[str, str]]:
    return sorted((problem.kind.value, problem.name) for problem in outcome.problems)


def flip(file: Path, at: int = -2) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def alter(file: Path, old: str, new: str) -> None:
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new), encoding="utf-8")


def sum_anew(release: Path) -> None:
    names = sorted(file.relative_to(release).as_posix() for file in release.rglob("*") if file.is_file())
    lines = [f"{hashlib.sha256((release / name).read_bytes()).hexdigest()}  {name}\n" for name in names if name not in (SUMS, SIGNATURE)]
    (release / SUMS).write_text("".join(lines), encoding="utf-8")


def test_a_release_is_whole(moves: Run, published: Path) -> None:
    done = moves("verify", published)
    assert (done.returncode, done.stderr) == (0, "")
    files = sum(1 for file in published.rglob("*") if file.is_file()) - 1
    statements = edition([GOOD]).nquads.count(b"\n")
    assert f"Whole: {files:,} file(s) are as SHA256SUMS says, and {statements:,} statements have the hash" in done.stdout
    assert "not signed" in done.stdout


def test_json_tells_the_same(moves: Run, published: Path, release: Path) -> None:
    whole = json.loads(moves("verify", published, "-f", "json").stdout)
    assert (whole["whole"], whole["problems"], whole["signed"]) == (True, [], None)
    flip(release / "curated.ttl")
    (release / "LICENSE").unlink()
    done = moves("verify", release, "-f", "json")
    assert done.returncode == 1
    assert [(one["kind"], one["file"]) for one in json.loads(done.stdout)["problems"]] == [("missing", "LICENSE"), ("altered", "curated.ttl")]


def test_missing_altered_and_added_files_are_told_apart(moves: Run, release: Path) -> None:
    (release / "tables" / "moves.csv").unlink()
    flip(release / "tables" / "claims.parquet", 100)
    (release / "notes.txt").write_text("mine", encoding="utf-8")
    done = moves("verify", release)
    assert done.returncode == 1
    assert "tables/moves.csv is missing.\n" in done.stdout
    assert "tables/claims.parquet was altered.\n" in done.stdout
    assert "notes.txt was added: SHA256SUMS does not list it.\n" in done.stdout
    assert "Not whole: 3 problem(s)" in done.stdout


def test_files_in_each_others_place_are_recognised(release: Path) -> None:
    one, other = release / "void.ttl", release / "service.ttl"
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)
    outcome = found(release)
    assert kinds(outcome) == [("altered", "service.ttl"), ("altered", "void.ttl")]
    assert [problem.details for problem in outcome.problems] == [["It holds what void.ttl should hold."], ["It holds what service.ttl should hold."]]


@pytest.mark.parametrize("name", DUMPS)
def test_an_altered_date_is_told_by_its_move(release: Path, name: str) -> None:
    alter(release / name, "2024-09-02", "2024-09-22")
    outcome = found(release)
    assert kinds(outcome) == [("altered", name)]
    altered = outcome.problems[0].alteration
    assert altered is not None
    assert altered.added_count == altered.removed_count > 0
    assert any(MOVE in line and "2024-09-02 → 2024-09-22" in line for line in altered.told)
    assert any("2024-09-22" in line for line in altered.added) and any("2024-09-02" in line for line in altered.removed)


def test_what_is_only_written_otherwise_says_the_same(release: Path) -> None:
    file = release / "talent-moves.nt"
    file.write_bytes(b"".join(sorted(file.read_bytes().splitlines(keepends=True), reverse=True)))
    (problem,) = found(release).problems
    assert problem.details == ["It says the same as talent-moves.nq; only how that is written differs."]


def test_a_dump_that_is_cut_off_says_where(release: Path) -> None:
    for name in ("curated.ttl", "talent-moves.rdf", "talent-moves.jsonld"):
        content = (release / name).read_bytes()
        (release / name).write_bytes(content[: content.index(b'"') + 3])
    outcome = found(release)
    assert kinds(outcome) == [("altered", "curated.ttl"), ("altered", "talent-moves.jsonld"), ("altered", "talent-moves.rdf")]
    assert all(problem.details[0].startswith("It cannot be read") for problem in outcome.problems)


def test_the_hash_tells_where_all_dumps_and_sums_were_altered_alike(release: Path) -> None:
    for name in [*DUMPS, "derived.ttl"]:
        alter(release / name, "2024-09-02", "2024-09-22")
        if (release / f"{name}.gz").exists():
            (release / f"{name}.gz").write_bytes(gzip.compress((release / name).read_bytes()))
    sum_anew(release)
    outcome = found(release)
    assert ("graph", "graphs.json") in kinds(outcome)
    assert any("The curated graph in talent-moves.nq is not the one whose hash graphs.json gives" in one.message for one in outcome.problems)
    assert {kind for kind, _ in kinds(outcome)} == {"graph", "description"}


def test_the_other_dumps_tell_where_one_and_the_sums_were_altered(release: Path) -> None:
    alter(release / "talent-moves.ttl", "2024-09-02", "2024-09-22")
    sum_anew(release)
    outcome = found(release)
    assert ("statements", "talent-moves.ttl") in kinds(outcome)
    assert ("packed", "talent-moves.ttl.gz") in kinds(outcome)
    statements = next(problem for problem in outcome.problems if problem.kind is Kind.STATEMENTS)
    assert statements.alteration and "2024-09-22" in statements.alteration.told[0]


def test_the_description_tells_where_a_table_and_the_sums_were_altered(release: Path) -> None:
    flip(release / "tables" / "people.csv")
    sum_anew(release)
    assert kinds(found(release)) == [("description", "tables/people.csv")]
    assert found(release, quick=True).whole


def test_without_the_hashes_the_dump_that_is_not_altered_is_compared_with(release: Path) -> None:
    (release / "graphs.json").unlink()
    alter(release / "talent-moves.nq", "2024-09-02", "2024-09-22")
    outcome = found(release)
    assert kinds(outcome) == [("altered", "talent-moves.nq"), ("missing", "graphs.json")]
    altered = outcome.of("talent-moves.nq")
    assert altered and altered.alteration and "2024-09-22" in altered.alteration.told[0]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"hashes": 3}', "[" * 100_000, '{"hashes": {"curated": {"sha256": "x"}}}'])
def test_hashes_that_are_none(release: Path, content: str) -> None:
    (release / "graphs.json").write_text(content, encoding="utf-8")
    assert kinds(found(release)) == [("altered", "graphs.json")]
    sum_anew(release)
    assert ("graph", "graphs.json") in kinds(found(release))


@pytest.mark.parametrize("place", ["nothing", "a file", "a folder without sums", "a folder with sums of nothing"])
def test_where_no_release_is(moves: Run, tmp_path: Path, place: str) -> None:
    target = tmp_path / "target"
    if place == "a file":
        target.write_text("x", encoding="utf-8")
    elif place != "nothing":
        target.mkdir()
        if "of nothing" in place:
            (target / SUMS).write_text("hello\n", encoding="utf-8")
    done = moves("verify", target)
    assert (done.returncode, done.stdout) == (2, "")
    assert str(target) in done.stderr


# ---------------------------------------------------------------- hostile releases


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../secret", "..", ".ssh/id", "a\\..\\b", "x\u202ey", "SHA256SUMS"])
def test_a_name_that_leads_out_of_the_release_is_never_opened(release: Path, name: str) -> None:
    (release.parent / "secret").write_text("secret", encoding="utf-8")
    with (release / SUMS).open("a", encoding="utf-8") as sums:
        sums.write(f"{hashlib.sha256(b'secret').hexdigest()}  {name}\n")
    outcome = found(release, quick=True)
    assert kinds(outcome) == [("listing", SUMS)]
    assert "\u202e" not in outcome.problems[0].details[0]


def test_a_link_is_not_followed(release: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.copy(release / "void.ttl", outside / "void.ttl")
    (release / "void.ttl").unlink()
    (release / "void.ttl").symlink_to(outside / "void.ttl")
    shutil.move(release / "tables", outside / "tables")
    (release / "tables").symlink_to(outside / "tables")
    outcome = found(release, quick=True)
    assert ("not a file", "void.ttl") in kinds(outcome) and ("not a file", "tables") in kinds(outcome)
    assert ("missing", "tables/moves.csv") in kinds(outcome)


def test_a_pipe_in_the_place_of_a_file_does_not_keep_us_waiting(release: Path) -> None:
    (release / "curated.ttl").unlink()
    os.mkfifo(release / "curated.ttl")
    assert kinds(found(release)) == [("not a file", "curated.ttl")]


def test_a_gzip_bomb_is_not_unpacked(release: Path) -> None:
    bomb = gzip.compress(bytes(300_000_000))
    (release / "talent-moves.nt.gz").write_bytes(bomb)
    sum_anew(release)
    begun = time.monotonic()
    assert ("packed", "talent-moves.nt.gz") in kinds(found(release))
    assert time.monotonic() - begun < 60


def test_a_file_of_terabytes_is_not_read(release: Path) -> None:
    with (release / "talent-moves.nq").open("r+b") as file:
        file.truncate(1 << 40)
    outcome = found(release)
    assert kinds(outcome) == [("altered", "talent-moves.nq")]


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "' + "x" * 1000 + '">' + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(8)) + "]>"
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="e:">'
    '<rdf:Description rdf:about="a:a"><e:p>&i;</e:p></rdf:Description></rdf:RDF>'
)
POISON = "".join(f"_:a{i} <a:p> _:a{(i + j) % 300} .\n" for i in range(300) for j in range(1, 4))


@pytest.mark.parametrize(
    ("name", "content"),
    [("curated.ttl", "<a:a> <a:b> " + "(" * 200_000 + ")" * 200_000 + " ."), ("talent-moves.rdf", LAUGHS), ("talent-moves.nt", POISON)],
    ids=["nested brackets", "entities that multiply", "blank nodes that are hard to tell apart"],
)
def test_a_dump_that_would_take_all_time_or_memory_is_given_up(
    release: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str, content: str
) -> None:
    monkeypatch.setattr(limited, "_SECONDS", 5.0)
    monkeypatch.setattr(limited, "_MEMORY", 256 << 20)
    (release / name).write_text(content, encoding="utf-8")
    outcome = found(release)
    assert kinds(outcome) == [("altered", name)]
    assert outcome.problems[0].details == ["It cannot be read: it takes more time or memory than a file of its size should"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("content", ["<x", "", '<https://w3id.org/talent-moves/dataset#x> <http://www.w3.org/ns/dcat#byteSize> "many" .'])
def test_a_description_that_is_none(release: Path, content: str) -> None:
    (release / "dataset.ttl").write_text(content, encoding="utf-8")
    sum_anew(release)
    assert kinds(found(release)) == [("description", "dataset.ttl")]


def test_a_release_without_what_every_release_has_is_not_whole(moves: Run, release: Path) -> None:
    for file in release.rglob("*"):
        if file.is_file() and file.name != "LICENSE":
            file.unlink()
    sum_anew(release)
    done = moves("verify", release)
    assert done.returncode == 1
    assert "graphs.json is missing: SHA256SUMS does not list it, though every release has it.\n" in done.stdout
    outcome = found(release)
    assert {problem.kind for problem in outcome.problems} == {Kind.MISSING}
    names = {problem.name for problem in outcome.problems}
    assert {"graphs.json", "dataset.ttl", "void.ttl", "shapes.ttl", "tables/moves.csv", "tables/moves.parquet", *DUMPS} <= names
    assert kinds(found(release, quick=True)) == kinds(outcome)


@pytest.mark.parametrize("name", ["graphs.json", "dataset.ttl", "LICENSE", "talent-moves.nq"])
def test_what_was_taken_away_together_with_its_sum_is_missing(release: Path, name: str) -> None:
    (release / name).unlink()
    sum_anew(release)
    outcome = found(release)
    assert ("missing", name) in kinds(outcome)
    skipped = [note for note in outcome.notes if note.startswith(f"Without {name} ")]
    assert len(skipped) == (name in ("graphs.json", "dataset.ttl"))
    with served(release) as address:
        assert ("missing", name) in kinds(found(address, quick=True))


def test_dumps_that_cannot_be_read_are_told_though_their_sums_are_right(release: Path) -> None:
    for name in ("talent-moves.nq", "talent-moves.trig", "talent-moves.jsonld"):
        (release / name).write_text("<", encoding="utf-8")
    sum_anew(release)
    outcome = found(release)
    assert {("statements", f"talent-moves.{ending}") for ending in ("nq", "trig", "jsonld")} <= set(kinds(outcome))


# ---------------------------------------------------------------- files of single entities


@pytest.fixture
def with_entities(release: Path, tmp_path: Path) -> Path:
    """A release with the files of single entities."""
    (tmp_path / "entities").mkdir()
    entities.write(edition([GOOD]), FOLDERS, Staging(tmp_path / "entities"))
    shutil.copytree(tmp_path / "entities", release, dirs_exist_ok=True)
    sum_anew(release)
    return release


def test_files_of_entities_say_what_the_dump_says(with_entities: Path) -> None:
    assert sum(1 for file in with_entities.glob("person/*.*")) > 1
    assert found(with_entities).whole


@pytest.mark.parametrize("ending", ["ttl", "jsonld"])
def test_a_file_of_an_entity_that_was_altered_with_its_sum_is_told(with_entities: Path, ending: str) -> None:
    file = next(file for file in sorted(with_entities.glob(f"move/*.{ending}")) if "2024-09-02" in file.read_text(encoding="utf-8"))
    alter(file, "2024-09-02", "2024-09-22")
    sum_anew(with_entities)
    outcome = found(with_entities)
    assert kinds(outcome) == [("statements", file.relative_to(with_entities).as_posix())]
    altered = outcome.problems[0].alteration
    assert altered and "2024-09-22" in altered.added[0] and "2024-09-02" in altered.removed[0]
    assert found(with_entities, quick=True).whole


def test_a_file_of_an_entity_with_endless_brackets_is_told(with_entities: Path) -> None:
    file = next(with_entities.glob("person/*.ttl"))
    file.write_text("<a:a> <a:b> " + "(" * 200_000 + ")" * 200_000 + " .", encoding="utf-8")
    sum_anew(with_entities)
    assert kinds(found(with_entities)) == [("statements", file.relative_to(with_entities).as_posix())]


def test_a_group_of_files_that_takes_all_time_is_told(with_entities: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("talentmoves.verifying.entities._judge", lambda *_: time.sleep(60))
    outcome = Outcome("")
    nquads = (with_entities / "talent-moves.nq").read_bytes()
    sums = dict(line.split("  ")[::-1] for line in (with_entities / SUMS).read_text(encoding="utf-8").splitlines())
    monkeypatch.setattr(limited, "_SECONDS", 1.0)
    held.check(Folder(with_entities), sums, "talent-moves.nq", nquads, outcome, lambda: None)
    assert kinds(outcome) == [("statements", "")] and "takes more time or memory" in outcome.problems[0].message


def test_blank_nodes_may_be_labelled_otherwise_in_files_of_entities(with_entities: Path) -> None:
    file = next(with_entities.glob("person/*.ttl"))
    statement = f"<{BASE}person/{file.stem}> <https://example.org/p> "
    nquads = (with_entities / "talent-moves.nq").read_bytes() + f"{statement}_:c14n0 <{CURATED}> .\n".encode()
    for name in (file, file.with_suffix(".jsonld")):
        content = name.read_text(encoding="utf-8")
        new = f"{content}{statement}_:other ." if name is file else content.replace("{", '{"https://example.org/p": {"@id": "_:x"},', 1)
        name.write_text(new, encoding="utf-8")
    outcome = Outcome("")
    sums = {f"person/{file.stem}.{ending}": "" for ending in ("ttl", "jsonld")}
    held.check(Folder(with_entities), sums, "talent-moves.nq", nquads, outcome, lambda: None)
    assert not [problem for problem in outcome.problems if problem.kind is Kind.STATEMENTS]


def test_files_of_entities_that_are_short_broken_foreign_or_gone(with_entities: Path) -> None:
    short, broken = sorted(with_entities.glob("person/*.ttl"))[0], sorted(with_entities.glob("company/*.ttl"))[0]
    gone = sorted(with_entities.glob("move/*.jsonld"))[0]
    short.write_text("", encoding="utf-8")
    broken.write_text("<", encoding="utf-8")
    gone.unlink()
    (with_entities / "person" / "nobody.ttl").write_text("", encoding="utf-8")
    sum_anew(with_entities)
    outcome = found(with_entities)
    names = [file.relative_to(with_entities).as_posix() for file in (gone, short, broken)]
    expected = [("missing", names[0]), *(("statements", name) for name in (*names[1:], "person/nobody.ttl"))]
    assert kinds(outcome) == sorted(expected)


def test_hostile_names_of_added_files_are_shown_safely(moves: Run, release: Path) -> None:
    (release / "evil\x1b[31m\u202egnp.exe").write_text("x", encoding="utf-8")
    done = moves("verify", "--quick", release)
    assert "evil\\u001b[31m\\u202egnp.exe was added" in done.stdout
    assert "\x1b" not in done.stdout and "\u202e" not in done.stdout


def test_names_with_line_breaks_and_tabs_do_not_forge_lines(moves: Run, release: Path) -> None:
    (release / "x\nWhole: 9 file(s)\ty").write_text("x", encoding="utf-8")
    (release / "l\nWhole: all").symlink_to("void.ttl")
    with (release / SUMS).open("a", encoding="utf-8") as sums:
        sums.write("x\tWhole: y\n")
    done = moves("verify", "--quick", release)
    assert done.returncode == 1
    assert "x\\u000aWhole: 9 file(s)\\u0009y was added" in done.stdout and "l\\u000aWhole: all is a link" in done.stdout
    assert "x\\u0009Whole: y" in done.stdout
    assert "\t" not in done.stdout and not any(line.startswith("Whole") for line in done.stdout.splitlines())


# ---------------------------------------------------------------- signatures


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys of our own: one without and one with a password."""
    from minisign import KeyPair

    folder = tmp_path_factory.mktemp("keys")
    for name, password in (("open", ""), ("closed", "correct horse")):
        pair = KeyPair.generate()
        (folder / f"{name}.pub").write_bytes(bytes(pair.public_key) + b"\n")
        if password:
            pair.secret_key.encrypt(password, opslimit=1 << 15, memlimit=1 << 24)
        (folder / f"{name}.key").write_bytes(bytes(pair.secret_key) + b"\n")
    return folder


@pytest.fixture(scope="module")
def minisign() -> str:
    program = shutil.which("minisign")
    if program is None:
        if os.environ.get("TALENT_MOVES_ALL_TESTS"):
            pytest.fail("minisign is missing: apt-get install minisign")
        pytest.skip("needs Debian's package minisign")
    return program


def public(file: Path) -> str:
    return file.read_text(encoding="utf-8").splitlines()[1]


@pytest.fixture
def signed(release: Path, keys: Path) -> Path:
    (release / SIGNATURE).write_bytes(sign((release / SUMS).read_bytes(), keys / "open.key", version="0.1.0"))
    return release


def test_a_signature_is_checked_by_the_key_or_its_file(moves: Run, signed: Path, keys: Path) -> None:
    for key in (str(keys / "open.pub"), public(keys / "open.pub")):
        done = moves("verify", "--quick", signed, "--public-key", key)
        assert done.returncode == 0, done.stdout + done.stderr
        digest = hashlib.sha256((signed / SUMS).read_bytes()).hexdigest()
        assert "Signed by " in done.stdout and f"talent-moves 0.1.0 sha256:{digest}" in done.stdout


def test_publish_signs_what_verify_checks(moves: Run, tmp_path: Path, keys: Path) -> None:
    environment = {PASSWORD: "correct horse"}
    done = moves("publish", tmp_path / "out", "--data", GOOD, "--no-site", "--sign", keys / "closed.key", **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    done = moves("verify", "--quick", tmp_path / "out", "--public-key", keys / "closed.pub")
    assert done.returncode == 0 and "Signed by" in done.stdout
    done = moves("publish", tmp_path / "out", "--data", GOOD, "--no-site", "--sign", keys / "closed.key", **{PASSWORD: "wrong"})
    assert (done.returncode, done.stdout) == (2, "") and "the password is wrong" in done.stderr


def test_a_signature_is_the_same_each_time_and_has_no_time_in_it(keys: Path) -> None:
    assert sign(b"sums", keys / "open.key") == sign(b"sums", keys / "open.key")
    assert b"timestamp" not in sign(b"sums", keys / "open.key")


def test_sums_made_anew_do_not_have_the_signature(signed: Path, keys: Path) -> None:
    flip(signed / "tables" / "people.csv")
    sum_anew(signed)
    outcome = found(signed, quick=True, key=str(keys / "open.pub"))
    assert kinds(outcome) == [("signature", SIGNATURE)]
    assert "altered after signing" in outcome.problems[0].message


def test_a_signature_that_is_demanded_and_not_there(moves: Run, release: Path, keys: Path) -> None:
    done = moves("verify", "--quick", release, "--public-key", keys / "open.pub")
    assert done.returncode == 1 and "The release is not signed" in done.stdout


def test_a_signature_of_somebody_else(signed: Path, keys: Path) -> None:
    outcome = found(signed, quick=True, key=str(keys / "closed.pub"))
    assert kinds(outcome) == [("signature", SIGNATURE)] and "another key" in outcome.problems[0].message


@pytest.mark.parametrize("content", [b"", b"x", b"\x00" * 500, b"untrusted comment: a\nRWQ\ntrusted comment: b\nxx\n", b"a\n" * 1000])
def test_a_signature_that_is_none(signed: Path, keys: Path, content: bytes) -> None:
    (signed / SIGNATURE).write_bytes(content)
    outcome = found(signed, quick=True, key=str(keys / "open.pub"))
    assert kinds(outcome) == [("signature", SIGNATURE)]


def test_an_altered_comment_does_not_pass(keys: Path) -> None:
    signature = sign(b"sums", keys / "open.key", version="0.1.0").replace(b"talent-moves 0.1.0", b"talent-moves 0.9.9")
    with pytest.raises(SignatureError):
        check(b"sums", signature, str(keys / "open.pub"))


def test_a_signature_without_a_key_is_told_as_unchecked(signed: Path) -> None:
    assert any("It is signed: --public-key" in note for note in found(signed, quick=True).notes)


@pytest.mark.parametrize("key", ["", "RWQ", "no such file", "x" * 5000])
def test_a_public_key_that_is_none(moves: Run, signed: Path, release: Path, key: str) -> None:
    if key:
        done = moves("verify", "--quick", signed, "--public-key", key)
        assert (done.returncode, done.stdout) == (2, "") and "--public-key" in done.stderr


def test_keys_with_a_password(keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD, "correct horse")
    assert password_for(keys / "open.key") == ""
    assert password_for(keys / "closed.key") == "correct horse"
    check(b"sums", sign(b"sums", keys / "closed.key", "correct horse"), str(keys / "closed.pub"))
    for wrong in ("", "wrong"):
        with pytest.raises(ParameterError, match="the password is wrong"):
            sign(b"sums", keys / "closed.key", wrong)
    monkeypatch.delenv(PASSWORD)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(ParameterError, match="no terminal"):
        password_for(keys / "closed.key")


@pytest.mark.parametrize("content", [None, b"", b"hello", b"untrusted comment: x\nRWQ=\n"])
def test_a_secret_key_that_is_none(tmp_path: Path, content: bytes | None) -> None:
    key = tmp_path / "key"
    if content is not None:
        key.write_bytes(content)
    with pytest.raises(InputError, match="key"):
        sign(b"sums", key)


def test_minisign_itself_checks_what_we_sign(minisign: str, signed: Path, keys: Path) -> None:
    command = [minisign, "-V", "-p", str(keys / "open.pub"), "-m", str(signed / SUMS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "talent-moves 0.1.0" in done.stdout


@pytest.mark.parametrize("password", ["", "correct horse"])
def test_keys_and_signatures_of_minisign_itself(minisign: str, release: Path, tmp_path: Path, password: str) -> None:
    made = [minisign, "-G", "-p", "its.pub", "-s", "its.key", *(() if password else ("-W",))]
    subprocess.run(made, cwd=tmp_path, input=f"{password}\n" * 2, text=True, capture_output=True, check=True)
    (release / SIGNATURE).write_bytes(sign((release / SUMS).read_bytes(), tmp_path / "its.key", password))
    assert found(release, quick=True, key=str(tmp_path / "its.pub")).whole
    if password:  # to open the key takes minisign seconds, and its signature is none other
        return
    (release / SIGNATURE).unlink()
    subprocess.run([minisign, "-S", "-s", str(tmp_path / "its.key"), "-m", str(release / SUMS)], capture_output=True, check=True)
    outcome = found(release, quick=True, key=public(tmp_path / "its.pub"))
    assert outcome.whole and "timestamp:" in outcome.signed


# ---------------------------------------------------------------- over the web


@contextmanager
def served(folder: Path) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(folder), str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/", server)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.kill()
        server.wait()


def test_a_release_on_a_web_server(moves: Run, release: Path, keys: Path) -> None:
    (release / "index.html").write_text("<p>x", encoding="utf-8")
    sum_anew(release)
    (release / SIGNATURE).write_bytes(sign((release / SUMS).read_bytes(), keys / "open.key"))
    with served(release) as address:
        done = moves("verify", address, "--public-key", keys / "open.pub")
        assert done.returncode == 0, done.stdout + done.stderr
        assert "pages and files of single entities were not checked; --all fetches these too." in done.stdout
        assert "Files that the server has besides" in done.stdout and "Signed by" in done.stdout
        flip(release / "index.html")
        assert moves("verify", address).returncode == 0
        done = moves("verify", "--all", address.removesuffix("/"))
        assert done.returncode == 1 and "index.html was altered." in done.stdout


def test_alterations_on_a_web_server(release: Path) -> None:
    alter(release / "curated.ttl", "2024-09-02", "2024-09-22")
    (release / "LICENSE").unlink()
    with (release / "void.ttl").open("a", encoding="utf-8") as file:
        file.write("# longer than it should be\n")
    with served(release) as address:
        outcome = found(address)
    assert ("missing", "LICENSE") in kinds(outcome) and ("altered", "curated.ttl") in kinds(outcome)
    assert ("altered", "void.ttl") in kinds(outcome)
    altered = outcome.of("curated.ttl")
    assert altered and altered.alteration and "2024-09-22" in altered.alteration.told[0]
    assert outcome.exit_code == 1


def test_a_lengthened_file_on_a_web_server_is_altered(moves: Run, release: Path) -> None:
    with (release / "curated.ttl").open("a", encoding="utf-8") as file:
        file.write("<https://example.org/s> <https://example.org/p> <https://example.org/o> .\n")
    with (release / "LICENSE").open("ab") as file:
        file.write(bytes(1 << 22))
    with (release / "tables" / "people.csv").open("ab") as file:
        file.write(b"#" * (1 << 22))
    with served(release) as address:
        done = moves("verify", address)
    assert done.returncode == 1, done.stdout
    assert "Not whole: 3 problem(s)" in done.stdout and "LICENSE was altered" in done.stdout
    assert "curated.ttl was altered" in done.stdout and "+ <https://example.org/s>" in done.stdout
    assert "tables/people.csv was altered: the server sends more than" in done.stdout


def test_no_server_and_no_release(moves: Run, tmp_path: Path) -> None:
    done = moves("verify", f"http://127.0.0.1:{free_port()}/")
    assert (done.returncode, done.stdout) == (3, "") and "cannot be fetched" in done.stderr
    with served(tmp_path) as address:
        done = moves("verify", address)
    assert (done.returncode, done.stdout) == (2, "") and "this is no release" in done.stderr


@pytest.mark.parametrize(
    "address", ["ftp://example.org/", "file:///etc/", "http://", "http:///x", "http://a b/", "http://[::1", "http://a:99999/", "http://a\x1b/"]
)
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(ParameterError, match="not the address"):
        found(address)


@pytest.mark.parametrize("address", ["http://user:secret@example.org/", "https://secret@example.org/", "http://user:secret@[::1"])
def test_a_password_in_an_address_is_refused_and_not_shown(moves: Run, address: str) -> None:
    done = moves("verify", address)
    assert (done.returncode, done.stdout) == (2, "")
    assert "secret" not in done.stderr and "address" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("seconds", ["nan", "inf", "-inf", "0", "1e300"])
def test_times_that_are_none(moves: Run, seconds: str) -> None:
    done = moves("verify", "http://127.0.0.1:9/", "--timeout", seconds)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--timeout" in done.stderr


@contextmanager
def answering(answer: Callable[[http.server.BaseHTTPRequestHandler], None], certificate: Path | None = None) -> Iterator[str]:
    """Serve whatever a hostile server would say."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass

    server = Server(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def silent(handler: http.server.BaseHTTPRequestHandler) -> None:
    time.sleep(30)


def dripping_headers(handler: http.server.BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
    for _ in range(300):
        handler.wfile.write(b"X")
        handler.wfile.flush()
        time.sleep(0.1)


def dripping_body(handler: http.server.BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(300):
        handler.wfile.write(b"0")
        handler.wfile.flush()
        time.sleep(0.1)


@pytest.mark.parametrize("answer", [silent, dripping_headers, dripping_body])
def test_a_server_that_keeps_us_waiting_is_given_up(answer: Callable[[http.server.BaseHTTPRequestHandler], None]) -> None:
    begun = time.monotonic()
    with answering(answer) as address, pytest.raises(EngineError, match="kept us waiting for 1 seconds"):
        found(address, timeout=1.0)
    assert time.monotonic() - begun < 15


def test_an_endless_answer_is_given_up(release: Path) -> None:
    sent = 0

    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        nonlocal sent
        name = handler.path.lstrip("/")
        handler.send_response(200 if (release / name).is_file() else 404)
        handler.end_headers()
        if name != "talent-moves.nq":
            handler.wfile.write((release / name).read_bytes() if (release / name).is_file() else b"")
            return
        while sent < 1 << 30:
            sent += handler.wfile.write(bytes(1 << 16))

    with answering(answer) as address:
        outcome = found(address)
    assert kinds(outcome) == [("altered", "talent-moves.nq")]
    assert sent < 1 << 26
    assert outcome.exit_code == 1


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "gopher://127.0.0.1/x"])
def test_a_server_cannot_lead_us_to_files(target: str) -> None:
    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", target)
        handler.end_headers()

    with answering(answer) as address, pytest.raises(MovesError) as raised:
        found(address)
    assert raised.value.exit_code == 3


def test_redirects_to_another_web_server_are_followed_and_those_in_a_circle_are_not(release: Path) -> None:
    with served(release) as there:

        def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
            handler.send_response(301)
            handler.send_header("Location", there + handler.path.lstrip("/"))
            handler.end_headers()

        with answering(answer) as address:
            assert found(address, quick=True).whole

    def circle(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(301)
        handler.send_header("Location", handler.path)
        handler.end_headers()

    with answering(circle) as address, pytest.raises(EngineError):
        found(address)


@pytest.mark.parametrize("code", [403, 500, 503])
def test_a_server_with_an_error_is_no_alteration(release: Path, code: int) -> None:
    def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
        file = release / handler.path.lstrip("/")
        fails = file.name == "void.ttl"
        handler.send_response(code if fails else 200 if file.is_file() else 404)
        handler.end_headers()
        if file.is_file() and not fails:
            handler.wfile.write(file.read_bytes())

    with answering(answer) as address:
        outcome = found(address, quick=True)
    assert kinds(outcome) == [("unreachable", "void.ttl")]
    assert outcome.exit_code == 3


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own for 127.0.0.1, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - timedelta(days=1), now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("certificate") / "certificate.pem"
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(made.public_bytes(pem) + secret)
    return file


def test_over_tls_the_certificate_counts_and_nothing_leads_out_of_it(moves: Run, release: Path, certificate: Path) -> None:
    with served(release) as plain:

        def answer(handler: http.server.BaseHTTPRequestHandler) -> None:
            name = handler.path.lstrip("/")
            if name == "void.ttl":
                handler.send_response(302)
                handler.send_header("Location", plain + name)
                handler.end_headers()
                return
            handler.send_response(200 if (release / name).is_file() else 404)
            handler.end_headers()
            handler.wfile.write((release / name).read_bytes() if (release / name).is_file() else b"")

        with answering(answer, certificate) as address:
            assert moves("verify", "--quick", address).returncode == 3
            done = moves("verify", "--quick", address, "-f", "json", SSL_CERT_FILE=str(certificate))
    assert done.returncode == 3, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert [problem["file"] for problem in told["problems"]] == ["void.ttl"] and "not followed" in told["problems"][0]["message"]
    assert told["files"] > 10
