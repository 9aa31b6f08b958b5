"""Clauses that can be linked at sight: the same words, once in each draft."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align.lists import by_lists

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.align.side import Pairs, Side

_SHORTEST_TEXT = 3
"""Words below which equal texts may be equal by chance ("Deleted", "None")."""
_MOST_REPEATED = 144
"""Pairs of one repeated text that are all looked at; beyond, only those at about the same place."""
_NEARBY = 4


class Equals(NamedTuple):
    """The places in either draft at which the same words stand, as headings or as texts."""

    old: list[int]
    new: list[int]


def equals(old: Side, new: Side) -> list[Equals]:
    """Find the words that stand in both drafts."""
    old_places, new_places = _places(old), _places(new)
    return [Equals(here, new_places[key]) for key, here in old_places.items() if key in new_places]


def _places(side: Side) -> dict[tuple[bool, str], list[int]]:
    places: defaultdict[tuple[bool, str], list[int]] = defaultdict(list)
    for place, key in enumerate(zip(side.headings, side.codes, strict=True)):
        places[key].append(place)
    return places


def anchors(old: Side, new: Side, equal: Iterable[Equals], known: Pairs) -> Pairs:
    """Link what is `known`, the clauses whose words stand exactly once in each draft, and equal neighbours of linked clauses.

    A heading may be a single word. A chapeau goes where its list went, whatever other chapeau has its words now. The beginnings
    and the ends of the drafts count as linked.
    """
    taken = set(known.values())
    found = dict(known)
    for here, there in equal:
        if len(here) == len(there) == 1:
            i, j = here[0], there[0]
            if i not in known and j not in taken and (old.headings[i] or len(old.codes[i]) >= _SHORTEST_TEXT):
                found[i] = j
    left = _left_by_their_lists(old, new, found) - known.keys()
    kept = {i: j for i, j in found.items() if i not in left}
    return _spread(old, new, by_lists(old, new, [*kept.items()]) | kept, left)


def _left_by_their_lists(old: Side, new: Side, found: Pairs) -> set[int]:
    """Give the linked chapeaux of which nothing that is linked below stands below the partner: their words are any list's."""
    tied = [(chapeau, new.chapeaux[j]) for i, j in found.items() if (chapeau := old.chapeaux[i]) in found]
    kept = {chapeau for chapeau, partner in tied if found[chapeau] == partner}
    return {chapeau for chapeau, partner in tied if partner >= 0} - kept


def _spread(old: Side, new: Side, found: Pairs, left: set[int]) -> Pairs:
    """Add the equal clauses that follow linked ones, then those that precede them, but none of those `left` out."""
    linked = dict(found)
    taken = set(found.values())
    starts = sorted([(-1, -1), *found.items(), (len(old.codes), len(new.codes))])
    for step, ordered in ((1, starts), (-1, starts[::-1])):
        for start in ordered:
            i, j = start[0] + step, start[1] + step
            while _are_equal(old, new, i, j) and i not in linked and i not in left and j not in taken:
                linked[i] = j
                taken.add(j)
                i, j = i + step, j + step
    return linked


def _are_equal(old: Side, new: Side, i: int, j: int) -> bool:
    if not (0 <= i < len(old.codes) and 0 <= j < len(new.codes)):
        return False
    return old.codes[i] == new.codes[j] and old.headings[i] == new.headings[j] and old.kinds[i] == new.kinds[j]


def repeated(equal: Iterable[Equals]) -> list[tuple[int, int]]:
    """Give the pairs of equal words that stand several times, so that their surroundings must decide."""
    found: list[tuple[int, int]] = []
    for here, there in equal:
        if len(here) * len(there) <= _MOST_REPEATED:
            found += [(i, j) for i in here for j in there]
            continue
        for n, i in enumerate(here):
            centre = n * len(there) // len(here)
            found += [(i, j) for j in there[max(0, centre - _NEARBY) : centre + _NEARBY + 1]]
    return found
