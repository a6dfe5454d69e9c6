"""Configuration for nginx (https://nginx.org/en/docs/http/ngx_http_rewrite_module.html)."""

from __future__ import annotations

from .media_types import COMPRESSED, LICENCE, MEDIA_TYPES
from .resources import Resource, Resources
from .weights import DEFAULT, LANGUAGES, RANGES, less, weighed

_KINDS = {"h": "html", "t": "turtle", "l": "jsonld"}
_HEAD = """\
# How nginx serves this release: media types, and for addresses without an ending what the client asks for.
# For a server block, or for a location block of it, whose root is the folder above that of the address:
#     include /srv/www/talent-moves/nginx.conf;
absolute_redirect off;
"""


def configuration(found: Resources) -> str:
    """Return ``nginx.conf`` for inclusion in a server, wherever the release is served in it."""
    return "\n".join([_HEAD, *_files(), *_moved(found.moved), *_negotiated(found.negotiated)])


def _files() -> list[str]:
    types = "".join(f'    "{media_type}" {ending};\n' for ending, media_type in MEDIA_TYPES.items())
    headers = f"""  add_header Access-Control-Allow-Origin "*" always;\n  add_header Link '{LICENCE}';\n"""
    return [
        f"location ~ \\.(?:{'|'.join(MEDIA_TYPES)})$ {{\n  types {{\n{types}  }}\n{headers}}}\n",
        f"location ~ \\.gz$ {{\n  types {{}}\n  default_type {COMPRESSED};\n  gzip off;\n{headers}}}\n",
    ]


def _moved(moved: dict[str, str]) -> list[str]:
    blocks = []
    for pattern, target in moved.items():
        # The first group is the base.
        blocks.append(f'location ~ "^(/(?:.*/)?){pattern}$" {{\n  return 303 $1{target.replace("$1", "$2")};\n}}\n')
    return blocks


def _negotiated(resources: list[Resource]) -> list[str]:
    patterns = "|".join(one.pattern for one in resources)
    lines = ['set $tm_h "";', 'set $tm_t "";', 'set $tm_l "";', 'set $tm_look "";']
    for one in resources:
        actions = [f'set $tm_{kind} "{getattr(one, name).replace("$0", "$tm_path")}";' for kind, name in _KINDS.items() if getattr(one, name)]
        actions += ['set $tm_look "1";'] if one.several else []
        lines.append(f'if ($tm_path ~ "^(?:{one.pattern})$") {{ {" ".join(actions)} }}')
    lines.append("# What is not there cannot be had.")
    for kind in _KINDS:
        lines += [f'set $tm_miss_{kind} "$tm_look";', f'if (-f $document_root$tm_base$tm_{kind}) {{ set $tm_miss_{kind} ""; }}']
        lines.append(f'if ($tm_miss_{kind}) {{ set $tm_{kind} ""; }}')
    lines += ['set $tm_any "$tm_h$tm_t$tm_l";', 'if ($tm_any = "") { return 404; }']
    block = [*(f"  {line}" for line in [*lines, *_weights(), *_choice()])]
    return [f'location ~ "^(?<tm_base>/(?:.*/)?)(?<tm_path>{patterns})$" {{', *block, "}", ""]


def _weights() -> list[str]:
    names = [*_KINDS, *LANGUAGES]
    lines = ["# How much the client wants each: 1, 0.85, or nothing. Who sends no Accept takes anything."]
    lines += [f'set $tm_q_{name} "";' for name in names]
    lines += [
        'set $tm_html "";',
        'set $tm_language "";',
        f'set $tm_accept "$http_accept{DEFAULT}";',
        f'set $tm_languages "$http_accept_language{DEFAULT}";',
        f'if ($http_accept = "") {{ set $tm_accept "*/*{DEFAULT}"; }}',
    ]
    for one in RANGES:
        actions = [f'set $tm_q_{kind} "$1$2";' for kind in one.kinds] + (['set $tm_html "1";'] if one.wants_html else [])
        lines.append(f'if ($tm_accept ~* "{weighed(one.pattern)}") {{ {" ".join(actions)} }}')
    for language, pattern in LANGUAGES.items():
        lines.append(f'if ($tm_languages ~* "{weighed(pattern)}") {{ set $tm_q_{language} "$1$2"; }}')
    return [*lines, *_if_less("en", "zh", 'set $tm_language "zh/";')]


def _choice() -> list[str]:
    lines = [f'if ($tm_{kind} = "") {{ set $tm_q_{kind} ""; }}' for kind in _KINDS]
    lines += ["# The one that the client wants most; of equals Turtle, unless HTML is asked for by name. The last that holds counts."]
    lines += ['set $tm_to "";', 'if ($tm_q_h != "") { set $tm_to "$tm_language$tm_h"; }']
    lines += ["set $tm_l_wins $tm_q_l;", *_if_less("l", "h", 'set $tm_l_wins "";')]
    lines += ["set $tm_t_wins $tm_q_t;", *_if_less("t", "h", 'set $tm_t_wins "";'), *_if_less("t", "l", 'set $tm_t_wins "";')]
    lines += ["set $tm_h_wins $tm_q_h;", *_if_less("h", "t", 'set $tm_h_wins "";'), *_if_less("h", "l", 'set $tm_h_wins "";')]
    lines += ['if ($tm_html = "") { set $tm_h_wins ""; }']
    lines += [
        'if ($tm_l_wins != "") { set $tm_to $tm_l; }',
        'if ($tm_t_wins != "") { set $tm_to $tm_t; }',
        'if ($tm_h_wins != "") { set $tm_to "$tm_language$tm_h"; }',
        'add_header Vary "Accept, Accept-Language" always;',
        'add_header Access-Control-Allow-Origin "*" always;',
        'if ($tm_to = "") { return 406; }',
        "return 303 $tm_base$tm_to;",
    ]
    return lines


def _if_less(one: str, other: str, action: str) -> list[str]:
    return [f'set $tm_pair "$tm_q_{one},$tm_q_{other}";', f'if ($tm_pair ~ "{less()}") {{ {action} }}']
