"""What the pages about the whole data set carry in their head for programs: Signposting links and schema.org."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from ..release.description.schema_org import schema_org, script
from ..release.description.signposting import of_dataset
from ..release.edition import Edition
from ..release.staging import Written


def head(edition: Edition, downloads: Sequence[Written] = ()) -> Callable[[str], Markup]:
    """Return what writes the elements, given the way to the root of the site.

    The licence is not among them, as every page has it.

    :param downloads: the files that make up the data set, where the page is to name them
    """
    schema = Markup('<script type="application/ld+json">{}</script>').format(Markup(script(schema_org(edition, downloads))))

    def elements(root: str) -> Markup:
        lines = [
            Markup('<link rel="{}" href="{}"{}>').format(link.rel, link.href, Markup(' type="{}"').format(link.type) if link.type else "")
            for link in of_dataset(root, downloads)
            if link.rel != "license"
        ]
        return Markup("\n").join([*lines, schema])

    return elements
