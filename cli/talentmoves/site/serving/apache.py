"""Configuration for Apache (https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html)."""

from __future__ import annotations

from .media_types import COMPRESSED, LICENCE, MEDIA_TYPES
from .resources import Resource, Resources
from .weights import DEFAULT, LANGUAGES, RANGES, weighed

_KINDS = {"h": "html", "t": "turtle", "l": "jsonld"}
_HEAD = """\
# How Apache serves this release: media types, and for addresses without an ending what the client asks for.
# Needs AllowOverride FileInfo Options; without mod_rewrite only the files themselves are served.
Options +SymLinksIfOwnerMatch -MultiViews
"""
_W3ID_HEAD = """\
# For the folder talent-moves of https://github.com/perma-id/w3id.org: leads to where the release is served,
# and there to what the client asks for.
Options +SymLinksIfOwnerMatch -MultiViews
"""


def configuration(found: Resources) -> str:
    """Return ``.htaccess`` for the folder of a release, wherever that is served."""
    types = [f'  AddType "{media_type}" .{ending}' for ending, media_type in MEDIA_TYPES.items()]
    return "\n".join(
        [
            _HEAD,
            "<IfModule mod_mime.c>",
            *types,
            "  RemoveEncoding .gz",
            "</IfModule>",
            '<FilesMatch "\\.gz$">',
            f"  ForceType {COMPRESSED}",
            "</FilesMatch>",
            "<IfModule mod_rewrite.c>",
            "RewriteEngine On",
            "# Where the release lies, as an address and as a folder.",
            "RewriteCond %{REQUEST_URI}#$0 ^/(.*?)([^#]*)#\\2$",
            "RewriteRule .* - [E=TM_PATH:%1]",
            "RewriteCond %{REQUEST_FILENAME}#$0 ^(.*?)([^#]*)#\\2$",
            "RewriteRule .* - [E=TM_FOLDER:%1]",
            *_moved(found, "/%{ENV:TM_PATH}"),
            *_what(found.negotiated, "RewriteRule ^ - [END]"),
            *_WEIGHTS,
            *_MISSING,
            *_choice("/%{ENV:TM_PATH}"),
            "ErrorDocument 404 /%{reqenv:TM_PATH}404.html",
            "</IfModule>",
            "<IfModule mod_headers.c>",
            'Header always set Access-Control-Allow-Origin "*"',
            'Header always merge Vary "Accept, Accept-Language" env=TM_NEGOTIATED',
            f"Header set Link '{LICENCE}'",
            "</IfModule>",
            "",
        ]
    )


def redirects(found: Resources, address: str) -> str:
    """Return ``.htaccess`` for w3id.org.

    :param address: where the release is served
    """
    return "\n".join(
        [
            _W3ID_HEAD,
            "<IfModule mod_headers.c>",
            'Header always set Access-Control-Allow-Origin "*"',
            'Header always merge Vary "Accept, Accept-Language" env=TM_NEGOTIATED',
            "</IfModule>",
            "RewriteEngine On",
            *_moved(found, address),
            *_what(found.negotiated, f"RewriteRule ^(.*)$ {address}$1 [R=302,NE,END]"),
            *_WEIGHTS,
            *_choice(address),
            "",
        ]
    )


def _moved(found: Resources, base: str) -> list[str]:
    return [f"RewriteRule ^{pattern}$ {base}{target} [R=303,NE,END]" for pattern, target in found.moved.items()]


def _what(negotiated: list[Resource], otherwise: str) -> list[str]:
    """Return the rules that tell what is asked for; ``otherwise`` is what happens to the rest."""
    lines = ["# What is asked for, and the files that tell of it."]
    for one in negotiated:
        flags = ["E=TM_NEGOTIATED:1", *(["E=TM_LOOK:1"] if one.several else [])]
        flags += [f"E=TM_{kind}:{getattr(one, name)}" for kind, name in _KINDS.items()]
        lines.append(f"RewriteRule ^(?:{one.pattern})$ - [{','.join(flags)}]")
    return [*lines, "RewriteCond %{ENV:TM_NEGOTIATED} !=1", otherwise]


def _weights() -> list[str]:
    lines = [
        "# How much the client wants each: 1, 0.85, or nothing. Who sends no Accept takes anything.",
        "RewriteCond %{HTTP_ACCEPT} ^$",
        "RewriteRule ^ - [E=TM_Q_h:1,E=TM_Q_t:1,E=TM_Q_l:1]",
    ]
    for one in RANGES:
        flags = [f"E=TM_Q_{kind}:%1%2" for kind in one.kinds] + (["E=TM_HTML:1"] if one.wants_html else [])
        lines += [f"RewriteCond %{{HTTP_ACCEPT}}{DEFAULT} {weighed(one.pattern)} [NC]", f"RewriteRule ^ - [{','.join(flags)}]"]
    for language, pattern in LANGUAGES.items():
        lines += [f"RewriteCond %{{HTTP:Accept-Language}}{DEFAULT} {weighed(pattern)} [NC]", f"RewriteRule ^ - [E=TM_Q_{language}:%1%2]"]
    return [*lines, f'RewriteCond expr "{_weight("zh")} > {_weight("en")}"', "RewriteRule ^ - [E=TM_LANGUAGE:zh/]"]


def _missing() -> list[str]:
    lines = ["# What is not there cannot be had."]
    for kind in _KINDS:
        lines += ["RewriteCond %{ENV:TM_LOOK} =1", f"RewriteCond %{{ENV:TM_FOLDER}}%{{ENV:TM_{kind}}} !-f", f"RewriteRule ^ - [E=TM_{kind}:]"]
    return [*lines, *(f"RewriteCond %{{ENV:TM_{kind}}} ^$" for kind in _KINDS), "RewriteRule ^ - [END]"]


def _choice(base: str) -> list[str]:
    """Return the rules that choose among the files that there are."""
    lines = ["# The one that the client wants most; of equals Turtle, unless HTML is asked for by name."]
    for kind in _KINDS:
        lines += [f"RewriteCond %{{ENV:TM_{kind}}} ^$", f"RewriteRule ^ - [E=TM_Q_{kind}:]"]
    page, turtle, jsonld = map(_weight, _KINDS)
    html = f"{base}%{{ENV:TM_LANGUAGE}}%{{ENV:TM_h}}"
    return [
        *lines,
        *_if(f"%{{ENV:TM_HTML}} == '1' && {page} != '' && {page} >= {turtle} && {page} >= {jsonld}", html),
        *_if(f"{turtle} != '' && {turtle} >= {page} && {turtle} >= {jsonld}", f"{base}%{{ENV:TM_t}}"),
        *_if(f"{jsonld} != '' && {jsonld} >= {page}", f"{base}%{{ENV:TM_l}}"),
        *_if(f"{page} != ''", html),
        "RewriteRule ^ - [R=406,END]",
    ]


def _if(expression: str, target: str) -> list[str]:
    return [f'RewriteCond expr "{expression}"', f"RewriteRule ^ {target} [R=303,NE,END]"]


def _weight(name: str) -> str:
    return f"%{{ENV:TM_Q_{name}}}"


_WEIGHTS, _MISSING = _weights(), _missing()
