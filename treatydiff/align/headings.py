"""Linking the clauses that are headings only: chapters and most articles, by their words and by what stands below them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from treatydiff.text.numbers import comparable

if TYPE_CHECKING:
    from treatydiff.align.side import Pairs, Side

_ACCEPTED = 0.42
_WORDS, _BELOW, _NUMBER = 0.45, 0.45, 0.1
_CERTAIN = 0.99
_BOTH = 2
_MOST = 16
"""Equal headings that are all looked at; a heading that stands more often tells nothing."""


def with_headings(old: Side, new: Side, linked: Pairs) -> Pairs:
    """Give `linked` with the headings added: the likeness of the words, the share of the text below that is linked, the number.

    Headings that are linked already because they read the same stay so unless what stands below them went elsewhere.
    """
    below = _linked_below(old, new, linked)
    sizes = _sizes(old), _sizes(new)
    candidates = set(below)
    candidates |= {(i, j) for i, j in linked.items() if old.clauses[i].is_heading}
    candidates |= _alike(old, new)
    ranked = []
    for i, j in candidates:
        words = fuzz.token_sort_ratio(" ".join(old.codes[i]), " ".join(new.codes[j])) / 100
        total = sizes[0].get(i, 0.0) + sizes[1].get(j, 0.0)
        share = _BOTH * below.get((i, j), 0.0) / total if total else words
        here, there = old.clauses[i].provision, new.clauses[j].provision
        number = comparable(here.num) == comparable(there.num)
        same_level = here.kind == there.kind
        value = _WORDS * words + _BELOW * share + _NUMBER * number
        if same_level and (value >= _ACCEPTED or words >= _CERTAIN):
            ranked.append((-value, i, j))
    found = {i: j for i, j in linked.items() if not old.clauses[i].is_heading}
    taken: set[int] = set()
    for _, i, j in sorted(ranked):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _alike(old: Side, new: Side) -> set[tuple[int, int]]:
    """Give the pairs of headings with the same words, and those at the same number."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for clause, code in zip(new.clauses, new.codes, strict=True):
        if clause.is_heading:
            places["words", code].append(clause.order)
            places[clause.provision.kind, comparable(clause.provision.num)].append(clause.order)
    found = set()
    for clause, code in zip(old.clauses, old.codes, strict=True):
        if clause.is_heading:
            for key in (("words", code), (clause.provision.kind, comparable(clause.provision.num))):
                found |= {(clause.order, j) for j in places.get(key, [])[:_MOST]}
    return found


def _headings_above(side: Side, place: int) -> list[int]:
    above = []
    at = side.parents[place]
    while at >= 0:
        if side.clauses[at].is_heading:
            above.append(at)
        at = side.parents[at]
    return above


def _linked_below(old: Side, new: Side, linked: Pairs) -> dict[tuple[int, int], float]:
    below: defaultdict[tuple[int, int], float] = defaultdict(float)
    for i, j in linked.items():
        weight = min(old.weights[i], new.weights[j])
        for here in _headings_above(old, i):
            for there in _headings_above(new, j):
                if old.clauses[here].provision.kind == new.clauses[there].provision.kind:
                    below[here, there] += weight
    return below


def _sizes(side: Side) -> dict[int, float]:
    sizes: defaultdict[int, float] = defaultdict(float)
    for place, weight in enumerate(side.weights):
        for above in _headings_above(side, place):
            sizes[above] += weight
    return sizes
