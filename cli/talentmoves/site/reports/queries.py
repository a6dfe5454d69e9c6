"""The queries of the reports as files that any SPARQL 1.1 engine runs, and the list of them for the query page."""

from __future__ import annotations

import json

from pyoxigraph import NamedNode

from ...reports import metadata
from ...reports.binding import bind
from ...reports.parameters import terms
from ..knowledge import Knowledge
from ..rendering import Site
from .saying import Saying
from .views import View


def standalone(view: View) -> str:
    """Return the query of a view with its values in the place of the parameters."""
    report = metadata.find(view.report)
    title = view.title.en if view.title else report.summary
    head = [f"# {title}.", f"# {report.description}", f"# Note: {report.caveat}", f"# The same on the command line: {view.command}", ""]
    return "\n".join(head) + bind(report.query, terms(report, view.values, lambda text, kinds: NamedNode(text))).lstrip("\n")


def write(site: Site, catalogue: list[View]) -> None:
    """Write the queries, and their list as ``reports.json``."""
    chinese = Saying(Knowledge(b""), "zh")
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
                "en": {"title": view.title.en if view.title else report.summary, "summary": report.description, "caveat": report.caveat},
                "zh": {
                    "title": view.title.zh if view.title else chinese.text(report.summary),
                    "summary": chinese.text(report.description),
                    "caveat": chinese.text(report.caveat),
                },
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
                        "zh": chinese.text(one.summary),
                    }
                    for one in report.parameters
                ],
            }
        )
    site.staging.write("reports.json", (json.dumps({"v": 1, "reports": listed}, ensure_ascii=False, separators=(",", ":")) + "\n").encode())
