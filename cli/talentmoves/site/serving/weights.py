"""Regular expressions that read the weights out of ``Accept`` and ``Accept-Language``.

RFC 9110, section 12.5 (https://www.rfc-editor.org/rfc/rfc9110#section-12.5). Servers have no loops in their
configuration, so each kind of range is looked for by an expression of its own, the general ones first, which the
exact ones then overrule. Weights are kept as text without zeros at the end: ``1``, ``0.85``, or nothing for what
is refused or not named. Such texts sort like the numbers that they are.
"""

from __future__ import annotations

from typing import NamedTuple

#: What servers put behind the header: the weight of a range without one.
DEFAULT = "#1"
_WEIGHT = r"(?:;\s*q\s*=\s*(?:(1|0\.\d*[1-9])[.0]*|0[.0]*)\s*(?=[,;#])|(?=[,#]).*#(1)$)"


class Range(NamedTuple):
    """A range that clients name."""

    pattern: str
    #: The kinds of files that it lets through: h, t and l for HTML, Turtle and JSON-LD.
    kinds: str
    #: Whether who names it wants HTML more than RDF of the same weight.
    wants_html: bool = False


#: General before exact; JSON and XHTML are what JSON-LD and HTML can be taken for.
RANGES = (
    Range(r"\*/\*", "htl"),
    Range(r"text/\*", "ht", True),
    Range(r"application/\*", "l"),
    Range("application/json", "l"),
    Range(r"application/ld\+json", "l"),
    Range("text/turtle", "t"),
    Range(r"application/xhtml\+xml", "h", True),
    Range("text/html", "h", True),
)
LANGUAGES = {"zh": "zh(?:-[a-z0-9-]+)?", "en": "en(?:-[a-z0-9-]+)?"}


def weighed(pattern: str) -> str:
    r"""Return an expression for a header with :data:`DEFAULT` behind it; the weight is in its first or its second group.

    >>> import re
    >>> expression = re.compile(weighed("text/turtle"))
    >>> headers = "text/turtle", "a/b, text/turtle;q=0.50", "text/turtle; charset=utf-8;q=1.0, a/b", "text/turtle;q=0.0"
    >>> ["".join(filter(None, expression.search(header + DEFAULT).groups())) for header in headers]
    ['1', '0.5', '1', '']
    >>> expression.search("text/turtle ; q=0.3 , a/b" + DEFAULT)[1]
    '0.3'
    >>> expression.search("application/turtle, text/turtles;q=0.5" + DEFAULT) is None
    True
    """
    return rf"(?:^|,)\s*{pattern}\s*(?:;\s*+(?!q\s*=)[^;,#]*)*{_WEIGHT}"


def less() -> str:
    """Return an expression for two weights with a comma between, the first of which is the smaller one.

    >>> import re
    >>> pairs = "0.5,1", "0.5,0.55", ",0.1", "1,0.9", "0.8,0.8", "1,1", "1,"
    >>> [bool(re.search(less(), pair)) for pair in pairs]
    [True, True, True, False, False, False, False]
    """
    steps = "|".join(f"{digit}[^,]*,\\1[{digit + 1}-9]" for digit in range(9))
    return rf"^([^,]*)(?:,\1.|{steps})"
