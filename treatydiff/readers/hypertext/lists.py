"""The markers that a browser sets before the items of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.readers.hypertext.style import style
from treatydiff.readers.outline.labels import label, roman

if TYPE_CHECKING:
    from lxml import etree

BULLET: Final = "-"
"""The marker of an item without a number."""
_STYLES: Final = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_LATIN: Final = {"lower-latin": "lower-alpha", "upper-latin": "upper-alpha", "decimal-leading-zero": "decimal"}
_COUNTED: Final = frozenset({"decimal", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"})
_WHOLE: Final = re.compile(r"\s*(-?\d{1,6})")
_ALPHABET: Final = 26
_LARGEST_ROMAN: Final = 3999
LONGEST_NUMBER: Final = 12
_BULLETS: Final = frozenset("-–—•·▪◦*")


def is_number(text: str) -> bool:
    """Whether a text is nothing but a number or a bullet, as in an element of its own before the words that it counts."""
    if not 0 < len(text) <= LONGEST_NUMBER:
        return False
    found = label(text)
    return text in _BULLETS or (found is not None and found.end == len(text))


class Numbering:
    """Counts the items of one list. `step` is -1 in a list that counts down."""

    def __init__(self, element: etree._Element) -> None:
        self._is_ordered = element.tag == "ol"
        self._style = _style(element) or ("decimal" if self._is_ordered else "")
        backwards = element.get("reversed") is not None
        self._step = -1 if backwards else 1
        first = sum(1 for _ in element.iterchildren("li")) if backwards else 1
        start = _whole(element.get("start"))
        self._next = first if start is None else start

    def marker(self, item: etree._Element) -> str:
        """Give the marker of the next item: "3.", "c.", "iii.", or a bullet."""
        value = _whole(item.get("value")) if self._is_ordered else None
        number = self._next if value is None else value
        if self._is_ordered:
            self._next = number + self._step
        shown = _style(item) or self._style
        return f"{_written(number, shown)}." if shown in _COUNTED else BULLET


def _style(element: etree._Element) -> str:
    found = style(element.get("style") or "").list or _STYLES.get((element.get("type") or "").strip(), "")
    return _LATIN.get(found, found)


def _whole(value: str | None) -> int | None:
    m = _WHOLE.match(value or "")
    return int(m[1]) if m else None


def _written(number: int, shown: str) -> str:
    """Write a number in a style; those that the style cannot show are decimal, as in browsers."""
    if shown.endswith("alpha") and number > 0:
        written = _letters(number)
    elif shown.endswith("roman") and 0 < number <= _LARGEST_ROMAN:
        written = "m" * (number // 1000) + _hundreds(number % 1000)
    else:
        return str(number)
    return written.upper() if shown.startswith("upper") else written


def _hundreds(number: int) -> str:
    hundreds = ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm")
    return hundreds[number // 100] + roman(number % 100)


def _letters(number: int) -> str:
    written = ""
    while number:
        number, place = divmod(number - 1, _ALPHABET)
        written = chr(ord("a") + place) + written
    return written
