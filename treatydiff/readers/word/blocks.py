"""From Word's paragraphs to the blocks that the outline reads: headings, numbers, lists and the marks of how words are set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from treatydiff.model import Mark
from treatydiff.readers.outline.blocks import Block
from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.levels import is_title, level
from treatydiff.readers.outline.lines import paragraphs as paragraphs_of
from treatydiff.readers.outline.nodes import starts_small
from treatydiff.readers.word.looks import BOLD, ITALIC, STRUCK, UNDERLINED
from treatydiff.readers.word.styles import BODY_LEVEL
from treatydiff.readers.word.words import spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.readers.word.body import Paragraph

_DEEPEST_RANK: Final = 6
_TYPOGRAPHY: Final = (BOLD, ITALIC, UNDERLINED)
_MOST_WORDS: Final = 8
"""Words of a heading that ends in a full stop; more are a sentence."""
_INNER_LEVEL: Final = re.compile(r"(?<=\s)(?:CHAPTER|Chapter|SECTION|Section)\s+(?:\d{1,3}|[IVXLC]{1,7})[A-Za-z]?$")
"""A level that ends the line of a level above it, as in "TITLE III HIGH-RISK SYSTEMS CHAPTER 1"."""
_STOPS: Final = ".:)]"
_BULLET: Final = "-"


def blocks(paragraphs: Sequence[Paragraph]) -> list[Block]:
    """Turn paragraphs into blocks; what Word says of them becomes their rank, number and stress.

    The marks of a paragraph without words, one that is deleted as a whole, stand at the end of the paragraph before it; at the
    head of the next where there is none. A number alone in its cell heads the words of the next cell.
    """
    found: list[Block] = []
    waiting: list[Mark] = []
    before: Paragraph | None = None
    for paragraph in paragraphs:
        block = _block(paragraph)
        if not block.raw and not block.num:
            waiting += block.marks
            continue
        if waiting and found:
            found[-1] = _ended(found[-1], waiting)
        elif waiting:
            block = block._replace(marks=(*_at(0, waiting), *block.marks))
        waiting = []
        if before and found and _heads_the_row(before, paragraph, found[-1]):
            found[-1] = _headed(found[-1], block)
        else:
            found += _lines(block)
        before = paragraph
    return [*found[:-1], _ended(found[-1], waiting)] if found else []


def _ended(block: Block, marks: Iterable[Mark]) -> Block:
    return block._replace(marks=(*block.marks, *_at(len(block.raw), marks)))


def _at(place: int, marks: Iterable[Mark]) -> Iterator[Mark]:
    return (mark._replace(start=place, end=place) for mark in marks)


def _block(paragraph: Paragraph) -> Block:
    text = paragraph.text
    start = len(text) - len(text.lstrip())
    raw = text.strip()
    num = "" if paragraph.number.is_bullet else paragraph.number.text
    rank = _rank(paragraph, raw)
    item = _BULLET if paragraph.number.is_bullet and raw else None
    block = Block(raw, paragraph.line, rank=rank, num=num, item=item, series=paragraph.number.series)
    if num:
        block = _with_number(block)
    emphasis, stress, lead = _settings(paragraph, block)
    shift = len(block.raw) - len(raw) - start
    marks = (_clamped(mark, shift, len(block.raw)) for mark in (*paragraph.marks, *emphasis))
    return block._replace(marks=tuple(marks), stress=stress, lead=max(0, lead + shift) if lead else 0)


def _clamped(mark: Mark, shift: int, size: int) -> Mark:
    return mark._replace(start=min(max(mark.start + shift, 0), size), end=min(max(mark.end + shift, 0), size))


def _rank(paragraph: Paragraph, raw: str) -> int:
    """Give the level of a heading; a whole sentence is none, whatever its style says."""
    if not is_title(raw.rstrip(".:") if len(raw.split()) <= _MOST_WORDS else raw):
        return 0
    if paragraph.style.is_title:
        return 1
    return min(paragraph.outline + 1, _DEEPEST_RANK) if paragraph.outline is not None and paragraph.outline < BODY_LEVEL else 0


def _with_number(block: Block) -> Block:
    """Write out an automatic number that opens an article or a chapter, as where it is typed."""
    whole = f"{block.num} {block.raw}" if block.num[-1] in _STOPS or not block.raw else f"{block.num}. {block.raw}"
    return block._replace(raw=whole.strip(), num="", series=None) if level(whole, is_heading=block.rank > 0) else block


def _lines(block: Block) -> Iterator[Block]:
    """Part a paragraph after the number of an article, before a number that opens its own line, and between two levels."""
    first = block.raw.find("\n")
    if (inner := _INNER_LEVEL.search(block.raw)) and not block.num and level(block.raw, is_heading=block.rank > 0):
        yield block.cut(0, inner.start())
        yield block.cut(inner.start())
    elif first > 0 and block.item is None and level(block.raw[:first], is_heading=False):
        yield block.cut(0, first)._replace(num=block.num, series=block.series)
        yield from paragraphs_of(block.cut(first))
    elif first > 0:
        yield from paragraphs_of(block)
    else:
        yield block


def _settings(paragraph: Paragraph, block: Block) -> tuple[list[Mark], Literal["", "italic", "bold"], int]:
    """Give the marks of how words are set, what all of them are set in, and where the bold words end that open them.

    That a heading is bold, or a paragraph for its style, sets nothing off and is no mark; what is struck through is one always.
    """
    marks: list[Mark] = []
    stress: Literal["", "italic", "bold"] = ""
    lead = 0
    for name in (*_TYPOGRAPHY, STRUCK):
        found = list(spans(paragraph.runs, name, paragraph.text))
        is_whole = len(found) == 1 and _covers(found[0], paragraph.text)
        if is_whole and name in {BOLD, ITALIC} and not stress:
            stress = "bold" if name == BOLD else "italic"
        if name == BOLD and found:
            lead = _lead(paragraph.text, found[0])
        if not (is_whole and name != STRUCK and (paragraph.style.looks.get(name) or _is_heading(block))):
            marks += [Mark("emphasis", start, end, label=name) for start, end in found if paragraph.text[start:end].strip()]
    return marks, stress, lead


def _is_heading(block: Block) -> bool:
    """Whether a paragraph is a heading by its style, by its number, or by its look: short, and no item of a list."""
    found = label(block.raw)
    words = block.raw[found.end :] if found else block.raw
    is_short = is_title(block.raw) and not starts_small(words)
    return block.rank > 0 or is_short or level(block.raw, is_heading=False) is not None


def _covers(span: tuple[int, int], text: str) -> bool:
    return not any(c.isalnum() for c in text[: span[0]] + text[span[1] :])


def _lead(text: str, span: tuple[int, int]) -> int:
    """Give where the bold words end that open a paragraph, after its number if it has one; 0 when it opens otherwise."""
    start, end = span
    if _covers(span, text):
        return 0
    opening = len(text) - len(text.lstrip())
    if start <= opening:
        return end
    found = label(text, opening)
    return end if found and not found.lead and not text[found.end : start].strip() and start >= found.end else 0


def _heads_the_row(before: Paragraph, paragraph: Paragraph, block: Block) -> bool:
    """Whether the cell before, in the same row, holds nothing but a number."""
    if not before.row or before.row != paragraph.row or before.cell == paragraph.cell:
        return False
    found = label(block.raw)
    return not block.raw or bool(found and found.end == len(block.raw))


def _headed(number: Block, block: Block) -> Block:
    """Give words the number of the cell before them, computed or typed."""
    return (
        block.behind(f"{number.raw} ")._replace(line=number.line)
        if number.raw
        else block._replace(num=number.num, series=number.series)
    )
