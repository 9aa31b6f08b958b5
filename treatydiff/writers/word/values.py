"""What a Word file is made of, as values: runs in paragraphs, paragraphs in cells, cells in rows of tables."""

from __future__ import annotations

from typing import Literal, NamedTuple

StyleId = Literal[
    "Title",
    "Subtitle",
    "Heading1",
    "Heading2",
    "Heading3",
    "Heading4",
    "Clause",
    "Clause1",
    "Clause2",
    "Clause3",
    "Clause4",
    "Clause5",
    "Numbered",
    "Numbered1",
    "Numbered2",
    "Numbered3",
    "Numbered4",
    "Numbered5",
    "Quotation",
    "Bullet",
    "Quiet",
    "Cell",
    "CellHead",
    "CommentText",
    "CellClause",
    "CellClause1",
    "CellClause2",
    "CellClause3",
]
"""The styles of our files, by id.

`Clause1` to `Clause5` are text one to five levels below its article, `Numbered1` to `Numbered5` the same for text behind a
number and a tab, which hangs beside its number; `CellClause1` to `CellClause3` the same as these inside a table.
"""

DEEPEST = 5
_CLAUSES: tuple[StyleId, ...] = ("Clause", "Clause1", "Clause2", "Clause3", "Clause4", "Clause5")
_CELL_CLAUSES: tuple[StyleId, ...] = ("CellClause", "CellClause1", "CellClause2", "CellClause3")
_NUMBERED: tuple[StyleId, ...] = ("Numbered", "Numbered1", "Numbered2", "Numbered3", "Numbered4", "Numbered5")


class Run(NamedTuple):
    """Words that look the same: a line feed in `text` breaks the line, a tab goes to the next stop.

    `highlight` is the name of one of Word's highlight colours ("yellow"), `colour` six hexadecimal digits; empty for none.
    `style` is the id of a character style: "Number" for the number of a clause, "CommentReference" for a comment's anchor.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    raised: bool = False
    highlight: str = ""
    colour: str = ""
    style: Literal["", "Number", "CommentReference"] = ""


class Paragraph(NamedTuple):
    """A paragraph in one of our styles; with `keeps_next` it stays on the page of the next one."""

    runs: tuple[Run, ...]
    style: StyleId = "Clause"
    keeps_next: bool = False


class Cell(NamedTuple):
    """A cell over `span` columns; `shade` is the colour of its ground as six hexadecimal digits, empty for none."""

    paragraphs: tuple[Paragraph, ...]
    span: int = 1
    shade: str = ""


class Row(NamedTuple):
    """A row; a header row is repeated on every page, and one that `keeps_whole` is not parted between two pages."""

    cells: tuple[Cell, ...]
    is_header: bool = False
    keeps_whole: bool = False


class Table(NamedTuple):
    """A table over the width of the text; `widths` are the parts that its columns take of it, in any unit."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]


class Sheet(NamedTuple):
    """The page and what the file says of itself: `language` is ISO 639-1, and decides on the direction of the text.

    `foot` stands at the foot of every page beside its number.
    """

    title: str
    language: str = ""
    author: str = ""
    foot: str = ""
    is_landscape: bool = False


def text(words: str, style: StyleId = "Clause") -> Paragraph:
    """Give a paragraph of plain words."""
    return Paragraph((Run(words),), style)


def cell_clause_style(depth: int) -> StyleId:
    """Give the style of text in a table so many levels below its article; all below the third look like the third."""
    return _CELL_CLAUSES[max(0, min(depth, len(_CELL_CLAUSES) - 1))]


def clause_style(depth: int, *, is_numbered: bool = False) -> StyleId:
    """Give the style of text so many levels below its article; all below the fifth look like the fifth."""
    return (_NUMBERED if is_numbered else _CLAUSES)[max(0, min(depth, DEEPEST))]
