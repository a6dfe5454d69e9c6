"""Numbers for the sources of a page, in the order in which the page comes to them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup


class References:
    """The sources of one page."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def mark(self, sources: Iterable[str]) -> Markup:
        """Return the numbers of some sources, as links to the list at the end of the page."""
        numbers = sorted({self._numbers.setdefault(source, len(self._numbers) + 1) for source in sources})
        links = "".join(f'<a href="#s{number}">[{number}]</a>' for number in numbers)
        return Markup(f'<sup class="refs">{links}</sup>' if links else "")

    @property
    def sources(self) -> list[str]:
        """The sources in the order of their numbers."""
        return list(self._numbers)
