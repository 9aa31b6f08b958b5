"""The words of one provision as they are met in an XML file, and the marks over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.model import Mark, Provision
from treatydiff.readers.xml.written import tied
from treatydiff.text.marks import Marked, extract

if TYPE_CHECKING:
    from treatydiff.model import MarkKind
    from treatydiff.readers.xml.written import Tag

_TIGHT: Final = frozenset(".,;:)”’")
_OPENING: Final = frozenset("(“‘")
_NOTHING: Final = Marked("", ())


class Flow:
    """Running words: text is added piece by piece, marks count in the characters added so far.

    `apart` parts what was added from what comes by a gap: the space that block markup stands for. It parts two words, yet
    never comes before closing punctuation or after an opening quotation mark, so that markup around a quotation leaves no
    trace. `exact` words are to be read to the letter; `tags` then say which marks belong together and in which order, by their
    places in `marks`.
    """

    __slots__ = ("apart", "exact", "marks", "pieces", "size", "tags")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.size = 0
        self.apart = False
        self.exact = False
        self.tags: dict[int, Tag] | None = None

    def add(self, text: str) -> None:
        """Add text as it stands; must not be empty."""
        if self.apart:
            self.apart = False
            if self.size and text[0] not in _TIGHT and self.pieces[-1][-1] not in _OPENING:
                self.pieces.append(" ")
                self.size += 1
        self.pieces.append(text)
        self.size += len(text)

    def mark(self, kind: MarkKind, start: int, *, label: str = "", note: str = "") -> None:
        """Mark everything from `start` up to here."""
        self.marks.append(Mark(kind, start, self.size, label=label, note=note))

    def drop_style(self) -> None:
        """Forget emphasis over all words, which sets nothing off."""
        if self.marks:
            words = "".join(self.pieces)
            self.marks = [
                mark
                for mark in self.marks
                if mark.kind != "emphasis" or words[: mark.start].strip() or words[mark.end :].strip()
            ]

    def plain(self) -> str:
        """Give the words with every literal character and single spaces, exact ones as they stand."""
        words = "".join(self.pieces)
        return words if self.exact else " ".join(words.split())

    def footnotes(self) -> tuple[Mark, ...]:
        """Give the footnotes where words begin: those of a number are anchored there, for a number carries no marks."""
        return tuple(Mark("footnote", 0, 0, mark.label, mark.note) for mark in self.marks if mark.kind == "footnote")

    def tag(self, place: int, tag: Tag) -> None:
        """Say to which mark of the provision the mark at this place of `marks` belongs."""
        if self.tags is None:
            self.tags = {}
        self.tags[place] = tag

    def marked(self) -> Marked:
        """Give the words with brackets, options and statuses taken out of them as marks."""
        if not (self.pieces or self.marks):
            return _NOTHING
        words = "".join(self.pieces)
        return Marked(words, tuple(self.marks)) if self.exact else extract(words, self.marks)


class Found:
    """A provision while it is read. `flow` is where words go: the text, or the closing text once a child has come.

    `loose` is for the top of a document, which has no words of its own: words between its provisions become provisions.
    `kept` is for one that is kept even if nothing is found in it.
    """

    __slots__ = ("children", "closing", "flow", "heading", "id", "kept", "kind", "line", "loose", "num", "page", "text")

    def __init__(self, kind: str, id_: str, line: int | None, *, loose: bool = False, kept: bool = False) -> None:
        self.kind = kind
        self.id = id_
        self.line = line
        self.page: int | None = None
        self.loose = loose
        self.kept = kept
        self.num: Flow | None = None
        self.heading: Flow | None = None
        self.text = Flow()
        self.closing: Flow | None = None
        self.flow = self.text
        self.children: list[Provision] = []

    def close(self) -> None:
        """Send what follows to the closing text."""
        if self.closing is None and not self.loose:
            self.flow = self.closing = Flow()

    def flush(self, line: int | None) -> None:
        """Turn loose words into a provision of no known level."""
        words, marks = self.flow.marked()
        if words or marks:
            self.children.append(Provision("", "provision", text=words, marks=marks, line=line))
        self.text = self.flow = Flow()

    def provision(self) -> Provision | None:
        """Give the finished provision; None when there is nothing at all in it."""
        text, marks = self.text.marked()
        closing = ""
        tags = self.text.tags
        if (flush := self.closing) is not None:
            closing, closing_marks = flush.marked()
            if flush.tags:
                tags = {**(tags or {}), **{place + len(marks): tag for place, tag in flush.tags.items()}}
            marks = (*marks, *_shifted(closing_marks, len(text) + 1 if closing else len(text)))
        if tags:
            marks = tied(marks, tags)
        heading, heading_marks = _NOTHING
        if self.heading is not None:
            heading, heading_marks = self.heading.marked()
            if self.heading.tags:
                heading_marks = tied(heading_marks, self.heading.tags)
        num = ""
        if self.num is not None:
            num = self.num.plain()
            if self.num.marks and (notes := self.num.footnotes()):
                if heading and not text:
                    heading_marks = (*notes, *heading_marks)
                else:
                    marks = (*notes, *marks)
        if not (num or heading or text or closing or marks or heading_marks or self.children or self.kept):
            return None
        return Provision(
            self.id, self.kind, num, heading, text, closing, marks, heading_marks, tuple(self.children), self.line, self.page
        )


def _shifted(marks: tuple[Mark, ...], by: int) -> tuple[Mark, ...]:
    return tuple(
        Mark(mark.kind, mark.start + by, mark.end + by, mark.label, mark.note, mark.opens, mark.closes) for mark in marks
    )
