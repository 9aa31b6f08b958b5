"""Which pairs of clauses are worth a closer look: those at the same place, and those that share rare words."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from treatydiff.align.side import longest_run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.align.side import Pairs, Side

_LARGEST_GAP = 900
"""Pairs in a stretch between two anchors that are all looked at; beyond, only those near its diagonal."""
_BAND = 4
_RAREST = 14
"""Features of a clause by which its likes are looked up."""
_MOST_POSTINGS = 64
"""Clauses that may share a feature before it says nothing any more."""
_BEST = 8


def in_gaps(old: Side, new: Side, linked: Pairs) -> Iterator[tuple[int, int]]:
    """Give the pairs of unlinked clauses that stand between the same two anchors."""
    pairs = sorted(linked.items())
    steady = [pairs[n] for n in longest_run([j for _, j in pairs])]
    taken = set(linked.values())
    last_old = last_new = -1
    for i, j in [*steady, (len(old.codes), len(new.codes))]:
        here = [x for x in range(last_old + 1, i) if x not in linked]
        there = [y for y in range(last_new + 1, j) if y not in taken]
        yield from _gap(here, there)
        last_old, last_new = i, j


def _gap(here: list[int], there: list[int]) -> Iterator[tuple[int, int]]:
    if len(here) * len(there) <= _LARGEST_GAP:
        yield from ((x, y) for x in here for y in there)
        return
    slope = len(there) / len(here)
    for n, x in enumerate(here):
        centre = int(n * slope)
        yield from ((x, y) for y in there[max(0, centre - _BAND) : centre + _BAND + 1])


def by_rare_words(old: Side, new: Side, linked: Pairs) -> Iterator[tuple[int, int]]:
    """Give for every unlinked old clause the unlinked new ones that share most of its rarest words and pairs of words."""
    taken = set(linked.values())
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for y, code in enumerate(new.codes):
        if y not in taken:
            for feature in _features(code):
                postings[feature].append(y)
    total = len(new.codes) - len(taken) + 1
    for x, code in enumerate(old.codes):
        if x not in linked:
            shared = _shared(_features(code), postings, total)
            best = nlargest(_BEST, ((weight / (8 + len(new.codes[y])) ** 0.5, -y) for y, weight in shared.items()))
            yield from ((x, -y) for _, y in best)


def _shared(features: Iterable[str], postings: dict[str, list[int]], total: int) -> dict[int, float]:
    known = sorted((len(postings[feature]), feature) for feature in features if feature in postings)
    shared: defaultdict[int, float] = defaultdict(float)
    for n, (spread, feature) in enumerate(known):
        if n >= _RAREST or (spread > _MOST_POSTINGS and shared):
            break
        if spread > _MOST_POSTINGS * _BEST:
            break
        for y in postings[feature]:
            shared[y] += log(total / spread) + 0.1
    return shared


def _features(code: str) -> set[str]:
    """Give the words of a clause and the pairs of neighbouring words."""
    return {*code, *map(str.__add__, code, code[1:])}


def in_linked_articles(old: Side, new: Side, linked: Pairs) -> Iterator[tuple[int, int]]:
    """Give the pairs of unlinked clauses whose articles are linked by other clauses, the strongest two for each article."""
    shared: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for i, j in linked.items():
        shared[old.units[i]][new.units[j]] += min(old.weights[i], new.weights[j])
    taken = set(linked.values())
    free: defaultdict[int, list[int]] = defaultdict(list)
    for y, unit in enumerate(new.units):
        if y not in taken:
            free[unit].append(y)
    for x, unit in enumerate(old.units):
        if x not in linked and unit in shared:
            for partner, _ in nlargest(2, shared[unit].items(), key=lambda item: (item[1], -item[0])):
                yield from ((x, y) for y in free[partner][: _LARGEST_GAP // 10])
