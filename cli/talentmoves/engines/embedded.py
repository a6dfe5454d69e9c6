"""The embedded engine: pyoxigraph over the data in memory."""

from __future__ import annotations

from ..dataset.opening import Dataset
from ..errors import EngineError, QueryError
from ..sparql import tokens, undeclared, with_prefixes
from .protocol import Answer, materialised


class EmbeddedEngine:
    """Answers queries over the union of a data set's graphs.

    :param whole: load everything, whatever the queries touch; for texts that are not ours
    """

    def __init__(self, dataset: Dataset, whole: bool = False) -> None:
        self._dataset = dataset
        self._whole = whole

    def query(self, text: str) -> Answer:
        """Answer a query; the prefixes of the project need no declaration.

        :raises QueryError: if the text is not a well-formed query, or would ask another host
        :raises EngineError: if the evaluation fails
        """
        words = {(token["word"] or "").upper() for token in tokens(text)}
        if "SERVICE" in words:
            raise QueryError("SERVICE would send the query on to another host.", "Ask that host itself with --endpoint URL.")
        try:
            store = self._dataset.whole() if self._whole else self._dataset.for_query(text)
            return materialised(store.query(with_prefixes(text), use_default_graph_as_union="FROM" not in words))
        except SyntaxError as error:
            if unknown := undeclared(text):
                raise QueryError(
                    f"The query uses the prefix {unknown[0]}: and does not declare it.", f"Begin it with PREFIX {unknown[0]}: <…>."
                ) from None
            raise QueryError(f"Not a well-formed SPARQL query: {error.msg}", "Queries are SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE.") from None
        except (OSError, ValueError, RuntimeError) as error:
            raise EngineError(f"The embedded engine could not answer: {error}") from None
