"""What stands around a pair of clauses, seen through the links made so far: the article, the neighbours, the parent."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.align.leads import leads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.align.pairs import Pair
    from treatydiff.align.side import Pairs, Side

_DRIFT = 0.61
"""What is left of a neighbour's support for each place by which the distance to it differs in the two drafts."""
_FARTHEST_DRIFT = 9
_OTHER_ARTICLE = 0.6
_FADING = 0.15
_HEADING = 0.15


class Surroundings(NamedTuple):
    """For each pair: `article`, the share of the articles around it that is linked; `neighbours`, whether the clauses before
    and after became those before and after; `parent`, whether the clause above became the clause above (1), did not (-0.5),
    or there is none on either side (0).
    """

    article: list[float]
    neighbours: list[float]
    parent: list[float]


def surroundings(old: Side, new: Side, pairs: Sequence[Pair], linked: Pairs) -> Surroundings:
    """Describe what stands around each pair, the link of the pair itself left out of the account."""
    shared = _shared_weight(old, new, linked)
    before, after = _neighbours(len(old.codes), linked)
    article, neighbours, parent = [], [], []
    for pair in pairs:
        i, j = pair.old, pair.new
        here, there = old.units[i], new.units[j]
        weight = shared.get((here, there), 0.0)
        whole = min(old.unit_weights[here], new.unit_weights[there])
        if linked.get(i) == j:
            weight -= min(old.weights[i], new.weights[j])
            whole = min(old.unit_weights[here] - old.weights[i], new.unit_weights[there] - new.weights[j])
        article.append(min(1.0, weight / max(1.0, whole)))
        neighbours.append((_support(old, i, j, before[i], linked) + _support(old, i, j, after[i], linked)) / 2)
        parent.append(_parent_support(old.chapeaux[i], new.chapeaux[j], linked))
    return Surroundings(article, neighbours, parent)


def _shared_weight(old: Side, new: Side, linked: Pairs) -> dict[tuple[int, int], float]:
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for i, j in linked.items():
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


def _support(old: Side, i: int, j: int, neighbour: int, linked: Pairs) -> float:
    """Give what a linked neighbour of an old clause says for a new one: 1 next to it, less with distance and with drift."""
    if neighbour < 0:
        return 0.0
    distance = abs(i - neighbour)
    drift = abs((j - linked[neighbour]) - (i - neighbour))
    if drift > _FARTHEST_DRIFT:
        return 0.0
    same = 1.0 if old.units[neighbour] == old.units[i] else _OTHER_ARTICLE
    return same * _DRIFT**drift / (1 + _FADING * (distance - 1))


def _parent_support(here: int, there: int, linked: Pairs) -> float:
    if here < 0 and there < 0:
        return 0.0
    return 1.0 if here >= 0 and there >= 0 and linked.get(here, -1) == there else -0.5


class Articles(NamedTuple):
    """For each pair: `likeness`, how much of the two articles looks alike before anything is linked; `lead`, how far that is
    above the best other article for either of them.
    """

    likeness: list[float]
    lead: list[float]


def articles(old: Side, new: Side, pairs: Sequence[Pair], certain: Pairs) -> Articles:
    """Compare the articles of each pair by the best partner of each of their clauses; what is certain counts in full."""
    shared = _alike(old, new, pairs, certain)
    headings = {(old.units[pair.old], new.units[pair.new]): pair.heading for pair in pairs}
    values = {key: shared.get(key, 0.0) + _HEADING * heading for key, heading in headings.items()}
    ahead = dict(zip(values, leads(values, list(values.values())), strict=True))
    keys = [(old.units[pair.old], new.units[pair.new]) for pair in pairs]
    return Articles([shared.get(key, 0.0) for key in keys], [ahead[key] for key in keys])


def _alike(old: Side, new: Side, pairs: Sequence[Pair], certain: Pairs) -> dict[tuple[int, int], float]:
    best_of_old: dict[tuple[int, int], float] = {}
    best_of_new: dict[tuple[int, int], float] = {}
    for pair in pairs:
        into, out_of = (pair.old, new.units[pair.new]), (pair.new, old.units[pair.old])
        best_of_old[into] = max(best_of_old.get(into, 0.0), pair.likeness)
        best_of_new[out_of] = max(best_of_new.get(out_of, 0.0), pair.likeness)
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (i, unit), likeness in best_of_old.items():
        shared[old.units[i], unit] += likeness * likeness * old.weights[i]
    for (j, unit), likeness in best_of_new.items():
        shared[unit, new.units[j]] += likeness * likeness * new.weights[j]
    for i, j in certain.items():
        shared[old.units[i], new.units[j]] += old.weights[i] + new.weights[j]
    return {key: weight / (old.unit_weights[key[0]] + new.unit_weights[key[1]]) for key, weight in shared.items()}


def unrest(old: Side, new: Side, certain: Pairs) -> float:
    """Give how much was moved about, judged by the links made at sight: the share of them that left their article's others."""
    shared: dict[int, Counter[int]] = {}
    for i, j in certain.items():
        shared.setdefault(old.units[i], Counter())[new.units[j]] += 1
    together = sum(max(counted.values()) for counted in shared.values())
    return 1 - together / len(certain) if certain else 0.0
