"""Small HTTP servers that behave as badly as real endpoints do."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = Callable[[BaseHTTPRequestHandler], None]

RESULTS = "application/sparql-results+json"


@contextlib.contextmanager
def serving(reply: Reply) -> Iterator[str]:
    """Serve one kind of reply to every request, and give the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            with contextlib.suppress(OSError):
                reply(self)

        do_GET = do_POST  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
    finally:
        server.shutdown()
        server.server_close()


def answer(code: int, body: bytes, content_type: str = RESULTS, length: int | None = None) -> Reply:
    """A whole reply; a length of more than the body breaks off in its middle."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        request.send_header("Content-Type", content_type)
        request.send_header("Content-Length", str(len(body) if length is None else length))
        request.end_headers()
        request.wfile.write(body)

    return reply


def silence(seconds: float = 20) -> Reply:
    """Nothing at all."""
    return lambda request: time.sleep(seconds)


def drip(body: bytes, first: bytes = b"", seconds: float = 1) -> Reply:
    """One byte a second, behind what comes first at once."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(first)
        for byte in body:
            request.wfile.write(bytes([byte]))
            request.wfile.flush()
            time.sleep(seconds)

    return reply


def endless() -> Reply:
    """A body without end."""

    def reply(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", RESULTS)
        request.end_headers()
        while True:
            request.wfile.write(b'{"head": {}, ' + b" " * 65536)
            time.sleep(0.01)

    return reply
