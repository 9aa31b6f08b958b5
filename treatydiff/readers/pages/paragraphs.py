"""From the lines of the pages to paragraphs: what goes on, what starts anew, and what is a heading."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.lead_ins import asks_for_more
from treatydiff.readers.outline.levels import level
from treatydiff.readers.outline.lines import starts_anew
from treatydiff.readers.outline.nodes import ends_with
from treatydiff.readers.outline.preambles import is_recital

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.readers.pages.measures import Measure
    from treatydiff.readers.pages.page import Line

BULLET: Final = re.compile(r"([•▪●‣◦·\uf0b7\uf0a7\uf0d8]|[-–—](?=\s))\s*")
"""What opens an item of a list without numbers."""
_WIDE_LETTERS: Final = 1.4
_FEW_POINTS: Final = 2.0
_SAME_EDGE: Final = 0.45
_OTHER_SIZE: Final = 0.1
_TERMINAL: Final = ".;:。；："
_NO_TITLE: Final = f"{_TERMINAL},、，"
_LONGEST_TITLE: Final = 400
_TAIL: Final = 60
_SMALL_GAP: Final = 0.5
_CENTRED: Final = 0.35
_TITLE_SLACK: Final = 0.3
_INSET: Final = 0.4


class Placed(NamedTuple):
    """A line with the measure of the column that it stands in, and the number of its page."""

    line: Line
    measure: Measure
    page: int


def paragraphs(lines: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Part the lines of a document, furniture and footnotes left out, into paragraphs and headings."""
    gathered: list[Placed] = []
    for placed in lines:
        if gathered and not _goes_on(gathered, placed):
            yield gathered
            gathered = []
        gathered.append(placed)
    if gathered:
        yield gathered


def is_centred(placed: Placed) -> bool:
    """Whether a line stands in the middle of its column, clear of both edges, and not by chance, as one below others does."""
    line, measure = placed.line, placed.measure
    if round(line.left) in measure.margins and not (line.is_bold or line.text.isupper()):
        return False
    middle = (line.left + line.right - measure.left - measure.right) / 2
    clear = _INSET * line.size
    return abs(middle) < _CENTRED * line.size and line.left > measure.left + clear and line.right < measure.right - clear


def _goes_on(gathered: Sequence[Placed], placed: Placed) -> bool:
    """Whether a line belongs to the paragraph that was gathered before it."""
    before = gathered[-1]
    if before.line.hyphen and placed.line.text[:1].isalpha():
        return True
    if abs(placed.line.size - before.line.size) > _OTHER_SIZE * before.line.size:
        return False
    if _is_of_title(before) and (_is_of_title(placed) or (placed.line.is_bold and _runs_on(before, placed))):
        return _is_one_title(gathered, placed)
    if not _is_aligned(gathered, placed) and (is_centred(before) or is_centred(placed)):
        return False
    if placed.page != before.page or placed.line.top <= before.line.top:
        return _goes_on_overleaf(gathered, placed)
    return _goes_on_below(gathered, placed)


def _gap(before: Placed, placed: Placed) -> float:
    """Give how much farther apart two lines stand than the lines of one paragraph in their size do."""
    larger = max(1, before.line.size / placed.measure.size)
    return placed.line.top - before.line.top - placed.measure.pitch * larger


def _is_aligned(gathered: Sequence[Placed], placed: Placed) -> bool:
    """Whether a line begins below the line before it, or below the words behind that line's number."""
    before, near = gathered[-1].line, _SAME_EDGE * placed.line.size
    hangs = len(gathered) == 1 and opens_item(before.text) and abs(placed.line.left - before.inner) < near
    return gathered[-1].page == placed.page and (hangs or abs(placed.line.left - before.left) < near)


def _is_of_title(placed: Placed) -> bool:
    """Whether a line looks like one of a title: in the middle, in larger letters, or in bold capitals."""
    line = placed.line
    larger = line.size > (1 + _OTHER_SIZE) * placed.measure.size
    return larger or is_centred(placed) or (line.is_bold and line.text.isupper())


def _is_one_title(gathered: Sequence[Placed], placed: Placed) -> bool:
    before = gathered[-1]
    if before.page != placed.page or before.line.is_bold != placed.line.is_bold:
        return False
    opens = level(gathered[0].line.text, is_heading=True) or (
        level(placed.line.text, is_heading=True) and not asks_for_more(before.line.text)
    )
    return _gap(before, placed) <= _TITLE_SLACK * placed.line.size and not opens


def _goes_on_overleaf(gathered: Sequence[Placed], placed: Placed) -> bool:
    """Whether a line at the head of a page or column goes on with the paragraph at the foot of the one before.

    A sentence that ends with the page ends its paragraph: it does so far more often than not.
    """
    before, text = gathered[-1], placed.line.text
    if _runs_on(before, placed):
        return True
    if ends_with(before.line.text, _TERMINAL) or not _is_full(before, placed) or _opens(gathered, text) or is_recital(text):
        return False
    if len(gathered) == 1:
        return placed.line.is_bold == before.line.is_bold
    shift = placed.line.left - placed.measure.left - before.line.left + before.measure.left
    return abs(shift) < _SAME_EDGE * placed.line.size


def _goes_on_below(gathered: Sequence[Placed], placed: Placed) -> bool:
    """Whether a line below another on the same page goes on with it."""
    gap, size = _gap(gathered[-1], placed), placed.line.size
    if gap <= placed.measure.slack:
        return _goes_on_directly_below(gathered, placed)
    if gap < _SMALL_GAP * size and _runs_on(gathered[-1], placed):
        return True
    return gap < size and _hangs_on(gathered, placed)


def _goes_on_directly_below(gathered: Sequence[Placed], placed: Placed) -> bool:
    before, line = gathered[-1], placed.line
    near = _SAME_EDGE * line.size
    if _is_next_item(gathered[0].line, line, near):
        return False
    if not _is_full(before, placed) and not _runs_on(before, placed):
        return False
    if len(gathered) > 1:
        if abs(line.left - before.line.left) > near:
            return False
    elif opens_item(before.line.text) and line.left < before.line.left - near and ends_with(before.line.text, _TERMINAL):
        return False
    return not _opens(gathered, line.text)


@lru_cache(maxsize=1024)
def opens_item(text: str) -> bool:
    """Whether a line opens with a number or a bullet."""
    return BULLET.match(text) is not None or label(text) is not None


def _is_next_item(first: Line, line: Line, near: float) -> bool:
    """Whether two lines open with numbers of one style that stand below each other, as do the words behind them."""
    if abs(first.left - line.left) > near or abs(first.inner - line.inner) > near:
        return False
    one, other = label(first.text), label(line.text)
    styles = {reading.style for reading in one.readings} if one else set()
    return other is not None and any(reading.style in styles for reading in other.readings)


def _opens(gathered: Sequence[Placed], text: str) -> bool:
    before = " ".join(one.line.text for one in gathered[-2:])[-_TAIL:]
    if ends_with(before, ",") and (found := label(text)):
        return any(reading.is_first for reading in found.readings) and starts_anew(before, text)
    return BULLET.match(text) is not None or starts_anew(before, text)


def _runs_on(before: Placed, placed: Placed) -> bool:
    """Whether the sentence goes on: a small letter after a line that ends no sentence."""
    return placed.line.text[:1].islower() and not ends_with(before.line.text, _TERMINAL) and not opens_item(placed.line.text)


def _hangs_on(gathered: Sequence[Placed], placed: Placed) -> bool:
    """Whether a full line of an item, one that ends no sentence, is followed by one that begins where its words do."""
    before, line = gathered[-1], placed.line
    if (
        not opens_item(gathered[0].line.text)
        or ends_with(before.line.text, _TERMINAL)
        or before.line.is_bold != line.is_bold
        or is_recital(line.text)
    ):
        return False
    edge = before.line.inner if len(gathered) == 1 else before.line.left
    hangs = abs(line.left - edge) < _SAME_EDGE * line.size
    return hangs and _is_full(before, placed) and not _opens(gathered, line.text)


def _is_full(before: Placed, placed: Placed) -> bool:
    """Whether the first word of the next line had no room at the end of this one."""
    line = placed.line
    letters = (len(line.text.split(None, 1)[0]) + 1) * (line.right - line.left) / len(line.text)
    width = min((line.inner if line.inner > line.left else line.right) - line.left, _WIDE_LETTERS * letters)
    return before.line.right + width + _FEW_POINTS > before.measure.right


def is_heading(paragraph: Sequence[Placed]) -> bool:
    """Whether a paragraph looks like a heading: a title in the middle, in larger letters, or in bold capitals."""
    text = " ".join(one.line.text for one in paragraph)
    if not any(c.isalnum() for c in text) or len(text) > _LONGEST_TITLE or ends_with(text, _NO_TITLE):
        return False
    return all(map(_is_of_title, paragraph))
