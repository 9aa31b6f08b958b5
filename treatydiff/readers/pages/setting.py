"""The letters of a page set into lines: where each line stands, how large and bold it is, and which signs are raised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.readers.pages.gutters import Span, without_gutter
from treatydiff.readers.pages.page import Line
from treatydiff.readers.pages.rules import struck

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.readers.pages.letters import Letters
    from treatydiff.readers.pages.rules import Rule

_RUN: Final = re.compile(r"[^\r\n]+")
_HYPHENS: Final = "\ufffe\x02\xad-‐"
_BREAKING: Final = re.compile("[\ufffe\x02\xad]")
_AS_WRITTEN: Final = str.maketrans({"\ufffe": "-", "\x02": "-"} | {chr(n): "\ufffd" for n in (0, 1, *range(3, 9))})
_SIGNS: Final = re.compile(r"[\d*†‡§]+")
_SECOND_WORD: Final = re.compile(r"\S+\s+(?=\S)")
_WORD: Final = re.compile(r"\w+")
_A_WORD: Final = 2
_SAME_SIZE: Final = 0.02
_OTHER_LINE: Final = 0.5
_SMALLER: Final = 0.85
_RAISED: Final = 0.12


def lines(letters: Letters, drawn: Sequence[Rule]) -> Iterator[Line]:
    """Give the lines of a page in the order of the file; `drawn` are the thin lines on it."""
    for span in without_gutter(letters, list(_spans(letters))):
        yield _line(letters, span.start, span.end, drawn)._replace(hyphen=span.hyphen)


def _line(letters: Letters, start: int, end: int, drawn: Sequence[Rule]) -> Line:
    """Give the letters from `start` to `end`, without white space at either edge, as one line."""
    text = letters.text[start:end]
    if not text.isprintable():
        text = text.translate(_AS_WRITTEN)
    left, _, first = letters.edges(start)
    _, right, last = letters.edges(end - 1)
    size, place = first, start
    if abs(first - last) > _SAME_SIZE * first:
        middle = next((n for n in range(start + len(text) // 2, end) if letters.text[n].isalnum()), start)
        by_size = sorted(((first, start), (letters.edges(middle)[2], middle), (last, end - 1)))
        size, place = by_size[1] if len(text) > _A_WORD else by_size[2]
    top = letters.baseline(place)
    second = _SECOND_WORD.match(text)
    inner = letters.edges(start + second.end())[0] if second else left
    lead, italic = _style(letters, start, text)
    raised = tuple(_raised(letters, start, text, size, top))
    crossed = tuple(struck(letters, drawn, (start, end), top, size)) if drawn else ()
    return Line(text, left, right, top, size, inner, raised, lead, italic, struck=crossed)


def _spans(letters: Letters) -> Iterator[Span]:
    """Give the lines of a page, without white space at their edges; a hyphen at the end of one is left out.

    PDFium writes a non-character for such a hyphen and no line end behind it.
    """
    for run in _RUN.finditer(letters.text):
        start, end = run.span()
        for m in _BREAKING.finditer(letters.text, start + 1, end - 1):
            if _is_line_end(letters, m.start()):
                yield from _stripped(letters.text, start, m.start(), hyphen=True)
                start = m.end()
        kept = len(letters.text[start:end].rstrip())
        broken = kept > 1 and letters.text[start + kept - 1] in _HYPHENS and letters.text[start + kept - 2].isalnum()
        yield from _stripped(letters.text, start, start + kept - broken, hyphen=broken)


def _stripped(text: str, start: int, end: int, *, hyphen: bool) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()), hyphen)


def _is_line_end(letters: Letters, place: int) -> bool:
    """Whether the letter behind a hyphen stands on another line than the one before it."""
    _, _, size = letters.edges(place - 1)
    return abs(letters.baseline(place + 1) - letters.baseline(place - 1)) > _OTHER_LINE * size


def _style(letters: Letters, start: int, text: str) -> tuple[int, bool]:
    """Give the offset at which the bold words end that open a line, and whether it is slanted from end to end."""
    opening = _WORD.search(text)
    first = letters.style(start + opening.start()) if opening else None
    if first is None or not (first.bold or first.italic):
        return 0, False
    found = list(_WORD.finditer(text))
    middle, last = (letters.style(start + found[n].start()) for n in (len(found) // 2, -1))
    italic = first.italic and middle.italic and last.italic
    if not first.bold:
        return 0, italic
    if middle.bold and last.bold:
        return len(text), italic
    regular = next(n for n, word in enumerate(found) if n and not letters.style(start + word.start()).bold)
    return found[regular - 1].end(), italic


def _raised(letters: Letters, start: int, text: str, size: float, top: float) -> Iterator[tuple[int, int]]:
    """Give the spans of digits and note signs that are set smaller and higher than the line."""
    for run in _SIGNS.finditer(text):
        if run.end() < len(text) and not run.start() and text[run.end()] in ".)":
            continue
        first, end = run.span()
        while end > first and _is_raised(letters, start + end - 1, size, top):
            end -= 1
        first, end = end, run.end()
        if first == end or (first and text[first - 1].isalpha() and _is_raised(letters, start + first - 1, size, top)):
            continue
        if text[first - 1 : end + 1] == f"[{text[first:end]}]" and _is_raised(letters, start + first - 1, size, top):
            first, end = first - 1, end + 1
        yield first, end


def _is_raised(letters: Letters, place: int, size: float, top: float) -> bool:
    return letters.edges(place)[2] < _SMALLER * size and letters.baseline(place) < top - _RAISED * size
