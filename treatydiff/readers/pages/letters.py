"""The letters of one page as PDFium gives them: their text, and the place, size and style of each."""

from __future__ import annotations

import re
from ctypes import byref, c_double, c_int, c_ushort, create_string_buffer
from typing import TYPE_CHECKING, Final, NamedTuple

from pypdfium2 import raw

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_BOLD: Final = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SLANTED: Final = re.compile(r"italic|oblique", re.IGNORECASE)
_FORCED_BOLD: Final = 1 << 18
_ITALIC: Final = 1 << 6
_QUARTER, _HALF = 90, 180
_LONGEST_NAME: Final = 120


class Style(NamedTuple):
    """How a letter is set."""

    bold: bool
    italic: bool


class Frame(NamedTuple):
    """The edges of a page in its own coordinates, and by how many degrees it is turned clockwise before it is shown.

    Of a page that is turned, the places of its letters are those that a reader sees.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    def turned_edges(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float]:
        """Give the left and right edge and the height of a letter that is shown turned."""
        if self.turn == _QUARTER:
            return bottom - self.bottom, top - self.bottom, right - left
        if self.turn == _HALF:
            return self.right - right, self.right - left, top - bottom
        return self.top - top, self.top - bottom, right - left

    def turned_baseline(self, x: float, y: float) -> float:
        """Give how far below the upper edge, as it is shown, a letter stands."""
        if self.turn == _QUARTER:
            return x - self.left
        return y - self.bottom if self.turn == _HALF else self.right - x


class Letters:
    """The letters of a page.

    `text` holds them in PDFium's order, lines parted by carriage return and line feed; `count` is their number. A letter is
    named by its offset in `text`. Places are in points from the left edge and from the top of the page.
    """

    def __init__(self, page: pdfium.PdfTextPage, frame: Frame) -> None:
        self._page = page.raw
        self._frame = frame
        self._box = raw.FS_RECTF()
        self._x, self._y = c_double(), c_double()
        self._name, self._flags = create_string_buffer(_LONGEST_NAME), c_int()
        self._to_box, self._to_x, self._to_y = byref(self._box), byref(self._x), byref(self._y)
        self._to_flags = byref(self._flags)
        self._styles: dict[tuple[bytes, int], Style] = {}
        self.count = max(0, raw.FPDFText_CountChars(self._page))
        self.text = self._read()
        self._is_mapped = len(self.text) != self.count

    def _read(self) -> str:
        buffer = (c_ushort * (self.count + 1))()
        units = raw.FPDFText_GetText(self._page, 0, self.count, buffer) if self.count else 1
        return bytes(buffer)[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")

    def _index(self, place: int) -> int:
        """Give PDFium's own index of a letter, which counts those without text as well."""
        return int(raw.FPDFText_GetCharIndexFromTextIndex(self._page, place))

    def edges(self, place: int) -> tuple[float, float, float]:
        """Give the left and right edge of a letter, and its height from the font's ascent to its descent."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._page, self._index(place) if self._is_mapped else place, self._to_box)
        if self._frame.turn:
            return self._frame.turned_edges(box.left, box.bottom, box.right, box.top)
        return box.left - self._frame.left, box.right - self._frame.left, box.top - box.bottom

    def baseline(self, place: int) -> float:
        """Give how far below the top of the page the letter stands."""
        raw.FPDFText_GetCharOrigin(self._page, self._index(place) if self._is_mapped else place, self._to_x, self._to_y)
        if self._frame.turn:
            return self._frame.turned_baseline(self._x.value, self._y.value)
        return self._frame.top - self._y.value

    def place(self, start: int, end: int, x: float) -> int:
        """Give the first letter of a line, from `start` to `end`, whose middle stands right of `x`; `end` when none does."""
        while start < end:
            middle = (start + end) // 2
            while middle > start and self.text[middle].isspace():
                middle -= 1
            left, right, _ = self.edges(middle)
            if left + right < 2 * x:
                start = middle + 1
            else:
                end = middle
        return start

    def style(self, place: int) -> Style:
        """Say whether a letter is bold or slanted, by the name and the flags of its font."""
        index = self._index(place) if self._is_mapped else place
        length = raw.FPDFText_GetFontInfo(self._page, index, self._name, _LONGEST_NAME, self._to_flags)
        name = self._name.raw[: min(length, _LONGEST_NAME)]
        key = (name, self._flags.value)
        found = self._styles.get(key)
        if found is None:
            said = name.decode("latin-1")
            bold = bool(_BOLD.search(said)) or bool(key[1] & _FORCED_BOLD)
            found = Style(bold, bool(_SLANTED.search(said)) or bool(key[1] & _ITALIC))
            self._styles[key] = found
        return found
