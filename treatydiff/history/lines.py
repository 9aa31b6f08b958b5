"""One line for every clause through all drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from treatydiff.model import Line
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Beginning, Change, Clause, Draft, Ending, Return, Step


class _Thread(NamedTuple):
    """A line that is being drawn: its clauses by draft, how it began and ends, and the threads it came of and went into."""

    number: int
    clauses: dict[int, Clause]
    begins: Beginning
    source: int | None = None


class _Loom:
    """The threads drawn so far, and by draft and clause the thread that goes through it."""

    def __init__(self) -> None:
        self.threads: list[_Thread] = []
        self.through: dict[tuple[int, str], int] = {}
        self.merged: dict[int, int] = {}

    def begin(self, draft: int, clause: Clause, begins: Beginning, source: int | None = None) -> None:
        """Begin a thread at a clause."""
        number = len(self.threads)
        self.threads.append(_Thread(number, {}, begins, source))
        self.go_on(number, draft, clause)

    def go_on(self, number: int, draft: int, clause: Clause) -> None:
        """Lead a thread to a clause of a later draft."""
        self.threads[number].clauses[draft] = clause
        self.through[draft, clause.id] = number
        self.merged.pop(number, None)


def lines(drafts: Sequence[Draft], steps: Sequence[Step], returns: Iterable[Return]) -> tuple[Line, ...]:
    """Draw the line of every clause of every draft; steps stand in the order of the drafts that they lead to."""
    loom = _Loom()
    back = {(one.after, one.new.id): (one.before, one.old.id) for one in returns}
    led_to = {step.after: step for step in steps}
    for place, draft in enumerate(drafts):
        if place not in led_to:
            for clause in draft.clauses:
                loom.begin(place, clause, "first")
            continue
        for change in led_to[place].comparison.changes:
            _weave(loom, change, led_to[place], back)
    return _in_order(loom, drafts)


def _weave(loom: _Loom, change: Change, step: Step, back: dict[tuple[int, str], tuple[int, str]]) -> None:
    """Lead threads through one change: the likest clauses go on, what is left over begins or ends."""
    old, new = list(change.link.old), list(change.link.new)
    for one, other in _likest(old, new):
        loom.go_on(loom.through[step.before, one.id], step.after, other)
        old.remove(one)
        new.remove(other)
    for clause in new:
        if not change.link.old and (step.after, clause.id) in back:
            loom.go_on(loom.through[back[step.after, clause.id]], step.after, clause)
        elif change.link.old:
            source = _nearest(clause, change.link.old)
            loom.begin(step.after, clause, "split", loom.through[step.before, source.id])
        else:
            loom.begin(step.after, clause, "inserted")
    for clause in old:
        if change.link.new:
            heir = _nearest(clause, change.link.new)
            loom.merged[loom.through[step.before, clause.id]] = loom.through[step.after, heir.id]


def _likest(old: list[Clause], new: list[Clause]) -> list[tuple[Clause, Clause]]:
    """Pair clauses one to one, those with the most words in common first."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    ranked = sorted(((one, other) for one in old for other in new), key=lambda pair: -_common(*pair))
    found: list[tuple[Clause, Clause]] = []
    for one, other in ranked:
        if all(one is not taken and other is not given for taken, given in found):
            found.append((one, other))
    return found


def _nearest(clause: Clause, others: Iterable[Clause]) -> Clause:
    return max(others, key=lambda other: _common(clause, other))


def _common(one: Clause, other: Clause) -> int:
    """Count the words that two clauses have in common, in their order."""
    return LCSseq.similarity(bare_words(one.words), bare_words(other.words))


def _in_order(loom: _Loom, drafts: Sequence[Draft]) -> tuple[Line, ...]:
    """Give the threads as lines in the order of the last draft, those that ended earlier behind what stood before them."""
    ids = [f"{drafts[last].id}/{thread.clauses[last].id}" for thread in loom.threads for last in [max(thread.clauses)]]
    order: list[int] = []
    for place in reversed(range(len(drafts))):
        order = interleaved(order, [loom.through[place, clause.id] for clause in drafts[place].clauses])
    return tuple(_line(loom, loom.threads[number], len(drafts), ids) for number in order)


def interleaved(order: list[int], stood: list[int]) -> list[int]:
    """Add to an order the numbers that another order has more, each behind the one that it follows there."""
    known = set(order)
    followers: dict[int, list[int]] = {}
    first: list[int] = []
    before: int | None = None
    for number in stood:
        if number in known:
            before = number
        else:
            (first if before is None else followers.setdefault(before, [])).append(number)
    return [*first, *(one for number in order for one in (number, *followers.get(number, ())))]


def _line(loom: _Loom, thread: _Thread, drafts: int, ids: Sequence[str]) -> Line:
    return Line(
        id=ids[thread.number],
        places=tuple(thread.clauses.get(place) for place in range(drafts)),
        begins=thread.begins,
        ends=_end(loom, thread, drafts),
        source="" if thread.source is None else ids[thread.source],
        heir=ids[loom.merged[thread.number]] if thread.number in loom.merged else "",
    )


def _end(loom: _Loom, thread: _Thread, drafts: int) -> Ending:
    if drafts - 1 in thread.clauses:
        return "last"
    return "merged" if thread.number in loom.merged else "deleted"
