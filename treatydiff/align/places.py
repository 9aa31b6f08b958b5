"""Whether a clause stayed in its place: under the same parent, seen through the links, and in order among its siblings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from treatydiff.align.side import longest_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.align.headings import Ties
    from treatydiff.align.side import Pairs
    from treatydiff.model import Clause

_TOP = ""
_TRANSPARENT = frozenset({"cluster"})
_MOST_OF_IT = 0.6
"""Share of the words of a provision from which it went into another, or came of one, that is itself another's."""
_ENOUGH_OF_IT = 0.2
"""Share of both provisions from which one became the other."""


def moved(old: Sequence[Clause], new: Sequence[Clause], pairs: Pairs, ties: Ties) -> frozenset[int]:
    """Give the old clauses of the pairs (by order) that stand under another parent or out of order among their siblings.

    `ties` are the pairs and all that splits and mergers join. A parent that was only renumbered, split, merged into another,
    or dissolved into its own parent, moves nothing; nor does a cluster, which groups articles of a consolidated text and goes
    when the text is drawn up.
    """
    images = _images(old, new, ties)
    partners = {image for found in images.values() for image in found}
    found = set()
    families: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, j in sorted(pairs.items()):
        here = next((a.id for a in reversed(old[i].ancestors) if a.id in images), _TOP)
        there = next((a.id for a in reversed(new[j].ancestors) if a.id in partners), _TOP)
        if there in images.get(here, (_TOP,)):
            families[here, there].append(i)
        else:
            found.add(i)
    for family in families.values():
        in_order = {family[n] for n in longest_run([pairs[i] for i in family])}
        found |= set(family) - in_order
    return frozenset(found)


def _images(old: Sequence[Clause], new: Sequence[Clause], ties: Ties) -> dict[str, set[str]]:
    """Give for each old provision what it became: by its own links, by where most of it went, by what mostly came of it."""
    images: dict[str, set[str]] = {}
    votes: defaultdict[tuple[str, str], int] = defaultdict(int)
    here, there = [_holders(clause) for clause in old], [_holders(clause) for clause in new]
    for i, j in ties:
        if old[i].provision.kind not in _TRANSPARENT:
            images.setdefault(old[i].id, set()).add(new[j].id)
        weight = len(old[i].words)
        for old_id, old_kind in here[i]:
            for new_id, new_kind in there[j]:
                if old_kind == new_kind:
                    votes[old_id, new_id] += weight
    old_sizes, new_sizes = _sizes(old, here), _sizes(new, there)
    became: dict[str, str] = {}
    heirs: set[str] = set()
    shares = {key: 2 * votes_for / (old_sizes[key[0]] + new_sizes[key[1]]) for key, votes_for in votes.items()}
    for old_id, new_id in sorted(shares, key=lambda key: (-shares[key], key)):
        if old_id not in became and new_id not in heirs and shares[old_id, new_id] >= _ENOUGH_OF_IT:
            became[old_id] = new_id
            heirs.add(new_id)
            images.setdefault(old_id, set()).add(new_id)
    for (old_id, new_id), votes_for in votes.items():
        went = old_id not in became and votes_for >= _MOST_OF_IT * old_sizes[old_id]
        if went or (new_id not in heirs and votes_for >= _MOST_OF_IT * new_sizes[new_id]):
            images.setdefault(old_id, set()).add(new_id)
    return images


def _holders(clause: Clause) -> list[tuple[str, str]]:
    return [(ancestor.id, ancestor.kind) for ancestor in clause.ancestors if ancestor.kind not in _TRANSPARENT]


def _sizes(clauses: Sequence[Clause], holders: Sequence[list[tuple[str, str]]]) -> dict[str, int]:
    sizes: defaultdict[str, int] = defaultdict(int)
    for clause, above in zip(clauses, holders, strict=True):
        for holder, _ in above:
            sizes[holder] += len(clause.words)
    return sizes
