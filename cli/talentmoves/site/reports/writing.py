"""Write the pages of the reports, their rows as files, and their queries."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ...formats.cells import heading, headings, is_number, shown_columns
from ...formats.registry import writer
from ...reports import metadata
from ...table import Column, Table
from .. import addresses
from ..entities import dates
from ..entities.reading import Reader
from ..knowledge import Knowledge
from ..rendering import Site
from ..words import Said
from . import queries
from .answers import Answers
from .cells import Behind, Cells, long_lists
from .pictures import picture
from .places import ROWS, page_path, places, row_path
from .saying import Saying
from .views import View, description, title, views

#: Formats that the rows can be downloaded in, with their media types.
_FORMATS = ("csv", "tsv", "json")


def write(site: Site, knowledge: Knowledge, answers: Answers) -> None:
    """Write everything about the reports.

    :raises EngineError: if the engine fails
    """
    catalogue = views()
    for view in catalogue:
        _write_files(site, view, answers.table(view))
    queries.write(site, catalogue)
    for language in addresses.LANGUAGES:
        pages = _Pages(site, knowledge, language)
        for view in catalogue:
            pages.view(view, answers.table(view))
        pages.index(catalogue, answers)


def _write_files(site: Site, view: View, table: Table) -> None:
    # They are no downloads of the data set: whoever describes or lists those need not go through forty figures drawn from it.
    for name in _FORMATS:
        site.staging.write(f"report/{view.name}.{name}", writer(name)(table).encode())


class _Pages:
    """Writes pages in one language."""

    def __init__(self, site: Site, knowledge: Knowledge, language: str) -> None:
        self._site = site
        self._language = language
        self._texts = site.texts(language)
        self._reader = Reader(knowledge, language, self._texts)
        self._saying = Saying(knowledge, language)
        self._cells = Cells(self._reader, self._saying, self._texts, "../")
        self._lists = Cells(self._reader, self._saying, self._texts, "../../")

    def _said(self, said: Said) -> str:
        return said.en if self._language == "en" else said.zh

    def index(self, catalogue: list[View], answers: Answers) -> None:
        """Write the list of the reports."""
        about = [(view, self._said(title(view)), self._said(description(view)), len(answers.table(view).rows)) for view in catalogue]
        self._site.page("reports/index.html", "report/index.html", self._language, views=about)

    def view(self, view: View, table: Table) -> None:
        """Write the pages of a view, and those of the lists that are too long for its table."""
        standing = places(table)
        rows = self._cells.rows(view, table, standing)
        last = max(1, -(-len(rows) // ROWS))
        report = metadata.find(view.report)
        for page in range(1, last + 1):
            first = (page - 1) * ROWS
            self._site.page(
                "reports/report.html",
                page_path(view, page),
                self._language,
                view=view,
                report=report,
                title=self._said(title(view)),
                description=self._said(description(view)),
                caveat=self._saying.text(table.caveat),
                say=self._saying,
                columns=self._columns(table),
                parameters=self._parameters(view),
                rows=Markup("").join(rows[first : first + ROWS]),
                count=len(rows),
                first=first + 1,
                last=min(first + ROWS, len(rows)),
                page=page,
                pages=[page_path(view, number) for number in range(1, last + 1)],
                picture=picture(view, table, standing, self._saying, self._texts, "../") if page == 1 else None,
                meanings=self._meanings(table),
                query=queries.standalone(view),
                others=[(page_path(other), self._said(title(other))) for other in views() if other.report == view.report and other.name != view.name],
                formats=_FORMATS,
            )
        for behind in long_lists(view, table, standing):
            self._list(view, table, behind, table.rows[standing.index(behind.place)])

    def _list(self, view: View, table: Table, behind: Behind, row: tuple[object, ...]) -> None:
        shown = [at for at, column in shown_columns(table) if column.type in ("string", "month")][:2]
        named = " → ".join(self._named(str(row[at]), table.columns[at]) for at in shown if row[at])
        self._site.page(
            "reports/behind.html",
            behind.path,
            self._language,
            title=self._said(title(view)),
            name=named,
            what=self._saying.heading(behind.column.name),
            back=row_path(view, behind.place),
            entries=[self._lists.link(entry) for entry in behind.entries],
        )

    def _named(self, text: str, column: Column) -> str:
        return dates.written(text, self._language) if column.type == "month" else self._saying.value(text)

    def _columns(self, table: Table) -> Iterator[tuple[str, str, bool]]:
        """Return what stands above each column that is shown, its meaning, and whether it is of numbers."""
        stands_for: dict[str, Column] = {column.shown: column for column in table.columns if column.shown}
        for (_, column), name in zip(shown_columns(table), headings(table), strict=True):
            meant = stands_for.get(column.name, column)
            assert heading(meant.name) == name
            yield self._saying.heading(meant.name), self._saying.text(meant.summary), is_number(column)

    def _meanings(self, table: Table) -> Iterator[tuple[str, Column, str]]:
        """Return all columns of the files, with what they are called on the page and what they mean."""
        stands_for = {column.shown: column for column in table.columns if column.shown}
        for column in table.columns:
            named = stands_for.get(column.name)
            name = self._texts["reports_named"].format(column=self._saying.heading(named.name)) if named else self._saying.heading(column.name)
            yield name, column, self._saying.text(column.summary)

    def _parameters(self, view: View) -> Iterator[dict[str, object]]:
        unlimited = {"0001-01-01", "9999-12-31", "9999-12-30"}
        for one in metadata.find(view.report).parameters:
            kind = {"iri": "reports_a_name", "integer": "reports_a_number", "date": "reports_a_day"}.get(one.type)
            default = self._texts["reports_any"] if one.type == "iri" else one.default
            if one.default in unlimited:
                default = self._texts["reports_today" if one.name == "asOf" else "reports_always"]
            yield {
                "option": one.option,
                "summary": self._saying.text(one.summary),
                "choices": self._texts[kind] if kind else ", ".join(one.choices),
                "default": default,
                "here": view.values.get(one.name, default),
            }
