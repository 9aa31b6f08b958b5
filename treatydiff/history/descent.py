"""What became of a clause in any later draft, and of what it came: the links of all steps, followed one after another."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatydiff.model import Return, Step

Node = tuple[int, str]
"""A clause of a history: the place of its draft from 0, and its id there."""


class Descent(NamedTuple):
    """All links of a history: the clauses that each clause became next, and those that it came of."""

    became: Mapping[Node, tuple[Node, ...]]
    came_of: Mapping[Node, tuple[Node, ...]]

    def heirs(self, node: Node) -> frozenset[Node]:
        """Give all clauses of later drafts that a clause became, through splits, mergers and absence."""
        return _reached(node, self.became)

    def origins(self, node: Node) -> frozenset[Node]:
        """Give all clauses of earlier drafts that a clause came of."""
        return _reached(node, self.came_of)

    def pairs(self, before: int, after: int) -> frozenset[tuple[str, str]]:
        """Give every pair of a clause in one draft and a clause that it became in a later one, by their ids."""
        starts = {node for node in (*self.became, *self.came_of) if node[0] == before}
        return frozenset((start[1], id_) for start in starts for place, id_ in self.heirs(start) if place == after)


def descent(steps: Iterable[Step], returns: Iterable[Return]) -> Descent:
    """Follow the links of every step, and of what came back."""
    became: defaultdict[Node, list[Node]] = defaultdict(list)
    came_of: defaultdict[Node, list[Node]] = defaultdict(list)
    for old, new in _links(steps, returns):
        became[old].append(new)
        came_of[new].append(old)
    return Descent(*({node: tuple(nodes) for node, nodes in links.items()} for links in (became, came_of)))


def _links(steps: Iterable[Step], returns: Iterable[Return]) -> Iterable[tuple[Node, Node]]:
    for step in steps:
        for change in step.comparison.changes:
            for old in change.link.old:
                for new in change.link.new:
                    yield (step.before, old.id), (step.after, new.id)
    for one in returns:
        yield (one.before, one.old.id), (one.after, one.new.id)


def _reached(start: Node, links: Mapping[Node, tuple[Node, ...]]) -> frozenset[Node]:
    found: set[Node] = set()
    open_ = [start]
    while open_:
        for node in links.get(open_.pop(), ()):
            if node not in found:
                found.add(node)
                open_.append(node)
    return frozenset(found)
