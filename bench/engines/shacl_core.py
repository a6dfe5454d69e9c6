"""The distribution ``shacl``, in Rust. It gets the shapes of entities only: it passes over some of the other SPARQL constraints in silence."""

from __future__ import annotations

import time

from engines import Outcome, Result
from prepared import Task


def validate(task: Task) -> Outcome:
    import shacl  # type: ignore[import-not-found, unused-ignore]

    start = time.perf_counter()
    # Nearly all of the first part of our shapes is SHACL Core.
    part = task.parts[0]
    found = shacl.Shapes.from_file(str(part.shapes)).validate_file(str(part.data)).results
    seconds = time.perf_counter() - start
    return Outcome(
        seconds,
        frozenset(
            Result(
                result.focus_node, result.path or "", result.value or "", f"<{result.component_iri}>", result.source_shape, f"<{result.severity_iri}>"
            )
            for result in found
        ),
    )
