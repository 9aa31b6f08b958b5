"""The redline cut where words that moved inside the clause begin and end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, RedlineOp, Span


class Piece(NamedTuple):
    """A run of the redline with its places in the old and in the new wording.

    `move` is the number of the words that moved of which it is an end, counted from 1 in the order of the new wording; 0 for
    none.
    """

    op: RedlineOp
    text: str
    old: int
    new: int
    move: int = 0


def pieces(change: Change) -> Iterator[Piece]:
    """Give the parts of the redline, those that went or came cut at the ends of what moved."""
    old = new = 0
    sides = {"delete": [moved.old for moved in change.moved_words], "insert": [moved.new for moved in change.moved_words]}
    for op, text in change.redline:
        for run, move in _cut(text, old if op == "delete" else new, sides.get(op, ())):
            yield Piece(op, run, old, new, move)
            old += len(run) if op != "insert" else 0
            new += len(run) if op != "delete" else 0


def only_moved(change: Change) -> bool:
    """Whether all words that went or came are the two ends of words that moved."""
    return bool(change.moved_words) and not any(
        bare_words(piece.text) for piece in pieces(change) if piece.op != "equal" and not piece.move
    )


def leads_down(change: Change, move: int) -> bool:
    """Whether the words that moved, by their number, stand further down than they stood."""
    went, came = ([n for n, piece in enumerate(pieces(change)) if (piece.op, piece.move) == (op, move)] for op in _ENDS)
    return went < came


_ENDS: tuple[RedlineOp, RedlineOp] = ("delete", "insert")


def _cut(text: str, start: int, spans: Sequence[Span]) -> Iterator[tuple[str, int]]:
    """Cut a text that begins at `start` where spans within it end; give each stretch with the number of its span."""
    end = start + len(text)
    within = {
        _widened(text, first - start, last - start): n
        for n, (first, last) in enumerate(spans, start=1)
        if start <= first and last <= end
    }
    bounds = sorted({0, len(text), *(place for span in within for place in span)})
    yield from ((text[first:last], within.get((first, last), 0)) for first, last in pairwise(bounds))


def _widened(text: str, first: int, last: int) -> Span:
    """Take in the white space up to the ends of the text."""
    return (0 if not text[:first].strip() else first), (len(text) if not text[last:].strip() else last)
