"""The paragraphs of one slot as tracked tokens, with the comments and moves that begin and end between them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.diff.redline import redline
from treatydiff.writers.docx.lines import Token
from treatydiff.writers.docx.weaving import Stitch, woven
from treatydiff.writers.pieces import Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from treatydiff.model import RedlineOp
    from treatydiff.writers.docx.lines import Line
    from treatydiff.writers.docx.remarks import Remark
    from treatydiff.writers.docx.slots import Fate, Slot
    from treatydiff.writers.docx.tracks import Track

_TRACKS: Final[Mapping[Fate, Mapping[RedlineOp, Track]]] = {
    "kept": {"equal": "", "delete": "del", "insert": "ins"},
    "deleted": {"delete": "del"},
    "inserted": {"insert": "ins"},
    "left": {"equal": "moveFrom", "delete": "moveFrom"},
    "came": {"equal": "moveTo", "insert": "moveTo"},
}
"""How the tokens of a slot are tracked; those of the side that stands elsewhere are left out.

What moved is tracked as a whole, its number too: LibreOffice resolves a moved paragraph wrongly that holds other changes.
"""
_ENDS: Final[Mapping[RedlineOp, Track]] = {"delete": "moveFrom", "insert": "moveTo"}


class Stretch(NamedTuple):
    """A token as it is tracked; `move` as for a stitch."""

    track: Track
    stitch: Stitch
    move: int = 0


def stretches(slot: Slot) -> list[Stretch]:
    """Give the tokens of a slot in the order of the file, the ends of its paragraphs among them."""
    tracks = _TRACKS[slot.fate]
    stitches = [*_stitches(slot), _last_end(slot)]
    moves = _whole_moves(stitches) if slot.fate == "kept" else frozenset()
    return [
        Stretch(_ENDS[stitch.op], stitch, stitch.move) if stitch.move in moves else Stretch(tracks[stitch.op], stitch)
        for stitch in stitches
        if stitch.op in tracks
    ]


def _stitches(slot: Slot) -> list[Stitch]:
    old, new = _tokens(slot.old), _tokens(slot.new)
    if not old or not new:
        gone = (Stitch("delete", token, None) for token in old)
        return [*gone, *(Stitch("insert", None, token) for token in new)]
    if [token[:2] for token in old] == [token[:2] for token in new]:
        return [Stitch("equal", before, after) for before, after in zip(old, new, strict=True)]
    if slot.change is not None:
        return woven(old, new, list(pieces(slot.change)))
    return woven(old, new, list(_pieces(slot.old[0], slot.new[0])))


def _tokens(lines: Iterable[Line]) -> list[Token]:
    """Join the tokens of lines by the ends of all but the last."""
    joined = chain.from_iterable((Token("\n", "end", line.start, line.order - 1), *line.tokens) for line in lines)
    return list(joined)[1:]


def _pieces(old: Line, new: Line) -> Iterator[Piece]:
    """Give the redline of two lines that no change judges."""
    before, after = old.start, new.start
    for op, text in redline(old.words, new.words):
        yield Piece(op, text, before, after)
        before += len(text) if op != "insert" else 0
        after += len(text) if op != "delete" else 0


def _last_end(slot: Slot) -> Stitch:
    """Give the end of the slot's last paragraph, which is of both drafts where the slot is."""
    old, new = (Token("\n", "end", lines[-1].end, lines[-1].order) if lines else None for lines in (slot.old, slot.new))
    return Stitch("equal" if old and new else "delete" if old else "insert", old, new)


def _whole_moves(stitches: Iterable[Stitch]) -> frozenset[int]:
    """Give the moves that have both their ends here."""
    ends = {(stitch.move, stitch.op) for stitch in stitches if stitch.move}
    return frozenset(move for move, op in ends if op == "delete" and (move, "insert") in ends)


class Anchored(NamedTuple):
    """Where a remark stands: the first and the last of the stretches that it is about."""

    remark: Remark
    first: int
    last: int


def cut_for(remarks: Sequence[Remark], found: Iterable[Stretch]) -> list[Stretch]:
    """Cut the words where what a remark is about begins or ends."""
    cut = list(found)
    for remark in remarks:
        for place in remark.span or ():
            cut = [part for stretch in cut for part in _parted(stretch, remark, place)]
    return cut


def _parted(stretch: Stretch, remark: Remark, place: int) -> tuple[Stretch, ...]:
    token = _token(stretch, remark)
    if token is None or token.kind != "words":
        return (stretch,)
    return parted(stretch, place - token.place)


def parted(stretch: Stretch, at: int) -> tuple[Stretch, ...]:
    """Cut a stretch before a character of its token, if that is neither its first nor behind its last."""
    if not 0 < at < len(stretch.stitch.token.text):
        return (stretch,)
    op, old, new, move = stretch.stitch
    head = Stitch(op, _slice(old, 0, at), _slice(new, 0, at), move)
    tail = Stitch(op, _slice(old, at, None), _slice(new, at, None), move)
    return stretch._replace(stitch=head), stretch._replace(stitch=tail)


def _slice(token: Token | None, first: int, last: int | None) -> Token | None:
    return token and token._replace(text=token.text[first:last], place=token.place + first)


def _token(stretch: Stretch, remark: Remark) -> Token | None:
    """Give the token on the side of a remark, if it is of the remark's line."""
    token = stretch.stitch.old if remark.side == "old" else stretch.stitch.new
    return token if token is not None and token.line == remark.line else None


def anchored(remark: Remark, found: Sequence[Stretch]) -> Anchored:
    """Place a remark at its words; at the whole line where it has none."""
    line = [n for n, stretch in enumerate(found) if _token(stretch, remark) and stretch.stitch.token.kind != "end"]
    words = [n for n in line if _is_within(_token(found[n], remark), remark)]
    told = words or line
    first, last = told[0], told[-1]
    while first and _went(found[first - 1], remark):
        first -= 1
    while last + 1 < len(found) and _went(found[last + 1], remark):
        last += 1
    return Anchored(remark, first, last)


def _went(stretch: Stretch, remark: Remark) -> bool:
    """Whether a stretch is of the old words that decided: those beside the new ones belong to the remark."""
    span, token = remark.finding.old_span, stretch.stitch.old
    if stretch.track != "del" or remark.side == "old" or span is None or token is None or token.kind != "words":
        return False
    return token.place < span[1] and span[0] < token.place + len(token.text)


def _is_within(token: Token | None, remark: Remark) -> bool:
    if token is None or token.kind != "words" or remark.span is None:
        return False
    start, end = remark.span
    return token.place < end and start < token.place + len(token.text)
