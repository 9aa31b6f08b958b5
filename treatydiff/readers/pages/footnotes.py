"""Footnotes at the foot of a page, and the signs in the text that point to them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.readers.pages.page import Line, Page

_SMALLER: Final = 0.96
_GAP: Final = 1.5
_STAR_LABEL: Final = re.compile(r"([*†‡§]{1,4})\s*(?=\S)")
_NUMBER_LABEL: Final = re.compile(r"(\d{1,3})[.)]?\s+(?=\S)")
_UNRAISED: Final = re.compile(r"(?<=[^\s*†‡§])[*†‡§]{1,4}(?!\w)|(?<=[^\W\d_]{3})\d{1,3}(?!\w)")
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]{4,}\W{0,3}$|[\]})”\"’.,;:]\s?$")


class Footnote(NamedTuple):
    """One footnote: its label ("1", "*"), its page, and its lines without the label."""

    label: str
    page: int
    lines: tuple[Line, ...]


class Anchor(NamedTuple):
    """A sign in a line that points to a footnote: its span in the line's text, its label, and the index of its footnote.

    `note` is None for a raised number behind a word for which no footnote was found.
    """

    start: int
    end: int
    label: str
    note: int | None


def body_size(pages: Iterable[Page]) -> float:
    """Give the height in which most letters of a file are set; 0 for a file without letters."""
    counted: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            counted[round(line.size, 1)] += len(line.text)
    return counted.most_common(1)[0][0] if counted else 0


def without_footnotes(pages: Sequence[Page]) -> tuple[list[Page], list[Footnote]]:
    """Take the footnotes off the pages.

    They stand at the foot of the page in smaller letters, or below a gap, and open with a raised number or a sign. Small
    lines before the first of them go on with the last footnote of the page before.
    """
    size = body_size(pages)
    kept: list[Page] = []
    found: list[tuple[str, int, list[Line]]] = []
    for page in pages:
        start = _start(page.lines, size, goes_on=bool(found) and found[-1][1] == page.number - 1)
        kept.append(page._replace(lines=page.lines[:start]))
        for line in page.lines[start:]:
            label, rest = _labelled(line, found[-1][0] if found else "")
            if label or not found:
                found.append((label, page.number, [rest]))
            else:
                found[-1][2].append(line)
    return kept, [Footnote(label, number, tuple(lines)) for label, number, lines in found]


def _start(lines: Sequence[Line], size: float, *, goes_on: bool) -> int:
    """Give the place of the first line that is of a footnote, the number of lines when there is none.

    `goes_on`: the page before has a footnote, with which small lines without a label may go on.
    """
    first = len(lines)
    while first and lines[first - 1].size < _SMALLER * size:
        first -= 1
    opening = next((n for n in range(first, len(lines)) if _opens(lines[n])), None)
    if opening is not None:
        return first if goes_on and first and _has_gap(lines, first) else opening
    if goes_on and 0 < first < len(lines) and _has_gap(lines, first):
        return first
    below = (n for n in range(len(lines) // 2, len(lines)) if _starts_raised(lines[n]) and _has_gap(lines, n))
    return next(below, len(lines))


def _has_gap(lines: Sequence[Line], n: int) -> bool:
    return n > 0 and lines[n].top - lines[n - 1].top > _GAP * lines[n].size


def _opens(line: Line) -> bool:
    return _starts_raised(line) or _STAR_LABEL.match(line.text) is not None


def _starts_raised(line: Line) -> bool:
    return bool(line.raised) and line.raised[0][0] == 0


def _labelled(line: Line, before: str) -> tuple[str, Line]:
    """Part the label from a line that opens a footnote; the label is empty for a line that goes on with one."""
    star, number = _STAR_LABEL.match(line.text), _NUMBER_LABEL.match(line.text)
    if _starts_raised(line):
        end = line.raised[0][1]
    elif star:
        end = star.end()
    elif number and before.isdigit() and int(number[1]) == int(before) + 1:
        end = number.end()
    else:
        return "", line
    end += len(line.text[end:]) - len(line.text[end:].lstrip())
    return line.text[:end].strip(" .)[]"), line.cut(end)


class Anchors:
    """Finds the signs that point to footnotes: on their own page first, else anywhere in the file."""

    def __init__(self, notes: Sequence[Footnote]) -> None:
        self._here = {(note.page, note.label): n for n, note in reversed(list(enumerate(notes)))}
        self._pages = {note.page for note in notes}
        self._anywhere = {note.label: n for n, note in reversed(list(enumerate(notes)))}

    def of(self, line: Line, page: int) -> list[Anchor]:
        """Give the signs of a line from left to right.

        A raised number is one if a footnote has that label, or if it stands behind a word or a punctuation mark; other raised
        numbers are powers and units. A sign or number that is not raised must stick to a word and name a footnote of the page.
        """
        found = [*self._raised(line, page), *self._unraised(line, page)]
        return sorted(found) if len(found) > 1 else found

    def _raised(self, line: Line, page: int) -> Iterator[Anchor]:
        for start, end in line.raised:
            label = line.text[start:end].strip("[]")
            if (page, label) not in self._here and (cut := self._between(label, page)):
                yield Anchor(start, start + cut, label[:cut], self._here[page, label[:cut]])
                yield Anchor(start + cut, end, label[cut:], self._here[page, label[cut:]])
                continue
            note = self._here.get((page, label), self._anywhere.get(label))
            if (note is None or (page, label) not in self._here) and not _WORD_BEFORE.search(line.text[:start]):
                continue
            yield Anchor(start, end, label, note)

    def _between(self, label: str, page: int) -> int | None:
        """Give where a run of digits parts into the labels of two footnotes of the page."""
        cuts = range(1, len(label))
        return next((n for n in cuts if (page, label[:n]) in self._here and (page, label[n:]) in self._here), None)

    def _unraised(self, line: Line, page: int) -> Iterator[Anchor]:
        if page not in self._pages:
            return
        spans = set(line.raised)
        for m in _UNRAISED.finditer(line.text):
            if m.span() not in spans and (page, m[0]) in self._here:
                yield Anchor(m.start(), m.end(), m[0], self._here[page, m[0]])
