"""The redline of two wordings: whole words struck and inserted as a careful person would mark them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.diff.hunks import Hunk, hunks
from treatydiff.model import RedlinePart
from treatydiff.text.tokens import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.model import RedlineOp

_Edit = tuple["RedlineOp", str]
_Parts = list[str]
"""White space and words in turn, as `cut` gives them: word `n` stands at `2 * n + 1`, the white space before it at `2 * n`."""


def redline(old: str, new: str) -> tuple[RedlinePart, ...]:
    """Give the differences of two wordings as runs of text that stayed, went and came.

    Equal and delete parts join to `old`, equal and insert parts to `new`, white space included. A replacement is a delete
    part followed by an insert part; neighbouring parts have different operations and none is empty.
    """
    if old == new:
        return (RedlinePart("equal", old),) if old else ()
    if not old or not new:
        return (RedlinePart("insert", new) if new else RedlinePart("delete", old),)
    here, there = cut(old), cut(new)
    return tuple(_merged(_edits(here, there, hunks(here[1::2], there[1::2]))))


def _run(parts: _Parts, start: int, end: int) -> str:
    """Give the words from `start` to `end` with the white space between them."""
    return "".join(parts[2 * start + 1 : 2 * end])


def _with_gaps(parts: _Parts, start: int, end: int) -> str:
    """Give the words from `start` to `end` with the white space around them too."""
    return "".join(parts[2 * start : 2 * end + 1])


def _edits(old: _Parts, new: _Parts, found: list[Hunk]) -> Iterator[_Edit]:
    """Walk both texts from hunk to hunk; white space between two words that stayed is compared as it stands."""
    before = Hunk(0, 0, 0, 0)
    end = Hunk(len(old) // 2, len(old) // 2, len(new) // 2, len(new) // 2)
    first = [] if found and found[0].old_start == 0 else [before]
    last = [] if (found or first)[-1].old_end == end.old_end else [end]
    for hunk in (*first, *found, *last):
        yield from _stayed(old, new, before, hunk)
        yield from _between(_with_gaps(old, hunk.old_start, hunk.old_end), _with_gaps(new, hunk.new_start, hunk.new_end))
        before = hunk


def _stayed(old: _Parts, new: _Parts, before: Hunk, after: Hunk) -> Iterable[_Edit]:
    """Give the words between two hunks, without the white space at the ends, which belongs to the hunks."""
    here, there = _run(old, before.old_end, after.old_start), _run(new, before.new_end, after.new_start)
    if here == there:
        return (("equal", here),)
    shift = before.new_end - before.old_end
    edits: list[_Edit] = []
    for n in range(before.old_end, after.old_start):
        if n > before.old_end:
            edits += _between(old[2 * n], new[2 * (n + shift)])
        edits.append(("equal", old[2 * n + 1]))
    return edits


def _between(old: str, new: str) -> Iterable[_Edit]:
    """Give two runs as common white space, what went, what came, common white space."""
    if old == new:
        return (("equal", old),)
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head] and old[head].isspace():
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail] and old[-1 - tail].isspace():
        tail += 1
    old_end, new_end = len(old) - tail, len(new) - tail
    return ("equal", old[:head]), ("delete", old[head:old_end]), ("insert", new[head:new_end]), ("equal", old[old_end:])


def _merged(edits: Iterable[_Edit]) -> Iterator[RedlinePart]:
    op: RedlineOp = "equal"
    run = ""
    for next_op, text in edits:
        if next_op == op or not text:
            run += text
            continue
        if run:
            yield RedlinePart(op, run)
        op, run = next_op, text
    if run:
        yield RedlinePart(op, run)
