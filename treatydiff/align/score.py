"""How likely an old clause became a new one: the words first, then everything around them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.align.side import Pairs, Side

_HOPELESS = 0.35
"""Likeness below which no surroundings make two clauses one."""
_NEUTRAL = 0.5
_SETTLED = 0.8


class Weights(NamedTuple):
    """What each feature adds to the similarity of the words; set by hand on generated drafts, see docs/design.md.

    `article`: share of the article around it that became the article around the other. `heading`: likeness of the articles'
    headings. `neighbours`: the clauses before and after became those before and after. `parent`: the parent clause became
    the parent clause. `number` and `level`: the same number, the same kind of provision. `margin`: lead over the best
    other partner of either clause.
    """

    article: float = 0.16
    heading: float = 0.08
    neighbours: float = 0.12
    parent: float = 0.08
    number: float = 0.03
    level: float = 0.04
    margin: float = 0.25


class Pair(NamedTuple):
    """A candidate: old and new clause by order, the likeness of their words, and what no link can change."""

    old: int
    new: int
    likeness: float
    standing: float


def pairs(old: Side, new: Side, candidates: Iterable[tuple[int, int]], weights: Weights) -> list[Pair]:
    """Look at each candidate once: likeness of words, of headings, number and level. Hopeless ones are left out.

    The likeness is the normalised length of the longest common subsequence of words. A heading never becomes a text.
    """
    headings: dict[tuple[int, int], float] = {}
    found = []
    for i, j in dict.fromkeys(candidates):
        if old.headings[i] or new.headings[j]:
            continue
        likeness = Indel.normalized_similarity(old.codes[i], new.codes[j], score_cutoff=_HOPELESS)
        if not likeness:
            continue
        units = old.units[i], new.units[j]
        if units not in headings:
            headings[units] = heading_likeness(old, new, *units)
        standing = (
            weights.heading * headings[units]
            + weights.number * (old.numbers[i] == new.numbers[j])
            + weights.level * (old.kinds[i] == new.kinds[j])
        )
        found.append(Pair(i, j, likeness, standing))
    return found


def settled(found: list[Pair]) -> Pairs:
    """Give the pairs at the same place that are each other's best and alike enough that no search elsewhere is needed."""
    best_of_old: dict[int, Pair] = {}
    best_of_new: dict[int, Pair] = {}
    for pair in found:
        for best, key in ((best_of_old, pair.old), (best_of_new, pair.new)):
            if key not in best or pair.likeness > best[key].likeness:
                best[key] = pair
    return {i: pair.new for i, pair in best_of_old.items() if pair.likeness >= _SETTLED and best_of_new[pair.new] == pair}


def heading_likeness(old: Side, new: Side, here: int, there: int) -> float:
    """Compare the headings of two articles, whatever the order of the words; 0.5 when neither has one."""
    first, second = old.unit_headings[here], new.unit_headings[there]
    return fuzz.token_sort_ratio(" ".join(first), " ".join(second)) / 100 if first or second else _NEUTRAL


def scores(old: Side, new: Side, found: list[Pair], linked: Pairs, weights: Weights) -> list[float]:
    """Score the candidates in the light of the links made so far."""
    articles = _shared_weight(old, new, linked)
    around = _neighbours(len(old.codes), linked)
    raw = []
    for pair in found:
        i, j = pair.old, pair.new
        own = min(old.weights[i], new.weights[j]) if linked.get(i) == j else 0.0
        whole = min(old.unit_weights[old.units[i]], new.unit_weights[new.units[j]])
        article = (articles.get((old.units[i], new.units[j]), 0.0) - own) / max(1.0, whole - own)
        value = pair.likeness + pair.standing + weights.article * min(1.0, article)
        value += weights.neighbours * _nearness(i, j, around, linked)
        value += weights.parent * _parent_support(old.parents[i], new.parents[j], linked)
        raw.append(value)
    return [value + weights.margin * lead for value, lead in zip(raw, margins(found, raw), strict=True)]


def margins(found: list[Pair], values: list[float]) -> list[float]:
    """Give each candidate its lead over the best competitor for either of its clauses, between -0.4 and 0.4."""
    best: dict[tuple[int, int], float] = {}
    second: dict[tuple[int, int], float] = {}
    for pair, value in zip(found, values, strict=True):
        for key in ((0, pair.old), (1, pair.new)):
            if value > best.get(key, -1.0):
                second[key] = best.get(key, -1.0)
                best[key] = value
            elif value > second.get(key, -1.0):
                second[key] = value
    leads = []
    for pair, value in zip(found, values, strict=True):
        rivals = [second[key] if value >= best[key] else best[key] for key in ((0, pair.old), (1, pair.new))]
        leads.append(max(-0.4, min(0.4, value - max(rivals))))
    return leads


def _shared_weight(old: Side, new: Side, linked: Pairs) -> dict[tuple[int, int], float]:
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for i, j in linked.items():
        if not old.headings[i]:
            shared[old.units[i], new.units[j]] += min(old.weights[i], new.weights[j])
    return shared


def _neighbours(count: int, linked: Pairs) -> tuple[list[int], list[int]]:
    """For each old clause the nearest linked one before it and after it, -1 where there is none."""
    before, after = [-1] * count, [-1] * count
    last = -1
    for i in range(count):
        before[i] = last
        last = i if i in linked else last
    last = -1
    for i in reversed(range(count)):
        after[i] = last
        last = i if i in linked else last
    return before, after


def _nearness(i: int, j: int, around: tuple[list[int], list[int]], linked: Pairs) -> float:
    value = 0.0
    for neighbour in (around[0][i], around[1][i]):
        if neighbour >= 0:
            drift = abs((j - linked[neighbour]) - (i - neighbour))
            value += 0.5 ** (1 + drift) / (1 + 0.15 * (abs(i - neighbour) - 1))
    return value


def _parent_support(here: int, there: int, linked: Pairs) -> float:
    if here < 0 and there < 0:
        return 0.0
    return 1.0 if here >= 0 and linked.get(here, -1) == there else -0.5
