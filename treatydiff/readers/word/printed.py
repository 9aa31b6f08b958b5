"""Pages that were printed into a Word file: footnotes typed below the text, paragraphs cut by a page's end, layout columns.

Programs that turn PDF into Word leave these behind, and people who type their footnotes do as well.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from treatydiff.model import Mark
from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.lead_ins import asks_for_more
from treatydiff.readers.outline.levels import is_title, level
from treatydiff.readers.outline.lines import refers_on
from treatydiff.readers.outline.nodes import ends_with
from treatydiff.readers.outline.preambles import is_formula
from treatydiff.readers.word.looks import RAISED
from treatydiff.readers.word.words import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.readers.word.body import Paragraph

_FEWEST_PAGES: Final = 10
"""Sections of a file that is taken to be printed page by page."""
_BROKEN: Final = re.compile(r"(?<=[^\W\d_]-) (?=(?!(?:and|as|et|o|oder|or|ou|to|und|y)\b)[^\W\d_A-Z])")
"""The space behind a hyphen at which a line ended; "two- or three-wheel" has one of its own."""
_ASKS_FOR_NUMBER: Final = re.compile(r"\b(?:Annex|Articles?|Chapters?|No|paragraphs?|points?|Sections?|Titles?)$")
_LONGEST_NUMBER: Final = 3
_MOST_RUNS: Final = 2_000
_MOST_BROKEN: Final = 200
_LONGEST_JOINED: Final = 20_000
"""Runs, compounds and characters of a paragraph beyond which it is left as it is: no printed one has so many."""
_LONGEST_LEVEL: Final = 400
_LONGEST_WORD: Final = 40
_FARTHEST: Final = 60
"""Paragraphs between a number in the text and the footnote that it points to; a page has some twenty."""


def unprinted(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Give the paragraphs as they ran before they were printed, in order; a footnote's words go into the mark in the text."""
    is_printed = len({paragraph.section for paragraph in paragraphs}) >= _FEWEST_PAGES
    found = list(_joined(_without_typed_notes(_in_order(paragraphs)), is_printed=is_printed))
    return [_rejoined(paragraph) for paragraph in found] if is_printed else found


def _in_order(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Put a column that opens an article before the one to its left, whose text belongs to it or ends the preamble."""
    for _, group in groupby(paragraphs, key=lambda p: p.section):
        section = list(group)
        split = next((n for n, p in enumerate(section) if p.column), len(section))
        left, right = section[:split], section[split:]
        if right and _opens_level(right) and not any(_is_level(p) or is_formula(p.text.strip()) for p in left):
            yield from right
            yield from left
        else:
            yield from section


def _opens_level(paragraphs: Iterable[Paragraph]) -> bool:
    first = next((p for p in paragraphs if p.text.strip()), None)
    return first is not None and _is_level(first)


def _is_level(paragraph: Paragraph) -> bool:
    return level(" ".join(paragraph.text[:_LONGEST_LEVEL].split()), is_heading=False) is not None


def _without_typed_notes(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Take the footnotes that are typed as paragraphs out, each that a raised number in the text before points to."""
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        number = _typed_note(paragraph)
        if number is None or not _anchored(kept, paragraph, number):
            kept.append(paragraph)
    return kept


def _numbers(paragraph: Paragraph) -> Iterator[Run]:
    """Give the raised numbers of a paragraph."""
    for run in paragraph.runs if len(paragraph.runs) <= _MOST_RUNS else ():
        words = paragraph.text[run.start : run.end].strip()
        if RAISED in run.look and words.isdecimal() and len(words) <= _LONGEST_NUMBER:
            yield run


def _typed_note(paragraph: Paragraph) -> Run | None:
    """Give the raised number that opens a paragraph; None where none does, or where a note could not keep its marks."""
    first = next(_numbers(paragraph), None)
    if first is None or paragraph.number.text or any(mark.kind != "reference" or mark.label for mark in paragraph.marks):
        return None
    has_words = bool(paragraph.text[first.end :].strip())
    return first if has_words and not paragraph.text[: first.start].strip() else None


def _anchored(kept: list[Paragraph], note: Paragraph, number: Run) -> bool:
    """Put the words of a typed footnote into the text at its number; False where no number points to it."""
    sign = note.text[number.start : number.end].strip()
    words = " ".join(note.text[number.end :].split())
    for n in range(len(kept) - 1, max(-1, len(kept) - 1 - _FARTHEST), -1):
        for run in reversed(list(_numbers(kept[n]))):
            if kept[n].text[run.start : run.end].strip() == sign and kept[n].text[: run.start].strip():
                mark = Mark("footnote", run.start, run.start, label=sign, note=words)
                without = _without(kept[n], run.start, run.end)
                kept[n] = without._replace(marks=(*without.marks, mark))
                return True
    return False


def _without(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Give a paragraph without some of its words, its marks and runs drawn together."""
    size = end - start

    def moved(place: int) -> int:
        return place if place <= start else max(start, place - size)

    marks = (m._replace(start=moved(m.start), end=moved(m.end)) for m in paragraph.marks)
    runs = (Run(moved(run.start), moved(run.end), run.look) for run in paragraph.runs)
    text = paragraph.text[:start] + paragraph.text[end:]
    return paragraph._replace(text=text, marks=tuple(marks), runs=tuple(run for run in runs if run.start < run.end))


def _rejoined(paragraph: Paragraph) -> Paragraph:
    """Give a paragraph with the compounds that the end of a line cut apart after their hyphen."""
    broken = list(_BROKEN.finditer(paragraph.text))
    for m in reversed(broken if len(broken) <= _MOST_BROKEN else ()):
        paragraph = _without(paragraph, *m.span())
    return paragraph


def _joined(paragraphs: Iterable[Paragraph], *, is_printed: bool) -> Iterator[Paragraph]:
    """Join what the end of a page cut apart; empty paragraphs between the halves stay, after them."""
    before: Paragraph | None = None
    between: list[Paragraph] = []
    for paragraph in paragraphs:
        if not paragraph.text.strip() and not paragraph.number.text:
            between.append(paragraph)
        elif before and _goes_on(before, paragraph, is_printed=is_printed):
            before = _appended(before, paragraph)
        else:
            yield from [before] if before else []
            yield from between
            before, between = paragraph, []
    yield from [before] if before else []
    yield from between


def _goes_on(before: Paragraph, paragraph: Paragraph, *, is_printed: bool) -> bool:
    """Whether a paragraph is the rest of the one before: no sentence ended there, and no number or heading begins here."""
    one, other = before.text.strip(), paragraph.text.strip()
    if paragraph.number.text or before.row or paragraph.row or len(one) + len(before.marks) > _LONGEST_JOINED:
        return False
    if ends_with(one, ".;:。；：") or _is_level(paragraph):
        return False
    if paragraph.outline is not None or before.outline is not None or _is_level(before):
        return False
    is_cut = is_printed or paragraph.section > before.section
    asks = asks_for_more(one[-_LONGEST_WORD:]) or _ASKS_FOR_NUMBER.search(one[-_LONGEST_WORD:]) is not None
    if label(other):
        return refers_on(other) and (ends_with(one, ",") or (is_cut and asks))
    if other[0].islower() and one[-1] == ",":
        return paragraph.section > before.section
    return is_cut and (asks or other[0].islower() or (one[-1].isalnum() and not is_title(one)))


def _appended(before: Paragraph, rest: Paragraph) -> Paragraph:
    text = before.text if before.text[-1:].isspace() else f"{before.text} "
    first = len(rest.text) - len(rest.text.lstrip())
    size = len(text)
    shift = size - first
    marks = (m._replace(start=max(size, m.start + shift), end=max(size, m.end + shift)) for m in rest.marks)
    runs = (Run(max(size, run.start + shift), run.end + shift, run.look) for run in rest.runs if run.end > first)
    return before._replace(
        text=text + rest.text[first:], marks=(*before.marks, *marks), runs=(*before.runs, *runs), section=rest.section
    )
