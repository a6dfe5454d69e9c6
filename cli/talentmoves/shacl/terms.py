"""Terms and tests of terms, as SPARQL expressions.

SPARQL's ``=`` compares values, SHACL terms; hence sameTerm. Whether a literal is well-formed is told
from its lexical form, so that it does not depend on what an engine can cast.
Lexical spaces: https://www.w3.org/TR/xmlschema11-2/
"""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode

from .graph import Term
from .vocabulary import RDF, XSD

_ZONE = r"(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_YEAR = r"-?([1-9][0-9]{3,}|0[0-9]{3})"
_LONG, _SHORT, _ANY_MONTH = "(0[13578]|1[02])", "(0[469]|11)", "(0[1-9]|1[0-2])"
_DAY_31, _DAY_30, _DAY_28 = "(0[1-9]|[12][0-9]|3[01])", "(0[1-9]|[12][0-9]|30)", "(0[1-9]|1[0-9]|2[0-8])"
_MONTH_DAY = f"({_LONG}-{_DAY_31}|{_SHORT}-{_DAY_30}|02-{_DAY_28})"
_LEAP = "-?([0-9]*([02468][048]00|[13579][26]00|[0-9][0-9](0[48]|[2468][048]|[13579][26])))-02-29"
_DATE = f"({_YEAR}-{_MONTH_DAY}|{_LEAP})"
_TIME = r"(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)"
_INTEGER = "[+-]?[0-9]+"
_DECIMAL = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"
_FLOAT = rf"({_DECIMAL}([eE][+-]?[0-9]+)?|[+-]?INF|NaN)"
_DURATION_DAYS, _DURATION_TIME = "[0-9]+D", r"T([0-9]+H([0-9]+M)?([0-9]+(\.[0-9]+)?S)?|[0-9]+M([0-9]+(\.[0-9]+)?S)?|[0-9]+(\.[0-9]+)?S)"
_DURATION_MONTHS = "([0-9]+Y([0-9]+M)?|[0-9]+M)"
_DAY_TIME = f"({_DURATION_DAYS}({_DURATION_TIME})?|{_DURATION_TIME})"

_LEXICAL = {
    "boolean": "(true|false|0|1)",
    "integer": _INTEGER,
    "decimal": _DECIMAL,
    "float": _FLOAT,
    "double": _FLOAT,
    "date": _DATE + _ZONE,
    "time": _TIME + _ZONE,
    "dateTime": f"{_DATE}T{_TIME}{_ZONE}",
    "dateTimeStamp": f"{_DATE}T{_TIME}{_ZONE[:-1]}",
    "gYear": _YEAR + _ZONE,
    "gYearMonth": f"{_YEAR}-{_ANY_MONTH}{_ZONE}",
    "gMonth": f"--{_ANY_MONTH}{_ZONE}",
    "gDay": f"---{_DAY_31}{_ZONE}",
    "gMonthDay": f"--({_LONG}-{_DAY_31}|{_SHORT}-{_DAY_30}|02-(0[1-9]|[12][0-9])){_ZONE}",
    "duration": f"-?P({_DURATION_MONTHS}({_DAY_TIME})?|{_DAY_TIME})",
    "yearMonthDuration": f"-?P{_DURATION_MONTHS}",
    "dayTimeDuration": f"-?P{_DAY_TIME}",
    "hexBinary": "([0-9a-fA-F]{2})*",
    "base64Binary": "(([A-Za-z0-9+/] ?){4})*"
    "(([A-Za-z0-9+/] ?){3}[A-Za-z0-9+/]|([A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|[A-Za-z0-9+/] ?[AQgw] ?= ?=)?",
    "language": "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*",
}
_RANGES: dict[str, tuple[int | None, int | None]] = {
    "byte": (-(2**7), 2**7 - 1),
    "short": (-(2**15), 2**15 - 1),
    "int": (-(2**31), 2**31 - 1),
    "long": (-(2**63), 2**63 - 1),
    "unsignedByte": (0, 2**8 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedLong": (0, 2**64 - 1),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
}


def quoted(text: str) -> str:
    r"""Return a text as a SPARQL string.

    >>> quoted('a"b')
    '"a\\"b"'
    """
    return str(Literal(text))


def written(term: Term) -> str:
    """Return an IRI or a literal as SPARQL writes it."""
    return str(term)


def has_datatype(variable: str, datatype: NamedNode) -> str:
    """Return the test that a value is a well-formed literal of a datatype (SHACL 4.1.2)."""
    name = datatype.value
    if name == RDF + "langString":
        return f'(ISLITERAL({variable}) && LANG({variable}) != "")'
    tests = [f"ISLITERAL({variable})", f"DATATYPE({variable}) = <{name}>"]
    if name.startswith(XSD):
        tests += _well_formed(variable, name.removeprefix(XSD))
    return f"({' && '.join(tests)})"


def _well_formed(variable: str, name: str) -> list[str]:
    if name in _LEXICAL:
        return [f"REGEX(STR({variable}), {quoted(f'^({_LEXICAL[name]})$')})"]
    if name not in _RANGES:
        return []
    tests = [f"REGEX(STR({variable}), {quoted(f'^({_INTEGER})$')})"]
    for limit, is_lowest in zip(_RANGES[name], (True, False), strict=True):
        if limit is not None:
            tests.append(_within(variable, limit, is_lowest))
    return tests


def _within(variable: str, limit: int, is_lowest: bool) -> str:
    # Engines compute with 64 bits or fewer, and so digits are compared, not numbers: by count, then as text.
    digits = f'REPLACE(STR({variable}), "^[+-]?0*", "")'
    negative = f'(STRSTARTS(STR({variable}), "-") && {digits} != "")'
    bound = quoted(str(abs(limit)) if limit else "")
    length = len(str(abs(limit))) if limit else 0
    at_most = f"(STRLEN({digits}) < {length} || (STRLEN({digits}) = {length} && {digits} <= {bound}))"
    at_least = f"(STRLEN({digits}) > {length} || (STRLEN({digits}) = {length} && {digits} >= {bound}))"
    if is_lowest:
        return f"(!{negative} && {at_least})" if limit > 0 else f"(!{negative} || {at_most})"
    return f"({negative} && {at_least})" if limit < 0 else f"({negative} || {at_most})"


def is_one_of(variable: str, terms: Sequence[Term]) -> str:
    """Return the test that a value is one of some terms."""
    if not terms:
        return "false"
    if all(isinstance(term, NamedNode) for term in terms):
        # Between IRIs equality is that of terms, and IN is looked up at once.
        return f"(ISIRI({variable}) && {variable} IN ({', '.join(map(written, terms))}))"
    return "(" + " || ".join(f"sameTerm({variable}, {written(term)})" for term in terms) + ")"


def is_of_kind(variable: str, kind: str) -> str:
    """Return the test of sh:nodeKind (SHACL 4.1.3)."""
    tests = {"IRI": f"ISIRI({variable})", "BlankNode": f"ISBLANK({variable})", "Literal": f"ISLITERAL({variable})"}
    wanted = [test for name, test in tests.items() if name.lower() in kind.lower()]
    return f"({' || '.join(wanted)})"


def speaks(variable: str, languages: Sequence[str]) -> str:
    """Return the test of sh:languageIn (SHACL 4.4.4)."""
    if not languages:
        return "false"
    ranges = " || ".join(f"LANGMATCHES(LANG({variable}), {quoted(language)})" for language in languages)
    return f'(ISLITERAL({variable}) && LANG({variable}) != "" && ({ranges}))'
