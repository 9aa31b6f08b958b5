"""Candidate pairs of clauses, with what no link can change about them: the words, and what each clause is by itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache, cached_property
from itertools import chain
from math import fsum, log
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.align.side import Side

HOPELESS = 0.12
"""Likeness below which two clauses of some length are not looked at."""
_LEAST_SUBSTANCE = 0.2
"""Substance below which two clauses of some length share only how treaties speak."""
_SHORT = 6
"""Words up to which a clause may be rewritten wholly and still be itself."""
_NEUTRAL = 0.5


class Pair(NamedTuple):
    """An old and a new clause, by their order in the drafts, that may be one.

    `likeness` is the normalised length of the longest common subsequence of words, `heading` the likeness of the headings of
    their articles, whatever the order of the words, 0.5 when neither has one. `substance` is the share of the words of the
    clause that has less to say that the other has too, in any order, each word weighed by its rarity in both drafts. All run
    from 0 to 1.
    """

    old: int
    new: int
    likeness: float
    heading: float
    substance: float


class Traits(NamedTuple):
    """Everything about a pair that no link can change: asked only of those that are in doubt.

    `likeness`, `heading` and `substance` are those of the pair, `containment` is the share of the shorter clause that lies in
    the longest common subsequence, `length` that of the shorter to the longer, `size` the logarithm of the shorter in words.
    `level` and `number` are 1 when kind and number are the same. All but `size` run from 0 to 1.
    """

    likeness: float
    containment: float
    length: float
    size: float
    heading: float
    level: float
    number: float
    substance: float


def traits(old: Side, new: Side, pair: Pair) -> Traits:
    """Describe a pair."""
    i, j, likeness, heading, substance = pair
    shorter, longer = len(old.codes[i]), len(new.codes[j])
    if shorter > longer:
        shorter, longer = longer, shorter
    return Traits(
        likeness,
        likeness * (shorter + longer) / (2 * shorter) if shorter else 0.0,
        shorter / longer if longer else 1.0,
        log(1 + shorter),
        heading,
        1.0 if old.kinds[i] == new.kinds[j] else 0.0,
        1.0 if old.numbers[i] == new.numbers[j] else 0.0,
        substance,
    )


class Pairing:
    """The making of pairs between two drafts: each made once, the likeness of two articles' headings found once."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old, new
        self._seen: set[tuple[int, int]] = set()
        self._headings = cache(lambda here, there: heading_likeness(old.unit_headings[here], new.unit_headings[there]))
        self._weighed = cache(self._weigh)

    def pairs(self, candidates: Iterable[tuple[int, int]], least: float = HOPELESS) -> list[Pair]:
        """Make pairs of the candidates that are none yet; a heading never becomes a text.

        Pairs of clauses of more than six words whose likeness is below `least` are left out, and those that share no substance.
        """
        old, new, seen, headings = self._old, self._new, self._seen, self._headings
        found = []
        for place in dict.fromkeys(candidates):
            i, j = place
            if place in seen or old.headings[i] or new.headings[j]:
                continue
            here, there = old.codes[i], new.codes[j]
            is_short = len(here) <= _SHORT or len(there) <= _SHORT
            likeness = 1.0 if here == there else Indel.normalized_similarity(here, there)
            if likeness < least and not is_short:
                continue
            seen.add(place)
            substance = self._substance(here, there)
            if substance >= _LEAST_SUBSTANCE or is_short:
                found.append(Pair(i, j, likeness, headings(old.units[i], new.units[j]), substance))
        return found

    def _substance(self, here: str, there: str) -> float:
        if here == there:
            return 1.0 if here else 0.0
        old_words, old_weight = self._weighed(here)
        new_words, new_weight = self._weighed(there)
        least = min(old_weight, new_weight)
        return self._weight(old_words & new_words) / least if least else 0.0

    def _weigh(self, code: str) -> tuple[frozenset[str], float]:
        """Give the words of a clause, and what they say together."""
        words = frozenset(code)
        return words, self._weight(words)

    def _weight(self, words: Iterable[str]) -> float:
        return fsum(map(self._rarity.__getitem__, words))  # exact, so that the order of a set decides nothing

    @cached_property
    def _rarity(self) -> dict[str, float]:
        return _rarity([*self._old.codes, *self._new.codes])


def _rarity(codes: list[str]) -> dict[str, float]:
    """Give for each word how much it says: the logarithm of the share of clauses without it, inverted."""
    spread: Counter[str] = Counter()
    for times, alike in _by_frequency(codes).items():
        for word, count in Counter(chain.from_iterable(map(set, alike))).items():
            spread[word] += times * count
    total = len(codes) + 1
    return {word: log(total / count) for word, count in spread.items()}


def _by_frequency(codes: Iterable[str]) -> dict[int, list[str]]:
    """Give the different codes by how often each stands in both drafts: most stand twice."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for code, times in Counter(codes).items():
        found[times].append(code)
    return found


def heading_likeness(here: str, there: str) -> float:
    """Compare two headings, encoded, whatever the order of the words; 0.5 when there is none on either side."""
    return fuzz.token_sort_ratio(" ".join(here), " ".join(there)) / 100 if here or there else _NEUTRAL
