"""pyshifty, in Rust: https://pypi.org/project/pyshifty/"""

from __future__ import annotations

import time
import warnings

from engines import Outcome
from engines.pyshacl import results
from prepared import Task


def validate(task: Task) -> Outcome:
    import shifty  # type: ignore[import-not-found, unused-ignore]

    warnings.simplefilter("ignore")
    start = time.perf_counter()
    # graph_mode: the shapes are no part of the data. The report comes as an rdflib graph, which takes little of the time.
    reports = [shifty.validate(part.data, part.shapes, graph_mode="data", infer=False, sort_results=False)[1] for part in task.parts]
    seconds = time.perf_counter() - start
    return Outcome(seconds, frozenset(result for report in reports for result in results(report)))
