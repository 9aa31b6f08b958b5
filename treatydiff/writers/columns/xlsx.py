"""The table as a spreadsheet to work in and to file: header row frozen and repeated in print, words marked inside the cells.

Text is written as text whatever it begins with, so that no word of a draft becomes a formula, a number or a link.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from xlsxwriter import Workbook

from treatydiff.writers.columns.fitting import cut, height, joined
from treatydiff.writers.columns.fragments import Fragment, Line, Role, cell_lines, title_lines, told_lines
from treatydiff.writers.columns.looks import CellLook, Looks
from treatydiff.writers.columns.making import table_of
from treatydiff.writers.columns.phrases import COMMENTS, FINDINGS, KEY, feet, table_title
from treatydiff.writers.html.escape import printable
from treatydiff.writers.html.phrases import excerpt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from treatydiff.model import Comparison
    from treatydiff.writers.columns.table import Cell, Column, Row, Table
    from treatydiff.writers.writer import Layout

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_EPOCH: Final = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The time of making that every file states, so that equal tables give equal bytes."""
_A4: Final = 9
_WIDTHS: Final = {2: 56, 3: 42}
"""Of a draft's column, in digits of the default font, by the number of drafts."""
_NARROW: Final = 34
_LETTERS_PER_DIGIT: Final = 1.2
"""Letters of running text in the room of one digit, counted low because lines end between words."""
_STEP: Final = 2
"""Characters by which a level of clauses stands further in."""
_FINDINGS_WIDTH, _COMMENTS_WIDTH = 38, 26
_LINES: Final = {0: 13.0, 1: 21.0, 2: 18.0, 3: 16.5}
"""Points of a line of text, by the level of its title; 0 for a clause."""
_AROUND, _TALLEST = 4.0, 409.0
"""Points above and below the text of a row, and those that no row can exceed."""
_LONGEST_FOOT: Final = 150
_LONGEST_TITLE = _LONGEST_NAME = 200
"""Excel takes 255 characters at the head and at the foot of a page."""


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write two drafts as a table of two columns."""
    return write_columns((comparison,), layout)


def write_columns(comparisons: Sequence[Comparison], _layout: Layout) -> bytes:
    """Write the table of drafts, given the comparison of each with the next, as an Excel workbook of one sheet."""
    table = table_of(comparisons)
    file = BytesIO()
    with Workbook(file, _OPTIONS) as book:
        book.set_properties(
            {"title": printable(excerpt(table_title(table), _LONGEST_TITLE)), "comments": KEY, "created": _EPOCH}
        )
        book.set_size(2400, 1600)
        sheet = _Sheet(book.add_worksheet("Columns"), Looks(book), table)
        sheet.set_page(table)
        sheet.write_head()
        for row in table.rows:
            sheet.write(row)
    return file.getvalue()


class _Sheet:
    """The sheet while it is written, from the top down."""

    def __init__(self, sheet: Worksheet, looks: Looks, table: Table) -> None:
        self._sheet = sheet
        self._looks = looks
        self._columns = table.columns
        draft = _WIDTHS.get(len(table.columns), _NARROW)
        self._widths = [*(draft for _ in table.columns), _FINDINGS_WIDTH, _COMMENTS_WIDTH]
        self._at = 0

    def set_page(self, table: Table) -> None:
        """Set widths, what stays in sight, and how the sheet is printed."""
        for n, width in enumerate(self._widths):
            self._sheet.set_column(n, n, width)
        self._sheet.freeze_panes(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_header(f"&L{_in_margin(excerpt(table_title(table), _LONGEST_TITLE))}")
        self._sheet.set_footer(f"&L{_in_margin(feet(table.columns, _LONGEST_FOOT))}&R&P / &N")

    def write_head(self) -> None:
        """Write the row of the drafts' names."""
        look = CellLook(is_head=True)
        cells = [joined(_head_lines(column)) for column in self._columns]
        cells += [[Fragment(name, "title")] for name in (FINDINGS, COMMENTS)]
        for n, fragments in enumerate(cells):
            self._fill(n, fragments, look)
        self._end_row(max(map(height, cells, map(_letters, self._widths))))

    def write(self, row: Row) -> None:
        """Write a row of the table, as many rows of the sheet as its longest cell needs."""
        if row.level:
            self._write_title(row)
            return
        filled = [*(cell_lines(cell) for cell in row.cells), told_lines(row.told, self._columns), []]
        looks = [*map(_look, row.cells, self._columns), CellLook(), CellLook()]
        rooms = [_letters(width) - _STEP * look.depth for width, look in zip(self._widths, looks, strict=True)]
        cells = [cut(joined(lines), room) for lines, room in zip(filled, rooms, strict=True)]
        for parts in zip_longest(*cells, fillvalue=[]):
            for n, (fragments, look) in enumerate(zip(parts, looks, strict=True)):
                self._fill(n, fragments, look)
            self._end_row(max(map(height, parts, rooms)))

    def _write_title(self, row: Row) -> None:
        width = _letters(sum(self._widths))
        look = CellLook(level=row.level)
        for part in cut(joined(title_lines(row, self._columns)), width):
            self._sheet.merge_range(self._at, 0, self._at, len(self._widths) - 1, "", self._looks.cell(look))
            self._fill(0, part, look)
            self._end_row(height(part, width), row.level)

    def _end_row(self, lines: int, level: int = 0) -> None:
        """Make the row as high as its text: not every program does so by itself, and none for cells that were merged."""
        self._sheet.set_row(self._at, min(_LINES[level] + _LINES[0] * (lines - 1) + _AROUND, _TALLEST))
        self._at += 1

    def _fill(self, place: int, fragments: Sequence[Fragment], look: CellLook) -> None:
        """Write the fragments of one cell.

        XlsxWriter asks for two fragments at least in a cell of several looks, and takes a plain text between `<r>` and
        `</r>` for fragments already written: such a text is parted into two fragments that look the same.
        """
        if not fragments:
            self._sheet.write_blank(self._at, place, None, self._looks.cell(look))
            return
        if len(fragments) == 1 and fragments[0].text.startswith("<r>"):
            fragments = _halves(fragments[0])
        if len(fragments) == 1:
            self._sheet.write_string(self._at, place, fragments[0].text, self._looks.cell(look, fragments[0]))
            return
        parts = [part for each in fragments for part in (self._looks.run(each, look), each.text)]
        self._sheet.write_rich_string(self._at, place, *parts, self._looks.cell(look))


def _head_lines(column: Column) -> list[Line]:
    said: tuple[tuple[str, Role], ...] = ((column.name, "title"), (", ".join(column.facts), "quiet"))
    return [Line("title", (Fragment(excerpt(words, _LONGEST_NAME), role),)) for words, role in said if words]


def _letters(width: int) -> int:
    """Give the letters that a line holds in a column so wide."""
    return round(width * _LETTERS_PER_DIGIT)


def _look(cell: Cell, column: Column) -> CellLook:
    return CellLook(max((entry.depth for entry in cell.entries), default=0), column.is_right_to_left)


def _halves(fragment: Fragment) -> list[Fragment]:
    return [fragment._replace(text=fragment.text[:1]), fragment._replace(text=fragment.text[1:])]


def _in_margin(text: str) -> str:
    """Give text for the head or foot of a page, where an ampersand begins a command."""
    return printable(text).replace("&", "&&")
