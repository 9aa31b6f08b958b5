"""Rows of numbers: how labels count, and where one of them is not the next."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.text.numbers import ORDINAL_SUFFIXES, bare, comparable

if TYPE_CHECKING:
    from collections.abc import Sequence

_SUFFIXES: Final = frozenset(ORDINAL_SUFFIXES)
_NUMBER: Final = re.compile(rf"(?P<base>\d+|[a-z]{{1,5}}|ñ)(?P<rest>[a-z]|(?:{'|'.join(ORDINAL_SUFFIXES)}))?")
_ROMAN: Final = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ALPHABET: Final = 26
_ENYE: Final = 14.5
"""Where Spanish lists count ñ, when they do."""


class Label(NamedTuple):
    """A label in one way of counting: its value, and whether a suffix marks it as inserted behind that value.

    Two letters count on behind z, or are inserted behind their first one: "(ba)" behind "(b)". `base` is then that first one.
    """

    value: float
    is_inserted: bool
    base: int = 0


class Break(NamedTuple):
    """A label that is not the next one: its place in the row, what it should be, and how it breaks the row."""

    place: int
    expected: str
    how: str


STYLES: Final = ("number", "letter", "roman")


@lru_cache(maxsize=1024)
def read(num: str, style: str) -> Label | None:
    """Read a label in one of the styles; None where it is written in another, or not as a plain label at all."""
    text = comparable(num)
    stem = next((text.removesuffix(suffix) for suffix in _SUFFIXES if text.endswith(suffix) and text != suffix), "")
    if stem and (label := read(stem, style)):
        return Label(label.value, is_inserted=True)
    if style == "number":
        return Label(int(text), is_inserted=False) if text.isdecimal() and len(text) < 6 else _with_letter(text)  # noqa: PLR2004
    if style == "roman":
        return Label(_roman(text), is_inserted=False) if _ROMAN.fullmatch(text) else None
    return _letter(text)


def _with_letter(text: str) -> Label | None:
    """Read "5a", which is inserted behind 5."""
    return Label(int(text[:-1]), is_inserted=True) if text[:-1].isdecimal() and text[-1:].isascii() else None


def _letter(text: str) -> Label | None:
    if text == "ñ":
        return Label(_ENYE, is_inserted=True)
    if not text.isascii() or not text.isalpha() or len(text) > 2:  # noqa: PLR2004 (a doubled letter at most)
        return None
    first = ord(text[0]) - ord("a") + 1
    if len(text) == 1:
        return Label(first, is_inserted=False)
    second = ord(text[1]) - ord("a") + 1
    return Label(_ALPHABET + first if text[0] == text[1] else _ALPHABET * first + second, is_inserted=False, base=first)


def _roman(text: str) -> int:
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if _ROMAN_VALUES.get(after, 0) > value else value
    return total


def written(value: int, style: str, like: str) -> str:
    """Write a value in a style with the punctuation of another label: 3 like "(b)" is "(c)"."""
    core = bare(like)
    text = _as_letter(value) if style == "letter" else _as_roman(value) if style == "roman" else str(value)
    return like.replace(core, text.upper() if core.isupper() else text, 1)


def _as_letter(value: int) -> str:
    letter = chr(ord("a") + (value - 1) % _ALPHABET)
    return letter * (1 + (value - 1) // _ALPHABET)


def _as_roman(value: int) -> str:
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for size, sign in signs:
        text += sign * (value // size)
        value %= size
    return text


def style_of(nums: Sequence[str]) -> str:
    """Give the style in which a row is counted: that in which most of it follows on; empty where none reads most of it."""
    scores = []
    for place, style in enumerate(STYLES):
        labels = [read(num, style) for num in nums]
        known = [label for label in labels if label]
        steps = sum(1 for a, b in pairwise(known) if b.value == a.value + 1)
        starts = sum(1 for label in known[:1] if label.value == 1)
        scores.append((len(known), steps + starts, -place, style))
    best = max(scores)
    return best[3] if best[0] * 2 > len(nums) else ""


def breaks(nums: Sequence[str], style: str) -> list[Break]:
    """Find the labels of a row that repeat one, leave one out, go back, or are in another style.

    A label with a suffix follows the one that it is inserted behind, and the first one may begin another list. After a break
    counting goes on from there.
    """
    found: list[Break] = []
    last: Label | None = None
    for place, num in enumerate(nums):
        label = read(num, style)
        if label is None:
            if last is not None and any(read(num, other) for other in STYLES):
                found.append(Break(place, written(int(last.value) + 1, style, nums[place - 1]), "style"))
            continue
        if label.base and (last is None or last.value <= label.base):
            label = Label(label.base, is_inserted=True)
        if last is not None and not _follows(last, label) and not _begins_anew(last, label):
            how = "repeats" if label.value == last.value else "skips" if label.value > last.value else "goes back"
            found.append(Break(place, written(int(last.value) + 1, style, num), how))
        last = label
    return found


def _begins_anew(last: Label, label: Label) -> bool:
    """Whether a list ended and another one begins, both on one level in a file that lost what stood between them."""
    return label.value == 1 < last.value and not label.is_inserted


def _follows(last: Label, label: Label) -> bool:
    if label.is_inserted:
        return last.value <= label.value <= last.value + 1
    return last.value < label.value <= last.value + 1
