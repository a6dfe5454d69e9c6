"""The words of Turtle 1.1 as regular expressions (https://www.w3.org/TR/turtle/#sec-grammar).

Every repetition is possessive and no two alternatives of one begin alike, so that no text, however
hostile, takes more than a time proportional to its length.
"""

from __future__ import annotations

import re

# PN_CHARS_BASE and PN_CHARS of the grammar.
_LETTER = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_IN_NAME = rf"{_LETTER}_0-9\u00b7\u0300-\u036f\u203f\u2040-"
_ESCAPED = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = rf"(?:[{_LETTER}_:0-9]|{_ESCAPED})(?:[:{_IN_NAME}]++|{_ESCAPED}|\.++(?=[:%\\{_IN_NAME}]))*+"

SPACE = r"(?:[\x20\t\r\n]++|\#[^\r\n]*+)*+"
#: A prefixed name, or a bare word such as ``a`` and ``true``: one pattern, so that a long word without a colon is passed over once.
NAME = rf"(?:[{_LETTER}](?:[{_IN_NAME}]++|\.++(?=[{_IN_NAME}]))*+(?::(?:{_LOCAL})?+)?+|:(?:{_LOCAL})?+)"
_NOT_IN_IRI = r"""[^<>"{}|^`\\\x00-\x20]"""
IRI = rf"<{_NOT_IN_IRI}*+(?:\\(?:u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}){_NOT_IN_IRI}*+)*+>"
_STRING = (
    r'"(?:""(?:[^"\\]++|\\.|"(?!""))*+"""|(?!"")(?:[^"\\\r\n]++|\\[^\r\n])*+")'
    r"|'(?:''(?:[^'\\]++|\\.|'(?!''))*+'''|(?!'')(?:[^'\\\r\n]++|\\[^\r\n])*+')"
)
# The base direction is RDF 1.2; pyoxigraph reads it.
_LANGUAGE = r"@[A-Za-z]++(?:-[A-Za-z0-9]++)*+(?:--(?:ltr|rtl))?+"
_LITERAL = rf"(?:{_STRING})(?:{SPACE}(?:{_LANGUAGE}|\^\^{SPACE}(?:{IRI}|{NAME})))?+"
_BLANK = rf"_:[{_LETTER}_0-9](?:[{_IN_NAME}]++|\.++(?=[{_IN_NAME}]))*+"
_EXPONENT = r"[eE][+-]?+[0-9]++"
_NUMBER = rf"[+-]?+(?:[0-9]++(?:\.[0-9]*+{_EXPONENT}|\.[0-9]++|{_EXPONENT})?+|\.[0-9]++(?:{_EXPONENT})?+)"
_KEYWORD = r"@[A-Za-z]++"
_WORDS = rf"{NAME}|{_LITERAL}|[;,\[\]()]|{IRI}|{_BLANK}|{_NUMBER}|{_KEYWORD}"

#: One word after space and comments, in group 1; any other character is a word too, and at the end of the text the group is None.
WORD = re.compile(rf"{SPACE}(?:({_WORDS}|.)|\Z)", re.DOTALL)

#: The rest of a statement after a word of it, with its full stop; the marks of RDF 1.2 are passed over.
REST = re.compile(rf"(?:{SPACE}(?:{_WORDS}|[<>{{}}|~]))*+{SPACE}\.", re.DOTALL)

#: The same, several times as fast, but only where every dot outside of texts, addresses and comments
#: is a full stop for certain: no name or number with a dot, and no escape in a name.
QUICK_REST = re.compile(rf"""(?:[^.<"'\#\\]++|{IRI}|{_STRING}|\#[^\r\n]*+)*+\.(?=[\x20\t\r\n\#@<"'\[(]|\Z)""", re.DOTALL)

#: The parts of a literal: the text in one of the first four groups, then language tag or datatype.
LITERAL = re.compile(
    r'(?:"""((?:[^"\\]++|\\.|"(?!""))*+)"""|"([^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+)"'
    r"|'''((?:[^'\\]++|\\.|'(?!''))*+)'''|'([^'\\\r\n]*+(?:\\.[^'\\\r\n]*+)*+)')"
    rf"{SPACE}(?:({_LANGUAGE})|\^\^{SPACE}({IRI}|{NAME}))?+",
    re.DOTALL,
)
