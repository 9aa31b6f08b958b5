"""Word files (WordprocessingML, ISO/IEC 29500, transitional and strict): what Word shows, read from the parts themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.errors import DraftError, UnsafeDraftError
from treatydiff.model import Document, Metadata, Note, ReadWarning
from treatydiff.readers.outline.languages import language
from treatydiff.readers.outline.title_pages import title_page
from treatydiff.readers.outline.tree import outline
from treatydiff.readers.word.blocks import blocks
from treatydiff.readers.word.body import Body
from treatydiff.readers.word.inline import Story
from treatydiff.readers.word.names import child, w
from treatydiff.readers.word.notes import Notes, running_heads, said, tracked
from treatydiff.readers.word.numbering import Counters, Numbering
from treatydiff.readers.word.package import Package
from treatydiff.readers.word.printed import unprinted
from treatydiff.readers.word.revisions import State
from treatydiff.readers.word.styles import Styles
from treatydiff.readers.word.tree import placed
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from treatydiff.readers.reader import Revisions
    from treatydiff.readers.word.body import Paragraph

_LONGEST_TITLE: Final = 300
_MOST_PARAGRAPHS: Final = 200_000
"""Paragraphs of a text; a page has some fifteen, empty ones included."""


def read(data: bytes, path: str, *, revisions: Revisions = "marks") -> Document:
    """Read a Word file; macros, pictures and embedded files are left alone.

    Raises:
        UnsafeDraftError: the file unpacks to more than a draft needs, has too many paragraphs, or declares entities.
        DraftError: the zip or one of its parts is damaged or locked, or there are no words in it.

    """
    return _Reading(Package(data, path), State(revisions)).document(path)


class _Reading:
    """One file while it is read: its parts, and what they say."""

    def __init__(self, package: Package, state: State) -> None:
        self._package = package
        self._state = state
        self._targets = package.related(package.main)
        self._text = child(package.part(package.main), "body")
        self._styles = Styles(self._part("styles"))
        self._comments = said(self._part("comments"), "comment", self._styles, state)
        self._notes = Notes(
            said(self._part("footnotes"), "footnote", self._styles, state),
            said(self._part("endnotes"), "endnote", self._styles, state),
            (child(self._text, "sectPr"), self._part("settings")),
        )
        self._story = Story(self._styles, state, self._targets, self._notes.cite)

    def document(self, path: str) -> Document:
        """Give the whole draft."""
        paragraphs = self._paragraphs(path)
        found = blocks(unprinted([p for p in paragraphs if not p.is_contents]))
        pages = [p.page for p in paragraphs] if self._story.page > 1 else []
        tree = placed(with_ids(outline(found)), found, pages, self._comments, self._notes.told())
        if not tree.provisions:
            raise DraftError("holds no words", mend="give a file with the text of a draft", subject=path)
        symbol, title = title_page(tree.provisions)
        stated = Metadata(title=_styled_title(paragraphs) or title, symbol=symbol, language=language(tree.provisions))
        return Document(stated, tree.provisions, tuple(self._warnings()), (*tree.notes, *self._around(paragraphs)))

    def _paragraphs(self, path: str) -> list[Paragraph]:
        if self._text is None:
            raise DraftError("holds no text", mend="give a Word document with the text of a draft", subject=path)
        if sum(1 for _ in self._text.iter(w("p"))) > _MOST_PARAGRAPHS:
            mend = "a draft is smaller; check that it is one"
            raise UnsafeDraftError(f"has more than {_MOST_PARAGRAPHS:,} paragraphs", mend=mend, subject=path)
        numbering = Numbering(self._part("numbering"), self._styles)
        body = Body(self._story, numbering, Counters(numbering))
        body.read(self._text)
        return body.paragraphs

    def _part(self, kind: str) -> _Element | None:
        return next(self._parts(kind), None)

    def _parts(self, kind: str) -> Iterator[_Element]:
        for name in dict.fromkeys(to.target for to in self._targets.values() if to.kind == kind and not to.is_external):
            if (root := self._package.part(name)) is not None:
                yield root

    def _around(self, paragraphs: list[Paragraph]) -> Iterator[Note]:
        """Give the notes that belong to no provision."""
        if self._state.marks:
            yield from self._notes.uncited()
        for line in (" ".join(tracked(p).split()) for p in paragraphs if p.is_contents):
            if line:
                yield Note("contents", line)
        for kind in ("header", "footer"):
            yield from running_heads(self._parts(kind), self._styles, self._state)
        if hidden := " ".join(" ".join(self._story.hidden).split()):
            yield Note("hidden", hidden)

    def _warnings(self) -> Iterator[ReadWarning]:
        if self._story.hidden:
            yield ReadWarning("hidden-text", "the file has hidden words, which are kept as a note and not read as text")
        embedded = [to.target for to in self._targets.values() if to.kind in {"aFChunk", "subDocument"}]
        if embedded:
            yield ReadWarning("embedded", f"the text of {len(embedded)} embedded files is not read: {', '.join(embedded)}")
        if any(to.kind == "vbaProject" for to in self._targets.values()):
            yield ReadWarning("macros", "the file brings macros, which are neither read nor run")


def _styled_title(paragraphs: list[Paragraph]) -> str:
    """Give the words in the style of a title, as far as they follow each other; empty where there are none."""
    lines: list[str] = []
    for paragraph in paragraphs:
        line = " ".join(paragraph.text.split())
        if line and paragraph.style.is_title:
            lines.append(line)
        elif line and lines:
            break
    return " ".join(lines)[:_LONGEST_TITLE]
