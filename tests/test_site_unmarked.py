"""Pages say of each fact on what it rests, also where no source gives it by itself, and in which language a place in a source is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

MARKS = {"": ("editors’ classification", "recorded by editors"), "zh/": ("编者归类", "编者录入")}


@pytest.mark.parametrize("language", MARKS)
def test_what_no_source_gives_is_marked_and_explained(sample_site: Path, language: str) -> None:
    classified, noted = MARKS[language]
    for folder, mark in (("role", classified), ("product", noted)):
        for page in (sample_site / language / folder).glob("*.html"):
            if page.name != "index.html":
                assert f'<a href="../policy.html">{mark}</a>' in page.read_text(encoding="utf-8"), page
    policy = (sample_site / language / "policy.html").read_text(encoding="utf-8")
    assert all(mark in policy for mark in MARKS[language])


def test_places_in_sources_are_marked_with_their_language(sample_site: Path) -> None:
    found = [
        re.findall(r"<dt>在来源中的位置</dt><dd>(.*?)</dd>", page.read_text(encoding="utf-8"))
        for page in (sample_site / "zh" / "claim").glob("*.html")
    ]
    places = [place for page in found for place in page]
    assert places
    for place in places:
        assert place.startswith('<span lang="en">') == (re.search("[\u3400-\u9fff]", place) is None), place
