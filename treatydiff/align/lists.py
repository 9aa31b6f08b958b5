"""A chapeau that was rewritten past recognition is known by its list: most of what stood below it stands below the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatydiff.align.holders import Ties
    from treatydiff.align.side import Pairs, Side

_MOST_OF_IT = 0.5
"""Share of the list on either side that must be linked to the other."""


def by_lists(old: Side, new: Side, ties: Ties) -> Pairs:
    """Link the chapeaux that no words linked, whose lists are linked to each other for the most part."""
    gone, taken = {i for i, _ in ties}, {j for _, j in ties}
    shared = Counter(
        (old.chapeaux[i], new.chapeaux[j])
        for i, j in ties
        if old.chapeaux[i] >= 0 and new.chapeaux[j] >= 0 and old.chapeaux[i] not in gone and new.chapeaux[j] not in taken
    )
    if not shared:
        return {}
    here, there = Counter(old.chapeaux), Counter(new.chapeaux)
    found: Pairs = {}
    heirs: set[int] = set()
    for (i, j), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if i not in found and j not in heirs and count >= _MOST_OF_IT * max(here[i], there[j]):
            found[i] = j
            heirs.add(j)
    return found
