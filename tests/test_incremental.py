"""A contribution is checked against a base: the answer is what full validation finds with it and did not find without."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from talentmoves import places
from talentmoves.shacl import Result
from talentmoves.shacl.influence import Statement
from talentmoves.validation import changes
from talentmoves.validation.data_graph import DataGraph
from talentmoves.validation.incremental import Base
from talentmoves.vocabulary import PREFIXES, RDF_TYPE
from tests import contributions
from tests.conftest import CASES, Run
from tests.shacl_graphs import profile

Key = tuple[str, ...]
GOOD = CASES / "TM104-moved-before-founding" / "good.ttl"


def _keys(results: Iterable[Result]) -> set[Key]:
    """Results as they are compared; blank nodes by their labels."""
    return {(one.focus, one.path, one.value or "", one.component, one.shape, one.severity) for one in results}


def _unlabelled(keys: Iterable[Key]) -> Counter[Key]:
    return Counter(tuple(re.sub(r"^_:\w+$", "_:", term) for term in key) for key in keys)


def _write(file: Path, statements: Iterable[Statement]) -> Path:
    serialize((Triple(*one) for one in statements), str(file), format=RdfFormat.N_TRIPLES)
    return file


def _differs(base: Base, files: list[Path], before: Counter[Key], contribution: list[Statement], folder: Path) -> str:
    """Return how the incremental answer differs from the full one, and that the base changed; nothing if all is well."""
    quads = set(base.graph.store)
    found = _unlabelled(_keys(base.check(contribution)))
    if set(base.graph.store) != quads:
        return "the base has changed"
    after = _unlabelled(_keys(DataGraph([*files, _write(folder / "contribution.nt", contribution)]).evaluate()))
    expected = after - before
    lines = [f"missing: {key}" for key in expected - found] + [f"too much: {key}" for key in found - expected]
    return "\n".join(lines)


@given(contributions.splits(2))
@profile(12)
def test_a_contribution_is_blamed_for_exactly_what_it_causes(made: tuple[list[Statement], list[list[Statement]]]) -> None:
    statements, parts = made
    with TemporaryDirectory() as folder:
        files = [_write(Path(folder, "base.nt"), statements)]
        before = _unlabelled(_keys(DataGraph(files).evaluate()))
        base = Base(DataGraph(files))
        for part in parts:  # one after the other: the first must leave nothing behind
            assert _differs(base, files, before, part, Path(folder)) == ""


@cache
def _curated() -> tuple[list[Path], Base, Counter[Key], list[NamedNode]]:
    files = places.rdf_files((places.data(),))
    base = Base(DataGraph(files))
    typed = base.graph.store.quads_for_pattern(None, NamedNode(RDF_TYPE), None)
    entities = {quad.subject for quad in typed if isinstance(quad.subject, NamedNode) and contributions.is_entity(quad.subject)}
    return files, base, _unlabelled(_keys(DataGraph(files).evaluate())), sorted(entities, key=str)


def test_a_contribution_of_very_many_triples_is_blamed_for_exactly_what_it_causes(tmp_path: Path) -> None:
    files, base, before, people = _curated()
    label, wrong = NamedNode(PREFIXES["rdfs"] + "label"), NamedNode(PREFIXES["tm"] + "foo")
    assert _differs(base, files, before, [(person, predicate, person) for person in people for predicate in (label, wrong)], tmp_path) == ""


@given(contributions.drawn_from_cases(lambda: _curated()[3]))
@profile(6)
def test_a_contribution_to_the_curated_data_is_blamed_for_exactly_what_it_causes(contribution: list[Statement]) -> None:
    files, base, before, _ = _curated()
    with TemporaryDirectory() as folder:
        assert _differs(base, files, before, contribution, Path(folder)) == ""


#: Contributions to the right example of TM104, one for each way in which a triple can matter.
BY_HAND = {
    "nothing": "",
    "a founding date": 'company:sample-systems tm:founded "2025"^^xsd:gYear .',
    "a whole": "company:example-labs tm:partOf company:sample-systems .",
    "a cycle of parts": "company:example-labs tm:partOf company:sample-systems . company:sample-systems tm:partOf company:example-labs .",
    "a repetition": "source:example-times-ada-2024-09-03 tm:derivesFrom source:nobody-knows-it .",
    "a second name": 'person:ada-example rdfs:label "Other"@en .',
    "a second kind": "person:ada-example a tm:Company .",
    "a derived fact": "company:example-labs tm:topCompany company:sample-systems .",
    "no date": 'move:ada-example-sample-systems-2024 tm:joined "2024-13"^^xsd:gYearMonth .',
    "a move without a name": '[] a tm:Move ; tm:left "2024-10"^^xsd:gYearMonth ; tm:joined "2024-08"^^xsd:gYearMonth .',
    "a company without a name": '_:c a tm:Company ; tm:founded "2025"^^xsd:gYear . company:sample-systems tm:partOf _:c .',
    "a subclass": "<https://example.org/Kind> rdfs:subClassOf tm:Move . <https://example.org/x> a <https://example.org/Kind> .",
    "a subclass of what is there": "<https://example.org/Known> rdfs:subClassOf tm:Move .",
}


@pytest.mark.parametrize("text", BY_HAND.values(), ids=BY_HAND)
def test_each_way_in_which_a_triple_can_matter(text: str, tmp_path: Path) -> None:
    kind = "<https://example.org/known> a <https://example.org/Known> ."
    files = [GOOD, _write(tmp_path / "base.nt", contributions.read(kind))]
    before = _unlabelled(_keys(DataGraph(files).evaluate()))
    assert _differs(Base(DataGraph(files)), files, before, list(contributions.read(text)), tmp_path) == ""


def test_what_is_there_already_causes_nothing() -> None:
    base = Base(DataGraph([CASES / "TM101-joined-before-left" / "bad.ttl"]))
    text = (CASES / "TM101-joined-before-left" / "bad.ttl").read_text(encoding="utf-8")
    assert base.graph.evaluate() and base.check(contributions.read(text)) == []


def test_what_a_contribution_causes_shows_in_an_entity_of_the_base() -> None:
    found = Base(DataGraph([GOOD])).check(contributions.read('company:sample-systems tm:founded "2025"^^xsd:gYear .'))
    assert [one.focus for one in found] and all("example.org" not in one.focus for one in found)


def test_the_base_is_unchanged_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    base = Base(DataGraph([GOOD]))
    before: set[Quad] = set(base.graph.store)
    contribution = contributions.read("company:example-labs tm:partOf company:sample-systems .")

    def fail(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    for where in ("talentmoves.validation.incremental.evaluate", f"{changes.__name__}.derive"):
        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
            patched.setattr(where, fail)
            base.check(contribution)
        assert set(base.graph.store) == before, where
    assert base.check(contribution)


def test_a_violation_that_the_base_has_is_not_new_when_its_message_changes(tmp_path: Path) -> None:
    late = GOOD.read_text(encoding="utf-8").replace('tm:published "2024-09-03"', 'tm:published "2026-11-25"')
    (tmp_path / "base.ttl").write_text(late, encoding="utf-8")
    files = [tmp_path / "base.ttl"]
    before = _unlabelled(_keys(DataGraph(files).evaluate()))
    later = contributions.read('source:example-times-ada-2024-09-03 tm:published "2026-11-27"^^xsd:date .')
    assert _differs(Base(DataGraph(files)), files, before, list(later), tmp_path) == ""


#: A company of the curated data.
COMPANY = "xiaomi"


def _contribution(folder: Path, text: str) -> Path:
    file = folder / "contribution.ttl"
    header = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    file.write_text(header + text, encoding="utf-8")
    return file


def _told(done: subprocess.CompletedProcess[str]) -> set[tuple[str, str]]:
    return {(one["code"], one["focus"].rpartition("/")[2].strip(">")) for one in json.loads(done.stdout)["findings"]}


def test_the_program_tells_what_a_contribution_causes_in_an_entity_of_the_base(moves: Run, tmp_path: Path) -> None:
    file = _contribution(tmp_path, f'company:{COMPANY} rdfs:label "Another Name"@en .\n')
    done = moves("validate", "-f", "json", file)
    assert done.returncode == 1 and _told(done) == {("TM006", COMPANY)}


def test_the_program_tells_nothing_that_the_base_had_before(moves: Run, tmp_path: Path) -> None:
    bad = CASES / "TM101-joined-before-left" / "bad.ttl"
    file = _contribution(tmp_path, 'person:eve-example a tm:Company ; rdfs:label "Eve Example"@en ; tm:companyKind tm:nothing .\n')
    done = moves("validate", "--data", bad, "-f", "json", file)
    assert moves("validate", "--data", bad).returncode == 1
    assert _told(done) and {focus for _, focus in _told(done)} == {"eve-example"}


def test_the_program_has_nothing_against_a_contribution_that_refers_to_the_base(moves: Run, tmp_path: Path) -> None:
    text = GOOD.read_text(encoding="utf-8")
    blocks = [block for block in text.split("\n\n") if not block.startswith(("@prefix", "company:", "person:"))]
    (tmp_path / "base.ttl").write_text("\n\n".join(block for block in text.split("\n\n") if block not in blocks), encoding="utf-8")
    done = moves("validate", "--data", tmp_path / "base.ttl", _contribution(tmp_path, "\n\n".join(blocks)))
    assert done.returncode == 0, done.stdout + done.stderr
    alone = moves("validate", "--data", tmp_path / "contribution.ttl", "-f", "json")
    assert "TM046" in {code for code, _ in _told(alone)}
