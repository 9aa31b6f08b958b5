"""Two sides of a text woven into one: what stays, what goes and what comes, with the numbers and marks between the words.

Whatever the redline says, the tokens that stay and go are the old ones in their order, and those that stay and come the new
ones in theirs: accepting and rejecting cannot but give back the two texts.
"""

from __future__ import annotations

from bisect import bisect_right
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import RedlineOp
    from treatydiff.writers.docx.lines import Token
    from treatydiff.writers.pieces import Piece


class Stitch(NamedTuple):
    """One token of the woven text, on the side or sides that have it.

    `move` is the number, within its clause, of the words that moved of which it is an end; 0 for none.
    """

    op: RedlineOp
    old: Token | None
    new: Token | None
    move: int = 0

    @property
    def token(self) -> Token:
        """The token, the new one where both sides have it."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 (a stitch has a side)
        return found


def woven(old: Sequence[Token], new: Sequence[Token], pieces: Sequence[Piece]) -> list[Stitch]:
    """Weave two sides along the redline whose pieces are given; only the words of both sides that it calls equal can stay."""
    redline = _Redline(pieces)
    old, new = redline.cut(old, new)
    found: list[Stitch] = []
    i = j = 0
    for n, m in redline.stayed(old, new):
        found += _between(old[i:n], new[j:m], redline)
        found.append(Stitch("equal", old[n], new[m]))
        i, j = n + 1, m + 1
    return [*found, *_between(old[i:], new[j:], redline)]


class _Redline:
    """A redline that can be asked what became of the words at a place."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._old = [piece for piece in pieces if piece.op != "insert"]
        self._new = [piece for piece in pieces if piece.op != "delete"]
        self._old_starts = [piece.old for piece in self._old]
        self._new_starts = [piece.new for piece in self._new]

    def at_old(self, place: int) -> Piece | None:
        """Give the piece that holds a character of the old wording."""
        return _holding(self._old, self._old_starts, place)

    def at_new(self, place: int) -> Piece | None:
        """Give the piece that holds a character of the new wording."""
        return _holding(self._new, self._new_starts, place)

    def cut(self, old: Sequence[Token], new: Sequence[Token]) -> tuple[list[Token], list[Token]]:
        """Cut the words of both sides where pieces end and where either side is cut."""
        old_cuts = {*self._old_starts, *_edges(old)}
        new_cuts = {*self._new_starts, *_edges(new)}
        to_new = {place + piece.new - piece.old for place in old_cuts for piece in self._equal(self.at_old(place))}
        to_old = {place + piece.old - piece.new for place in new_cuts for piece in self._equal(self.at_new(place))}
        return list(_cut(old, sorted(old_cuts | to_old))), list(_cut(new, sorted(new_cuts | to_new)))

    def stayed(self, old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Give the pairs of words that the redline calls equal, by their positions among the tokens."""
        there = {token.place: m for m, token in enumerate(new) if token.kind == "words"}
        for n, token in enumerate(old):
            if token.kind != "words":
                continue
            for piece in self._equal(self.at_old(token.place)):
                m = there.get(token.place + piece.new - piece.old)
                if m is not None and new[m].text == token.text:
                    yield n, m

    @staticmethod
    def _equal(piece: Piece | None) -> tuple[Piece, ...]:
        return (piece,) if piece is not None and piece.op == "equal" else ()


def _holding(pieces: Sequence[Piece], starts: Sequence[int], place: int) -> Piece | None:
    n = bisect_right(starts, place) - 1
    return pieces[n] if n >= 0 and place < starts[n] + len(pieces[n].text) else None


def _edges(tokens: Iterable[Token]) -> Iterator[int]:
    for token in tokens:
        if token.kind == "words":
            yield token.place
            yield token.place + len(token.text)


def _cut(tokens: Iterable[Token], places: Sequence[int]) -> Iterator[Token]:
    for token in tokens:
        if token.kind != "words":
            yield token
            continue
        start, end = token.place, token.place + len(token.text)
        inner = places[bisect_right(places, start) : bisect_right(places, end - 1)]
        for first, last in zip((start, *inner), (*inner, end), strict=True):
            yield token._replace(text=token.text[first - start : last - start], place=first)


def _between(old: Sequence[Token], new: Sequence[Token], redline: _Redline) -> Iterator[Stitch]:
    """Weave what stands between two stretches of words that stayed: marks and numbers that both sides have stay too."""
    if not old or not new:
        yield from _gone_and_come(old, new, redline)
        return
    here: list[object] = [_key(token) for token in old]
    there: list[object] = [_key(token) for token in new]
    for op, first, last, start, end in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if op == "equal":
            yield from (Stitch("equal", before, after) for before, after in zip(old[first:last], new[start:end], strict=True))
        else:
            yield from _gone_and_come(old[first:last], new[start:end], redline)


def _key(token: Token) -> object:
    """Give what tokens of both sides must share to be one; words share nothing, since the redline has judged them."""
    return object() if token.kind == "words" else (token.kind, token.text)


def _gone_and_come(old: Iterable[Token], new: Iterable[Token], redline: _Redline) -> Iterator[Stitch]:
    for token in old:
        piece = redline.at_old(token.place) if token.kind == "words" else None
        yield Stitch("delete", token, None, piece.move if piece else 0)
    for token in new:
        piece = redline.at_new(token.place) if token.kind == "words" else None
        yield Stitch("insert", None, token, piece.move if piece else 0)
