"""The paragraphs of a Word file in the order in which they are read: from the body, tables, text boxes and controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from treatydiff.readers.word.inline import ALTERNATES, Inline, variant
from treatydiff.readers.word.names import child, value, w
from treatydiff.readers.word.numbering import NO_NUMBER
from treatydiff.readers.word.revisions import AROUND_WORDS, of_properties, revision
from treatydiff.readers.word.styles import NO_STYLE, Style, outline_level
from treatydiff.readers.word.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml.etree import _Element

    from treatydiff.model import Mark
    from treatydiff.readers.word.inline import Story
    from treatydiff.readers.word.numbering import Counters, Number, Numbering
    from treatydiff.readers.word.revisions import Revision
    from treatydiff.readers.word.words import Run

_GALLERY: Final = "Table of Contents"
_WRAPPERS: Final = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml")) | AROUND_WORDS


class Paragraph(NamedTuple):
    """A paragraph as Word shows it. `line` is its place in the file, counted from 1.

    `text` holds its words, line breaks and tabs in them, with offsets of `marks` and `runs` into it. `number` is its automatic
    number. `outline` is the level of a heading from 0, None for body text. `page` is where Word last laid it out. `cell` counts
    the cells of tables, so that two paragraphs of one cell have the same, and `row` their rows; both are 0 outside of tables.
    `section` counts the sections of the file, and `column` the columns of one.
    """

    text: str
    line: int
    marks: tuple[Mark, ...]
    runs: tuple[Run, ...]
    number: Number
    style: Style
    outline: int | None
    page: int
    cell: int = 0
    row: int = 0
    section: int = 0
    column: int = 0
    is_contents: bool = False


class Body:
    """Walks the blocks of a part; what it finds is in `paragraphs`."""

    def __init__(self, story: Story, numbering: Numbering, counters: Counters) -> None:
        self.paragraphs: list[Paragraph] = []
        self._story = story
        self._numbering = numbering
        self._counters = counters
        self._open: _Joined | None = None
        self._change: Revision | None = None
        self._cells = self._rows = 0
        self._cell = self._row = 0
        self._in_contents = False
        self._section = 0

    def read(self, container: _Element) -> None:
        """Read all blocks of a body, a cell, a note or a text box."""
        self._blocks(container)
        self._close()

    def _blocks(self, container: _Element) -> None:
        for element in container:
            if handle := self._BLOCKS.get(element.tag):
                handle(self, element)

    def _paragraph(self, element: _Element) -> None:
        state, story = self._story.state, self._story
        stated = child(element, "pPr")
        properties = state.shown(stated, "pPr")
        style = story.styles.paragraph(value(properties, "pStyle"))
        joined = self._open = self._open or _Joined()
        before = joined.words.size
        Inline(story, joined.words, style, self._change).read(element)
        if joined.words.size > before or not before:
            joined.properties, joined.style = properties, style
        joins = stated is not None and state.joins(stated)
        if self._is_gone or not joins or not joined.words.size:
            self._close(is_gone=joins)
        if stated is not None and child(stated, "sectPr") is not None:
            self._section += 1
            self._story.column = 0

    @property
    def _is_gone(self) -> bool:
        return self._change is not None and not self._story.state.shows(self._change)

    def _close(self, *, is_gone: bool = False) -> None:
        """Finish the open paragraph; one that is gone with all its words has no number, and leaves its marks."""
        joined, self._open = self._open, None
        if joined is None:
            return
        words, style = joined.words, joined.style
        place = None if is_gone or self._is_gone else self._numbering.place(self._story.state.numbers(joined.properties), style)
        self.paragraphs.append(
            Paragraph(
                text=words.text,
                line=len(self.paragraphs) + 1,
                marks=tuple(words.all_marks()),
                runs=tuple(words.runs),
                number=self._counters.next(*place) if place else NO_NUMBER,
                style=style,
                outline=outline_level(joined.properties, style.outline),
                page=words.page or self._story.page,
                cell=self._cell,
                row=self._row,
                section=self._section,
                column=self._story.column,
                is_contents=self._in_contents or style.is_of_contents,
            )
        )
        boxes, self._story.boxes = self._story.boxes, []
        for box, change in boxes:
            self._within(change, box)

    def _within(self, change: Revision | None, container: _Element) -> None:
        """Read blocks that a tracked change holds as a whole; none for those in the same state as what is around them."""
        before = self._change
        if change is not None and not self._is_gone:
            self._change = change
        self._blocks(container)
        self._close()
        self._change = before

    def _tracked(self, element: _Element) -> None:
        self._within(revision(element), element)

    def _table(self, element: _Element) -> None:
        self._close()
        cell, row = self._cell, self._row
        for each in _inside(element, w("tr")):
            self._rows += 1
            change = of_properties(child(each, "trPr"))
            for inner in _inside(each, w("tc")):
                self._cells += 1
                self._cell, self._row = self._cells, self._rows
                self._within(change or of_properties(child(inner, "tcPr")), inner)
        self._cell, self._row = cell, row

    def _alternates(self, element: _Element) -> None:
        chosen = variant(element)
        if chosen is not None:
            self._blocks(chosen)

    def _control(self, element: _Element) -> None:
        """Read a structured document tag; that of a table of contents says so of its paragraphs."""
        before = self._in_contents
        gallery = value(child(child(element, "sdtPr"), "docPartObj"), "docPartGallery")
        self._in_contents = before or gallery == _GALLERY
        content = child(element, "sdtContent")
        if content is not None:
            self._blocks(content)
        if self._in_contents is not before:
            self._close()
        self._in_contents = before

    _BLOCKS: ClassVar[Mapping[object, Callable[[Body, _Element], None]]] = {
        w("p"): _paragraph,
        w("tbl"): _table,
        w("sdt"): _control,
        w("customXml"): _blocks,
        ALTERNATES: _alternates,
        **dict.fromkeys(AROUND_WORDS, _tracked),
    }


def _inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """Give the rows of a table or the cells of a row, out of the controls around them."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _inside(element, tag)


class _Joined:
    """Paragraphs that run on into one, because the ends of all but the last are gone.

    Word gives the whole the properties of the last of them that has words left, else those of the last.
    """

    __slots__ = ("properties", "style", "words")

    def __init__(self) -> None:
        self.words = Words()
        self.properties: _Element | None = None
        self.style = NO_STYLE
