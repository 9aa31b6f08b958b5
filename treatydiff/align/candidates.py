"""Which pairs of clauses are worth a closer look: those at the same place, and those that share rare words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align.side import longest_run

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from treatydiff.align.pairs import Pair
    from treatydiff.align.side import Pairs, Side

_LARGEST_GAP = 900
"""Pairs in a stretch between two anchors that are all looked at; beyond, only those near its diagonal."""
_NARROW_GAP = 36
"""Pairs up to which even an unlikely one is worth keeping."""
_BAND = 4
_RAREST = 14
"""Features of a clause by which its likes are looked up."""
_MOST_POSTINGS = 64
"""Clauses that may share a feature before it says little."""
_TOO_MANY_POSTINGS = 512
"""Those beyond which it says nothing, and looking at all of them would take time that grows with the square of the draft."""
_FEW = 3
_BEST = 8
_SETTLED = 0.7
_LONG_ANCHOR = 8
"""Words from which an equal text ties the articles around it together."""
_PARTNERS = 2
_LARGEST_ARTICLE = 196
"""Pairs of clauses of two linked articles that are all looked at."""


class Gaps(NamedTuple):
    """Pairs of unlinked clauses between the same two anchors: where few stand there, and where many do."""

    narrow: list[tuple[int, int]]
    wide: list[tuple[int, int]]


def in_gaps(old: Side, new: Side, linked: Pairs) -> Gaps:
    """Give the pairs of unlinked clauses that stand between the same two anchors."""
    anchors = sorted(linked.items())
    steady = [anchors[n] for n in longest_run([j for _, j in anchors])]
    taken = set(linked.values())
    found = Gaps([], [])
    last_old = last_new = -1
    for i, j in [*steady, (len(old.codes), len(new.codes))]:
        here = [x for x in range(last_old + 1, i) if x not in linked]
        there = [y for y in range(last_new + 1, j) if y not in taken]
        (found.narrow if len(here) * len(there) <= _NARROW_GAP else found.wide).extend(_gap(here, there))
        last_old, last_new = i, j
    return found


def _gap(here: list[int], there: list[int]) -> Iterator[tuple[int, int]]:
    if len(here) * len(there) <= _LARGEST_GAP:
        yield from ((x, y) for x in here for y in there)
        return
    slope = len(there) / len(here)
    for n, x in enumerate(here):
        centre = int(n * slope)
        yield from ((x, y) for y in there[max(0, centre - _BAND) : centre + _BAND + 1])


def settled(old: Side, new: Side, pairs: Iterable[Pair], certain: Pairs) -> Pairs:
    """Give the pairs at the same place that need no search elsewhere.

    They are each other's best, alike enough, and in articles of the same heading, or in articles that a long equal text links
    where there is no heading.
    """
    firm = {(old.units[i], new.units[j]) for i, j in certain.items() if len(old.codes[i]) >= _LONG_ANCHOR}
    best_of_old: dict[int, Pair] = {}
    best_of_new: dict[int, Pair] = {}
    for pair in pairs:
        for best, key in ((best_of_old, pair.old), (best_of_new, pair.new)):
            if key not in best or pair.likeness > best[key].likeness:
                best[key] = pair
    return {
        i: pair.new
        for i, pair in best_of_old.items()
        if pair.likeness >= _SETTLED
        and best_of_new[pair.new] == pair
        and (pair.heading == 1.0 or (old.units[i], new.units[pair.new]) in firm)
    }


def by_rare_words(old: Side, new: Side, linked: Pairs) -> Iterator[tuple[int, int]]:
    """Give for every unlinked old clause the unlinked new ones that share most of its rarest words and pairs of words."""
    taken = set(linked.values())
    postings = _postings(new, taken)
    spreads = {feature: len(places) for feature, places in postings.items()}
    total = len(new.codes) - len(taken) + 1
    roots = [(8 + len(code)) ** 0.5 for code in new.codes]
    for x, code in enumerate(old.codes):
        if x not in linked:
            known = sorted(sorted(spreads.keys() & _features(code)), key=spreads.__getitem__)
            values = {y: weight / roots[y] for y, weight in _shared(known, postings, total).items()}
            yield from ((x, y) for y in _best(values))


def _postings(side: Side, left_out: set[int]) -> dict[str, list[int]]:
    """Give for every feature the clauses that have it, in order."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for place, code in enumerate(side.codes):
        if place not in left_out:
            for feature in _features(code):
                postings[feature].append(place)
    return postings


def _shared(features: Iterable[str], postings: Mapping[str, list[int]], total: int) -> dict[int, float]:
    """Weigh the clauses that share features with one, the rarest feature first; common ones only until there are enough."""
    shared: dict[int, float] = {}
    for n, feature in enumerate(features):
        places = postings[feature]
        spread = len(places)
        is_common = spread > _MOST_POSTINGS
        if n >= _RAREST and (is_common or n >= 2 * _RAREST):
            break
        if spread > _TOO_MANY_POSTINGS or (is_common and n >= _FEW and len(shared) >= _BEST):
            break
        weight = log(total / spread) + 0.1
        for y in places:
            shared[y] = shared.get(y, 0.0) + weight
    return shared


def _best(values: Mapping[int, float]) -> list[int]:
    """Give the places with the greatest values, the first ones where these are equal."""
    least = min(nlargest(_BEST, values.values()), default=0.0)
    ranked = sorted((-value, place) for place, value in values.items() if value >= least)
    return [place for _, place in ranked[:_BEST]]


def _features(code: str) -> set[str]:
    """Give the words of a clause and the pairs of neighbouring words."""
    return {*code, *map(str.__add__, code, code[1:])}


def in_linked_articles(old: Side, new: Side, linked: Pairs, certain: Pairs) -> Iterator[tuple[int, int]]:
    """Give the pairs of an unlinked clause and any that is not certain in the article that its own article became.

    Of each article the two strongest partners are looked into, from either side; never more than a small product of both. In
    larger articles, and across articles, an unlinked clause is paired with what its nearest linked neighbours became, and with
    what stands beside that.
    """
    back = {j: i for i, j in linked.items()}
    yield from _recovered(old, new, linked, set(certain.values()))
    yield from ((i, j) for j, i in _recovered(new, old, back, set(certain)))
    yield from _beside_neighbours(old, new, linked)
    yield from ((i, j) for j, i in _beside_neighbours(new, old, back))


def _recovered(side: Side, other: Side, linked: Pairs, left_out: set[int]) -> Iterator[tuple[int, int]]:
    shared: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for i, j in linked.items():
        shared[side.units[i]][other.units[j]] += side.weights[i]
    free, others = _by_unit(side, linked), _by_unit(other, left_out)
    for unit, places in free.items():
        texts = [place for place in places if not side.headings[place]]
        if not texts:
            continue
        for partner, _ in nlargest(_PARTNERS, shared[unit].items(), key=lambda item: (item[1], -item[0])):
            there = others.get(partner, [])
            if len(places) * len(there) <= _LARGEST_ARTICLE:
                yield from ((x, y) for x in texts for y in there)


def _by_unit(side: Side, left_out: Container[int]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place, unit in enumerate(side.units):
        if place not in left_out:
            found[unit].append(place)
    return found


def _beside_neighbours(side: Side, other: Side, linked: Pairs) -> Iterator[tuple[int, int]]:
    known, count = sorted(linked), len(other.codes)
    for place, is_heading in enumerate(side.headings):
        if is_heading or place in linked:
            continue
        at = bisect_left(known, place)
        for beside, step in ((known[at - 1 : at], 1), (known[at : at + 1], -1)):
            for last in beside:
                yield from ((place, y) for y in range(linked[last], linked[last] + 3 * step, step) if 0 <= y < count)
