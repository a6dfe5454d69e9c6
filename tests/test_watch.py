"""``--watch``, as a process in a window beside an editor."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from talentmoves.validation import watching
from tests.conftest import CASES

BAD = CASES / "TM101-joined-before-left" / "bad.ttl"
GOOD = CASES / "TM101-joined-before-left" / "good.ttl"


def interruptible() -> None:
    """Let Ctrl-C work in a child also where the tests run in the background, which makes processes ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Window:
    """A watching process, and what it has printed."""

    def __init__(self, *arguments: str | Path) -> None:
        command = [sys.executable, "-m", "talentmoves", "validate", "--watch", *map(str, arguments)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "COLUMNS": "100"}, preexec_fn=interruptible
        )
        self.printed = ""

    def next(self, seconds: float = 30) -> str:
        """What is printed until the program waits again."""
        assert self.process.stdout is not None
        deadline = time.monotonic() + seconds
        while "Ctrl-C ends.\n" not in self.printed:
            assert select.select([self.process.stdout], [], [], deadline - time.monotonic())[0], f"nothing more came after {self.printed!r}"
            chunk = os.read(self.process.stdout.fileno(), 65536)
            assert chunk, f"it ended after {self.printed!r}"
            self.printed += chunk.decode("utf-8")
        shown, _, self.printed = self.printed.partition("Ctrl-C ends.\n")
        return shown


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "data" / "moves.ttl"
    file.parent.mkdir()
    file.write_bytes(GOOD.read_bytes())
    return file


@pytest.fixture
def window(data: Path) -> Iterator[Window]:
    window = Window("--data", data.parent)
    yield window
    if window.process.poll() is None:
        window.process.kill()
    window.process.wait()
    assert window.process.stdout is not None
    window.process.stdout.close()


def test_it_shows_what_every_change_does_and_ends_with_control_c(data: Path, window: Window) -> None:
    assert "Clean: no findings." in window.next()
    data.write_bytes(BAD.read_bytes())
    assert "error[TM101]" in window.next()
    data.write_text("this is no Turtle")
    assert "error[TM000]" in window.next()
    # As editors do: a new file takes the place of the old one.
    beside = data.with_name(".moves.ttl.swp")
    beside.write_bytes(GOOD.read_bytes())
    beside.replace(data)
    shown = window.next()
    assert "Clean: no findings." in shown and "\x1b" not in shown  # the screen is cleared on a terminal only
    data.unlink()
    assert "no RDF file here" in window.next()
    window.process.send_signal(signal.SIGINT)
    rest, _ = window.process.communicate(timeout=20)
    assert (window.process.returncode, rest) == (0, b"")


@pytest.mark.skipif(not Path(f"/proc/self/task/{os.getpid()}/children").exists(), reason="only Linux tells the children of a process in a file")
def test_it_ends_at_once_while_it_validates(window: Window) -> None:
    os.kill(child_of(window.process.pid), signal.SIGSTOP)  # a validation that would never end
    window.process.send_signal(signal.SIGINT)
    rest, _ = window.process.communicate(timeout=20)  # the end of its output: nothing of it is left running
    assert (window.process.returncode, rest) == (0, b"")


def child_of(process: int, seconds: float = 30) -> int:
    """Wait until a process has a child that runs a program of its own, and return the child."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        for child in map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()):
            if b"--watch" not in Path(f"/proc/{child}/cmdline").read_bytes():
                return child
        time.sleep(0.005)
    raise AssertionError("no validation began")


def test_it_ends_when_nobody_reads_any_more(data: Path, window: Window) -> None:
    assert window.process.stdout is not None
    window.next()
    window.process.stdout.close()
    assert window.process.wait(timeout=10) == 0


def test_a_terminal_is_cleared_before_each_validation(data: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "talentmoves", "validate", "--watch", "--data", str(data)]
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": ""}
    process = subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment, start_new_session=True, preexec_fn=interruptible)
    os.close(theirs)
    printed = b""
    while b"Ctrl-C ends." not in printed:
        assert select.select([ours], [], [], 30)[0], printed
        printed += os.read(ours, 4096)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=10) == 0
    os.close(ours)
    assert printed.startswith(b"\x1b[H\x1b[2J") and printed.count(b"\x1b[2J") == 1 and b"Clean" in printed


def test_what_counts_as_a_change(tmp_path: Path) -> None:
    folder, single, absent = tmp_path / "folder", tmp_path / "single.ttl", tmp_path / "absent.ttl"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "x.ttl").write_text("1")
    single.write_text("1")
    paths = (folder, single, absent)
    seen = [watching.state(paths)]

    def changed() -> bool:
        seen.append(watching.state(paths))
        return seen[-1] != seen[-2]

    assert len(seen[0]) == 2 and not changed()
    single.write_text("12")
    assert changed()
    absent.write_text("")
    assert changed()
    (folder / "below" / "y.ttl").write_text("")
    assert changed()
    (folder / "below" / "y.ttl").rename(folder / "z.ttl")
    assert changed()
    os.utime(single, ns=(1, 1))
    assert changed()
    (folder / ".x.ttl.swp").write_text("what an editor keeps for itself")
    (folder / ".git").mkdir()
    (folder / ".git" / "index").write_text("")
    assert not changed()
    (folder / "loop").symlink_to(folder)
    watching.state(paths)  # comes to an end
