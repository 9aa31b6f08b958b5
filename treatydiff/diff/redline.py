"""The redline of two wordings: whole words struck and inserted as a careful person would mark them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.diff.hunks import Hunk, hunks
from treatydiff.model import RedlinePart
from treatydiff.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import RedlineOp

_Edit = tuple["RedlineOp", str]


def redline(old: str, new: str) -> tuple[RedlinePart, ...]:
    """Give the differences of two wordings as runs of text that stayed, went and came.

    Equal and delete parts join to `old`, equal and insert parts to `new`, white space included. A replacement is a delete
    part followed by an insert part; neighbouring parts have different operations and none is empty.
    """
    if old == new:
        return (RedlinePart("equal", old),) if old else ()
    if not old or not new:
        return (RedlinePart("insert", new) if new else RedlinePart("delete", old),)
    here, there = _cut(old), _cut(new)
    return tuple(_merged(_edits(here, there, hunks(here.words, there.words))))


class _Cut(NamedTuple):
    """A text with its words and punctuation; `gaps[n]` is the white space before word `n`, the last gap that at the end."""

    words: list[str]
    gaps: list[str]

    def run(self, start: int, end: int) -> str:
        """Give the words from `start` to `end` with the white space between them."""
        return "".join([part for n in range(start, end) for part in (self.gaps[n] if n > start else "", self.words[n])])

    def with_gaps(self, start: int, end: int) -> str:
        """Give the words from `start` to `end` with the white space around them too."""
        return self.gaps[start] + (self.run(start, end) + self.gaps[end] if end > start else "")


def _cut(text: str) -> _Cut:
    words: list[str] = []
    gaps = [""]
    for token in tokens(text):
        if token.isspace():
            gaps[-1] = token
        else:
            words.append(token)
            gaps.append("")
    return _Cut(words, gaps)


def _edits(old: _Cut, new: _Cut, found: list[Hunk]) -> Iterator[_Edit]:
    """Walk both texts from hunk to hunk; white space between two words that stayed is compared as it stands."""
    beginning = Hunk(0, 0, 0, 0)
    end = Hunk(len(old.words), len(old.words), len(new.words), len(new.words))
    first = [] if found and found[0].old_start == 0 else [beginning]
    last = [] if (found or first)[-1].old_end == end.old_end else [end]
    before = beginning
    for hunk in (*first, *found, *last):
        yield from _stayed(old, new, before, hunk)
        yield from _between(old.with_gaps(hunk.old_start, hunk.old_end), new.with_gaps(hunk.new_start, hunk.new_end))
        before = hunk


def _stayed(old: _Cut, new: _Cut, before: Hunk, after: Hunk) -> Iterator[_Edit]:
    """Give the words between two hunks, without the white space at the ends, which belongs to the hunks."""
    start, shift = before.old_end, before.new_end - before.old_end
    if old.gaps[start + 1 : after.old_start] == new.gaps[start + 1 + shift : after.new_start]:
        yield "equal", old.run(start, after.old_start)
        return
    for n in range(start, after.old_start):
        if n > start:
            yield from _between(old.gaps[n], new.gaps[n + shift])
        yield "equal", old.words[n]


def _between(old: str, new: str) -> Iterator[_Edit]:
    """Give two runs as common white space, what went, what came, common white space."""
    if old == new:
        yield "equal", old
        return
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head] and old[head].isspace():
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail] and old[-1 - tail].isspace():
        tail += 1
    yield "equal", old[:head]
    yield "delete", old[head : len(old) - tail]
    yield "insert", new[head : len(new) - tail]
    yield "equal", old[len(old) - tail :]


def _merged(edits: Iterator[_Edit]) -> Iterator[RedlinePart]:
    op: RedlineOp = "equal"
    run: list[str] = []
    for next_op, text in edits:
        if not text:
            continue
        if next_op != op and run:
            yield RedlinePart(op, "".join(run))
            run = []
        op = next_op
        run.append(text)
    if run:
        yield RedlinePart(op, "".join(run))
