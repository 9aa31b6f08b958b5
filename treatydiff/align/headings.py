"""Linking the clauses that are headings only: chapters and most articles, by their words and by what stands below them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align.pairs import heading_likeness

if TYPE_CHECKING:
    from treatydiff.align.side import Pairs, Side

_ACCEPTED = 0.3
_WORDS, _BELOW, _NUMBER = 0.35, 0.65, 0.05
_EMPTY = 0.8
"""What equal words are worth where nothing below is linked."""
_CERTAIN = 0.99
_MOST_OF_IT = 0.6
"""Share of an article from which it became part of another, or came of one."""
_MOST = 16
"""Equal headings that are all looked at; a heading that stands more often tells nothing."""

Ties = list[tuple[int, int]]
"""Old clauses and new ones, by their order, that belong together."""


class Headings(NamedTuple):
    """The headings linked one to one, and those that joined them: an article that was split or went into another."""

    pairs: Pairs
    joined: Ties


def headings(old: Side, new: Side, linked: Pairs, ties: Ties, known: Pairs) -> Headings:
    """Link the headings: by the share of the text below that is linked, the likeness of the words, the number.

    `linked` are the pairs of clauses with words, `ties` these and the splits and mergers, `known` what is certain. An article
    most of which went into one that is linked to another is joined to it, and so is one most of which came out of such.
    """
    below = _linked_below(old, new, ties)
    sizes = _sizes(old), _sizes(new)
    fixed = {i: j for i, j in known.items() if old.headings[i] and new.headings[j]}
    taken = set(fixed.values())
    found = dict(fixed)
    for _, i, j in sorted(_ranked(old, new, below, sizes)):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    joined = [
        (i, j)
        for (i, j), weight in below.items()
        if (i not in found and weight >= _MOST_OF_IT * sizes[0][i] and j in taken)
        or (j not in taken and weight >= _MOST_OF_IT * sizes[1][j] and i in found)
    ]
    return Headings(linked | found, joined)


def _ranked(
    old: Side, new: Side, below: dict[tuple[int, int], float], sizes: tuple[dict[int, float], dict[int, float]]
) -> list[tuple[float, int, int]]:
    ranked = []
    elsewhere = _gone_elsewhere(below, sizes)
    for i, j in _alike(old, new) | set(below):
        if old.kinds[i] != new.kinds[j] or ((i, j) not in below and (i in elsewhere[0] or j in elsewhere[1])):
            continue
        words = heading_likeness(old.codes[i], new.codes[j])
        total = sizes[0].get(i, 0.0) + sizes[1].get(j, 0.0)
        shared = below.get((i, j), 0.0)
        share = 2 * shared / total if total else words
        value = _WORDS * words * (1.0 if shared or not total else _EMPTY) + _BELOW * share
        value += _NUMBER * (old.numbers[i] == new.numbers[j])
        if value >= _ACCEPTED or words >= _CERTAIN:
            ranked.append((-value, i, j))
    return ranked


def _gone_elsewhere(
    below: dict[tuple[int, int], float], sizes: tuple[dict[int, float], dict[int, float]]
) -> tuple[set[int], set[int]]:
    """Give the old and the new headings most of what stands below which is linked, so that their words alone tell nothing."""
    went: defaultdict[int, float] = defaultdict(float)
    came: defaultdict[int, float] = defaultdict(float)
    for (i, j), weight in below.items():
        went[i] += weight
        came[j] += weight
    return (
        {i for i, weight in went.items() if weight >= _MOST_OF_IT * sizes[0][i]},
        {j for j, weight in came.items() if weight >= _MOST_OF_IT * sizes[1][j]},
    )


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


def _linked_below(old: Side, new: Side, ties: Ties) -> dict[tuple[int, int], float]:
    below: defaultdict[tuple[int, int], float] = defaultdict(float)
    above_old, above_new = _headings_above(old), _headings_above(new)
    for i, j in ties:
        weight = min(old.weights[i], new.weights[j])
        for here in above_old[i]:
            for there in above_new[j]:
                if old.kinds[here] == new.kinds[there]:
                    below[here, there] += weight
    return below


def _sizes(side: Side) -> dict[int, float]:
    sizes: defaultdict[int, float] = defaultdict(float)
    for above, weight, is_heading in zip(_headings_above(side), side.weights, side.headings, strict=True):
        for heading in above:
            sizes[heading] += 0.0 if is_heading else weight
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
