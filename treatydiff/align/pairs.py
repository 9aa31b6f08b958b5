"""Candidate pairs of clauses, with what no link can change about them: the words, and what each clause is by itself."""

from __future__ import annotations

from collections import Counter
from functools import cache
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

    `likeness` is the normalised length of the longest common subsequence of words, `containment` the share of the shorter
    clause that lies in it, `length` that of the shorter to the longer, `size` the logarithm of the shorter in words.
    `heading` is the likeness of the headings of their articles, whatever the order of the words, 0.5 when neither has one;
    `level` and `number` are 1 when kind and number are the same. `substance` is the share of the words of the clause that has
    less to say that the other has too, in any order, each word weighed by its rarity in both drafts. All but `size` run from 0
    to 1.
    """

    old: int
    new: int
    likeness: float
    containment: float
    length: float
    size: float
    heading: float
    level: float
    number: float
    substance: float


class Pairing:
    """The making of pairs between two drafts: each made once, the likeness of two articles' headings found once."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old, new
        self._seen: set[tuple[int, int]] = set()
        self._headings: dict[tuple[int, int], float] = {}
        self._rarity = _rarity([*old.codes, *new.codes])
        self._old_words = cache(lambda place: self._weighed(old.codes[place]))
        self._new_words = cache(lambda place: self._weighed(new.codes[place]))

    def pairs(self, candidates: Iterable[tuple[int, int]], least: float = HOPELESS) -> list[Pair]:
        """Make pairs of the candidates that are none yet; a heading never becomes a text.

        Pairs of clauses of more than six words whose likeness is below `least` are left out, and those that share no substance.
        """
        old, new = self._old, self._new
        found = []
        for i, j in candidates:
            if (i, j) in self._seen or old.headings[i] or new.headings[j]:
                continue
            here, there = old.codes[i], new.codes[j]
            shorter, longer = len(here), len(there)
            if shorter > longer:
                shorter, longer = longer, shorter
            likeness = Indel.normalized_similarity(here, there)
            if likeness < least and shorter > _SHORT:
                continue
            self._seen.add((i, j))
            substance = self._substance(i, j)
            if substance < _LEAST_SUBSTANCE and shorter > _SHORT:
                continue
            found.append(
                Pair(
                    old=i,
                    new=j,
                    likeness=likeness,
                    containment=likeness * (shorter + longer) / (2 * shorter) if shorter else 0.0,
                    length=shorter / longer if longer else 1.0,
                    size=log(1 + shorter),
                    heading=self._heading_likeness(old.units[i], new.units[j]),
                    level=float(old.kinds[i] == new.kinds[j]),
                    number=float(old.numbers[i] == new.numbers[j]),
                    substance=substance,
                )
            )
        return found

    def _weighed(self, code: str) -> tuple[frozenset[str], float]:
        """Give the words of a clause, and what they say together."""
        words = frozenset(code)
        return words, self._weight(words)

    def _weight(self, words: Iterable[str]) -> float:
        return fsum(map(self._rarity.__getitem__, words))  # exact, so that the order of a set decides nothing

    def _substance(self, i: int, j: int) -> float:
        here, old_weight = self._old_words(i)
        there, new_weight = self._new_words(j)
        least = min(old_weight, new_weight)
        return self._weight(here & there) / least if least else 0.0

    def _heading_likeness(self, here: int, there: int) -> float:
        known = self._headings.get((here, there))
        if known is None:
            known = heading_likeness(self._old.unit_headings[here], self._new.unit_headings[there])
            self._headings[here, there] = known
        return known


def _rarity(codes: list[str]) -> dict[str, float]:
    """Give for each word how much it says: the logarithm of the share of clauses without it, inverted."""
    spread = Counter(chain.from_iterable(map(set, codes)))
    total = len(codes) + 1
    return {word: log(total / count) for word, count in spread.items()}


def heading_likeness(here: str, there: str) -> float:
    """Compare two headings, encoded, whatever the order of the words; 0.5 when there is none on either side."""
    return fuzz.token_sort_ratio(" ".join(here), " ".join(there)) / 100 if here or there else _NEUTRAL
