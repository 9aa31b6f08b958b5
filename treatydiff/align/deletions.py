"""Where what is gone is shown: behind what stood before it, in its own article, and behind all that this has become."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.align.side import Pairs
    from treatydiff.model import Clause, Provision

BEGINNING = -1


def deletions(
    old: Sequence[Clause], new: Sequence[Clause], linked: Pairs, out_of_place: frozenset[int]
) -> dict[int, list[Clause]]:
    """Give the deleted clauses, in their order, by the new clause behind which they are shown, `BEGINNING` for none.

    What moved away, with all that it holds, does not take along what was deleted behind it.
    """
    finder = _Finder(old, new, linked, out_of_place)
    found: defaultdict[int, list[Clause]] = defaultdict(list)
    last_linked = BEGINNING
    for clause in old:
        if clause.order in linked:
            last_linked = clause.order
        else:
            found[finder.place(clause, last_linked)].append(clause)
    return found


class _Finder:
    def __init__(self, old: Sequence[Clause], new: Sequence[Clause], linked: Pairs, out_of_place: frozenset[int]) -> None:
        self._old, self._new, self._linked = old, new, linked
        self._gone_away = {old[i].id for i in out_of_place}
        self._known: dict[tuple[str, int], int] = {}
        self._orders = {clause.id: clause.order for clause in old}
        self._ends = {provision.id: clause.order for clause in new for provision in (*clause.ancestors, clause.provision)}

    def place(self, deleted: Clause, before: int) -> int:
        """Give the new clause behind which a deleted one is shown; `before` is the last linked clause before it."""
        key = (deleted.parent.id if deleted.parent else "", before)
        if key not in self._known:
            self._known[key] = self._search(_path(deleted), before)
        return self._known[key]

    def _search(self, path: tuple[Provision, ...], before: int) -> int:
        while before >= 0:
            if before in self._linked:
                other = _path(self._old[before])
                shared = sum(1 for a, b in zip(path, other, strict=False) if a is b)
                if shared == len(other):
                    return self._linked[before]
                end = self._end(other[shared:], before)
                if end is not None:
                    return end
            before -= 1
        return BEGINNING

    def _end(self, branch: tuple[Provision, ...], before: int) -> int | None:
        """Give the last new clause of what a branch became; None when the branch, or the clause that shows the way, moved off.

        `branch` runs from the provision at which the deleted clause parted down to the linked clause `before`. Where its top
        became nothing, as a cluster does, what stands below it shows the place.
        """
        if branch[0].id in self._gone_away:
            return None
        moved_within = any(provision.id in self._gone_away for provision in branch)
        image = _path(self._new[self._linked[before]])
        for provision in branch:
            heir = self._linked.get(self._orders.get(provision.id, BEGINNING))
            if heir is not None:
                return self._ends[self._new[heir].id]
            if moved_within:
                return None
            holder = next((p for p in image if p.kind == provision.kind), None)
            if holder is not None:
                return self._ends[holder.id]
        return self._ends[image[-1].id]


def _path(clause: Clause) -> tuple[Provision, ...]:
    return (*clause.ancestors, clause.provision)
