"""What stands around a pair of clauses, seen through the links made so far: the article, the neighbours, the parent."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.align.leads import leads

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.align.pairs import Pair
    from treatydiff.align.side import Pairs, Side

_SUPPORT: Final = tuple(0.61**drift for drift in range(10))
"""What a neighbour says for a pair, by the places by which its distance from the clause differs in the two drafts."""
_OTHER_ARTICLE: Final = 0.6
_FADING: Final = 0.15
_HEADING: Final = 0.15


class Surroundings(NamedTuple):
    """What stands around each pair.

    `article` is the share of the articles around it that is linked; `neighbours` whether the clauses before and after became
    those before and after; `parent` whether the clause above became the clause above (1), did not (-0.5), or there is none on
    either side (0).
    """

    article: list[float]
    neighbours: list[float]
    parent: list[float]


def surroundings(old: Side, new: Side, pairs: Sequence[Pair], linked: Pairs) -> Surroundings:
    """Describe what stands around each pair, the link of the pair itself left out of the account."""
    expected = _expected(old, linked, {pair.old for pair in pairs})
    neighbours, parent = [], []
    for i, j, *_ in pairs:
        value = 0.0
        for place, strength in expected[i]:
            drift = abs(j - place)
            if drift < len(_SUPPORT):
                value += strength * _SUPPORT[drift]
        neighbours.append(value / 2)
        here, there = old.chapeaux[i], new.chapeaux[j]
        if here < 0 and there < 0:
            parent.append(0.0)
        else:
            parent.append(1.0 if here >= 0 and there >= 0 and linked.get(here, -1) == there else -0.5)
    return Surroundings(article_support(old, new, pairs, linked), neighbours, parent)


def article_support(old: Side, new: Side, pairs: Iterable[Pair], linked: Pairs) -> list[float]:
    """Give for each pair the share of the smaller of the two articles around it that is linked to the other, from 0 to 1."""
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for i, j in linked.items():
        shared[old.units[i], new.units[j]] += min(old.weights[i], new.weights[j])
    shares = {
        (here, there): min(1.0, weight / max(1.0, min(old.unit_weights[here], new.unit_weights[there])))
        for (here, there), weight in shared.items()
    }
    found = []
    for pair in pairs:
        i, j = pair.old, pair.new
        here, there = old.units[i], new.units[j]
        if linked.get(i) == j:
            others = min(old.unit_weights[here] - old.weights[i], new.unit_weights[there] - new.weights[j])
            weight = shared[here, there] - min(old.weights[i], new.weights[j])
            found.append(min(1.0, weight / max(1.0, others)))
        else:
            found.append(shares.get((here, there), 0.0))
    return found


def _expected(old: Side, linked: Pairs, places: Iterable[int]) -> dict[int, list[tuple[int, float]]]:
    """Give for each of these old clauses where the linked ones before and after expect it in the new draft, and how strongly.

    Strength is 1 right beside it, less with distance and across articles; nothing is expected beyond the first and the last.
    """
    known = sorted(linked)
    found = {}
    for place in places:
        at = bisect_left(known, place)
        beyond = at + (at < len(known) and known[at] == place)
        beside = [*known[max(0, at - 1) : at], *known[beyond : beyond + 1]]
        found[place] = [(linked[last] + place - last, _strength(old, last, place)) for last in beside]
    return found


def _strength(old: Side, last: int, place: int) -> float:
    same = 1.0 if old.units[last] == old.units[place] else _OTHER_ARTICLE
    return same / (1 + _FADING * (abs(place - last) - 1))


class Articles(NamedTuple):
    """The articles of each pair.

    `likeness` is how much of the two looks alike before anything is linked, `lead` how far that is above the best other article
    for either of them.
    """

    likeness: list[float]
    lead: list[float]


def articles(old: Side, new: Side, pairs: Sequence[Pair], certain: Pairs) -> Articles:
    """Compare the articles of each pair by the best partner of each of their clauses; what is certain counts in full."""
    shared = _alike(old, new, pairs, certain)
    headings = {(old.units[pair.old], new.units[pair.new]): pair.heading for pair in pairs}
    values = {key: shared.get(key, 0.0) + _HEADING * heading for key, heading in headings.items()}
    ahead = dict(zip(values, leads(values, list(values.values()), 0.0), strict=True))
    keys = [(old.units[pair.old], new.units[pair.new]) for pair in pairs]
    return Articles([shared.get(key, 0.0) for key in keys], [ahead[key] for key in keys])


def _alike(old: Side, new: Side, pairs: Sequence[Pair], certain: Pairs) -> dict[tuple[int, int], float]:
    best_of_old: dict[tuple[int, int], float] = {}
    best_of_new: dict[tuple[int, int], float] = {}
    for pair in pairs:
        into, out_of = (pair.old, new.units[pair.new]), (pair.new, old.units[pair.old])
        if pair.likeness > best_of_old.get(into, 0.0):
            best_of_old[into] = pair.likeness
        if pair.likeness > best_of_new.get(out_of, 0.0):
            best_of_new[out_of] = pair.likeness
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
