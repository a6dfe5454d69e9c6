"""Any SPARQL 1.1 endpoint as an engine, asked through SPARQLWrapper.

Protocol: https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

import re
import threading
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from pyoxigraph import QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results

from ..errors import DataError, EngineError, ParameterError, QueryError
from ..sparql import form, with_prefixes
from ..vocabulary import CURATED, DERIVED, ONTOLOGY, TM
from .protocol import Answer, materialised

if TYPE_CHECKING:
    from SPARQLWrapper import SPARQLWrapper

#: Seconds that an answer may take, from the request to its last byte.
DEFAULT_TIMEOUT = 60.0
_MOST_BYTES = 512 * 1024 * 1024
_MOST_OF_AN_ERROR = 300


class EndpointEngine:
    """Answers queries by sending them to an endpoint.

    :param url: address of the endpoint (http or https)
    :param timeout: seconds that one answer may take
    :raises ParameterError: if the address is not one of a web server
    """

    def __init__(self, url: str, timeout: float = DEFAULT_TIMEOUT) -> None:
        try:
            parts = urlsplit(url)
            well_formed = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        except ValueError:
            well_formed = False
        if not well_formed or any(character.isspace() for character in url):
            raise ParameterError(f"--endpoint: '{url}' is not the address of an endpoint.", "Give an address such as http://localhost:7878/query.")
        self.url = url
        self.timeout = timeout
        #: Notes for the user about what the endpoint did, such as cutting an answer short.
        self.notes: list[str] = []
        self._graphs: tuple[str, ...] | None = None

    def query(self, text: str) -> Answer:
        """Answer a query over the endpoint's default graph, or over our graphs if it keeps them apart.

        :raises QueryError: if the endpoint says that the text is not a well-formed query
        :raises EngineError: if the endpoint is out of reach, too slow, or answers with an error
        """
        if self._graphs is None:
            self._graphs = self._layout()
        return self._send(with_prefixes(text), self._graphs)

    def query_over(self, text: str, graphs: tuple[str, ...]) -> Answer:
        """Answer a query over some graphs of the endpoint; over its default graph if none are named.

        :raises QueryError: if the endpoint says that the text is not a well-formed query
        :raises EngineError: if the endpoint is out of reach, too slow, or answers with an error
        """
        return self._send(text, graphs)

    def keeps_graphs_apart(self) -> bool:
        """Tell whether what people wrote is in a graph of its own.

        :raises EngineError: if the endpoint is out of reach, too slow, or answers with an error
        """
        return bool(self._send(f"ASK {{ GRAPH <{CURATED}> {{ ?move a <{TM}Move> }} }}", ()))

    def require_moves(self) -> None:
        """Make sure that reports can be asked here.

        :raises DataError: if the endpoint holds no moves, or nothing derived from them
        """
        if self.query(f"ASK {{ ?state a <{TM}MoveState> }}"):
            return  # states are of moves, so that one question is enough where all is well
        if not self.query(f"ASK {{ ?move a <{TM}Move> }}"):
            raise DataError(f"{self.url} holds no moves.", "Load a release into it first: moves publish DIR, then DIR/talent-moves.nq.")
        raise DataError(
            f"{self.url} holds moves but nothing derived from them.", "Load a whole release (DIR/talent-moves.nq), not only the curated Turtle."
        )

    def _layout(self) -> tuple[str, ...]:
        if self._send(f"ASK {{ ?move a <{TM}Move> }}", ()):
            return ()
        return (CURATED, DERIVED, ONTOLOGY) if self.keeps_graphs_apart() else ()

    def _send(self, text: str, graphs: tuple[str, ...]) -> Answer:
        triples = form(text) in ("CONSTRUCT", "DESCRIBE")
        request = self._request(text, graphs, triples)
        try:
            response, body = self._in_time(request)
        except TimeoutError:
            raise self._too_slow() from None
        except HTTPError as error:
            raise self._refused(error.code, error.read(_MOST_OF_AN_ERROR * 4)) from None
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._too_slow() from None
            raise self._unreachable(error.reason) from None
        except (HTTPException, OSError) as error:
            raise self._unreachable(error) from None
        except EngineError:
            raise
        except Exception as error:  # SPARQLWrapper's own classes share no base but this
            raise self._wrapped(error) from None
        if limit := response.headers.get("X-SPARQL-MaxRows"):
            self.notes.append(f"{self.url} cut the answer at {limit} rows.")
        return self._parse(body, triples)

    def _request(self, text: str, graphs: tuple[str, ...], triples: bool) -> SPARQLWrapper:
        from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper  # imports rdflib

        request = SPARQLWrapper(self.url)
        request.setMethod(POST)
        request.setOnlyConneg(True)
        request.setTimeout(max(1, round(self.timeout)))
        request.setQuery(text)
        request.queryType = form(text)  # its own guess takes the word "move" for an update
        request.setReturnFormat(TURTLE if triples else JSON)
        for graph in graphs:
            request.addDefaultGraph(graph)
        return request

    def _in_time(self, request: SPARQLWrapper) -> tuple[HTTPResponse, bytes]:
        # The time limit of a socket holds for one read: an answer that drips in, from its first header
        # on, is given up by leaving it to a thread of its own, which ends with the program.
        outcome: list[tuple[HTTPResponse, bytes] | Exception] = []

        def work() -> None:
            try:
                response, _ = request._query()
                outcome.append((response, self._read(response)))
            except Exception as error:
                outcome.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        thread.join(self.timeout)
        if not outcome:
            raise TimeoutError
        if isinstance(outcome[0], Exception):
            raise outcome[0]
        return outcome[0]

    def _read(self, response: HTTPResponse) -> bytes:
        chunks = []
        size = 0
        while chunk := response.read1(1 << 16):
            chunks.append(chunk)
            size += len(chunk)
            if size > _MOST_BYTES:
                raise EngineError(f"{self.url} sent more than {_MOST_BYTES >> 20} MiB.", "Ask for less, with LIMIT.")
        if response.length:
            raise EngineError(f"{self.url} broke off its answer {response.length} bytes before the end.", "Try again later.")
        return b"".join(chunks)

    def _parse(self, body: bytes, triples: bool) -> Answer:
        try:
            if triples:
                return _triples(body)
            return materialised(parse_query_results(body, format=QueryResultsFormat.JSON))
        except (SyntaxError, ValueError):
            raise EngineError(
                f"{self.url} answered with something other than SPARQL results: {_excerpt(body)}",
                "Check that the address is that of the query service itself, often ending in /query or /sparql.",
            ) from None

    def _wrapped(self, error: Exception) -> Exception:
        from SPARQLWrapper.SPARQLExceptions import (
            EndPointInternalError,
            EndPointNotFound,
            QueryBadFormed,
            SPARQLWrapperException,
            Unauthorized,
            URITooLong,
        )

        codes = {QueryBadFormed: 400, Unauthorized: 401, EndPointNotFound: 404, URITooLong: 414, EndPointInternalError: 500}
        if not isinstance(error, SPARQLWrapperException):
            return error
        return self._refused(codes.get(type(error), 500), _bytes_again(str(error).split("Response:", 1)[-1].strip()))

    def _refused(self, code: int, body: bytes) -> QueryError | EngineError:
        if code == 400:
            return QueryError(f"{self.url} could not read the query: {_excerpt(body)}", "Queries are SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE.")
        hints = {401: "It wants a login, which moves does not offer.", 403: "It refuses this request.", 404: "Check the path of the address."}
        hint = hints.get(code, "Try again later, or ask whoever runs it.")
        return EngineError(f"{self.url} answered with the HTTP error {code}: {_excerpt(body)}", hint)

    def _too_slow(self) -> EngineError:
        return EngineError(
            f"{self.url} did not finish its answer in {self.timeout:g} seconds.", "Allow more with --timeout SECONDS, or try again later."
        )

    def _unreachable(self, reason: object) -> EngineError:
        why = " ".join((getattr(reason, "strerror", None) or str(reason) or type(reason).__name__).split())
        return EngineError(f"{self.url} cannot be reached: {why}.", "Check the address and that the endpoint is running.")


def _bytes_again(shown: str) -> bytes:
    # SPARQLWrapper puts the body into its message as Python shows bytes.
    from ast import literal_eval

    try:
        body = literal_eval(shown)
    except (ValueError, SyntaxError):
        return shown.encode()
    return body if isinstance(body, bytes) else shown.encode()


def _triples(body: bytes) -> list[Triple]:
    return [Triple(quad.subject, quad.predicate, quad.object) for quad in parse(body, format=RdfFormat.TURTLE)]


def _excerpt(body: bytes) -> str:
    text = re.sub(r"<[^>]*>", " ", body.decode("utf-8", "replace"))
    text = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return text[:_MOST_OF_AN_ERROR] + ("…" if len(text) > _MOST_OF_AN_ERROR else "") or "(nothing)"
