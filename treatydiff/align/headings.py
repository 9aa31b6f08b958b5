"""Linking the clauses that are headings only: chapters and most articles, by their words and by what stands below them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

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
    candidates = {(i, j) for i, j in linked.items() if old.headings[i]} | _alike(old, new) | set(below)
    ranked = []
    for i, j in candidates:
        words = fuzz.token_sort_ratio(" ".join(old.codes[i]), " ".join(new.codes[j])) / 100
        total = sizes[0].get(i, 0.0) + sizes[1].get(j, 0.0)
        share = _BOTH * below.get((i, j), 0.0) / total if total else words
        value = _WORDS * words + _BELOW * share + _NUMBER * (old.numbers[i] == new.numbers[j])
        if old.kinds[i] == new.kinds[j] and (value >= _ACCEPTED or words >= _CERTAIN):
            ranked.append((-value, i, j))
    found = {i: j for i, j in linked.items() if not old.headings[i]}
    taken: set[int] = set()
    for _, i, j in sorted(ranked):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _alike(old: Side, new: Side) -> set[tuple[int, int]]:
    """Give the pairs of headings with the same words, and those at the same number."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for j, is_heading in enumerate(new.headings):
        if is_heading:
            for key in _keys(new, j):
                places[key].append(j)
    found = set()
    for i, is_heading in enumerate(old.headings):
        if is_heading:
            for key in _keys(old, i):
                found |= {(i, j) for j in places.get(key, [])[:_MOST]}
    return found


def _keys(side: Side, place: int) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("", side.codes[place]), (side.kinds[place], side.numbers[place])


def _linked_below(old: Side, new: Side, linked: Pairs) -> dict[tuple[int, int], float]:
    below: defaultdict[tuple[int, int], float] = defaultdict(float)
    above_old, above_new = _headings_above(old), _headings_above(new)
    for i, j in linked.items():
        weight = min(old.weights[i], new.weights[j])
        for here in above_old[i]:
            for there in above_new[j]:
                if old.kinds[here] == new.kinds[there]:
                    below[here, there] += weight
    return below


def _sizes(side: Side) -> dict[int, float]:
    sizes: defaultdict[int, float] = defaultdict(float)
    for above, weight in zip(_headings_above(side), side.weights, strict=True):
        for heading in above:
            sizes[heading] += weight
    return sizes


def _headings_above(side: Side) -> list[tuple[int, ...]]:
    """Give for each clause the headings above it, the nearest first."""
    above: list[tuple[int, ...]] = []
    for parent in side.parents:
        if parent < 0:
            above.append(())
        else:
            above.append((parent, *above[parent]) if side.headings[parent] else above[parent])
    return above
