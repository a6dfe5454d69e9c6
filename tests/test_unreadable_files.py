"""Files that cannot be read or parsed: each is told, with its place and what to do, in every format and in both languages."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, parse

from talentmoves.validation.rules.unreadable import EXAMPLE
from talentmoves.validation.writing.formats import FORMATS
from tests.conftest import CASES, Run
from tests.small import data_set, move

BAD = (CASES / "TM101-joined-before-left" / "bad.ttl").read_text(encoding="utf-8")
HEAD = "@prefix company: <https://w3id.org/talent-moves/company/> .\n@prefix tm: <https://w3id.org/talent-moves/ns#> .\n"


def written(folder: Path, content: str | bytes, name: str = "bad.ttl") -> Path:
    file = folder / name
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return file


def finding(moves: Run, folder: Path, content: str | bytes, *more: str) -> dict[str, object]:
    """The one finding of a file that cannot be read."""
    done = moves("validate", written(folder, content).name, "-f", "json", *more, cwd=folder)
    assert done.returncode == 2, done.stderr
    (found,) = json.loads(done.stdout)["findings"]
    assert (found["code"], found["level"], found["file"], found["label"]) == ("TM000", "error", "bad.ttl", "bad.ttl")
    return dict(found)


#: What is written, where the mistake is, and what is said in English and Chinese: the message, and how to mend it.
CASES_OF_SYNTAX = {
    "a misspelt prefix": (
        HEAD + "tm:a tm:fromCompany compnay:shanji .",
        (3, 21, 14),
        ("Not well-formed: The prefix compnay: has not been declared.", "Did you mean company:?"),
        ("不合语法：前缀 compnay: 没有声明。", "是否应为 company:？"),
    ),
    "a known prefix that is not declared": (
        HEAD + 'tm:a tm:left "2024"^^xsd:gYear .',
        (3, 22, 9),
        ("The prefix xsd: has not been declared.", "Declare the prefix: put this line at the top of the file."),
        ("前缀 xsd: 没有声明。", "请声明该前缀：把下面这行加到文件开头。"),
    ),
    "a misspelt prefix that is not declared either": (
        HEAD + "tm:a tm:person persno:ada .",
        (3, 16, 10),
        ("The prefix persno: has not been declared.", "Did you mean person:? It has to be declared as well"),
        ("前缀 persno: 没有声明。", "是否应为 person:？它也需要声明"),
    ),
    "a prefix that nothing is like": (
        HEAD + "tm:a tm:b zebra:x .",
        (3, 11, 7),
        ("The prefix zebra: has not been declared.", "Declare it at the top of the file (@prefix zebra: <address> .), or"),
        ("前缀 zebra: 没有声明。", "请在文件开头声明它"),
    ),
    "a comment declares nothing": (
        "# @prefix compnay1: <x:> .\n" + HEAD + "tm:a tm:b compnay:x .",
        (4, 11, 9),
        ("The prefix compnay: has not been declared.", "Did you mean company:?"),
        ("前缀 compnay: 没有声明。", "是否应为 company:？"),
    ),
    "a full stop that is missing on the line above": (
        HEAD + "tm:a tm:b 1\ntm:c tm:d 2 .",
        (4, 1, 4),
        ("A dot is expected at the end of statements.", "a missing ';' or '.' on the line above is the usual cause."),
        ("前一条语句没有以 “.” 结束", "常见原因是上一行末尾缺少"),
    ),
    "a mark that is missing on the same line": (
        HEAD + 'tm:a tm:b "周畅" "two" .',
        (3, 16, 5),
        ('"two" is not a valid subject', "Put a ';', ',' or '.' in front of this word, whichever is meant."),
        ('不合语法："two"', "请在此处之前补上"),
    ),
    "a statement that never ends": (
        HEAD + "tm:a tm:b 1",
        (3, 12, 1),
        ("Unexpected end.", "Complete the statement and end it with '.'"),
        ("文件在语句中间结束", "请补全语句并以 “.” 结尾"),
    ),
    "curly quotation marks": (
        HEAD + "tm:a tm:b “x” .",
        (3, 11, 1),
        ("Not well-formed: ", 'Write " in place of “.'),
        ("不合语法：", '请把 “ 改为 "。'),
    ),
    "a NUL": (
        HEAD + "tm:a tm:b \0 .",
        (3, 11, 1),
        ("Not well-formed: the control character U+0000 NUL stands here.", "Delete that character"),
        ("不合语法：此处有控制字符 U+0000 NUL。", "请删去该字符"),
    ),
    "a space that is none": (
        HEAD + "tm:a\u00a0tm:b 1 .",
        (3, 5, 1),
        ("U+00A0 NO-BREAK SPACE stands here, a character that cannot be seen.", "Delete that character"),
        ("此处有看不见的字符 U+00A0 NO-BREAK SPACE。", "请删去该字符"),
    ),
    "UTF-16 without a mark": (
        HEAD.encode("utf-16-le"),
        (1, 2, 1),
        ("U+0000 NUL", "The file looks like UTF-16: save it in the encoding UTF-8."),
        ("U+0000 NUL", "文件像是 UTF-16 编码"),
    ),
    "another encoding": (
        HEAD.encode() + 'tm:a tm:b "周"'.encode("gb18030"),
        (3, 12, 1),
        ("Not UTF-8 (byte 0xD6).", "Save the file in the encoding UTF-8."),
        ("不是 UTF-8 编码（字节 0xD6）。", "请以 UTF-8 编码保存文件。"),
    ),
    "a byte order mark": (
        b"\xef\xbb\xbf" + HEAD.encode(),
        (1, 1, 1),
        ("The file starts with a byte order mark.", "Save it as UTF-8 without a byte order mark (BOM)."),
        ("文件以字节顺序标记（BOM）开头。", "请另存为不带 BOM 的 UTF-8。"),
    ),
    "what only the parser can tell": (
        HEAD + "tm:a tm:b <x y> .",
        (3, 11, 5),
        ("Not well-formed: Invalid IRI code point ' '.", "Mend this line."),
        ("不合语法：Invalid IRI code point ' '。", "请修正此行。"),
    ),
}


@pytest.mark.parametrize("name", CASES_OF_SYNTAX)
def test_what_is_wrong_and_how_to_mend_it(moves: Run, tmp_path: Path, name: str) -> None:
    content, place, *said = CASES_OF_SYNTAX[name]
    for language, (message, repair) in zip(("en", "zh"), said, strict=True):
        found = finding(moves, tmp_path, content, "--lang", language)
        assert (found["line"], found["column"], found["length"]) == place
        assert message in str(found["message"]) and repair in str(found["repair"])


def test_a_known_prefix_comes_with_the_line_to_paste(moves: Run, tmp_path: Path) -> None:
    content = HEAD + 'company:x tm:founded "2024"^^xsd:gYear .'
    block = finding(moves, tmp_path, content)["block"]
    assert block == "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
    assert moves("validate", written(tmp_path, f"{block}\n{content}")).returncode == 1  # read, and found wanting
    assert str(block) in moves("stats", "--data", written(tmp_path, content)).stderr


def test_every_file_is_told_and_the_others_are_checked(moves: Run, tmp_path: Path) -> None:
    written(tmp_path, HEAD + "tm:a tm:b 1", "one.ttl")
    written(tmp_path, "x", "two.ttl")
    written(tmp_path, BAD, "three.ttl")
    done = moves("validate", "one.ttl", "two.ttl", "three.ttl", cwd=tmp_path)
    assert done.returncode == 2 and done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[:5] == [
        "error[TM000]: one.ttl: Not well-formed: Unexpected end.",
        " --> one.ttl:3:12",
        "  |",
        "3 | tm:a tm:b 1",
        "  |            ^",
    ]
    assert " --> two.ttl:1:1" in lines and "error[TM101]" in done.stdout and "--> three.ttl:" in done.stdout
    assert done.stdout.count("= note: the file was left out") == 2


def test_a_data_set_that_lacks_a_file_is_not_judged(moves: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    written(folder, BAD, "fine.ttl")
    written(folder, "x", "one.ttl")
    written(folder, "y", "two.ttl")
    contribution = written(tmp_path, BAD + "\nz", "three.ttl")
    for more in ((), (contribution,)):
        done = moves("validate", "--data", folder, *more, "-f", "json")
        told = json.loads(done.stdout)["findings"]
        assert done.returncode == 2 and [Path(each["file"]).name for each in told] == ["one.ttl", "two.ttl", *(file.name for file in more)]
        assert {each["code"] for each in told} == {"TM000"} and "nothing else was checked" in told[0]["notes"][0]["text"]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_of_it(moves: Run, tmp_path: Path, format: str) -> None:
    written(tmp_path, HEAD + "tm:a tm:b compnay:x .")
    also = tmp_path / "also"
    done = moves("validate", "bad.ttl", "-f", format, "--also", format, also, cwd=tmp_path)
    assert done.returncode == 2 and "TM000" in done.stdout and "bad.ttl" in done.stdout + done.stderr
    assert "The prefix compnay: has not been declared." in done.stdout.replace("\\", "") and "TM000" in also.read_text(encoding="utf-8")
    if format == "sarif":
        (run,) = json.loads(done.stdout)["runs"]
        (rule,), (result,) = run["tool"]["driver"]["rules"], run["results"]
        region = {"startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 20}
        assert rule["shortDescription"]["text"] == "File that cannot be read"
        assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "bad.ttl", "uriBaseId": "%SRCROOT%"}, "region": region}
    elif format == "github":
        assert done.stdout.startswith("::error file=bad.ttl,line=3,col=11,endColumn=20,title=TM000::")
    elif format == "junit":
        assert ElementTree.fromstring(done.stdout).attrib["failures"] == "1"
    elif format == "turtle":
        assert any(quad.object.value == "TM000" for quad in parse(done.stdout.encode(), format=RdfFormat.TURTLE))
    # Beside a format that a machine reads, one line tells people.
    line = "moves: bad.ttl:3:11: Not well-formed: The prefix compnay: has not been declared.\n"
    assert done.stderr == ("" if format in ("text", "github") else line)


def test_fix_mends_the_others_only(moves: Run, tmp_path: Path) -> None:
    broken = written(tmp_path, "compnay:x a 1 .", "broken.ttl")
    wrong = BAD.replace("tm:joined", "tm:joinde").encode()
    other = written(tmp_path, wrong, "other.ttl")
    assert moves("validate", "--fix", broken, other).returncode == 2
    assert broken.read_text() == "compnay:x a 1 ." and other.read_bytes() != wrong


def test_no_baseline_is_written_of_what_was_not_checked(moves: Run, tmp_path: Path) -> None:
    file = data_set(tmp_path, move("any", person="ann", frm="star", to="alpha", joined="2024"))
    written(tmp_path, "x")
    done = moves("validate", "--data", file, "--data", tmp_path / "bad.ttl", "--write-baseline", tmp_path / "known.json")
    assert done.returncode == 2 and "not well-formed" in done.stderr and not (tmp_path / "known.json").exists()


def test_the_rule_has_a_page_and_its_example_is_what_the_program_says(moves: Run, tmp_path: Path) -> None:
    done = moves("validate", written(tmp_path, EXAMPLE.wrong, "example.ttl").name, cwd=tmp_path)
    assert done.stdout.startswith(EXAMPLE.printed + "\n")
    assert '"TM000"' not in moves("validate", written(tmp_path, EXAMPLE.right, "example.ttl").name, "-f", "json", cwd=tmp_path).stdout
    assert EXAMPLE.printed.splitlines()[0] in moves("explain", "tm000").stdout
    assert "文件无法读取" in moves("explain", "TM000", "--lang", "zh").stdout
    assert "TM000" in moves("explain").stdout
