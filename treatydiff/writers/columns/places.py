"""Where the clauses of several drafts stand: in which article of the newest draft that still has it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.text.units import counterparts, mutual, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Comparison, Provision
    from treatydiff.text.units import Unit
    from treatydiff.writers.columns.threads import Thread


class Place(NamedTuple):
    """An article or chapter: the newest draft that has it, by its place counted from 0, and its id there."""

    draft: int
    unit_id: str


class Places:
    """The articles and chapters of every draft, and which of the next draft each of them became."""

    def __init__(self, comparisons: Sequence[Comparison]) -> None:
        drafts = [comparisons[0].old, *(comparison.new for comparison in comparisons)]
        self._units = [units(draft) for draft in drafts]
        self._by_id = [{unit.id: unit for unit in found.values()} for found in self._units]
        self._came_from = [
            _with_heads(counterparts(each.changes, self._units[n], self._units[n + 1]), self._by_id[n], self._by_id[n + 1])
            for n, each in enumerate(comparisons)
        ]
        self._became = [{old: new for new, old in pairs.items()} for pairs in self._came_from]
        self._homes: dict[int, Place] = {}

    @property
    def last_draft(self) -> int:
        """The place of the newest draft."""
        return len(self._units) - 1

    def unit(self, place: Place) -> Unit:
        """Give the article or chapter at a place."""
        return self._by_id[place.draft][place.unit_id]

    def home(self, thread: Thread) -> Place:
        """Give the article under which a thread is shown: that of its newest clause, or what has become of it since."""
        known = self._homes.get(id(thread))
        if known is None:
            draft = thread.last_draft
            known = self._newest(Place(draft, self._units[draft][thread.drafts[draft][0].id].id))
            self._homes[id(thread)] = known
        return known

    def is_title(self, thread: Thread) -> bool:
        """Whether a thread is that of the heading of an article or chapter."""
        draft = thread.last_draft
        first = thread.drafts[draft][0]
        if not first.is_heading or self._units[draft][first.id].id != first.id:
            return False
        return all(clause.is_heading for found in thread.drafts for clause in found)

    def head_places(self, place: Place) -> list[Place]:
        """Give the chapters over an article, outermost first, each as what has become of it."""
        return [self._newest(Place(place.draft, head.id)) for head in self.unit(place).heads]

    def through_the_drafts(self, place: Place) -> list[Provision | None]:
        """Give an article or chapter as it was in every draft, oldest first; None where it was not yet or no more."""
        found: list[Provision | None] = [None] * len(self._units)
        unit_id: str | None = place.unit_id
        for draft in range(place.draft, -1, -1):
            if unit_id is None:
                break
            found[draft] = self._by_id[draft][unit_id].provision
            unit_id = self._came_from[draft - 1].get(unit_id) if draft else None
        return found

    def _newest(self, place: Place) -> Place:
        draft, unit_id = place
        while draft < self.last_draft and (heir := self._became[draft].get(unit_id)):
            draft, unit_id = draft + 1, heir
        return Place(draft, unit_id)


def _with_heads(pairs: dict[str, str], old: dict[str, Unit], new: dict[str, Unit]) -> dict[str, str]:
    """Add the chapters that hold no clause themselves: each comes from the one that most of its articles come from."""
    shared = Counter(
        (before.id, after.id)
        for new_id, old_id in pairs.items()
        for before in old[old_id].heads
        for after in new[new_id].heads
        if before.kind == after.kind
    )
    taken = set(pairs.values())
    return {after: before for after, before in mutual(shared).items() if before not in taken} | pairs
