"""Random Turtle: text with every construct, in any layout, that pyoxigraph reads."""

from __future__ import annotations

from hypothesis import strategies as st

_PREFIXES = (":", "e:", "a.b:", "é:")
_NAMESPACES = ("<http://e/>", "<http://e/x#>", "<rel/>", "<#>", "<http://é/\\u0041>")
_BASES = ("<http://h/a/b>", "<../c/>", "<http://k>")
_LOCALS = ("", "a", "b", "c.d", "1", "x-y", "a:b", "%20z", "e\\,f", "é·", "\\-m", "a..b")
_IRIS = (
    "<http://e/a>",
    "<http://e/b>",
    "<r>",
    "<../s/./t>",
    "<>",
    "<#f>",
    "<?q>",
    "<urn:x:y>",
    "<http://e/\\u00e9#.>",
    "<a:b'c>",
    "<//h/x>",
    "</y/../z>",
)
_CHARACTERS = "ab\"'\\.#<>[]();,@^ é罗😀\t\x01\x7f"
_NUMBERS = ("1", "-2", "+03", "1.5", "-.5", "1e3", "2.E-1", "+.5e+7", "true", "false")
_SPACES = (" ", "\n", "\r\n", "\r", "\t", "  ", " # . \" ' < [ ; \\\n", " #\r", "\n\n  ")

_space = st.sampled_from(_SPACES)
_name = st.builds(lambda prefix, local: prefix + local, st.sampled_from(_PREFIXES), st.sampled_from(_LOCALS))
_iri = _name | st.sampled_from(_IRIS)
_label = st.sampled_from(("_:a", "_:b.c", "_:0", "_:anonb24"))


def _quoted(text: str, quote: str) -> str:
    text = text.replace("\\", "\\\\").replace(quote[0], "\\" + quote[0])
    return quote + text + quote


def _long(text: str, quote: str) -> str:
    # Quotes inside stay as they are, as far as the grammar allows it.
    text = text.replace("\\", "\\u005C").replace(quote * 2, quote + "\\" + quote)
    if text.endswith(quote):
        text = text[:-1] + "\\" + quote
    return quote * 3 + text + quote * 3


_text = st.text(alphabet=_CHARACTERS, max_size=6)
_string = (
    st.builds(_quoted, _text, st.sampled_from("\"'"))
    | st.builds(_long, st.text(alphabet=_CHARACTERS + "\n\r", max_size=8), st.sampled_from("\"'"))
    | st.just('"\\t\\b\\n\\r\\f\\u00e9\\U0001F600"')
)
_tail = st.sampled_from(("", "", "@en", " @zh-Hant", "@EN-us")) | st.builds(lambda space, iri: "^^" + space + iri, st.just("") | _space, _iri)
_literal = st.builds(str.__add__, _string, _tail) | st.sampled_from(_NUMBERS)


def _list(nodes: st.SearchStrategy[str], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(nodes, min_size=1, max_size=most)


def _properties(nodes: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Predicates with objects, with any number of semicolons between and after them."""
    pair = st.builds(lambda verb, space, values: verb + space + (space + "," + space).join(values), st.just("a") | _iri, _space, _list(nodes, 3))
    return st.builds(
        lambda pairs, space, between, after: (space + between + space).join(pairs) + space + after,
        _list(pair, 3),
        _space,
        st.sampled_from((";", "; ;", ";;;")),
        st.sampled_from(("", ";", "; ;")),
    )


def _nested(nodes: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    brackets = st.builds(lambda space, inside: "[" + space + inside + space + "]", _space, _properties(nodes))
    collection = st.builds(lambda space, items: "(" + space + space.join(items) + space + ")", _space, st.lists(nodes, max_size=3))
    return brackets | collection


_node = st.recursive(_iri | _label | _literal | st.sampled_from(("[]", "[ # ]\n ]", "()")), _nested, max_leaves=8)
_subject = _iri | _label | st.sampled_from(("[]", "()")) | _nested(_iri | _literal)
_statement = st.builds(lambda subject, space, rest, end: subject + space + rest + space + "." + end, _subject, _space, _properties(_node), _space)
_alone = st.builds(lambda space, inside: "[" + space + inside + "]" + space + ".", _space, _properties(_node))
_directive = st.builds(
    lambda form, prefix, iri, space: form.format(prefix, iri, s=space),
    st.sampled_from(("@prefix{s}{0}{s}{1}{s}.", "PREFIX{s}{0}{s}{1}{s}", "prefix{s}{0}{1}")),
    st.sampled_from(_PREFIXES),
    st.sampled_from(_NAMESPACES),
    _space,
) | st.builds(lambda form, iri, space: form.format(iri, s=space), st.sampled_from(("@base{s}{0}.", "BASE{0}{s}")), st.sampled_from(_BASES), _space)

#: Texts that begin with all prefixes and a base, and may change them anywhere.
texts = st.lists(_statement | _statement | _alone | _directive, min_size=1, max_size=6).map(
    lambda parts: "@base <http://h/a/b> .\n" + "".join(f"@prefix {prefix} <http://e/> .\n" for prefix in _PREFIXES) + "\n".join(parts)
)
