"""The words of clauses as runs: what came and what went against the draft before, with the signs of the marks over them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from treatydiff.diff import redline
from treatydiff.text.marks import pieces, restore
from treatydiff.text.units import LEVELS
from treatydiff.writers.columns.table import Entry, Run
from treatydiff.writers.hanging import depth, number
from treatydiff.writers.html.phrases import name
from treatydiff.writers.marked import anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.model import Change, Clause, Mark, Provision, RedlineOp

_TRACKED = frozenset({"insertion", "deletion"})


class _Signs:
    """What the marks of one clause write at places of its words, and where emphasis begins and ends."""

    def __init__(self, clause: Clause) -> None:
        self._closing: dict[int, list[str]] = {}
        self._opening: dict[int, list[str]] = {}
        marks = [mark for mark in clause.marks if mark.kind not in _TRACKED]
        for piece in pieces(clause.words, marks):
            if piece.kind:
                side = self._opening if _opens(piece.text) else self._closing
                side.setdefault(piece.place, []).append(anchor(piece.text) if piece.kind == "footnote" else piece.text)
        for mark in clause.marks:
            if mark.kind in _TRACKED:
                self._add_tracked(mark)
        self._slants = [(mark.start, mark.end) for mark in marks if mark.kind == "emphasis" and mark.start < mark.end]
        ends = {place for slant in self._slants for place in slant}
        self._cuts = sorted(ends.union(self._opening, self._closing))

    def _add_tracked(self, mark: Mark) -> None:
        before, after = ("{+", "+}") if mark.kind == "insertion" else ("[-", "-]")
        if mark.start < mark.end:
            self._opening.setdefault(mark.start, []).append(before)
            self._closing.setdefault(mark.end, []).insert(0, after)
        elif mark.note:
            self._closing.setdefault(mark.end, []).append(f"{before}{mark.note}{after}")

    def ink(self, op: RedlineOp, text: str, start: int) -> Iterator[Run]:
        """Give a run of the clause's own text that begins at `start`, with the signs within it and at its ends."""
        end = start + len(text)
        yield from self._at(start)
        for first, last in pairwise([start, *(cut for cut in self._cuts if start < cut < end), end]):
            if first > start:
                yield from self._at(first)
            is_slanted = any(begin <= first < stop for begin, stop in self._slants)
            yield Run(text[first - start : last - start], op, is_emphasised=is_slanted)
        yield from self._written(self._closing, end)

    def rest(self, place: int) -> Iterator[Run]:
        """Give the signs that are still to be written at the end of the words."""
        yield from self._at(place)

    def _at(self, place: int) -> Iterator[Run]:
        yield from self._written(self._closing, place)
        yield from self._written(self._opening, place)

    def _written(self, side: dict[int, list[str]], place: int) -> Iterator[Run]:
        for sign in side.pop(place, ()):
            yield Run(sign, is_sign=True)


def _opens(sign: str) -> bool:
    """Whether a sign stands before the words it speaks of."""
    return sign == "[" or sign.endswith(": ")


def as_it_stands(clause: Clause) -> Entry:
    """Give a clause of the oldest draft."""
    return _entry(clause, [("equal", clause.words, 0)] if clause.words else [], _plain(_own_heading(clause)))


def as_changed(change: Change) -> Iterator[tuple[Clause, Entry]]:
    """Give each new clause of a change, what was deleted standing where it was; where all was deleted, each old clause."""
    if not change.link.new:
        yield from ((clause, _gone(clause)) for clause in change.link.old)
    before = _own_heading(change.link.old[0]) if change.link.old else ""
    start = 0
    for clause in change.link.new:
        end = start + len(clause.words)
        yield clause, _entry(clause, _parts_within(change, start, end), _held_against(before, _own_heading(clause)))
        start, before = end + 1, ""


def title(provision: Provision, before: str | None) -> Entry:
    """Give the title of an article or chapter, its heading held against the one `before`; None in the oldest draft."""
    heading = heading_of(provision)
    return Entry("", title_number(provision), _plain(heading) if before is None else _held_against(before, heading))


def heading_of(provision: Provision) -> str:
    """Give a heading with its marks written out."""
    return restore(provision.heading, provision.heading_marks)


def title_number(provision: Provision) -> str:
    """Give the number of an article or chapter in its title ("Article 5"); of one without a number what it is, if not named."""
    return name(provision) if provision.num or not provision.heading else ""


_Part = tuple["RedlineOp", str, int]
"""A run of the redline with its place in the words of its clause; for what was deleted, the place where it was."""


def _parts_within(change: Change, start: int, end: int) -> Iterator[_Part]:
    """Give the parts of a redline that belong to the new clause from `start` to `end` of the joined wording."""
    at = 0
    for op, text in change.redline:
        if op == "delete":
            if start <= at <= end:
                yield op, text, at - start
            continue
        first, last = max(at, start), min(at + len(text), end)
        if first < last:
            yield op, text[first - at : last - at], first - start
        at += len(text)


def _entry(clause: Clause, parts: Iterable[_Part], heading: tuple[Run, ...]) -> Entry:
    words = _marked(clause, parts) if clause.marks else (Run(text, op) for op, text, _ in parts)
    return Entry(clause.id, _number(clause), tuple(words), heading, depth(clause))


def _marked(clause: Clause, parts: Iterable[_Part]) -> Iterator[Run]:
    """Give the parts as runs, with what the marks of the clause write among them."""
    signs = _Signs(clause)
    for op, text, place in parts:
        yield from (Run(text, op),) if op == "delete" else signs.ink(op, text, place)
    yield from signs.rest(len(clause.words))


def _gone(clause: Clause) -> Entry:
    heading = _own_heading(clause)
    struck = (Run(clause.words, "delete"),) if clause.words else ()
    over = (Run(heading, "delete"),) if heading else ()
    return Entry("", _number(clause), struck, over, depth(clause), is_gone=True)


def _number(clause: Clause) -> str:
    is_title = clause.is_heading and clause.provision.kind in LEVELS
    return title_number(clause.provision) if is_title else number(clause)


def _own_heading(clause: Clause) -> str:
    """Give the heading that stands over the words of the same clause; that of an article is in the article's title."""
    is_over = not clause.is_heading and clause.provision.kind != "article"
    return heading_of(clause.provision) if is_over else ""


def _plain(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()


def _held_against(before: str, after: str) -> tuple[Run, ...]:
    return tuple(Run(text, op) for op, text in redline(before, after))
