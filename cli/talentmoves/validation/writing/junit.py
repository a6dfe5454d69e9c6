"""Findings as JUnit XML: a suite a file, a test case a finding, as Jenkins and GitLab read it.

Jenkins' schema: https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from ..findings import Finding
from ..levels import LEVELS
from .block import one
from .outcome import Outcome
from .snippets import Style, safe
from .sources import Sources

# XML 1.0 allows none of these, https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOWHERE = {"en": "without a place", "zh": "没有位置"}


def write(outcome: Outcome) -> str:
    """Return the findings that are to be shown as JUnit XML.

    Those that make the validation fail are failures; lighter ones pass, with their text as output.
    A file without findings is one test case that passes.
    """
    sources = Sources()
    suites: dict[str, list[Finding]] = {sources.name(file): [] for file in outcome.files}
    for finding in outcome.shown:
        name = sources.name(finding.location.file) if finding.location else _NOWHERE[outcome.language]
        suites.setdefault(name, []).append(finding)
    root = ElementTree.Element("testsuites", name="moves validate")
    for name, findings in suites.items():
        suite = _suite(root, _clean(safe(name)), findings, outcome)
        for finding in findings:
            _case(suite, finding, outcome, sources)
        if not findings:
            ElementTree.SubElement(suite, "testcase", classname=suite.attrib["name"], name=suite.attrib["name"], time="0")
    root.set("tests", str(sum(len(suite) for suite in root)))
    root.set("failures", str(sum(map(outcome.fails, outcome.shown))))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root: ElementTree.Element, name: str, findings: list[Finding], outcome: Outcome) -> ElementTree.Element:
    counts = {"tests": max(len(findings), 1), "failures": sum(map(outcome.fails, findings)), "errors": 0, "skipped": 0, "time": 0}
    return ElementTree.SubElement(root, "testsuite", {"name": name, **{key: str(value) for key, value in counts.items()}})


def _case(suite: ElementTree.Element, finding: Finding, outcome: Outcome, sources: Sources) -> None:
    place = f" {finding.location.line}:{finding.location.column}" if finding.location else ""
    name = _clean(f"{finding.code}{place} {safe(finding.label)}: {safe(finding.message)}")
    case = ElementTree.SubElement(suite, "testcase", classname=suite.attrib["name"], name=name, time="0")
    told = _clean("\n".join(one(finding, outcome.language, Style(columns=outcome.columns), sources)))
    if outcome.fails(finding):
        kind = f"{LEVELS['en'][finding.level]}[{finding.code}]"
        ElementTree.SubElement(case, "failure", message=_clean(safe(finding.message)), type=kind).text = told
    else:
        ElementTree.SubElement(case, "system-out").text = told


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
