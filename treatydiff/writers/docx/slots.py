"""Both drafts as one sequence of paragraphs: what stands in its place, what went, what came, and what moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.align.side import longest_run
from treatydiff.writers.docx.pairing import pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Change, Comparison
    from treatydiff.writers.docx.lines import Line
    from treatydiff.writers.docx.pairing import Pair

Fate = Literal["kept", "deleted", "inserted", "left", "came"]


class Slot(NamedTuple):
    """One or more paragraphs of the file.

    `kept` has the lines of both drafts; `left` is where lines stood that moved and `came` where they stand now, both with the
    lines of both drafts and the same number as `move`, which counts from 1 and is shared by neighbours that moved together.
    """

    fate: Fate
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    change: Change | None = None
    move: int = 0


def slots(comparison: Comparison, old: Sequence[Line], new: Sequence[Line]) -> Iterator[Slot]:
    """Give the paragraphs: those with old lines in the order of the old draft, those with new ones in that of the new."""
    found = pairs(comparison, old, new)
    in_place = set(longest_run([pair.old[0].order for pair in found]))
    away = [pair for n, pair in enumerate(found) if n not in in_place]
    moves = dict(zip((pair.new[0].order for pair in away), _numbered(away), strict=True))
    gone = _by_order(Slot("left", pair.old, pair.new, pair.change, moves[pair.new[0].order]) for pair in away)
    come = _by_order((Slot("came", *slot[1:]) for slot in gone.values()), new=True)
    yield from _merged([found[n] for n in sorted(in_place)], old, new, gone, come)


def _by_order(found: Iterable[Slot], *, new: bool = False) -> dict[int, Slot]:
    return {(slot.new if new else slot.old)[0].order: slot for slot in found}


def _numbered(away: Iterable[Pair]) -> Iterator[int]:
    """Count what moved; what stood together and stands together is one."""
    count = 0
    last: tuple[int, int] | None = None
    for pair in away:
        if last != (pair.old[0].order, pair.new[0].order):
            count += 1
        yield count
        last = pair.old[-1].order + 1, pair.new[-1].order + 1


def _merged(
    kept: Iterable[Pair], old: Sequence[Line], new: Sequence[Line], gone: dict[int, Slot], come: dict[int, Slot]
) -> Iterator[Slot]:
    i = j = 0
    for pair in kept:
        yield from _stretch(old[i : pair.old[0].order], gone, is_new=False)
        yield from _stretch(new[j : pair.new[0].order], come, is_new=True)
        yield Slot("kept", pair.old, pair.new, pair.change)
        i, j = pair.old[-1].order + 1, pair.new[-1].order + 1
    yield from _stretch(old[i:], gone, is_new=False)
    yield from _stretch(new[j:], come, is_new=True)


def _stretch(lines: Sequence[Line], moved: dict[int, Slot], *, is_new: bool) -> Iterator[Slot]:
    """Give the lines of one draft between two that stayed; of lines that moved as one only the first counts."""
    n = 0
    while n < len(lines):
        slot = moved.get(lines[n].order)
        if slot is None:
            one = (lines[n],)
            slot = Slot("inserted", (), one) if is_new else Slot("deleted", one, ())
        yield slot
        n += len(slot.new if is_new else slot.old)
