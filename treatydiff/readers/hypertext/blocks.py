"""The paragraphs of a web page, in the order in which they are read, with the marks over their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from lxml import etree

from treatydiff.model import Mark
from treatydiff.readers.hypertext.lists import BULLET, Numbering
from treatydiff.readers.hypertext.paragraph import Paragraph
from treatydiff.readers.hypertext.style import style
from treatydiff.readers.hypertext.tables import Layout, layout
from treatydiff.readers.hypertext.tree import BLOCKS, NO_WORDS, on_one_line, visible
from treatydiff.readers.outline.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from treatydiff.model import MarkKind
    from treatydiff.readers.hypertext.anchors import Cited

_RANKS: Final = {f"h{rank}": rank for rank in range(1, 7)}
_MARKS: Final[dict[str, MarkKind]] = {
    **dict.fromkeys(("b", "em", "i", "strong", "u"), "emphasis"),
    **dict.fromkeys(("del", "s", "strike"), "deletion"),
    "a": "reference",
    "ins": "insertion",
}
_BOLD: Final = frozenset({"b", "strong"})
_ITALIC: Final = frozenset({"em", "i"})
_LISTS: Final = frozenset({"dir", "menu", "ol", "ul"})
_QUOTES: Final = ("“", "”")
_MOST_SPANS: Final = 24
"""Markup that is open around the same words; beyond it words are kept and marks are not."""
_AUTHOR: Final = "mailto:"


class _Span(NamedTuple):
    """Markup that is open around words: its marks, without their places, and how it is set."""

    element: etree._Element
    marks: tuple[Mark, ...]
    bold: bool
    italic: bool


def blocks(
    root: etree._Element, cited: Mapping[etree._Element, Cited], without: Container[etree._Element] = frozenset()
) -> list[Block]:
    """Give the paragraphs, headings and list items of a page.

    `cited` are the footnotes by the links that cite them, `without` the elements that are left out.
    Numbers that a browser would set before list items are part of them. The rows of a table are paragraphs, their cells parted
    by spaces; where a table only sets numbers beside their texts, its cells are paragraphs, each with its number.
    """
    walk = _Walk(cited, without)
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if walk.skipped is None:
            (walk.enter if event == "start" else walk.leave)(element, str(element.tag))
        elif walk.skipped is element and event == "end":
            walk.skipped = None
        else:
            continue
        if event == "end" and (tail := element.tail):
            walk.add(tail, element)
    walk.flush()
    return walk.done


class _Walk:
    """Where a walk through a page stands: the paragraph that is being read, and what is open around it.

    `skipped` is the element whose words are not read. An item is the marker of an open list item, None once it is used.
    `_waits` says that the paragraph is a number so far, whose text comes in another cell.
    """

    def __init__(self, cited: Mapping[etree._Element, Cited], without: Container[etree._Element]) -> None:
        self.done: list[Block] = []
        self.skipped: etree._Element | None = None
        self._cited = cited
        self._without = without
        self._spans: list[tuple[_Span, int]] = []
        self._lists: list[Numbering] = []
        self._items: list[str | None] = []
        self._tables: list[Layout] = []
        self._rank = 0
        self._verbatim = 0
        self._waits = False
        self._paragraph = Paragraph()

    def enter(self, element: etree._Element, tag: str) -> None:
        """Go into an element and read the text before its first child."""
        if tag in NO_WORDS or element in self._without:
            if tag in BLOCKS:
                self._part()
            self.skipped = element
            return
        if tag in BLOCKS:
            self._enter_block(element, tag)
        elif element in self._cited:
            note = self._cited[element]
            self._paragraph.note(Mark("footnote", 0, 0, note.label, note.text))
            self.skipped = element
            return
        elif tag == "br":
            self._break()
        elif tag == "q":
            self._paragraph.add(_QUOTES[0])
        else:
            self._open(_span(element, tag))
        if text := element.text:
            self.add(text, element)

    def leave(self, element: etree._Element, tag: str) -> None:
        """Go out of an element."""
        if self._spans and self._spans[-1][0].element is element:
            self._close(*self._spans.pop())
        if tag in BLOCKS:
            self._leave_block(tag)
        elif tag == "q":
            self._paragraph.add(_QUOTES[1])

    def add(self, text: str, element: etree._Element) -> None:
        """Read text that stands inside an element or after it."""
        paragraph = self._paragraph
        if self._verbatim:
            paragraph.add_lines(visible(text))
        else:
            paragraph.add(visible(text))
        if paragraph.line is None and paragraph.size:
            paragraph.line = element.sourceline
        if self._waits and not text.isspace():
            self._waits = False

    def flush(self) -> None:
        """Finish the paragraph; markup that is open goes on in the next one."""
        paragraph = self._paragraph
        if paragraph.size or paragraph.marks:
            for n, (span, start) in enumerate(self._spans):
                self._close(span, start)
                self._spans[n] = (span, 0)
            item = self._items[-1] if self._items else None
            self.done += paragraph.blocks(rank=self._rank, depth=len(self._items), item=item)
            if item is not None:
                self._items[-1] = None
        self._paragraph = Paragraph()
        self._waits = False

    def _part(self) -> None:
        """Part what stands before the edge of a block from what comes after it."""
        if self._waits or (self._tables and self._tables[-1] is Layout.DATA):
            self._paragraph.part()
        else:
            self.flush()

    def _break(self) -> None:
        if self._paragraph.ends_in_break and not self._waits:
            self._part()
        else:
            self._paragraph.part("\n")

    def _enter_block(self, element: etree._Element, tag: str) -> None:
        self._part()
        if tag in _LISTS:
            self._lists.append(Numbering(element))
        elif tag == "li":
            self._without_words(element)
            self._items.append(self._lists[-1].marker(element) if self._lists else BULLET)
        elif tag in _RANKS:
            self._rank = _RANKS[tag]
        elif tag == "table":
            self._tables.append(layout(element))
        elif tag == "tr" and not self._waits:
            self.flush()
        elif tag == "pre":
            self._verbatim += 1
        if element.get("style"):
            self._open(_span(element, tag))

    def _leave_block(self, tag: str) -> None:
        if self._tables and self._tables[-1] is Layout.NUMBERS and self._paragraph.is_number:
            self._waits = True
        if tag == "tr":
            self.flush()
        else:
            self._part()
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li" and self._items:
            self._without_words(None)
            self._items.pop()
        elif tag in _RANKS:
            self._rank = 0
        elif tag == "table" and self._tables:
            self._tables.pop()
        elif tag == "pre":
            self._verbatim -= 1

    def _without_words(self, element: etree._Element | None) -> None:
        """Give a list item that has a number and no words of its own."""
        if self._items and (item := self._items[-1]) is not None:
            self._items[-1] = None
            if item != BULLET:
                line = element.sourceline if element is not None else None
                counted = item[0].isdigit()
                self.done.append(Block("" if counted else item, line or 1, depth=len(self._items), item=item))

    def _open(self, span: _Span | None) -> None:
        """Open markup, unless the same is open already: pages that never close it would have it a thousand times."""
        if span is None or len(self._spans) >= _MOST_SPANS or any(span.marks == outer.marks for outer, _ in self._spans):
            return
        self._spans.append((span, self._paragraph.size))

    def _close(self, span: _Span, start: int) -> None:
        paragraph, end = self._paragraph, self._paragraph.size
        if start >= end:
            return
        paragraph.marks += (mark._replace(start=start, end=end) for mark in span.marks)
        if span.bold:
            paragraph.stressed.append(("bold", paragraph.first(start), end))
        elif span.italic:
            paragraph.stressed.append(("italic", paragraph.first(start), end))


def _span(element: etree._Element, tag: str) -> _Span | None:
    """Say what an element sets off; None for one that sets nothing off."""
    kinds: list[MarkKind] = [_MARKS[tag]] if tag in _MARKS else []
    bold, italic = tag in _BOLD, tag in _ITALIC
    if said := element.get("style"):
        shown = style(said)
        bold, italic = bold or shown.bold, italic or shown.italic
        if shown.struck:
            kinds.append("deletion")
        if (shown.bold or shown.italic or shown.underlined) and "emphasis" not in kinds and tag != "a":
            kinds.append("emphasis")
    if tag == "a" and not element.get("href"):
        kinds.remove("reference")
    if not kinds:
        return None
    target = on_one_line(element.get("href")) if tag == "a" else ""
    author = visible(unquote(on_one_line(element.get("cite")).partition(_AUTHOR)[2])) if tag in {"ins", "del"} else ""
    return _Span(element, tuple(Mark(kind, 0, 0, author, target) for kind in kinds), bold, italic)
