"""The GitHub Action and the pre-commit hook, run as GitHub and pre-commit run them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import CASES, ROOT

BAD = CASES / "TM101-joined-before-left" / "bad.ttl"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]


class Ran:
    """What a step of the action left behind."""

    def __init__(self, step: dict[str, Any], temp: Path, inputs: dict[str, str], cwd: Path = ROOT) -> None:
        for name in ("summary", "output"):
            (temp / name).write_text("")
        defaults = {name: described["default"] for name, described in ACTION["inputs"].items()}
        values = {"inputs." + name: value for name, value in {**defaults, **inputs}.items()}
        given = {name: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: values[match[1]], text) for name, text in step["env"].items()}
        environment = {
            **os.environ,
            **given,
            "RUNNER_TEMP": str(temp),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(cwd),
            "GITHUB_STEP_SUMMARY": str(temp / "summary"),
            "GITHUB_OUTPUT": str(temp / "output"),
        }
        # How GitHub runs `shell: bash`.
        script = temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=60)
        self.code, self.log, self.messages = done.returncode, done.stdout, done.stderr
        self.summary = (temp / "summary").read_text(encoding="utf-8")
        self.output = (temp / "output").read_text(encoding="utf-8")


@pytest.fixture
def temp(tmp_path: Path) -> Path:
    """A runner's folder in which the program is installed."""
    temp = tmp_path / "runner temp"
    programs = temp / "talent-moves" / "bin"
    programs.mkdir(parents=True)
    (programs / "moves").symlink_to(Path(sys.executable).with_name("moves"))
    return temp


def test_the_action_s_description_is_whole() -> None:
    assert ACTION["name"] and ACTION["description"] and ACTION["runs"]["using"] == "composite"
    assert all(described["description"] and isinstance(described["default"], str) for described in ACTION["inputs"].values())
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(STEPS)))
    assert used == set(ACTION["inputs"])
    for step in STEPS:
        assert ("run" in step) != ("uses" in step) and ("run" not in step or step["shell"] == "bash")
        # What a contributor can choose must not become part of a script.
        assert "${{" not in step.get("run", "")
    identified = {step["id"] for step in STEPS if "id" in step}
    for described in ACTION["outputs"].values():
        assert re.fullmatch(r"\$\{\{ steps\.([\w-]+)\.outputs\.[\w-]+ \}\}", described["value"])[1] in identified  # type: ignore[index]


def test_the_action_shows_findings_writes_a_summary_and_fails(temp: Path) -> None:
    sarif = temp / "a b.sarif"
    ran = Ran(STEPS[-1], temp, {"paths": f"\n{BAD.relative_to(ROOT)}\n", "sarif-file": str(sarif), "level": "error"})
    assert ran.code == 1, ran.messages
    assert re.search(
        r"^::error file=tests/cases/TM101-joined-before-left/bad\.ttl,line=\d+,col=\d+,endColumn=\d+,title=TM101::", ran.log, re.MULTILINE
    )
    assert ran.summary.startswith("## Validation\n") and "[TM101](" in ran.summary
    assert ran.output == f"exit-code=1\nsarif-file<<end-of-sarif-file\n{sarif}\nend-of-sarif-file\n"
    assert "TM101" in {result["ruleId"] for result in json.loads(sarif.read_text(encoding="utf-8"))["runs"][0]["results"]}


def test_the_action_passes_on_clean_data(temp: Path) -> None:
    ran = Ran(STEPS[-1], temp, {"format": "text", "paths": "data/persons.ttl"})
    assert (ran.code, ran.output, ran.messages) == (0, "exit-code=0\n", "")
    assert "Clean" in ran.log and "nothing that needs mending" in ran.summary


def test_the_action_shows_what_cannot_be_read_beside_its_line(temp: Path, tmp_path: Path) -> None:
    broken = tmp_path / "$(touch evil) `touch evil`.ttl"
    broken.write_text("<a> <b> <c>\n<d>", encoding="utf-8")
    ran = Ran(STEPS[-1], temp, {"paths": str(broken)})
    assert (ran.code, ran.output) == (2, "exit-code=2\n") and not (ROOT / "evil").exists()
    assert re.search(r"^::error file=.*,line=2,col=1,.*title=TM000::", ran.log, re.MULTILINE) and "[TM000](" in ran.summary
    assert ran.messages == ""  # the matcher would show it once more
    # In formats for programs it comes as a message, which the matcher shows.
    ran = Ran(STEPS[-1], temp, {"paths": str(broken), "format": "json"})
    (matcher,) = json.loads((ROOT / ".github" / "moves-problem-matcher.json").read_text(encoding="utf-8"))["problemMatcher"]
    (pattern,) = matcher["pattern"]
    matched = re.search(pattern["regexp"], ran.messages, re.MULTILINE)
    assert matched and matched[pattern["file"]] == str(broken) and matched[pattern["line"]].isdigit()
    assert matched[pattern["message"]].startswith("Not well-formed")
    assert f"::add-matcher::{ROOT}/.github/moves-problem-matcher.json\n" in ran.log
    assert f"::remove-matcher owner={matcher['owner']}::\n" in ran.log
    gone = Ran(STEPS[-1], temp, {"paths": str(tmp_path / "gone.ttl")})
    assert gone.code == 2 and "\n    moves: " in gone.summary


def test_the_hook_checks_the_files_that_pre_commit_hands_it() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "moves-validate" and hook["language"] == "python" and hook["pass_filenames"] is True
    chosen = re.compile(hook["files"])
    assert chosen.search("data/moves/2024.ttl") and not chosen.search("data/README.md") and not chosen.search("data/x.ttl.orig")
    # pre-commit splits the entry as a shell would and appends the files.
    program, *arguments = shlex.split(hook["entry"])
    command = [Path(sys.executable).with_name(program), *arguments, BAD.relative_to(ROOT)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 1 and "error[TM101]" in done.stdout and done.stderr == ""
