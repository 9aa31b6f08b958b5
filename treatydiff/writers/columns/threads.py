"""The threads of clauses through several drafts: what was linked from draft to draft belongs to one row of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from treatydiff.model import Change, Clause, Comparison

_Node = tuple[int, str]
"""A clause: the place of its draft, counted from 0, and its id."""


class Thread(NamedTuple):
    """All changes that are linked through their clauses: for each comparison those of this thread, in its order.

    `drafts` are its clauses in each draft, oldest first, in the order of that draft; `last_draft` is the place of the newest
    one that has any.
    """

    changes: tuple[tuple[Change, ...], ...]
    drafts: tuple[tuple[Clause, ...], ...]
    last_draft: int


def threads(comparisons: Sequence[Comparison]) -> dict[_Node, Thread]:
    """Give the thread of every clause of every draft."""
    roots = _Roots()
    for n, comparison in enumerate(comparisons):
        for change in comparison.changes:
            nodes = _nodes(n, change)
            for node in nodes[1:]:
                roots.join(nodes[0], node)
    gathered: dict[_Node, list[list[Change]]] = {}
    for n, comparison in enumerate(comparisons):
        for change in comparison.changes:
            sides = gathered.setdefault(roots.of(_nodes(n, change)[0]), [[] for _ in comparisons])
            sides[n].append(change)
    made = {root: _thread(sides) for root, sides in gathered.items()}
    return {node: made[roots.of(node)] for n, each in enumerate(comparisons) for c in each.changes for node in _nodes(n, c)}


def _thread(changes: Sequence[Sequence[Change]]) -> Thread:
    first = [clause for change in changes[0] for clause in change.link.old]
    drafts = [first, *([clause for change in side for clause in change.link.new] for side in changes)]
    found = tuple(tuple(sorted(draft, key=_order) if draft[1:] else draft) for draft in drafts)
    return Thread(tuple(map(tuple, changes)), found, max(n for n, draft in enumerate(found) if draft))


def _order(clause: Clause) -> int:
    return clause.order


def in_order(comparisons: Sequence[Comparison], found: dict[_Node, Thread], home: Callable[[Thread], Hashable]) -> list[Thread]:
    """Give every thread once, in the order of the newest draft; those that ended earlier follow what stood before them.

    `home` names the article that a thread is shown in: what ended earlier goes behind the nearest clause before it that is
    shown in the same article, else behind the whole article that stood before its own.
    """
    chain = _in_newest(comparisons, found)
    for n in reversed(range(len(comparisons))):
        last: Thread | None = None
        last_at: dict[Hashable, Thread] = {}
        for change in comparisons[n].changes:
            thread = found[_nodes(n, change)[0]]
            if thread.last_draft == len(comparisons) and n == len(comparisons) - 1 and not change.link.new:
                continue  # a part of it was deleted; it stands where the part that is left stands
            at = home(thread)
            if thread not in chain:
                stood_behind = last if n == len(comparisons) - 1 else last_at.get(at) or chain.end_of_article(last, home)
                chain.insert(thread, behind=stood_behind)
            last = last_at[at] = thread
    return list(chain)


def _in_newest(comparisons: Sequence[Comparison], found: dict[_Node, Thread]) -> _Chain:
    """Chain the threads of the newest draft by the first clause that each has there."""
    chain = _Chain()
    last: Thread | None = None
    for clause in comparisons[-1].new_clauses:
        thread = found[len(comparisons), clause.id]
        if thread not in chain:
            chain.insert(thread, behind=last)
            last = thread
    return chain


def _nodes(place: int, change: Change) -> list[_Node]:
    old = [(place, clause.id) for clause in change.link.old]
    return old + [(place + 1, clause.id) for clause in change.link.new]


class _Chain:
    """Threads in a row, each placed behind another."""

    def __init__(self) -> None:
        self._first: Thread | None = None
        self._next: dict[int, Thread | None] = {}

    def __contains__(self, thread: Thread) -> bool:
        return id(thread) in self._next

    def __iter__(self) -> Iterator[Thread]:
        thread = self._first
        while thread is not None:
            yield thread
            thread = self._next[id(thread)]

    def insert(self, thread: Thread, *, behind: Thread | None) -> None:
        """Place a thread behind another, or first of all."""
        if behind is None:
            self._next[id(thread)], self._first = self._first, thread
        else:
            self._next[id(thread)], self._next[id(behind)] = self._next[id(behind)], thread

    def end_of_article(self, thread: Thread | None, home: Callable[[Thread], Hashable]) -> Thread | None:
        """Give the last of the threads that stand behind this one without a break and are shown in the same article."""
        while thread is not None and (after := self._next[id(thread)]) is not None and home(after) == home(thread):
            thread = after
        return thread


class _Roots:
    """The sets of clauses that links join, each named by one of its members."""

    def __init__(self) -> None:
        self._above: dict[_Node, _Node] = {}

    def of(self, node: _Node) -> _Node:
        """Give the name of the set that a clause is in."""
        while (above := self._above.get(node, node)) != node:
            self._above[node] = self._above.get(above, above)
            node = above
        return node

    def join(self, one: _Node, other: _Node) -> None:
        """Make one set of those of two clauses."""
        self._above[self.of(other)] = self.of(one)
