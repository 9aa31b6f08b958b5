"""From paragraphs of lines to the blocks of the outline: words joined, footnote signs taken out of them and kept as marks."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from treatydiff.model import Mark
from treatydiff.readers.outline.blocks import Block
from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.levels import is_title, level
from treatydiff.readers.pages.hyphens import starts_closed
from treatydiff.readers.pages.paragraphs import BULLET, is_heading, opens_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.readers.pages.footnotes import Anchor
    from treatydiff.readers.pages.hyphens import Vocabulary
    from treatydiff.readers.pages.page import Line
    from treatydiff.readers.pages.paragraphs import Placed

_FONT_FORMS: Final = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]+")
_REMARK: Final = re.compile(r"\{[^{}]{1,100}\}\s*")
_NUMBERED: Final = "-"
_LARGER: Final = 1.07
_TITLE, _HEADING, _OPENS_LEVEL = 1, 2, 3


class Part(NamedTuple):
    """The words of one line or of several as they are to be read, with the marks over them."""

    text: str
    marks: tuple[Mark, ...] = ()
    hyphen: bool = False


def part(line: Line, anchors: Sequence[Anchor] = (), notes: Sequence[str] = ()) -> Part:
    """Take the footnote signs out of a line and make them marks, as are the words that are struck through.

    `notes` are the texts of the footnotes. What is only a font's form of a letter is written as that letter (U+FB01 as "fi").
    """
    if not anchors and not line.struck:
        return Part(plain(line.text), (), line.hyphen)
    cuts = sorted({0, len(line.text), *(place for span in line.struck for place in span)})
    words = ""
    places: dict[int, int] = {}
    marks: list[Mark] = []
    signs = {anchor.start: anchor for anchor in anchors}
    for start, end in pairwise(sorted({*cuts, *(place for anchor in anchors for place in anchor[:2])})):
        places[start] = len(words)
        anchor = signs.get(start)
        if anchor is None:
            words += plain(line.text[start:end])
        else:
            note = "" if anchor.note is None else notes[anchor.note]
            place = len(words.rstrip())
            marks.append(Mark("footnote", place, place, label=anchor.label, note=note))
    places[len(line.text)] = len(words)
    marks += (Mark("deletion", places[start], places[end]) for start, end in line.struck)
    return Part(words, tuple(marks), line.hyphen)


def plain(text: str) -> str:
    """Write ligatures and the joining forms of Arabic letters as the letters, and leave out soft hyphens."""
    if text.isascii():
        return text
    text = text.replace("\u00ad", "")
    return _FONT_FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)


def joined(parts: Iterable[Part], vocabulary: Vocabulary) -> Part:
    """Put the lines of a paragraph together, line ends kept; a word that a line end cut stands whole on the earlier line."""
    out: list[str] = []
    marks: list[Mark] = []
    length = 0
    before: Part | None = None
    for one in parts:
        head, link = 0, "\n"
        if before is not None and (before.hyphen or starts_closed(before.text)):
            head = len(one.text) - len(one.text.lstrip()) + len(next(iter(one.text.split(maxsplit=1)), ""))
            link = "-" if before.hyphen and vocabulary.keeps_hyphen(before.text, one.text) else ""
        pieces = [link if before else "", one.text[:head], "\n" if head else "", one.text[head:].lstrip() if head else one.text]
        shift = length + len(pieces[0])
        gone = len(pieces[2]) - (len(one.text) - head - len(pieces[3]))
        for mark in one.marks:
            start, end = (place + shift + (gone if place > head else 0) for place in (mark.start, mark.end))
            marks.append(mark._replace(start=start, end=end))
        out += pieces
        length += sum(map(len, pieces))
        before = one
    return Part("".join(out) + ("-" if before and before.hyphen else ""), tuple(marks))


def block(paragraph: Sequence[Placed], number: int, words: Part, depth: int | None) -> Block:
    """Make a block of a paragraph.

    `number` counts its first line in the document, `depth` says in how many numbered items it stands.
    """
    lines = [placed.line for placed in paragraph]
    stress: Literal["", "bold", "italic"] = ""
    if all(line.is_bold for line in lines) or _is_subheading(paragraph, words.text):
        stress = "bold"
    elif all(line.italic for line in lines):
        stress = "italic"
    lead = 0 if stress == "bold" else min(lines[0].lead, len(words.text))
    rank = _rank(paragraph)
    found = Block(words.text, number, words.marks, rank, depth and (0 if rank else depth), stress=stress, lead=lead)
    if bullet := BULLET.match(words.text):
        return found.cut(bullet.end())._replace(item=bullet[1], depth=depth)
    return found._replace(item=_NUMBERED) if depth and not rank and label(words.text) else found


def _is_subheading(paragraph: Sequence[Placed], text: str) -> bool:
    """Whether a line at the edge of the column names the provisions below it: a remark in braces, or capitals."""
    first = paragraph[0]
    if len(paragraph) > 1 or first.line.left - first.measure.left > first.line.size:
        return False
    return _REMARK.fullmatch(text) is not None or (text.isupper() and is_title(text) and not opens_item(text))


def _rank(paragraph: Sequence[Placed]) -> int:
    """Give the rank of a heading: 1 for one in larger letters, 3 for one that opens a level of the treaty, 2 for any other."""
    if not is_heading(paragraph):
        return 0
    first = paragraph[0]
    if level(first.line.text, is_heading=True):
        return _OPENS_LEVEL
    return _TITLE if first.line.size > _LARGER * first.measure.size else _HEADING
