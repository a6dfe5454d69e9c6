"""moves remove: nothing of a person stays but a hash, and validation refuses re-entry."""

from __future__ import annotations

import gzip
import io
import json
import re
import shutil
import stat
from pathlib import Path

import pytest
from pyoxigraph import Literal, RdfFormat, Store

from talentmoves.layout.formatting import formatted
from talentmoves.tombstones import parsed
from talentmoves.validation.rules.removed import EXAMPLE, EXAMPLE_KEY
from talentmoves.vocabulary import BASE, TM
from tests.conftest import ROOT, Run

#: Each with the names that must not be found anywhere afterwards.
PEOPLE = {
    "Example Zoe": ("Zoé Example", "Zoe van Example", "Example, Zoe", "zoe-example", "佐伊", "%E4%BD%90%E4%BC%8A"),
    "佐伊": ("Zoé Example", "zoe-example", "佐伊"),
    "yan-sample": ("Yan Sample", "yan-sample"),
    "sam-namesake-robots": ("person:sam-namesake-robots", "山姆"),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small data set of invented people that may be written."""
    return Path(shutil.copytree(ROOT / "tests" / "removal", tmp_path / "data"))


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def readable(name: str, content: bytes) -> str:
    if name.endswith(".parquet"):
        import pandas

        return str(pandas.read_parquet(io.BytesIO(content)).to_csv())
    if name.endswith(".gz"):
        content = gzip.decompress(content)
    return content.decode("utf-8", "replace")


def holds(text: str, name: str) -> bool:
    return name.casefold() in text.casefold()


def test_nothing_of_somebody_in_the_curated_data_stays(moves: Run, tmp_path: Path) -> None:
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    nothing_stays(moves, data, tmp_path, "noam-shazeer", ("Noam Shazeer", "noam-shazeer", "諾姆·沙澤爾"), "--no-site")


@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_of_the_person_stays(moves: Run, data: Path, tmp_path: Path, person: str) -> None:
    nothing_stays(moves, data, tmp_path, person, PEOPLE[person])


def nothing_stays(moves: Run, data: Path, tmp_path: Path, person: str, names: tuple[str, ...], *options: str) -> None:
    done = moves("remove", person, "--reason", "objection", "--data", data, "--yes")
    assert done.returncode == 0, done.stderr
    assert "mend it by hand" not in done.stderr
    release = tmp_path / "release"
    published = moves("publish", release, "--data", data, *options)
    assert published.returncode == 0, published.stdout + published.stderr
    for folder in (data, release):
        for name, content in everything(folder).items():
            text = readable(name, content)
            for called in names:
                assert not holds(text, called), (folder.name, name, called)
    assert not any("removal.key" in str(file) for file in release.rglob("*"))
    assert moves("validate", "--data", data, "--fail-on", "warning").returncode == 0
    for file in data.rglob("*.ttl"):
        text = file.read_text(encoding="utf-8")
        assert formatted(text) == text


def test_the_tombstone_holds_hash_reason_and_day_and_nothing_else(moves: Run, data: Path) -> None:
    moves("remove", "Zoé Example", "--reason", "mistakenIdentity", "--data", data, "--yes")
    store = Store()
    store.load(path=str(data / "removals.ttl"), format=RdfFormat.TURTLE)
    facts = {(quad.predicate.value.rsplit("#", 1)[-1], quad.object.value) for quad in store}
    assert {name for name, _ in facts} == {"type", "nameHash", "removalReason", "removed", "keyMark"}
    assert ("removalReason", TM + "mistakenIdentity") in facts
    key_file = data / "removal.key"
    key = parsed(key_file.read_text(encoding="ascii"))
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    hashes = {value for name, value in facts if name == "nameHash"}
    assert key.of_name("Zoé Example") | key.of_name("佐伊") <= hashes
    assert all(re.fullmatch(r"[0-9a-f]{64}", value) for value in hashes)
    (subject,) = {quad.subject.value for quad in store}
    assert re.fullmatch(re.escape(BASE) + r"removal/\d{4}-\d\d-\d\d-[0-9a-f]{8}", subject)
    # Under another key the hashes are others: without the key nobody can try names.
    assert not hashes & (parsed("11" * 32).of_name("Zoé Example") | parsed("11" * 32).of_name("佐伊"))


RDFS = "http://www.w3.org/2000/01/rdf-schema#"
ENTRIES = [
    'person:x a tm:Person ; rdfs:label "Zo-e Exam Ple"@en .',
    'person:x a tm:Person ; rdfs:label "ZoeExample"@en .',
    'person:x a tm:Person ; rdfs:label "Z\u043ee Example"@en .',
    'person:x a tm:Person ; rdfs:label "Somebody"@en ; skos:altLabel "佐 伊"@zh .',
    "company:robots dcterms:source source:n . source:n a tm:Source ; tm:url <https://n.example/zoe-example-goes> .",
    "company:robots dcterms:source source:n . source:n a tm:Source ; tm:url <https://n.example/%E4%BD%90%E4%BC%8A> .",
    'person:zc a tm:Person ; rdfs:label "Example ZOE"@en .',
    'person:zc a tm:Person ; rdfs:label "Somebody"@en, "佐伊"@zh .',
    "person:zoe-example a tm:Person .",
    'company:robots skos:editorialNote "Led by Zoe Example until 2024."@en .',
    'company:robots skos:editorialNote "由 佐伊 负责。"@zh .',
]


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("how", ["contribution", "data"])
def test_validation_refuses_reentry(moves: Run, data: Path, tmp_path: Path, entry: str, how: str) -> None:
    moves("remove", "Zoé Example", "--reason", "objection", "--data", data, "--yes")
    prefixes = "".join(f"@prefix {name}: <{BASE}{name}/> .\n" for name in ("person", "company", "source"))
    prefixes += f"@prefix tm: <{TM}> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    prefixes += "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    file = (tmp_path if how == "contribution" else data) / "again.ttl"
    file.write_text(prefixes + entry + "\n", encoding="utf-8")
    done = moves("validate", "--data", data, *([file] if how == "contribution" else []), "-f", "json")
    found = [each for each in json.loads(done.stdout)["findings"] if each["code"] == "TM141"]
    assert done.returncode == 1 and len(found) == 1, done.stdout
    assert found[0]["line"] == 8
    if how == "data":
        assert moves("publish", tmp_path / "release", "--data", data).returncode == 1
        assert not (tmp_path / "release").exists()


def test_other_people_are_not_refused(moves: Run, data: Path, tmp_path: Path) -> None:
    moves("remove", "Zoé Example", "--reason", "objection", "--data", data, "--yes")
    names = ("Zoe Example Chen", "Zoe Sample", "Anna Zoe Example"), ("佐伊娜", "王佐伊")
    lines = [f'<{BASE}person/p{at}> a <{TM}Person> ; <{RDFS}label> "{name}"@en .' for at, name in enumerate(names[0])]
    lines += [f'<{BASE}person/q{at}> a <{TM}Person> ; <{RDFS}label> "Q"@en, "{name}"@zh .' for at, name in enumerate(names[1])]
    (tmp_path / "others.ttl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "TM141" not in moves("validate", "--data", data, tmp_path / "others.ttl").stdout


def test_a_namesake_can_be_spared(moves: Run, data: Path) -> None:
    moves("remove", "Zoé Example", "--reason", "objection", "--data", data, "--yes")
    (data / "other.ttl").write_text(f'<{BASE}person/zoe-2> a <{TM}Person> ; <{RDFS}label> "Zoe Example"@en .\n', encoding="utf-8")
    assert "TM141" in moves("validate", "--data", data).stdout
    tombstones = data / "removals.ttl"
    text = tombstones.read_text(encoding="utf-8").rstrip().removesuffix(".") + f"; tm:spares <{BASE}person/zoe-2> .\n"
    tombstones.write_text(text, encoding="utf-8")
    done = moves("validate", "--data", data)
    assert done.returncode == 0 and "TM141" not in done.stdout


def test_the_family_name_alone_is_covered_where_nobody_else_bears_it(moves: Run, data: Path) -> None:
    persons = data / "persons.ttl"
    persons.write_text(persons.read_text(encoding="utf-8").replace('"Zoe van Example"', '"Zoe Quillfeather"'), encoding="utf-8")
    companies = data / "companies.ttl"
    companies.write_text(companies.read_text(encoding="utf-8").replace("Zoé Example reported here", "Quillfeather's lab was here"), encoding="utf-8")
    assert moves("remove", "Zoé Example", "--reason", "objection", "--data", data, "--yes").returncode == 0
    assert "[removed]'s lab was here" in companies.read_text(encoding="utf-8")


def test_moves_add_refuses_it_too(moves: Run, data: Path, tmp_path: Path) -> None:
    moves("remove", "Zoé Example", "--reason", "objection", "--data", data, "--yes")
    row = {
        **{"person": "Zoé Example", "from_company": "Example Labs", "to_company": "Sample Systems", "source_url": "https://n.example/z"},
        **{"source_publisher": "N", "source_title": "A move", "says": "A person went to Sample Systems."},
    }
    (tmp_path / "one.jsonl").write_text(json.dumps(row), encoding="utf-8")
    done = moves("add", "--from", tmp_path / "one.jsonl", "--data", data)
    assert done.returncode == 1 and "TM141" in done.stderr


def test_without_the_key_it_says_that_this_was_not_checked(moves: Run, data: Path) -> None:
    moves("remove", "Zoé Example", "--reason", "objection", "--data", data, "--yes")
    key = (data / "removal.key").read_text(encoding="ascii")
    (data / "removal.key").unlink()
    (data / "again.ttl").write_text(f'<{BASE}person/x> a <{TM}Person> ; <{RDFS}label> "Zoé Example"@en .\n', encoding="utf-8")
    without = moves("validate", "--data", data)
    assert "TM141" not in without.stdout and "was not checked: there is no key here" in without.stderr
    other = moves("validate", "--data", data, TALENT_MOVES_REMOVAL_KEY="22" * 32)
    assert "the key here is another one" in other.stderr
    assert "TM141" in moves("validate", "--data", data, TALENT_MOVES_REMOVAL_KEY=key).stdout
    wrong = moves("validate", "--data", data, TALENT_MOVES_REMOVAL_KEY="secret")
    assert wrong.returncode == 2 and "not a removal key" in wrong.stderr


def test_a_second_removal_uses_the_same_key(moves: Run, data: Path) -> None:
    moves("remove", "Zoé Example", "--reason", "objection", "--data", data, "--yes")
    key = (data / "removal.key").read_bytes()
    assert moves("remove", "Yan Sample", "--reason", "objection", "--data", data, "--yes").returncode == 0
    assert (data / "removal.key").read_bytes() == key
    assert (data / "removals.ttl").read_text(encoding="utf-8").count("a tm:Removal") == 2


def test_texts_and_addresses_about_others_are_covered_not_lost(moves: Run, data: Path) -> None:
    assert moves("remove", "Zoé Example", "--reason", "objection", "--data", data, "--yes").returncode == 0
    companies, sources, roles = ((data / f"{name}.ttl").read_text(encoding="utf-8") for name in ("companies", "sources", "roles"))
    moved = (data / "moves" / "2024.ttl").read_text(encoding="utf-8")
    assert "[removed] reported here to the board" in companies and "tm:founder person:yan-sample ;" in companies
    assert '"Yan Sample followed [removed] in October."@en' in moved and "此前与［已移除］共事" in moved
    assert re.search(r"move:removed-[0-9a-f]{8}-team-sample-systems-2024\n  a tm:GroupMove", moved) and "# [removed]'s own group" in moved
    assert "https://times.example/founders" in sources and sources.count("The address is left out") == 2
    assert "Her way" not in sources  # which only told of her
    assert "The team is led by [removed]." in roles and "reportsTo" not in roles and "speaker" not in roles
    assert "Head of speech" not in roles and "Member of the speech team" in roles
    assert (data / "notes.md").read_text(encoding="utf-8") == "# Notes\n\n[removed] (［已移除］) was asked; so was Yan Sample.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Nobody Atall", "--reason", "objection"), "There is no person 'Nobody Atall' here."),
        (("Zoé Exampel", "--reason", "objection"), "Did you mean Zoé Example"),
        (("Zoé Example",), "Missing option '--reason'"),
        (("Zoé Example", "--reason", "dislike"), "'dislike' is not one of"),
    ],
)
def test_wrong_use_changes_nothing(moves: Run, data: Path, arguments: tuple[str, ...], said: str) -> None:
    before = everything(data)
    done = moves("remove", *arguments, "--data", data, "--yes")
    assert done.returncode == 2 and said in done.stderr, done.stderr
    assert everything(data) == before


def test_a_dry_run_and_a_no_write_nothing(moves: Run, data: Path) -> None:
    before = everything(data)
    dry = moves("remove", "Zoé Example", "--reason", "objection", "--data", data, "--dry-run")
    assert dry.returncode == 0 and "1 person" in dry.stderr
    assert moves("remove", "Zoé Example", "--reason", "objection", "--data", data, stdin="n\n").returncode == 1
    assert everything(data) == before


def test_the_names_of_a_namesake_stay(moves: Run, data: Path) -> None:
    assert moves("remove", "sam-namesake", "--reason", "objection", "--data", data, "--yes").returncode == 0
    text = "".join(file.read_text(encoding="utf-8") for file in data.rglob("*.ttl"))
    assert 'person:sam-namesake-robots\n  a tm:Person ;\n  rdfs:label "Sam Namesake"@en, "山姆"@zh .' in text
    assert "move:sam-namesake-robots-sample-systems-2024" in text and "move:sam-namesake-robots-2024" not in text
    assert moves("validate", "--data", data).returncode == 0


def test_namesakes_are_told_apart(moves: Run, data: Path) -> None:
    before = everything(data)
    done = moves("remove", "Sam Namesake", "--reason", "objection", "--data", data, "--yes")
    assert done.returncode == 2 and "names more than one person" in done.stderr and "sam-namesake-robots" in done.stderr
    assert everything(data) == before


def test_the_example_of_the_rule_is_what_the_program_prints(moves: Run, tmp_path: Path) -> None:
    key = parsed(EXAMPLE_KEY)
    hashes = ", ".join(str(Literal(one)) for one in sorted(key.of_name("Ada Example")))
    data = tmp_path / "data"
    data.mkdir()
    (data / "removals.ttl").write_text(
        f"@prefix tm: <{TM}> .\n<{BASE}removal/2026-11-27-00000000> a tm:Removal ; tm:nameHash {hashes} ; "
        f'tm:keyMark {Literal(key.mark)} ; tm:removalReason tm:objection ; tm:removed "2026-11-27"^^<http://www.w3.org/2001/XMLSchema#date> .\n',
        encoding="utf-8",
    )
    for text, expected in ((EXAMPLE.wrong, EXAMPLE.printed), (EXAMPLE.right, "")):
        (tmp_path / "example.ttl").write_text(text + "\n", encoding="utf-8")
        done = moves("validate", "--data", "data", "example.ttl", cwd=tmp_path, TALENT_MOVES_REMOVAL_KEY=EXAMPLE_KEY)
        assert done.stdout.startswith(expected) if expected else "TM141" not in done.stdout


def test_the_key_is_ignored_by_git_and_left_out_of_the_wheel() -> None:
    assert "/data/removal.key" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "removal.key" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
