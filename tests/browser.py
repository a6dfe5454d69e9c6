"""A real browser on a release that a real server serves, which notes everything that goes wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.conftest import free_port, wait_for

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
SERIOUS = {"serious", "critical"}
#: Levels A and AA of the Web Content Accessibility Guidelines 2.2 (https://www.w3.org/TR/WCAG22/).
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Visit:
    """One reader: a window of some size, colours and so on, and what went wrong in it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.problems: list[str] = []
        self.bytes = 0
        context.set_default_timeout(20_000)
        context.on("request", self._note_foreign)
        context.on("requestfinished", self._weigh)
        context.on("weberror", lambda error: self.problems.append(f"error: {error.error}"))
        context.on("console", lambda message: self.problems.append(f"console: {message.text}") if message.type in ("error", "warning") else None)
        context.on("dialog", lambda dialog: (self.problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page: Page = context.new_page()

    def open(self, path: str) -> Page:
        """Open a page of the site by its path."""
        answer = self.page.goto(f"{self.address}/{path}")
        if answer is not None:  # only the fragment changed
            assert answer.ok, f"{path}: {answer.status}"
        return self.page

    def violations(self) -> list[str]:
        """Return what axe-core (https://github.com/dequelabs/axe-core) finds serious or critical."""
        options = {"resultTypes": ["violations"], "preload": 0, "runOnly": {"type": "tag", "values": WCAG}}
        found = Axe().run(self.page, options=options)["violations"]
        return [
            f"{one['id']}: {node['html'][:150]} {node['failureSummary'][:200]}"
            for one in found
            if one["impact"] in SERIOUS
            for node in one["nodes"][:3]
        ]

    def thin_out(self) -> None:
        """Leave a few of each run of like elements: what holds for five rows of a list holds for a thousand."""
        self.page.evaluate(
            """() => {
              for (const parent of document.querySelectorAll("main, main *")) {
                const seen = {};
                for (const child of [...parent.children]) {
                  const kind = `${child.tagName} ${child.getAttribute("class")}`;
                  seen[kind] = (seen[kind] ?? 0) + 1;
                  if (seen[kind] > 5) child.remove();
                }
              }
            }"""
        )

    def fits(self) -> bool:
        """Tell whether the page is no wider than the window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))

    def _note_foreign(self, request: Request) -> None:
        if not request.url.startswith((f"{self.address}/", f"blob:{self.address}/", "data:")):
            self.problems.append(f"request to another host: {request.url}")

    def _weigh(self, request: Request) -> None:
        sizes = request.sizes()
        self.bytes += sizes["responseBodySize"] + sizes["responseHeadersSize"]


class Reader:
    """Opens windows on a site."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self.address = address

    @contextmanager
    def visit(self, size: str = "desktop", dark: bool = False, **choices: Any) -> Iterator[Visit]:
        """Open a window; when it closes, nothing may have gone wrong in it."""
        width, height = SIZES[size]
        scheme: Any = "dark" if dark else "light"
        context = self._browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **choices)
        visit = Visit(context, self.address)
        try:
            yield visit
            assert not visit.problems, visit.problems
        finally:
            context.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's browser, or skip where there is none."""
    program = shutil.which("chromium")
    if program is None:
        if os.environ.get("TALENT_MOVES_ALL_TESTS"):
            pytest.fail("chromium is missing: apt-get install chromium")
        pytest.skip("needs Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(release: Path) -> Iterator[str]:
    """Serve a release as its README says, and yield the address."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(release)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/", server)
        yield address
    finally:
        server.kill()
        server.wait()
