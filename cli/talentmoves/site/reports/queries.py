"""The queries of the reports as files that any SPARQL 1.1 engine runs, and the list of them for the query page."""

from __future__ import annotations

import json

from pyoxigraph import NamedNode

from ...reports import metadata
from ...reports.binding import bind
from ...reports.parameters import terms
from ..rendering import Site
from .chinese import in_chinese
from .views import View, description, title


def standalone(view: View) -> str:
    """Return the query of a view with its values in the place of the parameters."""
    report = metadata.find(view.report)
    head = [
        f"# {title(view).en}.",
        f"# {description(view).en}",
        f"# Note: {report.caveat}",
        f"# The same on the command line: {view.command}",
        "",
    ]
    return "\n".join(head) + bind(report.query, terms(report, view.values, lambda text, kinds: NamedNode(text))).lstrip("\n")


def write(site: Site, catalogue: list[View]) -> None:
    """Write the queries, and their list as ``reports.json``."""
    listed = []
    for view in catalogue:
        report = metadata.find(view.report)
        name = f"report/{view.name}.rq"
        site.staging.write(name, standalone(view).encode())
        listed.append(
            {
                "name": view.name,
                "report": view.report,
                "query": name,
                "en": {"title": title(view).en, "summary": description(view).en, "caveat": report.caveat},
                "zh": {"title": title(view).zh, "summary": description(view).zh, "caveat": in_chinese(report.caveat)},
                "command": view.command,
                "parameters": [
                    {
                        "name": one.name,
                        "option": one.option,
                        "type": one.type,
                        "default": one.default,
                        "value": view.values.get(one.name, one.default),
                        "choices": list(one.choices),
                        "en": one.summary,
                        "zh": in_chinese(one.summary),
                    }
                    for one in report.parameters
                ],
            }
        )
    site.staging.write("reports.json", (json.dumps({"v": 1, "reports": listed}, ensure_ascii=False, separators=(",", ":")) + "\n").encode())
