"""The parts of the site that can be written side by side."""

from __future__ import annotations

from multiprocessing import parent_process

from pyoxigraph import NamedNode

from ..release.edition import Edition
from ..release.staging import Staging
from ..vocabulary import SHAPES
from .knowledge import Knowledge
from .rendering import Site


def entities(edition: Edition, knowledge: Knowledge, staging: Staging) -> None:
    """Write a page for every entity, and the lists of them."""
    from .entities import writing

    writing.write(Site(edition, staging), knowledge)


def reports(edition: Edition, knowledge: Knowledge, staging: Staging) -> None:
    """Write the front page and the pages of the reports, which are asked once for both."""
    from ..engines.stored import StoreEngine
    from . import front
    from .reports import writing
    from .reports.answers import Answers

    if parent_process() is not None:
        # In a process of its own nobody else sees the store, and without the shapes queries take a quarter less.
        edition.store.remove_graph(NamedNode(SHAPES))
    site = Site(edition, staging)
    answers = Answers(StoreEngine(edition.store))
    writing.write(site, knowledge, answers)
    front.write(site, knowledge, answers)


def reference(edition: Edition, knowledge: Knowledge, staging: Staging) -> None:
    """Write what explains the data, the query page, and the style sheet and scripts of all pages."""
    from . import assets, query_page
    from . import reference as pages

    site = Site(edition, staging)
    assets.write(site)
    query_page.write(site, knowledge)
    pages.write(site, knowledge)


def last(edition: Edition, staging: Staging) -> None:
    """Write what tells of all other files: the page of the downloads, and how web servers are to serve them."""
    from . import data_page, serving

    data_page.write(Site(edition, staging), staging.downloads())
    serving.write(staging, edition)
