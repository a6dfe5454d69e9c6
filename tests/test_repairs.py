"""A repair mends what was found: made in the text, the finding is gone and the file is still well-formed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from talentmoves.validation import offsets
from talentmoves.validation.findings import LANGUAGES
from talentmoves.validation.repairs import dates
from talentmoves.validation.repairs.registry import REPAIRS
from talentmoves.validation.rules.catalogue import catalogue
from talentmoves.validation.running import validate
from tests.conftest import CASES
from tests.repair_cases import Found, applied, findings
from tests.small import _HEADER, claim, data_set, move

FOLDERS = sorted(folder for folder in CASES.iterdir() if folder.is_dir())
#: Rules whose wrong example is mended by an edit, those of them that are certain, and by a block to paste.
CERTAIN = {"TM003", "TM004", "TM008", "TM011", "TM017", "TM063", "TM071", "TM085", "TM090", "TM094", "TM097", "TM140"}
EDITED = {
    *CERTAIN,
    *("TM001", "TM007", "TM010", "TM015", "TM025", "TM026", "TM031", "TM033", "TM041", "TM042", "TM043", "TM044", "TM046", "TM047", "TM049"),
    *("TM056", "TM064", "TM066", "TM068", "TM069", "TM074", "TM080", "TM081", "TM102", "TM107", "TM111", "TM112", "TM113", "TM114", "TM116"),
    *("TM118", "TM121", "TM122", "TM124", "TM125", "TM126"),
}
PASTED = {
    *("TM005", "TM019", "TM024", "TM028", "TM029", "TM030", "TM034", "TM035", "TM039", "TM050", "TM053", "TM057", "TM072", "TM075", "TM076"),
    *("TM082", "TM083", "TM086", "TM088", "TM089", "TM091", "TM093", "TM095", "TM098", "TM120", "TM138"),
}
#: What finds the marks that a human is to fill in.
FILL_IN = {"TM010", "TM021", "TM022", "TM026", "TM030", "TM033", "TM037", "TM052", "TM071", "TM074", "TM085", "TM090", "TM094", "TM096", "TM097"}


@cache
def wrong(code: str) -> tuple[Found, ...]:
    """The violations in the wrong example of a rule."""
    return tuple(findings(next(folder for folder in FOLDERS if folder.name.startswith(code)) / "bad.ttl"))


def mended(tmp_path: Path, text: str) -> list[Found]:
    file = tmp_path / "mended.ttl"
    file.write_bytes(text.encode())
    return findings(file)


def key(found: Found) -> tuple[str, str, str, str | None]:
    return (found.rule.code, found.result.focus, found.result.path, found.result.value)


def of(code: str) -> list[Found]:
    return [found for found in wrong(code) if found.rule.code == code]


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_the_rules_have_the_repairs_that_are_listed_here(code: str) -> None:
    found = of(code)
    assert any(one.repair.edit for one in found) == (code in EDITED)
    assert any(one.repair.edit and one.repair.edit.certain for one in found) == (code in CERTAIN)
    assert any(one.repair.block for one in found) == (code in PASTED)


@pytest.mark.parametrize("code", sorted(EDITED))
def test_an_edit_mends_what_was_found(code: str, tmp_path: Path) -> None:
    for found in of(code):
        assert found.repair.edit is not None
        assert key(found) not in map(key, mended(tmp_path, applied(found.repair.edit)))


@pytest.mark.parametrize("code", sorted(CERTAIN))
def test_a_certain_edit_brings_nothing_new(code: str, tmp_path: Path) -> None:
    for found in of(code):
        assert found.repair.edit is not None
        assert set(map(key, mended(tmp_path, applied(found.repair.edit)))) <= set(map(key, wrong(code)))


@pytest.mark.parametrize("code", sorted(PASTED))
def test_a_block_mends_what_was_found_but_for_what_is_to_be_filled_in(code: str, tmp_path: Path) -> None:
    file = next(folder for folder in FOLDERS if folder.name.startswith(code)) / "bad.ttl"
    text = offsets.read(file)
    for found in of(code):
        block = found.repair.block
        if block.startswith(" "):
            subject = re.search(rf"^\S+:{found.result.focus.strip('<>').rpartition('/')[2]}\n", text, re.MULTILINE)
            assert subject
            pasted = text[: subject.end()] + block + text[subject.end() :]
        else:
            pasted = f"{text}\n{block}"
        for prefix in ("source", "report", "skos"):  # the program says which prefixes a file lacks
            line = next(line for line in _HEADER.splitlines(keepends=True) if line.startswith(f"@prefix {prefix}:"))
            pasted = pasted if line in pasted else line + pasted
        after = mended(tmp_path, pasted)
        left = [one for one in after if key(one) == key(found)]
        # An address becomes the source's own name in a second step.
        assert all(one.repair.edit and one.repair.edit.certain for one in left)
        assert not left or code == "TM030"
        assert {one.rule.code for one in after} - {one.rule.code for one in wrong(code)} <= FILL_IN | {"TM076", "TM135", "TM137"}


@pytest.mark.parametrize("code", sorted(REPAIRS))
def test_repairs_are_told_in_both_languages_without_stray_marks(code: str) -> None:
    file = next(folder for folder in FOLDERS if folder.name.startswith(code)) / "bad.ttl"
    for language in LANGUAGES:
        for found in findings(file, language):
            assert found.repair.text
            assert not re.search(r"\{\w*\}|\{\?", found.repair.text)
            for note in found.notes:
                assert note.location is not None
                assert not re.search(r"\{\?", note.text)
                assert not note.text.endswith((".", "。"))
                assert bool(re.search("[\u4e00-\u9fff]", note.text)) == (language == "zh") or "艾达" in note.text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024/8/2", "2024-08-02"),
        ("2024.08.02", "2024-08-02"),
        ("20240802", "2024-08-02"),
        ("2024-08-02T10:30:00Z", "2024-08-02"),
        ("2 August 2024", "2024-08-02"),
        ("August 2nd, 2024", "2024-08-02"),
        ("2024年8月2日", "2024-08-02"),
        ("Aug 2024", "2024-08"),
        ("2024/8", "2024-08"),
        ("2024年8月", "2024-08"),
        ("2024年", "2024"),
        ("2024-H2", "2024-07/2024-12"),
        ("H1 2024", "2024-01/2024-06"),
        ("2024-Q3", "2024-07/2024-09"),
        ("2024年下半年", "2024-07/2024-12"),
        ("2024年第三季度", "2024-07/2024-09"),
        ("2024-07 to 2024-12", "2024-07/2024-12"),
        ("2024-07/2024-12", "2024-07/2024-12"),
        ("2024-02-30", None),
        ("2024-13", None),
        ("2024-H3", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_is_read_in_the_forms_that_people_write(written: str, meant: str | None) -> None:
    found = dates.read(written)
    assert (found.text if found else None) == meant


@pytest.mark.parametrize(
    ("code", "old", "new", "certain"),
    [
        ("TM013", '"2024-09-02"^^xsd:date', '"2024-09"^^xsd:date', '"2024-09"^^xsd:gYearMonth'),
        ("TM013", '"2024-09-02"^^xsd:date', '"2024-09-02"', '"2024-09-02"^^xsd:date'),
        ("TM013", '"2024-09-02"^^xsd:date', "2024", '"2024"^^xsd:gYear'),
        ("TM041", "tm:seniority tm:headLevel", 'tm:seniority tm:headLevel ; tm:partTime "True"', "true"),
        ("TM001", "tm:toCompany company:sample-systems", "tm:tocompany company:sample-systems", "tm:toCompany"),
        ("TM001", "tm:joined", "tm:joned", "tm:joined"),
        ("TM052", "tm:moveKind tm:hire", "tm:moveKind tm:Hire", "tm:hire"),
        ("TM052", "tm:moveKind tm:hire", 'tm:moveKind "hire"', "tm:hire"),
        ("TM004", "a tm:Person", "a tm:person", "tm:Person"),
        ("TM008", '"Ada Example"@en .', '"Ada Example"@en-US .', '"Ada Example"@en'),
    ],
)
def test_a_repair_is_certain_where_only_one_reading_exists(tmp_path: Path, code: str, old: str, new: str, certain: str) -> None:
    text = offsets.read(CASES / "TM038-seniority-in-list" / "good.ttl")
    assert old in text
    edits = {found.repair.edit for found in mended(tmp_path, text.replace(old, new, 1)) if found.rule.code == code}
    assert {(edit.replacement, edit.certain) for edit in edits if edit} == {(certain, True)}


@pytest.mark.parametrize("name", ["tm:birthday", "tm:homeAddress", "tm:salary", "tm:e-mail", "schema:birthDate"])
def test_what_is_private_is_no_misspelling_whatever_its_prefix(tmp_path: Path, name: str) -> None:
    text = "@prefix schema: <https://schema.org/> .\n" + offsets.read(CASES / "TM038-seniority-in-list" / "good.ttl")
    file = tmp_path / "private.ttl"
    file.write_text(text.replace("a tm:Person ;", f'a tm:Person ;\n  {name} "1" ;', 1), encoding="utf-8")
    for language, never in (("en", "can never be contributed"), ("zh", "一概不收")):
        (found,) = validate([file], language=language)
        assert (found.code, found.repair) == ("TM001", catalogue()["TM001"].repair[language])
        assert never in found.message
        assert found.edit is not None and applied(found.edit) == text and not found.edit.certain


@pytest.mark.parametrize(
    ("names", "code", "edits", "block"),
    [
        ('"Ada Example"', "TM005", {'"Ada Example"@en'}, False),
        ('"Ada Example"', "TM007", {'"Ada Example"@en'}, False),
        ('"Ada Example"@zh', "TM005", {'"Ada Example"@en'}, False),
        ('"Ada Example"@zh, "艾达"@zh', "TM005", {'"Ada Example"@en'}, False),
        ('"Ada Example", "艾达"', "TM005", {'"Ada Example"@en'}, False),
        ('"艾达"', "TM005", set(), True),
        ('"艾达"@zh', "TM005", set(), True),
        ('"1-2"', "TM005", set(), True),
        ('"Ada Example"@en, "艾达"@en', "TM006", {'"艾达"@zh'}, False),
        ('"Ada Example"@zh, "艾达"@zh', "TM006", {'"Ada Example"@en'}, False),
        ('"Ada Example"@en, "艾达"@en, "爱达"@zh', "TM006", set(), False),
        ('"Ada Example"@en, "Ada E."@en', "TM006", set(), False),
        ('"艾达"@en, "爱达"@en', "TM006", set(), False),
    ],
)
def test_a_name_in_the_wrong_language_gets_another_mark_and_no_second_name_beside_it(
    tmp_path: Path, names: str, code: str, edits: set[str], block: bool
) -> None:
    text = offsets.read(CASES / "TM038-seniority-in-list" / "good.ttl")
    wrong = text.replace('rdfs:label "Ada Example"@en', f"rdfs:label {names}")
    assert wrong != text
    found = [one.repair for one in mended(tmp_path, wrong) if one.rule.code == code]
    assert found
    assert {one.edit.replacement for one in found if one.edit} == edits
    assert not any(one.edit.certain for one in found if one.edit)
    assert {bool(one.block) for one in found} == {block}
    assert all(edit in one.text for one in found for edit in edits)


def test_a_term_is_written_in_full_where_the_file_lacks_its_prefix(tmp_path: Path) -> None:
    text = offsets.read(CASES / "TM046-person-known" / "bad.ttl")
    base = "https://w3id.org/talent-moves/person/"
    bare = re.sub(r"\bperson:([\w-]+)", rf"<{base}\1>", text.replace(f"@prefix person: <{base}> .\n", ""))
    (found,) = [found for found in mended(tmp_path, bare) if found.rule.code == "TM046"]
    assert found.repair.edit is not None
    assert found.repair.edit.replacement == f"<{base}ada-example>"


def test_an_unknown_name_finds_its_entry_in_either_script(tmp_path: Path) -> None:
    file = data_set(
        tmp_path, move("ann-1", person="ann", frm="star", to="beta", joined="2024-07", claims=(claim(),)).replace("company:beta", '"贝塔"', 1)
    )
    (found,) = [found for found in findings(file) if found.rule.code == "TM049"]
    assert found.repair.text == "Did you mean company:beta (Beta)?"
    assert found.repair.edit is not None
    assert (found.repair.edit.replacement, found.repair.edit.certain) == ("company:beta", False)


def test_a_note_names_what_the_claims_say_instead(tmp_path: Path) -> None:
    values = {"frm": "star", "to": "beta", "joined": "2024-07"}
    file = data_set(tmp_path, move("ann-1", person="ann", claims=(claim(**{**values, "joined": "2024-08"}), claim("denies", **values)), **values))
    (found,) = [found for found in findings(file) if found.rule.code == "TM121" and found.result.path.endswith("joined>")]
    (note,) = found.notes
    assert note.text == "this claim gives 2024-08"
    assert note.location is not None
    assert offsets.read(file).splitlines()[note.location.line - 1][note.location.column - 1 :].startswith('"2024-08"^^xsd:gYearMonth')


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("a tm:Person ;", "a foaf:Person, tm:Person ;", "a tm:Person ;"),
        ("a tm:Person ;", "a tm:Person, foaf:Person ;", "a tm:Person ;"),
        ("a tm:Person ;", "a tm:Person\n  ,\n  foaf:Person ;", "a tm:Person ;"),
        ("a tm:Person ;", "a tm:Person, # not this,\n  foaf:Person ;", None),
        ("a tm:Person ;", "a foaf:Person, # this\n  tm:Person ;", None),
        ("a tm:Person ;", "a tm:Person ; a foaf:Person ;", None),
        ('rdfs:label "Ada Example"@en .', 'rdfs:label "Ada Example"@en ; schema:name "A", "B" .', 'rdfs:label "Ada Example"@en ; schema:name "B" .'),
        ('rdfs:label "Ada Example"@en .', 'rdfs:label "Ada Example"@en ; schema:name "A" ; .', 'rdfs:label "Ada Example"@en ; .'),
        ('rdfs:label "Ada Example"@en .', 'rdfs:label "Ada Example"@en ; # why;\n  schema:name "A" .', None),
        ("a tm:Person ;\n ", 'a tm:Person ;\n  schema:name "A" ;\n ', "a tm:Person ;\n "),
    ],
)
def test_a_value_is_taken_out_without_touching_comments_or_other_values(tmp_path: Path, old: str, new: str, left: str | None) -> None:
    prefixes = "@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n@prefix schema: <https://schema.org/> .\n"
    text = prefixes + offsets.read(CASES / "TM038-seniority-in-list" / "good.ttl")
    found = [one for one in mended(tmp_path, text.replace(old, new, 1)) if one.rule.code in ("TM001", "TM003")]
    edits = [one.repair.edit for one in sorted(found, key=lambda one: one.result.value or "")]
    assert edits
    assert (applied(edits[0]) if edits[0] else None) == (None if left is None else text.replace(old, left, 1))
