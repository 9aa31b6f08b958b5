"""A draft as the lines of a Word file: each becomes one paragraph, the number of a provision before its first words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.text.marks import pieces
from treatydiff.writers.docx.places import heading_style, is_unit, text_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from treatydiff.model import Document, Mark, Provision
    from treatydiff.text.marks import Piece
    from treatydiff.writers.word import StyleId

Part = Literal["number", "heading", "text", "closing"]
Kind = Literal["words", "sign", "footnote", "number", "gap", "end"]
GAP = "\t"
"""What stands between the number of a provision and its words."""


class Token(NamedTuple):
    """A stretch of a line: words, what a mark writes between them, the number, the gap behind it, the end of the line.

    `place` is where it stands in the wording that its line counts in, `line` the order of that line.
    """

    text: str
    kind: Kind
    place: int
    line: int


class Line(NamedTuple):
    """One line of a draft.

    `order` counts the lines of the draft from 0. `start` is where its words begin in the wording of its clause's change; what
    no change judges, as a heading beside words, counts from 0 and has `is_judged` false. `marks` have the places of the words.
    """

    order: int
    provision: Provision
    part: Part
    style: StyleId
    tokens: tuple[Token, ...] = ()
    words: str = ""
    start: int = 0
    marks: tuple[Mark, ...] = ()
    is_judged: bool = False

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.start + len(self.words)


def lines(document: Document, starts: Mapping[str, int]) -> tuple[Line, ...]:
    """Give the lines of a draft; `starts` says for the id of every clause where its words begin in those of its change."""
    found = (line for provision in document.provisions for line in _provision(provision, (), starts))
    return tuple(_ordered(line, order) for order, line in enumerate(found))


def _ordered(line: Line, order: int) -> Line:
    style = "Title" if order == 0 and line.provision.kind == "preface" and line.part == "heading" else line.style
    return line._replace(order=order, style=style, tokens=tuple([Token(*token[:3], order) for token in line.tokens]))


def _provision(provision: Provision, above: tuple[Provision, ...], starts: Mapping[str, int]) -> Iterator[Line]:
    """Give the lines of a provision and of all below it; the flush text after a list is the last of them."""
    start = starts.get(provision.id, 0)
    has_heading = bool(provision.heading or provision.heading_marks)
    has_text_apart = has_heading or is_unit(provision)
    text, closing = _text(provision, above, 0 if provision.heading and not provision.words else start)
    if has_heading:
        yield _heading(provision, above, start)
    elif provision.num and (has_text_apart or not text.tokens):
        style = heading_style(provision, above) if is_unit(provision) else text_style(above, is_numbered=True)
        yield Line(0, provision, "number", style, _numbered(provision.num, ()))
    if text.tokens:
        has_number = bool(provision.num) and not has_text_apart
        numbered = _numbered(provision.num, text.tokens) if has_number else text.tokens
        yield text._replace(tokens=numbered, style=text_style(above, is_numbered=has_number))
    above_children = (*above, provision)
    for child in provision.children:
        yield from _provision(child, above_children, starts)
    if closing.tokens:
        yield closing


def _heading(provision: Provision, above: tuple[Provision, ...], start: int) -> Line:
    is_judged = not provision.words
    begins = start if is_judged else 0
    tokens = _numbered(provision.num, _tokens(pieces(provision.heading, provision.heading_marks), begins))
    marks = _shifted(provision.heading_marks, begins)
    style = heading_style(provision, above)
    return Line(0, provision, "heading", style, tokens, provision.heading, begins, marks, is_judged)


def _text(provision: Provision, above: tuple[Provision, ...], start: int) -> tuple[Line, Line]:
    """Give the text and the flush text after the list, without the number."""
    break_ = len(provision.text)
    tokens = _tokens(pieces(provision.words, provision.marks), start)
    marks = _shifted(provision.marks, start)
    style = text_style(above, is_numbered=False)
    is_judged = bool(provision.words or not provision.heading)
    text = Line(0, provision, "text", style, _until(tokens, start + break_), provision.text, start, marks, is_judged)
    if not provision.closing:
        return text, text._replace(tokens=())
    after = start + break_ + 1
    return text, text._replace(part="closing", tokens=_from(tokens, after), words=provision.closing, start=after)


def _tokens(written: Iterable[Piece], start: int) -> tuple[Token, ...]:
    return tuple([Token(piece.text, _kind(piece), start + piece.place, 0) for piece in written])


def _kind(piece: Piece) -> Kind:
    return "words" if not piece.kind else "footnote" if piece.kind == "footnote" else "sign"


def _numbered(number: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put the number and the gap behind it before what stands on the line."""
    if not number:
        return tokens
    place = tokens[0].place if tokens else 0
    gap = (Token(GAP, "gap", place, 0),) if tokens else ()
    return (Token(number, "number", place, 0), *gap, *tokens)


def _until(tokens: Iterable[Token], end: int) -> tuple[Token, ...]:
    """Give what stands before a place."""
    kept = (t._replace(text=t.text[: end - t.place]) if _reaches(t, end) else t for t in tokens if t.place <= end)
    return tuple([token for token in kept if token.text])


def _from(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """Give what stands at a place or behind it."""
    cut = [t._replace(text=t.text[start - t.place :], place=start) for t in tokens if t.place < start and _reaches(t, start)]
    return (*cut, *(token for token in tokens if token.place >= start))


def _reaches(token: Token, place: int) -> bool:
    """Whether a token has words at a place or behind it."""
    return token.kind == "words" and token.place + len(token.text) > place


def _shifted(marks: tuple[Mark, ...], by: int) -> tuple[Mark, ...]:
    return tuple([mark._replace(start=mark.start + by, end=mark.end + by) for mark in marks]) if by else marks
