"""Run one engine once in a process of its own, which can be killed: ``python bench/worker.py ENGINE FOLDER ANSWER DATA…``"""

from __future__ import annotations

import importlib
import json
import logging
import resource
import sys
from pathlib import Path

from prepared import task


def main() -> None:
    name, folder, answer, *data = sys.argv[1:]
    logging.disable()  # rdflib tells of ill-formed literals, which some violations are about
    outcome = importlib.import_module(f"engines.{name}").validate(task([Path(file) for file in data], Path(folder)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Path(answer).write_text(json.dumps({"seconds": outcome.seconds, "megabytes": memory, "results": sorted(outcome.results)}), encoding="utf-8")


if __name__ == "__main__":
    main()
