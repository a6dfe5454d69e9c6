"""The part of a release that tells what changed since an earlier one."""

from __future__ import annotations

from pathlib import Path

from ..release.dumps.compressing import MEDIA_TYPE, compress
from ..release.edition import Edition
from ..release.staging import Staging
from . import as_json, layouts, patch
from .changes import changes
from .delta import compare
from .states import release

#: From this size on a file is there packed as well.
_LARGE = 100_000
_SHOWN = 12
_CHANGELOGS = {"en": ("changes/CHANGELOG.md", "Changelog"), "zh": ("changes/CHANGELOG.zh.md", "Changelog in Chinese")}


def write_changes(previous: Path, edition: Edition, staging: Staging) -> None:
    """Write the changelog, and the difference as RDF Patch and as JSON.

    Of the earlier release nothing is quoted but its hash and what the difference may tell.

    :param previous: the folder of the earlier release
    :raises InputError: if it is no release, not a whole one, or was altered
    :raises DataError: if the difference would bring back who was removed
    """
    comparison = compare(release(previous), edition.nquads)
    delta = comparison.delta
    found = changes(comparison)
    old, new = delta.old_hash[:_SHOWN], delta.new_hash[:_SHOWN]
    for language, (name, title) in _CHANGELOGS.items():
        staging.write(name, layouts.markdown(found, old, new, language).encode(), "text/markdown", f"{title}: what changed from state {old}")
    _write(staging, f"changes/from-{old}.rdfp", patch.write(delta), "application/rdf-patch", f"RDF Patch from state {old}")
    _write(
        staging, f"changes/from-{old}.json", as_json.write(found, old, new).encode(), "application/json", f"What changed from state {old}, as JSON"
    )


def _write(staging: Staging, name: str, content: bytes, media_type: str, title: str) -> None:
    staging.write(name, content, media_type, title)
    if len(content) >= _LARGE:
        staging.write(f"{name}.gz", compress(content), MEDIA_TYPE, f"{title}, packed")
