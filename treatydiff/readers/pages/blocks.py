"""From paragraphs of lines to the blocks of the outline: words joined, footnote signs taken out of them and kept as marks."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from treatydiff.model import Mark
from treatydiff.readers.outline.blocks import Block
from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.levels import is_title, level
from treatydiff.readers.pages.hyphens import starts_closed
from treatydiff.readers.pages.paragraphs import BULLETS, is_heading, opens_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.readers.pages.footnotes import Anchor
    from treatydiff.readers.pages.hyphens import Vocabulary
    from treatydiff.readers.pages.page import Line
    from treatydiff.readers.pages.paragraphs import Placed

_FONT_FORMS: Final = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]+")
_BULLET: Final = re.compile(rf"([{BULLETS}])\s*")
_REMARK: Final = re.compile(r"\{[^{}]{1,100}\}\s*")
_NUMBERED: Final = "-"
_HEAD: Final = re.compile(r"\S*")
_LARGER: Final = 1.07
_TITLE, _HEADING, _OPENS_LEVEL = 1, 2, 3


class Part(NamedTuple):
    """The words of one line, written as they are to be read, and the signs in them with offsets into these words."""

    text: str
    anchors: tuple[Anchor, ...] = ()
    hyphen: bool = False


def part(line: Line, anchors: Sequence[Anchor] = ()) -> Part:
    """Take the signs out of a line, and write what is only a font's form of a letter as that letter (U+FB01 as "fi")."""
    words = ""
    moved: list[Anchor] = []
    start = 0
    for anchor in anchors:
        words += plain(line.text[start : anchor.start])
        moved.append(anchor._replace(start=len(words), end=len(words)))
        start = anchor.end
    return Part(words + plain(line.text[start:]), tuple(moved), line.hyphen)


def plain(text: str) -> str:
    """Write ligatures and the joining forms of Arabic letters as the letters, and leave out soft hyphens."""
    text = text.replace("\u00ad", "")
    return _FONT_FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)


def joined(parts: Iterable[Part], vocabulary: Vocabulary) -> Part:
    """Put the lines of a paragraph together, line ends kept; a word that a line end cut stands whole on the earlier line."""
    out: list[str] = []
    anchors: list[Anchor] = []
    length = 0
    before: Part | None = None
    for one in parts:
        head, link = 0, "\n"
        if before is not None and (before.hyphen or starts_closed(before.text)):
            head = _HEAD.match(one.text).end()  # type: ignore[union-attr] (it matches the empty string)
            link = "-" if before.hyphen and vocabulary.keeps_hyphen(before.text, one.text) else ""
        pieces = [link if before else "", one.text[:head], "\n" if head else "", one.text[head:].lstrip() if head else one.text]
        shift = length + len(pieces[0])
        gone = len(pieces[2]) - (len(one.text) - head - len(pieces[3]))
        for anchor in one.anchors:
            place = anchor.start + shift + (gone if anchor.start > head else 0)
            anchors.append(anchor._replace(start=place, end=place))
        out += pieces
        length += sum(map(len, pieces))
        before = one
    return Part("".join(out) + ("-" if before and before.hyphen else ""), tuple(anchors))


def block(paragraph: Sequence[Placed], number: int, words: Part, notes: Sequence[str], depth: int | None) -> Block:
    """Make a block of a paragraph.

    `number` counts its first line in the document, `notes` are the texts of the footnotes, `depth` says in how many numbered
    items it stands.
    """
    lines = [placed.line for placed in paragraph]
    marks = tuple(
        Mark("footnote", anchor.start, anchor.start, label=anchor.label, note="" if anchor.note is None else notes[anchor.note])
        for anchor in words.anchors
    )
    stress: Literal["", "bold", "italic"] = ""
    if all(line.is_bold for line in lines) or _is_subheading(paragraph, words.text):
        stress = "bold"
    elif all(line.italic for line in lines):
        stress = "italic"
    lead = 0 if stress == "bold" else min(lines[0].lead, len(words.text))
    rank = _rank(paragraph)
    found = Block(words.text, number, marks, rank, depth and (0 if rank else depth), stress=stress, lead=lead)
    if bullet := _BULLET.match(words.text):
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
