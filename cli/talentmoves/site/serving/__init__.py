"""How web servers are told to serve a release, so that every address of an entity leads to what the client can read.

The address of a person names a person and not a file, so it is answered with 303 See Other and the address of the
page, the Turtle or the JSON-LD (https://www.w3.org/TR/cooluris/). Clients that accept anything get Turtle, because
browsers say that they want HTML and programs often do not say what they want
(https://www.w3.org/TR/swbp-vocab-pub/#recipe5).
"""

from __future__ import annotations

from ...release.edition import Edition
from ...release.staging import Staging
from ...vocabulary import BASE
from . import apache, hosts, nginx
from .resources import resources


def write(staging: Staging, edition: Edition) -> None:
    """Write the configuration for Apache, nginx, w3id.org and static hosts.

    To be called when all other files are written: what is not there is not promised.
    """
    found = resources(edition, staging.files)
    staging.write(".htaccess", apache.configuration(found).encode())
    staging.write("nginx.conf", nginx.configuration(found).encode())
    if edition.address != BASE:
        # The redirects of w3id.org to itself would never end.
        staging.write("w3id/.htaccess", apache.redirects(found, edition.address).encode())
    staging.write("_redirects", hosts.redirects(edition, staging.files).encode())
    staging.write("_headers", hosts.headers(edition).encode())
