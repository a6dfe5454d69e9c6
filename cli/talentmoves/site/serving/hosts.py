"""Files for static hosts: ``_redirects`` and ``_headers`` as Netlify, Cloudflare Pages and GitLab Pages read them.

https://docs.netlify.com/routing/redirects/, https://developers.cloudflare.com/pages/configuration/redirects/,
https://docs.gitlab.com/user/project/pages/redirects/. None of them looks at ``Accept``; all three serve ``x.html``
for ``x`` by themselves, which a rule for it would only break, and 302 is the one status for this that all know.
"""

from __future__ import annotations

from collections.abc import Container
from urllib.parse import urlsplit

from ...release.edition import Edition
from .media_types import COMPRESSED, LICENCE, MEDIA_TYPES
from .resources import SLUG, resources


def redirects(edition: Edition, files: Container[str]) -> str:
    """Return ``_redirects``.

    :param files: the names of the files of the release
    """
    base = urlsplit(edition.address).path
    lines = ["# Addresses that have no page of their own name; pages are found without an ending."]
    for one in resources(edition, files).negotiated:
        if one.several or not one.html:
            continue
        for pattern in one.pattern.split("|"):
            source = pattern.replace(SLUG, ":slug").replace("\\.", ".")
            # A host that takes the ending off by itself would go around in circles.
            if source != one.html.removesuffix(".html"):
                lines.append(f"{base}{source} {base}{one.html} 302")
    lines.append(f"{base}move/:move/known/:day {base}move/:move 302")
    return "\n".join([*lines, ""])


def headers(edition: Edition) -> str:
    """Return ``_headers``."""
    base = urlsplit(edition.address).path
    lines = [f"{base}*", "  Access-Control-Allow-Origin: *", f"  Link: {LICENCE}"]
    for ending, media_type in {**MEDIA_TYPES, "gz": COMPRESSED}.items():
        lines += [f"{base}*.{ending}", f"  Content-Type: {media_type}"]
    return "\n".join([*lines, ""])
