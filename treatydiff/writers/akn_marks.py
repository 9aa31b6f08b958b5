"""The marks of a provision, dealt out to its text and its closing text and nested as elements can be."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.text.marks import extract

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Mark, Provision

_DEEPEST: Final = 60
_POINTS: Final = frozenset({"footnote", "status"})
"""Marks that stand at a point: their element holds no words of the provision."""


class Piece(NamedTuple):
    """One element of a mark, over the words from `start` to `end`; the whole of it when it is `first` and `last`.

    `number` is the place of the mark among those of its provision.
    """

    start: int
    end: int
    number: int
    mark: Mark
    first: bool = True
    last: bool = True


class Run(NamedTuple):
    """Words of one element with the pieces of marks over them, outer before inner."""

    words: str
    pieces: tuple[Piece, ...]


class Runs(NamedTuple):
    """The words of a provision, or of its heading, as they are written.

    `exact`: reading the words with the pieces over them would not give these words and marks in this order, so that they have
    to be read to the letter and the pieces by their numbers.
    """

    text: Run
    closing: Run
    exact: bool


def runs(provision: Provision) -> Runs:
    """Nest the marks of a provision over its text and its closing text."""
    whole = [Piece(mark.start, mark.end, n, mark) for n, mark in enumerate(provision.marks)]
    return _runs(provision.text, provision.closing, whole)


def heading_run(provision: Provision) -> Runs:
    """Nest the marks of a heading."""
    whole = [Piece(mark.start, mark.end, n, mark) for n, mark in enumerate(provision.heading_marks)]
    return _runs(provision.heading, "", whole)


def _runs(text: str, closing: str, whole: Sequence[Piece]) -> Runs:
    before, after = _dealt(whole, len(text)) if closing else (whole, [])
    text_run, closing_run = Run(text, _nested(before, len(text))), Run(closing, _nested(after, len(closing)))
    pieces = text_run.pieces + closing_run.pieces
    in_order = len(pieces) == len(whole) and all(one.mark is other.mark for one, other in zip(pieces, whole, strict=True))
    return Runs(text_run, closing_run, not (in_order and _is_plain(text_run) and _is_plain(closing_run)))


def _is_plain(run: Run) -> bool:
    """Whether words and marks are what a reader makes of them."""
    marks = tuple(piece.mark._replace(start=piece.start, end=piece.end) for piece in run.pieces)
    read = extract(run.words, marks)
    return read.words == run.words and read.marks == marks


def _dealt(whole: Sequence[Piece], end: int) -> tuple[list[Piece], list[Piece]]:
    """Deal the marks out to the text, which ends at `end`, and the closing text after it; one over both is cut."""
    before: list[Piece] = []
    after: list[Piece] = []
    start = end + 1
    for piece in whole:
        if piece.start > end:
            after.append(piece._replace(start=piece.start - start, end=piece.end - start))
        elif piece.end <= end:
            before.append(piece)
        else:
            before.append(piece._replace(end=end, last=False))
            after.append(piece._replace(start=0, end=piece.end - start, first=False))
    return before, after


def _nested(pieces: Sequence[Piece], length: int) -> tuple[Piece, ...]:
    """Give pieces none of which crosses another, in the order in which their elements open.

    A piece that reaches beyond one that opened before it is cut there. What would be nested deeper than a reader takes, and a
    mark of a point that is over words, becomes two pieces without words, one at each end.
    """
    waiting = [_key(_clipped(piece, length)) for piece in pieces]
    heapify(waiting)
    done: list[Piece] = []
    around: list[int] = []
    while waiting:
        piece = heappop(waiting)[-1]
        while around and around[-1] <= piece.start:
            around.pop()
        if piece.start < piece.end and (len(around) >= _DEEPEST or piece.mark.kind in _POINTS):
            heappush(waiting, _key(piece._replace(start=piece.end, first=False)))
            piece = piece._replace(end=piece.start, last=False)
        elif around and piece.end > around[-1]:
            heappush(waiting, _key(piece._replace(start=around[-1], first=False)))
            piece = piece._replace(end=around[-1], last=False)
        done.append(piece)
        if piece.start < piece.end:
            around.append(piece.end)
    return tuple(done)


def _key(piece: Piece) -> tuple[int, int, int, Piece]:
    """Order pieces by where they start, the longer first, then as the marks stand; the piece itself is never compared."""
    return piece.start, -piece.end, piece.number, piece


def _clipped(piece: Piece, length: int) -> Piece:
    start = min(max(piece.start, 0), length)
    return piece._replace(start=start, end=min(max(piece.end, start), length))
