"""What a table of a web page is for: data, numbers beside their texts, or mere layout."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from treatydiff.readers.hypertext.lists import is_number
from treatydiff.readers.hypertext.tree import words

if TYPE_CHECKING:
    from lxml import etree

_CELLS: Final = frozenset({"td", "th"})
_FLOW: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "pre")


class Layout(Enum):
    """What the cells of a table are to its text."""

    DATA = auto()  # a row is a line of values
    NUMBERS = auto()  # a first cell is the number of the text beside it
    FLOW = auto()  # each cell is text of its own


def layout(table: etree._Element) -> Layout:
    """Say what a table is for, by its rows without those of tables inside it.

    Numbers stand in the first cell of every row that has words in it; data stand in rows of several cells none of which holds
    another table, a list or a heading.
    """
    rows = [[cell for cell in row if cell.tag in _CELLS] for row in _rows(table)]
    filled = [row for row in rows if any(len(cell) or (cell.text or "").strip() for cell in row)]
    if filled and all(len(row) > 1 and _is_number(row[0]) for row in filled):
        return Layout.NUMBERS
    if all(len(row) <= 1 for row in rows) or next(table.iterdescendants("table", *_FLOW), None) is not None:
        return Layout.FLOW
    return Layout.DATA


def _rows(table: etree._Element) -> list[etree._Element]:
    sections = [table, *(child for child in table if child.tag in {"thead", "tbody", "tfoot"})]
    return [row for section in sections for row in section.iterchildren("tr")]


def _is_number(cell: etree._Element) -> bool:
    if next(cell.iterdescendants("table"), None) is not None:
        return False
    text = words(cell)
    return not text or is_number(text)
