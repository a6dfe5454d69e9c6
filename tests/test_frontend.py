"""The scripts of the site: built from their sources, small, with the licences of what they hold."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

SITE = ROOT / "cli" / "talentmoves" / "site"
FRONTEND, ASSETS = SITE / "frontend", SITE / "assets"
BUILT = ["THIRD-PARTY.txt", "editor.js", "oxigraph.wasm.gz", "query.js", "site.js", "worker.js"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What npm makes of the sources, in a folder of its own."""
    npm = shutil.which("npm")
    if npm is None:
        if os.environ.get("TALENT_MOVES_ALL_TESTS"):
            pytest.fail("npm is missing: install Node.js 20 or newer")
        pytest.skip("needs npm")
    package = tmp_path_factory.mktemp("package") / "cli" / "talentmoves" / "site"
    shutil.copytree(FRONTEND, package / "frontend", ignore=shutil.ignore_patterns("node_modules"))
    (package / "assets").mkdir()
    shutil.copy(ROOT / "LICENSE", package.parents[2])
    for arguments in (["ci"], ["run", "check"], ["run", "build"]):
        done = subprocess.run([npm, *arguments], cwd=package / "frontend", capture_output=True, encoding="utf-8", timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
    return package / "assets"


def test_the_committed_scripts_are_what_the_sources_give(built: Path) -> None:
    assert sorted(file.name for file in built.iterdir()) == BUILT
    for name in BUILT:
        assert (built / name).read_bytes() == (ASSETS / name).read_bytes(), f"{name}: run npm ci && npm run build in {FRONTEND.relative_to(ROOT)}"


def test_the_lock_file_names_versions_and_hashes_and_no_registry() -> None:
    text = (FRONTEND / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in text
    packages = json.loads(text)["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)
    wanted = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))
    for name, version in (wanted["dependencies"] | wanted["devDependencies"]).items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), f"{name}: not an exact version"
        assert packages[f"node_modules/{name}"]["version"] == version


def test_every_bundled_package_is_listed_with_version_and_licence() -> None:
    text = (ASSETS / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    packages = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    bundled = {name.removeprefix("node_modules/"): package for name, package in packages.items() if name and not package.get("dev")}
    for name, package in bundled.items():
        if name == "@codemirror/streamparser":  # a dependency whose code no script holds
            continue
        assert f"\n{name} {package['version']} ({package['license']})\n" in text
    assert set(re.findall(r"^(\S+) \d+\.\d+\.\d+ \(", text, re.MULTILINE)) <= set(bundled)


def test_what_every_page_loads_is_small() -> None:
    assert (ASSETS / "site.js").stat().st_size < 15_000
    assert sum(file.stat().st_size for file in (ASSETS / "css").glob("*.css")) < 80_000
    assert (ASSETS / "oxigraph.wasm.gz").stat().st_size < 1_500_000


def test_scripts_and_styles_name_no_other_host() -> None:
    for file in [*ASSETS.glob("*.js"), *(ASSETS / "css").glob("*.css")]:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"""(?:fetch|import|Worker|url)\s*\(\s*["'`]?(?:https?:)?//""", text), file.name
        assert "eval(" not in text.replace("retrieval(", ""), file.name
        assert "innerHTML" not in text, file.name
