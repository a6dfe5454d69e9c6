"""Endpoints that are away, slow or broken: one clear message, exit code 3, in good time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.conftest import Run, free_port
from tests.servers import RESULTS, Reply, answer, drip, endless, serving, silence

ASK = "ASK { ?s ?p ?o }"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n"


def failed(moves: Run, url: str, *options: str, code: int = 3) -> str:
    done = moves("query", ASK, "--endpoint", url, *options)
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert url in done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == 2 and lines[0].startswith("moves: ") and lines[1].startswith("  ")
    return done.stderr


def test_nobody_there(moves: Run) -> None:
    assert "cannot be reached: Connection refused." in failed(moves, f"http://127.0.0.1:{free_port()}/sparql")


def test_no_such_host(moves: Run) -> None:
    assert "cannot be reached" in failed(moves, "http://nowhere.invalid/sparql", "--timeout", "10")


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (answer(500, b"disk full", "text/plain"), "the HTTP error 500:"),
        (answer(503, b"<html><body><h1>Busy</h1></body></html>", "text/html"), "the HTTP error 503: Busy"),
        (answer(404, b"no such path", "text/plain"), "the HTTP error 404:"),
        (answer(401, b"who are you", "text/plain"), "the HTTP error 401:"),
        (answer(403, b"", "text/plain"), "the HTTP error 403: (nothing)"),
        (answer(200, b"<html><title>Welcome</title></html>", "text/html"), "something other than SPARQL results: Welcome"),
        (answer(200, b""), "something other than SPARQL results: (nothing)"),
        (answer(200, b'{"head": {"vars": ["s"]}, "results": {"bind'), "something other than SPARQL results: {"),
        (answer(200, b'{"head": {}, "bool', length=500), "broke off its answer 482 bytes before the end."),
        (answer(200, b'{"error": "out of memory"}'), "something other than SPARQL results"),
        (answer(200, b"\xff\xfe\x00", RESULTS), "something other than SPARQL results"),
    ],
    ids=["500", "503", "404", "401", "403", "a page", "nothing", "cut off", "broken off", "other JSON", "no text"],
)
def test_an_erring_endpoint(moves: Run, reply: Reply, message: str) -> None:
    with serving(reply) as url:
        assert message in failed(moves, url)


def test_a_query_that_the_endpoint_cannot_read_is_the_user_s(moves: Run) -> None:
    with serving(answer(400, b"Parse error at line 1", "text/plain")) as url:
        assert "could not read the query:" in failed(moves, url, code=2)


def test_an_error_page_is_cut_to_what_one_can_read(moves: Run) -> None:
    with serving(answer(500, b"<p>stack trace</p>\x1b[31m\n" * 10_000, "text/html")) as url:
        message = failed(moves, url)
    assert len(message) < 600


@pytest.mark.parametrize(
    "reply",
    [silence(), drip(b'{"boolean": true}' * 3, first=HEAD), drip(b" " * 60, first=HEAD), endless()],
    ids=["silent", "drips", "drips blanks", "endless"],
)
def test_a_slow_endpoint_is_given_up_in_time(moves: Run, reply: Reply) -> None:
    with serving(reply) as url:
        start = time.monotonic()
        message = failed(moves, url, "--timeout", "2")
        taken = time.monotonic() - start
    assert "did not finish its answer in 2 seconds." in message
    assert "--timeout" in message
    # The timeout, a second, and the time that a busy machine takes to start the program.
    assert taken < 2 + 1 + 6


def test_a_quick_answer_is_read_whatever_the_timeout(moves: Run) -> None:
    with serving(answer(200, b'{"head": {}, "boolean": true}')) as url:
        done = moves("query", ASK, "--endpoint", url, "--timeout", "2", "-f", "csv")
    assert (done.returncode, done.stdout.split()) == (0, ["answer", "true"])


def test_an_endpoint_without_moves_is_no_place_for_reports(moves: Run) -> None:
    with serving(answer(200, b'{"head": {}, "boolean": false}')) as url:
        done = moves("report", "latest", "--endpoint", url)
    assert done.returncode == 2
    assert "holds no moves" in done.stderr and "moves publish" in done.stderr


@pytest.mark.parametrize("command", [("report", "latest"), ("show", "Noam Shazeer"), ("stats",)])
def test_every_command_that_asks_endpoints_fails_alike(moves: Run, command: tuple[str, ...]) -> None:
    with serving(answer(500, b"disk full", "text/plain")) as url:
        done = moves(*command, "--endpoint", url)
    assert (done.returncode, done.stdout) == (3, "")
    assert "HTTP error 500:" in done.stderr


@pytest.mark.parametrize("url", ["ftp://example.org/x", "localhost:7878", "http://", "http://a b/", "http://[::1", "http://h:99999/", ""])
def test_what_is_no_address_of_an_endpoint(moves: Run, url: str) -> None:
    done = moves("query", ASK, "--endpoint", url)
    assert done.returncode == 2
    assert "is not the address of an endpoint." in done.stderr


def test_an_output_file_is_not_touched_when_the_endpoint_fails(moves: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_text("before")
    with serving(answer(500, b"disk full", "text/plain")) as url:
        assert moves("report", "latest", "--endpoint", url, "-o", file).returncode == 3
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]
