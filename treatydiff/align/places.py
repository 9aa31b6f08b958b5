"""Whether a clause stayed in its place: under the same parent, seen through the links, and in order among its siblings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from treatydiff.align.side import longest_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.align.side import Pairs
    from treatydiff.model import Clause

_TOP = ""
_TRANSPARENT = frozenset({"cluster"})


def moved(old: Sequence[Clause], new: Sequence[Clause], linked: Pairs) -> frozenset[int]:
    """Give the old clauses (by order) that stand under another parent or out of order among their siblings.

    A parent that was only renumbered, or that was dissolved into its own parent, moves nothing; nor does a cluster, which
    groups articles of a consolidated text and goes when the text is drawn up.
    """
    images = _images(old, new, linked)
    partners = set(images.values())
    found = set()
    families: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, j in sorted(linked.items()):
        here = next((a.id for a in reversed(old[i].ancestors) if a.id in images), _TOP)
        there = next((a.id for a in reversed(new[j].ancestors) if a.id in partners), _TOP)
        if images.get(here, _TOP) == there:
            families[here, there].append(i)
        else:
            found.add(i)
    for family in families.values():
        in_order = {family[n] for n in longest_run([linked[i] for i in family])}
        found |= set(family) - in_order
    return frozenset(found)


def _images(old: Sequence[Clause], new: Sequence[Clause], linked: Pairs) -> dict[str, str]:
    """Give for each old provision what it became: a clause by its link, any other holder by most of what it holds."""
    images = {old[i].id: new[j].id for i, j in linked.items() if old[i].provision.kind not in _TRANSPARENT}
    taken = set(images.values())
    votes: defaultdict[tuple[str, str], int] = defaultdict(int)
    weights: defaultdict[str, int] = defaultdict(int)
    for i, j in linked.items():
        weight = len(old[i].words)
        here = [a for a in old[i].ancestors if a.id not in images and a.kind not in _TRANSPARENT]
        there = [a for a in new[j].ancestors if a.id not in taken and a.kind not in _TRANSPARENT]
        for ancestor in here:
            weights[ancestor.id] += weight
            for other in there:
                if other.kind == ancestor.kind:
                    votes[ancestor.id, other.id] += weight
    for (here_id, there_id), votes_for in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if here_id not in images and there_id not in taken and votes_for > weights[here_id] / 2:
            images[here_id] = there_id
            taken.add(there_id)
    return images
