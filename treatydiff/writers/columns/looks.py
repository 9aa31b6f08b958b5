"""How cells of a spreadsheet and the runs in them look: each look is made once for a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from treatydiff.writers.columns.fragments import Fragment

if TYPE_CHECKING:
    from collections.abc import Callable

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_FONT: Final = {"font_name": "Times New Roman", "font_size": 10}
_CELL: Final = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#DCD7CC"}
_HEAD: Final = {"bottom": 2, "bottom_color": "#1C1B19", "valign": "bottom"}
_TITLE_SIZES: Final = {1: 14, 2: 12, 3: 11}
_TITLE: Final = {"bg_color": "#F5F2EB", "valign": "vcenter"}
_ROLES: Final[dict[str, dict[str, Any]]] = {
    "words": {},
    "number": {"bold": True},
    "sign": {"bold": True, "font_color": "#755000"},
    "heading": {"italic": True},
    "title": {"bold": True},
    "quiet": {"italic": True, "font_size": 9, "font_color": "#5C5851"},
}
_OPS: Final[dict[str, dict[str, Any]]] = {
    "equal": {},
    "insert": {"underline": 1, "font_color": "#0A4D9C"},
    "delete": {"font_strikeout": True, "font_color": "#A11D30"},
}
PLAIN: Final = Fragment("")


class CellLook(NamedTuple):
    """What a cell is: one of a clause `depth` levels below its article, of a title with a `level`, or of the head."""

    depth: int = 0
    is_right_to_left: bool = False
    level: int = 0
    is_head: bool = False


class Looks:
    """The looks of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[object, ...], Format] = {}

    def run(self, fragment: Fragment, cell: CellLook) -> Format:
        """Give the look of a fragment inside a cell."""
        return self._format((fragment[1:], cell.level), lambda: _font(fragment, cell))

    def cell(self, cell: CellLook, fragment: Fragment = PLAIN) -> Format:
        """Give the look of a cell all of whose text looks like `fragment`."""
        return self._format((cell, fragment[1:]), lambda: {**_CELL, **_place(cell), **_font(fragment, cell)})

    def _format(self, key: tuple[object, ...], settings: Callable[[], dict[str, Any]]) -> Format:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._book.add_format(settings())
        return found


def _font(fragment: Fragment, cell: CellLook) -> dict[str, Any]:
    slant = {"italic": True} if fragment.is_emphasised else {}
    size = {"font_size": _TITLE_SIZES[cell.level]} if cell.level and fragment.role in {"title", "number", "sign"} else {}
    return {**_FONT, **size, **_ROLES[fragment.role], **slant, **_OPS[fragment.op]}


def _place(cell: CellLook) -> dict[str, Any]:
    if cell.is_head:
        return _HEAD
    if cell.level:
        return _TITLE
    direction = {"reading_order": 2, "align": "right"} if cell.is_right_to_left else {"align": "left"}
    return {**direction, "indent": cell.depth}
