"""Whether a clause stayed in its place: under the same parent, seen through the links, and in order among its siblings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from treatydiff.align.side import longest_run

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from treatydiff.align.holders import Ties
    from treatydiff.align.side import Pairs
    from treatydiff.model import Clause

_TOP = ""
Images = dict[str, set[str]]
"""Old provisions with the new ones that they became, by id."""


def moved(old: Sequence[Clause], new: Sequence[Clause], pairs: Pairs, images: Images) -> frozenset[int]:
    """Give the old clauses of the pairs (by order) that stand under another parent or out of order among their siblings.

    A parent that was only renumbered, split, merged into another, or dissolved into its own parent, moves nothing; nor does a
    cluster, which groups articles of a consolidated text and goes when the text is drawn up.
    """
    partners = {image for found in images.values() for image in found}
    found = set()
    families: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, j in sorted(pairs.items()):
        here, there = _nearest(old[i], images), _nearest(new[j], partners)
        if there in images.get(here, (_TOP,)):
            families[here, there].append(i)
        else:
            found.add(i)
    for family in families.values():
        in_order = {family[n] for n in longest_run([pairs[i] for i in family])}
        found |= set(family) - in_order
    return frozenset(found)


def _nearest(clause: Clause, known: Container[str]) -> str:
    """Give the id of the nearest provision above a clause that is known; `_TOP` for none."""
    for provision in reversed(clause.ancestors):
        if provision.id in known:
            return provision.id
    return _TOP


def images(old: Sequence[Clause], new: Sequence[Clause], ties: Ties, held: Mapping[str, set[str]]) -> Images:
    """Give what every old provision became: clauses by their ties, holders as they are told."""
    found = {old_id: set(new_ids) for old_id, new_ids in held.items()}
    for i, j in ties:
        found.setdefault(old[i].id, set()).add(new[j].id)
    return found
