"""Which provision of one draft is which of the other, one to one, as instructions need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from treatydiff.amendments.places import TOP
from treatydiff.text.numbers import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.amendments.places import Tree
    from treatydiff.model import Clause, Link, Provision

Pairs = dict[str, str]
"""Ids of old provisions with those of the new ones that they became."""


def pairs(old: Tree, new: Tree, links: Iterable[Link]) -> Pairs:
    """Pair provisions: clauses by their links, of a split or a merger the two most alike, then what holds clauses.

    A provision without words is paired with the one that holds what it held, else with the one of its kind and number below
    the same parent.
    """
    found: Pairs = {}
    for link in links:
        if link.old and link.new:
            here, there = _most_alike(link.old, link.new)
            found[here.id] = there.id
    _by_children(found, old, new)
    _by_number(found, old, new)
    return found


def _most_alike(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Clause, Clause]:
    if len(old) == len(new) == 1:
        return old[0], new[0]
    both = [(here, there) for here in old for there in new]
    return max(both, key=lambda two: Indel.normalized_similarity(two[0].words, two[1].words))


def _by_children(found: Pairs, old: Tree, new: Tree) -> None:
    """Pair what holds paired provisions and nothing else to be known by, from below."""
    taken = set(found.values())
    for own in reversed(old.nodes):
        if own in found:
            continue
        votes: dict[str, int] = {}
        for child in old.nodes[own].children:
            holder = new.parents[found[child.id]] if child.id in found else TOP
            if holder and holder not in taken:
                votes[holder] = votes.get(holder, 0) + 1
        if votes:
            best = max(votes, key=lambda each: (votes[each], new.nodes[each].kind == old.nodes[own].kind))
            found[own] = best
            taken.add(best)


def _by_number(found: Pairs, old: Tree, new: Tree) -> None:
    """Pair what holds nothing that is paired and says nothing, below parents that are paired, from above."""
    taken = set(found.values())
    free: dict[tuple[str, str, str], list[str]] = {}
    for own, provision in new.nodes.items():
        if own not in taken and _is_silent(provision):
            free.setdefault(_key(new.parents[own], provision), []).append(own)
    for own, provision in old.nodes.items():
        if own in found or not _is_silent(provision):
            continue
        above = old.parents[own]
        if above and above not in found:
            continue
        same = free.get(_key(found.get(above, TOP), provision))
        if same:
            found[own] = same.pop(0)


def _is_silent(provision: Provision) -> bool:
    return not (provision.words or provision.heading)


def _key(parent: str, provision: Provision) -> tuple[str, str, str]:
    return parent, provision.kind, comparable(provision.num)
