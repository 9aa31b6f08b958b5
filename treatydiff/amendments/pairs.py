"""Which provision of one draft is which of the other, one to one, as instructions need it."""

from __future__ import annotations

from collections import Counter
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
    joined = []
    for link in links:
        if len(link.old) == len(link.new) == 1:
            found[link.old[0].id] = link.new[0].id
        elif link.old and link.new:
            joined.append(link)
    for link in joined:
        if not link.old[0].is_heading:
            here, there = _most_alike(link.old, link.new)
            found[here.id] = there.id
    for link in joined:
        if link.old[0].is_heading:
            here, there = _holding_most(found, link.old, link.new) or _most_alike(link.old, link.new)
            found[here.id] = there.id
    _by_children(found, old, new)
    _by_number(found, old, new)
    return found


def _most_alike(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Clause, Clause]:
    both = [(here, there) for here in old for there in new]
    return max(both, key=lambda two: Indel.normalized_similarity(two[0].words, two[1].words))


def _holding_most(found: Pairs, old: Sequence[Clause], new: Sequence[Clause]) -> tuple[Clause, Clause] | None:
    """Give the two headings below which most provisions are the same; None when there is nothing below them."""
    shared = {
        (here, there): len(
            {found.get(child.id) for child in here.provision.children} & {one.id for one in there.provision.children}
        )
        for here in old
        for there in new
    }
    best = max(shared, key=lambda two: shared[two])
    return best if shared[best] else None


def _by_children(found: Pairs, old: Tree, new: Tree) -> None:
    """Pair what holds paired provisions and nothing else to be known by, from below.

    Most of what they hold says more than a link between two levels, as of an article without a heading whose first paragraph
    has its heading.
    """
    holders = {there: here for here, there in found.items()}
    for own in reversed(tuple(old.nodes)):
        if own in found:
            continue
        votes: Counter[str] = Counter(new.parents[found[child.id]] for child in old.nodes[own].children if child.id in found)
        kind = old.nodes[own].kind
        open_ = {one: n for one, n in votes.items() if one and _is_open(holders.get(one, ""), one, kind, n, old, new)}
        if not open_:
            continue
        best = max(open_, key=lambda each: (open_[each], new.nodes[each].kind == kind))
        found.pop(holders.get(best, ""), None)
        found[own] = best
        holders[best] = own


def _is_open(holder: str, new_holder: str, kind: str, votes: int, old: Tree, new: Tree) -> bool:  # noqa: PLR0913, PLR0917
    """Whether a new provision has no partner, or one of another level, while this one is of its level and has most in it."""
    if not holder:
        return True
    level = new.nodes[new_holder].kind
    return votes > 1 and kind == level != old.nodes[holder].kind


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
