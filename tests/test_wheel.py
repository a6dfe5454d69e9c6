"""A wheel built from the repository works in an empty directory, with the data inside it."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import CASES, ROOT, Run


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of what git knows of, so that nothing comes in by accident."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = folder / "tree"
    tree.mkdir()
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True).stdout
    files = [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]
    for name in files:
        target = tree / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder), str(tree)]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of an environment that has the wheel, and the dependencies of this one."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    site = next(home.glob("lib/python*/site-packages"))
    ours = next(path for path in sys.path if path.endswith("site-packages"))
    # Only the packages of this environment: a .pth file inside it, such as an editable install's, does not run.
    (site / "dependencies.pth").write_text(ours + "\n")
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(home / "bin" / "python"),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--force-reinstall",
    ]
    subprocess.run([*install, "--ignore-installed", str(wheel)], check=True, capture_output=True, timeout=120)
    return home / "bin"


@pytest.fixture
def run(installed: Path, tmp_path: Path):  # type: ignore[no-untyped-def]
    def call(*arguments: str, program: str = "moves") -> subprocess.CompletedProcess[str]:
        env = {"PATH": "/usr/bin:/bin", "COLUMNS": "160", "TALENT_MOVES_CACHE": str(tmp_path / "cache")}
        empty = tmp_path / "empty"
        empty.mkdir(exist_ok=True)
        return subprocess.run([installed / program, *arguments], cwd=empty, env=env, capture_output=True, encoding="utf-8", timeout=60)

    return call


def test_it_holds_the_material_and_the_licences(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    for part in ("ontology", "data", "shapes", "queries"):
        for file in (ROOT / part).rglob("*"):
            if file.suffix in (".ttl", ".rq"):
                assert f"talentmoves/material/{part}/{file.relative_to(ROOT / part)}" in names
    for file in (ROOT / "cli" / "talentmoves").rglob("*.py"):
        assert str(file.relative_to(ROOT / "cli")) in names
    assert "talentmoves/py.typed" in names
    assert {name.split("/")[0] for name in names if "/" in name} == {
        "talentmoves",
        next(name.split("/")[0] for name in names if ".dist-info" in name),
    }
    assert sum(name.endswith("LICENSE") for name in names if ".dist-info" in name) == 2
    assert not [name for name in names if "__pycache__" in name]


def test_the_program_that_runs_is_the_wheel_s(run) -> None:  # type: ignore[no-untyped-def]
    done = run("-c", "import talentmoves; print(talentmoves.__file__); from talentmoves import places; print(places.material())", program="python")
    code, material = done.stdout.split()
    assert str(ROOT) not in code and code.endswith("site-packages/talentmoves/__init__.py")
    assert material.endswith("site-packages/talentmoves/material")


@pytest.mark.parametrize(
    "arguments",
    [("report", "boomerangs"), ("report",), ("stats",), ("explain", "TM101"), ("explain",), ("show", "字节跳动")],
    ids=" ".join,
)
def test_it_says_what_the_checkout_says(run, moves: Run, arguments: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == moves(*arguments).stdout


def test_it_checks_and_publishes_data_of_one_s_own(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    bad = CASES / "TM101-joined-before-left" / "bad.ttl"
    done = run("validate", "--data", str(bad))
    assert done.returncode == 1 and "error[TM101]" in done.stdout
    good = str(bad.with_name("good.ttl"))
    assert run("validate", "--data", good).stdout == "Clean: no findings.\n"
    done = run("publish", str(tmp_path / "out"), "--data", good)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "SHA256SUMS").is_file()


def test_both_program_names_are_installed(run) -> None:  # type: ignore[no-untyped-def]
    assert run("--version", program="talentmoves").stdout == run("--version").stdout != ""
    assert run("-m", "talentmoves", "--version", program="python").stdout.startswith("moves 0.")
