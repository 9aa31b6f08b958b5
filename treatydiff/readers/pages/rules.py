"""The thin lines drawn on a page, and the words that they strike through."""

from __future__ import annotations

from bisect import bisect_left
from ctypes import byref, c_float
from typing import TYPE_CHECKING, Final, NamedTuple

from pypdfium2 import raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pypdfium2 as pdfium

    from treatydiff.readers.pages.letters import Frame, Letters

_THICKEST: Final = 1.8
_SHORTEST: Final = 2.0
_MOST_OBJECTS: Final = 20_000
_LOWEST, _HIGHEST = 0.12, 0.5


class Rule(NamedTuple):
    """A horizontal line: its distance from the top of the page and its ends, in points."""

    top: float
    left: float
    right: float


def rules(page: pdfium.PdfPage, frame: Frame) -> list[Rule]:
    """Give the horizontal lines of a page from top to bottom; none of a page that is turned."""
    if frame.turn:
        return []
    found: list[Rule] = []
    left, low, right, high = (c_float() for _ in range(4))
    places = tuple(map(byref, (left, low, right, high)))
    for n in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page, n)
        if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(drawn, *places):
            thickness, length = high.value - low.value, right.value - left.value
            if thickness < _THICKEST and length > _SHORTEST:
                middle = (high.value + low.value) / 2
                found.append(Rule(frame.top - middle, left.value - frame.left, right.value - frame.left))
    return sorted(found)


def struck(
    letters: Letters, drawn: Sequence[Rule], span: tuple[int, int], baseline: float, size: float
) -> Iterator[tuple[int, int]]:
    """Give the parts of a line that a rule strikes through, as offsets counted from the beginning of `span`."""
    start, end = span
    first = bisect_left(drawn, (baseline - _HIGHEST * size,))
    for n in range(first, len(drawn)):
        rule = drawn[n]
        if rule.top > baseline - _LOWEST * size:
            return
        one, other = letters.place(start, end, rule.left), letters.place(start, end, rule.right)
        if one < other:
            yield one - start, other - start
