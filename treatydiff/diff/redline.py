"""The redline of two wordings: whole words struck and inserted as a careful person would mark them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.diff.hunks import Hunk, hunks
from treatydiff.model import RedlinePart
from treatydiff.text.tokens import Word, words

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
    old_words, new_words = words(old), words(new)
    found = hunks([word.text for word in old_words], [word.text for word in new_words])
    return tuple(_merged(_edits(old, new, old_words, new_words, found)))


def _edits(old: str, new: str, old_words: list[Word], new_words: list[Word], found: list[Hunk]) -> Iterator[_Edit]:
    """Walk both texts from word to word; what lies between two words that stayed is compared as it stands."""
    old_place = new_place = 0
    next_old = next_new = 0
    for hunk in [*found, Hunk(len(old_words), len(old_words), len(new_words), len(new_words))]:
        while next_old < hunk.old_start:
            old_word, new_word = old_words[next_old], new_words[next_new]
            yield from _between(old[old_place : old_word.start], new[new_place : new_word.start])
            yield "equal", old_word.text
            old_place, new_place = old_word.end, new_word.end
            next_old, next_new = next_old + 1, next_new + 1
        next_old, next_new = hunk.old_end, hunk.new_end
        old_stop = old_words[next_old].start if next_old < len(old_words) else len(old)
        new_stop = new_words[next_new].start if next_new < len(new_words) else len(new)
        yield from _between(old[old_place:old_stop], new[new_place:new_stop])
        old_place, new_place = old_stop, new_stop


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
