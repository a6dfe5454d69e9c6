"""moves add: tables, issue forms and questions become Turtle in the right place, or nothing is written."""

from __future__ import annotations

import csv
import fcntl
import io
import json
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
import yaml
from pyoxigraph import RdfFormat, parse

from talentmoves.contributing import form
from talentmoves.contributing.fields import FIELDS
from talentmoves.layout.formatting import formatted
from tests.conftest import ROOT, Run

ROW = {
    "person": "Ada Example",
    "person_zh": "艾达",
    "from_company": "OpenAI",
    "to_company": "Example Robotics",
    "to_company_kind": "startUp",
    "to_role": "co-founder and chief executive",
    "to_role_function": "managementFunction",
    "kind": "founding",
    "left": "2024-09",
    "announced": "2024-09-03",
    "source_url": "https://news.example/ada",
    "source_publisher": "Example News",
    "source_title": "Ada Example founds Example Robotics",
    "source_published": "2024-09-03",
    "says": "Ada Example left OpenAI in September to found Example Robotics.",
    "locator": "first paragraph",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the curated data that may be written."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def texts(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.ttl"))}


def jsonl(file: Path, *rows: dict[str, str]) -> Path:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return file


def table(file: Path, *rows: dict[str, str]) -> Path:
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, names)
    writer.writeheader()
    writer.writerows(rows)
    file.write_text(out.getvalue(), encoding="utf-8-sig")
    return file


def triples(text: str) -> set[str]:
    return {str(triple) for triple in parse(text, format=RdfFormat.TURTLE)}


def test_a_table_becomes_blocks_in_their_files(moves: Run, data: Path, tmp_path: Path) -> None:
    before = texts(data)
    second = {
        **ROW,
        "source_url": "https://other.example/ada",
        "source_publisher": "Other",
        "says": "She left in autumn.",
        "left": "",
        "announced": "",
        "to_role": "",
    }
    done = moves("add", "--from", table(tmp_path / "moves.csv", ROW, second), "--data", data)
    assert done.returncode == 0, done.stderr
    after = texts(data)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"persons.ttl", "companies.ttl", "roles.ttl", "sources.ttl", "moves/2024.ttl"}
    for name in changed:
        assert triples(before[name]) < triples(after[name]), name
        assert formatted(after[name]) == after[name]
    assert 'person:ada-example\n  a tm:Person ;\n  rdfs:label "Ada Example"@en, "艾达"@zh .' in after["persons.ttl"]
    move = after["moves/2024.ttl"].split("move:ada-example-example-robotics-2024\n  a tm:Move")[1].split("\n\nmove:")[0]
    assert move.count("\nclaim:") == 2 and '  tm:left "2024-09"^^xsd:gYearMonth ;' in move and "tm:moveKind tm:founding" in move
    assert 'tm:title "Co-founder and chief executive"@en' in after["roles.ttl"]
    assert done.stdout.count("# ") == 5  # what is written is shown first
    assert moves("validate", "--data", data, "--fail-on", "warning").returncode == 0


def test_a_row_about_a_move_that_is_here_adds_a_source_to_it(moves: Run, data: Path, tmp_path: Path) -> None:
    row = {
        **ROW,
        "person": "罗福莉 ".strip(),
        "person_zh": "",
        "from_company": "DeepSeek",
        "to_company": "小米",
        "kind": "",
        "left": "",
        "announced": "",
        "to_role": "",
    }
    row["person"] = "Fuli LUO"
    done = moves("add", "--from", jsonl(tmp_path / "one.jsonl", row), "--data", data)
    assert done.returncode == 0 and "luo-fuli-xiaomi-2025 is here already: the source is added to it." in done.stderr, done.stderr
    assert set(re.findall(r"^# (.*)$", done.stdout, re.MULTILINE)) == {str(data / "moves/2025.ttl"), str(data / "sources.ttl")}
    again = moves("add", "--from", tmp_path / "one.jsonl", "--data", data)
    assert again.returncode == 2 and "entered already as a source of luo-fuli-xiaomi-2025" in again.stderr


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"joined": "Sept 2024"}, "joined", "'Sept 2024' is not a date that we can read."),
        ({"joined": "2024-13"}, "joined", "not a date that we can read"),
        ({"person": "Luo Fulii"}, "person", "'Luo Fulii' is not here, but Luo Fuli 罗福莉 is."),
        ({"to_company": "Other Works", "to_company_kind": ""}, "to_company_kind", "nothing says what kind of company it is"),
        ({"to_company": "Other Works", "to_company_kind": "unit", "to_company_part_of": "Nowhere"}, "to_company_part_of", "'Nowhere' is not here."),
        ({"kind": "promotion"}, "kind", "'promotion' is none of the values."),
        ({"source_url": "news.example"}, "source_url", "not the address of a page"),
        ({"says": ""}, "says", "nothing is given."),
        ({"person": "艾达"}, "person", "has no Latin letters, and is not here"),
        ({"person": "Luo Fuli", "person_zh": "罗某某"}, "person_zh", "'罗某某' is none of the names of Luo Fuli"),
        ({"person": "Foo Bar", "person_zh": "罗福莉"}, "person", "'Foo Bar' is none of the names of Luo Fuli"),
        ({"source_url": 'https://a.example/a> <b "x'}, "source_url", "not the address of a page"),
        ({"says": "A line\u2028break."}, "says", "cannot be written or seen"),
        ({"person": "x" * 5000}, "person", "this is 5000 characters long"),
        (
            {"person": "Bea Example", "to_company": "Example Robotics", "source_url": "https://news.example/bea"},
            "source_url",
            "in another row about the same move",
        ),
        ({"from_company": "", "to_company": ""}, "to_company", "neither the company left nor the one joined"),
        ({"source_tier": "repetition"}, "credited_to", "has to say whose report it repeats"),
        (
            {"person": "Luo Fuli", "from_company": "Xiaomi", "to_company": "DeepSeek", "announced": "2026-01"},
            "move",
            "this looks like a move that is here",
        ),
        ({"move": "nobody-nowhere"}, "move", "there is no move 'nobody-nowhere'."),
        ({"announced": "2024-09", "joined": "2019"}, "joined", "TM101"),
        ({"says": "Her number is 13800138000, she left."}, "says", "TM012"),
        ({"salary": "1"}, "salary", "there is no such column."),
    ],
)
def test_mistakes_are_told_by_row_and_column_and_nothing_is_written(
    moves: Run, data: Path, tmp_path: Path, change: dict[str, str], field: str, said: str
) -> None:
    before = texts(data)
    good = {**ROW, "person": "Bea Example", "source_url": "https://news.example/bea"}
    done = moves("add", "--from", table(tmp_path / "moves.csv", good, {**ROW, **change}), "--data", data)
    assert done.returncode in (1, 2) and said in done.stderr, done.stderr
    row = "heading" if field == "salary" else "row 2"
    assert re.search(rf"moves\.csv:\d+: {row}{f', column {field}' if field else ''}: ", done.stderr), done.stderr
    assert "Nothing was written" in done.stderr
    assert texts(data) == before


@pytest.mark.parametrize("name", ["Jia Yang Qing", "Yang-qing JIA", "贾扬清", "Yangqing Jia", "Ji\u0430 Yangqing"])
def test_a_person_is_found_under_every_spelling(moves: Run, data: Path, tmp_path: Path, name: str) -> None:
    row = {**ROW, "person": name, "person_zh": "", "from_company": "Nvidia", "to_company": "Example Robotics", "left": "", "announced": "2026-10"}
    done = moves("add", "--from", jsonl(tmp_path / "one.jsonl", {**row, "move": "new"}), "--data", data, "--dry-run")
    assert done.returncode == 0 and "tm:person person:jia-yangqing ;" in done.stdout, done.stderr


def test_the_chinese_name_alone_finds_a_person(moves: Run, data: Path, tmp_path: Path) -> None:
    row = {**ROW, "person": "", "person_zh": "罗福莉", "from_company": "小米", "left": "", "announced": "2026-10"}
    done = moves("add", "--from", jsonl(tmp_path / "one.jsonl", row), "--data", data, "--dry-run")
    assert done.returncode == 0 and "tm:person person:luo-fuli ;" in done.stdout, done.stderr


def test_what_cannot_be_written_is_told(moves: Run, data: Path, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(json.dumps({**ROW, "person": "Zed \ud800 Quux"}), encoding="utf-8")
    done = moves("add", "--from", tmp_path / "one.jsonl", "--data", data)
    assert done.returncode == 2 and "line 1, column person: has a character that cannot be written" in done.stderr
    (tmp_path / "two.md").write_text("### Person\n\nZed Quux\n\n### What it says, in your own words\n\nA.\n\n### Person\n\nEvil\n", encoding="utf-8")
    twice = moves("add", "--from", tmp_path / "two.md", "--data", data)
    assert twice.returncode == 2 and "the heading 'Person' is there twice" in twice.stderr


def test_new_names_that_are_like_known_ones_can_be_confirmed(moves: Run, data: Path, tmp_path: Path) -> None:
    row = {**ROW, "person": "Luo Fulii", "person_zh": "", "new": "person"}
    assert moves("add", "--from", jsonl(tmp_path / "one.jsonl", row), "--data", data).returncode == 0


def test_the_template_can_be_used_as_it_is(moves: Run, data: Path, tmp_path: Path) -> None:
    printed = moves("add", "--template").stdout
    assert next(iter(csv.DictReader(io.StringIO(printed)))).keys() == {field.name for field in FIELDS}
    (tmp_path / "t.csv").write_text(printed, encoding="utf-8")
    before = texts(data)
    assert moves("add", "--from", tmp_path / "t.csv", "--data", data, "--dry-run").returncode == 0
    assert texts(data) == before
    assert moves("add", "--from", tmp_path / "t.csv", "--data", data).returncode == 0


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_github_makes_of_the_form_is_read(moves: Run, data: Path, tmp_path: Path, language: str) -> None:
    made = yaml.safe_load((form.folder() / {"en": "move.yml", "zh": "move-zh.yml"}[language]).read_text(encoding="utf-8"))
    answers = {**ROW, "source_language": "en"}
    parts = []
    for one in made["body"][1:]:
        answer = answers.get(one["id"], "")
        field = next(field for field in FIELDS if field.name == one["id"])
        if field.choices:
            chosen = next((choice for choice in field.choices if choice.value == (answer or field.default)), None)
            answer = "" if chosen is None else chosen.zh if language == "zh" else chosen.en
            assert not answer or answer in one["attributes"]["options"]
        parts.append(f"### {one['attributes']['label']}\n\n{answer or '_No response_'}\n")
    (tmp_path / "issue.md").write_text("\n".join(parts), encoding="utf-8")
    done = moves("add", "--from", tmp_path / "issue.md", "--data", data)
    assert done.returncode == 0, done.stderr
    assert "move:ada-example-example-robotics-2024" in done.stdout


def test_the_forms_are_made_from_the_fields() -> None:
    for name, text in form.forms().items():
        assert (form.folder() / name).read_text(encoding="utf-8") == text, "python -m talentmoves.contributing.form writes them"
    for language in ("en", "zh"):
        labels = [field.label(language).casefold() for field in FIELDS]
        assert len(set(labels)) == len(labels)
        assert not {label for field in FIELDS for label in (field.label(language).casefold(),) if label in {f.name for f in FIELDS if f is not field}}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.xlsx", b"", "neither .csv nor .jsonl"),
        ("x.csv", b"person\n\xff\n", "not UTF-8"),
        ("x.csv", b'person,says\n"a"b,c\n', "not well-formed CSV"),
        ("x.jsonl", b"{\n", "x.jsonl:1:2: not well-formed JSON"),
        ("x.jsonl", b"[]\n", "not an object"),
        ("x.csv", b"", "no rows"),
        ("missing.csv", None, "cannot be read"),
    ],
)
def test_files_that_cannot_be_read(moves: Run, tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = moves("add", "--from", tmp_path / name, "--data", ROOT / "data", "--dry-run")
    assert done.returncode == 2 and said in done.stderr, done.stderr


ANSWERS = {
    "en": [
        *("罗福莉", "Xiaomi", "Example Robotics", "n", "1", "", "", "Chief scientist", "1", "1", "", "", "2026-10"),
        *("https://news.example/luo", "Example News", "Luo Fuli leaves Xiaomi", "2026-10-02", "", "", ""),
        *("The paper reports that Luo Fuli went to Example Robotics.", "", "y"),
    ],
    "zh": [
        *("罗福莉", "小米", "Example Robotics", "n", "1", "", "", "", "1", "", "", "2026-10"),
        *("https://news.example/luo", "Example News", "Luo Fuli leaves Xiaomi", "2026-10-02", "", "", ""),
        *("The paper reports that Luo Fuli went to Example Robotics.", "报道称罗福莉去了该公司。", "", "y"),
    ],
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_questions_one_after_another(moves: Run, data: Path, language: str) -> None:
    done = moves("add", "--data", data, "--lang", language, stdin="\n".join(ANSWERS[language]) + "\n")
    assert done.returncode == 0, done.stderr
    written = (data / "moves" / "2026.ttl").read_text(encoding="utf-8")
    assert "move:luo-fuli-example-robotics-2026" in written and "tm:fromCompany company:xiaomi" in written
    assert ("人物" if language == "zh" else "Person") in done.stderr


def test_answers_that_end_early_write_nothing(moves: Run, data: Path) -> None:
    before = texts(data)
    for number in range(len(ANSWERS["en"])):
        done = moves("add", "--data", data, stdin="".join(f"{answer}\n" for answer in ANSWERS["en"][:number]))
        assert done.returncode == 1 and "nothing was written" in done.stderr
        if number % 6:  # the first answers and some of the others
            break
    assert moves("add", "--data", data, stdin="\n".join([*ANSWERS["en"][:-1], "n"]) + "\n").returncode == 0
    assert texts(data) == before


def test_suggestions_come_while_one_types(data: Path) -> None:
    """On a real terminal: the first letters of a name bring up the person in both scripts, and Tab takes it."""
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "LINES": "30", "PROMPT_TOOLKIT_NO_CPR": "1"}
    program = subprocess.Popen(
        [sys.executable, "-m", "talentmoves", "add", "--data", str(data)],
        stdin=side,
        stdout=side,
        stderr=side,
        env=environment,
        start_new_session=True,
    )
    os.close(side)
    seen = ""

    def until(words: str, seconds: float = 30) -> None:
        nonlocal seen
        end = time.monotonic() + seconds
        while words not in seen:
            assert time.monotonic() < end, seen
            if select.select([main], [], [], 0.2)[0]:
                seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", os.read(main, 65536).decode("utf-8", "replace"))

    try:
        until("Person:")
        os.write(main, "罗福".encode())
        until("Luo Fuli 罗福莉")
        os.write(main, b"\t\r")
        until("Company left")
        os.write(main, b"\x03")
        until("nothing was written")
        assert program.wait(20) == 1
    finally:
        program.kill()
        os.close(main)


def test_where_nothing_can_be_written_it_says_so(moves: Run, tmp_path: Path) -> None:
    file = jsonl(tmp_path / "one.jsonl", ROW)
    done = moves("add", "--from", file, "--data", ROOT / "data" / "persons.ttl")
    assert done.returncode == 2 and "one folder" in done.stderr
