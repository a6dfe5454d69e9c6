"""Fetch the files of a release from a web server that may be slow, endless, broken or hostile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPSConnection
from pathlib import Path
from socket import SHUT_RDWR, socket
from ssl import create_default_context
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from ..errors import EngineError, InputError, ParameterError
from ..formats.cells import visible

_AT_ONCE = 8
_PIECE = 1 << 16
#: Bytes a second below which a server is taken to keep us waiting, once the time for an answer is over.
_SLOWEST = 4096
#: The largest file that is fetched where nothing tells its size.
_LARGEST = 1 << 30


class FetchError(Exception):
    """A file could not be fetched.

    :param missing: whether the server says that there is none
    :param too_long: whether it has more bytes than it may have
    """

    def __init__(self, reason: str, missing: bool = False, too_long: bool = False) -> None:
        super().__init__(reason)
        self.missing = missing
        self.too_long = too_long


class Website:
    """A release on a web server.

    :param address: of its front page
    :param timeout: seconds that an answer may keep us waiting
    :raises ParameterError: if the address is none of a web server
    """

    def __init__(self, address: str, timeout: float) -> None:
        parts = _parts(address)
        path = parts.path if parts.path.endswith("/") else f"{parts.path.removesuffix('/index.html')}/"
        self.address = parts._replace(path=path, query="", fragment="").geturl()
        self._timeout = timeout
        self._opener = _opener()
        self._active: set[_Transfer] = set()
        self._lock = threading.Lock()

    def first(self, name: str, folder: Path, most: int) -> None:
        """Fetch the file that tells what a release holds.

        :raises InputError: if there is none
        :raises EngineError: if the server cannot be reached
        """
        failed = self.fetch([name], folder, {name: most}, lambda: None)
        if name in failed:
            if failed[name].missing:
                raise InputError(f"{self.address}{name}: not there, so this is no release ({failed[name]}).", "Check the address.")
            raise EngineError(f"{self.address}{name} cannot be fetched: {failed[name]}.", "Check the address, or try again later.")

    def fetch(self, names: Iterable[str], folder: Path, sizes: dict[str, int], tell: Callable[[], None]) -> dict[str, FetchError]:
        """Fetch files into a folder, a few at a time.

        :param sizes: how many bytes a file may have at most
        :param tell: called after each file
        :returns: what went wrong, by name
        """
        over = threading.Event()
        watch = threading.Thread(target=self._watch, args=(over,), daemon=True)
        watch.start()
        failed: dict[str, FetchError] = {}

        def one(name: str) -> None:
            try:
                self._fetch(name, folder, sizes.get(name, _LARGEST))
            except FetchError as error:
                failed[name] = error
            tell()

        try:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                list(pool.map(one, names))
        finally:
            over.set()
            watch.join()
        return failed

    def _fetch(self, name: str, folder: Path, most: int) -> None:
        transfer = _Transfer(self._timeout)
        with self._lock:
            self._active.add(transfer)
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as out:
                transfer.run(self._opener, urljoin(self.address, quote(name)), out, most)
        except OSError as error:  # where one name is that of a folder to another
            raise FetchError(f"it cannot be kept here ({error.strerror})") from None
        except FetchError:
            target.unlink(missing_ok=True)
            raise
        finally:
            with self._lock:
                self._active.discard(transfer)

    def _watch(self, over: threading.Event) -> None:
        # The time limit of a socket holds for one read only: whoever sends a byte now and then is stopped here.
        while not over.wait(0.2):
            with self._lock:
                active = list(self._active)
            for transfer in active:
                transfer.stop_if_too_slow()


def _parts(address: str) -> SplitResult:
    """Take an address apart.

    :raises ParameterError: if it is none of a web server
    """
    next_step = "Give an address such as https://example.org/talent-moves/."
    with suppress(ValueError):  # brackets that do not match, or a port that is none
        parts = urlsplit(address)
        if "@" in parts.netloc:
            # What is before the @ may be a password, which nothing shall show.
            raise ParameterError("The address has a user name or a password in it, which is not supported.", next_step)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        if sound and not any(character.isspace() or visible(character) != character for character in address):
            return parts
    shown = "What is given" if "@" in address else f"'{visible(address)}'"
    raise ParameterError(f"{shown} is not the address of a release.", next_step)


class _Transfer:
    """One file on its way."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._begun = time.monotonic()
        self._received = 0
        self._sockets: list[socket] = []
        self._stopped = False

    def run(self, opener: OpenerDirector, url: str, out: IO[bytes], most: int) -> None:
        """Fetch a file.

        :raises FetchError: if that fails
        """
        try:
            request = _Asked(url, headers={"Accept-Encoding": "identity"})
            request.sockets = self._sockets
            with opener.open(request, timeout=self._timeout) as response:
                while piece := response.read1(_PIECE):
                    self._received += len(piece)
                    if self._received > most:
                        raise FetchError(f"the server sends more than {most:,} bytes", too_long=True)
                    out.write(piece)
                if response.length:
                    raise FetchError(f"the server broke off {response.length:,} bytes before the end")
        except HTTPError as error:
            error.close()
            raise FetchError(f"HTTP {error.code}", error.code in (404, 410)) from None
        except (URLError, HTTPException, OSError, ValueError) as error:
            if self._stopped or isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError):
                raise FetchError(f"the server kept us waiting for {self._timeout:g} seconds") from None
            raise FetchError(visible(" ".join(str(getattr(error, "reason", error)).split()))[:200] or type(error).__name__) from None
        finally:
            for one in self._sockets:
                one.close()
        if self._stopped:
            raise FetchError(f"the server kept us waiting for {self._timeout:g} seconds")

    def stop_if_too_slow(self) -> None:
        """Close the connection where the server keeps us waiting."""
        taken = time.monotonic() - self._begun
        if taken > self._timeout and self._received < _SLOWEST * taken:
            self._stopped = True
            for one in self._sockets:
                with suppress(OSError):
                    one.shutdown(SHUT_RDWR)


class _Asked(Request):
    """A request that knows the sockets of its connections."""

    sockets: list[socket]


def _opener() -> OpenerDirector:
    # Nothing here opens a file, an FTP server or a data URL, wherever an answer leads.
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        UnknownHandler(),
        _PlainHandler(),
        _SecureHandler(),
        HTTPDefaultErrorHandler(),
        _WebOnly(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


class _Plain(HTTPConnection):
    """Tells its socket to whoever watches the time."""

    def __init__(self, *arguments: Any, sockets: list[socket], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._sockets = sockets

    def connect(self) -> None:
        super().connect()
        self._sockets.append(self.sock)


class _Secure(_Plain, HTTPSConnection):
    pass


class _PlainHandler(HTTPHandler):
    def http_open(self, req: Request) -> Any:
        assert isinstance(req, _Asked)
        return self.do_open(partial(_Plain, sockets=req.sockets), req)


class _SecureHandler(HTTPSHandler):
    def __init__(self) -> None:
        super().__init__()
        # Once for all: to read the certificates of those that are trusted takes longer than to fetch a page.
        self._trusted = create_default_context()

    def https_open(self, req: Request) -> Any:
        assert isinstance(req, _Asked)
        return self.do_open(partial(_Secure, sockets=req.sockets, context=self._trusted), req)


class _WebOnly(HTTPRedirectHandler):
    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str) -> Request | None:
        scheme = urlsplit(newurl).scheme
        if scheme not in ("http", "https") or (scheme == "http" and req.type == "https"):
            fp.close()
            raise URLError(f"the server leads to {newurl[:100]!r}, which is not followed")
        assert isinstance(req, _Asked)
        following = _Asked(newurl, headers=req.headers)
        following.sockets = req.sockets
        return following
